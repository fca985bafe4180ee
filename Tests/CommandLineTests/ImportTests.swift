// import: what came back is taken into the file that goes out next.
import Foundation
import TestSupport
import Testing

@Suite struct ImportTests {
  private let paragraphs = ["<p>One <b>is</b> here.</p>", "<p>Two is there.</p>", "<p>Three is gone.</p>"]

  /// A folder with a post and its export, whose units have been translated into `targets`.
  private func folder(
    _ targets: [String], version: String = "2.1", state: String? = "translated"
  ) throws -> (folder: TemporaryFolder, returned: String) {
    let folder = try TemporaryFolder()
    _ = try folder.write(Examples.post(content: paragraphs.joined(separator: "\n")), to: "post.json")
    let extraction = try Program.run([
      "extract", folder.path("post.json"), "--from", "en", "--to", "nl", "--xliff", version, "-o", folder.path("out"),
    ])
    try #require(extraction.status == 0, "\(extraction.errors)")
    var text = try folder.text("out/nl/7.xlf")
    for (source, target) in zip(["One", "Two is there.", "Three is gone."], targets) {
      let old = source == "One" ? try #require(Self.source(beginning: "One", in: text)) : source
      let new = source == "One" ? old.replacing("One", with: "Een").replacing("here", with: "hier") : target
      let attribute = state.map { version == "1.2" ? " state=\"\($0)\"" : "" } ?? ""
      text = text.replacing(
        "<source>\(old)</source>", with: "<source>\(old)</source><target\(attribute)>\(new)</target>")
    }
    if version != "1.2", let state {
      text = text.replacing("<segment id=\"s1\">", with: "<segment id=\"s1\" state=\"\(state)\">")
    }
    return (folder, try folder.write(text, to: "returned.xlf"))
  }

  private static func source(beginning text: String, in document: String) -> String? {
    guard let start = document.range(of: "<source>\(text)"),
      let end = document.range(of: "</source>", range: start.upperBound..<document.endIndex)
    else { return nil }
    return String(document[start.lowerBound..<end.lowerBound].dropFirst("<source>".count))
  }

  private func run(_ folder: TemporaryFolder, _ returned: [String], _ options: String...) throws -> Program.Outcome {
    try Program.run(
      ["import"] + returned
        + ["--source", folder.path("post.json"), "--from", "en", "-o", folder.path("next")] + options)
  }

  @Test(arguments: ["1.2", "2.0", "2.1", "2.2"]) func countsAddUp(_ version: String) throws {
    let (folder, returned) = try folder(["Een", "Twee.", "Drie."], version: version)
    let outcome = try run(folder, [returned], "--format", "json")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let article = try #require((try outcome.json()["articles"] as? [[String: Any]])?.first)
    #expect(article["units"] as? Int == 3 && article["applied"] as? Int == 3 && article["translated"] as? Int == 3)
    // What was written is valid and merges as what came back does.
    #expect(try Program.run(["validate", folder.path("next/nl/7.xlf")]).status == 0)
    for xliff in [returned, folder.path("next/nl/7.xlf")] {
      let merged = try Program.run([
        "merge", folder.path("post.json"), "--xliff", xliff, "--from", "en", "-o", folder.path("posts"),
      ])
      #expect(merged.status == 0, "\(merged.errors)")
      let content = member(try jsonObject(at: folder.path("posts/nl/7.json")), "content") as? String
      #expect(content == "<p>Een <b>is</b> hier.</p>\n<p>Twee.</p>\n<p>Drie.</p>")
    }
  }

  @Test func workOnAnEditedSentenceIsOfferedAgain() throws {
    let (folder, returned) = try folder(["Een", "Twee.", "Drie."])
    let edited = paragraphs.joined(separator: "\n").replacing("Two is there", with: "Two is over there")
    _ = try folder.write(Examples.post(content: edited), to: "post.json")
    let outcome = try run(folder, [returned])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("2 applied, 1 stale; 2 of 3 segments translated; 1 kept as candidates"))
    #expect(outcome.errors.contains("stale: the source of this unit was edited after the file was exported"))
    let next = try folder.text("next/nl/7.xlf")
    #expect(next.contains("<mtc:match") && next.contains("Twee."))
    #expect(try Program.run(["validate", folder.path("next/nl/7.xlf")]).status == 0)
  }

  @Test func aSecondReturnAddsToTheFirst() throws {
    let (folder, returned) = try folder(["Een"])
    #expect(try run(folder, [returned]).errors.contains("1 applied, 2 unchanged; 1 of 3 segments"))
    let (second, later) = try self.folder(["Een", "Twee."], state: "final")
    let (third, earlier) = try self.folder(["Een", "2."])
    defer { withExtendedLifetime((second, third)) {} }
    #expect(try run(folder, [later]).errors.contains("2 applied, 1 unchanged; 2 of 3 segments"))
    let outcome = try run(folder, [earlier])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("refused: segment s1 is final already"))
    #expect(try folder.text("next/nl/7.xlf").contains("<target>Twee.</target>"))
  }

  @Test func proposalsAreCountedAndNotUsed() throws {
    let (folder, returned) = try folder(["Een", "Twee.", "Drie."], state: "initial")
    let outcome = try run(folder, [returned])
    #expect(outcome.status == 0)
    #expect(
      outcome.errors.contains("3 unchanged; 0 of 3 segments translated; 3 only proposed (state initial), not used"))
  }

  @Test func aFileMayComeThroughAPipe() throws {
    let (folder, returned) = try folder(["Een", "Twee.", "Drie."])
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: returned)))
    // It is read twice: to see which article it translates, and to take it in.
    for arguments in [
      ["import", "-", "--source", folder.path("post.json"), "-o", folder.path("next")],
      ["merge", folder.path("post.json"), "--xliff", "-", "-o", folder.path("posts")],
    ] {
      let outcome = try Program.run(arguments + ["--from", "en"], input: bytes)
      #expect(outcome.status == 0 && outcome.errors.contains("3 applied"), "\(outcome.errors)")
    }
  }

  @Test func aDryRunWritesNothing() throws {
    let (folder, returned) = try folder(["Een", "Twee.", "Drie."])
    #expect(try run(folder, [returned], "--dry-run").status == 0)
    #expect(try folder.files().filter { $0.hasPrefix("next") } == [])
  }

  // MARK: Refusals

  @Test func otherLanguagesAndArticlesAreRefusedWithBothValues() throws {
    let (folder, returned) = try folder(["Een", "Twee.", "Drie."])
    let german = try folder.write(
      try folder.text("returned.xlf").replacing("trgLang=\"nl\"", with: "trgLang=\"de\""), to: "german.xlf")
    let language = try run(folder, [german], "--to", "nl")
    #expect(language.status == 2)
    #expect(language.failures.first?.contains("this translates into de, but nl is wanted") == true)
    let other = try folder.write(
      try folder.text("returned.xlf").replacing(">7<", with: ">8<"), to: "other.xlf")
    let article = try run(folder, [other, returned])
    #expect(article.status == 2)
    #expect(
      article.failures.first?.contains("this translates post 8, which is not among the articles given (7)") == true)
    let old = try folder.write(
      try folder.text("returned.xlf").replacing("version=\"2.1\"", with: "version=\"1.1\""), to: "old.xlf")
    let version = try run(folder, [old])
    #expect(version.status == 2 && version.failures.first?.contains("version 1.1") == true)
    #expect(try folder.files().filter { $0.hasPrefix("next") } == ["next/nl/7.xlf"])
  }

  @Test func whatIsNotOursIsNotWrittenOver() throws {
    let (folder, returned) = try folder(["Een", "Twee.", "Drie."])
    let other = try folder.text("returned.xlf").replacing(">7<", with: ">8<")
    _ = try folder.write(other, to: "next/nl/7.xlf")
    let outcome = try run(folder, [returned])
    #expect(outcome.status == 2)
    #expect(outcome.failures.first?.contains("this is not the translation of post 7 into nl") == true)
    #expect(try folder.text("next/nl/7.xlf") == other)
  }

  @Test func inAProjectWhatCameBackGoesToTheInbox() throws {
    let (folder, returned) = try folder(["Een", "Twee.", "Drie."])
    _ = try folder.write(
      "source: en\ntargets: [nl]\narticles: [post.json]\ninbox: [inbox]\nwork: work\n", to: "project/overzet.yml")
    _ = try folder.write(try folder.text("post.json"), to: "project/post.json")
    let project = folder.url.appendingPathComponent("project")
    for _ in 0..<2 {
      let outcome = try Program.run(["import", returned], in: project)
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(try folder.files().filter { $0.hasPrefix("project/inbox") } == ["project/inbox/returned.xlf"])
    }
    #expect(try folder.text("project/inbox/returned.xlf") == (try folder.text("returned.xlf")))
    #expect(try folder.text("project/work/outbox/nl/7.xlf").contains("<target>Twee.</target>"))
  }
}
