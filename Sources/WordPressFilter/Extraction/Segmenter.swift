// Cutting a unit into sentences and the gaps between them (XLIFF 2.1, 4.2.2, `segment` and `ignorable`).
internal import HTMLTokens
package import UnicodeText

/// Finds where a unit's sentences begin and end. For one thread at a time.
package final class Segmenter {
  private let breaker: SentenceBreaker

  /// A segmenter that asks `breaker`, which is that of the source's language.
  package init(breaker: SentenceBreaker) {
    self.breaker = breaker
  }

  /// A sentence, or the gap between two, as a stretch of a settled draft.
  struct Part {
    /// Whether it is a gap: white space, and codes that belong to no sentence.
    var isGap: Bool
    /// Bytes of the draft's text.
    var text: Range<Int>
    /// Indices of the draft's pieces; of these the codes lie in this part.
    var pieces: Range<Int>
  }

  /// The parts of a settled draft, in order; replaces `parts`.
  /// - Throws: `ICUError` where ICU fails.
  func parts(of text: [UInt8], _ pieces: [Piece], into parts: inout [Part]) throws(ICUError) {
    var ends: [Int] = []
    try self.parts(of: text, pieces, &ends, into: &parts)
  }

  /// The same for whoever asks often: `ends` is memory that is used again from call to call.
  func parts(
    of text: [UInt8], _ pieces: [Piece], _ ends: inout [Int], into parts: inout [Part]
  ) throws(ICUError) {
    if !parts.isEmpty { parts.removeAll(keepingCapacity: true) }
    try findEnds(of: text, pieces, &ends)
    var from = Cut(text: 0, piece: 0)
    for end in ends.dropLast() {
      let gap = Self.gap(before: end, in: text, pieces, from: from)
      parts.append(Part(isGap: false, text: from.text..<gap.start.text, pieces: from.piece..<gap.start.piece))
      if gap.start != gap.end {
        parts.append(
          Part(isGap: true, text: gap.start.text..<gap.end.text, pieces: gap.start.piece..<gap.end.piece))
      }
      from = gap.end
    }
    parts.append(Part(isGap: false, text: from.text..<text.count, pieces: from.piece..<pieces.count))
  }

  /// A place between two codes or inside a text.
  private struct Cut: Equatable {
    var text: Int
    var piece: Int
  }

  /// The gap between the sentence that begins at `from` and the one that begins behind `end`. Closing codes go with the
  /// sentence before, opening ones with the sentence behind, what stands alone between them is the gap's.
  private static func gap(
    before end: Int, in text: [UInt8], _ pieces: [Piece], from: Cut
  ) -> (start: Cut, end: Cut) {
    var inkEnd = end
    while inkEnd > from.text, isHTMLSpace(text[inkEnd - 1]) { inkEnd -= 1 }
    var index = from.piece
    while index < pieces.count, pieces[index].kind == .text || pieces[index].textOffset < inkEnd { index += 1 }
    var start = Cut(text: inkEnd, piece: index)
    var last = index
    while last < pieces.count, pieces[last].textOffset <= end {
      if pieces[last].kind == .end { start = Cut(text: max(pieces[last].textOffset, inkEnd), piece: last + 1) }
      last += 1
    }
    var finish = Cut(text: end, piece: start.piece)
    for index in start.piece..<last where pieces[index].kind != .text {
      if pieces[index].kind == .start {
        finish = Cut(text: max(pieces[index].textOffset, start.text), piece: index)
        break
      }
      finish.piece = index + 1
    }
    return (start, finish)
  }

  /// Fills `ends` with the offsets of the sentences' ends in `text`. A line break counts as white space there.
  private func findEnds(of text: [UInt8], _ pieces: [Piece], _ ends: inout [Int]) throws(ICUError) {
    guard pieces.contains(where: { $0.element == .br }) else {
      try breaker.sentenceEnds(of: text.span, into: &ends)
      return
    }
    var spaced: [UInt8] = []
    spaced.reserveCapacity(text.count + pieces.count)
    var at = 0
    for piece in pieces where piece.element == .br {
      spaced.append(contentsOf: text[at..<piece.textOffset])
      spaced.append(0x20)
      at = piece.textOffset
    }
    spaced.append(contentsOf: text[at...])
    try breaker.sentenceEnds(of: spaced.span, into: &ends)
    let breaks = pieces.filter { $0.element == .br }.map(\.textOffset)
    var passed = 0
    for index in ends.indices {
      while passed < breaks.count, breaks[passed] + passed < ends[index] { passed += 1 }
      ends[index] -= passed
    }
    var previous = 0
    ends.removeAll { end in
      defer { previous = max(previous, end) }
      return end <= previous
    }
    if ends.isEmpty { ends = [text.count] }
  }
}
