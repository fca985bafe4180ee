// How the one source and the one target of a 1.2 unit become segments and ignorables (`mrk mtype="seg"`).

/// A stretch of a 1.2 `<seg-source>` or `<target>`: what stands in a segment's mark, or between two.
struct Piece12 {
  /// The mark's `mid`; nil between marks.
  var id: String?
  var content = XLIFF.Content()
  var line = 0
  /// The mark's other attributes.
  var attributes: [XLIFF.Attribute] = []
}

/// What a `<trans-unit>` holds.
struct Sides12 {
  var source: XLIFF.Content?
  var segmentedSource: [Piece12] = []
  var target: [Piece12]?
  var state: XLIFF.State?
  var subState: String?

  /// Whether the unit is in one mark.
  var marksSegment: Bool {
    segmentedSource.contains { $0.id != nil }
      && !(target.map { $0.allSatisfy { $0.id == nil } && !$0.isEmpty } ?? false)
  }

  /// Segments and ignorables in the order of the source; see `XLIFF.Reader` for what is done where the sides differ.
  func parts(line: Int) -> [XLIFF.Part] {
    let hasMarks = { (pieces: [Piece12]) in pieces.contains { $0.id != nil } }
    let isWhole = target.map { !$0.isEmpty && !hasMarks($0) } ?? false
    guard hasMarks(segmentedSource), !isWhole else {
      var part = XLIFF.Part(
        .segment, source: source ?? XLIFF.Content(joining: segmentedSource),
        target: target.map { XLIFF.Content(joining: $0) }, line: line)
      if target != nil { (part.state, part.subState) = (state, subState) }
      return [part]
    }
    return withTargets(
      segmentedSource.map { piece in
        var part = XLIFF.Part(
          piece.id == nil ? .ignorable : .segment, id: piece.id ?? "", source: piece.content, line: piece.line)
        if !piece.attributes.isEmpty { part.attributes = piece.attributes }
        return part
      })
  }

  /// `source` with the pieces of the target. Gaps keep their places. Segments that stand in another order than the
  /// source's have changed places with each other, which `order` says; segments that the source lacks stand where the
  /// target has them.
  private func withTargets(_ source: [XLIFF.Part]) -> [XLIFF.Part] {
    let pieces = target ?? []
    let homes = Self.homes(of: pieces, in: source)
    let known = homes.compactMap { $0 }
    let slots = known.sorted()
    var sequence = TargetSequence(source, reordered: zip(slots, known))
    var gap: Piece12?
    /// How many of the segments that the source knows have been met.
    var met = 0
    for (piece, home) in zip(pieces, homes) {
      guard let id = piece.id else {
        gap = piece
        continue
      }
      if home != nil {
        sequence.advance(to: slots[met])
        met += 1
      } else {
        // Behind the segment before it; where it is the first of all, right before the first that is known.
        sequence.insertSegment(id, line: piece.line, first: slots.first ?? source.count)
      }
      sequence.setTarget(piece, state, subState)
      if let between = gap { sequence.setGap(between) }
      gap = nil
    }
    if let gap { sequence.setLastGap(gap) }
    return sequence.parts
  }

  /// For each of `pieces` the index of the segment in `parts` whose mark it repeats; nil for gaps and for new marks.
  private static func homes(of pieces: [Piece12], in parts: [XLIFF.Part]) -> [Int?] {
    // The last comes first, so that the first can be taken from the end.
    var free: [String: [Int]] = [:]
    for index in parts.indices.reversed() where parts[index].kind == .segment {
      free[parts[index].id, default: []].append(index)
    }
    return pieces.map { piece in piece.id.flatMap { free[$0]?.popLast() } }
  }
}

/// The parts of a unit in the order of its target, while the target's pieces are put in.
private struct TargetSequence {
  private struct Entry {
    var part: XLIFF.Part
    /// The place in the source of a segment that has a target; nil for all other parts.
    var home: Int?
  }

  private var entries: [Entry]
  /// How many entries have been inserted, all of them before `index` or at it.
  private var inserted = 0
  /// The entry of the last mark met; nil before the first.
  private var index: Int?

  /// - Parameter reordered: in ascending order the places of the segments that have a target, each with the segment of
  ///   the source that stands there in the target.
  init(_ source: [XLIFF.Part], reordered: Zip2Sequence<[Int], [Int]>) {
    entries = source.map { Entry(part: $0) }
    for (slot, home) in reordered { entries[slot] = Entry(part: source[home], home: home) }
  }

  /// Goes to the segment that had the place `slot` before anything was inserted.
  mutating func advance(to slot: Int) {
    index = slot + inserted
  }

  /// Inserts a segment that the source lacks behind the last one, or at `first` where there is none, and goes to it.
  mutating func insertSegment(_ id: String, line: Int, first: Int) {
    let place = index.map { $0 + 1 } ?? first
    insert(XLIFF.Part(.segment, id: id, source: XLIFF.Content(), line: line), at: place)
    index = place
  }

  /// Gives the segment at hand its target.
  mutating func setTarget(_ target: Piece12, _ state: XLIFF.State?, _ subState: String?) {
    guard let index else { return }
    entries[index].part.target = target.content
    if !target.attributes.isEmpty { entries[index].part.targetAttributes = target.attributes }
    (entries[index].part.state, entries[index].part.subState) = (state, subState)
  }

  /// Gives `gap` to the segment at hand, before which it stands.
  mutating func setGap(_ gap: Piece12) {
    guard let place = index else { return }
    if place > 0, isFree(place - 1) {
      entries[place - 1].part.target = gap.content
    } else {
      insert(gap, at: place)
      index = place + 1
    }
  }

  /// Takes in what stands behind the target's last mark.
  mutating func setLastGap(_ gap: Piece12) {
    let place = index.map { $0 + 1 } ?? entries.count
    if place < entries.count, isFree(place) {
      entries[place].part.target = gap.content
    } else {
      insert(gap, at: place)
    }
  }

  /// The parts in the order of the source; those whose targets stand elsewhere say so by their `order`.
  var parts: [XLIFF.Part] {
    var parts = entries.map(\.part)
    let places = entries.indices.filter { entries[$0].home != nil }
    let inSourceOrder = places.sorted { (entries[$0].home ?? 0) < (entries[$1].home ?? 0) }
    for (place, from) in zip(places, inSourceOrder) where place != from {
      parts[place] = entries[from].part
      parts[place].order = from + 1
    }
    return parts
  }

  /// Whether the entry at `place` is a gap of the source that has no target yet.
  private func isFree(_ place: Int) -> Bool {
    entries[place].part.kind == .ignorable && entries[place].part.target == nil
  }

  private mutating func insert(_ gap: Piece12, at place: Int) {
    insert(XLIFF.Part(.ignorable, source: XLIFF.Content(), target: gap.content, line: gap.line), at: place)
  }

  private mutating func insert(_ part: XLIFF.Part, at place: Int) {
    entries.insert(Entry(part: part), at: place)
    inserted += 1
  }
}

extension XLIFF.Content {
  /// The contents of `pieces` one after another.
  init(joining pieces: [Piece12]) { self.init(joining: pieces.map(\.content)) }

  /// Contents one after another.
  init(joining contents: [XLIFF.Content]) {
    self.init()
    for content in contents {
      let start = text.count
      text += content.text
      for var element in content.elements {
        element.offset += start
        elements.append(element)
      }
    }
  }
}
