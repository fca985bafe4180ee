// A scanner for the XML that tools write: UTF-8, ASCII names, no document type declaration. It reads what it surely
// reads as libxml2 does and refuses to judge the rest (`unsure`), which libxml2 then reads from the start, errors and
// all. So there is one authority on what is XML, and no copy of a text on the way (Documentation/decisions/0008).
internal import CLibXML2

/// Scans one document, seen through a window: each call is lent what is in it. Where that does not hold all of an event
/// (`cut`), the reader slides the window to `position`, says so (`slide`), and asks again.
struct XMLScanner {
  /// What `next` came to.
  enum Step {
    case startElement, endElement, text, comment, processingInstruction, endOfDocument
    /// Something here is not for this scanner.
    case unsure
    /// More of the document has to be in the window.
    case cut
  }

  /// Bytes of the window, or of `arena` where they had to be decoded or put together.
  struct Slice {
    var start = 0
    var count = 0
    var isDecoded = false
  }

  struct Attribute {
    /// The number of the name.
    var name: Int
    /// The number of the name as it stands.
    var spelling: Int
    var value: Slice
  }

  /// Whether comments and processing instructions are events.
  let keepsMarkup: Bool
  /// Numbers and names met so far.
  var names = XMLScannerNames()
  /// The number of the current element's name, and of that name as it stands.
  var name = 0
  var spelling = 0
  /// Of the current start tag.
  var attributes: [Attribute] = []
  /// The current text, comment, or what the processing instruction says.
  var text = Slice()
  /// The current processing instruction's target.
  var target = Slice()
  /// What was decoded for the current event.
  var arena: [UInt8] = []
  /// Where in the window the next event begins; behind the markup of the current one.
  var position = 0
  /// How many events there were.
  private(set) var count = 0

  /// An element that has begun.
  struct Open {
    var name: Int
    var spelling: Int
    /// Of the name as it stands: its length and first bytes.
    var length: Int
    var words: SIMD2<UInt64>
    var declaresNamespaces: Bool
  }

  /// A start tag's attribute as it stands.
  struct RawAttribute {
    var name: XMLRawName
    var value: Range<Int>
    var needsDecoding: Bool
  }

  var open: [Open] = []
  var raw: [RawAttribute] = []
  /// Whether the current start tag was an empty-element tag, whose end comes next.
  var isEmpty = false
  /// Whether nobody will ask for attributes.
  var isSkipping = false
  /// Whether a text is being put together in `arena`, and whether that is inside of CDATA.
  var isGathering = false
  var isInCDATA = false
  /// Where it was that a scan could not go on.
  var stop = 0
  private var isAtStart = true
  private var hasRoot = false

  /// Longer markup and texts, more attributes and names and deeper nesting are for libxml2 to judge, which has bounds
  /// of its own.
  static let longestMarkup = 1 << 20
  static let longestText = Int(OXML_MAX_TEXT)
  static let mostAttributes = 64
  static let mostNames = 5000
  static let deepest = 250

  /// A scanner at the start of a document.
  init(keepsMarkup: Bool = false) {
    self.keepsMarkup = keepsMarkup
  }

  /// Goes to the next event.
  @inline(__always)
  mutating func next(_ view: XMLView) -> Step {
    let step = step(view)
    if step != .unsure && step != .cut { count += 1 }
    return step
  }

  private mutating func step(_ view: XMLView) -> Step {
    if isEmpty {
      isEmpty = false
      return end()
    }
    if open.isEmpty { return outside(view) }
    if view.base[position] == 0x3C && !isGathering {
      let second = view.base[position + 1]
      if second == 0x2F { return endTag(view) }
      if second != 0x21 && second != 0x3F { return startTag(view) }
    }
    return content(view)
  }

  /// Goes past the end tag of the element at whose closing `depth` elements are open.
  /// - Returns: `.endElement`, `.unsure`, or `.cut`, after which it may be called again.
  mutating func skip(to depth: Int, _ view: XMLView) -> Step {
    isSkipping = true
    defer { isSkipping = false }
    while true {
      switch next(view) {
      case .endElement: if open.count == depth { return .endElement }
      case .startElement, .text, .comment, .processingInstruction: break
      case .endOfDocument, .unsure: return .unsure
      case .cut: return .cut
      }
    }
  }

  /// The window has let go of the bytes before `position`.
  mutating func slide() { position = 0 }

  /// What to say where a scan ended at `stop` that should have gone on: near the end of the window, more may help.
  func failure(_ view: XMLView) -> Step { !view.isLast && stop + 16 > view.count ? .cut : .unsure }

  /// The same at `place`.
  mutating func failure(_ view: XMLView, at place: Int) -> Step {
    stop = place
    return failure(view)
  }

  @inline(__always)
  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D }

  // MARK: Outside of the root

  /// What may stand before and behind the root element: white space, comments, processing instructions (XML 1.0, 2.8).
  private mutating func outside(_ view: XMLView) -> Step {
    if isAtStart {
      var cursor = XMLDeclarationCursor(bytes: view.buffer)
      guard view.isLast || view.count >= XMLDeclarationCursor.longest else { return .cut }
      guard cursor.skip() else { return .unsure }
      position = cursor.position
      isAtStart = false
    }
    while true {
      while Self.isSpace(view.base[position]) { position += 1 }
      guard position < view.count else {
        if !view.isLast { return .cut }
        return hasRoot ? .endOfDocument : .unsure
      }
      guard view.base[position] == 0x3C else { return .unsure }
      let second = view.base[position + 1]
      if second == 0x21 || second == 0x3F {
        guard let step = misc(view) else { return failure(view) }
        if keepsMarkup { return step }
        continue
      }
      guard !hasRoot else { return failure(view, at: position + 1) }
      let step = startTag(view)
      if step == .startElement { hasRoot = true }
      return step
    }
  }
}
