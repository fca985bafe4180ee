/// A qualified name where it stands in a window: at most one colon, inside.
struct XMLRawName {
  var start: Int
  var count: Int
  /// Where its colon stands from `start` on; -1 where it has none.
  var colon: Int
  /// Its first sixteen bytes, padded with zeros: all of it, mostly, to be compared and looked up by.
  var words: SIMD2<UInt64>

  /// The name of ASCII letters, digits, `-`, `.`, `_` that begins at `start` (Namespaces in XML 1.0, 4); nil where
  /// there is none that is surely one. `stop` is where it ends, or where something else begins.
  @inline(__always)
  init?(_ base: UnsafePointer<UInt8>, at start: Int, stop: inout Int) {
    var at = start
    while Self.isNameByte(base[at]) { at += 1 }
    colon = -1
    if base[at] == 0x3A {
      colon = at - start
      at += 1
      while Self.isNameByte(base[at]) { at += 1 }
      stop = at
      guard colon > 0, Self.isNameStart(base[start + colon + 1]) else { return nil }
    }
    stop = at
    guard Self.isNameStart(base[start]), at - start < Self.longest else { return nil }
    self.start = start
    count = at - start
    words = Self.words(base + start, count: at - start)
  }

  /// Longer names are for libxml2 to judge.
  private static let longest = 1000

  /// Whether it is `xmlns` or `xmlns:prefix`.
  @inline(__always)
  var declaresNamespace: Bool {
    // "xmlns", its letters from the lowest byte on.
    words.x & 0xFF_FFFF_FFFF == 0x73_6E_6C_6D_78 && (count == 5 || colon == 5)
  }

  /// The first sixteen bytes of a name of `count` bytes. Sixteen can be read behind its beginning.
  @inline(__always)
  static func words(_ name: UnsafePointer<UInt8>, count: Int) -> SIMD2<UInt64> {
    let raw = UnsafeRawPointer(name)
    var low = raw.loadUnaligned(as: UInt64.self).littleEndian
    guard count > 8 else {
      if count < 8 { low &= (1 << UInt64(truncatingIfNeeded: count * 8)) &- 1 }
      return SIMD2(low, 0)
    }
    var high = raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self).littleEndian
    if count < 16 { high &= (1 << UInt64(truncatingIfNeeded: (count - 8) * 8)) &- 1 }
    return SIMD2(low, high)
  }

  @inline(__always)
  static func isNameStart(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte == 0x5F }

  /// The name bytes `-`, `.`, `0`–`9`, `A`–`Z`, `_`, `a`–`z`, a bit each.
  private static let low: UInt64 = 0x03FF_6000_0000_0000
  private static let high: UInt64 = 0x07FF_FFFE_87FF_FFFE

  @inline(__always)
  static func isNameByte(_ byte: UInt8) -> Bool {
    let word = byte & 0x40 == 0 ? low : high
    return byte < 0x80 && (word &>> UInt64(byte & 0x3F)) & 1 == 1
  }
}
