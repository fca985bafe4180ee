// Counting and finding code points in UTF-8: findings report offsets in code points, everything else works in bytes.

/// Code points of texts in UTF-8. Ill-formed bytes count as UTF-8's lead bytes do: what is not 10xxxxxx is one.
package enum CodePoints {
  /// The number of code points in `utf8`.
  package static func count(in utf8: Span<UInt8>) -> Int {
    utf8.withUnsafeBufferPointer { count(in: $0) }
  }

  /// The number of code points that begin before byte `offset` of `utf8`, which may be its count.
  package static func offset(ofByte offset: Int, in utf8: Span<UInt8>) -> Int {
    utf8.withUnsafeBufferPointer { count(in: UnsafeBufferPointer(rebasing: $0[..<offset])) }
  }

  /// The byte at which code point `offset` of `utf8` begins, counted from 0; the number of bytes where there are no more
  /// than `offset`.
  package static func byteOffset(ofCodePoint offset: Int, in utf8: Span<UInt8>) -> Int {
    utf8.withUnsafeBufferPointer { text in
      var left = offset
      for index in text.indices where isLead(text[index]) {
        if left == 0 { return index }
        left -= 1
      }
      return text.count
    }
  }

  /// The code point that begins at byte `offset` of `utf8`, which must be below its count; U+FFFD for ill-formed bytes.
  package static func value(at offset: Int, in utf8: Span<UInt8>) -> UInt32 {
    utf8.withUnsafeBufferPointer { $0.scalar(at: offset).value }
  }

  /// The code point that ends just before byte `offset` of `utf8`, which must be above 0; U+FFFD for ill-formed bytes.
  package static func value(before offset: Int, in utf8: Span<UInt8>) -> UInt32 {
    utf8.withUnsafeBufferPointer { $0.scalar(before: offset).value }
  }

  private static func count(in text: UnsafeBufferPointer<UInt8>) -> Int {
    guard let base = text.baseAddress else { return 0 }
    // All bytes but those that go on with a character: of these the first bit is set and the second is not.
    var following = 0
    var at = 0
    while at + 8 <= text.count {
      let bytes = UnsafeRawPointer(base + at).loadUnaligned(as: UInt64.self)
      following += (bytes & ~(bytes << 1) & 0x8080_8080_8080_8080).nonzeroBitCount
      at += 8
    }
    while at < text.count {
      if !isLead(text[at]) { following += 1 }
      at += 1
    }
    return text.count - following
  }

  @inline(__always)
  private static func isLead(_ byte: UInt8) -> Bool { byte & 0xC0 != 0x80 }
}
