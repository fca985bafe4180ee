// The parser behind `Reader` and `Validator`: root, version and languages here, the two families of versions in
// extensions.
internal import XMLStream

/// Reads one document. What breaks a rule without loss is passed over: the validator is what complains.
final class DocumentParser {
  let xml: XMLReader
  @exclusivity(unchecked) private var words = XLIFFWordTable()
  /// What of each unit is read.
  let scope: XLIFF.Reader.Scope
  /// How many groups have begun in the file at hand.
  var groupCount = 0
  /// Whether no code of the content at hand has been fixed to its place yet.
  @exclusivity(unchecked) var isFirstFixed = true

  /// A parser at the start of a document.
  init(xml: XMLReader, scope: XLIFF.Reader.Scope = .everything) {
    self.xml = xml
    self.scope = scope
  }

  /// Goes through the document and hands on each file with the document's version and languages.
  func parse(eachFile: (XLIFF.Document, XLIFF.File) throws -> Void) throws -> XLIFF.Document {
    var units: [XLIFF.Unit] = []
    var groups: [XLIFF.Group] = []
    var binaryUnits: [(group: Int?, unit: XLIFF.MetaGroup)] = []
    return try parse { document, event throws in
      switch event {
      case .beginFile: (units, groups, binaryUnits) = ([], [], [])
      case .unit(let unit): units.append(unit)
      case .beginGroup(let group): groups.append(group)
      case .endGroup: break
      case .binaryUnit(let unit, let group): binaryUnits.append((group, unit))
      case .endFile(var file):
        for (group, unit) in binaryUnits {
          if let group { groups[group].binaryUnits.append(unit) } else { file.binaryUnits.append(unit) }
        }
        swap(&file.units, &units)
        swap(&file.groups, &groups)
        try eachFile(document, file)
      }
    }
  }

  /// Goes through the document and hands on what it comes to, with the document's version, languages and own extensions.
  func parse(events: (XLIFF.Document, XLIFF.Reader.Event) throws -> Void) throws -> XLIFF.Document {
    var document = try root()
    var fileCount = 0
    while true {
      let event = try xml.next()
      if event == .endElement || event == .endOfDocument { break }
      guard event == .startElement else { continue }
      switch element() {
      case .file:
        fileCount += 1
        groupCount = 0
        if document.version == .v1_2 {
          try languages12(&document, isFirst: fileCount == 1)
          try file12(inherited(by: document)) { event throws in try events(document, event) }
        } else {
          try file2(inherited(by: document)) { event throws in try events(document, event) }
        }
      case .notes where document.version == .v2_2: document.notes += try notes2()
      default: try moduleChild(&document.modules)
      }
    }
    // Past the root only comments may come; what else does is an error that libxml2 finds.
    while try xml.next() != .endOfDocument {}
    return document
  }

  /// What the files of `document` inherit of its root.
  private func inherited(by document: XLIFF.Document) -> Inherited {
    Inherited(translate: true, preservesSpace: document.modules.attributes.space == "preserve")
  }

  // MARK: The root

  func root() throws(XMLError) -> XLIFF.Document {
    while try xml.next() != .startElement {}
    let name = xml.name
    guard name.localName == "xliff" else {
      throw xml.error(
        "this is not XLIFF: its root element is <\(name.localName)>", remedy: "give the XLIFF file that was sent out")
    }
    words.core = name.namespace
    let stated = attribute(.version)
    let version = try version(stated, namespace: name.namespace)
    let source = attribute(.srcLang) ?? ""
    var document = XLIFF.Document(version: version, sourceLanguage: source, targetLanguage: attribute(.trgLang))
    if scope == .everything {
      let rest = otherAttributes { $0 == .version || $0 == .srcLang || $0 == .trgLang }
      if !rest.isEmpty { document.modules.attributes = rest }
    }
    return document
  }

  private func version(_ stated: String?, namespace: String) throws(XMLError) -> XLIFF.Version {
    switch (namespace, stated) {
    case ("urn:oasis:names:tc:xliff:document:1.2", "1.2"), ("", "1.2"): return .v1_2
    case ("urn:oasis:names:tc:xliff:document:2.0", "2.0"): return .v2_0
    case ("urn:oasis:names:tc:xliff:document:2.0", "2.1"): return .v2_1
    // 2.2's schema lets a document in its namespace still say 2.0 or 2.1.
    case ("urn:oasis:names:tc:xliff:document:2.2", "2.0"), ("urn:oasis:names:tc:xliff:document:2.2", "2.1"),
      ("urn:oasis:names:tc:xliff:document:2.2", "2.2"):
      return .v2_2
    default:
      let version = stated.map { "version \($0)" } ?? "no version"
      let place = namespace.isEmpty ? "no namespace" : "namespace \(namespace)"
      throw xml.error(
        "this is not XLIFF 1.2, 2.0, 2.1 or 2.2: it has \(version) in \(place)",
        remedy: "export the file as XLIFF 1.2 or 2.1")
    }
  }

  /// In 1.2 each file states its own languages; a job has one pair.
  func languages12(_ document: inout XLIFF.Document, isFirst: Bool) throws(XMLError) {
    let source = attribute(.sourceLanguage)
    let target = attribute(.targetLanguage)
    if isFirst {
      document.sourceLanguage = source ?? ""
      document.targetLanguage = target
    } else if source ?? "" != document.sourceLanguage || target != document.targetLanguage {
      let pair = "\(source ?? "?") to \(target ?? "?")"
      throw xml.error(
        "this file is \(pair), the first one \(document.sourceLanguage) to \(document.targetLanguage ?? "?")",
        remedy: "give each pair of languages a document of its own")
    }
  }

  // MARK: What the extensions share

  /// The current start tag's word.
  func element() -> XLIFFWord {
    words.element(xml.nameIndex, xml)
  }

  /// Whether the current element is in the namespace of XLIFF's core.
  var isCore: Bool { xml.name.namespace == words.core }

  /// The word of the attribute at `position` of the current start tag.
  func attributeWord(_ position: Int) -> XLIFFWord {
    words.attribute(xml.attributeNameIndex(position), xml)
  }

  /// The value of the current start tag's attribute `word`, or nil.
  func attribute(_ word: XLIFFWord) -> String? {
    for position in 0..<xml.attributeCount where attributeWord(position) == word {
      return xml.attributeValue(position)
    }
    return nil
  }

  /// The value of a `yes`/`no` attribute of the current start tag, or nil.
  func flag(_ word: XLIFFWord) -> Bool? {
    guard let value = attribute(word) else { return nil }
    return value == "yes"
  }

  /// Hands each child of the current element to `child`, which goes past its end tag and may throw anything; goes past the
  /// element's own end tag.
  func eachChild(_ child: (XLIFFWord) throws -> Void) throws {
    while true {
      switch try xml.next() {
      case .startElement: try child(element())
      case .text: continue
      case .endElement, .endOfDocument: return
      }
    }
  }

  /// Hands each child of the current element to `child`, which goes past its end tag; goes past the element's own end
  /// tag.
  func children(_ child: (XLIFFWord) throws(XMLError) -> Void) throws(XMLError) {
    while true {
      switch try xml.next() {
      case .startElement: try child(element())
      case .text: continue
      case .endElement, .endOfDocument: return
      }
    }
  }

  /// Skips a child that its parent has no use for.
  func skipChild() throws(XMLError) { try xml.skipElement() }
}
