// Reads TBX version 3 in the DCA style (data categories as attributes: `<termNote type="partOfSpeech">`).
// What carries no terminology (transactions, cross-references, sources) is passed over; a value that is wrong is an error.
package import XMLStream

extension TBX.Document {
  /// The document that `bytes` are.
  /// - Parameter file: the path that errors name.
  /// - Throws: `XMLError` where the bytes aren't well-formed XML, aren't TBX version 3 in the DCA style, or hold an entry that
  ///   lacks something or has a value that the standard doesn't know.
  package init(tbx bytes: [UInt8], file: String) throws(XMLError) {
    let reader = XMLReader(bytes: bytes, file: file, policy: .ignoredWithoutSubset)
    self.init(file: file)
    guard try reader.next() == .startElement else {
      throw reader.error("this is not TBX: it has no element", remedy: Self.remedy)
    }
    try readRoot(reader)
    var ids: [String: Int] = [:]
    // The header's and the body's elements are looked for wherever they stand, so that `text` and `body` need no state.
    while true {
      switch try reader.next() {
      case .endOfDocument: return
      case .text, .endElement: continue
      case .startElement:
        switch reader.name.localName {
        case "text", "body": continue
        case "conceptEntry":
          let entry = try TBX.ConceptEntry(reader)
          if let line = ids.updateValue(entry.line, forKey: entry.id) {
            throw XMLError(
              file: file, line: entry.line, problem: "the id \(entry.id) is taken by the entry on line \(line)",
              remedy: "give one of the two entries another id")
          }
          entries.append(entry)
        default: try reader.skipElement()
        }
      }
    }
  }

  private static let remedy = "give a TBX file of version 3 (ISO 30042:2019), style dca"
  private static let namespace = "urn:iso:std:iso:30042:ed-2"

  private mutating func readRoot(_ reader: XMLReader) throws(XMLError) {
    let root = reader.name
    guard root.localName != "martif" else {
      throw reader.error("this is TBX version 2 (<martif>), which is not read", remedy: Self.remedy)
    }
    guard root.localName == "tbx", root.namespace == Self.namespace || root.namespace.isEmpty else {
      throw reader.error("this is not TBX: its root is <\(root.localName)>", remedy: Self.remedy)
    }
    let style = reader.attribute("style") ?? "dca"
    guard style == "dca" else {
      throw reader.error("this TBX is in the style \(style), which is not read", remedy: "convert it to the style dca")
    }
    dialect = reader.attribute("type") ?? dialect
    language = reader.attribute("lang", namespace: XMLName.xmlNamespace) ?? language
  }
}

extension TBX.ConceptEntry {
  /// The entry whose start tag is the current event; goes past its end tag.
  fileprivate init(_ reader: XMLReader) throws(XMLError) {
    guard let id = reader.attribute("id"), !id.isEmpty else {
      throw reader.error("an entry has no id", remedy: "give each <conceptEntry> an id; findings are named by it")
    }
    self.init(id: id, line: reader.line)
    try reader.forEachChild { name throws(XMLError) in
      switch name {
      case "langSec": languageSections.append(try TBX.LanguageSection(reader))
      case "note": notes.append(try reader.value())
      case "descrip":
        switch reader.attribute("type") {
        case "subjectField": subjectField = try reader.value()
        case "definition": definition = try reader.value()
        default: try reader.skipElement()
        }
      default: return false
      }
      return true
    }
    guard !languageSections.isEmpty else {
      throw XMLError(
        file: reader.file, line: line, problem: "the entry \(id) has no <langSec>",
        remedy: "give it a term in one language or more, or take it out")
    }
  }
}

extension TBX.LanguageSection {
  fileprivate init(_ reader: XMLReader) throws(XMLError) {
    let tag = reader.attribute("lang", namespace: XMLName.xmlNamespace) ?? ""
    let isTag = tag.utf8.allSatisfy { $0 == 0x2D || ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 }
    guard let first = tag.utf8.first, isTag, first | 0x20 >= 0x61 else {
      throw reader.error(
        tag.isEmpty ? "a <langSec> has no xml:lang" : "`\(tag)` is not a language tag",
        remedy: "write the language's BCP 47 tag there, such as xml:lang=\"nl\"")
    }
    self.init(language: tag, line: reader.line)
    try reader.forEachChild { name throws(XMLError) in
      switch name {
      case "termSec": termSections.append(try TBX.TermSection(reader))
      case "note": notes.append(try reader.value())
      case "descrip" where reader.attribute("type") == "definition": definition = try reader.value()
      default: return false
      }
      return true
    }
    guard !termSections.isEmpty else {
      throw XMLError(
        file: reader.file, line: line, problem: "the section for \(tag) has no term",
        remedy: "give it a <termSec> or take it out")
    }
  }
}

extension TBX.TermSection {
  fileprivate init(_ reader: XMLReader) throws(XMLError) {
    self.init("", line: reader.line)
    try reader.forEachChild { name throws(XMLError) in
      switch name {
      case "term": term = try reader.value()
      case "note": try readNote(reader)
      case "termNote": try readTermNote(reader)
      case "descrip" where reader.attribute("type") == "context": contexts.append(try reader.value())
      default: return false
      }
      return true
    }
    guard !term.isEmpty else {
      throw XMLError(
        file: reader.file, line: line, problem: "a <termSec> has no term",
        remedy: "write the term in its <term>, or take the section out")
    }
  }

  private mutating func readNote(_ reader: XMLReader) throws(XMLError) {
    let line = reader.line
    let note = try reader.value()
    guard note.lowercased().hasPrefix("forms:") else {
      notes.append(note)
      return
    }
    irregularForms += note.dropFirst("forms:".count).split { $0 == ";" || $0 == "," }
      .map { $0.split(separator: " ").joined(separator: " ") }.filter { !$0.isEmpty }
    guard !irregularForms.isEmpty else {
      throw XMLError(
        file: reader.file, line: line, problem: "a note begins with `forms:` and gives none",
        remedy: "list the term's irregular forms, with ; between them, or take the note out")
    }
  }

  private mutating func readTermNote(_ reader: XMLReader) throws(XMLError) {
    let type = reader.attribute("type") ?? ""
    switch type {
    case "administrativeStatus", "usageStatus":
      let line = reader.line
      let value = try reader.value()
      guard let status = TBX.AdministrativeStatus(value: value) else {
        throw reader.unknown(value, type, line, TBX.AdministrativeStatus.allCases.map(\.rawValue))
      }
      administrativeStatus = status
    case "partOfSpeech": partOfSpeech = try reader.value(of: TBX.PartOfSpeech.self, type)
    case "grammaticalGender": grammaticalGender = try reader.value(of: TBX.GrammaticalGender.self, type)
    default: try reader.skipElement()
    }
  }
}

extension XMLReader {
  /// Calls `body` with the name of each element in the current one, and goes past its end tag. Groups (`descripGrp`,
  /// `termNoteGrp`) are entered; what `body` answers false to is passed over. `body` reads what it takes to its end tag.
  fileprivate func forEachChild(_ body: (String) throws(XMLError) -> Bool) throws(XMLError) {
    var groups = 0
    while true {
      switch try next() {
      case .endOfDocument: return
      case .text: continue
      case .endElement:
        if groups == 0 { return }
        groups -= 1
      case .startElement:
        let name = name.localName
        if name == "descripGrp" || name == "termNoteGrp" {
          groups += 1
        } else if try !body(name) {
          try skipElement()
        }
      }
    }
  }

  /// The current element's text, its white space made single spaces; goes past its end tag.
  fileprivate func value() throws(XMLError) -> String {
    try elementText().split(whereSeparator: \.isXMLSpace).joined(separator: " ")
  }

  /// The current element's value, which must be one of a closed list.
  fileprivate func value<Value: RawRepresentable<String> & CaseIterable>(
    of: Value.Type, _ type: String
  ) throws(XMLError) -> Value {
    let line = line
    let text = try value()
    guard let value = Value(rawValue: text) else { throw unknown(text, type, line, Value.allCases.map(\.rawValue)) }
    return value
  }

  fileprivate func unknown(_ value: String, _ type: String, _ line: Int, _ known: [String]) -> XMLError {
    XMLError(
      file: file, line: line, problem: "`\(value)` is not a value of \(type)",
      remedy: "use one of: \(known.joined(separator: ", "))")
  }
}

extension Character {
  /// White space of XML 1.0, 2.3: a no-break space is a character of the term.
  fileprivate var isXMLSpace: Bool { self == " " || self == "\n" || self == "\t" || self == "\r" || self == "\r\n" }
}
