// Strings of JSON as two programs write them.

extension [UInt8] {
  private static let digits = Array("0123456789abcdef".utf8)

  /// Appends a string as PHP's `json_encode` writes it: ASCII only, `\/` for a slash, UTF-16 in `\uXXXX`.
  /// - Parameter text: UTF-8.
  package mutating func write(json text: [UInt8]) {
    append(0x22)
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "\"": write("\\\"")
      case "\\": write("\\\\")
      case "/": write("\\/")
      case "\n": write("\\n")
      case "\r": write("\\r")
      case "\t": write("\\t")
      case "\u{8}": write("\\b")
      case "\u{C}": write("\\f")
      case " "..."\u{7F}": append(UInt8(scalar.value))
      default: for unit in String(scalar).utf16 { write(escape: unit) }
      }
    }
    append(0x22)
  }

  /// Appends a string as Gutenberg's `serializeAttributes` writes it into a block comment: what could end the comment or be
  /// taken for HTML is `\uXXXX`, all else as `JSON.stringify` leaves it.
  /// - Parameter text: UTF-8 without control characters other than tab and line feed.
  package mutating func write(blockAttribute text: [UInt8]) {
    append(0x22)
    var at = 0
    while at < text.count {
      switch text[at] {
      case 0x2D where text.has("--", at: at):
        write("\\u002d\\u002d")
        at += 1
      case 0x22, 0x26, 0x3C, 0x3E: write(escape: UInt16(text[at]))
      case 0x5C: write("\\\\")
      case 0x0A: write("\\n")
      case 0x09: write("\\t")
      default: append(text[at])
      }
      at += 1
    }
    append(0x22)
  }

  private mutating func write(escape unit: UInt16) {
    write("\\u")
    for shift in [12, 8, 4, 0] { append(Self.digits[Int(unit >> UInt16(shift)) & 15]) }
  }
}
