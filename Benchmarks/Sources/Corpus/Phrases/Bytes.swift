// The few things said again and again about ASCII.

extension [UInt8] {
  /// Appends the UTF-8 of `text`.
  package mutating func write(_ text: String) { append(contentsOf: text.utf8) }

  /// Appends bytes.
  package mutating func write(_ bytes: [UInt8]) { append(contentsOf: bytes) }

  /// Whether `text` stands at `offset`.
  func has(_ text: StaticString, at offset: Int) -> Bool {
    guard offset >= 0, offset + text.utf8CodeUnitCount <= count else { return false }
    for index in 0..<text.utf8CodeUnitCount where self[offset + index] != text.utf8Start[index] { return false }
    return true
  }

  /// Where `text` begins at or after `offset`.
  func first(_ text: StaticString, from offset: Int) -> Int? {
    var at = offset
    while at + text.utf8CodeUnitCount <= count {
      if has(text, at: at) { return at }
      at += 1
    }
    return nil
  }

  /// The same without white space at both ends.
  var trimmed: [UInt8] {
    guard let first = firstIndex(where: { !$0.isSpace }), let last = lastIndex(where: { !$0.isSpace }) else {
      return []
    }
    return Array(self[first...last])
  }
}

extension UInt8 {
  /// A white space of HTML.
  var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
  /// 0 to 9.
  var isDigit: Bool { (0x30...0x39).contains(self) }
  /// A to Z.
  var isUpper: Bool { (0x41...0x5A).contains(self) }
  /// A letter of ASCII.
  var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }
}
