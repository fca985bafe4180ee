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
}
