// Escaping: XML 1.0, 2.4 (character data), 3.3.3 (attribute values are normalised, so their line ends need references),
// 2.11 (a literal CR is read as LF, so text needs a reference too), 2.2 (characters that must not occur at all).

extension XMLByteWriter {
  /// Appends `bytes` escaped. Eight bytes at a time are copied before they are looked at: what of them must not stand
  /// there is written over.
  @inline(__always)
  mutating func escape(
    _ bytes: UnsafeBufferPointer<UInt8>, isAttribute: Bool, forbidden: (inout XMLByteWriter, UInt32) -> Void
  ) {
    guard let base = bytes.baseAddress else { return }
    let count = bytes.count
    var position = 0
    while true {
      // Room for all that is left as it is, and for the seven bytes that a last copy may be too long.
      reserve(count - position + 8)
      position = copyPlain(base, from: position, count: count, isAttribute: isAttribute)
      if position == count { return }
      position = appendSpecial(bytes, at: position, isAttribute: isAttribute, forbidden: forbidden)
    }
  }

  /// Copies bytes from `position` on up to one that needs attention or the end. There is room for them and eight more.
  /// - Returns: where it stopped.
  @inline(__always)
  private mutating func copyPlain(
    _ base: UnsafePointer<UInt8>, from position: Int, count: Int, isAttribute: Bool
  ) -> Int {
    let from = UnsafeRawPointer(base)
    let to = UnsafeMutableRawPointer(start + filled) - position
    var at = position
    defer { filled += at - position }
    while at + 8 <= count {
      let word = from.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      to.storeBytes(of: word, toByteOffset: at, as: UInt64.self)
      let special = Self.attention(word.littleEndian, isAttribute: isAttribute)
      if special != 0 {
        at += special.trailingZeroBitCount / 8
        return at
      }
      at += 8
    }
    while at < count {
      let byte = base[at]
      if byte < 0x20 || byte >= 0x80 || byte == 0x26 || byte == 0x3C || byte == 0x3E || byte == 0x22 && isAttribute {
        return at
      }
      to.storeBytes(of: byte, toByteOffset: at, as: UInt8.self)
      at += 1
    }
    return at
  }

  /// Appends what is written for the byte at `position`, or for the character that begins there.
  /// - Returns: what follows it.
  @inline(never)
  private mutating func appendSpecial(
    _ bytes: UnsafeBufferPointer<UInt8>, at position: Int, isAttribute: Bool,
    forbidden: (inout XMLByteWriter, UInt32) -> Void
  ) -> Int {
    var position = position
    // Where one character is not ASCII, more are.
    while position < bytes.count, bytes[position] >= 0x80 {
      let length = XMLCharacter.length(at: position, in: bytes)
      if length > 0 {
        append(UnsafeBufferPointer(rebasing: bytes[position..<position + length]))
        position += length
      } else if length == XMLCharacter.noncharacter {
        // U+FFFE or U+FFFF: three bytes, EF BF BE and EF BF BF.
        forbidden(&self, 0xFFC0 | UInt32(bytes[position + 2] & 0x3F))
        position += 3
      } else {
        append("\u{FFFD}")
        position += 1
      }
    }
    guard position < bytes.count else { return position }
    let byte = bytes[position]
    if let reference = Self.reference(byte, isAttribute: isAttribute) {
      append(reference)
    } else if byte >= 0x20 || byte == 0x09 || byte == 0x0A {
      append(byte)
    } else {
      forbidden(&self, UInt32(byte))
    }
    return position + 1
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

  /// The high bit of each byte of `word` that needs attention: `&` `<` `>`, in an attribute `"`, a control or a
  /// non-ASCII byte. The lowest one set is exact, which is all that is used.
  @inline(__always)
  private static func attention(_ word: UInt64, isAttribute: Bool) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    // Subtracting borrows from a higher byte only past a hit, so hits above the first may be false, never the first.
    let controls = (word &- ones &* 0x20) & ~word
    let ampersand = word ^ (ones &* 0x26)
    // `<` and `>` differ in one bit.
    let angle = (word | (ones &* 0x02)) ^ (ones &* 0x3E)
    var found = controls | ((ampersand &- ones) & ~ampersand) | ((angle &- ones) & ~angle) | word
    if isAttribute {
      let quote = word ^ (ones &* 0x22)
      found |= (quote &- ones) & ~quote
    }
    return found & highs
  }
}
