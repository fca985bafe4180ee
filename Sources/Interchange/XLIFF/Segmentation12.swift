// How the one source and the one target of a 1.2 unit become segments and ignorables (`mrk mtype="seg"`).

/// A stretch of a 1.2 `<seg-source>` or `<target>`: what stands in a segment's mark, or between two.
struct Piece12 {
  /// The mark's `mid`; nil between marks.
  var id: String?
  var content = XLIFF.Content()
  var line = 0
}

/// What a `<trans-unit>` holds.
struct Sides12 {
  var source: XLIFF.Content?
  var segmentedSource: [Piece12] = []
  var target: [Piece12]?
  var state: XLIFF.State?
  var subState: String?

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
    var parts = segmentedSource.map { piece in
      XLIFF.Part(piece.id == nil ? .ignorable : .segment, id: piece.id ?? "", source: piece.content, line: piece.line)
    }
    setTargets(&parts)
    return parts
  }

  private func setTargets(_ parts: inout [XLIFF.Part]) {
    var gap: Piece12?
    /// Index of the part that the last mark of the target belongs to.
    var last: Int?
    for piece in target ?? [] {
      guard let id = piece.id else {
        gap = piece
        continue
      }
      var index = parts.count
      if let known = parts.firstIndex(where: { $0.kind == .segment && $0.id == id && $0.target == nil }) {
        index = known
      } else {
        parts.append(XLIFF.Part(.segment, id: id, source: XLIFF.Content(), line: piece.line))
      }
      parts[index].target = piece.content
      (parts[index].state, parts[index].subState) = (state, subState)
      if let between = gap {
        // A gap belongs to the segment after it.
        if index > 0, parts[index - 1].kind == .ignorable, parts[index - 1].target == nil {
          parts[index - 1].target = between.content
        } else {
          parts.insert(
            XLIFF.Part(.ignorable, source: XLIFF.Content(), target: between.content, line: between.line), at: index)
          index += 1
        }
        gap = nil
      }
      last = index
    }
    guard let gap else { return }
    let index = last.map { $0 + 1 } ?? parts.count
    if index < parts.count, parts[index].kind == .ignorable, parts[index].target == nil {
      parts[index].target = gap.content
    } else {
      parts.insert(XLIFF.Part(.ignorable, source: XLIFF.Content(), target: gap.content, line: gap.line), at: index)
    }
  }
}

extension XLIFF.Content {
  /// The contents of `pieces` one after another.
  init(joining pieces: [Piece12]) {
    self.init()
    for piece in pieces {
      let start = text.count
      text += piece.content.text
      for var element in piece.content.elements {
        element.offset += start
        elements.append(element)
      }
    }
  }
}
