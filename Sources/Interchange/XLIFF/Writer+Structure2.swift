// XLIFF 2.0, 2.1 and 2.2: file, unit, segment. Element order as the schemas want it.
internal import XMLStream

extension XLIFF.Writer {
  mutating func beginFile2(_ file: borrowing XLIFF.File) {
    let modules = file.modules
    xml.markup("<file")
    attribute(" id=\"", file.id)
    if !file.original.isEmpty { attribute(" original=\"", file.original) }
    // Once here rather than on each unit: white space in sources and targets is text.
    writeInherited(file.translate, file.preservesSpace, modules.attributes)
    inherited.append(Inherited(translate: file.translate, preservesSpace: file.preservesSpace))
    if !modules.attributes.isEmpty { writeAttributes(modules.attributes, skips: Self.isInherited) }
    xml.markup(">\n")
    if file.skeletonReference != nil || file.skeleton != nil { writeSkeleton2(file) }
    writeMetadata(
      modules.metadata, facts: file.metadata, attributes12: modules, more: file.header12 + file.binaryUnits)
    if let profiles = file.sizeProfiles { writeSizeProfiles(profiles) }
    writeValidation(modules.validation, modules.validationAttributes)
    writeFragments(modules.fragments)
    writeNotes2(file.notes)
  }

  /// `translate` and `xml:space` where they are not what is inherited, or were written all the same.
  mutating func writeInherited(_ translate: Bool, _ preservesSpace: Bool, _ attributes: [XLIFF.Attribute]) {
    let outer = inherited[inherited.count - 1]
    if translate != outer.translate || attributes.flag("translate") == translate {
      xml.markup(translate ? " translate=\"yes\"" : " translate=\"no\"")
    }
    if preservesSpace != outer.preservesSpace {
      xml.markup(preservesSpace ? " xml:space=\"preserve\"" : " xml:space=\"default\"")
    } else if let space = attributes.space, (space == "preserve") == preservesSpace {
      attribute(" xml:space=\"", space)
    }
  }

  /// Whether `writeInherited` writes it.
  static func isInherited(_ attribute: XLIFF.Attribute) -> Bool {
    attribute.name == "translate" && attribute.namespace.isEmpty
      || attribute.name == "space" && attribute.namespace == XMLName.xmlNamespace
  }

  private mutating func writeSkeleton2(_ file: borrowing XLIFF.File) {
    xml.markup("<skeleton")
    attribute(" href=\"", file.skeletonReference)
    xml.markup(">")
    if let skeleton = file.skeleton { xml.markup(skeleton.content.span) }
    xml.markup("</skeleton>\n")
  }

  mutating func endFile2() {
    if !hasUnits {
      xml.markup("<unit id=\"")
      xml.markup(Self.emptyUnitID)
      xml.markup("\" translate=\"no\">")
      writeEmptySegment()
      xml.markup("</unit>\n")
    }
    xml.markup("</file>\n")
  }

  mutating func writeNotes2(_ notes: [XLIFF.Note]) {
    if notes.isEmpty { return }
    xml.markup("<notes>")
    for note in notes { writeNote2(note) }
    xml.markup("</notes>\n")
  }

  mutating func writeNote2(_ note: XLIFF.Note) {
    xml.markup("<note")
    if !note.isPlain {
      attribute(" id=\"", note.id)
      attribute(" appliesTo=\"", note.appliesTo?.rawValue)
      if let priority = note.priority { attribute(" priority=\"", String(priority)) }
      if version == .v2_2 { attribute(" ref=\"", note.reference) }
      writeAttributes(note.attributes, skips: { $0.namespace == XMLName.xmlNamespace })
    }
    if let category = note.category { attribute(" category=\"", category) }
    xml.markup(">")
    xml.text(note.text)
    xml.markup("</note>")
  }

  mutating func beginGroup2(_ group: borrowing XLIFF.Group) {
    xml.markup("<group")
    attribute(" id=\"", group.id)
    attribute(" name=\"", group.name)
    writeInherited(group.translate, group.preservesSpace, group.modules.attributes)
    writeAttributes(group.modules.attributes, skips: Self.isInherited)
    xml.markup(">\n")
    var modules = group.modules
    modules.metadata.groups += group.binaryUnits
    writeModules2(modules)
    writeNotes2(group.notes)
  }

  mutating func writeUnit2(_ unit: borrowing XLIFF.Unit) {
    xml.markup("<unit")
    attribute(" id=\"", unit.id)
    attribute(" name=\"", unit.name)
    let modules = unit.isPlain ? nil : unit.modules
    writeInherited(unit.translate, unit.preservesSpace, modules?.attributes ?? [])
    let sizes = modules == nil ? "" : XLIFFModule.sizeRestriction.description
    let stated = modules?.attributes["sizeRestriction", sizes]
    if let maximum = unit.maximumLength {
      let isSame = stated.map { XLIFF.SizeRestriction.bounds($0).maximum == maximum } ?? false
      xml.markup(" slr:sizeRestriction=\"")
      if let stated, isSame { xml.attributeValue(stated) } else { xml.markup(number: maximum) }
      xml.markup("\"")
    }
    if let modules {
      let hasMaximum = unit.maximumLength != nil
      writeAttributes(
        modules.attributes,
        skips: { Self.isInherited($0) || hasMaximum && $0.name == "sizeRestriction" && $0.namespace == sizes })
    }
    xml.markup(">\n")
    if let modules { writeModules2(modules) }
    writeNotes2(unit.notes)
    writeOriginalData(unit.originalData)
    for index in unit.parts.indices { writePart2(unit.parts[index]) }
    if unit.parts.isEmpty { writeEmptySegment() }
    xml.markup("</unit>\n")
  }

  mutating func writeOriginalData(_ data: [XLIFF.OriginalData]) {
    if data.isEmpty { return }
    xml.markup("<originalData>")
    for datum in data {
      xml.markup("<data")
      attribute(" id=\"", datum.id)
      if !datum.attributes.isEmpty { writeAttributes(datum.attributes, isOpen: false) }
      xml.markup(">")
      datum.bytes.withUnsafeBufferPointer { xml.text($0, forbidden: Self.writeCodePoint) }
      xml.markup("</data>")
    }
    xml.markup("</originalData>\n")
  }

  private mutating func writePart2(_ part: borrowing XLIFF.Part) {
    let isSegment = part.kind == .segment
    xml.markup(isSegment ? "<segment" : "<ignorable")
    if !part.id.isEmpty { attribute(" id=\"", part.id) }
    if isSegment {
      // A subState needs a state beside it (XLIFF 2.1, 4.3.1, `subState`).
      if let state = part.state ?? (part.subState == nil ? nil : .initial) { attribute(" state=\"", state.rawValue) }
      attribute(" subState=\"", part.subState)
    }
    if !part.isPlain { writeAttributes(part.attributes, isOpen: false) }
    xml.markup(">\n<source")
    if !part.isPlain { writeAttributes(part.sourceAttributes, isOpen: false) }
    xml.markup(">")
    writeContent2(part.source)
    xml.markup("</source>\n")
    if let target = part.target {
      xml.markup("<target")
      if let order = part.order { attribute(" order=\"", String(order)) }
      if !part.isPlain { writeAttributes(part.targetAttributes, isOpen: false) }
      xml.markup(">")
      writeContent2(target)
      xml.markup("</target>\n")
    }
    xml.markup(isSegment ? "</segment>\n" : "</ignorable>\n")
  }

  private mutating func writeEmptySegment() {
    xml.markup("<segment><source></source></segment>")
  }

  /// `<cp hex="0001"/>`: a code point that XML forbids (XLIFF 2.1, 4.2.3), in at least four digits.
  static func writeCodePoint(_ xml: inout XMLByteWriter, _ codePoint: UInt32) {
    let digits = String(codePoint, radix: 16, uppercase: true)
    xml.startElement("cp")
    xml.attribute("hex", String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits)
    xml.endElement("cp")
  }
}
