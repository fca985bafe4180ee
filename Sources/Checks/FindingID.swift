/// Makes ids that stay the same from run to run.
struct FindingID {
  // FNV-1a, 64 bits: <http://www.isthe.com/chongo/tech/comp/fnv/>. Swift's own hashes differ from run to run.
  private var hash: UInt64 = 0xcbf2_9ce4_8422_2325

  /// Adds a field; an end mark keeps `ab`, `c` apart from `a`, `bc`.
  mutating func add(_ field: String) {
    for byte in field.utf8 { add(byte) }
    add(0xFF)
  }

  private mutating func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }

  /// 16 hexadecimal digits.
  var text: String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
