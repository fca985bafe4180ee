// Text as it stands in a document, and what it says: line ends, entities, character references.

/// Finds the ends of texts and decodes them, for `XMLScanner`.
enum XMLDecoding {
  /// The offset of the `<` that ends the text at `start`, and whether there is anything to decode in it; nil where the text
  /// has what XML 1.0 forbids (2.2, 2.4) or does not end.
  @inline(__always)
  static func endOfText(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> (end: Int, needsDecoding: Bool)? {
    guard let base = bytes.baseAddress else { return nil }
    let count = bytes.count
    var at = start
    var needsDecoding = false
    while at < count {
      if at + 8 <= count {
        let special = attention(UnsafeRawPointer(base + at).loadUnaligned(as: UInt64.self).littleEndian)
        if special == 0 {
          at += 8
          continue
        }
        at += special.trailingZeroBitCount / 8
      }
      let byte = base[at]
      if byte >= 0x80 {
        // Most letters with accents have two bytes.
        if byte &- 0xC2 < 30, at + 1 < count, base[at + 1] & 0xC0 == 0x80 {
          at += 2
          continue
        }
        let length = XMLCharacter.length(at: at, in: bytes)
        guard length > 0 else { return nil }
        at += length
        continue
      }
      switch byte {
      case 0x3C: return (at, needsDecoding)
      case 0x26, 0x0D: needsDecoding = true
      case 0x5D:
        if at + 2 < count, base[at + 1] == 0x5D, base[at + 2] == 0x3E { return nil }
      case 0..<0x20:
        guard byte == 0x09 || byte == 0x0A else { return nil }
      default: break
      }
      at += 1
    }
    return nil
  }

  /// The high bit of each byte of `word` that may be a control, `&`, `<`, `]` or no ASCII; the lowest one set is exact.
  @inline(__always)
  private static func attention(_ word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    let controls = (word &- ones &* 0x20) & ~word
    let ampersand = word ^ (ones &* 0x26)
    let tag = word ^ (ones &* 0x3C)
    let bracket = word ^ (ones &* 0x5D)
    let found =
      controls | ((ampersand &- ones) & ~ampersand) | ((tag &- ones) & ~tag) | ((bracket &- ones) & ~bracket) | word
    return found & highs
  }

  /// Appends what `range` says: CR and CRLF as LF (XML 1.0, 2.11), in an attribute white space as spaces (3.3.3).
  /// - Returns: false where there is a reference that is none of the five entities nor a character's.
  static func append(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, isAttribute: Bool, to output: inout [UInt8]
  ) -> Bool {
    var at = range.lowerBound
    var run = at
    while at < range.upperBound {
      let byte = bytes[at]
      let isSpecial = byte == 0x26 || byte == 0x0D || (isAttribute && (byte == 0x0A || byte == 0x09))
      guard isSpecial else {
        at += 1
        continue
      }
      output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[run..<at]))
      if byte == 0x26 {
        guard let end = appendReference(bytes, at + 1..<range.upperBound, to: &output) else { return false }
        at = end
      } else {
        output.append(isAttribute ? 0x20 : 0x0A)
        at += 1
        if byte == 0x0D, at < range.upperBound, bytes[at] == 0x0A { at += 1 }
      }
      run = at
    }
    output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[run..<at]))
    return true
  }

  /// Appends what the reference stands for whose `&` is before `range`.
  /// - Returns: the offset behind its `;`, or nil where there is none that is known.
  private static func appendReference(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, to output: inout [UInt8]
  ) -> Int? {
    var end = range.lowerBound
    let limit = min(range.upperBound, end + 12)
    while end < limit, bytes[end] != 0x3B { end += 1 }
    guard end < limit, end > range.lowerBound else { return nil }
    let name = range.lowerBound..<end
    if bytes[name.lowerBound] == 0x23 {
      guard let scalar = codePoint(bytes, name.lowerBound + 1..<end) else { return nil }
      output.append(contentsOf: Unicode.UTF8.encode(scalar) ?? Unicode.UTF8.encodedReplacementCharacter)
    } else if spells(bytes, name, "amp") {
      output.append(0x26)
    } else if spells(bytes, name, "lt") {
      output.append(0x3C)
    } else if spells(bytes, name, "gt") {
      output.append(0x3E)
    } else if spells(bytes, name, "quot") {
      output.append(0x22)
    } else if spells(bytes, name, "apos") {
      output.append(0x27)
    } else {
      return nil
    }
    return end + 1
  }

  private static func spells(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ name: StaticString) -> Bool {
    guard range.count == name.utf8CodeUnitCount else { return false }
    for index in 0..<range.count where bytes[range.lowerBound + index] != name.utf8Start[index] { return false }
    return true
  }

  /// `160` or `xA0`, where that is a character that XML allows.
  private static func codePoint(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Unicode.Scalar? {
    guard let first = range.first else { return nil }
    let isHex = bytes[first] == 0x78
    let digits = isHex ? first + 1..<range.upperBound : range
    guard !digits.isEmpty, digits.count <= 8 else { return nil }
    var value: UInt32 = 0
    for index in digits {
      let byte = bytes[index]
      let digit: UInt32
      if byte &- 0x30 < 10 {
        digit = UInt32(byte &- 0x30)
      } else if isHex, (byte | 0x20) &- 0x61 < 6 {
        digit = UInt32((byte | 0x20) &- 0x61) + 10
      } else {
        return nil
      }
      guard value <= 0x10FFFF else { return nil }
      value = value * (isHex ? 16 : 10) + digit
    }
    return XMLCharacter.isAllowed(value) ? Unicode.Scalar(value) : nil
  }
}
