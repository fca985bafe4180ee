// What the current event holds, and reading by the element.

internal import CLibXML2

extension XMLReader {
  /// The names met so far, by number.
  package var names: [XMLName] { isScanning ? scanner.names.names : parser?.names ?? [] }

  /// The number of the current element's name, on `.startElement` and `.endElement`: an index into `names`.
  package var nameIndex: Int { isScanning ? scanner.name : parser?.nameIndex ?? 0 }

  /// The current element's name, on `.startElement` and `.endElement`.
  package var name: XMLName { names[nameIndex] }

  /// How many attributes the current start tag has; namespace declarations are none.
  package var attributeCount: Int {
    isScanning ? (isAtStartTag ? scanner.attributes.count : 0) : Int(parser?.current.attribute_count ?? 0)
  }

  /// The number of the name of the attribute at `position`: an index into `names`.
  package func attributeNameIndex(_ position: Int) -> Int {
    isScanning ? scanner.attributes[position].name : parser?.attributeNameIndex(position) ?? 0
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
    return try body(parser?.attributeValue(position) ?? UnsafeBufferPointer(start: nil, count: 0))
  }

  /// The value of the current start tag's attribute of that name, or nil.
  package func attribute(_ localName: String, namespace: String = "") -> String? {
    for position in 0..<attributeCount {
      let name = names[attributeNameIndex(position)]
      if name.localName == localName && name.namespace == namespace { return attributeValue(position) }
    }
    return nil
  }

  /// Lends the UTF-8 of the current text, comment, or what the processing instruction says.
  package func withTextBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
    if isScanning { return try withBytes(of: scanner.text, body) }
    return try body(parser?.text ?? UnsafeBufferPointer(start: nil, count: 0))
  }

  func withBytes<Result>(
    of slice: XMLScanner.Slice, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    if !slice.isDecoded {
      return try body(UnsafeBufferPointer(start: window.view.base + slice.start, count: slice.count))
    }
    return try scanner.arena.withUnsafeBufferPointer { all in
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
}
