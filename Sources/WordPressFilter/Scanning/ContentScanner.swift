// Finding the units of a field: the one way from bytes to units, for extraction and for merging alike, so that both agree.
// Tokens come in, pieces are collected in a draft, and wherever a block begins or ends the draft becomes a unit.
internal import HTMLTokens
internal import Interchange
internal import UnicodeText

/// Walks through the fields of one article and finds their units.
struct ContentScanner {
  /// How the article's content is to be read.
  struct Options {
    /// WordPress has run the shortcodes it knows.
    var isRendered: Bool
    /// Blank lines end paragraphs, as `wpautop()` has it for posts without blocks.
    var splitsAtBlankLines: Bool
    /// What holds text besides the HTML's own.
    var rules = TextRules()
    /// Where to say what was left out; nil: nobody asks.
    var remarks: ExtractionRemarks?
  }

  let options: Options
  var assembler: UnitAssembler
  /// Units that are collected instead of being assembled: the scanner runs over a block's attribute.
  var collected: [CollectedUnit]?

  var draft = UnitDraft()
  /// For the attributes of tags, which may come in the middle of a unit.
  var attributeDraft = UnitDraft()
  /// What waits for the unit it stands in to be added first.
  var pending: [PendingUnit] = []
  /// Open block elements, innermost last, for the note that a translator sees.
  var blockElements: [HTMLElement] = []
  /// Open WordPress blocks that hold text in their attributes.
  var twins: [TwinFrame] = []
  /// Open WordPress blocks whose own text a rule takes out, innermost last.
  var excluded: [ExcludedBlock] = []
  /// Attributes of tags that hold text by a block's rule.
  var ruledAttributes = RuledAttributes()
  /// Depth of all open WordPress blocks.
  var blockDepth = 0
  /// Their names.
  var openBlocks = OpenBlocks()
  var headings = HeadingPath()
  var elementEnds = ElementEnds()
  /// Where the first `]` stands that is not before the last `[` that was looked at.
  var closingBracket = -1
  /// The name in the last `[[name …]` without `]]`.
  var escapedShortcode = 0..<0
  /// Names of shortcodes that nothing closes in the rest of the field.
  var unclosedShortcodes: Set<[UInt8]> = []
  /// Whether `[word]` is a word in brackets and no shortcode.
  var bareBracketsAreText: Bool

  var fieldIndex = 0
  var fieldName = "" {
    didSet { fieldNameBytes = Array(fieldName.utf8) }
  }
  /// The same for the notes, which name it very often.
  private(set) var fieldNameBytes: [UInt8] = []
  var fieldLabel = ""
  var maximumLength: Int?
  var encoding: TextEncoding

  init(options: Options, assembler: UnitAssembler) {
    self.options = options
    self.assembler = assembler
    bareBracketsAreText = options.isRendered
    encoding = .content(
      bareBracketsAreText: options.isRendered, splitsAtBlankLines: options.splitsAtBlankLines)
  }

  /// Finds the units of `field`, the article's field number `index`.
  /// - Throws: `ICUError` where ICU fails.
  mutating func scan(_ field: ArticleField, index: Int) throws(ICUError) {
    fieldIndex = index
    fieldName = field.name
    fieldLabel = field.label
    maximumLength = field.maximumLength
    headings.removeAll()
    closingBracket = -1
    escapedShortcode = 0..<0
    unclosedShortcodes.removeAll()
    ruledAttributes.removeAll()
    let bytes = field.bytes.span
    // WordPress runs no shortcodes in titles; there a word in brackets is one.
    bareBracketsAreText = options.isRendered || !field.syntax.isContent
    switch field.syntax {
    case .plain:
      encoding = Self.hasBareAmpersand(bytes) ? .htmlWithBareAmpersands : .html
      PlainText.append(bytes, bytes.indices, hasPlaceholders: true, to: &draft)
    case .inline:
      encoding = Self.hasBareAmpersand(bytes) ? .htmlWithBareAmpersands : .html
      try scanTokens(of: bytes)
    case .content:
      encoding = .content(
        bareBracketsAreText: bareBracketsAreText, splitsAtBlankLines: options.splitsAtBlankLines)
      try scanTokens(of: bytes)
    case .json, .elementor: return try scanJSON(of: field)
    }
    try flush(in: bytes)
    try closeTwins(downTo: 0, in: bytes)
    blockElements.removeAll(keepingCapacity: true)
    elementEnds = ElementEnds()
    blockDepth = 0
    openBlocks.removeAll()
  }

  /// Walks through the tokens of `bytes`.
  mutating func scanTokens(of bytes: Span<UInt8>) throws(ICUError) {
    var tokenizer = HTMLTokenizer()
    var token = HTMLToken()
    while tokenizer.next(in: bytes, &token) { try take(&token, &tokenizer, in: bytes) }
  }

  /// Takes in one token; `tokenizer`, which stands behind it, goes on to where the next one is to be read.
  /// - Parameter token: is not changed, only not copied either, as `HTMLTokenizer.next(in:_:)` says.
  mutating func take(
    _ token: inout HTMLToken, _ tokenizer: inout HTMLTokenizer, in bytes: Span<UInt8>
  ) throws(ICUError) {
    switch token.kind {
    case .characters: try text(token.range, &tokenizer, in: bytes)
    case .startTag: try startTag(&token, &tokenizer, in: bytes)
    case .endTag: try endTag(&token, in: bytes)
    case .comment: try comment(token, in: bytes)
    case .rawCharacters, .doctype, .dropped: draft.appendStandalone(token.range)
    }
  }

  // MARK: Tokens

  private mutating func startTag(
    _ token: inout HTMLToken, _ tokenizer: inout HTMLTokenizer, in bytes: Span<UInt8>
  ) throws(ICUError) {
    let isKept = !token.content.isEmpty && Self.translates(token, in: bytes) == false
    let flow = token.element.flow
    if isKept || flow == .opaque, let end = elementEnds.end(of: token, tokenizer, isKept: isKept, in: bytes) {
      if flow == .block { try flush(in: bytes) }
      if !isKept { try attributes(of: token, in: bytes, codeAt: nil) }
      draft.appendStandalone(token.range.lowerBound..<end.position, element: token.element, name: token.name)
      if isKept || token.element == .svg { try islands(in: token, tokenizer, until: end.position, in: bytes) }
      tokenizer = end
      if flow == .block { try flush(in: bytes) }
      return
    }
    if flow == .block {
      try flush(in: bytes)
      if token.element == .head || token.element == .html || token.element == .body { blockElements.removeAll() }
      if !token.element.isVoid, blockElements.count < 256 { blockElements.append(token.element) }
      if !isKept { try attributes(of: token, in: bytes, codeAt: nil) }
      return
    }
    if token.element == .br, draft.endsInLineBreak(in: bytes) { try flush(in: bytes) }
    if token.element.isVoid || token.element == .unknown && token.isSelfClosing {
      draft.appendStandalone(token.range, element: token.element, name: token.name)
    } else {
      draft.appendStart(token.range, element: token.element, name: token.name)
    }
    if !isKept { try attributes(of: token, in: bytes, codeAt: token.range) }
  }

  private mutating func endTag(_ token: inout HTMLToken, in bytes: Span<UInt8>) throws(ICUError) {
    guard token.element.flow == .block else {
      draft.appendEnd(token.range, element: token.element, name: token.name, in: bytes)
      return
    }
    try flush(in: bytes)
    if let open = blockElements.lastIndex(of: token.element) { blockElements.removeSubrange(open...) }
  }

  private mutating func comment(_ token: HTMLToken, in bytes: Span<UInt8>) throws(ICUError) {
    guard let block = BlockComment(bytes, token.content) else {
      if bytes.beginsMoreTag(token.content) {
        try moreTag(token.content, in: bytes)
      } else {
        draft.appendStandalone(token.range)
      }
      return
    }
    try flush(in: bytes)
    if block.kind != .closing {
      blockDepth += 1
      openBlocks.begin(block.name, in: bytes)
      try openTwin(block, in: bytes)
    }
    if block.kind != .opening {
      try closeTwins(downTo: blockDepth, in: bytes)
      blockDepth = max(blockDepth - 1, 0)
      openBlocks.end()
    }
  }

  // MARK: Units

  /// Makes a unit of what has been collected, if there is text in it, and begins anew.
  mutating func flush(in bytes: Span<UInt8>) throws(ICUError) {
    defer { draft.removeAll() }
    if !draft.isEmpty, draft.settle(in: bytes) {
      let element = blockElements.last ?? .unknown
      let level = element.headingLevel
      if let level { headings.leave(level: level) }
      try emitDraft(in: bytes, element: element)
      if let level { headings.set(level: level, draft.text) }
    }
    guard !pending.isEmpty else { return }
    for unit in pending {
      switch unit {
      case .attribute(let attribute): try emit(attribute, in: bytes)
      case .island(let island, let id): try emit(island, id: id, in: bytes)
      }
    }
    pending.removeAll(keepingCapacity: true)
  }

  private mutating func emitDraft(in bytes: Span<UInt8>, element: HTMLElement) throws(ICUError) {
    guard excluded.isEmpty || !isExcluded(draft) else { return }
    let label = fieldName == "content" ? element.label : fieldLabel
    guard collected == nil else {
      collected?.append(CollectedUnit(draft: draft, label: label, encoding: encoding))
      return
    }
    let twin = twins.isEmpty ? [] : takeTwin(of: draft, in: bytes, encoding)
    var notes = place(label)
    if let maximumLength { notes.append(XLIFF.Note(category: "length", "at most \(maximumLength) characters")) }
    let context = UnitContext(prefix: fieldName, notes: notes, maximumLength: maximumLength, element: element)
    let (field, encoding, pieces) = (fieldIndex, encoding, draft.pieces)
    try assembler.add(
      draft, in: bytes, context, isInField: twin.isEmpty,
      places: [UnitLocation(field: field, host: .field, pieces: pieces, encoding: encoding)] + twin)
  }

  /// The place of a unit that is a `label`.
  /// - Parameter block: the name of the block that it stands in; nil: that of the innermost open one.
  mutating func place(_ label: String, block: [UInt8]? = nil) -> UnitPlace {
    let ending: [UInt8]
    if label == fieldLabel {
      ending = OpenBlocks.ending(field: [], block: block ?? openBlocks.innermost)
    } else if let block {
      ending = OpenBlocks.ending(field: fieldNameBytes, block: block)
    } else {
      ending = openBlocks.ending(field: fieldNameBytes)
    }
    return UnitPlace(label: label, path: headings.titles, ending: ending)
  }

  static func hasBareAmpersand(_ bytes: Span<UInt8>) -> Bool {
    for index in bytes.indices
    where bytes[index] == 0x26 && CharacterReference.decode(in: bytes, at: index, end: bytes.count) == nil {
      return true
    }
    return false
  }
}

extension Span where Element == UInt8 {
  /// Whether a comment's content is one of those that WordPress splits a post at: `more`, `nextpage`, `noteaser`.
  fileprivate func beginsMoreTag(_ content: Range<Int>) -> Bool {
    let words: [StaticString] = ["more", "nextpage", "noteaser"]
    return words.contains { word in
      content.count >= word.utf8CodeUnitCount
        && holds(word, in: content.lowerBound..<content.lowerBound + word.utf8CodeUnitCount)
    }
  }
}
