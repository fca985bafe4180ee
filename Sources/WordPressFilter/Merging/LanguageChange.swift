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
  /// target's, and where it does, `dir` follows; that of `html` and `body` does so too. Passages in other languages stay, and
  /// so does what is not translated.
  func edits(of bytes: Span<UInt8>) -> [Edit] {
    // Most posts say nothing of it, which shows without a look at their tags.
    guard Self.maySayLanguage(bytes) else { return [] }
    var edits: [Edit] = []
    var ends = ElementEnds()
    var tokenizer = HTMLTokenizer()
    while let token = tokenizer.next(in: bytes) {
      guard token.kind == .startTag, !token.content.isEmpty else { continue }
      let isKept = ContentScanner.translates(token, in: bytes) == false
      if isKept || token.element.flow == .opaque, let end = ends.end(of: token, tokenizer, in: bytes) {
        tokenizer = end
      }
      if !isKept { edits += self.edits(of: token, in: bytes) }
    }
    return edits
  }

  /// Whether there may be an attribute `lang` or an element `html` or `body`: false only where there surely is none.
  private static func maySayLanguage(_ bytes: Span<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      for index in bytes.indices {
        if bytes[index] == 0x3D {
          var end = index
          while end > 0, isHTMLSpace(bytes[end - 1]) { end -= 1 }
          if spells("lang", bytes, endingAt: end) { return true }
        } else if bytes[index] == 0x3C {
          if spells("html", bytes, endingAt: index + 5) || spells("body", bytes, endingAt: index + 5) { return true }
        }
      }
      return false
    }
  }

  /// Whether the bytes before `end` are those of `name`, in any case.
  @inline(__always)
  private static func spells(_ name: StaticString, _ bytes: UnsafeBufferPointer<UInt8>, endingAt end: Int) -> Bool {
    let start = end - name.utf8CodeUnitCount
    guard start >= 0, end <= bytes.count else { return false }
    for index in start..<end where lowercasedASCII(bytes[index]) != name.utf8Start[index - start] { return false }
    return true
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
