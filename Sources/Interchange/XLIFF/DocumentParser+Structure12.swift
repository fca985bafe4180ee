// XLIFF 1.2: file, header, body, group, trans-unit.
internal import XMLStream

extension DocumentParser {
  func file12() throws(XMLError) -> XLIFF.File {
    let original = attribute(.original)
    if original == nil { report("file.original.missing", "<file> has no original") }
    if attribute(.datatype) == nil { report("file.datatype.missing", "<file> has no datatype") }
    var file = XLIFF.File(id: original ?? "", original: original ?? "", line: xml.line)
    var bodies = 0
    try children { word throws(XMLError) in
      switch word {
      case .header: try header12(&file)
      case .body:
        bodies += 1
        try units12(&file.units, translate: true)
      default: try skipChild()
      }
    }
    if bodies != 1 { report("file.body.count", "<file> has one <body>, not \(bodies)", line: file.line) }
    return file
  }

  func header12(_ file: inout XLIFF.File) throws(XMLError) {
    try children { word throws(XMLError) in
      switch word {
      case .skl:
        try children { word throws(XMLError) in
          if word == .externalFile { file.skeletonReference = attribute(.href) }
          try xml.skipElement()
        }
      case .note:
        let note = try note12()
        if note.category == "overzet", let equals = note.text.firstIndex(of: "=") {
          file.metadata.append(
            XLIFF.Metadatum(String(note.text[..<equals]), String(note.text[note.text.index(after: equals)...])))
        } else {
          file.notes.append(note)
        }
      default: try xml.skipElement()
      }
    }
  }

  private func note12() throws(XMLError) -> XLIFF.Note {
    let category = attribute(.from)
    return XLIFF.Note(category: category, try xml.elementText())
  }

  /// The units of a `<body>` or a `<group>`.
  private func units12(_ units: inout [XLIFF.Unit], translate: Bool) throws(XMLError) {
    try children { word throws(XMLError) in
      switch word {
      case .transUnit: units.append(try unit12(translate: translate))
      case .group: try units12(&units, translate: flag(.translate) ?? translate)
      default: try xml.skipElement()
      }
    }
  }

  private func unit12(translate: Bool) throws(XMLError) -> XLIFF.Unit {
    var unit = XLIFF.Unit(
      id: attribute(.id) ?? "", name: attribute(.resname), translate: flag(.translate) ?? translate, line: xml.line)
    if attribute(.sizeUnit) == "char" { unit.maximumLength = attribute(.maxwidth).flatMap { Int($0) } }
    let isApproved = attribute(.approved) == "yes"
    var sides = Sides12()
    try children { word throws(XMLError) in
      switch word {
      case .source:
        if sides.source != nil { report("source.count", "a unit has one <source>") }
        sides.source = XLIFF.Content(joining: try pieces12(&unit))
      case .segSource: sides.segmentedSource = try pieces12(&unit)
      case .target:
        if sides.source == nil { report("element.order", "<source> stands before <target>") }
        if sides.target != nil { report("target.repeated", "a unit has one <target>") }
        if let state = attribute(.state) {
          (sides.state, sides.subState) = XLIFF.state(of12: state)
          if sides.state == nil && !state.hasPrefix("x-") {
            report("target.state", "state=\"\(state)\" is none of 1.2's states")
          }
        }
        // `approved` is how some tools say final; a state that asks for more work speaks louder.
        if isApproved && sides.subState == nil && sides.state != .initial { sides.state = .final }
        sides.target = try pieces12(&unit)
      case .note: unit.notes.append(try note12())
      // Proposals from a memory are not the translation.
      default: try xml.skipElement()
      }
    }
    if sides.source == nil { report("source.count", "a unit has one <source>, not 0", line: unit.line) }
    unit.parts = sides.parts(line: unit.line)
    return unit
  }
}
