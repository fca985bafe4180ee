// Ids of units: stable, and the same text gives the same content anywhere.
import Interchange
import Testing

@testable import WordPressFilter

@Suite struct UnitIdentifierTests {
  private func ids(_ html: String, _ form: Article.Form = .rendered) throws -> [String] {
    try extracted(html, form).units.map(\.id)
  }

  @Test func theSameTwice() throws {
    for sample in try Samples.clinic() {
      let extractor = Extractor(segmenter: try makeSegmenter())
      let first = try extractor.extract(sample.article)
      #expect(try extractor.extract(sample.article) == first)
      #expect(Set(first.units.map(\.id)).count == first.units.count)
    }
  }

  @Test func surviveAnEditElsewhere() throws {
    let before = try ids("<p>One.</p><p>Two.</p><p>Three.</p>")
    #expect(try ids("<h2>New</h2><p>One.</p><p>Three.</p>").suffix(2) == [before[0], before[2]])
    #expect(try ids("<ul><li>One.</li></ul>")[0] == before[0])
  }

  @Test func changeWithTheText() throws {
    let ids = try ids("<p>One</p><p>One.</p><p>one</p><p>O<b>n</b>e</p><p><b>O</b>ne</p><p>O<i>n</i>e</p>")
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { $0.hasSuffix("-1") })
  }

  @Test func outliveAnAddress() throws {
    #expect(try ids("<p>A <a href=x>b</a></p>") == ids("<p>A <A HREF=y class=z>b</A></p>"))
    #expect(try ids("<p>A&nbsp;b</p>") == ids("<p>A\u{A0}b</p>"))
  }

  @Test func repetitionsAreNumbered() throws {
    let ids = try ids("<p>One</p><p>One</p><p>One</p>")
    let stem = ids[0].dropLast()
    #expect(ids == ["\(stem)1", "\(stem)2", "\(stem)3"])
  }

  /// NMTOKEN: letters, digits, `.`, `-`, `_`, `:`.
  @Test func areNMTokens() throws {
    let html =
      "<p title='t' aria-label=l>One</p><img alt=face><!-- wp:rank-math/howto-block {\"description\":\"D\"} /-->"
    var article = Sample("test", Array(html.utf8), .raw).article
    article.excerpt = Array("<p>E <img alt=x></p>".utf8)
    article.hasOwnExcerpt = true
    let ids = try Extractor(segmenter: try makeSegmenter()).extract(article).units.map(\.id)
    #expect(ids.count == 7)
    for id in ids {
      #expect(id.utf8.allSatisfy { $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26 || $0 == 0x2E || $0 == 0x2D })
    }
  }

  @Test func identicalSentencesAreIdenticalContent() throws {
    let sentence = "See <a href=\"/a\">our <b>page</b></a>.<br>Now."
    let one = try extracted("<p>First <i>x</i></p><p>\(sentence)</p>").units[1]
    let other = try extracted("<h2>Else</h2><ul><li>\(sentence)</li></ul>").units[1]
    #expect(one.parts == other.parts)
    #expect(one.originalData == other.originalData)
    #expect(one.sourceContent.codes.map(\.id).first == "1")
    #expect(one.id == other.id)
  }

  @Test(arguments: [
    ("24931", "post-24931"), ("../../etc/passwd", "post-_2E_2E_2F_2E_2E_2Fetc_2Fpasswd"), ("", "post-_"),
  ])
  func filesAreNamedAfterTheirArticle(id: String, expected: String) {
    let article = Article(id: id, form: .raw, content: [], file: "test", line: 1)
    #expect(Extractor.fileIdentifier(of: article) == expected)
  }
}
