// From a settled draft to an XLIFF unit.
internal import HTMLTokens
internal import Interchange
internal import UnicodeText

/// What a unit is, beside its text.
struct UnitContext {
  /// Begins the id.
  var prefix: String
  /// What a translator is told of it.
  var notes: UnitPlace
  var maximumLength: Int?
  /// The element that its text is the content of; unknown where it is none's.
  var element = HTMLElement.unknown
}

/// Makes the units of one article, and writes each on as soon as it is found or keeps all.
struct UnitAssembler {
  private let segmenter: Segmenter
  /// What takes the units one by one; nil: they are kept, and so are their places, for merging.
  private let stream: UnitStream?
  /// What keeps those that merging asks for; nil: there is none.
  private let returned: ReturnedUnits?
  private var identifiers = UnitIdentifiers()
  private var identifier: [UInt8] = []
  private var ends: [Int] = []
  private var parts: [Segmenter.Part] = []
  private var partOfPiece: [Int] = []
  private var marks = SourceMarks()

  /// The units so far, where they are kept.
  private(set) var units: [XLIFF.Unit] = []
  /// Counts of those that are kept.
  private(set) var counter = SourceCounter()
  /// For each of them where it stands.
  private(set) var locations: [[UnitLocation]] = []

  init(segmenter: Segmenter, stream: UnitStream?, returned: ReturnedUnits? = nil) {
    self.segmenter = segmenter
    self.stream = stream
    self.returned = returned
  }

  /// Takes the id of a unit that is added later.
  mutating func takeIdentifier(prefix: String, _ draft: borrowing UnitDraft, in bytes: Span<UInt8>) -> String {
    identifiers.take(prefix: prefix, text: draft.text, pieces: draft.pieces, in: bytes)
  }

  /// Adds the unit of a settled draft.
  /// - Parameters:
  ///   - id: where it was taken before.
  ///   - isInField: whether it stands in a field only, and not in an attribute of a block.
  ///   - places: where the draft's text stands; the first is that of `bytes`.
  mutating func add(
    _ draft: borrowing UnitDraft, in bytes: Span<UInt8>, _ context: UnitContext, id: String? = nil,
    isInField: Bool = false, places: @autoclosure () -> [UnitLocation]
  ) throws(ICUError) {
    // A hash is one long chain of multiplications, which the processor works off while it looks for sentences.
    var hash: UInt64 = 0
    var count: WordCount?
    if id == nil, returned != nil {
      hash = UnitIdentifiers.hash(of: draft.text, draft.pieces, in: bytes)
    } else if id == nil {
      var own = WordCount()
      hash = UnitIdentifiers.hash(of: draft.text, draft.pieces, in: bytes, counting: &own)
      count = own
    }
    try segmenter.parts(of: draft.text, draft.pieces, &ends, into: &parts)
    identifier.removeAll(keepingCapacity: true)
    if let id {
      identifier.append(contentsOf: id.utf8)
    } else {
      identifiers.append(prefix: context.prefix, hash: hash, to: &identifier)
    }
    if let returned {
      var segments = 0
      for index in parts.indices where !parts[index].isGap { segments += 1 }
      guard returned.add(identifier, segments: segments) else {
        if !isInField { returned.addOther(places()) }
        return
      }
      assignPieces(draft.pieces.count)
      return returned.keep(unit(of: draft, in: bytes, nil), places())
    }
    assignPieces(draft.pieces.count)
    if let stream, stream.hasAnnotator, let annotator = stream.options.annotator {
      try marks.find(in: draft, parts, partOfPiece, annotator)
    }
    if let stream, stream.writesBytes {
      return stream.write(draft, parts, partOfPiece, in: bytes, identifier.span, context, marks, count)
    }
    let unit = unit(of: draft, in: bytes, context)
    if let stream { return stream.write(unit, of: draft, parts, count) }
    counter.add(draft, parts, count)
    units.append(unit)
    locations.append(places())
  }

  private mutating func assignPieces(_ count: Int) {
    guard parts.count > 1 else { return }
    partOfPiece.removeAll(keepingCapacity: true)
    partOfPiece.append(contentsOf: repeatElement(0, count: count))
    for index in parts.indices {
      for piece in parts[index].pieces { partOfPiece[piece] = index }
    }
  }

  // MARK: Units as values

  /// The unit of a draft: without a context only what is compared with a returned one.
  private func unit(of draft: borrowing UnitDraft, in bytes: Span<UInt8>, _ context: UnitContext?) -> XLIFF.Unit {
    var unit = XLIFF.Unit(id: context == nil ? "" : String(decoding: identifier, as: UTF8.self))
    if let context {
      unit.name = context.prefix
      unit.maximumLength = context.maximumLength
      unit.notes = context.notes.notes
      let format = context.element.unitFormat
      if writesFormats, format.utf8CodeUnitCount > 0 {
        unit.modules.formatStyle = XLIFF.FormatStyle(format.description)
      }
    }
    if let annotator = stream?.options.annotator, !marks.entries.isEmpty { unit.glossary = glossary(annotator) }
    var mark = 0
    unit.parts.reserveCapacity(parts.count)
    var segments = 0
    for index in parts.indices {
      let part = parts[index]
      // A copy of just these bytes: the draft's own array is used again for the next unit.
      var content = XLIFF.Content(text: Array(draft.text[part.text]))
      var codes = 0
      for piece in part.pieces where draft.pieces[piece].kind != .text { codes += 1 }
      if codes > 0 {
        content.elements.reserveCapacity(codes)
        for piece in part.pieces where draft.pieces[piece].kind != .text {
          appendMarks(of: index, upTo: piece, &mark, part.text, to: &content)
          content.elements.append(
            element(
              piece, of: draft, part, bytes,
              context == nil ? nil : Self.reference(to: bytes, draft.pieces[piece], &unit.originalData)))
        }
      }
      appendMarks(of: index, upTo: .max, &mark, part.text, to: &content)
      guard !part.isGap else {
        unit.parts.append(XLIFF.Part(.ignorable, source: content))
        continue
      }
      segments += 1
      unit.parts.append(XLIFF.Part(.segment, id: SmallNames.segment(segments), source: content))
      if stream?.options.isPrefilled == true { Self.prefill(&unit.parts[index]) }
    }
    return unit
  }

  /// Gives a segment its source as its target, in 1.2's state `new`.
  private static func prefill(_ part: inout XLIFF.Part) {
    part.target = XLIFF.Content(text: part.source.text, elements: part.source.codes)
    (part.state, part.subState) = (.initial, "xliff12:new")
  }

  /// Appends the marks of part `part` that stand before the code `piece`, from mark `next` on, which goes on behind them.
  private func appendMarks(
    of part: Int, upTo piece: Int, _ next: inout Int, _ text: Range<Int>, to content: inout XLIFF.Content
  ) {
    while next < marks.marks.count, marks.marks[next].part == part, marks.marks[next].code <= piece {
      let mark = marks.marks[next]
      next += 1
      // 1.2 has no mark but one that nests.
      guard mark.nests else { continue }
      var element = XLIFF.InlineElement(
        mark.isEnd ? .markEnd : .markStart, at: mark.textOffset - text.lowerBound, id: "m\(mark.number)")
      if !mark.isEnd, let entry = stream?.options.annotator?.entries[mark.entry] {
        element.type = "term"
        // The note beside the unit says what it means.
        let translations = entry.translations.map(\.text).joined(separator: ", ")
        element.value = translations.isEmpty ? entry.definition?.text : translations
      }
      content.elements.append(element)
    }
  }

  /// What the glossary says of the terms of the unit at hand. In 1.2 it is a note for people: without ids.
  private func glossary(_ annotator: any SourceAnnotator) -> [XLIFF.GlossaryEntry] {
    marks.glossary(annotator).map { entry in
      var entry = entry
      (entry.id, entry.reference, entry.term.source) = (nil, nil, nil)
      entry.definition?.source = nil
      return entry
    }
  }

  /// The inline element of one code.
  private func element(
    _ index: Int, of draft: borrowing UnitDraft, _ part: Segmenter.Part, _ bytes: Span<UInt8>,
    _ dataReference: String?
  ) -> XLIFF.InlineElement {
    let piece = draft.pieces[index]
    let kind: XLIFF.InlineElement.Kind =
      if piece.partner < 0 {
        .standaloneCode
      } else if piece.isCrossed || (parts.count > 1 && partOfPiece[index] != partOfPiece[piece.partner]) {
        piece.kind == .start ? .startCode : .endCode
      } else {
        piece.kind == .start ? .spanStart : .spanEnd
      }
    var element = XLIFF.InlineElement(
      kind, at: piece.textOffset - part.text.lowerBound, id: SmallNames.number(piece.number),
      dataReference: dataReference,
      display: CodeDisplay.text(of: piece, in: bytes))
    switch kind {
    case .spanEnd: break
    case .endCode: element.hints = draft.pieces[piece.partner].hints
    default:
      let (type, subType) = piece.element.codeType
      (element.type, element.subType) = (type.description, subType.utf8CodeUnitCount == 0 ? nil : subType.description)
      element.hints = piece.hints
      if dataReference != nil { describe(piece, bytes, &element) }
    }
    if !piece.subFlows.isEmpty { element.subFlows = Array(draft.subFlows[piece.subFlows]) }
    return element
  }

  /// Adds what only a file tells of a code: text in its place, and how it is previewed.
  private func describe(_ piece: Piece, _ bytes: Span<UInt8>, _ element: inout XLIFF.InlineElement) {
    var text: [UInt8] = []
    if element.kind != .spanStart { piece.appendEquivalent(in: bytes, to: &text) }
    if !text.isEmpty { element.equivalent = String(decoding: text, as: UTF8.self) }
    // In 1.2 the `ctype` says it.
    guard writesFormats, piece.format.utf8CodeUnitCount > 0 else { return }
    text.removeAll()
    piece.appendFormatAttributes(TagAttributes(of: piece, in: bytes), in: bytes, to: &text)
    element.formatStyle = XLIFF.FormatStyle(
      piece.format.description, attributes: text.isEmpty ? nil : String(decoding: text, as: UTF8.self))
  }

  /// Whether what becomes of the units has a place for previews.
  private var writesFormats: Bool { stream?.writesBytes ?? true }

  /// How many of the last original data of a unit are compared with the next: one with hundreds of codes is no text that
  /// repeats.
  static let comparedData = 32

  /// The id of the original data that holds the bytes of `range`; the same bytes are held once.
  private static func reference(
    to bytes: Span<UInt8>, _ piece: Piece, _ data: inout [XLIFF.OriginalData]
  ) -> String {
    let range = piece.range
    for known in data.suffix(comparedData) where bytes.holds(known.bytes, in: range) { return known.id }
    let id = SmallNames.data(data.count + 1)
    if data.isEmpty { data.reserveCapacity(4) }
    if let plain = PlainTags.bytes(of: piece), bytes.holds(plain, in: range) {
      data.append(XLIFF.OriginalData(id: id, bytes: plain))
      return id
    }
    var own: [UInt8] = []
    bytes.extracting(range).withUnsafeBufferPointer { own.append(contentsOf: $0) }
    data.append(XLIFF.OriginalData(id: id, bytes: own))
    return id
  }
}

extension Span where Element == UInt8 {
  /// Whether `range` holds exactly `other`.
  func holds(_ other: [UInt8], in range: Range<Int>) -> Bool {
    guard other.count == range.count else { return false }
    for index in 0..<other.count where self[range.lowerBound + index] != other[index] { return false }
    return true
  }
}

/// Ids that occur in every unit, made once.
private enum SmallNames {
  static func segment(_ number: Int) -> String { number < segments.count ? segments[number] : "s\(number)" }
  static func number(_ number: Int) -> String { number < numbers.count ? numbers[number] : String(number) }
  static func data(_ number: Int) -> String { number < datas.count ? datas[number] : "d\(number)" }

  private static let segments = (0..<100).map { "s\($0)" }
  private static let numbers = (0..<100).map { String($0) }
  private static let datas = (0..<100).map { "d\($0)" }
}

/// Tags without attributes, which most codes are: their bytes are kept once for all units.
private enum PlainTags {
  /// `<strong>` or `</strong>` in lower case, where `piece` is a tag of an element that HTML defines.
  static func bytes(of piece: Piece) -> [UInt8]? {
    guard piece.element != .unknown, piece.kind != .standalone else { return nil }
    return piece.kind == .end ? ends[Int(piece.element.rawValue)] : starts[Int(piece.element.rawValue)]
  }

  private static let starts = HTMLElement.allCases.map { [UInt8]("<\($0)>".utf8) }
  private static let ends = HTMLElement.allCases.map { [UInt8]("</\($0)>".utf8) }
}
