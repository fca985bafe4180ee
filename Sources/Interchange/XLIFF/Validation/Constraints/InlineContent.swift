// What is remembered of a unit's text, or of a translation candidate's: its codes and annotations, in the order of the
// document, until the unit is over and they can be judged together.

/// The parts, codes and annotations of one unit or candidate. A class, for it is handed to all that add to it;
/// they add one after the other, so that no two accesses can meet.
final class InlineContent {
  /// What an element of the text is.
  enum Kind: UInt8 {
    case standalone, spanStart, spanEnd, start, end, markStart, markerStart, markerEnd

    /// Whether it is a code, and not an annotation.
    var isCode: Bool { rawValue <= Kind.end.rawValue }
    /// Whether `id` is its own, and not that of its start.
    var hasOwnID: Bool { self != .spanEnd && self != .markerEnd }
  }

  /// Editing hints and the like, where they are not the default.
  struct Traits: OptionSet {
    var rawValue: UInt16
    static let cannotCopy = Traits(rawValue: 1)
    static let cannotDelete = Traits(rawValue: 2)
    static let cannotReorder = Traits(rawValue: 4)
    static let isFirstOfSequence = Traits(rawValue: 8)
    static let cannotOverlap = Traits(rawValue: 16)
    static let isIsolated = Traits(rawValue: 32)
    static let hasData = Traits(rawValue: 64)
    static let isCopy = Traits(rawValue: 128)
    static let isTarget = Traits(rawValue: 256)
    static let hasID = Traits(rawValue: 512)
    /// Part of a sequence that keeps its order.
    static let isSequenced: Traits = [.cannotReorder, .isFirstOfSequence]
  }

  /// A code or an annotation, or one end of it.
  struct Code {
    var kind: Kind
    var traits: Traits
    /// Which part it is in.
    var part: Int32
    var line: Int32
    /// Its id, or that of its start; hashed.
    var id: UInt64
    /// The base code's id, hashed.
    var copyOf: UInt64 = 0
    /// Where `names` has the id as it is written, and what is shown for the code.
    var name: Range<Int32>
    var shown: Range<Int32> = 0..<0

    var isTarget: Bool { traits.contains(.isTarget) }
  }

  /// A segment or an ignorable.
  struct Part {
    var isSegment: Bool
    var hasTarget = false
    var order: Int?
    var line: Int
    var hasEmptyTarget = false
  }

  @exclusivity(unchecked) private(set) var codes: [Code] = []
  @exclusivity(unchecked) var parts: [Part] = []
  @exclusivity(unchecked) private var names: [UInt8] = []
  /// Spans that are open, by their position in `codes`.
  @exclusivity(unchecked) private var spans: [Int] = []
  /// Ids of parts and of what is in sources; the value is the position in `codes`, or -1 for a part.
  @exclusivity(unchecked) var sourceIDs = HashedTable()
  /// Ids of what is in targets; the value is the position in `codes`.
  @exclusivity(unchecked) var targetIDs = HashedTable()
  @exclusivity(unchecked) var dataIDs = HashedTable()
  @exclusivity(unchecked) var dataCount = 0
  /// Whether what is read belongs to a target.
  @exclusivity(unchecked) var isInTarget = false

  /// Forgets everything.
  func removeAll() {
    codes.removeAll(keepingCapacity: true)
    parts.removeAll(keepingCapacity: true)
    names.removeAll(keepingCapacity: true)
    spans.removeAll(keepingCapacity: true)
    sourceIDs.removeAll()
    targetIDs.removeAll()
    dataIDs.removeAll()
    dataCount = 0
    isInTarget = false
  }

  /// Adds a code; `names` has been given its texts.
  func append(_ code: Code) {
    codes.append(code)
    if code.kind == .spanStart { spans.append(codes.count - 1) }
  }

  /// Ends the span that was opened last.
  func endSpan() {
    guard let start = spans.popLast() else { return }
    var end = codes[start]
    end.kind = .spanEnd
    codes.append(end)
  }

  /// Keeps a text.
  func keep(_ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int32> {
    let start = names.count
    names.append(contentsOf: bytes.prefix(200))
    return Int32(truncatingIfNeeded: start)..<Int32(truncatingIfNeeded: names.count)
  }

  /// A code's id in quotation marks.
  func id(of code: Code) -> String { Quoted.text(text(code.name)) }

  /// What people see of a code: its display text, or its id.
  func shown(_ code: Code) -> String {
    code.shown.isEmpty ? "code \(id(of: code))" : text(code.shown)
  }

  private func text(_ range: Range<Int32>) -> String {
    String(decoding: names[Int(range.lowerBound)..<Int(range.upperBound)], as: UTF8.self)
  }

  /// Whether every part that is to be translated has a target, so that what spans parts must be whole.
  var isWhole: Bool { parts.allSatisfy { $0.hasTarget || !$0.isSegment } }

  /// Whether targets stand in another order than their sources.
  var isReordered: Bool { parts.contains { $0.order != nil } }
}
