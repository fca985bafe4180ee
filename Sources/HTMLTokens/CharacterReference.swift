// Character references: states 13.2.5.72 to 13.2.5.80 of the HTML standard.

/// `&amp;`, `&#8209;`, `&#x2011;` and their like.
package enum CharacterReference {
  /// What a reference stands for, and how long it is.
  package struct Decoded: Equatable, Sendable {
    package var first: Unicode.Scalar
    /// The second code point of the few names that stand for two.
    package var second: Unicode.Scalar?
    /// Bytes of the reference, `&` included.
    package var length: Int
  }

  /// The reference that begins with the `&` at `offset`, or nil where that `&` is just a character.
  /// - Parameter inAttribute: in an attribute's value a name without `;` that a letter, a digit or `=` follows is text.
  package static func decode(in bytes: Span<UInt8>, at offset: Int, end: Int, inAttribute: Bool = false) -> Decoded? {
    guard offset + 1 < end else { return nil }
    if bytes[offset + 1] == 0x23 { return numeric(in: bytes, at: offset, end: end) }
    guard isAlphanumeric(bytes[offset + 1]) else { return nil }
    var nameEnd = offset + 1
    while nameEnd < end, nameEnd - offset <= 33, isAlphanumeric(bytes[nameEnd]) { nameEnd += 1 }
    if nameEnd < end, bytes[nameEnd] == 0x3B, let found = table.find(bytes, offset + 1..<nameEnd + 1) {
      return Decoded(first: found.0, second: found.1, length: nameEnd + 1 - offset)
    }
    // Names of before HTML 4 need no semicolon; the longest that fits counts. None is longer than six letters.
    var length = min(nameEnd - offset - 1, 6)
    while length >= 2 {
      let next = offset + 1 + length
      if let found = table.find(bytes, offset + 1..<next) {
        if inAttribute, next < end, bytes[next] == 0x3D || isAlphanumeric(bytes[next]) { return nil }
        return Decoded(first: found.0, second: found.1, length: length + 1)
      }
      length -= 1
    }
    return nil
  }

  /// Numeric character reference state and those behind it.
  private static func numeric(in bytes: Span<UInt8>, at offset: Int, end: Int) -> Decoded? {
    var at = offset + 2
    let isHexadecimal = at < end && bytes[at] | 0x20 == 0x78
    if isHexadecimal { at += 1 }
    let digits = at
    var value: UInt32 = 0
    while at < end, let digit = digitValue(bytes[at], isHexadecimal: isHexadecimal) {
      value = value > 0x10FFFF ? value : value * (isHexadecimal ? 16 : 10) + digit
      at += 1
    }
    guard at > digits else { return nil }
    if at < end, bytes[at] == 0x3B { at += 1 }
    return Decoded(first: scalar(numeric: value), second: nil, length: at - offset)
  }

  /// Numeric character reference end state, with its table for the C1 range (13.2.5.80).
  private static func scalar(numeric value: UInt32) -> Unicode.Scalar {
    if value >= 0x80, value <= 0x9F, let replacement = Unicode.Scalar(windows1252[Int(value - 0x80)]) {
      return replacement
    }
    guard value != 0, let scalar = Unicode.Scalar(value) else { return "\u{FFFD}" }
    return scalar
  }

  private static func digitValue(_ byte: UInt8, isHexadecimal: Bool) -> UInt32? {
    if byte &- 0x30 < 10 { return UInt32(byte - 0x30) }
    guard isHexadecimal, (byte | 0x20) &- 0x61 < 6 else { return nil }
    return UInt32((byte | 0x20) - 0x61 + 10)
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    isASCIILetter(byte) || byte &- 0x30 < 10
  }

  private static let windows1252: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D,
    0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,
    0x017E, 0x0178,
  ]

  private static let table = NameTable()

  /// `names`, cut into its entries once and searched by halves.
  private struct NameTable: Sendable {
    private var starts: [Int32] = []
    private let bytes: [UInt8]

    init() {
      bytes = names.withUTF8Buffer { [UInt8]($0) }
      var start = 0
      for (index, byte) in bytes.enumerated() where byte == 0x2C {
        starts.append(Int32(start))
        start = index + 1
      }
    }

    func find(_ input: Span<UInt8>, _ name: Range<Int>) -> (Unicode.Scalar, Unicode.Scalar?)? {
      var low = 0
      var high = starts.count
      while low < high {
        let middle = (low + high) / 2
        let order = compare(Int(starts[middle]), with: input, name)
        if order == 0 { return value(at: Int(starts[middle]) + name.count + 1) }
        if order < 0 { low = middle + 1 } else { high = middle }
      }
      return nil
    }

    /// Below zero where the entry at `start` comes before the name, above where after; by bytes.
    private func compare(_ start: Int, with input: Span<UInt8>, _ name: Range<Int>) -> Int {
      var index = start
      for position in name {
        let difference = Int(bytes[index]) - Int(input[position])
        if bytes[index] == 0x20 { return -1 }
        if difference != 0 { return difference }
        index += 1
      }
      return bytes[index] == 0x20 ? 0 : 1
    }

    private func value(at start: Int) -> (Unicode.Scalar, Unicode.Scalar?)? {
      var first: UInt32 = 0
      var value: UInt32 = 0
      var isSecond = false
      var index = start
      while bytes[index] != 0x2C {
        if bytes[index] == 0x20 {
          (first, value, isSecond) = (value, 0, true)
        } else if let digit = CharacterReference.digitValue(bytes[index], isHexadecimal: true) {
          value = value * 16 + digit
        }
        index += 1
      }
      guard let scalar = Unicode.Scalar(isSecond ? first : value) else { return nil }
      return (scalar, isSecond ? Unicode.Scalar(value) : nil)
    }
  }
}
