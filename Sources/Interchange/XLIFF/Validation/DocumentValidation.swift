// One document's way through the checks: which version it is of, the events, and the second pass where there must be one.
internal import XMLStream

/// What judges a document beside its structure.
protocol Constraints {
  /// Takes the start tag of `word`, which `check` has just taken.
  mutating func start(_ word: ElementWord, _ check: inout StructureCheck, _ xml: XMLReader)

  /// Takes the end tag of an element.
  mutating func end(_ frame: StructureCheck.Frame, _ xml: XMLReader)
}

/// Validates one document.
struct DocumentValidation {
  private let fileName: String
  private let strictness: XLIFF.Validator.Strictness
  private let open: () throws(XMLError) -> XMLReader

  /// - Parameter open: gives a reader at the start of the document, each time it is called.
  init(fileName: String, strictness: XLIFF.Validator.Strictness, open: @escaping () throws(XMLError) -> XMLReader) {
    self.fileName = fileName
    self.strictness = strictness
    self.open = open
  }

  /// Reads the document and says what is wrong with it, by line.
  /// - Throws: `XMLError` where it can't be read.
  func run() throws(XMLError) -> [XLIFF.ValidationMessage] {
    let xml = try open()
    while try xml.next() != .startElement {}
    let root = try Root(xml)
    let log = MessageLog(file: fileName, version: root.version)
    if root.isInNoNamespace {
      log.add(.xliffNamespace, "<xliff> is in no namespace; it should be in \(root.version.namespace)", line: xml.line)
    }
    let grammar = Grammar.of(root.version, strict: isStrict(root))
    var check = StructureCheck(grammar: grammar, core: root.core, log: log)
    if root.version == .v1_2 {
      var constraints = Constraints12(log: log)
      constraints.start(check.start(xml), &check, xml)
      try Self.run(xml, &check, &constraints)
    } else {
      var constraints = Constraints2(log: log, version: root.version)
      constraints.start(check.start(xml), &check, xml)
      try Self.run(xml, &check, &constraints)
      if !constraints.references.isEmpty {
        let unresolved = try ReferenceResolution.unresolved(
          constraints.references, in: try open(), grammar: grammar, core: root.core)
        for reference in unresolved { log.add(reference.rule, reference.text, line: reference.line) }
      }
    }
    return log.sorted()
  }

  /// Goes through the document behind the root's start tag.
  private static func run(
    _ xml: XMLReader, _ check: inout StructureCheck, _ constraints: inout some Constraints
  ) throws(XMLError) {
    while true {
      switch try xml.next() {
      case .startElement: constraints.start(check.start(xml), &check, xml)
      case .text: check.text(xml)
      case .endElement: if let frame = check.end(xml) { constraints.end(frame, xml) }
      case .endOfDocument: return
      }
    }
  }

  private func isStrict(_ root: Root) -> Bool {
    switch strictness {
    case .strict: true
    case .transitional: false
    case .declared: root.declaresStrict
    }
  }

  /// What the root's start tag says.
  private struct Root {
    var version: XLIFF.Version
    /// The namespace of the core elements.
    var core: String
    var isInNoNamespace = false
    var declaresStrict = false

    /// - Throws: `XMLError` where it is no XLIFF of a version that is known here.
    init(_ xml: XMLReader) throws(XMLError) {
      let name = xml.name
      guard name.localName == "xliff" else {
        throw xml.error(
          "this is not XLIFF: its root element is <\(name.localName)>", remedy: "give the XLIFF file that was sent out")
      }
      core = name.namespace
      let stated = xml.attribute("version")
      switch name.namespace {
      case "urn:oasis:names:tc:xliff:document:1.2": version = .v1_2
      case "urn:oasis:names:tc:xliff:document:2.0": version = stated == "2.1" ? .v2_1 : .v2_0
      case "urn:oasis:names:tc:xliff:document:2.2": version = .v2_2
      case "" where stated == "1.2":
        version = .v1_2
        isInNoNamespace = true
      default:
        let version = stated.map { "version \($0)" } ?? "no version"
        let place = name.namespace.isEmpty ? "no namespace" : "namespace \(name.namespace)"
        throw xml.error(
          "this is not XLIFF 1.2, 2.0, 2.1 or 2.2: it has \(version) in \(place)",
          remedy: "export the file as XLIFF 1.2 or 2.1")
      }
      let location = xml.attribute("schemaLocation", namespace: "http://www.w3.org/2001/XMLSchema-instance")
      declaresStrict = location?.contains("1.2-strict") ?? false
    }
  }
}
