// In which WordPress block a text stands, which a translator is told.
internal import JSONTokens

/// The names of the blocks that are open. Each name is kept once: an article has many blocks of few kinds.
struct OpenBlocks {
  private var names: [[UInt8]] = []
  /// For each of them, and at the end for none, what a note ends with, of the field at hand; made when it is first asked for.
  private var endings: [[UInt8]] = [[]]
  private var field: [UInt8] = []
  /// The open blocks, innermost last, as places in `names`.
  private var open: [Int] = []

  /// A name further back than this is kept once more: nobody's article has so many kinds, and the search stays short.
  private static let compared = 32

  /// The innermost block's name, `core/table`; empty where none is open.
  var innermost: [UInt8] { open.last.map { names[$0] } ?? [] }

  /// A block begins whose name stands at `name`, perhaps without its namespace, which then is `core`.
  mutating func begin(_ name: Range<Int>, in bytes: Span<UInt8>) {
    for index in names.indices.suffix(Self.compared).reversed() where bytes.isName(name, names[index]) {
      return open.append(index)
    }
    open.append(names.count)
    let own = bytes.array(name)
    names.append(own.contains(0x2F) ? own : Array("core/".utf8) + own)
    endings.insert([], at: endings.count - 1)
  }

  /// What a note of a text ends with that stands in `field` and in the innermost block: ` (content, core/table)`.
  mutating func ending(field: [UInt8]) -> [UInt8] {
    if field != self.field {
      self.field = field
      for index in endings.indices { endings[index] = [] }
    }
    let place = open.last ?? names.count
    if endings[place].isEmpty { endings[place] = Self.ending(field: field, block: innermost) }
    return endings[place]
  }

  /// The same of any field and block; empty where both are.
  static func ending(field: [UInt8], block: [UInt8]) -> [UInt8] {
    let names = [field, block].filter { !$0.isEmpty }
    return names.isEmpty ? [] : Array(" (".utf8) + names.joined(separator: ", ".utf8) + [0x29]
  }

  /// The innermost block ends.
  mutating func end() { if !open.isEmpty { open.removeLast() } }

  /// Forgets which are open.
  mutating func removeAll() { if !open.isEmpty { open.removeAll(keepingCapacity: true) } }
}

extension Span where Element == UInt8 {
  private static var core: InlineArray<5, UInt8> { [0x63, 0x6F, 0x72, 0x65, 0x2F] }

  /// Whether the block's name at `range` is `full`, which has a namespace.
  fileprivate func isName(_ range: Range<Int>, _ full: [UInt8]) -> Bool {
    if range.count == full.count { return holds(full, in: range) }
    guard range.count + Self.core.count == full.count else { return false }
    for index in Self.core.indices where full[index] != Self.core[index] { return false }
    for index in 0..<range.count where self[range.lowerBound + index] != full[index + Self.core.count] { return false }
    return true
  }
}
