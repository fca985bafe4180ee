// libxml2's push parser: bytes go in by the chunk, events come out by the batch (CLibXML2.h).
internal import CLibXML2

/// Reads one document from its beginning. A final class because a libxml2 parser has one owner.
final class XMLPushParser {
  private let handle: OpaquePointer?
  private let file: String
  // No access to these can meet another: nothing calls back.
  @exclusivity(unchecked) private(set) var batch = OXMLBatch()
  @exclusivity(unchecked) private(set) var current = OXMLEvent()
  @exclusivity(unchecked) private var index = 0
  /// How much of the window has been handed over.
  @exclusivity(unchecked) private var fed: Int

  /// Names by our numbers, and our numbers by libxml2's: a scanner has given some before, perhaps.
  private(set) var names: [XMLName]
  private var known: [XMLName: Int] = [:]
  private var numbers: [Int] = []
  /// The same of names as they stand.
  private(set) var spellings: [[UInt8]]
  private var knownSpellings: [[UInt8]: Int] = [:]
  private var spellingNumbers: [Int] = []

  /// As many bytes as libxml2 is handed at once: its cost per call is small beside it. Also the most bytes of a tag
  /// that nobody has looked at before libxml2 compares its attributes with each other.
  private static let chunkSize = 1 << 16

  /// A parser of the document at whose beginning `window` is. What a scanner has numbered keeps its numbers.
  init(_ window: borrowing XMLWindow, file: String, options: Int32, after names: XMLScannerNames) {
    self.file = file
    self.names = names.names
    spellings = names.spellings
    for (number, name) in names.names.enumerated() { known[name] = number }
    for (number, spelling) in names.spellings.enumerated() { knownSpellings[spelling] = number }
    fed = min(4, window.view.count)
    handle = oxml_open(window.view.base, fed, options)
  }

  deinit { oxml_close(handle) }

  /// Goes to the next event.
  /// - Returns: its kind, `OXML_…`; 0 at the end of the document.
  /// - Throws: `XMLError` where the document is not well-formed, ends too soon, or holds what is refused.
  func next(_ window: inout XMLWindow, _ input: inout XMLInput) throws(XMLError) -> Int32 {
    while true {
      if index < batch.event_count {
        let event = batch.events[index]
        let mayGoOn = event.kind == OXML_TEXT && index + 1 == batch.event_count && batch.state == OXML_READING
        if !mayGoOn {
          index += 1
          current = event
          return event.kind
        }
        try feed(&window, &input, keepingLast: true)
      } else if batch.state == OXML_READING {
        try feed(&window, &input, keepingLast: false)
      } else if batch.state == OXML_FAILED, let handle {
        throw XMLError(oxml_failure(handle), file: file)
      } else {
        current = OXMLEvent()
        return 0
      }
    }
  }

  private func feed(_ window: inout XMLWindow, _ input: inout XMLInput, keepingLast: Bool) throws(XMLError) {
    guard let handle else {
      throw XMLError(file: file, line: 0, problem: "memory is short", remedy: "free some memory and try again")
    }
    if fed == window.view.count, !window.view.isLast {
      window.drop(to: fed)
      fed = 0
      try window.fill(reading: &input)
    }
    let view = window.view
    let count = min(Self.chunkSize, view.count - fed)
    let isLast = view.isLast && fed + count == view.count
    batch = oxml_feed(handle, view.base + fed, count, isLast ? 1 : 0, keepingLast ? 1 : 0)
    fed += count
    index = 0
    takeNames(handle)
  }

  private func takeNames(_ handle: OpaquePointer) {
    while numbers.count < oxml_name_count(handle) {
      let number = Int32(numbers.count)
      let namespace = oxml_namespace(handle, number).map { String(cString: $0) } ?? ""
      let name = XMLName(String(cString: oxml_local_name(handle, number)), namespace: namespace)
      numbers.append(Self.number(of: name, in: &known, &names))
    }
    while spellingNumbers.count < oxml_qualified_count(handle) {
      let number = Int32(spellingNumbers.count)
      let prefix = oxml_qualified_prefix(handle, number).map { String(cString: $0) + ":" } ?? ""
      let spelling = Array((prefix + String(cString: oxml_qualified_local_name(handle, number))).utf8)
      spellingNumbers.append(Self.number(of: spelling, in: &knownSpellings, &spellings))
    }
  }

  private static func number<Name: Hashable>(
    of name: Name, in numbers: inout [Name: Int], _ names: inout [Name]
  ) -> Int {
    if let number = numbers[name] { return number }
    numbers[name] = names.count
    names.append(name)
    return names.count - 1
  }

  // MARK: What the current event holds

  var nameIndex: Int { numbers[Int(current.name)] }
  var spellingIndex: Int { spellingNumbers[Int(current.qualified)] }
  /// Bytes of arrays of our own.
  var heldBytes: Int { handle.map { oxml_held($0) } ?? 0 }

  private func attribute(at position: Int) -> OXMLAttribute {
    precondition(position >= 0 && position < Int(current.attribute_count), "there is no such attribute")
    return batch.attributes[current.first_attribute + position]
  }

  func attributeNameIndex(_ position: Int) -> Int { numbers[Int(attribute(at: position).name)] }
  func attributeSpellingIndex(_ position: Int) -> Int { spellingNumbers[Int(attribute(at: position).qualified)] }

  func attributeValue(_ position: Int) -> UnsafeBufferPointer<UInt8> {
    let attribute = attribute(at: position)
    return bytes(attribute.offset, attribute.count)
  }

  func declaration(_ position: Int) -> (prefix: UnsafeBufferPointer<UInt8>, namespace: UnsafeBufferPointer<UInt8>) {
    precondition(position >= 0 && position < Int(current.declaration_count), "there is no such declaration")
    let declaration = batch.declarations[current.first_declaration + position]
    return (
      bytes(declaration.offset, declaration.prefix_count),
      bytes(declaration.offset + declaration.prefix_count, declaration.count)
    )
  }

  var text: UnsafeBufferPointer<UInt8> { bytes(current.offset, current.count) }
  var target: UnsafeBufferPointer<UInt8> { bytes(current.offset - current.target_count, current.target_count) }

  private func bytes(_ offset: Int, _ count: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: batch.arena.map { $0 + offset }, count: count)
  }
}
