// A page of HTML as an article: all of it is content.
internal import HTMLTokens

extension Article {
  /// The page that `html` is. Its id is the name of its file, without folder and ending.
  init(html: [UInt8], file: String) {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    let stem = name == "<stdin>" ? "stdin" : name.lastIndex(of: ".").map { name[..<$0] } ?? name[...]
    self.init(id: stem.isEmpty ? "page" : String(stem), form: .page, content: html, file: file, line: 1)
    type = "page"
    link = canonical(in: html.span).map { range in String(decoding: html[range], as: UTF8.self) }
  }

  /// A page in another language: its `lang` says so, and `dir` where that needs saying; its canonical is its own. What it has
  /// no `html` tag or no canonical for stays away.
  package func localizedPage(language: String, canonical address: String?) throws -> [UInt8] {
    var edits: [Edit] = []
    var tokenizer = HTMLTokenizer()
    while let token = tokenizer.next(in: content.span) {
      if token.kind == .startTag, token.element == .html { edits += Self.languageEdits(of: token, content, language) }
      if token.element == .body { break }
    }
    if let range = canonical(in: content.span) {
      var value: [UInt8] = []
      TextEncoding.attribute(quote: 0x22).append(Array((address ?? "").utf8)[...], to: &value)
      edits.append(Edit(range, value))
    }
    return try Edit.apply(edits, to: content)
  }

  /// The edits that make an `html` tag say `language`, whatever it says now.
  private static func languageEdits(of token: HTMLToken, _ bytes: [UInt8], _ language: String) -> [Edit] {
    let behindName = token.name.upperBound..<token.name.upperBound
    var edits: [Edit] = []
    if let attribute = token.attribute("lang", in: bytes.span) {
      if attribute.hasValue { edits.append(Edit(attribute.value, Array(language.utf8))) }
    } else {
      edits.append(Edit(behindName, Array(" lang=\"\(language)\"".utf8)))
    }
    if let attribute = token.attribute("xml:lang", in: bytes.span), attribute.hasValue {
      edits.append(Edit(attribute.value, Array(language.utf8)))
    }
    let direction = WritingDirection(ofLanguage: language)
    if let attribute = token.attribute("dir", in: bytes.span) {
      let isFixed = bytes.span.hasName("ltr", attribute.value) || bytes.span.hasName("rtl", attribute.value)
      if isFixed { edits.append(Edit(attribute.value, Array(direction.rawValue.utf8))) }
    } else if direction == .rightToLeft {
      edits.append(Edit(behindName, Array(" dir=\"rtl\"".utf8)))
    }
    return edits
  }

  /// Where the address stands in the page's `<link rel="canonical" href="…">`.
  private func canonical(in bytes: Span<UInt8>) -> Range<Int>? {
    var tokenizer = HTMLTokenizer()
    while let token = tokenizer.next(in: bytes) {
      if token.element == .body { return nil }
      guard token.kind == .startTag, token.element == .link, let relation = token.attribute("rel", in: bytes),
        bytes.hasWord("canonical", relation.value), let address = token.attribute("href", in: bytes)
      else { continue }
      return address.quote == 0 ? nil : address.value
    }
    return nil
  }

  /// The title of the post, or of a page what its `title` element holds; HTML.
  package var displayTitle: [UInt8] {
    guard form == .page else { return title }
    var tokenizer = HTMLTokenizer()
    var isInside = false
    while let token = tokenizer.next(in: content.span) {
      if isInside { return token.kind == .characters ? Array(content[token.range]) : [] }
      isInside = token.kind == .startTag && token.element == .title
    }
    return []
  }
}
