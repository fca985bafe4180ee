// Rules are asked for by names as they stand in an article's bytes: a block's, a shortcode's. That happens for each of them,
// so it costs a hash of the name and no `String`.

/// Values by names, which are bytes.
struct ByteTable<Value: Sendable>: Sendable {
  private var names: [[UInt8]] = []
  private var values: [Value] = []
  /// Open addressing, a power of two long: an index of `names`, or -1.
  private var slots: [Int32] = []

  /// Whether there is nothing in it.
  var isEmpty: Bool { names.isEmpty }

  /// The value of the name that stands at `range`, or nil.
  func value(of bytes: Span<UInt8>, _ range: Range<Int>) -> Value? {
    guard !slots.isEmpty else { return nil }
    var hash = Self.seed
    for index in range { hash = Self.add(bytes[index], to: hash) }
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      if bytes.holds(names[index], in: range) { return values[index] }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// The value of a name; setting nil takes nothing away.
  subscript(name: [UInt8]) -> Value? {
    get { value(of: name.span, name.indices) }
    set {
      guard let newValue else { return }
      if let index = names.firstIndex(of: name) {
        values[index] = newValue
        return
      }
      names.append(name)
      values.append(newValue)
      rebuild()
    }
  }

  /// All names with their values, in the order in which they came.
  var entries: [(name: [UInt8], value: Value)] { zip(names, values).map { ($0, $1) } }

  private mutating func rebuild() {
    var size = 8
    while size < names.count * 2 { size *= 2 }
    slots = Array(repeating: -1, count: size)
    for (index, name) in names.enumerated() {
      var slot = Int(truncatingIfNeeded: name.reduce(Self.seed) { Self.add($1, to: $0) }) & (size - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = Int32(index)
    }
  }

  /// FNV-1a, 32 bits.
  private static var seed: UInt32 { 0x811C_9DC5 }

  @inline(__always) private static func add(_ byte: UInt8, to hash: UInt32) -> UInt32 {
    (hash ^ UInt32(byte)) &* 0x0100_0193
  }
}
