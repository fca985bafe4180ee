// What the tokenizer does that html5lib's suite, which knows no elements, does not see.
import HTMLTokens
import Testing

struct HTMLTokenizerTests {
  private func tokens(_ bytes: [UInt8]) -> [HTMLToken] {
    var tokenizer = HTMLTokenizer()
    var tokens: [HTMLToken] = []
    while let token = tokenizer.next(in: bytes.span) { tokens.append(token) }
    return tokens
  }

  /// The tokens as `kind:text`.
  private func outline(_ html: String) -> [String] {
    let bytes = Array(html.utf8)
    return tokens(bytes).map { "\($0.kind):\(String(decoding: bytes[$0.range], as: UTF8.self))" }
  }

  @Test(arguments: ["title", "textarea"])
  func textWithReferencesOnly(element: String) {
    #expect(
      outline("<\(element)><b>&amp;</i></\(element.uppercased()) >x")
        == [
          "startTag:<\(element)>", "characters:<b>&amp;</i>", "endTag:</\(element.uppercased()) >", "characters:x",
        ])
  }

  @Test(arguments: ["style", "xmp", "iframe", "noembed", "noframes", "script"])
  func textAsItStands(element: String) {
    #expect(
      outline("<\(element)/><b>&amp;</\(element)x></\(element)>x")
        == [
          "startTag:<\(element)/>", "rawCharacters:<b>&amp;</\(element)x>", "endTag:</\(element)>", "characters:x",
        ])
  }

  @Test func plaintextNeverEnds() {
    #expect(outline("<plaintext></plaintext>") == ["startTag:<plaintext>", "rawCharacters:</plaintext>"])
  }

  /// Scripting is off in an article: what `noscript` holds is markup.
  @Test func noscriptHoldsMarkup() {
    #expect(outline("<noscript><img></noscript>") == ["startTag:<noscript>", "startTag:<img>", "endTag:</noscript>"])
  }

  @Test func scriptsEscapes() {
    #expect(
      outline("<script><!--<script></script>--></script>x")
        == ["startTag:<script>", "rawCharacters:<!--<script></script>-->", "endTag:</script>", "characters:x"])
    #expect(
      outline("<script><!--></script>x")
        == ["startTag:<script>", "rawCharacters:<!-->", "endTag:</script>", "characters:x"])
  }

  /// In `svg` and `math` the names `title`, `style` and `script` are no text modes, and CDATA sections are read.
  @Test func foreignContent() {
    #expect(
      outline("<svg><style><a/></style><![CDATA[<b>]]></svg><style><a>")
        == [
          "startTag:<svg>", "startTag:<style>", "startTag:<a/>", "endTag:</style>", "dropped:<![CDATA[",
          "rawCharacters:<b>", "dropped:]]>", "endTag:</svg>", "startTag:<style>", "rawCharacters:<a>",
        ])
    #expect(outline("<svg/><![CDATA[x]]>") == ["startTag:<svg/>", "comment:<![CDATA[x]]>"])
  }

  /// HTML's own elements end `svg` and `math`, closed or not: what follows is HTML again.
  @Test(arguments: [
    "<svg><p>", "<svg><g><DIV>", "<math><span>", "<svg><font size=1>", "<svg></p>", "<svg><math></br>", "<svg></svg>",
    "<svg><foreignObject><p>a</p></foreignObject></svg>", "</svg>", "<svg/>",
  ])
  func whatLeavesForeignContent(html: String) {
    #expect(outline("\(html)<style><a>").last == "rawCharacters:<a>")
    #expect(outline("\(html)<![CDATA[x]]>").last == "comment:<![CDATA[x]]>")
  }

  @Test(arguments: ["<svg><font>", "<svg></div>", "<svg><g><a>", "<svg><svg></svg>", "<math><mi>x"])
  func whatStaysInForeignContent(html: String) {
    #expect(outline("\(html)<style><a>").last == "startTag:<a>")
    #expect(outline("\(html)<![CDATA[x]]>").suffix(2) == ["rawCharacters:x", "dropped:]]>"])
  }

  @Test func whatTheEndCutsOffIsDropped() {
    #expect(outline("a<b c=\"d") == ["characters:a", "dropped:<b c=\"d"])
    #expect(outline("a</>b</") == ["characters:a", "dropped:</>", "characters:b</"])
  }

  @Test func attributesAreFoundByName() throws {
    let bytes = Array("<img ALT = 'a' alt=b src=c/d data-x hidden =\"\">".utf8)
    let tag = try #require(tokens(bytes).first)
    func attribute(_ name: StaticString) -> HTMLAttribute? { tag.attribute(name, in: bytes.span) }
    func value(_ name: StaticString) -> String? {
      attribute(name).map { String(decoding: bytes[$0.value], as: UTF8.self) }
    }
    #expect(value("alt") == "a")
    #expect(value("src") == "c/d")
    #expect(value("data-x") == "" && attribute("data-x")?.hasValue == false)
    #expect(value("hidden") == "" && attribute("hidden")?.hasValue == true)
    #expect(value("data") == nil && value("data-xy") == nil)
    #expect(attribute("alt")?.quote == 0x27)
  }

  @Test func onlyStartTagsCloseThemselves() {
    let bytes = Array("<br/></br/><a / ><a b=c/>".utf8)
    #expect(tokens(bytes).map(\.isSelfClosing) == [true, false, false, false])
  }

  @Test func everyElementIsFoundByItsName() {
    for element in HTMLElement.allCases where element != .unknown {
      let name = String(describing: element)
      #expect(HTMLElement(named: name) == element)
      #expect(tokens(Array("<\(name.uppercased())>".utf8)).first?.element == element)
    }
    for name in ["", "unknown", "x-card", "blockquotes", "figcaption1", "h7", "\u{0}a", "tabl", "\u{0}\u{0}"] {
      #expect(HTMLElement(named: name) == .unknown, "\(name)")
    }
  }
}
