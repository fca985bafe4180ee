// The constraints that can be seen in the model: ids, references, languages (XLIFF 2.1, 4.3.1 and 4.2.2).

/// Checks one file of a document.
struct FileValidation {
  let document: XLIFF.Document
  let fileName: String
  private(set) var messages: [XLIFF.ValidationMessage] = []

  /// A check that found nothing yet.
  init(document: XLIFF.Document, fileName: String) {
    self.document = document
    self.fileName = fileName
  }

  /// Notes something wrong.
  mutating func report(
    _ rule: String, _ text: String, line: Int, severity: XLIFF.ValidationMessage.Severity = .error
  ) {
    messages.append(.init(file: fileName, line: line, severity: severity, rule: rule, text: text))
  }

  /// The languages' form: BCP 47, as far as `xs:language` has it.
  mutating func checkLanguages() {
    for language in [document.sourceLanguage, document.targetLanguage ?? ""] where !language.isEmpty {
      if !Self.isLanguage(language) { report("language", "“\(language)” is no BCP 47 language tag", line: 1) }
    }
  }

  /// A file and all its units.
  mutating func checkFile(_ file: XLIFF.File, fileIDs: inout Set<String>) {
    if document.version != .v1_2 {
      checkID(file.id, of: "file", line: file.line)
      if !file.id.isEmpty && !fileIDs.insert(file.id).inserted {
        report("file.id.unique", "two files have the id “\(file.id)”", line: file.line)
      }
    }
    var unitIDs: Set<String> = []
    for unit in file.units {
      if document.version == .v1_2 {
        if unit.id.isEmpty { report("unit.id.missing", "<trans-unit> has no id", line: unit.line) }
      } else {
        checkID(unit.id, of: "unit", line: unit.line)
      }
      if !unit.id.isEmpty && !unitIDs.insert(unit.id).inserted {
        report("unit.id.unique", "two units of this file have the id “\(unit.id)”", line: unit.line)
      }
    }
    for unit in file.units {
      checkParts(unit)
      checkTargets(unit)
      checkCodes(unit, unitIDs: unitIDs)
    }
  }

  /// Ids and count of segments and ignorables.
  private mutating func checkParts(_ unit: XLIFF.Unit) {
    if !unit.parts.contains(where: { $0.kind == .segment }) {
      report("unit.segment.missing", "unit “\(unit.id)” has no segment", line: unit.line)
    }
    var ids: Set<String> = []
    for part in unit.parts where !part.id.isEmpty {
      if document.version != .v1_2 { checkID(part.id, of: "segment", line: part.line) }
      if !ids.insert(part.id).inserted {
        report("segment.id.unique", "two segments of unit “\(unit.id)” have the id “\(part.id)”", line: part.line)
      }
    }
    var dataIDs: Set<String> = []
    for data in unit.originalData where !dataIDs.insert(data.id).inserted {
      report("data.id.unique", "two <data> of unit “\(unit.id)” have the id “\(data.id)”", line: unit.line)
    }
  }

  /// What a target needs: a language, an order that is its own, and the codes of its source.
  private mutating func checkTargets(_ unit: XLIFF.Unit) {
    let translated = unit.parts.filter { $0.target != nil }
    guard let first = translated.first else { return }
    if document.targetLanguage == nil {
      // In 1.2 the attribute is not required by the schema.
      report(
        "language.target.missing", "there is a <target>, but the document states no target language", line: first.line,
        severity: document.version == .v1_2 ? .warning : .error)
    }
    checkOrder(unit)
    let difference = XLIFF.CodeDifference(unit)
    if difference.isEmpty { return }
    // The standard forbids what the hints forbid, in any state; in 1.2 there are none for deleting.
    let isForbidden =
      !difference.missing.allSatisfy(\.isPermitted) || !difference.duplicated.allSatisfy(\.isPermitted)
    report(
      "target.codes", "unit “\(unit.id)”: \(difference)", line: first.line,
      severity: isForbidden && document.version != .v1_2 ? .error : .warning)
  }

  /// `order` values are places in the unit, each taken once: a target without one stands where its source does
  /// (4.3.1, `order`).
  private mutating func checkOrder(_ unit: XLIFF.Unit) {
    guard unit.parts.contains(where: { $0.order != nil }) else { return }
    var taken: Set<Int> = []
    for (index, part) in unit.parts.enumerated() where part.target != nil {
      let place = part.order ?? index + 1
      if place < 1 || place > unit.parts.count || !taken.insert(place).inserted {
        report("target.order", "place \(place) in unit “\(unit.id)” is taken twice or out of bounds", line: part.line)
      }
    }
  }

  /// Whether an id is there and an NMTOKEN.
  mutating func checkID(_ id: String, of element: String, line: Int) {
    if id.isEmpty {
      // A segment needs none.
      report("\(element).id.missing", "<\(element)> has no id", line: line)
    } else if !Self.isNMTOKEN(id) {
      report("\(element).id.nmtoken", "the id “\(id)” of <\(element)> is no NMTOKEN", line: line)
    }
  }

  /// XML 1.0, 2.3: one or more name characters.
  static func isNMTOKEN(_ text: String) -> Bool {
    !text.isEmpty
      && text.unicodeScalars.allSatisfy { scalar in
        switch scalar.value {
        case 0x2D, 0x2E, 0x30...0x3A, 0x41...0x5A, 0x5F, 0x61...0x7A, 0xB7, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x37D,
          0x37F...0x1FFF, 0x200C...0x200D, 0x203F...0x2040, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF,
          0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x10000...0xEFFFF:
          true
        default: false
        }
      }
  }

  /// `xs:language`: a first subtag of one to eight letters, then subtags of one to eight letters and digits. A first
  /// subtag of four letters or more is no language of BCP 47 that is in use, save `x` and `i`, which are single.
  static func isLanguage(_ tag: String) -> Bool {
    let subtags = tag.utf8.split(separator: 0x2D, omittingEmptySubsequences: false)
    let isLetter = { (byte: UInt8) in (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }
    guard let first = subtags.first, first.allSatisfy(isLetter) else { return false }
    let isPrivate = first.count == 1 && (first.first == 0x78 || first.first == 0x69) && subtags.count > 1
    return (isPrivate || (2...8).contains(first.count))
      && subtags.dropFirst().allSatisfy { subtag in
        (1...8).contains(subtag.count) && subtag.allSatisfy { isLetter($0) || ($0 >= 0x30 && $0 <= 0x39) }
      }
  }
}
