// Text as it stands in a document, and what it says: line ends, entities, character references. For `XMLScanner`.

enum XMLDecoding {
  /// What of a run of bytes says something else than itself.
  enum Kind {
    /// References and line ends (XML 1.0, 2.11).
    case text
    /// References, and white space, each of which is a space (3.3.3).
    case attribute
    /// Line ends.
    case literal
  }

  /// Appends what `range` says: CR and CRLF are LF.
  /// - Returns: false where there is a reference that is none of the five entities nor a character's.
  static func append(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, as kind: Kind, to output: inout [UInt8]
  ) -> Bool {
    var at = range.lowerBound
    var run = at
    while at < range.upperBound {
      let byte = bytes[at]
      let isSpecial =
        byte == 0x0D || byte == 0x26 && kind != .literal || (byte == 0x0A || byte == 0x09) && kind == .attribute
      guard isSpecial else {
        at += 1
        continue
      }
      output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[run..<at]))
      if byte == 0x26 {
        guard let end = appendReference(bytes, at + 1..<range.upperBound, to: &output) else { return false }
        at = end
      } else {
        output.append(kind == .attribute ? 0x20 : 0x0A)
        at += 1
        if byte == 0x0D, at < range.upperBound, bytes[at] == 0x0A { at += 1 }
      }
      run = at
    }
    output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[run..<at]))
    return true
  }

  /// The most bytes between the `&` of a reference and its end.
  private static let longestReference = 12

  /// How much of `range`, which ends where a window does, can be decoded by itself: not half a line end, reference,
  /// character or `]]>`.
  static func safeEnd(_ view: XMLView, _ range: Range<Int>, as kind: Kind) -> Int {
    var end = range.upperBound
    if kind != .literal {
      let earliest = max(range.lowerBound, end - longestReference - 1)
      var at = end - 1
      while at >= earliest, view.base[at] != 0x3B {
        if view.base[at] == 0x26 { return at }
        at -= 1
      }
    }
    let earliest = max(range.lowerBound, end - 2)
    while end > earliest, view.base[end - 1] == 0x5D { end -= 1 }
    if end == range.upperBound, end > range.lowerBound, view.base[end - 1] == 0x0D { end -= 1 }
    return end
  }

  /// Appends what the reference stands for whose `&` is before `range`.
  /// - Returns: the offset behind its `;`, or nil where there is none that is known.
  private static func appendReference(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, to output: inout [UInt8]
  ) -> Int? {
    var end = range.lowerBound
    let limit = min(range.upperBound, end + longestReference)
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
