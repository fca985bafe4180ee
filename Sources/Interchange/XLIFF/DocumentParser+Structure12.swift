// XLIFF 1.2: file, header, body, group.
internal import XMLStream

extension DocumentParser {
  func file12(_ outer: Inherited, _ each: (XLIFF.Reader.Event) throws -> Void) throws {
    let original = attribute(.original)
    var file = XLIFF.File(id: original ?? "", original: original ?? "", line: xml.line)
    var inner = outer
    if scope == .everything {
      // `xml:space` stays as it is: `preservesSpace` is what 2.x says on the file.
      if let space = attribute(.space) { inner.preservesSpace = space == "preserve" }
      var rest = otherAttributes { $0 == .original || $0 == .sourceLanguage || $0 == .targetLanguage }
      if rest["datatype"] == XLIFF.defaultDatatype { rest["datatype"] = nil }
      if !rest.isEmpty { file.modules.attributes = rest }
    }
    var bodies = 0
    try eachChild { word throws in
      switch word {
      case .header: try header12(&file)
      case .body:
        bodies += 1
        if bodies == 1 { try each(.beginFile(file)) }
        try eachChild { word throws in try child12(word, inner, group: nil, each) }
      default: try moduleChild(&file.modules)
      }
    }
    if bodies == 0 { try each(.beginFile(file)) }
    try each(.endFile(file))
  }

  func header12(_ file: inout XLIFF.File) throws(XMLError) {
    try children { word throws(XMLError) in
      switch word {
      case .skl: try skeleton12(&file)
      case .note:
        let note = try note12()
        guard note.category == "overzet", let equals = note.text.firstIndex(of: "=") else {
          file.notes.append(note)
          return
        }
        let value = String(note.text[note.text.index(after: equals)...])
        switch note.text[..<equals] {
        case XLIFF.fileIDKey[...]:
          file.id = value
          // 1.2 asks for an `original`; where 2.x had none, the id stands there.
          if file.original == value { file.original = "" }
        case let key: file.metadata.append(XLIFF.Metadatum(String(key), value))
        }
      case .metadata where scope == .everything:
        var metadata = XLIFF.Metadata()
        try self.metadata(into: &metadata)
        file.take(metadata)
      case .sizeProfiles where scope == .everything: file.sizeProfiles = try sizeProfiles()
      default:
        guard scope == .everything, isCore else { return try moduleChild(&file.modules) }
        file.header12.append(try element12())
      }
    }
  }

  private func skeleton12(_ file: inout XLIFF.File) throws(XMLError) {
    try children { word throws(XMLError) in
      if word == .externalFile { file.skeletonReference = attribute(.href) }
      guard scope == .everything else { return try xml.skipElement() }
      let rest = otherAttributes { word == .externalFile && $0 == .href }
      let content = try innerXML()
      if !rest.isEmpty || word == .internalFile {
        file.skeleton = XLIFF.Skeleton(content: content, attributes: rest)
      }
    }
  }

  func note12() throws(XMLError) -> XLIFF.Note {
    var note = XLIFF.Note(category: attribute(.from), "")
    if scope == .everything {
      note.priority = attribute(.priority).flatMap { Int($0) }
      note.appliesTo = attribute(.annotates).flatMap { XLIFF.Side(rawValue: $0) }
      let appliesTo = note.appliesTo
      note.attributes = otherAttributes {
        $0 == .from || $0 == .priority || $0 == .annotates && appliesTo != nil
      }
    }
    note.text = try xml.elementText()
    return note
  }

  /// A child of a `<body>` or a `<group>`.
  private func child12(
    _ word: XLIFFWord, _ inherited: Inherited, group: Int?, _ each: (XLIFF.Reader.Event) throws -> Void
  ) throws {
    switch word {
    case .transUnit:
      var unit = try unit12(inherited)
      unit.group = group
      try each(.unit(unit))
    case .group: try group12(inherited, parent: group, each)
    case .binUnit where scope == .everything: try each(.binaryUnit(element12(), group: group))
    default: try skipChild()
    }
  }

  private func group12(_ outer: Inherited, parent: Int?, _ each: (XLIFF.Reader.Event) throws -> Void) throws {
    var group = XLIFF.Group(id: attribute(.id) ?? "", name: attribute(.resname), parent: parent, line: xml.line)
    let number = groupCount
    groupCount += 1
    var rest = otherAttributes { $0 == .id || $0 == .resname || $0 == .translate || $0 == .space }
    let inner = inherit(outer, &rest)
    (group.translate, group.preservesSpace) = (inner.translate, inner.preservesSpace)
    if scope == .everything {
      takeSizes12(&rest)
      takeType12(&rest)
      group.modules.attributes = rest
    }
    var hasBegun = false
    try eachChild { word throws in
      switch word {
      case .transUnit, .group, .binUnit:
        if !hasBegun { try each(.beginGroup(group)) }
        hasBegun = true
        try child12(word, inner, group: number, each)
      case .note: group.notes.append(try note12())
      default:
        guard scope == .everything, isCore else { return try moduleChild(&group.modules) }
        group.modules.metadata.groups.append(try element12())
      }
    }
    if !hasBegun { try each(.beginGroup(group)) }
    try each(.endGroup)
  }

  /// The current element of 1.2, which the model has no type for, as metadata; goes past its end tag.
  func element12() throws(XMLError) -> XLIFF.MetaGroup {
    let name = xml.name
    let key = isCore ? name.localName : XLIFF.key(name.localName, namespace: name.namespace)
    var group = XLIFF.MetaGroup(category: XLIFF.prefix12 + key)
    group.items = XLIFF.MetaGroup(attributes: otherAttributes())?.items ?? []
    while true {
      switch try xml.next() {
      case .startElement: group.items.append(.group(try element12()))
      case .text:
        let text = xml.text
        if case .meta(let last)? = group.items.last, last.key == XLIFF.textKey {
          group.items[group.items.count - 1] = .meta(.init(XLIFF.textKey, last.value + text))
        } else {
          group.items.append(.meta(.init(XLIFF.textKey, text)))
        }
      case .endElement, .endOfDocument:
        group.dropIndentation()
        return group
      }
    }
  }
}

extension XLIFF.MetaGroup {
  /// Takes out texts of white space only between groups.
  fileprivate mutating func dropIndentation() {
    guard items.contains(where: { if case .group = $0 { true } else { false } }) else { return }
    items.removeAll { item in
      guard case .meta(let datum) = item, datum.key == XLIFF.textKey else { return false }
      return datum.value.utf8.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 || $0 == 0x0D }
    }
  }
}
