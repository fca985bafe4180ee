// What an article says of its own language, put right when it is translated: `lang`, `xml:lang` and `dir`
// (<https://html.spec.whatwg.org/multipage/dom.html#the-lang-and-xml:lang-attributes>).
internal import HTMLTokens

/// The languages that a translation goes from and to.
package struct LanguageChange: Sendable {
  private let source: [UInt8]
  private let target: [UInt8]
  private let direction: WritingDirection

  /// A change between two languages, as BCP 47 tags.
  package init(from source: String, to target: String) {
    self.source = Array(Self.primary(of: Array(source.utf8)[...]))
    self.target = Array(target.utf8)
    direction = WritingDirection(ofLanguage: target)
  }

  /// The edits of `bytes`, which are HTML: each `lang` that names the source's language, whatever its region, becomes the
  /// target's where something in its element is translated, and `dir` follows it; that of `html` and `body` does so too.
  /// Passages in other languages stay.
  /// - Parameter translated: where translated units stand in `bytes`.
  func edits(of bytes: Span<UInt8>, translated: [Range<Int>]) -> [Edit] {
    guard !translated.isEmpty, Self.mayNameLanguage(bytes) else { return [] }
    var elements = TranslatedElements(translated)
    var ends = ElementEnds()
    var tokenizer = HTMLTokenizer()
    while let token = tokenizer.next(in: bytes) {
      if token.kind == .endTag { elements.end(token, in: bytes) }
      guard token.kind == .startTag else { continue }
      let isKept = !token.content.isEmpty && ContentScanner.translates(token, in: bytes) == false
      let edits = isKept || token.content.isEmpty ? [] : edits(of: token, in: bytes)
      if isKept || token.element.flow == .opaque, let end = ends.end(of: token, tokenizer, isKept: isKept, in: bytes) {
        elements.add(edits, ofCode: token.range.lowerBound..<end.position)
        tokenizer = end
      } else if token.isEndedByItself {
        elements.add(edits, of: token.range)
      } else {
        elements.begin(token, edits)
      }
    }
    return elements.edits(end: bytes.count)
  }

  /// Whether `lang` stands anywhere, or `dir` before what can follow an attribute's name; in any case. Most articles have neither,
  /// and need not be read for them.
  private static func mayNameLanguage(_ bytes: Span<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      var at = 3
      while at < bytes.count {
        let byte = bytes[at]
        if byte | 0x20 == 0x67 {
          if bytes[at - 1] | 0x20 == 0x6E, bytes[at - 2] | 0x20 == 0x61, bytes[at - 3] | 0x20 == 0x6C { return true }
        } else if byte == 0x3D || isHTMLSpace(byte) {
          if bytes[at - 1] | 0x20 == 0x72, bytes[at - 2] | 0x20 == 0x69, bytes[at - 3] | 0x20 == 0x64 { return true }
        }
        at += 1
      }
      return false
    }
  }

  /// The edits of one start tag.
  private func edits(of token: HTMLToken, in bytes: Span<UInt8>) -> [Edit] {
    var edits: [Edit] = []
    var isOther = false
    for name in ["lang", "xml:lang"] as [StaticString] {
      guard let value = token.attribute(name, in: bytes)?.value else { continue }
      if isSource(value, in: bytes) { edits.append(Edit(value, target)) } else { isOther = true }
    }
    let isWhole = token.element == .html || token.element == .body
    if !isOther, isWhole || !edits.isEmpty, let value = token.attribute("dir", in: bytes)?.value,
      bytes.hasName("ltr", value) || bytes.hasName("rtl", value)
    {
      edits.append(Edit(value, Array(direction.rawValue.utf8)))
    }
    return edits.filter { !bytes.holds($0.replacement, in: $0.range) }
  }

  private func isSource(_ value: Range<Int>, in bytes: Span<UInt8>) -> Bool {
    guard !source.isEmpty, value.count >= source.count else { return false }
    for index in 0..<source.count where lowercasedASCII(bytes[value.lowerBound + index]) != source[index] {
      return false
    }
    let behind = value.lowerBound + source.count
    return behind == value.upperBound || bytes[behind] == 0x2D || bytes[behind] == 0x5F
  }

  /// The language of a tag without region and script, in lower case.
  private static func primary(of tag: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    ArraySlice(tag.prefix { $0 != 0x2D && $0 != 0x5F }.map(lowercasedASCII))
  }
}
