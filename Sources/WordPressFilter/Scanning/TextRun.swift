// Most bytes of a text are simply text: eight of them are looked at together.

/// Stretches of a text that need no second look.
enum TextRun {
  /// The offset of the first byte at or behind `start` that may be more than text (`&`, `:`, `[`, a control character), or
  /// `end`.
  @inline(__always)
  static func end(in bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    bytes.withUnsafeBytes { buffer in
      var at = start
      let last = min(end, buffer.count)
      while at + 8 <= last {
        let word = buffer.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        let marks =
          zeroBytes(word ^ every(0x26)) | zeroBytes(word ^ every(0x3A)) | zeroBytes(word ^ every(0x5B))
          | (word &- every(0x20)) & ~word & highBits
        // A borrow may mark a byte behind a true mark, never one before: the first mark is always true.
        if marks != 0 { return at + UInt64(littleEndian: marks).trailingZeroBitCount / 8 }
        at += 8
      }
      while at < last, buffer[at] >= 0x20, buffer[at] != 0x26, buffer[at] != 0x3A, buffer[at] != 0x5B { at += 1 }
      return at
    }
  }

  /// The offset of the first `&` at or behind `start`, or `end`.
  @inline(__always)
  static func reference(in bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    bytes.withUnsafeBytes { buffer in
      var at = start
      let last = min(end, buffer.count)
      while at + 8 <= last {
        let marks = zeroBytes(buffer.loadUnaligned(fromByteOffset: at, as: UInt64.self) ^ every(0x26))
        if marks != 0 { return at + UInt64(littleEndian: marks).trailingZeroBitCount / 8 }
        at += 8
      }
      while at < last, buffer[at] != 0x26 { at += 1 }
      return at
    }
  }

  @inline(__always) private static var highBits: UInt64 { 0x8080_8080_8080_8080 }

  @inline(__always) private static func every(_ byte: UInt64) -> UInt64 { byte &* 0x0101_0101_0101_0101 }

  /// The high bit of each byte that is zero (and perhaps of bytes above one that is).
  @inline(__always) private static func zeroBytes(_ word: UInt64) -> UInt64 {
    (word &- every(1)) & ~word & highBits
  }
}
