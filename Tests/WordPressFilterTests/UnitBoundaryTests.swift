// What is a unit, and where one ends.
import Interchange
import Testing

@testable import WordPressFilter

@Suite struct UnitBoundaryTests {
  @Test(arguments: [
    ("<p>One.</p><p>Two.</p>", ["One.", "Two."]),
    ("<h2>Head</h2>Bare text<p>Para</p>tail", ["Head", "Bare text", "Para", "tail"]),
    ("<div>Text directly<p>Inner</p>and behind</div>", ["Text directly", "Inner", "and behind"]),
    ("<ul><li>One<ul><li>Deep</li></ul></li><li>Two</li></ul>", ["One", "Deep", "Two"]),
    ("<table><tr><th>H</th><td>A</td></tr><tr><td><p>B</p></td></tr></table>", ["H", "A", "B"]),
    ("<dl><dt>T</dt><dd>D</dd></dl>", ["T", "D"]),
    ("<figure><img src=x alt=\"Face\"><figcaption>Cap</figcaption></figure>", ["alt: Face", "Cap"]),
    ("<P>One<BR>two</P>", ["One{1}two"]),
    ("<p>unclosed<p>next", ["unclosed", "next"]),
    ("<details><summary>S</summary>Body</details>", ["S", "Body"]),
    ("<p>  spaced \n out  </p>", ["spaced \n out"]),
    ("<p>&nbsp;</p><p> </p><p>\u{A0}\u{200B}</p><p></p>", []),
    ("<p>&#32;edge&#10;</p>", ["edge"]),
    ("", []), ("plain", ["plain"]),
  ])
  func blocks(html: String, expected: [String]) throws {
    #expect(try units(html) == expected)
  }

  @Test(arguments: [
    ("<p>a <code>x = 1</code> b</p>", ["a {1} b"]),
    ("<p>a <script>var s = 'x';</script>b</p>", ["a {1}b"]),
    ("<style>p{color:red}</style><p>b</p>", ["b"]),
    ("<p>a <svg><title>T</title><text>drawn</text></svg> b</p>", ["a {1} b", "T", "drawn"]),
    ("<p>a <svg/> b <math/> c</p>", ["a {1} b {2} c"]),
    ("<p>a <span translate=\"no\">Botox <b>x</b></span> b</p>", ["a {1} b"]),
    ("<p>a <span TRANSLATE=No>Botox</span> b</p>", ["a {1} b"]),
    ("<p>a <span class=\"brand notranslate big\">Botox</span> b</p>", ["a {1} b"]),
    ("<p>a <span class=\"notranslated\">Botox</span> b</p>", ["a {1}Botox{/1} b"]),
    ("<p class=notranslate>Keep <i>me</i></p><p>Mine</p>", ["Mine"]),
    ("<div translate=no><div>deep</div>kept</div>out", ["out"]),
    ("<p>a <code>never closed</p><p>b</p>", ["a {1}never closed", "b"]),
    ("<!-- note --><p>a<!-- inside -->b</p>", ["a{1}b"]),
    ("<p translate=no>kept<img alt=\"kept too\"></p>", []),
    ("<template><p>T</p></template><iframe>F</iframe><noscript><p>N</p></noscript>", ["N"]),
  ])
  func opaque(html: String, expected: [String]) throws {
    #expect(try units(html) == expected)
  }

  @Test(arguments: [
    ("<img alt=\"A face\" src=x>", ["alt: A face"]),
    ("<p>See <img alt=\"face\" src=x> here</p>", ["See {1} here", "alt: face"]),
    ("<p>A <a title=\"tip\" href=x>link</a></p>", ["A {1}link{/1}", "content.title: tip"]),
    (
      "<input placeholder=\"Your name\" aria-label=Name>",
      ["content.placeholder: Your name", "content.aria-label: Name"]
    ),
    ("<img alt=\"\" alt=second><img alt=\" \">", []),
    ("<img alt='It&#039;s &quot;x&quot;'>", ["alt: It's \"x\""]),
    ("<a data-title=x name=y>z</a>", ["{1}z{/1}"]),
  ])
  func attributes(html: String, expected: [String]) throws {
    #expect(try units(html) == expected)
  }

  @Test func imageInASentenceNamesItsAlt() throws {
    let file = try extracted("<p>See <img alt=\"face\" src=\"a/b/face.webp\"> here.</p>")
    let code = try #require(file.units[0].sourceContent.codes.first)
    #expect(code.kind == .standaloneCode)
    #expect(code.subFlows == [file.units[1].id])
    #expect(code.display == "[img face.webp]")
    #expect(code.type == "image")
  }

  @Test func notesSayWhereAUnitStands() throws {
    let file = try extracted("<h2>Causes</h2><h3>Skin</h3><ul><li>Acne</li></ul><h2>Care</h2><p>Rest</p>")
    #expect(
      file.units.map { $0.notes.first?.text } == [
        "heading 2 (content)", "heading 3, under: Causes (content)", "list item, under: Causes › Skin (content)",
        "heading 2 (content)", "paragraph, under: Care (content)",
      ])
  }

  /// However many elements are never closed, the way through them stays one.
  @Test(.timeLimit(.minutes(1)))
  func manyUnclosedElements() throws {
    let html = String(repeating: "<code>a<span class=notranslate>", count: 3_000)
    #expect(try units(html + "</code>").count == 1)
  }
}
