// A pull reader over libxml2: the caller asks for the next event and looks at it. Names are numbered (CLibXML2), so
// that a reader of a format maps each number once to its own vocabulary and then compares integers.
internal import CLibXML2

/// Reads one XML document event by event: elements, and text with CDATA and references resolved. Comments and
/// processing instructions are skipped. UTF-8, UTF-16 and what else libxml2 knows, with or without a byte-order mark.
///
/// Safe by default: nothing is loaded, no entity can be declared, nesting is bounded (see `CLibXML2.h`).
///
/// Plain UTF-8 as tools write it can be read by `XMLScanner`, without copies and several times faster. Whatever that is
/// not sure of, libxml2 reads from the start: what is XML and what is wrong with a document is libxml2's to say.
/// A final class because a libxml2 parser has one owner; not for use from two tasks at once.
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

  /// The file's name in errors.
  package let file: String
  /// The document.
  package let bytes: [UInt8]

  /// Whether events are the scanner's, and then how many there were, and whether the last was a start tag.
  private var isScanning: Bool
  // Nothing that is lent out of it calls back: no access can meet another.
  @exclusivity(unchecked) private var scanner = XMLScanner()
  private var scanned = 0
  private var isAtStartTag = false
  /// The line at a position, for the scanner: counted when it is asked for.
  private var counted = (position: 0, line: 1)
  /// Where the words that were looked for last stand, from the scanner's position on.
  private var ahead = (name: XMLLookAhead(), end: XMLLookAhead())

  private var position = 0
  private var handle: OpaquePointer?
  private let policy: DoctypePolicy
  private var batch = OXMLBatch()
  private var index = 0
  private var current = OXMLEvent()
  /// Names by our numbers, and our numbers by libxml2's: the scanner has given some before, perhaps.
  private var parsedNames: [XMLName] = []
  private var numbers: [Int] = []

  /// As many bytes as libxml2 is handed at once: its cost per call is small beside it, and so is the memory.
  private static let chunkSize = 1 << 16

  /// A reader at the start of `bytes`, which are held until it goes.
  /// - Parameter scans: whether the scanner may read what is plain; `line` has no meaning on a text then.
  package init(bytes: [UInt8], file: String, policy: DoctypePolicy = .refused, scans: Bool = false) {
    self.bytes = bytes
    self.file = file
    self.policy = policy
    isScanning = scans
    if !scans { open() }
  }

  private func open() {
    position = min(4, bytes.count)
    handle = bytes.withUnsafeBufferPointer {
      oxml_open($0.baseAddress, min(4, $0.count), policy == .ignoredWithoutSubset ? 1 : 0)
    }
  }

  deinit { oxml_close(handle) }

  /// Goes to the next event.
  /// - Throws: `XMLError` where the document is not well-formed, ends too soon, or holds what is refused.
  package func next() throws(XMLError) -> Event {
    guard isScanning else { return try nextParsed() }
    isAtStartTag = false
    switch bytes.withUnsafeBufferPointer({ scanner.next($0) }) {
    case .startElement:
      scanned += 1
      isAtStartTag = true
      return .startElement
    case .endElement:
      scanned += 1
      return .endElement
    case .text:
      scanned += 1
      return .text
    case .endOfDocument: return .endOfDocument
    case .unsure:
      try leaveToParser(after: scanned)
      return try nextParsed()
    }
  }

  /// Leaves the document to libxml2, which goes to the event of number `count`: the same document gives the same events.
  private func leaveToParser(after count: Int) throws(XMLError) {
    isScanning = false
    parsedNames = scanner.names.names
    open()
    for _ in 0..<count { _ = try nextParsed() }
  }

  private func nextParsed() throws(XMLError) -> Event {
    while true {
      if index < batch.event_count {
        let event = batch.events[index]
        let mayGoOn = event.kind == OXML_TEXT && index + 1 == batch.event_count && batch.state == OXML_READING
        if !mayGoOn {
          index += 1
          current = event
          switch event.kind {
          case OXML_START_ELEMENT: return .startElement
          case OXML_END_ELEMENT: return .endElement
          default: return .text
          }
        }
        try feed(keepingLast: true)
      } else if batch.state == OXML_READING {
        try feed(keepingLast: false)
      } else if batch.state == OXML_FAILED {
        throw failure()
      } else {
        current = OXMLEvent()
        return .endOfDocument
      }
    }
  }

  /// Line on which the current event's markup ends, from 1.
  package var line: Int {
    guard isScanning else { return max(1, Int(current.line)) }
    if scanner.position > counted.position {
      counted.line += bytes.withUnsafeBufferPointer {
        XMLScanner.lineCount($0, counted.position..<scanner.position)
      }
      counted.position = scanner.position
    }
    return counted.line
  }

  /// Whether `name` may stand anywhere before `end`, which is an end tag: false only where it surely does not. Always the
  /// same two words must be asked for.
  package func mayHold(_ name: StaticString, before end: StaticString) -> Bool {
    guard isScanning else { return true }
    return bytes.withUnsafeBufferPointer { bytes in
      guard let limit = ahead.end.offset(of: end, in: bytes, from: scanner.position) else { return true }
      guard let found = ahead.name.offset(of: name, in: bytes, from: scanner.position) else { return false }
      return found < limit
    }
  }

  /// The names met so far, by number.
  package var names: [XMLName] { isScanning ? scanner.names.names : parsedNames }

  /// The number of the current element's name, on `.startElement` and `.endElement`: an index into `names`.
  package var nameIndex: Int { isScanning ? scanner.name : numbers[Int(current.name)] }

  /// The current element's name, on `.startElement` and `.endElement`.
  package var name: XMLName { names[nameIndex] }

  private func feed(keepingLast: Bool) throws(XMLError) {
    guard let handle else { throw memoryIsShort() }
    let count = min(Self.chunkSize, bytes.count - position)
    let isLast = position + count == bytes.count
    batch = bytes.withUnsafeBufferPointer {
      oxml_feed(handle, $0.baseAddress.map { $0 + position }, count, isLast ? 1 : 0, keepingLast ? 1 : 0)
    }
    index = 0
    position += count
    let known = Int(oxml_name_count(handle))
    while numbers.count < known {
      let number = Int32(numbers.count)
      let namespace = oxml_namespace(handle, number).map { String(cString: $0) } ?? ""
      let name = XMLName(String(cString: oxml_local_name(handle, number)), namespace: namespace)
      if scanned > 0, let own = parsedNames.firstIndex(of: name) {
        numbers.append(own)
      } else {
        numbers.append(parsedNames.count)
        parsedNames.append(name)
      }
    }
  }

  private func failure() -> XMLError {
    guard let handle else { return memoryIsShort() }
    return XMLError(oxml_failure(handle), file: file)
  }

  private func memoryIsShort() -> XMLError {
    XMLError(file: file, line: 0, problem: "memory is short", remedy: "free some memory and try again")
  }
}

// MARK: - What the current event holds

extension XMLReader {
  /// How many attributes the current start tag has; namespace declarations are none.
  package var attributeCount: Int {
    isScanning ? (isAtStartTag ? scanner.attributes.count : 0) : Int(current.attribute_count)
  }

  /// The number of the name of the attribute at `position`: an index into `names`.
  package func attributeNameIndex(_ position: Int) -> Int {
    isScanning ? scanner.attributes[position].name : numbers[Int(attribute(at: position).name)]
  }

  /// The name of the attribute at `position`.
  package func attributeName(_ position: Int) -> XMLName { names[attributeNameIndex(position)] }

  /// The value of the attribute at `position`.
  package func attributeValue(_ position: Int) -> String {
    withAttributeBytes(position) { String(decoding: $0, as: UTF8.self) }
  }

  /// Lends the UTF-8 of the value of the attribute at `position`.
  package func withAttributeBytes<Result>(
    _ position: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    if isScanning { return try withBytes(of: scanner.attributes[position].value, body) }
    let attribute = attribute(at: position)
    return try body(UnsafeBufferPointer(start: batch.arena.map { $0 + attribute.offset }, count: attribute.count))
  }

  /// The value of the current start tag's attribute of that name, or nil.
  package func attribute(_ localName: String, namespace: String = "") -> String? {
    for position in 0..<attributeCount {
      let name = names[attributeNameIndex(position)]
      if name.localName == localName && name.namespace == namespace { return attributeValue(position) }
    }
    return nil
  }

  /// Lends the current text's UTF-8, on `.text`.
  package func withTextBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
    if isScanning { return try withBytes(of: scanner.text, body) }
    return try body(UnsafeBufferPointer(start: batch.arena.map { $0 + current.offset }, count: current.count))
  }

  private func withBytes<Result>(
    of slice: XMLScanner.Slice, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    try (slice.isDecoded ? scanner.arena : bytes).withUnsafeBufferPointer { all in
      try body(UnsafeBufferPointer(rebasing: all[slice.start..<slice.start + slice.count]))
    }
  }

  /// The current text, on `.text`.
  package var text: String { withTextBytes { String(decoding: $0, as: UTF8.self) } }

  /// Appends the current text's UTF-8 to `bytes`, on `.text`.
  package func appendText(to bytes: inout [UInt8]) {
    withTextBytes { bytes.append(contentsOf: $0) }
  }

  /// Whether the current text is white space only (XML 1.0, 2.3: space, tab, CR, LF), on `.text`.
  package var textIsBlank: Bool {
    withTextBytes { $0.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 || $0 == 0x0D } }
  }

  /// Goes past the end tag of the element whose start tag is the current event, over all that is in it.
  /// - Throws: `XMLError` as `next()` does.
  package func skipElement() throws(XMLError) {
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
    let mark = scanned
    isAtStartTag = false
    if let count = bytes.withUnsafeBufferPointer({ scanner.skipElement($0) }) {
      scanned += count
      return true
    }
    try leaveToParser(after: mark)
    return false
  }

  /// The text of the element whose start tag is the current event, with the text of elements in it; goes past its end
  /// tag.
  /// - Throws: `XMLError` as `next()` does.
  package func elementBytes() throws(XMLError) -> [UInt8] {
    var bytes: [UInt8] = []
    var depth = 1
    while depth > 0 {
      switch try next() {
      case .startElement: depth += 1
      case .endElement: depth -= 1
      case .text: appendText(to: &bytes)
      case .endOfDocument: return bytes
      }
    }
    return bytes
  }

  /// `elementBytes()` as a `String`.
  /// - Throws: `XMLError` as `next()` does.
  package func elementText() throws(XMLError) -> String {
    String(decoding: try elementBytes(), as: UTF8.self)
  }

  /// An error at the current line.
  package func error(_ problem: String, remedy: String) -> XMLError {
    XMLError(file: file, line: line, problem: problem, remedy: remedy)
  }

  private func attribute(at position: Int) -> OXMLAttribute {
    precondition(position >= 0 && position < attributeCount, "there is no such attribute")
    return batch.attributes[current.first_attribute + position]
  }
}
