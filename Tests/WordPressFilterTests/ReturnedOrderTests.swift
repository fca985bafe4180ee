// Files of XLIFF 1.2 whose targets have their segments in another order than the source, or cut anew.
import Interchange
import Testing

@testable import WordPressFilter

@Suite struct ReturnedOrderTests {
  private let html = "<p>First <b>bold</b> sentence. Second <i>it</i> one here. Third.</p>"

  /// The article after a target came back in 1.2; `<s1>` is a segment's mark, `<1>` a `g`.
  private func merged(_ target: String) throws -> (html: String, outcome: UnitOutcome?) {
    let article = Sample("test", Array(html.utf8), .rendered).article
    let segmenter = try makeSegmenter()
    let file = try Extractor(segmenter: segmenter).extract(article)
    let document = XLIFF.Document(version: .v1_2, sourceLanguage: "en", targetLanguage: "nl", files: [file])
    var text = String(decoding: XLIFF.Writer.bytes(of: document), as: UTF8.self)
    var target = target
    for id in ["s1", "s2", "s3", "new"] {
      target = target.replacing("<\(id)>", with: "<mrk mtype=\"seg\" mid=\"\(id)\">").replacing(
        "</\(id)>", with: "</mrk>")
    }
    for id in ["1", "2"] {
      target = target.replacing("<\(id)>", with: "<g id=\"\(id)\">").replacing("</\(id)>", with: "</g>")
    }
    text = text.replacing("</seg-source>", with: "</seg-source><target>\(target)</target>")
    let returned = try XLIFF.Reader.read(bytes: Array(text.utf8), fileName: "test").files[0]
    let merged = try Merger(segmenter: segmenter).merge(article, with: returned)
    return (String(decoding: merged.article.content, as: UTF8.self), merged.outcomes.first)
  }

  @Test(arguments: [
    ("<s2>B <2>b</2></s2> <s1>A <1>a</1></s1> <s3>C</s3>", "B <i>b</i> A <b>a</b> C"),
    ("<s3>C</s3> <s2>B <2>b</2></s2> <s1>A <1>a</1></s1>", "C B <i>b</i> A <b>a</b>"),
    ("<s1>A </s1><new><1>b</1></new><s2>B <2>b</2></s2> <s3>C</s3>", "A <b>b</b> B <i>b</i> C"),
    ("<s1>A.</s1> <new>Extra <1>b</1>.</new> <s2>B <2>b</2></s2> <s3>C</s3>", "A. Extra <b>b</b>. B <i>b</i> C"),
    ("<s2>B <1>a</1></s2> <s1>A <2>b</2></s1> <new>N</new> <s3>C</s3>", "B <b>a</b> A <i>b</i> N C"),
    ("<s3>C</s3> <s1>A <1>a</1></s1>", "C Second <i>it</i> one here. A <b>a</b>"),
    ("<s1>A <1>a</1></s1> <s2>B <2>b</2></s2> <s3>C</s3>", "A <b>a</b> B <i>b</i> C"),
  ])
  func targetsStandAsTheTranslatorPutThem(target: String, expected: String) throws {
    let (text, outcome) = try merged(target)
    #expect(outcome?.kind == .applied, "\(outcome?.reason ?? "")")
    #expect(text == "<p>\(expected)</p>")
  }
}
