// Shortcodes in posts as they are stored, and brackets in posts as they are shown.
import Interchange
import Testing

@testable import WordPressFilter

@Suite struct ShortcodeTests {
  @Test(arguments: [
    ("a [x a=\"b\"]text[/x] c", ["a {1}text{/1} c"]), ("a [x] c", ["a {1} c"]), ("a [x /] c", ["a {1} c"]),
    ("a [[x]] c", ["a {1} c"]), ("a [[x a=\"1\"]] c", ["a {1} c"]), ("a [1] b", ["a [1] b"]),
    ("a [see the note] b", ["a [see the note] b"]), ("so [sic] it is", ["so {1} it is"]),
    ("above [gallery ids=\"1,2\"] below", ["above", "below"]), ("above [gallery] below", ["above", "below"]),
    ("[caption id=\"a\" width=\"3\"]<img src=x alt=\"Face\" /> The cap[/caption]", ["The cap", "alt: Face"]),
    ("[x a=\"]\"]t[/x]", ["{1}\"]t{/1}"]), ("a [x=1]b[/x] c", ["a {1}b{/1} c"]), ("a [/x b] c", ["a [/x b] c"]),
    ("a [x b=\"[c]\"] d", ["a {1}\"] d"]), ("a [x b=\"<i>c</i>\" d=\"e\"] f [y] g", ["a {1} f {2} g"]),
    ("a [x b=\"<i>c</i>\" d] f", ["a {1} f"]), ("a [x b=\"<i>c</i>", ["a [x b=\"{1}c{/1}"]),
    ("[[x]a[/x]] b [[y]]", ["{1}a{/1} b"]), ("a [[x] and [y]] b", ["a {1} and {2}] b"]),
    ("[a][b]x[/b][c]y[/a] [d]z", ["{1}{2}x{/2}{3}y{/1} {4}z"]), ("[x a='1' text", ["[x a='1' text"]),
    ("[x <b>a</b>]", ["[x {1}a{/1}]"]),
    ("[embed]https://example.org/v[/embed]", []),
    ("[x url=\"https://example.org/\"]", []),
  ])
  func raw(text: String, expected: [String]) throws {
    #expect(try units("<!-- wp:html -->\(text)<!-- /wp:html -->", .raw) == expected)
  }

  @Test(arguments: [
    ("so [sic] it is", ["so [sic] it is"]), ("a [x a=\"b\"]text[/x] c", ["a {1}text{/1} c"]), ("see [1]", ["see [1]"]),
    ("above [gallery] below", ["above [gallery] below"]), ("[&hellip;]", ["[…]"]),
  ])
  func rendered(text: String, expected: [String]) throws {
    #expect(try units("<p>\(text)</p>") == expected)
  }

  /// WordPress runs shortcodes in the values of tags' attributes.
  @Test func shortcodesInAttributes() throws {
    let html = "<!-- wp:html --><p>a</p><img src=x alt=\"Seen by [name id=1] today\" /><!-- /wp:html -->"
    #expect(try units(html, .raw) == ["a", "alt: Seen by {1} today"])
    let source = "<!-- wp:html --><img src=x alt=\"b\" /><!-- /wp:html -->"
    let target = "<!-- wp:html --><img src=x alt=\"&#91;name] [1]\" /><!-- /wp:html -->"
    #expect(try merged(source, .raw, first: "[name] [1]") == target)
  }

  @Test func titlesRunNoShortcodes() throws {
    var article = Sample("test", [], .raw).article
    article.title = Array("[Update] New hours".utf8)
    let file = try Extractor(segmenter: try makeSegmenter()).extract(article)
    #expect(file.units.map(\.sourceContent.shown) == ["[Update] New hours"])
  }

  /// `&#91;` is how WordPress wants a bracket that is no shortcode.
  @Test(arguments: [
    ("&#91;gallery&#93;", "[gallery]!", "&#91;gallery]!"), ("a", "[1]", "[1]"), ("a", "[x a=1]", "&#91;x a=1]"),
    ("a", "[zie de noot]", "[zie de noot]"), ("a", "[/x]", "&#91;/x]"), ("a", "[", "["),
    ("a <b>b</b>", "[a {1}b{/1}]", "[a <b>b</b>]"), ("a [x] b", "[{1}", "&#91;[x]"),
  ])
  func translatorsBrackets(source: String, target: String, expected: String) throws {
    let html = "<!-- wp:html --><p>\(source)</p><!-- /wp:html -->"
    #expect(try merged(html, .raw, first: target) == "<!-- wp:html --><p>\(expected)</p><!-- /wp:html -->")
  }

  @Test func classicPostsHaveParagraphs() throws {
    #expect(try units("One\nline.\n\nTwo.\r\n \r\nThree", .raw) == ["One\nline.", "Two.", "Three"])
    #expect(try units("One\n\nTwo", .rendered) == ["One\n\nTwo"])
    #expect(try units("<!-- wp:html -->One\n\nTwo<!-- /wp:html -->", .raw) == ["One\n\nTwo"])
    #expect(try merged("One\n\nTwo", .raw, first: "A\n\nB") == "A\n&#10;B\n\nTwo")
  }

  @Test func moreEndsAUnit() throws {
    #expect(try units("One<!--more-->two<!--nextpage-->three", .raw) == ["One", "two", "three"])
  }

  // MARK: Attributes by rule

  private static let rules = """
    <wpml-config><shortcodes>
      <shortcode><tag>note</tag><attributes><attribute label="heading">Title</attribute>
        <attribute encoding="allow_html_tags">body</attribute><attribute type="link">url</attribute>
        <attribute encoding="base64">raw</attribute></attributes></shortcode>
      <shortcode><tag ignore-content="1">code</tag></shortcode>
    </shortcodes></wpml-config>
    """

  private static func article(_ html: String) -> Article {
    Article(
      id: "1", form: .raw, content: Array("<!-- wp:html -->\(html)<!-- /wp:html -->".utf8), file: "test", line: 1)
  }

  @Test(arguments: [
    ("a [note title=\"Read on\"] b", ["a {1} b", "Read on"]), ("a [note title='Read on' /] b", ["a {1} b", "Read on"]),
    ("a [note title=Read] b", ["a {1} b", "Read"]), ("[note TITLE=\"x &amp; y\"]in[/note]", ["{1}in{/1}", "x & y"]),
    ("a [note body=\"<b>Read</b> on\"] b", ["a {1} b", "{1}Read{/1} on"]),
    ("a [note url=\"Read on\" title=\"It\\\'s\"] b", ["a {1} b", "It{1}s"]),
    ("a [other title=\"Read on\"] b", ["a {1} b"]), ("a [code]x <b>y</b>[/code] b", ["a {1} b"]),
    ("a [code]x <b>y</b> b", ["a {1}x {2}y{/2} b"]),
    ("[caption caption=\"The cap\"]<img src=x>[/caption]", ["The cap"]),
    ("[vc_row][vc_column_text]One[/vc_column_text][vc_column_text]Two[/vc_column_text][/vc_row]", ["One", "Two"]),
    ("[vc_toggle title=\"Q?\"]A.[/vc_toggle]", ["Q?", "A."]),
  ])
  func ruled(text: String, expected: [String]) throws {
    let extractor = Extractor(segmenter: try makeSegmenter(), rules: try TextRules.over([Self.rules]))
    #expect(try extractor.extract(Self.article(text)).units.map(\.sourceContent.shown) == expected)
  }

  /// A value takes neither quotes nor brackets, and WordPress takes backslashes off.
  @Test(arguments: [
    (
      "a [note title=\"b\"] c", "\"d\" [e] <f> \\ & 'g'",
      "z [note title=\"&quot;d&quot; &#91;e&#93; &lt;f&gt; \\\\ &amp; 'g'\"] c"
    ),
    ("a [note title=b] c", "d e", "z [note title=d&#32;e] c"),
    ("a [note body=\"<b>Read</b> on\"] c", "{1}Lees{/1} verder", "z [note body=\"<b>Lees</b> verder\"] c"),
  ])
  func translatedValues(text: String, target: String, expected: String) throws {
    let rules = try TextRules.over([Self.rules])
    let article = Self.article(text)
    var file = try Extractor(segmenter: try makeSegmenter(), rules: rules).extract(article)
    file.units[1].translate(into: target)
    // The code that the value stands in is written by another unit: both edits are made.
    file.units[0].translate(into: "z {1} c")
    let merged = try Merger(segmenter: try makeSegmenter(), rules: rules).merge(article, with: file)
    #expect(
      String(decoding: merged.article.content, as: UTF8.self)
        == "<!-- wp:html -->\(expected)<!-- /wp:html -->")
  }

  @Test func attributesWithoutARuleAreSaid() throws {
    let stream = UnitStream(version: .v2_1, from: "en", to: "nl")
    let extractor = Extractor(segmenter: try makeSegmenter(), rules: try TextRules.over([Self.rules]))
    let (_, remarks) = try extractor.extract(
      Self.article("a [box heading=\"Book your visit\" id=\"3\"] [note raw=\"QUJD\" url=\"Read it now\"]"), to: stream)
    #expect(
      remarks == [
        "not extracted: [box] attribute \"heading\" (\"Book your visit\")",
        "not extracted: [note] attribute \"raw\", which is written as base64 (\"QUJD\")",
      ])
  }

  @Test(arguments: [
    (" a=\"b c\" d='e' f=g", ["a=b c", "d=e", "f=g"]), (" 123 \"two words\" x=1", ["=123", "=two words", "x=1"]),
    ("=https://example.org/", ["==https://example.org"]), (" a = \"b\" c", ["a=b", "=c"]),
    (" a=\"b\"c=\"d\"", ["=a=\"b\"c=\"d\""]), (" \u{A0}a=\"b\"\u{200B}c=1 /", ["a=b", "c=1"]), (" a=''", ["a="]),
    ("", []),
  ])
  func attributes(text: String, expected: [String]) throws {
    let bytes = Array("[x\(text)]".utf8)
    let shortcode = Shortcode(bytes.span, at: 0, end: bytes.count, bareBracketsAreText: false)
    let code = try #require(shortcode)
    var attributes = ShortcodeAttributes(of: code, in: bytes.span)
    var found: [String] = []
    while let attribute = attributes.next(in: bytes.span) {
      found.append(
        "\(String(decoding: bytes[attribute.name], as: UTF8.self))=\(String(decoding: bytes[attribute.value], as: UTF8.self))"
      )
    }
    #expect(found == expected)
  }
}
