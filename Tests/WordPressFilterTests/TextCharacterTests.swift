// Characters: references, spaces that matter, and what XML can't write.
import Testing

@testable import WordPressFilter

@Suite struct TextCharacterTests {
  @Test(arguments: [
    ("Ben &amp; Jerry", "Ben & Jerry"), ("1 &lt; 2 &gt; 0", "1 < 2 > 0"), ("1 < 2", "1 < 2"), ("AT&T", "AT&T"),
    ("non&#8209;surgical", "non\u{2011}surgical"), ("35&#x202f;%", "35\u{202F}%"), ("more&hellip;", "more…"),
    ("&unknown; x", "&unknown; x"), ("a&nbsp;b", "a\u{A0}b"), ("a&shy;b", "a\u{AD}b"),
    ("x &NotEqualTilde; y", "x \u{2242}\u{338} y"),
    ("non\u{2011}surgical 35\u{202F}% a\u{A0}b a\u{AD}b", "non\u{2011}surgical 35\u{202F}% a\u{A0}b a\u{AD}b"),
    ("a\u{0}b", "a{1}b"), ("a\u{1}b\u{C}c", "a{1}b{2}c"), ("a&#1;b", "a{1}b"), ("a&#0;b", "a\u{FFFD}b"),
    ("tab\there\r\nline", "tab\there\r\nline"),
    ("see https://example.org/a?b=c&amp;d, or not", "see {1}, or not"), ("see &lt;http://x&gt; now", "see <{1}> now"),
    ("(http://x/y)", "({1})"), ("at http://x.", "at {1}."), ("http: //x xhttp://y", "http: //x xhttp://y"),
    ("mail\u{A0}http://x\u{A0}now", "mail\u{A0}{1}\u{A0}now"),
  ])
  func characters(html: String, expected: String) throws {
    #expect(try units("<p>\(html)</p>") == [expected])
  }

  @Test func controlCharacterInAnAttribute() throws {
    #expect(try units("<img alt='a\u{1}b&#2;c'>") == ["alt: a{1}b{2}c"])
  }

  @Test(arguments: [
    ("a & b", "x & y < z > \"q\"", "x &amp; y &lt; z &gt; \"q\""),
    ("a", "<b>bold</b>", "&lt;b&gt;bold&lt;/b&gt;"),
    ("a&nbsp;b", "a\u{A0}c", "a\u{A0}c"),
    ("a", "\u{2011}\u{202F}\u{AD}", "\u{2011}\u{202F}\u{AD}"),
    ("a", "&amp;", "&amp;amp;"),
  ])
  func translatorsTextIsNeverMarkup(source: String, target: String, expected: String) throws {
    #expect(try merged("<p>\(source)</p>", first: target) == "<p>\(expected)</p>")
  }

  @Test(arguments: [
    ("<img alt=\"a\" src=x>", "<img alt=\"Het&lt;b&gt; &quot;x&quot; 'y' &amp;\" src=x>"),
    ("<img alt='a' src=x>", "<img alt='Het&lt;b&gt; \"x\" &#039;y&#039; &amp;' src=x>"),
    ("<img alt=a src=x>", "<img alt=Het&lt;b&gt;&#32;&quot;x&quot;&#32;&#039;y&#039;&#32;&amp; src=x>"),
  ])
  func translatorsTextInAnAttribute(source: String, expected: String) throws {
    #expect(try merged(source, first: "Het<b> \"x\" 'y' &") == expected)
  }

  @Test func anEmptyTargetLeavesAnUnquotedAttributeWhole() throws {
    #expect(try merged("<img alt=a src=x>", first: "") == "<img alt=\"\" src=x>")
  }
}
