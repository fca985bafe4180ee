// Where in a unit's sources the marks around terms stand (XLIFF 2.1, 4.7.3.1.2, term annotation): both ways of writing a unit
// ask here, so that they agree.
internal import HTMLTokens
internal import Interchange
internal import UnicodeText

/// The marks of one unit.
struct SourceMarks {
  /// A mark's start or end.
  struct Mark: Equatable {
    /// Bytes of the unit's text before it.
    var textOffset: Int
    /// The index of the first piece of the draft that is a code behind it.
    var code: Int
    /// The part that it stands in.
    var part: Int
    /// Which mark of the unit it is, from 1.
    var number: Int
    var isEnd: Bool
    /// Whether the mark and the codes in it nest as elements do.
    var nests: Bool
    /// The place of what the glossary says of it among the annotator's `entries`.
    var entry: Int
    /// Whether it is the first of its concept in the unit.
    var isFirst: Bool
  }

  /// In the order of the text.
  private(set) var marks: [Mark] = []
  /// What the glossary says of the unit's terms, each concept once: where it stands among the annotator's `entries`, and the
  /// number of the first mark that it is for.
  private(set) var entries: [(entry: Int, mark: Int)] = []
  private var concepts: [Int] = []
  /// The codes of the part at hand, as indices of pieces.
  private var codes: [Int] = []

  /// Forgets all.
  mutating func removeAll() {
    if !marks.isEmpty { marks.removeAll(keepingCapacity: true) }
    if !entries.isEmpty { entries.removeAll(keepingCapacity: true) }
    if !concepts.isEmpty { concepts.removeAll(keepingCapacity: true) }
  }

  /// Replaces these by the marks of a settled draft. A term that reaches beyond a sentence, or into the one before it, gets none.
  /// - Parameter partOfPiece: for each piece the part that it is in, where there is more than one part.
  mutating func find(
    in draft: borrowing UnitDraft, _ parts: [Segmenter.Part], _ partOfPiece: [Int], _ annotator: any SourceAnnotator
  ) throws(ICUError) {
    removeAll()
    let terms = try annotator.terms(in: draft.text)
    guard !terms.isEmpty else { return }
    var part = 0
    var isNewPart = true
    var last: Range<Int>?
    /// Where in `codes` the last mark ends.
    var passed = 0
    for term in terms {
      if term.range == last {
        _ = addEntry(term, mark: marks.last?.number ?? 1)
        continue
      }
      guard !term.range.isEmpty, term.range.lowerBound >= last?.upperBound ?? 0 else { continue }
      while part < parts.count, parts[part].isGap || parts[part].text.upperBound < term.range.upperBound {
        part += 1
        isNewPart = true
      }
      guard part < parts.count else { return }
      guard term.range.lowerBound >= parts[part].text.lowerBound else { continue }
      if isNewPart {
        codes.removeAll(keepingCapacity: true)
        for piece in parts[part].pieces where draft.pieces[piece].kind != .text { codes.append(piece) }
        passed = 0
        isNewPart = false
      }
      let (inside, nests) = codesInside(term.range, from: passed, draft, partOfPiece, isParted: parts.count > 1)
      let number = (marks.last?.number ?? 0) + 1
      let end = parts[part].pieces.upperBound
      let isFirst = addEntry(term, mark: number)
      for isEnd in [false, true] {
        let index = isEnd ? inside.upperBound : inside.lowerBound
        marks.append(
          Mark(
            textOffset: isEnd ? term.range.upperBound : term.range.lowerBound,
            code: index < codes.count ? codes[index] : end, part: part, number: number, isEnd: isEnd, nests: nests,
            entry: term.entry, isFirst: isFirst))
      }
      passed = inside.upperBound
      last = term.range
    }
  }

  /// What the glossary says of the unit's terms, with ids and references as they stand in a file.
  func glossary(_ annotator: any SourceAnnotator) -> [XLIFF.GlossaryEntry] {
    entries.map { place, mark in
      var entry = annotator.entries[place]
      entry.reference = "#m\(mark)"
      return entry
    }
  }

  /// Adds what the glossary says of `term`, unless the unit has it already.
  private mutating func addEntry(_ term: SourceTerm, mark: Int) -> Bool {
    guard !concepts.contains(term.concept) else { return false }
    concepts.append(term.concept)
    entries.append((term.entry, mark))
    return true
  }

  /// Which of `codes` a mark around `range` encloses: those inside, and of those right at its ends as many as it takes for
  /// pairs to be whole.
  /// - Returns: also whether they are.
  private func codesInside(
    _ range: Range<Int>, from passed: Int, _ draft: borrowing UnitDraft, _ partOfPiece: [Int], isParted: Bool
  ) -> (Range<Int>, nests: Bool) {
    var lower = passed
    while lower < codes.count, draft.pieces[codes[lower]].textOffset <= range.lowerBound { lower += 1 }
    var upper = lower
    while upper < codes.count, draft.pieces[codes[upper]].textOffset < range.upperBound { upper += 1 }
    let narrow = lower..<upper
    // Both ends only move outwards, over codes that are looked at in their turn.
    var looked = lower..<lower
    while looked != lower..<upper {
      let index: Int
      if looked.lowerBound > lower {
        index = looked.lowerBound - 1
        looked = index..<looked.upperBound
      } else {
        index = looked.upperBound
        looked = looked.lowerBound..<index + 1
      }
      let piece = draft.pieces[codes[index]]
      guard piece.partner >= 0, !piece.isCrossed,
        !isParted || partOfPiece[codes[index]] == partOfPiece[piece.partner]
      else { continue }
      if piece.kind == .end {
        while codes[lower] > piece.partner {
          guard lower > passed, draft.pieces[codes[lower - 1]].textOffset == range.lowerBound else {
            return (narrow, false)
          }
          lower -= 1
        }
      } else {
        while codes[upper - 1] < piece.partner {
          guard upper < codes.count, draft.pieces[codes[upper]].textOffset == range.upperBound else {
            return (narrow, false)
          }
          upper += 1
        }
      }
    }
    return (lower..<upper, true)
  }
}
