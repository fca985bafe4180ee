// Text between the two worlds: HTML's references decoded for translators, and translators' text escaped for HTML.
internal import HTMLTokens

/// Decoding of HTML text, and the way from decoded text back to its bytes.
enum TextDecoding {
  /// Appends the text of `range`, its character references decoded. What is no reference stays as it is.
  static func append(_ bytes: Span<UInt8>, _ range: Range<Int>, inAttribute: Bool, to text: inout [UInt8]) {
    var at = range.lowerBound
    while true {
      let plain = TextRun.reference(in: bytes, from: at, to: range.upperBound)
      bytes.extracting(at..<plain).withUnsafeBufferPointer { text.append(contentsOf: $0) }
      at = plain
      guard at < range.upperBound else { return }
      if let reference = CharacterReference.decode(
        in: bytes, at: at, end: range.upperBound, inAttribute: inAttribute)
      {
        append(reference.first, to: &text)
        if let second = reference.second { append(second, to: &text) }
        at += reference.length
      } else {
        text.append(0x26)
        at += 1
      }
    }
  }

  /// The way from `start` over `count` bytes of decoded text, but not beyond `end`: where that is in `bytes`, and how many
  /// decoded bytes were passed, which are more than `count` where a reference stands for several.
  static func advance(
    from start: Int, by count: Int, _ bytes: Span<UInt8>, end: Int, inAttribute: Bool
  ) -> (raw: Int, decoded: Int) {
    var at = start
    var decoded = 0
    while at < end, decoded < count {
      if bytes[at] == 0x26,
        let reference = CharacterReference.decode(in: bytes, at: at, end: end, inAttribute: inAttribute)
      {
        decoded += UTF8.width(reference.first) + (reference.second.map(UTF8.width) ?? 0)
        at += reference.length
      } else {
        decoded += 1
        at += 1
      }
    }
    return (at, decoded)
  }

  /// `range` without the white space at its ends, be it written as it is or as a reference.
  static func ink(in bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var ink: Range<Int>?
    var at = range.lowerBound
    while at < range.upperBound {
      var length = 1
      var isSpace = isHTMLSpace(bytes[at])
      if bytes[at] == 0x26, let reference = CharacterReference.decode(in: bytes, at: at, end: range.upperBound) {
        length = reference.length
        isSpace = UInt8(exactly: reference.first.value).map(isHTMLSpace) ?? false
      }
      if !isSpace { ink = (ink?.lowerBound ?? at)..<at + length }
      at += length
    }
    return ink ?? range.upperBound..<range.upperBound
  }

  /// Whether the last characters of `range` can be a reference.
  static func endsInReference(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var at = range.upperBound - 1
    while at > range.lowerBound, bytes[at] == 0x3B || bytes[at] == 0x23 || isAlphanumeric(bytes[at]) { at -= 1 }
    return at >= range.lowerBound && bytes[at] == 0x26
  }

  static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }

  private static func append(_ scalar: Unicode.Scalar, to text: inout [UInt8]) {
    text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }
}

/// How text is written back into the place it came from.
enum TextEncoding: Equatable {
  /// Text between tags.
  case html
  /// Text between tags where shortcodes are run, and perhaps blank lines end paragraphs: what could be read as either is
  /// written so that it can't.
  case content(bareBracketsAreText: Bool, splitsAtBlankLines: Bool)
  /// An attribute's value within these quotes; 0 for none.
  case attribute(quote: UInt8)
  /// The value of a shortcode's attribute within these quotes; 0 for none. No bracket may stand in it, and WordPress takes
  /// backslashes off.
  case shortcodeValue(quote: UInt8)
  /// A field whose ampersands stand bare in the source: they stay so wherever that can't be read as a reference.
  case htmlWithBareAmpersands
  /// No HTML: everything is written as it is.
  case plain

  /// Appends `text` so that it can't be markup, whatever is in it.
  /// - Parameter next: the byte that follows, of a code or of what is behind the unit, where there is one.
  func append(_ text: ArraySlice<UInt8>, before next: UInt8? = nil, to output: inout [UInt8]) {
    guard self != .plain else {
      output += text
      return
    }
    // Looked for once: a text may be full of brackets.
    let lastBracket = text.lastIndex(of: 0x5D) ?? -1
    let lastEquals = text.lastIndex(of: 0x3D) ?? -1
    for (index, byte) in zip(text.indices, text) {
      switch byte {
      case 0x26 where self != .htmlWithBareAmpersands || Self.beginsReference(text[index...]):
        output += "&amp;".utf8
      case 0x3C: output += "&lt;".utf8
      case 0x3E: output += "&gt;".utf8
      case 0x22 where isQuoted(by: 0x22): output += "&quot;".utf8
      case 0x27 where isQuoted(by: 0x27): output += "&#039;".utf8
      case 0x0A where endsBlankLine(text[..<index]): output += "&#10;".utf8
      case 0x5B where isShortcodeValue: output += "&#91;".utf8
      case 0x5D where isShortcodeValue: output += "&#93;".utf8
      case 0x5C where isShortcodeValue: output += [0x5C, 0x5C]
      case 0x5B
      where beginsShortcode(
        text[index...], isClosed: lastBracket > index, hasEquals: lastEquals > index, before: next):
        output += "&#91;".utf8
      case _ where isUnquotedValue && (isHTMLSpace(byte) || byte == 0x60 || byte == 0x3D):
        output += "&#\(byte);".utf8
      default: output.append(byte)
      }
    }
  }

  /// Whether character references are read as in an attribute's value.
  var isAttribute: Bool {
    switch self {
    case .attribute, .shortcodeValue: true
    default: false
    }
  }

  /// Whether white space would end the value.
  var isUnquotedValue: Bool { self == .attribute(quote: 0) || self == .shortcodeValue(quote: 0) }

  private var isShortcodeValue: Bool {
    if case .shortcodeValue = self { true } else { false }
  }

  private func isQuoted(by quote: UInt8) -> Bool {
    switch self {
    case .attribute(let own), .shortcodeValue(let own): return own == quote || own == 0
    default: return false
    }
  }

  /// Whether the `&` that `text` begins with could be read as a character reference, whatever follows behind `text`.
  private static func beginsReference(_ text: ArraySlice<UInt8>) -> Bool {
    guard let next = text.dropFirst().first else { return true }
    if next == 0x23 { return true }
    let name = text.dropFirst().prefix(while: TextDecoding.isAlphanumeric)
    return name.endIndex == text.endIndex
      || CharacterReference.decode(in: text.span, at: 0, end: text.count) != nil
  }

  /// Whether the `[` that `text` begins with could be read as the begin of a shortcode with what follows. None reaches beyond a
  /// tag but with a value.
  private func beginsShortcode(
    _ text: ArraySlice<UInt8>, isClosed: Bool, hasEquals: Bool, before next: UInt8?
  ) -> Bool {
    // In the value of a tag's attribute too shortcodes are run; what might be one is rare there.
    if isAttribute {
      guard let second = text.dropFirst().first else { return next == 0x5B }
      return (second | 0x20) &- 0x61 < 26 || second == 0x2F || second == 0x5B
    }
    guard case .content(let bareBracketsAreText, _) = self else { return false }
    guard let second = text.dropFirst().first else { return next == 0x5B }
    guard (second | 0x20) &- 0x61 < 26 || second == 0x2F || second == 0x5B else { return false }
    // Where the bracket is not closed here, an address that follows may make it a shortcode, or an `=` here.
    if !isClosed { return next == 0x68 || hasEquals }
    return Shortcode(text.span, at: 0, end: text.count, bareBracketsAreText: bareBracketsAreText) != nil
  }

  /// Whether a line feed behind `text` would end a blank line where that ends a paragraph.
  private func endsBlankLine(_ text: ArraySlice<UInt8>) -> Bool {
    guard case .content(_, true) = self else { return false }
    for byte in text.reversed() {
      if byte == 0x0A { return true }
      if !isHTMLSpace(byte) { return false }
    }
    return false
  }
}
