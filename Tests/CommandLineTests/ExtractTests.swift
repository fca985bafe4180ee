// extract: whatever articles lie in, and wherever they say that they want to be written.
import Foundation
import TestSupport
import Testing

@Suite struct ExtractTests {
  private func extract(
    _ source: String, input: String? = nil, _ options: [String] = [], to folder: TemporaryFolder
  ) throws -> Program.Outcome {
    try Program.run(
      ["extract", source, "--to", "nl", "-o", folder.path("out")] + options, input: input.map { Array($0.utf8) })
  }

  @Test(arguments: [
    ("a post", Examples.post("5"), ["5"]),
    ("an array", "\u{FEFF}[\(Examples.post("5")),\n\(Examples.post("6"))]\n", ["5", "6"]),
    ("an empty array", "[]", []),
    ("a post a line", "\(Examples.post("6"))\n\n\(Examples.post("5"))", ["6", "5"]),
    ("posts in a row", "\(Examples.post("6"))\n\(Examples.post("5"))", ["6", "5"]),
  ])
  func readsStandardInput(_ name: String, _ input: String, _ posts: [String]) throws {
    let folder = try TemporaryFolder()
    let outcome = try extract("-", input: input, to: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.lines == posts.map { folder.path("out/nl/\($0).xlf") })
    #expect(try folder.files() == posts.sorted().map { "out/nl/\($0).xlf" })
  }

  /// The REST API answers an array on one line. Its posts are all extracted; in what order they are named, the line
  /// cannot tell.
  @Test func readsAnArrayOnOneLine() throws {
    let folder = try TemporaryFolder()
    let posts = (1...40).map(String.init)
    let outcome = try extract("-", input: "[\(posts.map { Examples.post($0) }.joined(separator: ","))]", to: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let wanted = posts.map { folder.path("out/nl/\($0).xlf") }
    #expect(outcome.lines == wanted)
  }

  /// However many work side by side, the same is written and said.
  @Test func worksSideBySideAsItIsTold() throws {
    let posts = "[\((1...20).map { Examples.post(String($0)) }.joined(separator: ","))]"
    let one = try TemporaryFolder()
    let alone = try extract("-", input: posts, ["--jobs", "1"], to: one)
    #expect(alone.status == 0)
    let other = try TemporaryFolder()
    let together = try extract("-", input: posts, ["--jobs", "3"], to: other)
    #expect(together.errors == alone.errors)
    #expect(together.lines.map { $0.suffix(9) } == alone.lines.map { $0.suffix(9) })
    #expect(try other.files() == one.files())
    for file in try one.files() {
      let bytes = try TestFiles.bytes(URL(fileURLWithPath: one.path(file)))
      #expect(try TestFiles.bytes(URL(fileURLWithPath: other.path(file))) == bytes)
    }
    #expect(try extract("-", input: posts, ["--jobs", "0"], to: other).status == 64)
  }

  @Test func readsHTMLFromStandardInput() throws {
    let folder = try TemporaryFolder()
    let outcome = try extract("-", input: "<!DOCTYPE html><p>Hello there. How are you?</p>", to: folder)
    #expect(outcome.status == 0)
    let path = try #require(outcome.lines.first)
    #expect(outcome.lines.count == 1)
    #expect(path.hasPrefix(folder.path("out/nl/")))
    let text = String(decoding: try TestFiles.bytes(URL(fileURLWithPath: path)), as: UTF8.self)
    #expect(text.contains("<source>Hello there.</source>") && text.contains("<source>How are you?</source>"))
  }

  @Test func readsLinesPagesAndFolders() throws {
    let folder = try TemporaryFolder()
    try folder.write("\(Examples.post("5"))\n\(Examples.post("6"))\n", to: "in/a.ndjson")
    try folder.write("<p>A page.</p>", to: "in/deeper/about.html")
    try folder.write("no article", to: "in/readme.txt")
    try folder.write("no article either", to: "in/.hidden.json")
    let outcome = try extract(folder.path("in"), to: folder)
    #expect(outcome.status == 0)
    #expect(outcome.lines == ["5", "6", "about"].map { folder.path("out/nl/\($0).xlf") })
  }

  @Test func saysNothingWhereQuietIsWanted() throws {
    let folder = try TemporaryFolder()
    let outcome = try extract(Examples.boxcarScars, ["--quiet"], to: folder)
    #expect(outcome.status == 0 && outcome.output.isEmpty && outcome.errors.isEmpty)
    #expect(try folder.files() == ["out/nl/1201.xlf"])
  }

  @Test func aPostThatComesTwiceIsRefusedTheSecondTime() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(
      "[\(Examples.post("5")),\n\(Examples.post("5", content: "<p>Other.</p>"))]", to: "a.json")
    let outcome = try extract(file, to: folder)
    #expect(outcome.status == 2)
    #expect(outcome.failures.count == 1 && outcome.failures[0].contains("a post 5 has been extracted before"))
    #expect(outcome.lines.count == 1)
  }

  @Test func twoExportsAreTheSame() throws {
    let folder = try TemporaryFolder()
    _ = try extract(Examples.articles, to: folder)
    let first = try folder.files().map { try folder.text($0) }
    _ = try extract(Examples.articles, to: folder)
    #expect(try folder.files().map { try folder.text($0) } == first)
    #expect(first.count == 4)
  }

  // MARK: Names that want to get out

  @Test(arguments: ["\"../../evil\"", "\"/etc/evil\"", "\"..\"", "\"\"", "null", "1.5", "{}"])
  func anIdThatIsNoNumberIsNoPost(_ id: String) throws {
    let folder = try TemporaryFolder()
    let outcome = try extract("-", input: Examples.post(id), to: folder)
    RefusalTests.expectRefusal(outcome, at: "<stdin>:1", saying: "not a post: it has no \"id\"")
    #expect(try folder.files().isEmpty)
  }

  @Test func anIdMayBeANumberInQuotes() throws {
    let folder = try TemporaryFolder()
    #expect(try extract("-", input: Examples.post("\"12\""), to: folder).lines == [folder.path("out/nl/12.xlf")])
  }

  @Test(arguments: ["..html", "...html", "..%2f..%2fevil.html", "a b.nl.html", "-.html", "%2e%2e.html", "ünïcode.html"])
  func aPageStaysInItsFolder(_ name: String) throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("<p>A page.</p>", to: "in/\(name)")
    let outcome = try extract(file, to: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let written = try folder.files().filter { !$0.hasPrefix("in/") }
    #expect(written.count == 1)
    #expect(written.allSatisfy { $0.hasPrefix("out/nl/") && $0.hasSuffix(".xlf") && !$0.contains("..") })
  }

  @Test func slugTypeAndTitleNameNoFile() throws {
    let folder = try TemporaryFolder()
    let members = ", \"slug\": \"../../evil\", \"type\": \"../evil\", \"title\": {\"raw\": \"../../evil\"}"
    let source = try folder.write(Examples.post("12", members: members), to: "in/a.json")
    #expect(try extract(source, to: folder).status == 0)
    let pseudo = try Program.run(["pseudo", folder.path("out/nl/12.xlf")])
    #expect(pseudo.lines == [folder.path("out/nl/12.pseudo.xlf")])
    let merged = try Program.run([
      "merge", source, "--xliff", folder.path("out/nl/12.pseudo.xlf"), "--html", "-o", folder.path("posts"),
    ])
    #expect(merged.status == 0, "\(merged.errors)")
    let files = try folder.files().filter { $0.hasPrefix("posts/") }
    #expect(files == ["posts/nl/12.html", "posts/nl/12.json"])
    let slug = try #require(try jsonObject(at: folder.path("posts/nl/12.json"))["slug"] as? String)
    #expect(!slug.contains("/") && !slug.contains(".."))
  }
}
