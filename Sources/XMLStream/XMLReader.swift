// A pull reader: the caller asks for the next event and looks at it. Names are numbered, so that a reader of a format
// maps each number once to its own vocabulary and then compares integers.
internal import CLibXML2

/// Reads one document event by event: elements, and text with CDATA and references resolved. Comments and
/// processing instructions are skipped (`nextMarkup` tells them). UTF-8, UTF-16 and what else libxml2 knows, with or
/// without a byte-order mark.
///
/// Memory does not follow the document: of a source a window is held, which grows for a tag, comment or processing
/// instruction that is longer, to 2 MiB at most; libxml2 takes such up to `OXML_MAX_MARKUP` (9.5 MB). A text without an
/// element in it may have `OXML_MAX_TEXT` bytes (16 MiB).
///
/// Safe by default: nothing is loaded, no entity can be declared, nesting, attributes and names are bounded
/// (`CLibXML2.h`).
///
/// Plain UTF-8 as tools write it can be read by `XMLScanner`, without copies and several times faster. Whatever that is
/// not sure of, libxml2 reads from the start: what is XML and what is wrong with a document is libxml2's to say. What
/// can't be read twice, such as a pipe, libxml2 reads alone. A final class because a libxml2 parser has one owner; not
/// for use from two tasks at once.
package final class XMLReader {
  /// What a document type declaration means.
  package enum DoctypePolicy: Sendable {
    /// An error.
    case refused
    /// Skipped where it only names an external DTD, which is never loaded; with an internal subset an error.
    case ignoredWithoutSubset
  }

  /// What `next()` came to.
  package enum Event: Sendable, Equatable {
    case startElement, endElement, text, endOfDocument
  }

  /// What `nextMarkup()` came to.
  package enum Markup: Sendable, Equatable {
    case startElement, endElement, text, comment, processingInstruction, endOfDocument
  }

  /// The file's name in errors.
  package let file: String

  let keepsMarkup: Bool
  private let policy: DoctypePolicy
  // Nothing that is lent out of these calls back: no access can meet another.
  @exclusivity(unchecked) private var input: XMLInput
  @exclusivity(unchecked) private(set) var window: XMLWindow
  /// Whether events are the scanner's, and whether the last was a start tag.
  @exclusivity(unchecked) private(set) var isScanning: Bool
  @exclusivity(unchecked) private(set) var scanner: XMLScanner
  @exclusivity(unchecked) private(set) var isAtStartTag = false
  /// libxml2, once it reads.
  @exclusivity(unchecked) private var opened: XMLPushParser?
  /// The line at a place of the window, for the scanner: counted when it is asked for.
  @exclusivity(unchecked) private var counted = (position: 0, line: 1)
  /// Where in the window the words that were looked for last stand, from the scanner's position on.
  @exclusivity(unchecked) private var ahead = XMLLookAheads()

  /// As many bytes as a window has at first.
  package static let windowSize = 1 << 16

  /// A reader at the start of `bytes`, which are held until it goes.
  /// - Parameter scans: whether the scanner may read what is plain; `line` has no meaning on a text then.
  package init(bytes: [UInt8], file: String, policy: DoctypePolicy = .refused, scans: Bool = false) {
    self.file = file
    self.policy = policy
    keepsMarkup = false
    input = XMLInput(bytes)
    window = XMLWindow(capacity: min(Self.windowSize, bytes.count + 1))
    scanner = XMLScanner()
    isScanning = scans
  }

  /// A reader at the start of a source.
  /// - Parameters:
  ///   - file: names the source in errors.
  ///   - scans: whether the scanner may read what is plain; `line` has no meaning on a text then.
  ///   - keepsMarkup: whether `nextMarkup` is to be used: prefixes, namespace declarations, comments and processing
  ///     instructions.
  ///   - windowSize: as many bytes as a window has at first.
  /// - Throws: `XMLError` where it can't be opened.
  package init(
    source: XMLSource, file: String, policy: DoctypePolicy = .refused, scans: Bool = true, keepsMarkup: Bool = false,
    windowSize: Int = XMLReader.windowSize
  ) throws(XMLError) {
    self.file = file
    self.policy = policy
    self.keepsMarkup = keepsMarkup
    input = try XMLInput(source, name: file)
    window = XMLWindow(capacity: windowSize)
    scanner = XMLScanner(keepsMarkup: keepsMarkup)
    isScanning = scans && input.isSeekable
  }

  /// Goes to the next event; comments and processing instructions are none.
  /// - Throws: `XMLError` where the document is not well-formed, ends too soon, holds what is refused, or can't be
  ///   read.
  package func next() throws(XMLError) -> Event {
    while true {
      switch isScanning ? try nextScanned() : try nextParsed() {
      case .startElement: return .startElement
      case .endElement: return .endElement
      case .text: return .text
      case .endOfDocument: return .endOfDocument
      case .comment, .processingInstruction: continue
      }
    }
  }

  /// Goes to the next event of a reader that keeps markup. Before and behind comments and processing instructions texts
  /// are events of their own.
  /// - Throws: `XMLError` as `next()` does.
  package func nextMarkup() throws(XMLError) -> Markup { isScanning ? try nextScanned() : try nextParsed() }

  private func nextScanned() throws(XMLError) -> Markup {
    isAtStartTag = false
    while true {
      switch scanner.next(window.view) {
      case .startElement:
        isAtStartTag = true
        return .startElement
      case .endElement: return .endElement
      case .text: return .text
      case .comment: return .comment
      case .processingInstruction: return .processingInstruction
      case .endOfDocument: return .endOfDocument
      case .cut:
        if try slide() { continue }
        try leaveToParser(after: scanner.count)
        return try nextParsed()
      case .unsure:
        try leaveToParser(after: scanner.count)
        return try nextParsed()
      }
    }
  }

  /// Brings more of the document into the window.
  /// - Returns: false where the scanner has enough of it, and that is for libxml2.
  private func slide() throws(XMLError) -> Bool {
    let position = scanner.position
    guard window.view.count - position <= XMLScanner.longestMarkup else { return false }
    counted.line += lines(from: counted.position, to: position)
    counted.position = 0
    ahead = XMLLookAheads()
    window.drop(to: position)
    scanner.slide()
    try window.fill(reading: &input)
    return true
  }

  /// Leaves the document to libxml2, which goes to the event of number `count`: the same document gives the same
  /// events.
  private func leaveToParser(after count: Int) throws(XMLError) {
    isScanning = false
    isAtStartTag = false
    window.empty()
    scanner.arena = []
    input.rewind()
    for _ in 0..<count { _ = try nextParsed() }
  }

  private func nextParsed() throws(XMLError) -> Markup {
    switch try begun().next(&window, &input) {
    case OXML_START_ELEMENT: .startElement
    case OXML_END_ELEMENT: .endElement
    case OXML_TEXT: .text
    case OXML_COMMENT: .comment
    case OXML_INSTRUCTION: .processingInstruction
    default: .endOfDocument
    }
  }

  private func begun() throws(XMLError) -> XMLPushParser {
    if let opened { return opened }
    try window.fill(reading: &input)
    let options = (policy == .ignoredWithoutSubset ? OXML_ALLOWS_DOCTYPE : 0) | (keepsMarkup ? OXML_KEEPS_MARKUP : 0)
    let parser = XMLPushParser(window, file: file, options: options, after: scanner.names)
    opened = parser
    return parser
  }

  /// libxml2, where it reads and has begun.
  var parser: XMLPushParser? { opened }

  // MARK: Places

  /// Line on which the current event's markup ends, from 1.
  package var line: Int {
    guard isScanning else { return max(1, Int(parser?.current.line ?? 1)) }
    counted.line += lines(from: counted.position, to: scanner.position)
    counted.position = scanner.position
    return counted.line
  }

  private func lines(from start: Int, to end: Int) -> Int {
    end > start ? oxml_count(window.view.base + start, end - start, 0x0A) : 0
  }

  /// How many bytes are held of the document and for its events.
  package var heldBytes: Int { window.capacity + scanner.arena.capacity + (parser?.heldBytes ?? 0) }

  // MARK: Skipping

  /// Whether `name` may stand anywhere before `end`, which is an end tag: false only where it surely does not. Always
  /// the same two words must be asked for.
  package func mayHold(_ name: StaticString, before end: StaticString) -> Bool {
    guard isScanning else { return true }
    if let answer = ahead.mayHold(name, before: end, in: window.view.buffer, from: scanner.position) { return answer }
    guard scanner.position > 0, (try? slide()) ?? false else { return true }
    return ahead.mayHold(name, before: end, in: window.view.buffer, from: scanner.position) ?? true
  }

  /// Whether a start tag of that local name, whatever its prefix, may come behind the current event: false only where
  /// surely none does. All the rest of the document is looked through, but not read.
  package func mayHoldStartTag(_ name: StaticString) -> Bool {
    // Only the scanner knows where in the document it is, and that this is in UTF-8.
    guard isScanning else { return true }
    let view = window.view
    if XMLTagSearch.mayHoldStartTag(of: name, in: view.buffer, from: scanner.position) { return true }
    // What a start tag can be cut to: all of it but what ends the name.
    var kept = min(name.utf8CodeUnitCount + 1, view.count)
    let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: kept + Self.windowSize)
    defer { bytes.deallocate() }
    _ = bytes.update(fromContentsOf: view.buffer.suffix(kept))
    var offset = input.offset
    while true {
      let room = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(bytes)[kept...])
      guard let count = try? input.read(at: offset, into: room) else { return true }
      guard count > 0 else { return false }
      offset += count
      let filled = UnsafeBufferPointer(rebasing: bytes[..<(kept + count)])
      if XMLTagSearch.mayHoldStartTag(of: name, in: filled, from: 0) { return true }
      kept = min(name.utf8CodeUnitCount + 1, filled.count)
      _ = bytes.update(fromContentsOf: filled.suffix(kept))
    }
  }

  /// Goes past the end tag of the element whose start tag is the current event, over all that is in it.
  /// - Throws: `XMLError` as `next()` does.
  package func skipElement() throws(XMLError) {
    if try skipPlainElement() { return }
    var depth = 1
    while depth > 0 {
      switch try next() {
      case .startElement: depth += 1
      case .endElement: depth -= 1
      case .text: continue
      case .endOfDocument: return
      }
    }
  }

  /// The same where the scanner can read all of it, and at the least cost.
  /// - Returns: false where it can't: the start tag is the current event again.
  /// - Throws: `XMLError` as `next()` does.
  package func skipPlainElement() throws(XMLError) -> Bool {
    guard isScanning else { return false }
    let mark = scanner.count
    let depth = scanner.open.count - 1
    isAtStartTag = false
    while true {
      switch scanner.skip(to: depth, window.view) {
      case .endElement: return true
      case .cut where try slide(): continue
      default:
        try leaveToParser(after: mark)
        return false
      }
    }
  }
}
