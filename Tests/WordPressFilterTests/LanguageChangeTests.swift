// `lang` and `dir` in a translated article.
import Interchange
import Testing

@testable import WordPressFilter

@Suite struct LanguageChangeTests {
  /// `html`, with its text pseudo-translated where `isTranslated`.
  private func merged(
    _ html: String, to target: String, _ form: Article.Form = .rendered, isTranslated: Bool = true
  ) throws -> String {
    let article = Sample("language", Array(html.utf8), form).article
    let segmenter = try makeSegmenter()
    var file = try Extractor(segmenter: segmenter).extract(article)
    if isTranslated { file = file.translated { _ in XLIFF.Content(text: Array("T".utf8)) } }
    if isTranslated {
      file.units = file.units.map { unit in
        var unit = unit
        unit.translate(into: unit.sourceContent.shown)
        return unit
      }
    }
    let merged = try Merger(segmenter: segmenter).merge(
      article, with: [file], languages: LanguageChange(from: "en-GB", to: target))
    return String(decoding: merged.article.content, as: UTF8.self)
  }

  @Test(arguments: [
    ("<p lang=\"en\">a</p>", "nl", "<p lang=\"nl\">a</p>"), ("<p LANG=EN-us>a</p>", "nl-BE", "<p LANG=nl-BE>a</p>"),
    ("<p xml:lang='en_GB' lang=en>a</p>", "nl", "<p xml:lang='nl' lang=nl>a</p>"),
    (
      "<p lang=la>a</p><p lang=eng>b</p><p lang=\"\">c</p>", "nl", "<p lang=la>a</p><p lang=eng>b</p><p lang=\"\">c</p>"
    ),
    ("<p lang=en dir=ltr>a</p><p dir=ltr>b</p>", "ar", "<p lang=ar dir=rtl>a</p><p dir=ltr>b</p>"),
    ("<p lang=en dir=rtl>a</p><p lang=la dir=rtl>b</p>", "nl", "<p lang=nl dir=ltr>a</p><p lang=la dir=rtl>b</p>"),
    ("<p lang=en dir=auto>a</p>", "he", "<p lang=he dir=auto>a</p>"),
    ("<html dir=ltr><body dir=\"ltr\">a", "fa", "<html dir=rtl><body dir=\"rtl\">a"),
    ("<p>a <span lang=\"en\" title=\"b\">c</span> d</p>", "nl", "<p>a <span lang=\"nl\" title=\"b\">c</span> d</p>"),
    (
      "<p lang=en translate=no>a</p><p>b <code lang=en>c</code></p>", "nl",
      "<p lang=en translate=no>a</p><p>b <code lang=en>c</code></p>"
    ),
    ("<p lang=en>a", "ks-Deva", "<p lang=ks-Deva>a"), ("<p lang=en dir=ltr>a", "pa-Arab", "<p lang=pa-Arab dir=rtl>a"),
  ])
  func followTheTarget(html: String, target: String, expected: String) throws {
    #expect(try merged(html, to: target) == expected)
    #expect(try merged(html, to: target, isTranslated: false) == html)
  }

  /// What is not translated keeps saying its language.
  @Test func onlyWhereSomethingIsTranslated() throws {
    let html = "<div lang=en><p lang=en>a <i lang=en>b</i></p><p lang=en>c <i lang=en>d</i></p></div><p lang=en>e</p>"
    let article = Sample("language", Array(html.utf8), .rendered).article
    let segmenter = try makeSegmenter()
    var file = try Extractor(segmenter: segmenter).extract(article)
    file.units[1].translate(into: "z {1}y{/1}")
    let merged = try Merger(segmenter: segmenter).merge(
      article, with: [file], languages: LanguageChange(from: "en", to: "nl"))
    #expect(
      String(decoding: merged.article.content, as: UTF8.self)
        == "<div lang=nl><p lang=en>a <i lang=en>b</i></p><p lang=nl>z <i lang=nl>y</i></p></div><p lang=en>e</p>")
  }

  /// The tag is a code of a sentence whose text changes, and its other attribute is a unit that changes too.
  @Test func inACodeOfATranslatedUnit() throws {
    let html = "<p>a <span lang=\"en\" title=\"b\">c</span> d</p>"
    let article = Sample("language", Array(html.utf8), .rendered).article
    let segmenter = try makeSegmenter()
    let file = try Extractor(segmenter: segmenter).extract(article).translated(Pseudotranslation.of)
    let merged = try Merger(segmenter: segmenter).merge(
      article, with: [file], languages: LanguageChange(from: "en", to: "nl"))
    #expect(
      String(decoding: merged.article.content, as: UTF8.self)
        == "<p>ａ <span lang=\"nl\" title=\"ｂ\">ｃ</span> ｄ</p>")
  }

  /// A block's attribute that repeats the HTML follows with it.
  @Test func inBothCopiesOfABlock() throws {
    let html = """
      <!-- wp:rank-math/faq-block {"questions":[{"title":"a \\u003ci lang=\\u0022en\\u0022\\u003eb\\u003c/i\\u003e"}]} -->
      <h3>a <i lang="en">b</i></h3><!-- /wp:rank-math/faq-block -->
      """
    #expect(
      try merged(html, to: "nl", .raw) == html.replacing("lang=\"en", with: "lang=\"nl").replacing("22en", with: "22nl")
    )
  }

  @Test(arguments: [
    ("<html lang=en><p>a", "nl", "<html lang=nl><p>a"), ("<html><p>a", "nl", "<html lang=\"nl\"><p>a"),
    ("<html class=x><p>a", "ar", "<html lang=\"ar\" dir=\"rtl\" class=x><p>a"),
    ("<html xml:lang='en' lang='en' dir='ltr'>", "ur-PK", "<html xml:lang='ur-PK' lang='ur-PK' dir='rtl'>"),
    ("<p lang=en>a", "nl", "<p lang=en>a"), ("<html lang><p>a", "nl", "<html lang><p>a"),
  ])
  func pages(html: String, target: String, expected: String) throws {
    let article = Article(html: Array(html.utf8), file: "a.html")
    #expect(try String(decoding: article.localizedPage(language: target, canonical: nil), as: UTF8.self) == expected)
  }
}
