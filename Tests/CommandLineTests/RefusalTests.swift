// What can't be done ends in 2 and in one line that says where, what is wrong and what to do; nothing is written.
import Foundation
import TestSupport
import Testing

@Suite struct RefusalTests {
  /// A command that must be refused.
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    /// `FILE` stands for the path of the bad file, `OUT` for the output folder, both made by the test.
    var arguments: [String]
    var name: String
    var bytes: [UInt8]
    /// The line that is named; 0 for none.
    var line: Int
    var saying: String

    init(_ description: String, _ arguments: [String], _ name: String, _ text: String, line: Int = 1, saying: String) {
      self.init(description, arguments, name, Array(text.utf8), line: line, saying: saying)
    }

    init(_ description: String, _ arguments: [String], _ name: String, _ bytes: [UInt8], line: Int, saying: String) {
      testDescription = description
      self.arguments = arguments
      self.name = name
      self.bytes = bytes
      self.line = line
      self.saying = saying
    }
  }

  static let extract = ["extract", "FILE", "--to", "nl", "-o", "OUT"]
  static let merge = ["merge", Examples.boxcarScars, "--xliff", "FILE", "-o", "OUT", "--html"]
  static let external = "<!DOCTYPE xliff SYSTEM \"https://example.invalid/xliff.dtd\">"
  static let subset = "<!DOCTYPE xliff [\n<!ENTITY secret SYSTEM \"file:///etc/hostname\">\n]>"
  static let bomb = "<!DOCTYPE xliff [<!ENTITY a \"aaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>"

  static let articles: [Case] = [
    Case("not JSON", extract, "a.json", "hello\n", saying: "neither JSON nor HTML"),
    Case("broken JSON", extract, "a.json", "\n{\"id\": 1, \"content\": nonsense}", line: 2, saying: "not JSON"),
    Case("broken JSON line", extract, "a.ndjson", "\n\n{\"id\": 1 2}\n", line: 3, saying: "not JSON"),
    Case("empty", extract, "a.json", " \n", saying: "nothing in it"),
    Case("no post", extract, "a.json", "{\"title\": \"x\"}", saying: "not a post"),
    Case("no content", extract, "a.json", "{\"id\": 3, \"content\": {}}", saying: "\"content\""),
    Case("a number for a post", extract, "a.json", "[1]", saying: "not a post"),
    Case(
      "withheld for its password", extract, "a.json",
      "{\"id\": 3, \"content\": {\"rendered\": \"\", \"protected\": true}}", saying: "post 3 is withheld"),
    Case("cut off", extract, "a.json", "{\"id\": 3, \"content\": {\"raw\": \"<p>A", saying: "cut off"),
    Case("array cut off", extract, "a.json", "[\n{\"id\": 3, \"con", line: 2, saying: "cut off"),
    Case("array without end", extract, "a.json", "[", saying: "ends in the middle"),
    Case(
      "not UTF-8 in JSON", extract, "a.json",
      Array("{\"id\": 3, \"content\":\n{\"raw\": \"a".utf8) + [0xFF] + Array("\"}}".utf8),
      line: 2, saying: "not UTF-8"),
    Case(
      "not UTF-8 in HTML", extract, "a.html", Array("<p>a</p>\n<p>".utf8) + [0xC3, 0x28], line: 2, saying: "not UTF-8"),
    Case(
      "in the target's language", extract, "a.json", Examples.post(members: ", \"lang\": \"nl\""),
      saying: "in nl already"),
  ]

  static let translations: [Case] = [
    Case("not XML", ["check", "FILE", "--glossary", Examples.glossary], "a.xlf", "hello", saying: "not well-formed"),
    Case("not XLIFF", merge, "a.xlf", "<html/>", saying: "not XLIFF"),
    Case(
      "of no version", merge, "a.xlf", "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:3.0\" version=\"3.0\"/>",
      saying: "not XLIFF 1.2, 2.0, 2.1 or 2.2"),
    Case(
      "external DTD, merge", merge, "a.xlf", Examples.xliff([("a", "b")], doctype: external), line: 2,
      saying: "<!DOCTYPE xliff>"),
    Case(
      "external DTD, check", ["check", "FILE", "--glossary", Examples.glossary], "a.xlf",
      Examples.xliff([("a", "b")], doctype: external), line: 2, saying: "<!DOCTYPE xliff>"),
    Case(
      "external entity", ["validate", "FILE"], "a.xlf", Examples.xliff([("&secret;", nil)], doctype: subset), line: 2,
      saying: "declarations of its own"),
    Case(
      "entities of entities", ["pseudo", "FILE", "-o", "OUT"], "a.xlf", Examples.xliff([("&b;", nil)], doctype: bomb),
      line: 2,
      saying: "declarations of its own"),
    Case(
      "not UTF-8", merge, "a.xlf", Examples.xliff([("a@", "b")]).utf8.map { $0 == 0x40 ? 0xFF : $0 }, line: 4,
      saying: "not well-formed"),
    Case(
      "glossary that is not TBX", ["check", Examples.returned, "--glossary", "FILE"], "a.tbx", "<html/>",
      saying: "not TBX"),
    Case(
      "glossary that is not XML", ["terms", "--locale", "en", "--glossary", "FILE"], "a.tbx", "scar;litteken\n",
      saying: "not well-formed"),
    Case(
      "of another article", merge, "a.xlf",
      Examples.xliff([("a", "b")]).replacingOccurrences(of: "post-7", with: "post-1202"), line: 3,
      saying: "post 1202, which is not among the articles"),
  ]

  @Test(arguments: articles + translations)
  func refuses(_ refused: Case) throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(refused.bytes, to: refused.name).path
    let outcome = try Program.run(
      refused.arguments.map { $0 == "FILE" ? file : $0 == "OUT" ? folder.path("out") : $0 })
    Self.expectRefusal(outcome, at: refused.line > 0 ? "\(file):\(refused.line)" : file, saying: refused.saying)
    #expect(try folder.files() == [refused.name])
  }

  /// That a run ended in 2, wrote nothing to standard output, and one line `FILE:LINE: what is wrong: what to do`.
  static func expectRefusal(
    _ outcome: Program.Outcome, at place: String, saying: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(outcome.status == 2, sourceLocation: sourceLocation)
    #expect(outcome.output.isEmpty, sourceLocation: sourceLocation)
    #expect(outcome.failures.count == 1, "\(outcome.errors)", sourceLocation: sourceLocation)
    let line = outcome.failures.first ?? ""
    #expect(line.hasPrefix("\(place): "), "\(line)", sourceLocation: sourceLocation)
    #expect(line.contains(saying), "\(line)", sourceLocation: sourceLocation)
    let parts = line.dropFirst(place.count + 2).components(separatedBy: ": ")
    #expect(
      parts.count >= 2 && parts.allSatisfy { !$0.isEmpty }, "says what to do: \(line)", sourceLocation: sourceLocation)
  }

  /// A returned file that a mail server cut, at many places.
  @Test func aFileThatWasCutOff() throws {
    let folder = try TemporaryFolder()
    let whole = try TestFiles.bytes(URL(fileURLWithPath: Examples.returnedBoxcarScars))
    for share in [0.05, 0.3, 0.77, 0.999] {
      let file = try folder.write(Array(whole.prefix(Int(Double(whole.count) * share))), to: "cut.xlf").path
      for arguments in [
        ["merge", Examples.boxcarScars, "--xliff", file, "-o", folder.path("out")], ["validate", file],
      ] {
        let outcome = try Program.run(arguments)
        #expect(outcome.status == 2 && outcome.output.isEmpty)
        #expect(outcome.failures.count == 1 && outcome.failures[0].hasPrefix("\(file):"))
      }
    }
    #expect(try folder.files() == ["cut.xlf"])
  }

  @Test func missingFiles() throws {
    let folder = try TemporaryFolder()
    let missing = folder.path("missing.json")
    for arguments in [
      ["extract", missing, "--to", "nl", "-o", folder.path("out")],
      ["merge", missing, "--xliff", Examples.returned, "-o", folder.path("out")],
      ["merge", Examples.boxcarScars, "--xliff", missing, "-o", folder.path("out")],
      ["check", missing, "--glossary", Examples.glossary], ["validate", missing], ["pseudo", missing],
      ["terms", "--locale", "nl", "--glossary", missing],
    ] {
      Self.expectRefusal(try Program.run(arguments), at: missing, saying: "no such file")
    }
    #expect(try folder.files().isEmpty)
  }

  @Test func foldersWithoutAnythingInThem() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "empty/notes.txt")
    let empty = folder.path("empty")
    Self.expectRefusal(
      try Program.run(["extract", empty, "--to", "nl", "-o", folder.path("out")]), at: empty, saying: "no articles")
    for arguments in [["validate", empty], ["pseudo", empty], ["check", empty, "--glossary", Examples.glossary]] {
      Self.expectRefusal(try Program.run(arguments), at: empty, saying: "no XLIFF files")
    }
    let merge = try Program.run(["merge", Examples.articles, "--xliff", empty, "-o", folder.path("out")])
    #expect(merge.status == 2 && merge.output.isEmpty)
    #expect(merge.failures.first?.hasPrefix("nothing to merge: ") == true)
    #expect(try folder.files() == ["empty/notes.txt"])
  }

  @Test func aTranslationIntoAnotherLanguage() throws {
    let folder = try TemporaryFolder()
    let outcome = try Program.run([
      "merge", Examples.boxcarScars, "--xliff", Examples.returnedBoxcarScars, "--to", "de", "-o", folder.path("out"),
    ])
    Self.expectRefusal(outcome, at: Examples.returnedBoxcarScars + ":3", saying: "translates into nl, but de is wanted")
    #expect(try folder.files().isEmpty)
  }

  @Test func aFolderThatIsNoProject() throws {
    let outcome = try Program.run(["run"])
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(outcome.failures.count == 1 && outcome.failures[0].contains("overzet.yml: "))
  }

  @Test func anOutputFolderThatCannotBeMade() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("a file, not a folder", to: "out")
    let outcome = try Program.run(["extract", Examples.openingHours, "--to", "nl", "-o", file])
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(outcome.failures.count == 1 && outcome.failures[0].hasPrefix(file))
    #expect(try folder.text("out") == "a file, not a folder")
  }

  /// Other articles of the same source are not held up by a bad one, which is named with its line.
  @Test func aBadPostAmongGoodOnes() throws {
    let folder = try TemporaryFolder()
    let lines = [Examples.post("1"), "{\"id\": 2}", Examples.post("3")].joined(separator: "\n")
    let file = try folder.write(lines, to: "posts.ndjson")
    let outcome = try Program.run(["extract", file, "--to", "nl", "-o", folder.path("out")])
    #expect(outcome.status == 2)
    #expect(outcome.failures.count == 1 && outcome.failures[0].hasPrefix("\(file):2: "))
    #expect(outcome.lines == [folder.path("out/nl/1.xlf"), folder.path("out/nl/3.xlf")])
  }
}
