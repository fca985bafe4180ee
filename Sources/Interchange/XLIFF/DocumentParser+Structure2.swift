// XLIFF 2.x: file, group, unit, segment (XLIFF 2.1, 4.2.2).
internal import XMLStream

extension DocumentParser {
  func file2(_ outer: Inherited, _ each: (XLIFF.Reader.Event) throws -> Void) throws {
    var file = XLIFF.File(id: attribute(.id) ?? "", original: attribute(.original) ?? "", line: xml.line)
    var inner = Inherited(translate: flag(.translate) ?? true, preservesSpace: false)
    if scope == .everything {
      var rest = otherAttributes { $0 == .id || $0 == .original || $0 == .translate || $0 == .space }
      inner = inherit(outer, &rest)
      (file.translate, file.preservesSpace, file.sizeProfiles) = (inner.translate, inner.preservesSpace, nil)
      if !rest.isEmpty { file.modules.attributes = rest }
    }
    var count = 0
    try eachChild { word throws in
      if count == 0 && (word == .unit || word == .group) { try each(.beginFile(file)) }
      switch word {
      case .skeleton: try skeleton2(&file)
      case .metadata:
        var metadata = XLIFF.Metadata()
        try self.metadata(into: &metadata)
        file.take(metadata)
      case .sizeProfiles where scope == .everything: file.sizeProfiles = try sizeProfiles()
      case .notes:
        file.notes += try notes2()
      case .unit:
        try emit(unit2(inner, group: nil), each)
        count += 1
      case .group:
        try group2(inner, parent: nil, each)
        count += 1
      default: try moduleChild(&file.modules)
      }
    }
    if count == 0 {
      try each(.beginFile(file))
    }
    try each(.endFile(file))
  }

  /// Our own facts of the current `<mda:metadata>`; other tools' groups are skipped.
  func metadata() throws(XMLError) -> [XLIFF.Metadatum] {
    var file = XLIFF.File(id: "", original: "")
    var metadata = XLIFF.Metadata()
    try self.metadata(into: &metadata)
    file.take(metadata)
    return file.metadata
  }

  /// Hands on a unit, but for the one that our writer puts into a file without units.
  private func emit(_ unit: XLIFF.Unit, _ each: (XLIFF.Reader.Event) throws -> Void) throws {
    if !unit.translate && unit.id == Self.emptyUnitID { return }
    try each(.unit(unit))
  }

  private static let emptyUnitID = XLIFF.Writer.emptyUnitID.description

  private func skeleton2(_ file: inout XLIFF.File) throws(XMLError) {
    file.skeletonReference = attribute(.href)
    guard scope == .everything else { return try xml.skipElement() }
    let content = try innerXML()
    if !content.isEmpty || file.skeletonReference == nil { file.skeleton = XLIFF.Skeleton(content: content) }
  }

  private func group2(_ outer: Inherited, parent: Int?, _ each: (XLIFF.Reader.Event) throws -> Void) throws {
    var group = XLIFF.Group(id: attribute(.id) ?? "", name: attribute(.name), parent: parent, line: xml.line)
    let number = groupCount
    groupCount += 1
    var rest = otherAttributes { $0 == .id || $0 == .name || $0 == .translate || $0 == .space }
    let inner = inherit(outer, &rest)
    (group.translate, group.preservesSpace) = (inner.translate, inner.preservesSpace)
    group.modules.attributes = rest
    var hasBegun = false
    try eachChild { word throws in
      if !hasBegun && (word == .unit || word == .group) {
        hasBegun = true
        group.takeBinaryUnits()
        try each(.beginGroup(group))
      }
      switch word {
      case .unit: try emit(unit2(inner, group: number), each)
      case .group: try group2(inner, parent: number, each)
      case .notes: group.notes += try notes2()
      default: try moduleChild(&group.modules)
      }
    }
    group.takeBinaryUnits()
    if !hasBegun { try each(.beginGroup(group)) }
    try each(.endGroup)
  }

  func notes2() throws(XMLError) -> [XLIFF.Note] {
    var notes: [XLIFF.Note] = []
    try children { word throws(XMLError) in
      guard word == .note else {
        try skipChild()
        return
      }
      var note = XLIFF.Note(category: attribute(.category), "")
      if scope == .everything && xml.attributeCount > (note.category == nil ? 0 : 1) {
        note.id = attribute(.id)
        note.priority = attribute(.priority).flatMap { Int($0) }
        note.appliesTo = attribute(.appliesTo).flatMap { XLIFF.Side(rawValue: $0) }
        note.reference = attribute(.ref)
        note.attributes = otherAttributes {
          $0 == .category || $0 == .id || $0 == .priority || $0 == .appliesTo || $0 == .ref
        }
      }
      note.text = try xml.elementText()
      notes.append(note)
    }
    return notes
  }

  private func unit2(_ outer: Inherited, group: Int?) throws(XMLError) -> XLIFF.Unit {
    var unit = XLIFF.Unit(id: attribute(.id) ?? "", translate: flag(.translate) ?? outer.translate, line: xml.line)
    if scope == .everything { head2(&unit, outer, group: group) }
    // What looks like an end tag is one, unless it stands in what is no plain element.
    if scope == .translations, !xml.mayHold("target", before: "</unit>"), try xml.skipPlainElement() { return unit }
    try children { word throws(XMLError) in
      switch word {
      case .segment: unit.parts.append(try part2(.segment))
      case .ignorable: unit.parts.append(try part2(.ignorable))
      case .notes, .originalData:
        guard scope == .everything else {
          if try !xml.skipPlainElement() { try xml.skipElement() }
          return
        }
        if word == .notes { unit.notes += try notes2() } else { unit.originalData += try originalData2() }
      default: try moduleChild(&unit.modules)
      }
    }
    return unit
  }

  /// What a unit's start tag says, but for its id.
  private func head2(_ unit: inout XLIFF.Unit, _ outer: Inherited, group: Int?) {
    unit.name = attribute(.name)
    unit.group = group
    var rest = otherAttributes {
      $0 == .id || $0 == .name || $0 == .translate || $0 == .space || $0 == .sizeRestriction
    }
    let inner = inherit(outer, &rest)
    (unit.translate, unit.preservesSpace) = (inner.translate, inner.preservesSpace)
    if let restriction = attribute(.sizeRestriction) {
      unit.maximumLength = XLIFF.SizeRestriction.bounds(restriction).maximum
      if unit.maximumLength.map(String.init) != restriction {
        rest["sizeRestriction", XLIFFModule.sizeRestriction.description] = restriction
      }
    }
    if !rest.isEmpty { unit.modules.attributes = rest }
  }

  /// The current `<originalData>`.
  func originalData2() throws(XMLError) -> [XLIFF.OriginalData] {
    var data: [XLIFF.OriginalData] = []
    try children { word throws(XMLError) in
      guard word == .data else {
        try skipChild()
        return
      }
      let id = attribute(.id)
      let rest = xml.attributeCount > 1 ? otherAttributes { $0 == .id } : []
      // Text and `cp`: what a content holds, without codes.
      var content = XLIFF.Content()
      try inline2(&content, isData: true)
      data.append(XLIFF.OriginalData(id: id ?? "", bytes: content.text))
      if !rest.isEmpty { data[data.count - 1].attributes = rest }
    }
    return data
  }

  /// The content of the current `<source>` or `<target>`.
  func content2() throws(XMLError) -> XLIFF.Content {
    var content = XLIFF.Content()
    isFirstFixed = true
    try inline2(&content)
    return content
  }

  private func part2(_ kind: XLIFF.Part.Kind) throws(XMLError) -> XLIFF.Part {
    var part = XLIFF.Part(kind, id: attribute(.id) ?? "", source: XLIFF.Content())
    if scope == .everything {
      part.line = xml.line
      let rest = otherAttributes { $0 == .id || $0 == .state || $0 == .subState }
      if !rest.isEmpty { part.attributes = rest }
    }
    if kind == .segment {
      if let state = attribute(.state) {
        part.state = XLIFF.State(rawValue: state)
      }
      if scope == .everything { part.subState = attribute(.subState) }
    }
    var sources = 0
    try children { word throws(XMLError) in
      switch word {
      case .source:
        sources += 1
        if scope == .everything, xml.attributeCount > 0 { part.sourceAttributes = otherAttributes() }
        // A second source would be an error; its text must not run into the first.
        let content = try content2()
        if sources == 1 { part.source = content }
      case .target:
        part.order = attribute(.order).flatMap { Int($0) }
        if scope == .everything, xml.attributeCount > 0 {
          let rest = otherAttributes { $0 == .order }
          if !rest.isEmpty { part.targetAttributes = rest }
        }
        part.target = try content2()
      default: try skipChild()
      }
    }
    return part
  }
}

extension XLIFF.File {
  /// Takes in metadata: our own facts become members.
  mutating func take(_ metadata: XLIFF.Metadata) {
    let ours = XLIFF.MetaGroup(category: "overzet")
    var rest = modules.metadata
    rest.id = metadata.id ?? rest.id
    var read = XLIFF.Modules()
    read.metadata = metadata
    read.takeAttributes12()
    if !read.attributes.isEmpty { modules.attributes += read.attributes }
    for group in read.metadata.groups {
      if let element = group.element12 {
        if element == "bin-unit" { binaryUnits.append(group) } else { header12.append(group) }
        continue
      }
      let facts = group.items.compactMap { item in if case .meta(let datum) = item { datum } else { nil } }
      var bare = group
      bare.items = []
      if bare == ours && facts.count == group.items.count && rest.groups.isEmpty {
        self.metadata += facts
      } else {
        rest.groups.append(group)
      }
    }
    if rest != modules.metadata { modules.metadata = rest }
  }
}

extension XLIFF.Group {
  /// Takes 1.2's `bin-unit`s out of the metadata that 2.x carries them in.
  fileprivate mutating func takeBinaryUnits() {
    let isBinary = { (group: XLIFF.MetaGroup) in group.element12 == "bin-unit" }
    guard modules.metadata.groups.contains(where: isBinary) else { return }
    binaryUnits += modules.metadata.groups.filter(isBinary)
    modules.metadata.groups.removeAll(where: isBinary)
  }
}
