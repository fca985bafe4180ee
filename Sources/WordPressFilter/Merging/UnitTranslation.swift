// One unit as we extract it today, and the same unit as a translator sent it back.
internal import Interchange
internal import UnicodeText

/// Compares a unit with its return and says what changes.
struct UnitTranslation {
  private let source: XLIFF.Unit
  private let returned: XLIFF.Unit
  let outcome: UnitOutcome

  /// A stretch of the unit and what comes in its place.
  struct Change {
    var start: (text: Int, piece: Int)
    var end: (text: Int, piece: Int)
    var target: XLIFF.Content
  }

  init(source: XLIFF.Unit, returned: XLIFF.Unit) {
    self.source = source
    self.returned = returned
    var outcome = UnitOutcome(kind: .applied, unit: returned.id, line: returned.line)
    if !returned.parts.contains(where: Self.isTranslated) {
      outcome.kind = .unchanged
    } else {
      let difference = XLIFF.CodeDifference(
        source: source.parts.map(\.source), target: Self.whole(of: returned))
      if !difference.isEmpty {
        outcome.kind = .refused
        outcome.reason = difference.description
      }
    }
    self.outcome = outcome
  }

  /// Whether a part holds a translation. One that its file calls `initial` is a proposal and none yet (XLIFF 2.1,
  /// 4.3.1, `state`); a target without any state is one, for most tools set none. But an empty target without a state is what
  /// many tools write where nobody has translated: it takes no text away.
  private static func isTranslated(_ part: XLIFF.Part) -> Bool {
    guard part.kind == .segment, let target = part.target, part.state != .initial else { return false }
    return part.state != nil || !target.isEmpty || part.source.isEmpty
  }

  /// The targets of `unit`, sources where there are none, in the order in which the targets stand: that of the parts,
  /// unless `order` puts one elsewhere (XLIFF 2.1, 4.3.1, `order`).
  private static func whole(of unit: XLIFF.Unit) -> [XLIFF.Content] {
    let contents = unit.parts.enumerated().map { index, part in
      let content = isTranslated(part) || part.kind == .ignorable ? part.target ?? part.source : part.source
      return (place: part.order ?? index + 1, content: content)
    }
    guard isReordered(unit) else { return contents.map(\.content) }
    return contents.enumerated().sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }
      .map(\.element.content)
  }

  private static func isReordered(_ unit: XLIFF.Unit) -> Bool {
    unit.parts.enumerated().contains { index, part in part.order.map { $0 != index + 1 } ?? false }
  }

  /// Segments that are translated, counted as this article cuts them.
  var translatedSegments: Int {
    let own = source.parts.count { $0.kind == .segment }
    let theirs = returned.parts.filter { $0.kind == .segment }
    let translated = theirs.count(where: Self.isTranslated)
    return translated == theirs.count ? own : min(translated, own)
  }

  /// What changes in the unit, in the pieces of one of its locations. Where the file has the same segments as we have, each
  /// changes for itself; where its tool has split or joined them, the unit changes as a whole.
  func changes(_ segmenter: Segmenter, _ pieces: [Piece]) throws(ICUError) -> [Change] {
    let text = source.parts.flatMap(\.source.text)
    guard hasSameSegments else {
      let target = XLIFF.Content(joining: Self.whole(of: returned))
      if target.isSame(as: XLIFF.Content(joining: source.parts.map(\.source))) { return [] }
      return [Change(start: (0, 0), end: (text.count, pieces.count), target: target)]
    }
    var parts: [Segmenter.Part] = []
    try segmenter.parts(of: text, pieces, into: &parts)
    var changes: [Change] = []
    var segments = returned.parts.filter { $0.kind == .segment }.makeIterator()
    for (index, part) in parts.enumerated() where !part.isGap {
      guard let segment = segments.next(), Self.isTranslated(segment), let target = segment.target,
        !target.isSame(as: source.parts[index].source)
      else { continue }
      changes.append(
        Change(
          start: (part.text.lowerBound, part.pieces.lowerBound), end: (part.text.upperBound, part.pieces.upperBound),
          target: target))
    }
    return changes
  }

  private var hasSameSegments: Bool {
    let own = source.parts.filter { $0.kind == .segment }
    let theirs = returned.parts.filter { $0.kind == .segment }
    guard own.count == theirs.count, !Self.isReordered(returned) else { return false }
    if returned.parts.count == 1 { return true }
    return zip(own, theirs).allSatisfy { $0.source.isSame(as: $1.source) }
      && returned.parts.allSatisfy { $0.kind == .segment || $0.target?.isSame(as: $0.source) ?? true }
  }
}

extension XLIFF.Content {
  /// All of `contents` in a row.
  init(joining contents: [XLIFF.Content]) {
    self.init()
    for content in contents {
      let offset = text.count
      text += content.text
      elements += content.elements.map { element in
        var element = element
        element.offset += offset
        return element
      }
    }
  }

  /// Whether both give the same bytes: the same text, and the same codes at the same places. How codes are written
  /// (`pc`, or `sc` and `ec`), what is displayed for them, and annotations make no difference.
  func isSame(as other: XLIFF.Content) -> Bool {
    guard text == other.text else { return false }
    let own = codes
    let others = other.codes
    return own.count == others.count
      && zip(own, others).allSatisfy { $0.offset == $1.offset && $0.id == $1.id && $0.isEnd == $1.isEnd }
  }
}

extension XLIFF.InlineElement {
  fileprivate var isEnd: Bool { kind == .spanEnd || kind == .endCode }
}
