/// The codes of one content of 1.2 (a source, a seg-source, a target), until it is over.
final class Content12 {
  /// A code.
  struct Code {
    /// Whether it is half of a pair, and which one: `bpt` and `bx` begin, `ept` and `ex` end.
    enum Half: UInt8 {
      case none, start, end
    }

    var word: ElementWord
    var half: Half
    /// Its id, hashed; 0 where there is none.
    var id: UInt64
    /// Its `rid`, or else its id: what its other half has too.
    var pair: UInt64
    var hasRID: Bool
    var line: Int
    var name: String
  }

  var codes: [Code] = []
  /// The `mid`s of the marks that stand directly in it, with how they are written.
  var marks: [(id: UInt64, name: String, line: Int)] = []
  /// How many marks and spans are open.
  var depth = 0

  /// Forgets everything.
  func removeAll() {
    codes.removeAll(keepingCapacity: true)
    marks.removeAll(keepingCapacity: true)
    depth = 0
  }
}
