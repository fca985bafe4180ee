// Copying a document and changing a few things on the way, without knowing its format.

/// Copies a document event by event into UTF-8. What is not changed means the same: the copy's canonical form (C14N
/// with comments) is the original's. Not kept are what that form does not tell either: the order of attributes is, but
/// CDATA becomes text, references become characters, and white space in tags one space.
///
/// Memory is bounded as it is for `XMLReader`. Where something is wrong with the document, what was copied before it
/// has been handed on already: write into a part file and rename it.
package struct XMLCopier: ~Copyable {
  /// What becomes of an event.
  package enum Action: Sendable {
    /// It is written as it stands.
    case copy
    /// A text, a comment, a processing instruction is left out; of a start tag the element with all in it.
    case drop
    /// Of an element only the tags are left out, at its start tag.
    case unwrap
    /// This is written in the place of a start tag, and an end tag that fits.
    case replace(XMLStartTag)
  }

  /// How the end tag of an element that is open is written.
  private enum End {
    case spelling(Int)
    case name(String)
    case nothing
  }

  /// As many bytes are handed on at once, or a few more.
  private static let chunkSize = 1 << 16

  private let reader: XMLReader
  private var writer = XMLByteWriter(capacity: 2 * chunkSize)
  private var open: [End] = []
  /// Whether the root element is over.
  private var isBehindRoot = false

  /// Copies a document.
  /// - Parameters:
  ///   - file: names the source in errors.
  ///   - windowSize: as many bytes of the source as are held at first.
  ///   - sink: is given the copy piece by piece.
  ///   - edit: is asked about each event but the last, and may write before it: whole elements or text, by `text`,
  ///     `startElement` and so on; before `markup` it has to call `closeStartTag`. It looks at the current event by the reader
  ///     and must not move that on. On an end tag its answer counts for nothing.
  /// - Throws: `XMLError` where the document can't be read, and what `sink` and `edit` throw.
  package static func copy(
    _ source: XMLSource, file: String, policy: XMLReader.DoctypePolicy = .refused,
    windowSize: Int = XMLReader.windowSize, to sink: (UnsafeBufferPointer<UInt8>) throws -> Void,
    editing edit: (XMLReader.Markup, XMLReader, inout XMLByteWriter) throws -> Action
  ) throws {
    let reader = try XMLReader(source: source, file: file, policy: policy, keepsMarkup: true, windowSize: windowSize)
    var copier = XMLCopier(reader: reader)
    copier.writer.declaration()
    while try copier.step(edit) {
      if copier.writer.count >= chunkSize { try copier.writer.drain(sink) }
    }
    try copier.writer.drain(sink)
  }

  private init(reader: XMLReader) {
    self.reader = reader
  }

  /// Copies an event.
  /// - Returns: false at the end.
  private mutating func step(
    _ edit: (XMLReader.Markup, XMLReader, inout XMLByteWriter) throws -> Action
  ) throws -> Bool {
    let event = try reader.nextMarkup()
    guard event != .endOfDocument else { return false }
    let action = try edit(event, reader, &writer)
    switch (event, action) {
    case (.startElement, .drop): try reader.skipElement()
    case (.startElement, .unwrap): open.append(.nothing)
    case (.startElement, .replace(let tag)):
      writer.startTag(tag)
      open.append(.name(tag.name))
    case (.startElement, .copy):
      copyStartTag()
      open.append(.spelling(reader.spellingIndex))
    case (.endElement, _): copyEndTag()
    case (_, .drop): break
    case (.text, _): reader.withTextBytes { writer.text($0) }
    default: copyOther(event)
    }
    return true
  }

  private mutating func copyStartTag() {
    let names = reader.spellings
    names[reader.spellingIndex].withUnsafeBufferPointer { writer.startElement($0) }
    for position in 0..<reader.declarationCount {
      reader.withDeclaration(position) { writer.declaration(prefix: $0, namespace: $1) }
    }
    for position in 0..<reader.attributeCount {
      names[reader.attributeSpellingIndex(position)].withUnsafeBufferPointer { name in
        reader.withAttributeBytes(position) { writer.attribute(name, $0) }
      }
    }
  }

  private mutating func copyEndTag() {
    switch open.popLast() {
    case .spelling(let index)?: reader.spellings[index].withUnsafeBufferPointer { writer.endElement($0) }
    case .name(var name)?: name.withUTF8 { writer.endElement($0) }
    case .nothing?, nil: break
    }
    if open.isEmpty { isBehindRoot = true }
  }

  /// Outside of the root a comment or processing instruction has a line of its own.
  private mutating func copyOther(_ event: XMLReader.Markup) {
    if isBehindRoot { writer.newline() }
    if event == .comment {
      reader.withTextBytes { writer.comment($0) }
    } else {
      let target = reader.instructionTarget
      reader.withTextBytes { writer.processingInstruction(target, $0) }
    }
    if open.isEmpty && !isBehindRoot { writer.newline() }
  }
}
