// Wrong usage ends in 64, before anything is done.
import TestSupport
import Testing

@Suite struct UsageTests {
  @Test(arguments: [
    ["frobnicate"], ["extract"], ["extract", "FILE"], ["extract", "FILE", "--to", "nl", "--frobnicate"],
    ["extract", "FILE", "--to", "nl", "--xliff", "3.0"], ["extract", "FILE", "--to", "nl", "--xliff", ""],
    ["merge", "FILE"], ["check"], ["check", "FILE", "--format", "xml"], ["check", "FILE", "--fail-on", "notes"],
    ["validate"], ["pseudo"], ["segment"], ["slug"], ["terms"], ["run", "now"],
  ])
  func isRefused(_ arguments: [String]) throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(Examples.post(), to: "post.json")
    let outcome = try Program.run(arguments.map { $0 == "FILE" ? file : $0 }, in: folder.url)
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("Usage: overzet"))
    #expect(try folder.files() == ["post.json"])
  }

  @Test func theVersionIsTold() throws {
    let outcome = try Program.run(["--version"])
    #expect(outcome.status == 0)
    #expect(outcome.text.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }

  @Test(arguments: ["../nl", "n", "nl/..", "nl nl", "/", "..", "nederlandsetaal", ""])
  func aLanguageTagThatIsNone(_ tag: String) throws {
    let folder = try TemporaryFolder()
    for arguments in [
      ["extract", Examples.openingHours, "--to", tag, "-o", folder.path("out")],
      ["extract", Examples.openingHours, "--to", "nl", "--from", tag, "-o", folder.path("out")],
      ["segment", "--locale", tag], ["slug", "--locale", tag],
    ] {
      let outcome = try Program.run(arguments)
      #expect(outcome.status == 2 && outcome.output.isEmpty)
      #expect(outcome.failures == ["\"\(tag)\" is not a language tag: write a BCP 47 tag such as nl, en or nl-BE"])
    }
    #expect(try folder.files().isEmpty)
  }
}
