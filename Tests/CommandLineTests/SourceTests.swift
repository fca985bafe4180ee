// What articles come in: exports, lines, arrays, envelopes, standard input.
import Foundation
import TestSupport
import Testing

@Suite struct SourceTests {
  private func extract(_ source: String, to folder: TemporaryFolder, input: String? = nil) throws -> Program.Outcome {
    try Program.run(
      ["extract", source, "--to", "nl", "-o", folder.path("out")], input: input.map { Array($0.utf8) })
  }

  @Test func allWaysOfGivingPosts() throws {
    let (one, two) = (Examples.post("1"), Examples.post("2"))
    let shapes: [(name: String, text: String)] = [
      ("a.json", "[\(one),\n\(two)]"), ("b.ndjson", "\(one)\n\n\(two)\n"), ("c.jsonl", "\u{FEFF}\(one)\r\n\(two)\r\n"),
      ("d.json", "\(one)\n\(two)"), ("e.json", "{\"posts\": [\(one), \(two)]}"),
      ("f.json", "{\"body\": [\(one), \(two)], \"status\": 200, \"headers\": {}}"), ("-", "[\(one), \(two)]"),
      ("-", "\u{FEFF}\(one)\n\(two)\n"), ("g.json", "{\"body\": \(one), \"status\": 200}\n{\"body\": \(two)}"),
    ]
    for (name, text) in shapes {
      let folder = try TemporaryFolder()
      let source = name == "-" ? name : try folder.write(text, to: name)
      let outcome = try extract(source, to: folder, input: name == "-" ? text : nil)
      #expect(outcome.status == 0, "\(name): \(outcome.errors)")
      #expect(outcome.lines == ["1", "2"].map { folder.path("out/nl/\($0).xlf") }, "\(name) \(text)")
    }
  }

  /// Each line stands for itself, whether the file's name says so or its first line shows it.
  @Test(arguments: ["a.ndjson", "a.json", "-"])
  func aBrokenLineIsNamedAndTheOthersGoOn(_ name: String) throws {
    let folder = try TemporaryFolder()
    let text = "\(Examples.post("1"))\n{\"id\": 2, \"content\": {\"raw\": \"cut\n\(Examples.post("3"))\n"
    let source = name == "-" ? name : try folder.write(text, to: name)
    let outcome = try extract(source, to: folder, input: name == "-" ? text : nil)
    #expect(outcome.status == 2)
    #expect(outcome.lines == ["1", "3"].map { folder.path("out/nl/\($0).xlf") })
    let file = name == "-" ? "<stdin>" : source
    #expect(outcome.failures.count == 1 && outcome.failures[0].hasPrefix("\(file):2: this is not JSON"))
  }

  @Test func anExportIsExtractedAndSaysWhatItPassesOver() throws {
    let folder = try TemporaryFolder()
    let outcome = try extract(Examples.export, to: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.lines == ["1301", "1302", "1303"].map { folder.path("out/nl/\($0).xlf") })
    #expect(outcome.errors.contains("passed over: 1 of type nav_menu_item"))
    let text = try folder.text("out/nl/1303.xlf")
    #expect(text.contains("image-alt-") && !text.contains("<![CDATA["))
  }

  @Test(arguments: ["<?xml version=\"1.0\"?><rss version=\"2.0\"></rss>", "<rss version=\"2.0\"></rss>"])
  func aFeedIsRefusedByName(_ text: String) throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(text, to: "export.xml")
    let outcome = try extract(file, to: folder)
    RefusalTests.expectRefusal(outcome, at: file + ":1", saying: "this is RSS, but not as WordPress exports it")
    #expect(try folder.files() == ["export.xml"])
  }

  /// PHP's warnings before an export make it no page of HTML.
  @Test(arguments: [
    (
      "\n<br />\n<b>Warning</b>: Undefined\n<?xml version=\"1.0\"?><rss></rss>", 2,
      "\"<br />\" stands before the export: delete"
    ),
    (
      "[22-Nov-2026] PHP Notice\n<rss version=\"2.0\"></rss>", 1,
      "stands before the export: delete what stands before <rss"
    ),
    ("<!DOCTYPE html><html><p>A</p></html>", 1, "is no begin of an export"),
    ("<!DOCTYPE rss [<!ENTITY a \"b\">]>\n<rss></rss>", 1, "a document type declaration (<!DOCTYPE rss>)"),
    ("<xliff version=\"1.2\"/>", 1, "is no begin of an export"),
  ])
  func whatStandsBeforeAnExportIsRefused(_ text: String, _ line: Int, _ saying: String) throws {
    let folder = try TemporaryFolder()
    for name in ["export.xml", "export.WXR"] {
      let file = try folder.write(text, to: name)
      RefusalTests.expectRefusal(try extract(file, to: folder), at: "\(file):\(line)", saying: saying)
    }
  }

  @Test func ofStandardInputTheContentTells() throws {
    let folder = try TemporaryFolder()
    let page = "<!DOCTYPE html><html><p>A text.</p></html>"
    #expect(try extract("-", to: folder, input: page).status == 0)
    let refused = try extract("-", to: folder, input: "<!doctype rss>\n<rss></rss>")
    RefusalTests.expectRefusal(refused, at: "<stdin>:1", saying: "a document type declaration")
    let commented = "<!-- generator=\"WordPress\" -->\n<rss version=\"2.0\"></rss>"
    let file = try folder.write(commented, to: "a.xml")
    RefusalTests.expectRefusal(try extract(file, to: folder), at: "\(file):1", saying: "not as WordPress exports it")
  }

  @Test func aCutOffExportGivesWhatStandsBefore() throws {
    let folder = try TemporaryFolder()
    let whole = String(decoding: try TestFiles.bytes(URL(fileURLWithPath: Examples.export)), as: UTF8.self)
    let second = try #require(whole.range(of: "<wp:post_id>1302"))
    let file = try folder.write(String(whole[..<second.lowerBound]), to: "cut.xml")
    let outcome = try extract(file, to: folder)
    #expect(outcome.status == 2)
    #expect(outcome.lines == [folder.path("out/nl/1301.xlf")])
    #expect(outcome.failures.count == 1)
    #expect(outcome.failures[0].contains("the file ends inside the item that begins here (\"After Your Treatment\")"))
  }
}
