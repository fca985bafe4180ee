// In which elements something is translated.
internal import HTMLTokens

/// Takes in the tags of a text in their order, with edits of each, and keeps those of elements that hold translated units.
struct TranslatedElements {
  private struct Element {
    var kind: HTMLElement
    var name: Range<Int>
    var start: Int
    var edits: [Edit]
  }

  /// Ascending, by their begins.
  private let units: [Range<Int>]
  private var open: [Element] = []
  private var kept: [Edit] = []
  /// How far back an end tag looks for its begin.
  private static let deepest = 64

  /// - Parameter units: where translated units stand; they may stand in each other.
  init(_ units: [Range<Int>]) {
    self.units = units.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    var reach = 0
    furthest = self.units.map { unit in
      reach = max(reach, unit.upperBound)
      return reach
    }
  }

  /// For each unit the furthest end of it and all before it.
  private let furthest: [Int]

  /// An element begins.
  mutating func begin(_ token: HTMLToken, _ edits: [Edit]) {
    open.append(Element(kind: token.element, name: token.name, start: token.range.lowerBound, edits: edits))
  }

  /// An element ends, and all that are open inside it.
  mutating func end(_ token: HTMLToken, in bytes: Span<UInt8>) {
    let last = open.count - 1
    guard
      let found = stride(from: last, to: max(last - Self.deepest, -1), by: -1).first(where: {
        open[$0].kind == token.element && (token.element != .unknown || bytes.sameName(open[$0].name, token.name))
      })
    else { return }
    close(downTo: found, at: token.range.upperBound)
  }

  /// An element by itself: translated where a unit has some of it.
  mutating func add(_ edits: [Edit], of range: Range<Int>) {
    if !edits.isEmpty, touches(range) { kept += edits }
  }

  /// An element that is a code as a whole: translated where a unit stands inside it.
  mutating func add(_ edits: [Edit], ofCode range: Range<Int>) {
    guard !edits.isEmpty else { return }
    let next = count(before: range.lowerBound + 1)
    if next < units.count, units[next].upperBound < range.upperBound { kept += edits }
  }

  /// The edits of the elements in which something is translated, ascending.
  mutating func edits(end: Int) -> [Edit] {
    close(downTo: 0, at: end)
    return kept.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private mutating func close(downTo index: Int, at end: Int) {
    while open.count > index {
      let element = open.removeLast()
      if !element.edits.isEmpty, touches(element.start..<end) { kept += element.edits }
    }
  }

  /// Whether a unit has some of `range`.
  private func touches(_ range: Range<Int>) -> Bool {
    let before = count(before: range.upperBound)
    return before > 0 && furthest[before - 1] > range.lowerBound
  }

  /// How many units begin before `offset`.
  private func count(before offset: Int) -> Int {
    var low = 0
    var high = units.count
    while low < high {
      let middle = (low + high) / 2
      if units[middle].lowerBound < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
