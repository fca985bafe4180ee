// Units on their way into a file, one after the other. The hot path of extraction.
internal import HTMLTokens
package import Interchange
internal import UnicodeText
internal import XMLStream

/// Writes the XLIFF of articles whose units come one by one, and counts them. For one thread at a time; its memory is used
/// again for each article.
package final class UnitStream {
  /// What is written besides the sources.
  package struct Options: Sendable {
    /// What finds terms in the sources; nil: none are marked.
    package var annotator: (any SourceAnnotator)?
    /// Whether each segment has its source as its target, in state `initial` (1.2: `new`), for tools that show only what has
    /// one. The file says so: `prefilled=yes`.
    package var isPrefilled = false
    /// Whether only `<file>` is written: one of several in a document that others begin and end.
    package var isPartOfDocument = false

    /// Sources only, in a document of their own.
    package init() {}
  }

  /// Whether units are written from bytes; 1.2, which says all sources twice, is written from values.
  let writesBytes: Bool
  let options: Options
  /// Whether terms are marked: asked for each unit.
  let hasAnnotator: Bool
  /// All that changes, in one: Swift asks for each access to a class's variable whether another is under way.
  private var state: State

  private struct State: ~Copyable {
    var writer: XLIFF.Writer
    var counter = SourceCounter()
    var isFirst = true
    /// The head of the file at hand, and where in the buffer it stands.
    var head = XLIFF.File(id: "", original: "")
    var headRange = 0..<0
    var scratch = Scratch()
  }

  /// Counts of the article at hand.
  package var counts: SourceCounts { state.counter.counts }

  /// What is found out about the codes of one unit.
  private struct Scratch {
    /// For each piece the number of its original data, from 1.
    var references: [Int] = []
    /// For each original data the piece that it is the bytes of.
    var data: [Int] = []
    /// What translators see of a code, and of its end.
    var display: [UInt8] = []
    var endDisplay: [UInt8] = []
    /// Plain text in its place, and what its preview needs.
    var equivalent: [UInt8] = []
    var formatAttributes: [UInt8] = []
  }

  /// A stream of documents of that version and in these languages.
  package init(
    version: XLIFF.Version, from source: String, to target: String, options: Options = Options()
  ) {
    self.options = options
    hasAnnotator = options.annotator != nil
    state = State(writer: XLIFF.Writer(version: version, sourceLanguage: source, targetLanguage: target))
    writesBytes = version != .v1_2
    if options.isPartOfDocument { state.writer.drain { _ in } }
  }

  /// Bytes that most heads don't exceed; a longer one costs moving all that follows it.
  private static let roomForHead = 4096

  /// Begins the document of an article.
  func begin(_ file: borrowing XLIFF.File) {
    if !state.isFirst, !options.isPartOfDocument { state.writer.begin() }
    state.isFirst = false
    state.counter.begin()
    state.head = copy file
    if options.isPrefilled { state.head.metadata.append(XLIFF.Metadatum(XLIFF.File.prefilledKey, "yes")) }
    let start = state.writer.xml.count
    // The whole head is known when the units are: a bare one stands there, and room.
    state.writer.begin(XLIFF.File(id: "", original: ""))
    state.writer.xml.leaveRoom(Self.roomForHead)
    state.headRange = start..<state.writer.xml.count
  }

  /// Ends it.
  func end() {
    state.head.metadata += state.counter.counts.metadata
    if !writesBytes { state.head.header12.append(state.counter.counts.header12) }
    state.writer.replaceHead(at: state.headRange, by: state.head)
    state.writer.endFile()
    if !options.isPartOfDocument { state.writer.end() }
  }

  /// Lends the document to `body`; then its bytes are forgotten.
  package func drain(_ body: (UnsafeBufferPointer<UInt8>) throws -> Void) rethrows {
    try state.writer.drain(body)
  }

  /// Appends a unit that is a value, that of `draft`.
  func write(
    _ unit: borrowing XLIFF.Unit, of draft: borrowing UnitDraft, _ parts: [Segmenter.Part], _ count: WordCount?
  ) {
    state.counter.add(draft, parts, count)
    state.writer.write(unit)
  }

  /// Appends the unit of a settled draft.
  /// - Parameters:
  ///   - parts: its sentences and gaps, and with more than one for each piece the part that it is in.
  ///   - bytes: the host of its ranges.
  func write(
    _ draft: borrowing UnitDraft, _ parts: [Segmenter.Part], _ partOfPiece: borrowing [Int],
    in bytes: Span<UInt8>, _ id: Span<UInt8>, _ context: borrowing UnitContext, _ marks: borrowing SourceMarks,
    _ count: WordCount?
  ) {
    state.counter.add(draft, parts, count)
    Self.write(
      draft, parts, partOfPiece, in: bytes, id, context, marks, hasAnnotator ? options.annotator : nil,
      isPrefilled: options.isPrefilled, &state)
  }

  private static func write(
    _ draft: borrowing UnitDraft, _ parts: [Segmenter.Part], _ partOfPiece: [Int],
    in bytes: Span<UInt8>, _ id: Span<UInt8>, _ context: borrowing UnitContext, _ marks: SourceMarks,
    _ annotator: (any SourceAnnotator)?, isPrefilled: Bool, _ state: inout State
  ) {
    // An id begins with the name.
    state.writer.beginUnit(
      id: id, nameLength: context.prefix.utf8.count, maximumLength: context.maximumLength,
      format: context.element.unitFormat)
    if !marks.entries.isEmpty, let annotator { state.writer.glossary(marks.glossary(annotator)) }
    state.writer.beginNotes(
      category: UnitPlace.category, context.notes.label, UnitPlace.under, context.notes.path.span,
      ending: context.notes.ending.span)
    for note in context.notes.more { state.writer.note(note) }
    state.writer.endNotes()
    // A unit that is one text has one piece.
    let hasCodes = draft.pieces.count > 1 || draft.pieces.first?.kind != .text
    if hasCodes { writeOriginalData(of: draft, in: bytes, &state.writer, &state.scratch) }
    var segments = 0
    var mark = 0
    draft.text.withUnsafeBufferPointer { text in
      for part in parts.indices {
        let isSegment = !parts[part].isGap
        if isSegment { segments += 1 }
        let hasTarget = isSegment && isPrefilled
        state.writer.beginSource(segment: isSegment ? segments : nil, isInitial: hasTarget)
        writeContent(
          part, of: draft, parts, partOfPiece, text, hasCodes: hasCodes, in: bytes, marks, &mark, annotator,
          &state)
        if hasTarget {
          state.writer.beginTarget()
          // Past the last mark: a translation has none.
          var none = marks.marks.count
          writeContent(
            part, of: draft, parts, partOfPiece, text, hasCodes: hasCodes, in: bytes, marks, &none, nil, &state)
        }
        state.writer.endPart(isSegment: isSegment, hasTarget: hasTarget)
      }
    }
    state.writer.endUnit()
  }

  /// Writes the text and the codes of one part, and its marks from mark `mark` on, which goes on behind them.
  private static func writeContent(
    _ part: Int, of draft: borrowing UnitDraft, _ parts: [Segmenter.Part],
    _ partOfPiece: [Int], _ text: UnsafeBufferPointer<UInt8>, hasCodes: Bool, in bytes: Span<UInt8>,
    _ marks: SourceMarks, _ mark: inout Int, _ annotator: (any SourceAnnotator)?, _ state: inout State
  ) {
    var isFirstFixed = true
    var position = parts[part].text.lowerBound
    let end = parts[part].text.upperBound
    if hasCodes {
      for piece in parts[part].pieces where draft.pieces[piece].kind != .text {
        while mark < marks.marks.count, marks.marks[mark].part == part, marks.marks[mark].code <= piece {
          write(marks.marks[mark], annotator, text, &position, &state.writer)
          mark += 1
        }
        let offset = min(max(draft.pieces[piece].textOffset, position), end)
        if offset > position { state.writer.sourceText(UnsafeBufferPointer(rebasing: text[position..<offset])) }
        position = offset
        let partner = draft.pieces[piece].partner
        let nests =
          partner >= 0 && !draft.pieces[piece].isCrossed
          && (parts.count == 1 || partOfPiece[piece] == partOfPiece[partner])
        writeCode(piece, of: draft, nests: nests, in: bytes, &state.writer, &state.scratch, &isFirstFixed)
      }
    }
    while mark < marks.marks.count, marks.marks[mark].part == part {
      write(marks.marks[mark], annotator, text, &position, &state.writer)
      mark += 1
    }
    if end > position { state.writer.sourceText(UnsafeBufferPointer(rebasing: text[position..<end])) }
  }

  /// Writes a mark's start or end, and the text before it from `position` on.
  private static func write(
    _ mark: SourceMarks.Mark, _ annotator: (any SourceAnnotator)?, _ text: UnsafeBufferPointer<UInt8>,
    _ position: inout Int, _ writer: inout XLIFF.Writer
  ) {
    let offset = max(mark.textOffset, position)
    if offset > position { writer.sourceText(UnsafeBufferPointer(rebasing: text[position..<offset])) }
    position = offset
    if mark.isEnd { return writer.endMark(mark.number, nests: mark.nests) }
    // Said once: a definition behind each of ten occurrences hides the sentence.
    let definition = mark.isFirst ? annotator?.entries[mark.entry].definition?.text : nil
    writer.beginMark(mark.number, nests: mark.nests, value: definition)
  }

  /// Writes the markup that the codes stand for, the same bytes once, and notes for each piece the number of its own.
  private static func writeOriginalData(
    of draft: borrowing UnitDraft, in bytes: Span<UInt8>, _ writer: inout XLIFF.Writer, _ scratch: inout Scratch
  ) {
    scratch.data.removeAll(keepingCapacity: true)
    scratch.references.removeAll(keepingCapacity: true)
    for piece in draft.pieces.indices {
      guard draft.pieces[piece].kind != .text else {
        scratch.references.append(0)
        continue
      }
      let range = draft.pieces[piece].range
      // A unit with hundreds of codes is no text that repeats: only the last ones are compared.
      var known = max(0, scratch.data.count - UnitAssembler.comparedData)
      while known < scratch.data.count, !bytes.isSame(draft.pieces[scratch.data[known]].range, range) { known += 1 }
      scratch.references.append(known + 1)
      guard known == scratch.data.count else { continue }
      scratch.data.append(piece)
      writer.originalData(known + 1, bytes.extracting(range))
    }
    if !scratch.data.isEmpty { writer.endOriginalData() }
  }

  private static func writeCode(
    _ index: Int, of draft: borrowing UnitDraft, nests: Bool, in bytes: Span<UInt8>, _ writer: inout XLIFF.Writer,
    _ scratch: inout Scratch, _ isFirstFixed: inout Bool
  ) {
    let piece = draft.pieces[index]
    if nests, piece.kind == .end { return writer.endSpan() }
    scratch.display.removeAll(keepingCapacity: true)
    CodeDisplay.append(piece, in: bytes, to: &scratch.display)
    let data = scratch.references[index]
    if piece.partner >= 0, piece.kind == .end {
      let start = draft.pieces[piece.partner]
      let hints = start.hints
      if !hints.contains(.reorder) { isFirstFixed = false }
      return writer.endCode(piece.number, data: data, display: scratch.display.span, hints)
    }
    let (type, subType) = piece.element.codeType
    let attributes = TagAttributes(of: piece, in: bytes)
    let code = XLIFF.Writer.SourceCode(
      type: type, subType: subType, hints: piece.hints, subFlows: draft.subFlows[piece.subFlows],
      format: piece.format)
    scratch.formatAttributes.removeAll(keepingCapacity: true)
    piece.appendFormatAttributes(attributes, in: bytes, to: &scratch.formatAttributes)
    guard nests else {
      scratch.equivalent.removeAll(keepingCapacity: true)
      piece.appendEquivalent(in: bytes, to: &scratch.equivalent)
      return writer.standaloneCode(
        piece.number, isStart: piece.partner >= 0, data: data, display: scratch.display.span,
        equivalent: scratch.equivalent.span, formatAttributes: scratch.formatAttributes.span, code, &isFirstFixed)
    }
    scratch.endDisplay.removeAll(keepingCapacity: true)
    CodeDisplay.append(draft.pieces[piece.partner], in: bytes, to: &scratch.endDisplay)
    writer.beginSpan(
      piece.number, data: data, display: scratch.display.span, endData: scratch.references[piece.partner],
      endDisplay: scratch.endDisplay.span, formatAttributes: scratch.formatAttributes.span, code, &isFirstFixed)
  }
}

extension Span where Element == UInt8 {
  /// Whether the same bytes stand in both ranges.
  fileprivate func isSame(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    guard left.count == right.count else { return false }
    for index in 0..<left.count where self[left.lowerBound + index] != self[right.lowerBound + index] { return false }
    return true
  }
}
