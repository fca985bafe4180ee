// One unit as we extract it today, and the same unit as a translator sent it back.
internal import Interchange
internal import UnicodeText

/// Compares a unit with its return and says what changes.
struct UnitTranslation {
  let source: XLIFF.Unit
  let returned: XLIFF.Unit
  /// See `align`.
  let alignment: [Int?]?
  var outcome: UnitOutcome

  /// A stretch of the unit and what comes in its place.
  struct Change {
    var start: Place
    var end: Place
    var target: XLIFF.Content
  }

  /// A place in a unit: bytes of its text, and codes, that stand before it.
  struct Place {
    var text = 0
    var codes = 0
  }

  init(source: XLIFF.Unit, returned: XLIFF.Unit) {
    self.source = source
    let returned = returned.withoutIndentation(like: source)
    self.returned = returned
    var outcome = UnitOutcome(kind: .applied, unit: returned.id, line: returned.line)
    guard Self.isTranslated(returned) else {
      outcome.kind = .unchanged
      self.outcome = outcome
      alignment = nil
      return
    }
    alignment = Self.align(source, returned)
    if alignment == nil, !Self.hasSameText(source, returned) {
      outcome.kind = .refused
      outcome.reason = "its source is not the text of the article, or a part of it is missing"
    } else if !Self.hasSameCodes(source, alignment, returned) {
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
    let own = segmentCount(of: source)
    guard !isReordered(returned), segmentCount(of: returned) <= own else { return nil }
    for index in returned.parts.indices where returned.parts[index].kind == .ignorable {
      guard let target = returned.parts[index].target else { continue }
      if !target.isSame(as: returned.parts[index].source) { return nil }
    }
    if own == 1, returned.parts.count == 1, returned.parts[0].kind == .segment {
      return hasSameText(source, returned) ? [0] : nil
    }
    var alignment: [Int?] = []
    alignment.reserveCapacity(own)
    var next = segment(from: 0, of: returned)
    for index in source.parts.indices where source.parts[index].kind == .segment {
      if let place = next, returned.parts[place].source.isSame(as: source.parts[index].source) {
        alignment.append(place)
        next = segment(from: place + 1, of: returned)
      } else {
        alignment.append(nil)
      }
    }
    return next == nil ? alignment : nil
  }

  /// Whether any of the unit is translated.
  static func isTranslated(_ unit: XLIFF.Unit) -> Bool {
    for index in unit.parts.indices where unit.parts[index].isTranslated { return true }
    return false
  }

  private static func segmentCount(of unit: XLIFF.Unit) -> Int {
    var count = 0
    // By index: no part is copied for this.
    for index in unit.parts.indices where unit.parts[index].kind == .segment { count += 1 }
    return count
  }

  /// The index of the first segment of `unit` from part `index` on.
  private static func segment(from index: Int, of unit: XLIFF.Unit) -> Int? {
    var index = index
    while index < unit.parts.count {
      if unit.parts[index].kind == .segment { return index }
      index += 1
    }
    return nil
  }

  /// Whether in every segment that is aligned and translated the codes are those of our own, in their order: then nothing
  /// is missing and nothing is torn. That is so nearly always, and seen at a glance.
  private static func hasSameCodes(_ source: XLIFF.Unit, _ alignment: [Int?]?, _ returned: XLIFF.Unit) -> Bool {
    guard let alignment else { return false }
    var segment = 0
    for index in source.parts.indices where source.parts[index].kind == .segment {
      if let place = alignment[segment], returned.parts[place].isTranslated,
        let target = returned.parts[place].target, !target.hasCodes(of: source.parts[index].source)
      {
        return false
      }
      segment += 1
    }
    return true
  }

  /// Whether both units have the same source, white space apart: some tools change that. A file may leave sources out.
  private static func hasSameText(_ source: XLIFF.Unit, _ returned: XLIFF.Unit) -> Bool {
    if source.parts.count == 1, returned.parts.count == 1, returned.parts[0].source.text == source.parts[0].source.text
    {
      return true
    }
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
    for index in unit.parts.indices {
      if let order = unit.parts[index].order, order != index + 1 { return true }
    }
    return false
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
    guard let alignment else {
      let own = XLIFF.Content(joining: source.parts.map(\.source))
      let target = XLIFF.Content(joining: Self.whole(of: returned))
      if target.isSame(as: own) { return [] }
      let end = Place(text: own.text.count, codes: pieces.count { $0.kind != .text })
      return [Change(start: Place(), end: end, target: target)]
    }
    let ends = try ends(of: pieces, segmenter)
    var changes: [Change] = []
    var segment = 0
    for index in source.parts.indices where source.parts[index].kind == .segment {
      defer { segment += 1 }
      guard segment < alignment.count, let place = alignment[segment], returned.parts[place].isTranslated,
        let target = returned.parts[place].target, !target.isSame(as: source.parts[index].source)
      else { continue }
      changes.append(Change(start: index == 0 ? Place() : ends[index - 1], end: ends[index], target: target))
    }
    return changes
  }

  /// Where each part of the unit ends, in a location of these pieces.
  private func ends(of pieces: [Piece], _ segmenter: Segmenter) throws(ICUError) -> [Place] {
    var ends: [Place] = []
    ends.reserveCapacity(source.parts.count)
    var end = Place()
    for index in source.parts.indices {
      end.text += source.parts[index].source.text.count
      end.codes += source.parts[index].source.elements.count
      ends.append(end)
    }
    var codes = 0
    for index in pieces.indices where pieces[index].kind != .text { codes += 1 }
    if codes == end.codes { return ends }
    // A copy of the text that lacks the pair around it: its sentences are found again.
    var parts: [Segmenter.Part] = []
    try segmenter.parts(of: source.parts.flatMap(\.source.text), pieces, into: &parts)
    end = Place()
    return parts.map { part in
      end.text = part.text.upperBound
      end.codes += pieces[part.pieces].count { $0.kind != .text }
      return end
    }
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
    if elements.isEmpty, other.elements.isEmpty { return true }
    return agrees(with: other) { own, its in own.offset == its.offset && own.id == its.id && own.isEnd == its.isEnd }
  }

  /// Whether the codes are those of `other`, in their order, none a copy: what `XLIFF.CodeDifference` finds no difference
  /// in.
  func hasCodes(of other: XLIFF.Content) -> Bool {
    if elements.isEmpty, other.elements.isEmpty { return true }
    return agrees(with: other) { own, its in
      own.copyOf == nil && own.id == its.id && own.isEnd == its.isEnd && own.isStart == its.isStart
    }
  }

  /// Whether both have as many codes and each agrees with its counterpart.
  private func agrees(
    with other: XLIFF.Content, _ isSame: (borrowing XLIFF.InlineElement, borrowing XLIFF.InlineElement) -> Bool
  ) -> Bool {
    var index = 0
    for own in elements.indices where elements[own].kind.isCode {
      while index < other.elements.count, !other.elements[index].kind.isCode { index += 1 }
      guard index < other.elements.count, isSame(elements[own], other.elements[index]) else { return false }
      index += 1
    }
    while index < other.elements.count {
      if other.elements[index].kind.isCode { return false }
      index += 1
    }
    return true
  }
}

extension XLIFF.InlineElement {
  /// Whether it is the first or the second half of a pair of codes.
  var isStart: Bool { kind == .spanStart || kind == .startCode }
  var isEnd: Bool { kind == .spanEnd || kind == .endCode }
}
