/// Which code points XML 1.0 lets a document hold: <https://www.w3.org/TR/xml/#charsets>.
package enum XMLCharacter {
  /// Whether `codePoint` is a `Char`: TAB, LF, CR, and from U+0020 all but surrogates, U+FFFE and U+FFFF.
  package static func isAllowed(_ codePoint: UInt32) -> Bool {
    switch codePoint {
    case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  /// What `length` says of U+FFFE and U+FFFF.
  static let noncharacter = -1
  /// What `length` says where there is no UTF-8.
  static let malformed = 0

  /// The length in bytes of the multi-byte character that begins at `position`, or `noncharacter`, or `malformed`.
  /// (Unicode 15, table 3-7: well-formed UTF-8 byte sequences.)
  @inline(__always)
  static func length(at position: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let left = bytes.count - position
    let first = bytes[position]
    switch first {
    case 0xC2...0xDF:
      return left >= 2 && isContinuation(bytes[position + 1]) ? 2 : malformed
    case 0xE0...0xEF:
      guard left >= 3, isContinuation(bytes[position + 1]), isContinuation(bytes[position + 2]) else {
        return malformed
      }
      let second = bytes[position + 1]
      if first == 0xE0 && second < 0xA0 || first == 0xED && second > 0x9F { return malformed }
      return first == 0xEF && second == 0xBF && bytes[position + 2] >= 0xBE ? noncharacter : 3
    case 0xF0...0xF4:
      guard left >= 4, isContinuation(bytes[position + 1]), isContinuation(bytes[position + 2]),
        isContinuation(bytes[position + 3])
      else { return malformed }
      let second = bytes[position + 1]
      return first == 0xF0 && second < 0x90 || first == 0xF4 && second > 0x8F ? malformed : 4
    default:
      return malformed
    }
  }

  @inline(__always)
  private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
