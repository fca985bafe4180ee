// Addresses in texts: no translator's business, so codes.
internal import HTMLTokens

/// Addresses that stand in a text as they are.
enum WebAddress {
  /// The address whose colon stands at `colon`, or nil. It ends before white space, `<`, quotes, and the punctuation that
  /// closes a sentence.
  static func range(around colon: Int, from start: Int, in bytes: Span<UInt8>, end: Int) -> Range<Int>? {
    guard colon + 3 < end, bytes[colon + 1] == 0x2F, bytes[colon + 2] == 0x2F else { return nil }
    let isSecure = colon - 5 >= start && bytes.holds("https", in: colon - 5..<colon)
    guard isSecure || colon - 4 >= start && bytes.holds("http", in: colon - 4..<colon) else { return nil }
    let first = colon - (isSecure ? 5 : 4)
    if first > start, (bytes[first - 1] | 0x20) &- 0x61 < 26 { return nil }
    var at = colon + 3
    // What a reference stands for is looked at too, and none is torn apart.
    var whole = colon + 3
    while at < end, bytes[at] > 0x20, !isDelimiter(bytes[at]), !isSpace(bytes, at, end) {
      if bytes[at] == 0x26, let reference = CharacterReference.decode(in: bytes, at: at, end: end) {
        guard !endsAddress(reference.first) else { break }
        at += reference.length
        whole = at
      } else {
        at += 1
      }
    }
    while at > whole, isClosingPunctuation(bytes[at - 1]) { at -= 1 }
    return at > colon + 3 ? first..<at : nil
  }

  private static func isDelimiter(_ byte: UInt8) -> Bool {
    byte == 0x22 || byte == 0x3C || byte == 0x3E || byte == 0x5B || byte == 0x5D
  }

  private static func endsAddress(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x20, 0x22, 0x3C, 0x3E, 0x5B, 0x5D, 0xA0, 0x2000...0x203F, 0xFFFE...0xFFFF: true
    default: false
    }
  }

  /// U+00A0 and the spaces and quotation marks of U+2000 to U+203F.
  private static func isSpace(_ bytes: Span<UInt8>, _ at: Int, _ end: Int) -> Bool {
    (bytes[at] == 0xC2 && at + 1 < end && bytes[at + 1] == 0xA0)
      || (bytes[at] == 0xE2 && at + 1 < end && bytes[at + 1] == 0x80)
  }

  private static func isClosingPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21, 0x27, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F: true
    default: false
    }
  }
}
