// Text inside what is a code as a whole: the title, description and labels of a drawing, and what stands marked
// `translate="yes"` in an element that is not translated. They are units of their own, which the code names.
internal import HTMLTokens
internal import UnicodeText

/// A unit that waits until the unit around it is done.
enum PendingUnit {
  case attribute(PendingAttribute)
  /// A unit inside a code, and its id where the code names it. Rare and large: it stands elsewhere.
  indirect case island(CollectedUnit, id: String?)
}

extension ContentScanner {
  /// Finds the units inside the code that was appended last: the element that `token` begins.
  /// - Parameters:
  ///   - tokenizer: stands behind `token`.
  ///   - end: where the element ends.
  mutating func islands(
    in token: HTMLToken, _ tokenizer: HTMLTokenizer, until end: Int, in bytes: Span<UInt8>
  ) throws(ICUError) {
    // A code in a block's attribute has its text once more in the block's HTML: that one is taken.
    guard collected == nil else { return }
    var scanner = ContentScanner(
      options: Options(isRendered: options.isRendered, splitsAtBlankLines: false, rules: options.rules),
      assembler: assembler)
    scanner.collected = []
    scanner.fieldName = fieldName
    scanner.encoding = encoding
    scanner.bareBracketsAreText = bareBracketsAreText
    // Nothing in there is looked at beyond the element's end.
    try scanner.scanIslands(
      tokenizer, isDrawing: token.element == .svg && Self.translates(token, in: bytes) != false,
      in: bytes.extracting(0..<end))
    for unit in scanner.collected ?? [] {
      let prefix = unit.attribute.map { $0.prefix(in: fieldName) } ?? fieldName
      let id = assembler.takeIdentifier(prefix: prefix, unit.draft, in: bytes)
      draft.setSubFlow(id)
      pending.append(.island(unit, id: id))
    }
  }

  /// Collects the units of the islands behind `tokenizer`.
  private mutating func scanIslands(
    _ tokenizer: HTMLTokenizer, isDrawing: Bool, in bytes: Span<UInt8>
  ) throws(ICUError) {
    var tokenizer = tokenizer
    /// The name of the element that is an island, and how many of that name are open.
    var island: (name: Range<Int>, depth: Int)?
    while var token = tokenizer.next(in: bytes) {
      if let (name, depth) = island {
        let isSame = !token.name.isEmpty && bytes.sameName(token.name, name) && !token.isEndedByItself
        let change = !isSame ? 0 : token.kind == .startTag ? token.isSelfClosing && isDrawing ? 0 : 1 : -1
        guard depth + change > 0 else {
          try flush(in: bytes)
          island = nil
          continue
        }
        try take(&token, &tokenizer, in: bytes)
        // An element that was passed over whole has taken its end with it.
        if tokenizer.position == token.range.upperBound { island = (name, depth + change) }
      } else if token.kind == .startTag {
        let translates = Self.translates(token, in: bytes)
        let isIsland = isDrawing ? translates != false && Self.isDrawnText(token, in: bytes) : translates == true
        if isDrawing ? translates != false : isIsland { try attributes(of: token, in: bytes, codeAt: nil) }
        if isIsland, !token.element.isVoid, !token.isSelfClosing || !isDrawing { island = (token.name, 1) }
        if island == nil { try flush(in: bytes) }
      }
    }
    try flush(in: bytes)
  }

  /// `title`, `desc` and `text` of SVG 2.
  private static func isDrawnText(_ token: HTMLToken, in bytes: Span<UInt8>) -> Bool {
    token.element == .title
      || token.element == .unknown && (bytes.hasName("text", token.name) || bytes.hasName("desc", token.name))
  }

  /// Makes a unit of an island that waited.
  mutating func emit(_ island: CollectedUnit, id: String?, in bytes: Span<UInt8>) throws(ICUError) {
    guard !isExcluded(island.draft) else { return }
    let label = island.attribute?.label ?? island.label
    let place = UnitLocation(
      field: fieldIndex, host: .field, pieces: island.draft.pieces, encoding: island.encoding, isInsideCode: true)
    try assembler.add(
      island.draft, in: bytes,
      UnitContext(
        prefix: island.attribute.map { $0.prefix(in: fieldName) } ?? island.prefix ?? fieldName,
        notes: self.place(label), maximumLength: nil),
      id: id, isInField: true, places: [place])
  }
}

extension UnitDraft {
  /// Whether the last of it is a line break, white space apart.
  func endsInLineBreak(in bytes: Span<UInt8>) -> Bool {
    for piece in pieces.reversed() {
      guard piece.kind == .text else { return piece.element == .br && piece.kind == .standalone }
      for index in piece.range where !isHTMLSpace(bytes[index]) { return false }
    }
    return false
  }
}
