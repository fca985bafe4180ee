/// FNV-1a with 64 bits (Fowler, Noll, Vo; RFC 9923): tells texts apart, the same on every machine.
package struct Fingerprint {
  /// The value so far.
  package private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The fingerprint of nothing.
  package init() {}

  /// Takes `bytes` in.
  package mutating func add(_ bytes: [UInt8]) {
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
  }
}
