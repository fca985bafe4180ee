// Telling what a plug-in stores from what people wrote. A value that PHP or JSON wrote as a whole states the lengths of its
// strings or their quotes: a translation of it as text would be a value that nobody can read any more.
internal import JSONTokens

/// How a field is written that is one stored value and no text.
enum StoredData: String {
  case php = "PHP serialization"
  case json = "JSON"

  /// How `bytes` are written; nil where they are text. PHP's form as `is_serialized()` of WordPress's tells it
  /// (wp-includes/functions.php); JSON is an object or an array, since a word or a number alone is text.
  init?(_ bytes: [UInt8]) {
    guard let first = bytes.firstIndex(where: { $0 > 0x20 }), let last = bytes.lastIndex(where: { $0 > 0x20 }) else {
      return nil
    }
    if Self.isSerialized(bytes[first...last]) {
      self = .php
      return
    }
    guard bytes[first] == 0x7B && bytes[last] == 0x7D || bytes[first] == 0x5B && bytes[last] == 0x5D,
      (try? JSONDocument(bytes.span)) != nil
    else { return nil }
    self = .json
  }

  private static func isSerialized(_ bytes: ArraySlice<UInt8>) -> Bool {
    let start = bytes.startIndex
    guard bytes.count >= 4, bytes[start + 1] == 0x3A, let last = bytes.last else { return false }
    let number = bytes[(start + 2)...].prefix { $0 &- 0x30 < 10 }
    let behind = number.endIndex
    switch bytes[start] {
    case 0x61, 0x4F, 0x43, 0x45:  // a O C E
      return !number.isEmpty && behind < bytes.endIndex && bytes[behind] == 0x3A && (last == 0x7D || last == 0x3B)
    case 0x73:  // s
      return !number.isEmpty && behind < bytes.endIndex && bytes[behind] == 0x3A
        && bytes.suffix(2).elementsEqual([0x22, 0x3B])
    case 0x62, 0x64, 0x69:  // b d i
      return last == 0x3B && bytes.count > 3
        && bytes[(start + 2)..<(bytes.endIndex - 1)].allSatisfy {
          $0 &- 0x30 < 10 || $0 == 0x2E || $0 == 0x2D || $0 == 0x2B || $0 == 0x45
        }
    default: return false
    }
  }

  /// Whether one of the strings in PHP's serialization reads as if it were written for people.
  /// - Parameter key: the name of the field.
  static func holdsProse(_ bytes: [UInt8], key: [UInt8]) -> Bool {
    var before = key
    var at = 0
    while at < bytes.count {
      guard bytes[at] == 0x73, at + 1 < bytes.count, bytes[at + 1] == 0x3A else {
        // Any other value: up to its end, or into what it holds. A number names nothing.
        let isName = bytes[at] == 0x69
        while at < bytes.count, bytes[at] != 0x3B, bytes[at] != 0x7B, bytes[at] != 0x7D { at += 1 }
        at += 1
        if isName { before = key }
        continue
      }
      var digits = at + 2
      var length = 0
      while digits < bytes.count, bytes[digits] &- 0x30 < 10, length < bytes.count {
        length = length * 10 + Int(bytes[digits] - 0x30)
        digits += 1
      }
      // s:3:"abc";
      let text = digits + 2
      guard length <= bytes.count - text else { return false }
      let string = Array(bytes[text..<text + length])
      if Prose.isProse(string, key: before) { return true }
      before = string
      at = text + length + 2
    }
    return false
  }
}
