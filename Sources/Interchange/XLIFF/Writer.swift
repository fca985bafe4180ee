// Writing XLIFF. The hot path of `extract`: bytes go from the model straight into the buffer, no String is made per
// unit.
package import XMLStream

extension XLIFF {
  /// Writes one XLIFF document as a stream: the start at `init`, then `write(_:)` for each file, then `end()`. The
  /// bytes gather in `xml`, from which the caller may drain them at any time.
  ///
  /// One unit a line or more, without indentation. What the caller answers for: ids are NMTOKENs and unique, languages
  /// are BCP 47 tags, `type` and `subType` are as the standard wants them. What XML forbids in a text is written as
  /// `<cp>` in 2.x; 1.2 has no such element, nor has an attribute or a note: there it becomes U+FFFD.
  ///
  /// XLIFF 2 wants a unit in every file and a segment in every unit. A file without units gets one, `id="overzet-empty"
  /// translate="no"`, with an empty source, which the reader leaves out again; a unit without parts gets an empty
  /// segment. (A 1.2 `<body>` may be empty.)
  package struct Writer: ~Copyable {
    /// The buffer.
    package var xml: XMLByteWriter
    let version: Version
    let sourceLanguage: String
    let targetLanguage: String?
    var nesting = Nesting()
    /// Whether the file at hand has got a unit.
    var hasUnits = false
    /// 1.2: the `rid`s of the start codes in the `<source>`, `<seg-source>` or `<target>` at hand.
    var startsAtHand: [String] = []

    /// Id of the unit that stands in a file without units.
    static let emptyUnitID: StaticString = "overzet-empty"

    /// Begins a document: XML declaration and root.
    package init(version: Version, sourceLanguage: String, targetLanguage: String?, capacity: Int = 1 << 16) {
      xml = XMLByteWriter(capacity: capacity)
      self.version = version
      self.sourceLanguage = sourceLanguage
      self.targetLanguage = targetLanguage
      begin()
    }

    /// Begins another document in the same languages, once the one before has been ended and drained; the buffer is used
    /// again.
    package mutating func begin() {
      hasUnits = false
      xml.removeAll()
      xml.declaration()
      xml.startElement("xliff")
      xml.attribute("xmlns", literal: version.namespace)
      if version != .v1_2 {
        xml.attribute("xmlns:mda", literal: XLIFFModule.metadata)
        xml.attribute("xmlns:slr", literal: XLIFFModule.sizeRestriction)
      }
      xml.attribute("version", version.rawValue)
      if version != .v1_2 {
        xml.attribute("srcLang", sourceLanguage)
        if let targetLanguage { xml.attribute("trgLang", targetLanguage) }
      }
      xml.newline()
    }

    /// Appends a file with all its units.
    package mutating func write(_ file: borrowing File) {
      begin(file)
      for index in file.units.indices { write(file.units[index]) }
      endFile()
    }

    /// Begins a file: all of it that stands before its units, which are then written one by one.
    package mutating func begin(_ file: borrowing File) {
      hasUnits = false
      if version == .v1_2 { beginFile12(file) } else { beginFile2(file) }
    }

    /// Appends a unit to the file that was begun.
    package mutating func write(_ unit: borrowing Unit) {
      hasUnits = true
      if version == .v1_2 { writeUnit12(unit) } else { writeUnit2(unit) }
    }

    /// Ends the file that was begun.
    package mutating func endFile() {
      if version == .v1_2 { endFile12() } else { endFile2() }
    }

    /// Ends the document.
    package mutating func end() {
      xml.endElement("xliff")
      xml.newline()
    }

    /// Lends the bytes so far to `body`; then they leave the buffer, which keeps its size.
    package mutating func drain(_ body: (UnsafeBufferPointer<UInt8>) throws -> Void) rethrows { try xml.drain(body) }

    /// A whole document at once. `document` has at least one file: both standards want that.
    package static func bytes(of document: Document) -> [UInt8] {
      var writer = Writer(
        version: document.version, sourceLanguage: document.sourceLanguage, targetLanguage: document.targetLanguage)
      for file in document.files { writer.write(file) }
      writer.end()
      return writer.xml.take()
    }
  }
}
