// A pull reader over libxml2: the caller asks for the next event and looks at it. Names are numbered (CLibXML2), so
// that a reader of a format maps each number once to its own vocabulary and then compares integers.
internal import CLibXML2

/// Reads one XML document event by event: elements, and text with CDATA and references resolved. Comments and
/// processing instructions are skipped. UTF-8, UTF-16 and what else libxml2 knows, with or without a byte-order mark.
///
/// Safe by default: nothing is loaded, no entity can be declared, nesting is bounded (see `CLibXML2.h`).
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
  /// The names met so far, by number.
  package private(set) var names: [XMLName] = []
  /// Line on which the current event's markup ends, from 1.
  package private(set) var line = 1

  private let bytes: [UInt8]
  private var position = 0
  private let handle: OpaquePointer?
  private var batch = OXMLBatch()
  private var index = 0
  private var current = OXMLEvent()

  /// As many bytes as libxml2 is handed at once: its cost per call is small beside it, and so is the memory.
  private static let chunkSize = 1 << 16

  /// A reader at the start of `bytes`, which are held until it goes.
  package init(bytes: [UInt8], file: String, policy: DoctypePolicy = .refused) {
    self.bytes = bytes
    self.file = file
    position = min(4, bytes.count)
    handle = bytes.withUnsafeBufferPointer {
      oxml_open($0.baseAddress, min(4, $0.count), policy == .ignoredWithoutSubset ? 1 : 0)
    }
  }

  deinit { oxml_close(handle) }

  /// Goes to the next event.
  /// - Throws: `XMLError` where the document is not well-formed, ends too soon, or holds what is refused.
  package func next() throws(XMLError) -> Event {
    while true {
      if index < batch.event_count {
        let event = batch.events[index]
        let mayGoOn = event.kind == OXML_TEXT && index + 1 == batch.event_count && batch.state == OXML_READING
        if !mayGoOn {
          index += 1
          current = event
          line = Int(event.line)
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

  /// The number of the current element's name, on `.startElement` and `.endElement`: an index into `names`.
  package var nameIndex: Int { Int(current.name) }

  /// The current element's name, on `.startElement` and `.endElement`.
  package var name: XMLName { names[Int(current.name)] }

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
    while names.count < known {
      let number = Int32(names.count)
      let namespace = oxml_namespace(handle, number).map { String(cString: $0) } ?? ""
      names.append(XMLName(String(cString: oxml_local_name(handle, number)), namespace: namespace))
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
  package var attributeCount: Int { Int(current.attribute_count) }

  /// The number of the name of the attribute at `position`: an index into `names`.
  package func attributeNameIndex(_ position: Int) -> Int { Int(attribute(at: position).name) }

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
    try body(UnsafeBufferPointer(start: batch.arena.map { $0 + current.offset }, count: current.count))
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
