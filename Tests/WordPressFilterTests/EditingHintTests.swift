// What a translator may do with a code, what stands for it, and how it is previewed.
import Interchange
import Testing

@testable import WordPressFilter

@Suite struct EditingHintTests {
  private func codes(_ html: String) throws -> [XLIFF.InlineElement] {
    try extracted(html, .raw).units[0].sourceContent.codes
  }

  /// The hints of the first code: which of copying, deleting, reordering are allowed.
  @Test(arguments: [
    ("<b>x</b>", "r"), ("<span title=\"Tip\">x</span>", "r"), ("<a href=x>x</a>", "r"), ("<br>", "r"),
    ("<img src=x>", "r"),
    ("[note]", "r"), ("[b]x[/b]", "r"), ("<b>", "r"),
    ("</b>", "r"),
    ("<x-y>x</x-y>", "r"), ("<!-- c -->", "r"), ("<code>x</code>", "r"), ("https://example.org/", "r"),
    ("<input>", "r"),
  ])
  func hints(markup: String, expected: String) throws {
    let code = try #require(try codes("<p>a \(markup) b</p>").first)
    let hints = (code.canCopy ? "c" : "") + (code.canDelete ? "d" : "") + (code.canReorder ? "r" : "")
    #expect(hints == expected)
  }

  @Test func anEndRepeatsItsStart() throws {
    let codes = try codes("<p>One <a href=x>two. Three</a> four.</p>")
    #expect(codes.map(\.kind) == [.startCode, .endCode])
    #expect(codes.allSatisfy { !$0.canCopy && !$0.canDelete && $0.canReorder })
  }

  @Test func partsOfRubyKeepTheirOrder() throws {
    let codes = try codes("<p>a <ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby> b</p>")
    #expect(codes.filter { $0.kind == .spanStart }.map(\.canReorder) == [true, false, false, false])
  }

  @Test func equivalents() throws {
    let codes = try codes("<p>a<br>b https://example.org/?a=b <b>c</b> <img src=x> [note] d</p>")
    #expect(codes.map(\.equivalent) == ["\n", "https://example.org/?a=b", nil, nil, nil, nil])
  }

  @Test(arguments: [
    ("<b>x</b>", "b", nil), ("<strong>x</strong>", "strong", nil), ("<mark>x</mark>", nil, nil), ("<b>", nil, nil),
    ("<br>", "br", nil), ("<a href=\"/x?a=1&amp;b=2,3\\4\">x</a>", "a", "href,/x?a=1&b=2\\,3\\\\4"),
    ("<a>x</a>", "a", nil), ("<img alt=\"A, b\" src='/i.png'>", "img", "src,/i.png\\alt,A\\, b"),
    ("<img src=\"data:\(String(repeating: "A", count: 2000))\">", "img", nil), ("[b]x[/b]", nil, nil),
  ])
  func previews(markup: String, element: String?, attributes: String?) throws {
    let code = try #require(try codes("<p>a \(markup) b</p>").first)
    #expect(code.formatStyle?.element == element)
    #expect(code.formatStyle?.attributes == attributes)
  }

  @Test func unitsArePreviewedAsTheirElements() throws {
    let html = "<h2>a</h2><p>b</p><ul><li>c</li></ul><table><tr><th>d</th><td>e</td></tr></table><section>f</section>"
    #expect(
      try extracted(html).units.map { $0.modules.formatStyle?.element } == ["h2", "p", "li", "th", "td", nil])
  }
}
