// The blocks of a post, as WordPress's parser gives them.
import Foundation
import TestSupport
import Testing

@testable import WordPressFilter

@Suite struct BlockTreeTests {
  /// `*.parsed.json` is what WordPress's parser in PHP gives. Gutenberg's is of the files without the line feeds at their ends.
  @Test(
    .enabled(if: TestFiles.shared("data/gutenberg") != nil, "shared/data is not beside this checkout"),
    arguments: [("data/gutenberg", 64), ("data/wordpress/block-fixtures", 70)])
  func fixtures(folder: String, expected: Int) throws {
    let url = try #require(TestFiles.shared(folder))
    var count = 0
    for name in try FileManager.default.contentsOfDirectory(atPath: url.path) where name.hasSuffix(".parsed.json") {
      let stem = name.dropLast(".parsed.json".count)
      var html = try TestFiles.bytes(url.appendingPathComponent(stem + ".html"))
      while folder.hasSuffix("gutenberg"), html.last == 0x0A { html.removeLast() }
      let parsed = try JSONSerialization.jsonObject(with: Data(contentsOf: url.appendingPathComponent(name)))
      #expect(try Self.value(of: html).isEqual(to: parsed as? [Any] ?? []), "\(stem)")
      count += 1
    }
    #expect(count >= expected)
  }

  /// The tree as WordPress prints it: name, inner content with `*` for a block, and the blocks in it.
  private static func shown(_ html: String) throws -> String {
    let bytes = Array(html.utf8)
    let tree = BlockTree(bytes)
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    func shown(_ index: Int) -> String {
      let block = tree.blocks[index]
      var inner: [String] = []
      let content = block.content.map { part -> String in
        switch part {
        case .html(let range): return "“\(text(range))”"
        case .block(let index):
          inner.append(shown(index))
          return "*"
        }
      }
      let name = block.name.map(text) ?? "-"
      return name + text(block.attributes) + "(" + content.joined() + (inner.isEmpty ? "" : ": ")
        + inner.joined(separator: " ") + ")"
    }
    return tree.roots.map(shown).joined(separator: " ")
  }

  @Test(arguments: [
    ("", ""), ("plain", "-(“plain”)"),
    ("a<!-- wp:x -->b<!-- /wp:x -->c", "-(“a”) x(“b”) -(“c”)"),
    ("<!-- wp:x {\"a\":1} /-->", "x{\"a\":1}()"), ("a<!-- wp:x /-->b", "-(“a”) x() -(“b”)"),
    (
      "<!-- wp:x -->1<!-- wp:y -->2<!-- /wp:y -->3<!-- wp:z /--><!-- /wp:x -->",
      "x(“1”*“3”*: y(“2”) z())"
    ),
    // An inner block that is closed has its content even where that is empty; an outer one has none then.
    ("<!-- wp:x --><!-- wp:y --><!-- /wp:y --><!-- /wp:x -->", "x(*: y(“”))"), ("<!-- wp:x --><!-- /wp:x -->", "x()"),
    // What is never closed is taken out of its parents, innermost first.
    ("a<!-- wp:x -->b", "-(“a”) x(“b”)"),
    ("<!-- wp:x -->a<!-- wp:y -->b", "-(“a”) y(“b”) x(“a<!-- wp:y -->b”)"),
    // A closing delimiter too many ends the search.
    ("a<!-- /wp:x -->b<!-- wp:y /-->", "-(“a<!-- /wp:x -->b<!-- wp:y /-->”)"),
    // Names are not compared; a delimiter that is both is a block by itself.
    ("<!-- wp:x -->a<!-- /wp:y -->b", "x(“a”) -(“b”)"), ("<!-- /wp:x /-->", "x()"),
    ("<!-- /wp:x {} -->", "-(“<!-- /wp:x {} -->”)"),
    // The pattern knows no HTML, and attributes may have a comment's end in them.
    ("<textarea><!-- wp:x /--></textarea>", "-(“<textarea>”) x() -(“</textarea>”)"),
    ("<!-- wp:x {\"a\":\"-->\"} /-->", "x{\"a\":\"-->\"}()"),
    ("<!-- wp:x {\"a\":\"} x -->\"} -->b", "x{\"a\":\"} x -->\"}(“b”)"),
    ("<!-- wp:x {\"a\":1}--><!-- wp:y {} -->", "x{\"a\":1}--><!-- wp:y {}()"),
    ("<!-- wp:x {broken --><!-- wp:y -->b", "-(“<!-- wp:x {broken -->”) y(“b”)"),
    ("<!-- wp:x { broken", "-(“<!-- wp:x { broken”)"), ("<!<!--<!-- wp:x /--", "-(“<!<!--<!-- wp:x /--”)"),
    ("<!-- <!-- wp:x /-->", "-(“<!-- ”) x()"),
  ])
  func quirks(html: String, expected: String) throws {
    #expect(try Self.shown(html) == expected)
  }

  /// 100,000 levels, closed and unclosed; attributes that are never closed, which a naive search would read over and over.
  @Test(arguments: [
    ("<!-- wp:x -->", "", 100_000), ("<!-- wp:x -->a", "<!-- /wp:x -->", 100_000), ("<!-- wp:x {", "", 0),
    ("<!-- wp:x {} ", "", 0), ("<!-- wp:x {}  -- ", "", 0), ("<!--", "", 0),
  ])
  func deep(open: String, close: String, blocks: Int) {
    let bytes = Array((String(repeating: open, count: 100_000) + String(repeating: close, count: 100_000)).utf8)
    #expect(BlockTree(bytes).blocks.count { $0.name != nil } == blocks)
    #expect(BlockShape.difference(bytes, bytes) == nil)
  }

  @Test(arguments: [
    ("<!-- wp:x {\"a\":\"b\"} -->c<!-- /wp:x -->", "<!-- wp:x {\"a\":\"d \\u003c\"} -->e<!-- /wp:x -->", nil),
    ("a<!-- wp:x -->", "a", "line 1: a block delimiter is missing: x"),
    ("a\n", "a\n<!-- wp:x -->", "line 2: a block delimiter is extra: x"),
    ("\n<!-- wp:x -->", "\n<!-- wp:y -->", "line 2: block y instead of x"),
    ("<!-- wp:x {\"a\":1} -->", "<!-- wp:x {\"b\":1} -->", "line 1: other attributes of block x"),
    ("<!-- wp:x {\"a\":[1]} -->", "<!-- wp:x {\"a\":[1,2]} -->", "line 1: other attributes of block x"),
    ("<!-- wp:x {\"a\":[\"b\",{\"type\":\"i\"}]} -->", "<!-- wp:x {\"a\":[{\"type\":\"i\"}]} -->", nil),
    (
      "<!-- wp:x {\"a\":{\"b\":1}} -->", "<!-- wp:x {\"a\":{\"c\":1}} -->", "line 1: other attributes of block x"
    ),
    ("<!-- wp:x {\"a\":1} -->", "<!-- wp:x {\"a\":\"1\"} -->", "line 1: other attributes of block x"),
    ("<!-- wp:x {no} -->", "<!-- wp:x {on} -->", "line 1: other attributes of block x"),
  ])
  func shape(before: String, after: String, expected: String?) {
    #expect(BlockShape.difference(Array(before.utf8), Array(after.utf8)) == expected)
  }

  /// In a text area WordPress sees a block where HTML sees text for a translator.
  @Test func aTranslationThatWouldBreakBlocksIsRefused() throws {
    let html = "<!-- wp:html --><textarea>a <!-- wp:x /--></textarea><!-- /wp:html -->"
    #expect(try units(html, .raw) == ["a <!-- wp:x /-->"])
    #expect(!BlockShape.isOfComments(Array(html.utf8)))
    let refused = #expect(throws: ArticleError.self) { try merged(html, .raw, first: "b <!-- wp:x /-->") }
    #expect(refused?.problem.contains("line 1: block html instead of x") == true)
  }

  /// The tree in the form of the fixtures.
  private static func value(of bytes: [UInt8]) throws -> NSArray {
    let tree = BlockTree(bytes)
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    func value(_ index: Int) throws -> [String: Any] {
      let block = tree.blocks[index]
      var inner: [[String: Any]] = []
      var html = ""
      var content: [Any] = []
      for part in block.content {
        switch part {
        case .html(let range):
          html += text(range)
          content.append(text(range))
        case .block(let index):
          inner.append(try value(index))
          content.append(NSNull())
        }
      }
      let name = block.name.map(text).map { $0.contains("/") ? $0 : "core/" + $0 }
      let attributes =
        block.attributes.isEmpty ? [:] : try JSONSerialization.jsonObject(with: Data(bytes[block.attributes]))
      return [
        "blockName": name ?? NSNull(), "attrs": attributes, "innerBlocks": inner, "innerHTML": html,
        "innerContent": content,
      ]
    }
    return NSArray(array: try tree.roots.map(value))
  }
}
