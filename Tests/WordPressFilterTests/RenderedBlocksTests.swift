// Which rendered posts had blocks, by what is left of them.
import Testing

@testable import WordPressFilter

@Suite struct RenderedBlocksTests {
  private func article(_ content: String, _ form: Article.Form = .rendered) -> Article {
    Article(id: "7", form: form, content: Array(content.utf8), file: "a.json", line: 1)
  }

  @Test(arguments: [
    ("<p>Text</p>", false, "blocks"), ("<p class='a wp-block-paragraph'>Text</p>", true, "blocks"),
    ("<p>wp-block-paragraph</p>", false, "blocks"), ("<p title=\"wp-block-x\">Text</p>", false, "blocks"),
    ("<!-- <p class=\"wp-block-x\"> -->", false, "blocks"), ("<p class=\"no-wp-block-x\">Text</p>", false, "blocks"),
    ("<div class=\"schema-faq-section\">Text</div>", true, "blocks and FAQ schema"),
    ("<ol class=\"schema-how-to-steps\"></ol>", true, "blocks and HowTo schema"),
    ("<div class=\"rank-math-block\">Text</div>", true, "blocks and FAQ schema"),
    ("<div id=\"rank-math-howto\" class=\"rank-math-block\">Text</div>", true, "blocks and HowTo schema"),
    ("<div class=schema-faq></div><div class=schema-how-to></div>", true, "blocks, FAQ schema and HowTo schema"),
  ])
  func signs(content: String, hasBlocks: Bool, losses: String) throws {
    let blocks = try #require(article(content).renderedBlocks)
    #expect(blocks.hasBlocks == hasBlocks && blocks.losses == losses)
    #expect(article(content, .raw).renderedBlocks == nil && article(content, .page).renderedBlocks == nil)
  }

  @Test func theVersionTellsToo() {
    var article = article("<p>Text</p>")
    for (version, hasBlocks) in [(0, false), (1, true), (2, true)] {
      article.blockVersion = version
      #expect(article.renderedBlocks?.hasBlocks == hasBlocks)
    }
  }

  @Test(arguments: [
    ("<p>\n</p>\n", "<!-- wp:html --><p>\n</p>\n<!-- /wp:html -->"), ("", "<!-- wp:html --><!-- /wp:html -->"),
    ("<!-- wp:x /-->", nil), ("a<!-- /wp:html -->", nil),
    ("<!-- a comment -->", "<!-- wp:html --><!-- a comment --><!-- /wp:html -->"),
  ])
  func oneBlock(content: String, block: String?) {
    #expect(article(content).contentAsOneBlock.map { String(decoding: $0, as: UTF8.self) } == block)
  }

  @Test func remarksNameWhatIsLost() {
    #expect(article("", .raw).remarks.isEmpty)
    let remark = article("<div class=\"schema-faq\"></div><div class=\"schema-how-to\"></div>").remarks.first
    #expect(remark?.contains("block comments, the FAQ's and the HowTo's structured data can't be restored") == true)
    #expect(article("<p>Text</p>").remarks.first?.contains("block comments can't be restored") == true)
  }
}
