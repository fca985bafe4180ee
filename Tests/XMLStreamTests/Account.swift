import XMLStream

/// What a reader says of a document: its events with lines, and its error, where it has one.
struct Account: Equatable {
  var events: [String] = []
  var error: XMLError?

  /// What libxml2 says where the scanner is not let near it, or has to go through windows of `windowSize` bytes.
  init(
    _ bytes: [UInt8], scans: Bool, keepsMarkup: Bool = false, windowSize: Int = XMLReader.windowSize,
    policy: XMLReader.DoctypePolicy = .refused
  ) {
    self.init(
      source: .bytes(bytes), scans: scans, keepsMarkup: keepsMarkup, windowSize: windowSize, policy: policy)
  }

  init(
    source: XMLSource, scans: Bool, keepsMarkup: Bool = false, windowSize: Int = XMLReader.windowSize,
    policy: XMLReader.DoctypePolicy = .refused
  ) {
    var isAtText = false
    do throws(XMLError) {
      let reader = try XMLReader(
        source: source, file: "t", policy: policy, scans: scans, keepsMarkup: keepsMarkup, windowSize: windowSize)
      while true {
        let event = keepsMarkup ? try reader.nextMarkup() : Self.markup(try reader.next())
        isAtText = event == .text
        events.append(Self.line(event, reader, keepsMarkup))
        if event == .endOfDocument { return }
      }
    } catch {
      self.error = error
      // How much of a text is told before an error in it or behind it depends on where windows end.
      if isAtText { events.removeLast() }
    }
  }

  private static func markup(_ event: XMLReader.Event) -> XMLReader.Markup {
    switch event {
    case .startElement: .startElement
    case .endElement: .endElement
    case .text: .text
    case .endOfDocument: .endOfDocument
    }
  }

  private static func line(_ event: XMLReader.Markup, _ reader: XMLReader, _ keepsMarkup: Bool) -> String {
    func spelled(_ index: @autoclosure () -> Int) -> String {
      keepsMarkup ? String(decoding: reader.spellings[index()], as: UTF8.self) : ""
    }
    switch event {
    case .startElement:
      let attributes = (0..<reader.attributeCount).map { position in
        "\(reader.attributeName(position)) \(spelled(reader.attributeSpellingIndex(position)))"
          + "=\(reader.attributeValue(position))"
      }
      let declarations = (0..<reader.declarationCount).map { reader.declaration($0) }
      return "\(reader.line) <\(reader.name) \(spelled(reader.spellingIndex)) \(attributes) \(declarations)"
    case .endElement:
      return "\(reader.line) </\(reader.name) \(spelled(reader.spellingIndex)) \(reader.attributeCount)"
    case .text: return reader.text
    case .comment: return "\(reader.line) <!--\(reader.text)"
    case .processingInstruction: return "\(reader.line) <?\(reader.instructionTarget) \(reader.text)"
    case .endOfDocument: return ""
    }
  }
}
