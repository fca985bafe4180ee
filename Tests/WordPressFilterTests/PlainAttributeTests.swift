// Attributes of blocks that hold plain text and no HTML.
import Interchange
import Testing

@testable import WordPressFilter

@Suite struct PlainAttributeTests {
  @Test(arguments: [
    (
      "<!-- wp:search {\"label\":\"Find \\u003cb\\u003eit\\u003c/b\\u003e\",\"placeholder\":\"a \\u003c b\",\"buttonText\":\"Go\"} /-->",
      ["Find {1}it{/1}", "a < b", "Go"]
    ),
    ("<!-- wp:read-more {\"content\":\"Read \\u0026amp; see\"} /-->", ["Read & see"]),
    (
      "<!-- wp:social-link {\"url\":\"https://a.example\",\"service\":\"x\",\"label\":\"A \\u0026amp; <b>\"} /-->",
      ["A &amp; <b>"]
    ),
    ("<!-- wp:social-link {\"label\":\" \\u0001 \"} /-->", []), ("<!-- wp:cover {\"alt\":\"\"} /-->", []),
  ])
  func coreBlocks(html: String, expected: [String]) throws {
    #expect(try units(html, .raw) == expected.map { "content.attribute: " + $0 })
  }

  @Test(arguments: [
    ("label", "A & b &amp; c", "&lt;D&gt; [e] & \u{201C}f", "\\u0026lt;D\\u0026gt; [e] \\u0026 \u{201C}f"),
    ("label", "  A  ", "x & <b>--", "  x \\u0026 \\u003cb\\u003e\\u002d\\u002d  "),
    ("label", "A", "\"", "\\u0022"),
  ])
  func plainTextIsWrittenAsItIs(key: String, source: String, target: String, expected: String) throws {
    let merged = try merged("<!-- wp:social-link {\"\(key)\":\"\(source)\"} /-->", .raw, first: target)
    #expect(merged == "<!-- wp:social-link {\"\(key)\":\"\(expected)\"} /-->")
  }

  @Test(arguments: [
    (
      "<!-- wp:cover {\"id\":1,\"alt\":\"A \\u0026 b\"} --><div><img alt=\"A &amp; b\" src=\"x\"/>",
      "<p>Text</p></div><!-- /wp:cover -->"
    ),
    (
      "<!-- wp:cover {\"alt\":\"A \\u0026 b\"} --><div role=\"img\" aria-label=\"A &amp; b\"></div>",
      "<!-- wp:paragraph --><p>A &amp; b</p><!-- /wp:paragraph --><!-- /wp:cover -->"
    ),
    (
      "<!-- wp:media-text {\"mediaAlt\":\"A \\u0026 b\"} --><figure><img alt=\"A &amp; b\"></figure>",
      "<p>A &amp; b</p><!-- /wp:media-text -->"
    ),
  ])
  func theImagesAltIsOneUnit(image: String, rest: String) throws {
    let article = Sample("alt", Array((image + rest).utf8), .raw).article
    let segmenter = try makeSegmenter()
    var file = try Extractor(segmenter: segmenter).extract(article)
    #expect(file.units.count == 2 && file.units[0].sourceContent.shown == "A & b")
    file.units[0].translate(into: "C \"<D>\"")
    let merged = try Merger(segmenter: segmenter).merge(article, with: file).article
    let expected = image.replacing("A \\u0026 b", with: "C \\u0022\\u003cD\\u003e\\u0022")
      .replacing("A &amp; b", with: "C &quot;&lt;D&gt;&quot;")
    #expect(String(decoding: merged.content, as: UTF8.self) == expected + rest)
  }

  /// A twin that a paragraph only seems to have: a tag's attribute is no paragraph.
  @Test func anAltIsNoParagraph() throws {
    let html = "<!-- wp:cover {\"alt\":\"Face\"} --><p>Face</p><!-- /wp:cover -->"
    #expect(try units(html, .raw) == ["Face", "content.attribute: Face"])
  }

  @Test func theLawsHold() throws {
    let html = """
      <!-- wp:search {"label":"Find <i>a</i> thing","placeholder":"a & b <c> &amp; [d]","buttonText":"Go on"} /-->
      <!-- wp:cover {"alt":"A & b"} --><div><img alt="A &amp; b"><p>Text.</p></div><!-- /wp:cover -->
      <!-- wp:yoast/faq-block {"questions":[{"jsonQuestion":"Only here","question":["Only here"]}]} /-->
      """
    #expect(try Laws().violations(Sample("plain", Array(html.utf8), .raw)) == [])
  }
}
