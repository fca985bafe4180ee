// Escaping: XML 1.0, 2.4 (character data), 3.3.3 (attribute values are normalised, so their line ends need references),
// 2.11 (a literal CR is read as LF, so text needs a reference too), 2.2 (characters that must not occur at all).

extension XMLByteWriter {
  /// Appends `bytes` escaped: runs that need nothing are copied whole.
  mutating func escape(
    _ bytes: UnsafeBufferPointer<UInt8>, isAttribute: Bool, forbidden: (inout XMLByteWriter, UInt32) -> Void
  ) {
    guard let base = bytes.baseAddress else { return }
    let count = bytes.count
    var position = 0
    var run = 0
    while position < count {
      position = Self.skipPlain(base, from: position, count: count)
      if position == count { break }
      let byte = base[position]
      if byte >= 0x80 {
        let length = XMLCharacter.length(at: position, in: bytes)
        if length > 0 {
          position += length
          continue
        }
        append(UnsafeBufferPointer(start: base + run, count: position - run))
        if length == XMLCharacter.noncharacter {
          // U+FFFE or U+FFFF: three bytes, EF BF BE and EF BF BF.
          forbidden(&self, 0xFFC0 | UInt32(base[position + 2] & 0x3F))
          position += 3
        } else {
          append("\u{FFFD}")
          position += 1
        }
        run = position
        continue
      }
      guard let reference = Self.reference(byte, isAttribute: isAttribute) else {
        if byte >= 0x20 || byte == 0x09 || byte == 0x0A {
          position += 1
          continue
        }
        append(UnsafeBufferPointer(start: base + run, count: position - run))
        forbidden(&self, UInt32(byte))
        position += 1
        run = position
        continue
      }
      append(UnsafeBufferPointer(start: base + run, count: position - run))
      append(reference)
      position += 1
      run = position
    }
    append(UnsafeBufferPointer(start: base + run, count: count - run))
  }

  /// What is written for `byte`, or nil where it stands for itself (or must not occur).
  private static func reference(_ byte: UInt8, isAttribute: Bool) -> StaticString? {
    switch byte {
    case 0x26: "&amp;"
    case 0x3C: "&lt;"
    case 0x3E: "&gt;"
    case 0x0D: "&#13;"
    case 0x22 where isAttribute: "&quot;"
    case 0x09 where isAttribute: "&#9;"
    case 0x0A where isAttribute: "&#10;"
    default: nil
    }
  }

  /// The first position from `position` on whose byte may need attention: `"` `&` `<` `>`, a control or a non-ASCII
  /// byte.
  @inline(__always)
  private static func skipPlain(_ base: UnsafePointer<UInt8>, from position: Int, count: Int) -> Int {
    var position = position
    while position + 8 <= count {
      let word = UnsafeRawPointer(base + position).loadUnaligned(as: UInt64.self).littleEndian
      let special = attention(word)
      if special != 0 { return position + special.trailingZeroBitCount / 8 }
      position += 8
    }
    while position < count {
      let byte = base[position]
      if byte < 0x20 || byte >= 0x80 || byte == 0x22 || byte == 0x26 || byte == 0x3C || byte == 0x3E { break }
      position += 1
    }
    return position
  }

  /// The high bit of each byte of `word` that needs attention; the lowest one set is exact, which is all that is used.
  @inline(__always)
  private static func attention(_ word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    // Subtracting borrows from a higher byte only past a hit, so hits above the first may be false, never the first.
    let controls = (word &- ones &* 0x20) & ~word
    let quote = word ^ (ones &* 0x22)
    let ampersand = word ^ (ones &* 0x26)
    // `<` and `>` differ in one bit.
    let angle = (word | (ones &* 0x02)) ^ (ones &* 0x3E)
    let found =
      controls | ((quote &- ones) & ~quote) | ((ampersand &- ones) & ~ampersand) | ((angle &- ones) & ~angle) | word
    return found & highs
  }
}
