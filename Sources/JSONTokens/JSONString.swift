// JSON's string escapes, both ways (RFC 8259, section 7).

/// Decoding and encoding of JSON strings, as bytes of UTF-8.
package enum JSONString {
  /// The bytes that the string content at `range` stands for. A lone surrogate becomes U+FFFD. In a range that
  /// `JSONDocument` has not checked, a backslash that begins no escape of JSON stands for itself.
  package static func decode(_ bytes: Span<UInt8>, _ range: Range<Int>, isEscaped: Bool = true) -> [UInt8] {
    guard isEscaped else { return bytes.array(range) }
    // An escape is never shorter than what it stands for, so the range's length is room enough; a copy of eight bytes at a
    // time may end seven too late.
    return [UInt8](unsafeUninitializedCapacity: range.count + 8) { buffer, count in
      bytes.withUnsafeBytes { source in
        guard let from = source.baseAddress, let to = buffer.baseAddress else { return }
        var at = range.lowerBound
        while true {
          let plain = PlainRun.copy(
            from: from + at, to: UnsafeMutableRawPointer(to + count), count: range.upperBound - at)
          at += plain
          count += plain
          guard at < range.upperBound else { return }
          at += decodeEscape(bytes, at: at, end: range.upperBound, to + count, &count)
        }
      }
    }
  }

  /// Writes what the escape at `at` stands for, or the backslash itself where none is, and counts it.
  /// - Returns: the escape's length.
  @inline(__always)
  private static func decodeEscape(
    _ bytes: Span<UInt8>, at: Int, end: Int, _ output: UnsafeMutablePointer<UInt8>, _ count: inout Int
  ) -> Int {
    if at + 1 < end {
      let byte = bytes[at + 1]
      // These are nearly all there are.
      if byte == 0x2F || byte == 0x22 || byte == 0x6E {
        output.pointee = byte == 0x6E ? 0x0A : byte
        count += 1
        return 2
      }
    }
    guard let (scalar, length) = escape(bytes, at: at, end: end) else {
      output.pointee = bytes[at]
      count += 1
      return 1
    }
    var written = 0
    for unit in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
      output[written] = unit
      written += 1
    }
    count += written
    return length
  }

  /// The same, with a map: element `i` is the offset in `bytes` of what gave byte `i` of the result; one more element
  /// gives the end of the range.
  package static func decodeWithMap(_ bytes: Span<UInt8>, _ range: Range<Int>) -> (bytes: [UInt8], map: [Int]) {
    var result: [UInt8] = []
    var map: [Int] = []
    result.reserveCapacity(range.count)
    map.reserveCapacity(range.count + 1)
    var at = range.lowerBound
    while at < range.upperBound {
      guard bytes[at] == 0x5C, let (scalar, length) = escape(bytes, at: at, end: range.upperBound) else {
        result.append(bytes[at])
        map.append(at)
        at += 1
        continue
      }
      for unit in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
        result.append(unit)
        map.append(at)
      }
      at += length
    }
    map.append(range.upperBound)
    return (result, map)
  }

  /// The character that the escape at `at` stands for, and the escape's length in bytes, or nil where the bytes up to
  /// `end` are no escape of JSON. Surrogate pairs are one escape.
  private static func escape(_ bytes: Span<UInt8>, at: Int, end: Int) -> (Unicode.Scalar, Int)? {
    guard at + 1 < end else { return nil }
    switch bytes[at + 1] {
    case 0x22, 0x2F, 0x5C: return (Unicode.Scalar(bytes[at + 1]), 2)
    case 0x62: return ("\u{08}", 2)
    case 0x66: return ("\u{0C}", 2)
    case 0x6E: return ("\n", 2)
    case 0x72: return ("\r", 2)
    case 0x74: return ("\t", 2)
    case 0x75:
      guard at + 6 <= end, let unit = hexadecimal(bytes, at: at + 2) else { return nil }
      if unit & 0xFC00 == 0xD800, at + 12 <= end, bytes[at + 6] == 0x5C, bytes[at + 7] == 0x75,
        let low = hexadecimal(bytes, at: at + 8), low & 0xFC00 == 0xDC00,
        let scalar = Unicode.Scalar(0x10000 + (unit & 0x3FF) << 10 + (low & 0x3FF))
      {
        return (scalar, 12)
      }
      return (Unicode.Scalar(unit) ?? "\u{FFFD}", 6)
    default: return nil
    }
  }

  /// The number that four hexadecimal digits at `offset` write, or nil.
  static func hexadecimal(_ bytes: Span<UInt8>, at offset: Int) -> UInt32? {
    guard offset + 4 <= bytes.count else { return nil }
    var value: UInt32 = 0
    for index in offset..<offset + 4 {
      let byte = bytes[index]
      if byte &- 0x30 < 10 {
        value = value << 4 | UInt32(byte - 0x30)
      } else if (byte | 0x20) &- 0x61 < 6 {
        value = value << 4 | UInt32((byte | 0x20) - 0x61 + 10)
      } else {
        return nil
      }
    }
    return value
  }

  /// Appends `text` (UTF-8) to `output` as a JSON string with its quotes. Only what JSON demands is escaped.
  package static func append(_ text: [UInt8], to output: inout [UInt8]) {
    output.append(0x22)
    text.withUnsafeBufferPointer { text in
      var run = 0
      for index in text.indices where text[index] < 0x20 || text[index] == 0x22 || text[index] == 0x5C {
        output.append(contentsOf: UnsafeBufferPointer(rebasing: text[run..<index]))
        appendEscaped(text[index], to: &output)
        run = index + 1
      }
      output.append(contentsOf: UnsafeBufferPointer(rebasing: text[run...]))
    }
    output.append(0x22)
  }

  /// `text` as a JSON string with its quotes.
  package static func encoded(_ text: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.count + 2)
    append(text, to: &output)
    return output
  }

  /// Appends one byte of a string's content.
  private static func appendEscaped(_ byte: UInt8, to output: inout [UInt8]) {
    switch byte {
    case 0x22: output += [0x5C, 0x22]
    case 0x5C: output += [0x5C, 0x5C]
    case 0x08: output += [0x5C, 0x62]
    case 0x0C: output += [0x5C, 0x66]
    case 0x0A: output += [0x5C, 0x6E]
    case 0x0D: output += [0x5C, 0x72]
    case 0x09: output += [0x5C, 0x74]
    case 0x00...0x1F:
      output += [0x5C, 0x75, 0x30, 0x30, hexadecimalDigit(byte >> 4), hexadecimalDigit(byte & 15)]
    default: output.append(byte)
    }
  }

  /// Appends `text` as the content of a string inside a block comment's attributes, escaped as WordPress's
  /// `serialize_block_attributes()` and Gutenberg's `serializeAttributes()` do it: no `--`, `<`, `>` or `&` of the text
  /// can end or change the comment, and no `\\` or `\"` is left that a `stripslashes()` on the way into the database
  /// would undo. U+2028 and U+2029, which only PHP's `json_encode()` escapes, stay as they are.
  package static func appendBlockAttribute(_ text: [UInt8], to output: inout [UInt8]) {
    var index = 0
    while index < text.count {
      let byte = text[index]
      switch byte {
      case 0x2D where index + 1 < text.count && text[index + 1] == 0x2D:
        output += "\\u002d\\u002d".utf8
        index += 1
      case 0x3C: output += "\\u003c".utf8
      case 0x3E: output += "\\u003e".utf8
      case 0x26: output += "\\u0026".utf8
      case 0x22: output += "\\u0022".utf8
      case 0x5C: output += "\\u005c".utf8
      default: appendEscaped(byte, to: &output)
      }
      index += 1
    }
  }

  private static func hexadecimalDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? 0x30 + value : 0x61 + value - 10
  }
}
