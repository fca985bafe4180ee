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
    /// Whether the document comes from another version, whose words must survive: see `init(_:as:)`.
    let isConverting: Bool
    let sourceLanguage: String
    let targetLanguage: String?
    /// What the root says beside languages.
    private let root: Modules
    private let rootNotes: [Note]
    var nesting = Nesting()
    /// Whether the file at hand has got a unit.
    var hasUnits = false
    /// What holds in the file and the groups that are open, innermost last.
    var inherited: [Inherited] = []
    /// 1.2: the ids of the start codes in the `<source>`, `<seg-source>` or `<target>` at hand, and whether they are native.
    var startsAtHand: [String: Bool] = [:]
    /// 1.2: the original data of the unit at hand, once a native code has asked for them.
    var dataAtHand: [String: [UInt8]]?

    /// Id of the unit that stands in a file without units.
    static let emptyUnitID: StaticString = "overzet-empty"

    /// Begins a document: XML declaration and root.
    package init(version: Version, sourceLanguage: String, targetLanguage: String?, capacity: Int = 1 << 16) {
      self.init(
        Document(version: version, sourceLanguage: sourceLanguage, targetLanguage: targetLanguage), as: version,
        isConverting: false, capacity: capacity)
    }

    /// Begins a document with what `document` says of the whole; its files are to be written.
    /// - Parameter version: the version to write, the document's own where none is given. In 1.2 a document of 2.x has its
    ///   original data in its codes (`ph`, `bpt`, `ept`, `it`), and its final units are approved.
    package init(_ document: Document, as version: Version? = nil, capacity: Int = 1 << 16) {
      let version = version ?? document.version
      self.init(document, as: version, isConverting: version != document.version, capacity: capacity)
    }

    private init(_ document: Document, as version: Version, isConverting: Bool, capacity: Int) {
      xml = XMLByteWriter(capacity: capacity)
      self.version = version
      self.isConverting = isConverting
      sourceLanguage = document.sourceLanguage
      targetLanguage = document.targetLanguage
      root = document.modules
      rootNotes = document.notes
      begin()
    }

    /// Begins another document in the same languages, once the one before has been ended and drained; the buffer is used
    /// again.
    package mutating func begin() {
      hasUnits = false
      inherited = [Inherited(translate: true, preservesSpace: root.attributes.space == "preserve")]
      xml.removeAll()
      xml.declaration()
      xml.markup("<xliff xmlns=\"")
      xml.markup(version.namespace)
      xml.markup("\"")
      if version != .v1_2 {
        for module in XLIFFModule.declared {
          raw(" xmlns:\(module.prefix)=\"\(module.namespace)\"")
        }
      }
      attribute(" version=\"", version.rawValue)
      if version != .v1_2 {
        attribute(" srcLang=\"", sourceLanguage)
        attribute(" trgLang=\"", targetLanguage)
      }
      if root != Modules() || !rootNotes.isEmpty { writeRoot() } else { xml.markup(">\n") }
    }

    /// What the root says beside languages, and the end of its tag.
    private mutating func writeRoot() {
      writeAttributes(root.attributes)
      xml.markup(">\n")
      switch version {
      case .v1_2:
        writeMetadata(root.metadata)
        writeFragments(root.fragments)
      case .v2_0, .v2_1: break
      case .v2_2:
        writeNotes2(rootNotes)
        writeMetadata(root.metadata, attributes12: root)
      }
    }

    /// Appends a file with all its groups and units. A group without units stands behind what its surroundings hold.
    package mutating func write(_ file: borrowing File) {
      begin(file)
      if file.groups.isEmpty {
        for index in file.units.indices { write(file.units[index]) }
      } else {
        writeGroups(file)
      }
      endFile()
    }

    /// Begins a file: all of it that stands before its units, which are then written one by one.
    package mutating func begin(_ file: borrowing File) {
      hasUnits = false
      if version == .v1_2 { beginFile12(file) } else { beginFile2(file) }
    }

    /// Begins a group in the file, or in the group, that was begun; its units and groups follow.
    package mutating func begin(_ group: borrowing Group) {
      hasUnits = true
      if version == .v1_2 { beginGroup12(group) } else { beginGroup2(group) }
      inherited.append(Inherited(translate: group.translate, preservesSpace: group.preservesSpace))
    }

    /// Ends the group that was begun last.
    package mutating func endGroup() {
      xml.markup("</group>\n")
      inherited.removeLast()
    }

    /// Appends a unit to the file or group that was begun.
    package mutating func write(_ unit: borrowing Unit) {
      hasUnits = true
      if version == .v1_2 { writeUnit12(unit) } else { writeUnit2(unit) }
    }

    /// Ends the file that was begun.
    package mutating func endFile() {
      if version == .v1_2 { endFile12() } else { endFile2() }
      inherited.removeLast()
    }

    /// Appends what a reader came to.
    package mutating func write(_ event: Reader.Event) {
      switch event {
      case .beginFile(let file): begin(file)
      case .beginGroup(let group): begin(group)
      case .unit(let unit): write(unit)
      case .binaryUnit(let unit, _): if version == .v1_2 { writeElement12(unit) }
      case .endGroup: endGroup()
      case .endFile: endFile()
      }
    }

    /// Ends the document.
    package mutating func end() {
      xml.markup("</xliff>\n")
    }

    /// Lends the bytes so far to `body`; then they leave the buffer, which keeps its size.
    package mutating func drain(_ body: (UnsafeBufferPointer<UInt8>) throws -> Void) rethrows { try xml.drain(body) }

    /// A whole document at once. `document` has at least one file: both standards want that.
    package static func bytes(of document: Document) -> [UInt8] {
      var writer = Writer(document)
      for file in document.files { writer.write(file) }
      writer.end()
      return writer.xml.take()
    }
  }
}
