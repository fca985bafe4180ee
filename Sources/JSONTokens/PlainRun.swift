// Strings are most of a post, and plain bytes most of a string: eight of them are looked at together.

/// Stretches of a JSON string that stand for themselves.
enum PlainRun {
  /// The offset of the first byte at or behind `start` that is `"`, `\` or a control character, or `end`.
  @inline(__always)
  static func end(in bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    bytes.withUnsafeBytes { buffer in
      var at = start
      let last = min(end, buffer.count)
      while at + 8 <= last {
        let word = buffer.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        let marks = zeroBytes(word ^ quotes) | zeroBytes(word ^ backslashes) | ((word &- controls) & ~word & highBits)
        // A borrow may mark a byte behind a true mark, never one before: the first mark is always true.
        if marks != 0 { return at + UInt64(littleEndian: marks).trailingZeroBitCount / 8 }
        at += 8
      }
      while at < last, buffer[at] >= 0x20, buffer[at] != 0x22, buffer[at] != 0x5C { at += 1 }
      return at
    }
  }

  /// Copies bytes up to the first backslash or `end`, and up to seven bytes too many.
  /// - Returns: how many count.
  @inline(__always)
  static func copy(
    from source: UnsafeRawPointer, to destination: UnsafeMutableRawPointer, count: Int
  ) -> Int {
    var at = 0
    while at + 8 <= count {
      let word = source.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      destination.storeBytes(of: word, toByteOffset: at, as: UInt64.self)
      let marks = zeroBytes(word ^ backslashes)
      if marks != 0 { return at + UInt64(littleEndian: marks).trailingZeroBitCount / 8 }
      at += 8
    }
    while at < count {
      let byte = source.load(fromByteOffset: at, as: UInt8.self)
      if byte == 0x5C { break }
      destination.storeBytes(of: byte, toByteOffset: at, as: UInt8.self)
      at += 1
    }
    return at
  }

  @inline(__always) private static var highBits: UInt64 { 0x8080_8080_8080_8080 }
  @inline(__always) private static var ones: UInt64 { 0x0101_0101_0101_0101 }
  @inline(__always) private static var quotes: UInt64 { ones &* 0x22 }
  @inline(__always) private static var backslashes: UInt64 { ones &* 0x5C }
  @inline(__always) private static var controls: UInt64 { ones &* 0x20 }

  /// The high bit of each byte that is zero (and perhaps of bytes above one that is).
  @inline(__always) private static func zeroBytes(_ word: UInt64) -> UInt64 {
    (word &- ones) & ~word & highBits
  }
}
