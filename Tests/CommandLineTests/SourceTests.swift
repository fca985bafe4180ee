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
