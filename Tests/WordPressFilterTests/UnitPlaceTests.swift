// What a translator is told of the place of a unit: what it is, headings, field, block.
import Interchange
import Testing

@testable import WordPressFilter

@Suite struct UnitPlaceTests {
  private func places(_ html: String, _ form: Article.Form = .raw) throws -> [String?] {
    try extracted(html, form).units.map { $0.notes.first?.text }
  }

  @Test func blocksAreNamed() throws {
    let html = """
      <!-- wp:heading --><h2>Day by Day</h2><!-- /wp:heading -->
      <!-- wp:group --><div><!-- wp:table --><table><tr><th>A</th><td>B</td></tr></table><!-- /wp:table -->
      Loose</div><!-- /wp:group --><!-- wp:acme/box --><p>C <img src=x alt=D> E</p><!-- /wp:acme/box --><p>F</p>
      """
    #expect(
      try places(html) == [
        "heading 2 (content, core/heading)", "table heading, under: Day by Day (content, core/table)",
        "table cell, under: Day by Day (content, core/table)", "text, under: Day by Day (content, core/group)",
        "paragraph, under: Day by Day (content, acme/box)",
        "text in place of an image, under: Day by Day (content, acme/box)", "paragraph, under: Day by Day (content)",
      ])
  }

  /// A text that only a block's attributes hold is told after the block, and names it.
  @Test func attributesNameTheirBlock() throws {
    let html = """
      <!-- wp:group --><!-- wp:rank-math/faq-block {"questions":[{"title":"Q?","content":"A."}]} -->
      <p>Other</p><!-- /wp:rank-math/faq-block --><!-- /wp:group -->
      """
    let places = try places(html).compactMap(\.self)
    #expect(places.count == 3)
    #expect(places.allSatisfy { $0.hasSuffix("(content, rank-math/faq-block)") }, "\(places)")
  }

  @Test func fieldsThatSayWhatTheyAreAreNotNamedTwice() throws {
    var article = Sample("test", Array("<p>x</p>".utf8), .raw).article
    article.title = Array("T".utf8)
    article.meta = [Article.MetaField(key: "rank_math_title", text: Array("S".utf8), json: Array("\"\"".utf8))]
    let file = try Extractor(segmenter: try makeSegmenter()).extract(article)
    #expect(file.units.map { $0.notes.first?.text } == ["title", "paragraph (content)", "SEO title"])
  }

  @Test func limitsAreSaidInWords() throws {
    var article = Sample("test", Array("<p>x</p>".utf8), .raw).article
    article.meta = [Article.MetaField(key: "rank_math_title", text: Array("S".utf8), json: Array("\"\"".utf8))]
    let unit = try #require(try Extractor(segmenter: try makeSegmenter()).extract(article).units.last)
    #expect(unit.maximumLength == 60)
    #expect(unit.notes.map(\.text) == ["SEO title", "at most 60 characters"])
    #expect(unit.notes.map(\.category) == ["location", "length"])
  }

  /// What closes without being open, or is never closed, names no block that isn't there.
  @Test func brokenBlocks() throws {
    #expect(
      try places("<!-- /wp:a --><p>x</p><!-- wp:b --><p>y</p><!-- /wp:c --><p>z</p>") == [
        "paragraph (content)", "paragraph (content, core/b)", "paragraph (content)",
      ])
  }
}
