// Tests on single bytes, as the standard's states make them.

/// `A`–`Z`, `a`–`z`.
@inline(__always) func isASCIILetter(_ byte: UInt8) -> Bool {
  (byte | 0x20) &- 0x61 < 26
}

/// Tab, line feed, form feed, carriage return, space: HTML's ASCII white space.
@inlinable package func isHTMLSpace(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C
}

/// What ends a tag's name.
@inline(__always) func isTagNameEnd(_ byte: UInt8) -> Bool {
  byte == 0x3E || byte == 0x2F || isHTMLSpace(byte)
}

/// The byte in lower case where it is an ASCII capital.
@inlinable package func lowercasedASCII(_ byte: UInt8) -> UInt8 {
  byte &- 0x41 < 26 ? byte | 0x20 : byte
}

extension Span where Element == UInt8 {
  /// The offset of the first `byte` at or behind `start`, or the count. Eight bytes are looked at together.
  @inline(__always)
  package func offset(of byte: UInt8, from start: Int) -> Int {
    withUnsafeBytes { buffer in
      let ones: UInt64 = 0x0101_0101_0101_0101
      let pattern = ones &* UInt64(byte)
      var at = start
      while at + 8 <= buffer.count {
        let word = buffer.loadUnaligned(fromByteOffset: at, as: UInt64.self) ^ pattern
        // The high bit of each byte that is zero, and perhaps of bytes above one: the lowest mark is always true.
        let marks = (word &- ones) & ~word & 0x8080_8080_8080_8080
        if marks != 0 { return at + UInt64(littleEndian: marks).trailingZeroBitCount / 8 }
        at += 8
      }
      while at < buffer.count, buffer[at] != byte { at += 1 }
      return at
    }
  }

  /// Whether the ASCII text `expected`, given in lower case, stands at `offset`, in any case.
  func hasASCII(_ expected: StaticString, at offset: Int) -> Bool {
    guard offset >= 0, offset + expected.utf8CodeUnitCount <= count else { return false }
    for index in 0..<expected.utf8CodeUnitCount
    where lowercasedASCII(self[offset + index]) != expected.utf8Start[index] {
      return false
    }
    return true
  }

  /// Whether exactly `expected` stands at `offset`.
  package func hasExactly(_ expected: StaticString, at offset: Int) -> Bool {
    guard offset >= 0, offset + expected.utf8CodeUnitCount <= count else { return false }
    for index in 0..<expected.utf8CodeUnitCount where self[offset + index] != expected.utf8Start[index] {
      return false
    }
    return true
  }
}
