// Unit ids that say what a unit is and survive edits elsewhere (Documentation/decisions/0003).
internal import HTMLTokens

/// Gives the units of one article their ids: field, hash of the source, number of the occurrence, as in `content-0a1b2c3d-1`.
struct UnitIdentifiers {
  private var occurrences: [UInt64: Int] = [:]

  /// Forgets all ids: another article begins.
  mutating func removeAll() {
    occurrences.removeAll(keepingCapacity: true)
  }

  /// The id of the next unit of `prefix` with that text and those codes; it is taken by this call.
  ///
  /// The hash is FNV-1a of 64 bits over the text and over kind, name and place of each code, of which 40 bits are shown. A
  /// link's address or a class does not enter: a translation outlives their change.
  mutating func take(prefix: String, text: [UInt8], pieces: [Piece], in bytes: Span<UInt8>) -> String {
    var hash = FNV1a()
    for byte in text { hash.add(byte) }
    for piece in pieces where piece.kind != .text {
      hash.add(0x1F)
      hash.add(piece.kind.rawValue)
      hash.add(UInt8(truncatingIfNeeded: piece.textOffset))
      hash.add(UInt8(truncatingIfNeeded: piece.textOffset >> 8))
      for index in piece.name { hash.add(lowercasedASCII(bytes[index])) }
    }
    let shown = hash.value >> 24 ^ hash.value & 0xFF_FFFF
    var key = FNV1a(seed: shown)
    for byte in prefix.utf8 { key.add(byte) }
    let occurrence = occurrences[key.value, default: 0] + 1
    occurrences[key.value] = occurrence
    return Self.identifier(prefix, shown, occurrence)
  }

  private static func identifier(_ prefix: String, _ hash: UInt64, _ occurrence: Int) -> String {
    var prefix = prefix
    return prefix.withUTF8 { prefix in
      String(unsafeUninitializedCapacity: prefix.count + 30) { buffer in
        var count = 0
        for byte in prefix {
          buffer[count] = byte
          count += 1
        }
        buffer[count] = 0x2D
        count += 1
        for shift in stride(from: 35, through: 0, by: -5) {
          let digit = UInt8(truncatingIfNeeded: hash >> UInt64(shift) & 31)
          buffer[count] = digit < 10 ? 0x30 + digit : 0x61 + digit - 10
          count += 1
        }
        buffer[count] = 0x2D
        count += 1
        return count + decimal(occurrence, UnsafeMutableBufferPointer(rebasing: buffer[count...]))
      }
    }
  }

  /// Writes a number above zero.
  /// - Returns: its digits.
  private static func decimal(_ number: Int, _ buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
    var digits = 1
    var bound = 10
    while number >= bound, digits < 18 {
      digits += 1
      bound *= 10
    }
    var rest = number
    for index in stride(from: digits - 1, through: 0, by: -1) {
      buffer[index] = 0x30 + UInt8(rest % 10)
      rest /= 10
    }
    return digits
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
