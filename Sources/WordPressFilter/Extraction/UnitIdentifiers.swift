// Unit ids that say what a unit is and survive edits elsewhere (Documentation/decisions/0003).
internal import HTMLTokens
internal import UnicodeText

/// Gives the units of one article their ids: field, hash of the source, number of the occurrence, as in `content-0a1b2c3d-1`.
struct UnitIdentifiers {
  private var occurrences = Occurrences()

  /// The id of the next unit of `prefix` with that text and those codes; it is taken by this call.
  mutating func take(prefix: String, text: [UInt8], pieces: [Piece], in bytes: Span<UInt8>) -> String {
    var identifier: [UInt8] = []
    append(prefix: prefix, hash: Self.hash(of: text, pieces, in: bytes), to: &identifier)
    return String(decoding: identifier, as: UTF8.self)
  }

  /// What of an id is made of the unit's text and codes.
  ///
  /// It is FNV-1a of 64 bits over the text and over kind, name and place of each code, of which 40 bits are shown. A
  /// link's address or a class does not enter: a translation outlives their change.
  static func hash(of text: [UInt8], _ pieces: [Piece], in bytes: Span<UInt8>) -> UInt64 {
    var hash = FNV1a()
    text.withUnsafeBufferPointer { text in
      for byte in text { hash.add(byte) }
    }
    return shown(hash, pieces, in: bytes)
  }

  /// What is shown of the hash of a text and its codes.
  private static func shown(_ text: FNV1a, _ pieces: [Piece], in bytes: Span<UInt8>) -> UInt64 {
    var hash = text
    for index in pieces.indices where pieces[index].kind != .text {
      hash.add(0x1F)
      hash.add(pieces[index].kind.rawValue)
      hash.add(UInt8(truncatingIfNeeded: pieces[index].textOffset))
      hash.add(UInt8(truncatingIfNeeded: pieces[index].textOffset >> 8))
      for at in pieces[index].name { hash.add(lowercasedASCII(bytes[at])) }
    }
    return hash.value >> 24 ^ hash.value & 0xFF_FFFF
  }

  /// The same, and how many words the text has: hashing waits for each multiplication, and meanwhile there is time
  /// to count.
  static func hash(
    of text: [UInt8], _ pieces: [Piece], in bytes: Span<UInt8>, counting count: inout WordCount
  ) -> UInt64 {
    var hash = FNV1a()
    text.withUnsafeBufferPointer { text in
      // Copies of their own stay in registers.
      var (ownHash, ownCount) = (hash, count)
      for offset in text.indices {
        ownHash.add(text[offset])
        ownCount.add(text[offset], at: offset, in: text)
      }
      (hash, count) = (ownHash, ownCount)
    }
    return shown(hash, pieces, in: bytes)
  }

  /// Appends the id of the next unit of `prefix` whose hash is `shown` to `identifier`.
  mutating func append(prefix: String, hash shown: UInt64, to identifier: inout [UInt8]) {
    var key = FNV1a(seed: shown)
    var prefix = prefix
    prefix.withUTF8 { prefix in
      for byte in prefix { key.add(byte) }
      identifier.append(contentsOf: prefix)
    }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 10) { buffer in
      buffer[0] = 0x2D
      for index in 1...8 {
        let digit = UInt8(truncatingIfNeeded: shown >> UInt64(40 - 5 * index) & 31)
        buffer[index] = digit < 10 ? 0x30 + digit : 0x61 + digit - 10
      }
      buffer[9] = 0x2D
      identifier.append(contentsOf: UnsafeBufferPointer(buffer))
    }
    let occurrence = occurrences.count(key.value)
    if occurrence < 10 {
      identifier.append(0x30 + UInt8(occurrence))
    } else {
      identifier.append(contentsOf: String(occurrence).utf8)
    }
  }
}

/// How often each hash has occurred, in an open table: the hashes are spread already.
private struct Occurrences {
  private struct Slot {
    var hash: UInt64
    /// 0 where the slot is free.
    var count: Int
  }

  private var slots = [Slot](repeating: Slot(hash: 0, count: 0), count: 64)
  private var used = 0

  /// Counts `hash` and says how often it has occurred, this time included.
  mutating func count(_ hash: UInt64) -> Int {
    if used * 2 >= slots.count { grow() }
    let index = slot(of: hash)
    if slots[index].count == 0 {
      used += 1
      slots[index].hash = hash
    }
    slots[index].count += 1
    return slots[index].count
  }

  /// The slot that holds `hash`, or the free one where it goes.
  private func slot(of hash: UInt64) -> Int {
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
    while slots[index].count > 0, slots[index].hash != hash { index = (index + 1) & mask }
    return index
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(hash: 0, count: 0), count: old.count * 4)
    for slot in old where slot.count > 0 { slots[self.slot(of: slot.hash)] = slot }
  }
}

/// The hash of Fowler, Noll and Vo, 64 bits, variant 1a: <https://datatracker.ietf.org/doc/html/draft-eastlake-fnv>.
private struct FNV1a {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  init() {}

  init(seed: UInt64) { value ^= seed &* 0x9E37_79B9_7F4A_7C15 }

  @inline(__always) mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
  }
}
