package import XMLStream

extension XLIFF.Reader {
  /// What a document comes to, one after another: memory follows the largest unit.
  package enum Event: Sendable {
    /// A file's head: all but its units and groups.
    case beginFile(XLIFF.File)
    /// A group begins; its `parent` and the units' `group` count the groups of the file from 0.
    case beginGroup(XLIFF.Group)
    case unit(XLIFF.Unit)
    /// 1.2: a `<bin-unit>`, and the group that it stands in.
    case binaryUnit(XLIFF.MetaGroup, group: Int?)
    case endGroup
    /// A file ends: its head again, with what the file had behind its units against the rules.
    case endFile(XLIFF.File)
  }

  /// The document event by event, from a file or a pipe of which no more than a window is held.
  /// - Parameters:
  ///   - fileName: names the file in errors.
  ///   - each: is given the document without its files, and an event.
  /// - Returns: the document without its files.
  /// - Throws: `XMLError` where it is not XML, not XLIFF of a version that is read, cut short, or its files (1.2) differ in
  ///   language; and what `each` throws.
  @discardableResult
  package static func stream(
    source: XMLSource, fileName: String, scope: Scope = .everything, each: (XLIFF.Document, Event) throws -> Void
  ) throws -> XLIFF.Document {
    let parser = DocumentParser(xml: try XMLReader(source: source, file: fileName), scope: scope)
    return try parser.parse(events: each)
  }
}
