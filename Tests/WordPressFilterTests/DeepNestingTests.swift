// Markup nested deeper than any XML parser goes: it comes out as codes that stand side by side, and goes back.
import Interchange
import Testing

@testable import WordPressFilter

@Suite struct DeepNestingTests {
  @Test(arguments: [99, 100, 101, 400])
  func pairsInManyPairsAreReadBack(_ depth: Int) throws {
    let (starts, ends) = (String(repeating: "<i>", count: depth), String(repeating: "</i>", count: depth))
    let html = "<p>Deep \(starts)text\(ends) here.</p>"
    let article = Sample("test", Array(html.utf8), .rendered).article
    let segmenter = try makeSegmenter()
    for version in XLIFF.Version.allCases {
      var file = try Extractor(segmenter: segmenter).extract(article)
      let kinds = Set(file.units[0].parts[0].source.codes.map(\.kind))
      #expect(kinds.contains(.startCode) == (depth > 100))
      let source = file.units[0].parts[0].source
      file.units[0].parts[0].target = XLIFF.Content(text: Array("Diep tekst hier".utf8), elements: source.elements)
      file.units[0].parts[0].state = .translated
      let document = XLIFF.Document(version: version, sourceLanguage: "en", targetLanguage: "nl", files: [file])
      let read = try XLIFF.Reader.read(bytes: XLIFF.Writer.bytes(of: document), fileName: "t", scope: .translations)
      let merged = try Merger(segmenter: segmenter).merge(article, with: read.files[0])
      #expect(merged.outcomes.map(\.kind) == [.applied], "\(version): \(merged.outcomes[0].reason ?? "")")
      #expect(String(decoding: merged.article.content, as: UTF8.self) == "<p>Diep \(starts)teks\(ends)t hier</p>")
    }
  }
}
