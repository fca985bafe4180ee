// One unit as we extract it today, and the same unit as a translator sent it back.
internal import Interchange
internal import UnicodeText

/// Compares a unit with its return and says what changes.
struct UnitTranslation {
  private let source: XLIFF.Unit
  private let returned: XLIFF.Unit
  /// See `align`.
  private let alignment: [Int?]?
  private(set) var outcome: UnitOutcome

  /// Says that another file's translation was taken in place of this one.
  mutating func giveWay() {
    outcome.kind = .unchanged
    outcome.reason = "the translation of another file is taken"
  }

  /// A stretch of the unit and what comes in its place.
  struct Change {
    var start: (text: Int, piece: Int)
    var end: (text: Int, piece: Int)
    var target: XLIFF.Content
  }

  init(source: XLIFF.Unit, returned: XLIFF.Unit) {
    self.source = source
    self.returned = returned
    alignment = Self.align(source, returned)
    var outcome = UnitOutcome(kind: .applied, unit: returned.id, line: returned.line)
    if !returned.parts.contains(where: \.isTranslated) {
      outcome.kind = .unchanged
    } else if alignment == nil, !Self.hasSameText(source, returned) {
      outcome.kind = .refused
      outcome.reason = "its source is not the text of the article, or a part of it is missing"
    } else {
      let target = alignment.map { Self.whole(of: source, $0, returned) } ?? Self.whole(of: returned)
      let difference = XLIFF.CodeDifference(source: source.parts.map(\.source), target: target)
      if !difference.isEmpty {
        outcome.kind = .refused
        outcome.reason = difference.description
      }
    }
    self.outcome = outcome
  }

  // MARK: Alignment

  /// For each of our segments the returned part that is its return, or nil for one that is missing; nil where the tool has
  /// split, joined or moved segments, so that the unit can only be taken as a whole.
  private static func align(_ source: XLIFF.Unit, _ returned: XLIFF.Unit) -> [Int?]? {
    let own = source.parts.filter { $0.kind == .segment }
    let theirs = returned.parts.indices.filter { returned.parts[$0].kind == .segment }
    guard !isReordered(returned), theirs.count <= own.count,
      returned.parts.allSatisfy({ $0.kind == .segment || $0.target?.isSame(as: $0.source) ?? true })
    else { return nil }
    if own.count == 1, returned.parts.count == 1 { return hasSameText(source, returned) ? [theirs[0]] : nil }
    var alignment: [Int?] = []
    var next = 0
    for segment in own {
      let isNext = next < theirs.count && returned.parts[theirs[next]].source.isSame(as: segment.source)
      alignment.append(isNext ? theirs[next] : nil)
      if isNext { next += 1 }
    }
    return next == theirs.count ? alignment : nil
  }

  /// Whether both units have the same source, white space apart: some tools change that. A file may leave sources out.
  private static func hasSameText(_ source: XLIFF.Unit, _ returned: XLIFF.Unit) -> Bool {
    let theirs = returned.parts.flatMap { ink(of: $0.source.text) }
    return theirs.isEmpty || theirs == source.parts.flatMap { ink(of: $0.source.text) }
  }

  /// The text's characters that are no white space and can be seen.
  private static func ink(of text: [UInt8]) -> [Unicode.Scalar] {
    String(decoding: text, as: UTF8.self).unicodeScalars.filter { scalar in
      !scalar.properties.isWhitespace && !scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  /// The unit's targets where segments are aligned: sources where there is none.
  private static func whole(of source: XLIFF.Unit, _ alignment: [Int?], _ returned: XLIFF.Unit) -> [XLIFF.Content] {
    var segment = 0
    return source.parts.map { part in
      guard part.kind == .segment else { return part.source }
      defer { segment += 1 }
      guard let index = alignment[segment], returned.parts[index].isTranslated else { return part.source }
      return returned.parts[index].target ?? part.source
    }
  }

  /// The targets of `unit`, sources where there are none, in the order in which the targets stand: that of the parts,
  /// unless `order` puts one elsewhere (XLIFF 2.1, 4.3.1, `order`).
  private static func whole(of unit: XLIFF.Unit) -> [XLIFF.Content] {
    let contents = unit.parts.enumerated().map { index, part in
      let content = part.isTranslated || part.kind == .ignorable ? part.target ?? part.source : part.source
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
    if let alignment { return alignment.count { $0.map { returned.parts[$0].isTranslated } ?? false } }
    let own = source.parts.count { $0.kind == .segment }
    let theirs = returned.parts.filter { $0.kind == .segment }
    let translated = theirs.count(where: \.isTranslated)
    return translated == theirs.count ? own : min(translated, own)
  }

  /// The target of the whole unit, with the source's text where there is none; nil where nothing changes.
  var wholeTarget: XLIFF.Content? {
    let target = XLIFF.Content(
      joining: alignment.map { Self.whole(of: source, $0, returned) } ?? Self.whole(of: returned))
    return target.isSame(as: XLIFF.Content(joining: source.parts.map(\.source))) ? nil : target
  }

  /// What changes in the unit, in the pieces of one of its locations. Where the file has our segments, or some of them, each
  /// changes for itself; where its tool has split, joined or moved them, the unit changes as a whole.
  func changes(_ segmenter: Segmenter, _ pieces: [Piece]) throws(ICUError) -> [Change] {
    let text = source.parts.flatMap(\.source.text)
    guard let alignment else {
      let target = XLIFF.Content(joining: Self.whole(of: returned))
      if target.isSame(as: XLIFF.Content(joining: source.parts.map(\.source))) { return [] }
      return [Change(start: (0, 0), end: (text.count, pieces.count), target: target)]
    }
    var parts: [Segmenter.Part] = []
    try segmenter.parts(of: text, pieces, into: &parts)
    var changes: [Change] = []
    var segments = alignment.makeIterator()
    for (index, part) in parts.enumerated() where !part.isGap {
      guard let aligned = segments.next(), let place = aligned, returned.parts[place].isTranslated,
        let target = returned.parts[place].target, !target.isSame(as: source.parts[index].source)
      else { continue }
      changes.append(
        Change(
          start: (part.text.lowerBound, part.pieces.lowerBound), end: (part.text.upperBound, part.pieces.upperBound),
          target: target))
    }
    return changes
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
