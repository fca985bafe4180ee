// Sets of ids. An id is kept as 64 bits that are made of its bytes, so that a document of a million ids costs a few
// megabytes and looking one up no allocation. Two ids of a document that differ and yet share their bits are so unlikely
// (for a million ids one in some tens of millions) that the validator takes equal bits for equal ids.

/// A map from hashed ids to small numbers. Emptying it costs nothing, whatever was in it.
struct HashedTable {
  private struct Entry {
    var key: UInt64 = 0
    var round: UInt32 = 0
    var value: Int32 = 0
  }

  private var entries = [Entry](repeating: Entry(), count: 16)
  private var round: UInt32 = 1
  private(set) var count = 0

  /// Puts `value` in for `key`, if there is none yet.
  /// - Returns: the value that was there, or nil.
  mutating func insert(_ key: UInt64, _ value: Int32 = 0) -> Int32? {
    if count * 2 >= entries.count { grow() }
    let index = place(of: key)
    if entries[index].round == round { return entries[index].value }
    entries[index] = Entry(key: key, round: round, value: value)
    count += 1
    return nil
  }

  /// Puts `value` in for `key`, whether there is one or not.
  mutating func update(_ key: UInt64, _ value: Int32) {
    if insert(key, value) != nil { entries[place(of: key)].value = value }
  }

  /// The value of `key`.
  func value(_ key: UInt64) -> Int32? {
    let index = place(of: key)
    return entries[index].round == round ? entries[index].value : nil
  }

  /// Whether `key` is there.
  func contains(_ key: UInt64) -> Bool { entries[place(of: key)].round == round }

  /// Empties it.
  mutating func removeAll() {
    guard count > 0 else { return }
    count = 0
    if round == .max {
      entries = [Entry](repeating: Entry(), count: 16)
      round = 0
    }
    round += 1
  }

  private func place(of key: UInt64) -> Int {
    let mask = entries.count - 1
    var index = Int(truncatingIfNeeded: key) & mask
    while entries[index].round == round && entries[index].key != key { index = (index + 1) & mask }
    return index
  }

  private mutating func grow() {
    let old = entries
    entries = [Entry](repeating: Entry(), count: old.count * 2)
    for entry in old where entry.round == round { entries[place(of: entry.key)] = entry }
  }
}

/// Makes 64 bits of bytes.
enum Hash {
  private static let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// The bits of `bytes`.
  static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var state = UInt64(bytes.count) &* multiplier
    var index = 0
    while index + 8 <= bytes.count {
      let word = UnsafeRawPointer(bytes.baseAddress.unsafelyUnwrapped).loadUnaligned(
        fromByteOffset: index, as: UInt64.self)
      state = mix(state ^ word)
      index += 8
    }
    var rest: UInt64 = 0
    while index < bytes.count {
      rest = rest << 8 | UInt64(bytes[index])
      index += 1
    }
    return mix(state ^ rest ^ 0xA076_1D64_78BD_642F)
  }

  /// The bits of two together, in their order.
  static func of(_ first: UInt64, _ second: UInt64) -> UInt64 { mix(first ^ (second &* multiplier) &+ 1) }

  /// The bits of a text.
  static func of(_ text: StaticString) -> UInt64 {
    of(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private static func mix(_ bits: UInt64) -> UInt64 {
    let product = (bits ^ 0xE703_7ED1_A0B4_28DB).multipliedFullWidth(by: 0x8EBC_6AF0_9C88_C6E3)
    let folded = product.high ^ product.low
    return folded ^ folded >> 29
  }
}
