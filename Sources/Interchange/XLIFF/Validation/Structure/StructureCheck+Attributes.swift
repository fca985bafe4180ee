// The attributes of a start tag against the tables: which may be there, which must, and what they may be.
internal import XMLStream

extension StructureCheck {
  /// Reads the attributes of the current start tag, which is one of `word`.
  mutating func readAttributes(of word: ElementWord, _ scope: Scope, _ xml: XMLReader) {
    for attribute in present { positions[Int(attribute.rawValue)] = -1 }
    present.removeAll(keepingCapacity: true)
    hasForeignAttributes = false
    hasModuleAttributes = false
    hasITSAttributes = false
    let row = Int(word.rawValue) * AttributeWord.total
    let count = xml.attributeCount
    let isKnown = grammar.shapes[Int(word.rawValue)].isKnown
    for position in 0..<count {
      let index = xml.attributeNameIndex(position)
      if index >= attributeWords.count { number(xml.names) }
      let attribute = attributeWords[index]
      if attribute == .foreign { hasForeignAttributes = true }
      if attribute.isOfModule {
        hasModuleAttributes = true
        if attribute.isOfITS { hasITSAttributes = true }
      }
      if isKnown {
        var type = grammar.attributes[row + Int(attribute.rawValue)]
        if type == 0 {
          misplaced(attribute, at: position, word, xml)
          type = grammar.globalTypes[Int(attribute.rawValue)]
        }
        if type > 0 {
          let number = xml.withAttributeBytes(position) { grammar.types[Int(type) - 1].number(of: $0) }
          numbers[Int(attribute.rawValue)] = number ?? -1
          if number == nil { reportValue(attribute, grammar.types[Int(type) - 1], at: position, word, xml) }
        }
      }
      if attribute != .foreign, attribute != .unlisted {
        positions[Int(attribute.rawValue)] = Int16(truncatingIfNeeded: position)
        present.append(attribute)
      }
    }
    guard isKnown else { return }
    for attribute in grammar.elements[Int(word.rawValue)].requiredAttributes where !has(attribute) {
      log.add(.attributeMissing, "<\(word.name)> has no \(attribute.name)", line: xml.line)
    }
  }

  private mutating func reportValue(
    _ attribute: AttributeWord, _ type: ValueType, at position: Int, _ word: ElementWord, _ xml: XMLReader
  ) {
    let value = Quoted.text(xml.attributeValue(position))
    let rule: ValidationRule
    switch (attribute, type) {
    case (_, .language): rule = .languageTag
    case (.hex, _): rule = .cpHex
    case (.id, _), (.`xml:id`, _): rule = .idForm
    case (.version, _) where word == .xliff: rule = .xliffVersion
    case (.`fs:fs`, _): rule = .fsValue
    default: rule = .attributeValue
    }
    log.add(rule, "\(attribute.name)=\(value) on <\(word.name)> is not \(type.wanted)", line: xml.line)
  }

  /// Looks at an attribute that the table of `word` does not list.
  private mutating func misplaced(
    _ attribute: AttributeWord, at position: Int, _ word: ElementWord, _ xml: XMLReader
  ) {
    let name = xml.attributeName(position)
    let prefix = grammar.prefixes[Int(word.rawValue)]
    let isOwn =
      name.namespace.isEmpty || KnownNamespace.prefix(of: name.namespace, core: core) == prefix
    let isXML = name.namespace == XMLName.xmlNamespace
    let isAllowed: Bool
    switch grammar.shapes[Int(word.rawValue)].otherAttributes {
    case .nothing: isAllowed = false
    case .anything:
      if isOwn {
        log.add(.attributeUnlisted, "<\(word.name)> knows no attribute \(name.localName)", line: xml.line)
      }
      isAllowed = true
    // A module's attributes stand on the core's elements only where the module says so.
    case .other: isAllowed = !isOwn && (isXML || attribute == .foreign || !prefix.isEmpty)
    case .otherButXML: isAllowed = !isOwn && !isXML && attribute == .foreign
    }
    if !isAllowed {
      let shown = attribute == .foreign || attribute == .unlisted ? name.localName : attribute.name
      log.add(.attributeMisplaced, "<\(word.name)> may not have the attribute \(shown)", line: xml.line)
    }
  }
}
