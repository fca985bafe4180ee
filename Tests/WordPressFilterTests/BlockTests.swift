// WordPress's block delimiters, and blocks whose attributes hold text.
import Foundation
import HTMLTokens
import Interchange
import TestSupport
import Testing

@testable import WordPressFilter

@Suite struct BlockCommentTests {
  /// Kind, name and attributes of the delimiter whose comment has `content`.
  private func block(_ content: String) -> String? {
    let bytes = Array(content.utf8)
    guard let block = BlockComment(bytes.span, bytes.indices) else { return nil }
    let attributes = String(decoding: bytes[block.attributes], as: UTF8.self)
    return "\(block.kind) \(String(decoding: bytes[block.name], as: UTF8.self)) \(attributes)"
  }

  @Test(arguments: [
    (" wp:paragraph ", "opening paragraph "), (" /wp:paragraph ", "closing paragraph "),
    (" wp:more /", "selfClosing more "),
    (" wp:my/block-1_x {\"a\":1} ", "opening my/block-1_x {\"a\":1}"),
    (" wp:a {\"b\":\"/\"} /", "selfClosing a {\"b\":\"/\"}"),
    ("\n\twp:a\n{}\n", "opening a {}"), (" wp:a {\"x\":{}} /", "selfClosing a {\"x\":{}}"),
    ("\u{B}\u{C}wp:a ", "opening a "), (" /wp:a /", "selfClosing a "), (" /wp:a {} ", "closing a {}"),
  ])
  func delimiters(content: String, expected: String) {
    #expect(block(content) == expected)
  }

  @Test(arguments: [
    "", " ", "wp:a ", " wp:", " wp:4a ", " wp:A ", " wp:a", " wp:a {", " wp:a {}", " wp:a {\"x\":{}}/", " wp:a / ",
    " wp:a x ", " wp:a [] ", " note ", " / wp:a ",
    " wp :a ", " wp:a/4b ", " wp:a/b/c ", " wp:a/ ",
  ])
  func ordinaryComments(content: String) {
    #expect(block(content) == nil)
  }

  /// The fixtures' own parse says how many blocks stand in each; freeform text between them has no delimiter.
  @Test(
    .enabled(if: TestFiles.shared("data/gutenberg") != nil, "shared/data is not beside this checkout"),
    arguments: ["data/gutenberg", "data/wordpress/block-fixtures"])
  func fixtures(folder: String) throws {
    let url = try #require(TestFiles.shared(folder))
    var count = 0
    for name in try FileManager.default.contentsOfDirectory(atPath: url.path) where name.hasSuffix(".parsed.json") {
      let stem = name.dropLast(".parsed.json".count)
      let html = try TestFiles.bytes(url.appendingPathComponent(stem + ".html"))
      let parsed = try JSONSerialization.jsonObject(with: Data(contentsOf: url.appendingPathComponent(name)))
      #expect(Self.names(in: html) == Self.names(of: parsed), "\(stem)")
      count += 1
    }
    #expect(count >= 64)
  }

  private static func names(in html: [UInt8]) -> [String] {
    var names: [String] = []
    var tokenizer = HTMLTokenizer()
    while let token = tokenizer.next(in: html.span) {
      guard token.kind == .comment, let block = BlockComment(html.span, token.content), block.kind != .closing else {
        continue
      }
      let name = String(decoding: html[block.name], as: UTF8.self)
      names.append(name.contains("/") ? name : "core/" + name)
    }
    return names
  }

  private static func names(of parsed: Any) -> [String] {
    guard let blocks = parsed as? [[String: Any]] else { return [] }
    return blocks.flatMap { block in
      ((block["blockName"] as? String).map { [$0] } ?? []) + names(of: block["innerBlocks"] ?? [])
    }
  }
}

@Suite struct BlockAttributeTests {
  private let faq = """
    <!-- wp:rank-math/faq-block {"questions":[{"id":"faq-1","title":"Does it \\u003cem\\u003ehurt\\u003c/em\\u003e?",\
    "content":"\\u003cp\\u003eHardly. \\u0022Mild\\u0022 pain.\\u003c/p\\u003e\\u003cp\\u003eSee \\u003ca href=\\u0022/x\\u0022\\u003ehere\\u003c/a\\u003e.\\u003c/p\\u003e",\
    "visible":true},{"id":"faq-2","title":"Only here","content":"Other \\u002d\\u002d text"}],"titleWrapper":"h3"} -->
    <div class="wp-block-rank-math-faq-block"><h3>Does it <em>hurt</em>?</h3><div><p>Hardly. "Mild" pain.</p>\
    <p>See <a href="/x">here</a>.</p></div><p>Another text</p></div>
    <!-- /wp:rank-math/faq-block -->
    """

  @Test func oneUnitFeedsBoth() throws {
    #expect(
      try units(faq, .raw) == [
        "Does it {1}hurt{/1}?", "Hardly. \"Mild\" pain.", "See {1}here{/1}.", "Another text",
        "content.attribute: Only here", "content.attribute: Other -- text",
      ])
  }

  @Test func bothChangeTogetherAndTheRestKeepsItsBytes() throws {
    let merged = try merged(faq, .raw, first: "Doet <het> -- {1}pijn{/1} & \"zo\"?")
    let expected = faq.replacingOccurrences(
      of: "Does it \\u003cem\\u003ehurt\\u003c/em\\u003e?",
      with:
        "Doet \\u0026lt;het\\u0026gt; \\u002d\\u002d \\u003cem\\u003epijn\\u003c/em\\u003e \\u0026amp; \\u0022zo\\u0022?"
    ).replacingOccurrences(
      of: "Does it <em>hurt</em>?", with: "Doet &lt;het&gt; -- <em>pijn</em> &amp; \"zo\"?")
    #expect(merged == expected)
    #expect(!merged.contains("Does it"))
  }

  @Test func anAttributeOfItsOwnChangesAlone() throws {
    let article = Sample("faq", Array(faq.utf8), .raw).article
    let segmenter = try makeSegmenter()
    var file = try Extractor(segmenter: segmenter).extract(article)
    file.units[5].translate(into: "Een --- \\ andere\nregel\u{2011}é")
    let merged = try Merger(segmenter: segmenter).merge(article, with: file).article
    #expect(
      String(decoding: merged.content, as: UTF8.self)
        == faq.replacingOccurrences(
          of: "Other \\u002d\\u002d text", with: "Een \\u002d\\u002d- \\u005c andere\\nregel\u{2011}é"))
  }

  @Test func anImageInAnAnswerHasOneAlt() throws {
    let html = """
      <!-- wp:yoast/faq-block {"questions":[{"jsonQuestion":"Q","jsonAnswer":"A \\u003cimg alt=\\u0022Face\\u0022\\u003e b"}]} -->
      <strong>Q</strong><p>A <img alt='Face'> b</p><!-- /wp:yoast/faq-block -->
      """
    #expect(try units(html, .raw) == ["{1}Q{/1}", "A {1} b", "alt: Face"])
    let article = Sample("faq", Array(html.utf8), .raw).article
    let segmenter = try makeSegmenter()
    let file = try Extractor(segmenter: segmenter).extract(article).translated { source in
      XLIFF.Content(shown: source.plainText == "Face" ? "Het \"gezicht\"" : "X {1} y", like: source)
    }
    let merged = try Merger(segmenter: segmenter).merge(article, with: file)
    let text = String(decoding: merged.article.content, as: UTF8.self)
    #expect(text.contains("\"X \\u003cimg alt=\\u0022Het \\u0026quot;gezicht\\u0026quot;\\u0022\\u003e y\""))
    #expect(text.contains("<p>X <img alt='Het \"gezicht\"'> y</p>"))
  }

  @Test(arguments: [
    "<!-- wp:rank-math/faq-block {broken} --><p>A</p><!-- /wp:rank-math/faq-block -->",
    "<!-- wp:rank-math/faq-block {\"questions\":\"none\"} --><p>A</p><!-- /wp:rank-math/faq-block -->",
    "<!-- wp:rank-math/faq-block {\"questions\":[{\"title\":1}]} --><p>A</p>",
    "<!-- wp:unknown/block {\"title\":\"Not known to hold text\"} --><p>A</p>", "<!-- /wp:a --><!-- /wp:a --><p>A</p>",
  ])
  func attributesWithoutText(html: String) throws {
    #expect(try units(html, .raw) == ["A"])
  }

  @Test func blocksWithoutHTML() throws {
    let html =
      "<!-- wp:rank-math/howto-block {\"description\":\"D\",\"steps\":[{\"title\":\"T\",\"content\":\"C\"}]} /--><p>T</p>"
    #expect(
      try units(html, .raw) == [
        "content.attribute: D", "content.attribute: T", "content.attribute: C", "T",
      ])
  }
}
