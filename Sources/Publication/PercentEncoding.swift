// Percent-encoding (RFC 3986, 2.1), in the lower case that WordPress writes.

/// Bytes to `%xx` and back.
enum PercentEncoding {
  private static let digits = Array("0123456789abcdef".utf8)

  /// WordPress's `utf8_uri_encode($text, $limit)`: all that is not ASCII encoded, ASCII as it is, and a cut before the
  /// character that would take the result over `limit` bytes.
  static func encoded(_ utf8: [UInt8], limit: Int = .max) -> [UInt8] {
    var result: [UInt8] = []
    for scalar in String(decoding: utf8, as: UTF8.self).unicodeScalars {
      let bytes = Array(String(scalar).utf8)
      if result.count + (scalar.isASCII ? 1 : bytes.count * 3) > limit { break }
      if scalar.isASCII { result += bytes } else { append(bytes, to: &result) }
    }
    return result
  }

  /// `text` as part of a path: letters, digits and `- . _ ~` as they are, octets that are encoded already too, all else
  /// encoded; `/` and what else `kept` holds only where it does.
  static func pathPart(_ text: String, keeping kept: String = "") -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      let isUnreserved = (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || "-._~".utf8.contains(byte)
      if isUnreserved || isOctet(bytes, at: index) || kept.utf8.contains(byte) {
        result.append(byte)
      } else {
        append([byte], to: &result)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The character whose encoded bytes begin at `start`, and how many bytes of `text` they take; nil where they are no
  /// UTF-8.
  static func scalar(in text: [UInt8], at start: Int) -> (value: UInt32, length: Int)? {
    var bytes: [UInt8] = []
    var position = start
    while bytes.count < 4, isOctet(text, at: position) {
      bytes.append(value(text[position + 1]) << 4 | value(text[position + 2]))
      position += 3
    }
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return nil }
    return (scalar.value, UTF8.width(scalar) * 3)
  }

  /// Whether `%xx` begins at `start`.
  static func isOctet(_ bytes: [UInt8], at start: Int) -> Bool {
    start < bytes.count && bytes[start] == UInt8(ascii: "%") && isHexPair(bytes, at: start + 1)
  }

  /// Whether two hexadecimal digits begin at `start`.
  static func isHexPair(_ bytes: [UInt8], at start: Int) -> Bool {
    start + 1 < bytes.count && isHex(bytes[start]) && isHex(bytes[start + 1])
  }

  private static func isHex(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 6 }

  private static func value(_ byte: UInt8) -> UInt8 { byte &- 0x30 < 10 ? byte - 0x30 : (byte | 0x20) - 0x61 + 10 }

  private static func append(_ bytes: [UInt8], to result: inout [UInt8]) {
    for byte in bytes { result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
  }
}
