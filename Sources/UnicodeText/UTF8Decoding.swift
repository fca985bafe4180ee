// Reading scalars from UTF-8 bytes without a String.

/// One scalar as read from bytes.
struct DecodedScalar {
  /// The scalar's value; U+FFFD for bytes that are not UTF-8.
  var value: UInt32
  /// How many bytes it takes, at least 1.
  var length: Int
}

extension UnsafeBufferPointer<UInt8> {
  /// The scalar that begins at byte `offset`, which must be below `count`. Ill-formed bytes give U+FFFD one at a time, so
  /// that reading goes on whatever the text; only the bounds and the shape are tested, as texts were validated where they
  /// came in.
  @inline(__always)
  func scalar(at offset: Int) -> DecodedScalar {
    let lead = UInt32(self[offset])
    if lead < 0x80 { return DecodedScalar(value: lead, length: 1) }
    let left = count - offset
    if lead >= 0xC2, lead < 0xE0, left > 1 {
      let second = UInt32(self[offset + 1])
      if second & 0xC0 == 0x80 { return DecodedScalar(value: (lead & 0x1F) << 6 | second & 0x3F, length: 2) }
    } else if lead >= 0xE0, lead < 0xF0, left > 2 {
      let (second, third) = (UInt32(self[offset + 1]), UInt32(self[offset + 2]))
      let value = (lead & 0x0F) << 12 | (second & 0x3F) << 6 | third & 0x3F
      if second & 0xC0 == 0x80, third & 0xC0 == 0x80, value >= 0x800, value & 0xF800 != 0xD800 {
        return DecodedScalar(value: value, length: 3)
      }
    } else if lead >= 0xF0, lead < 0xF5, left > 3 {
      let (second, third, fourth) = (UInt32(self[offset + 1]), UInt32(self[offset + 2]), UInt32(self[offset + 3]))
      let value = (lead & 0x07) << 18 | (second & 0x3F) << 12 | (third & 0x3F) << 6 | fourth & 0x3F
      if second & 0xC0 == 0x80, third & 0xC0 == 0x80, fourth & 0xC0 == 0x80, value >= 0x10000, value < 0x110000 {
        return DecodedScalar(value: value, length: 4)
      }
    }
    return DecodedScalar(value: 0xFFFD, length: 1)
  }

  /// The scalar that ends just before byte `offset`, which must be above 0; read as `scalar(at:)` reads.
  @inline(__always)
  func scalar(before offset: Int) -> DecodedScalar {
    var start = offset - 1
    if self[start] < 0x80 { return DecodedScalar(value: UInt32(self[start]), length: 1) }
    while start > 0, offset - start < 4, self[start] & 0xC0 == 0x80 { start -= 1 }
    let scalar = scalar(at: start)
    return start + scalar.length == offset ? scalar : DecodedScalar(value: 0xFFFD, length: 1)
  }
}

extension [UInt8] {
  /// Appends `scalar` as UTF-8; a surrogate or a value above U+10FFFF as U+FFFD.
  @inline(__always)
  mutating func append(scalar: UInt32) {
    switch scalar {
    case 0..<0x80:
      append(UInt8(truncatingIfNeeded: scalar))
    case 0x80..<0x800:
      append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
      append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    case 0xD800..<0xE000, 0x110000...:
      append(contentsOf: [0xEF, 0xBF, 0xBD])
    case 0x800..<0x10000:
      append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
      append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
      append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    default:
      append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
      append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
      append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
      append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    }
  }
}

extension [UInt16] {
  /// Appends `scalar` as UTF-16; it must be no surrogate.
  @inline(__always)
  mutating func append(scalar: UInt32) {
    if scalar < 0x10000 {
      append(UInt16(truncatingIfNeeded: scalar))
    } else {
      append(UInt16(truncatingIfNeeded: 0xD7C0 &+ scalar >> 10))
      append(UInt16(truncatingIfNeeded: 0xDC00 | scalar & 0x3FF))
    }
  }
}
