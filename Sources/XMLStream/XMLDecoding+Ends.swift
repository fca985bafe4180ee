// Where runs of bytes end, eight bytes at a time. All stop at the zero bytes behind a window (`XMLView`) of their own
// accord.

extension XMLDecoding {
  /// Where the text at `start` ends, and whether there is anything to decode in it. It ends at a `<`, or where
  /// something stands that XML 1.0 forbids (2.2, 2.4), or with the window.
  @inline(__always)
  static func endOfText(_ view: XMLView, from start: Int) -> (end: Int, needsDecoding: Bool) {
    let base = view.base
    var at = start
    var needsDecoding = false
    while true {
      let special = attention(word(base, at), 0x26, 0x3C, 0x5D)
      if special == 0 {
        at += 8
        continue
      }
      at += special.trailingZeroBitCount / 8
      let byte = base[at]
      if byte >= 0x80 {
        // Most letters with accents have two bytes.
        if byte &- 0xC2 < 30, base[at + 1] & 0xC0 == 0x80 {
          at += 2
          continue
        }
        let length = XMLCharacter.length(at: at, in: view.buffer)
        guard length > 0 else { return (at, needsDecoding) }
        at += length
        continue
      }
      switch byte {
      case 0x26, 0x0D: needsDecoding = true
      case 0x5D:
        if base[at + 1] == 0x5D, base[at + 2] == 0x3E { return (at, needsDecoding) }
      case 0x3C: return (at, needsDecoding)
      case 0..<0x20:
        guard byte == 0x09 || byte == 0x0A else { return (at, needsDecoding) }
      default: break
      }
      at += 1
    }
  }

  /// Where the run at `start` of an attribute's value ends in which nothing is to be decoded and its quote does not
  /// stand.
  @inline(__always)
  static func endOfPlainValue(_ base: UnsafePointer<UInt8>, from start: Int, quote: UInt8) -> Int {
    var at = start
    while true {
      let special = attention(word(base, at), 0x26, 0x3C, quote)
      if special != 0 { return at + special.trailingZeroBitCount / 8 }
      at += 8
    }
  }

  /// Where `end` stands from `start` on, or something that XML forbids, or where the window ends.
  static func endOfLiteral(_ view: XMLView, from start: Int, to end: StaticString) -> Int {
    let base = view.base
    let first = end.utf8Start[0]
    var at = start
    while true {
      let special = attention(word(base, at), first, first, first)
      if special == 0 {
        at += 8
        continue
      }
      at += special.trailingZeroBitCount / 8
      let byte = base[at]
      if byte >= 0x80 {
        let length = XMLCharacter.length(at: at, in: view.buffer)
        guard length > 0 else { return at }
        at += length
      } else if byte < 0x20 {
        guard byte == 0x09 || byte == 0x0A || byte == 0x0D else { return at }
        at += 1
      } else {
        if byte == first, spells(base + at, end) { return at }
        at += 1
      }
    }
  }

  private static func spells(_ base: UnsafePointer<UInt8>, _ word: StaticString) -> Bool {
    for index in 0..<word.utf8CodeUnitCount where base[index] != word.utf8Start[index] { return false }
    return true
  }

  @inline(__always)
  private static func word(_ base: UnsafePointer<UInt8>, _ at: Int) -> UInt64 {
    UnsafeRawPointer(base + at).loadUnaligned(as: UInt64.self).littleEndian
  }

  /// The high bit of each byte of `word` that may be a control, one of three ASCII bytes, or no ASCII; the lowest one
  /// set is exact.
  @inline(__always)
  private static func attention(_ word: UInt64, _ one: UInt8, _ two: UInt8, _ three: UInt8) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    let controls = (word &- ones &* 0x20) & ~word
    let first = word ^ (ones &* UInt64(one))
    let second = word ^ (ones &* UInt64(two))
    let third = word ^ (ones &* UInt64(three))
    let found =
      controls | ((first &- ones) & ~first) | ((second &- ones) & ~second) | ((third &- ones) & ~third) | word
    return found & highs
  }
}
