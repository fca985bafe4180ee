// XLIFF 1.2: file, header, trans-unit. Valid against the strict schema, and so against the transitional one.
internal import XMLStream

extension XLIFF.Writer {
  mutating func beginFile12(_ file: borrowing XLIFF.File) {
    let attributes = file.modules.attributes
    xml.markup("<file")
    attribute(" original=\"", isConverting && file.original.isEmpty ? file.id : file.original)
    attribute(" source-language=\"", sourceLanguage)
    attribute(" target-language=\"", targetLanguage)
    attribute(" datatype=\"", attributes["datatype"] ?? XLIFF.defaultDatatype)
    if !attributes.isEmpty { writeAttributes(attributes, skips: { $0.name == "datatype" && $0.namespace.isEmpty }) }
    var inner = inherited[inherited.count - 1]
    if let space = attributes.space { inner.preservesSpace = space == "preserve" }
    inherited.append(inner)
    xml.markup(">\n")
    writeHeader12(file)
    xml.markup("<body>\n")
  }

  mutating func endFile12() {
    xml.markup("</body>\n</file>\n")
  }

  private mutating func writeHeader12(_ file: borrowing XLIFF.File) {
    let modules = file.modules
    let profiles = file.sizeProfiles.flatMap { $0 == .codePoints || $0 == .ofXLIFF12 || !isConverting ? nil : $0 }
    let id = isConverting && file.id != file.original ? file.id : nil
    if file.skeletonReference == nil, file.skeleton == nil, file.metadata.isEmpty, file.notes.isEmpty,
      file.header12.isEmpty, modules.metadata.groups.isEmpty, modules.validation.isEmpty, modules.fragments.isEmpty,
      profiles == nil, id == nil
    {
      return
    }
    xml.markup("<header>\n")
    if file.skeletonReference != nil || file.skeleton != nil { writeSkeleton12(file) }
    let isPhases = { (group: XLIFF.MetaGroup) in group.element12 == "phase-group" }
    for group in file.header12.filter(isPhases) { writeElement12(group) }
    if let id { writeFact12(XLIFF.fileIDKey, id) }
    for datum in file.metadata { writeFact12(datum.key, datum.value) }
    for group in file.header12.filter({ !isPhases($0) }) { writeElement12(group) }
    writeNotes12(file.notes)
    writeMetadata12(modules.metadata, isHeader: true)
    if let profiles { writeSizeProfiles(profiles) }
    writeValidation(modules.validation, modules.validationAttributes)
    writeFragments(modules.fragments)
    xml.markup("</header>\n")
  }

  private mutating func writeFact12(_ key: String, _ value: String) {
    xml.markup("<note from=\"overzet\">")
    xml.text(key)
    xml.text("=")
    xml.text(value)
    xml.markup("</note>\n")
  }

  private mutating func writeSkeleton12(_ file: borrowing XLIFF.File) {
    xml.markup("<skl>")
    if let reference = file.skeletonReference {
      xml.markup("<external-file")
      attribute(" href=\"", reference)
      if let skeleton = file.skeleton { writeAttributes(skeleton.attributes) }
      xml.markup("/>")
    } else if let skeleton = file.skeleton {
      xml.markup("<internal-file")
      writeAttributes(skeleton.attributes)
      xml.markup(">")
      xml.markup(skeleton.content.span)
      xml.markup("</internal-file>")
    }
    xml.markup("</skl>\n")
  }

  mutating func writeNotes12(_ notes: [XLIFF.Note]) {
    for note in notes {
      xml.markup("<note")
      attribute(" from=\"", note.category)
      if !note.isPlain {
        if let priority = note.priority { attribute(" priority=\"", String(priority)) }
        attribute(" annotates=\"", note.appliesTo?.rawValue)
        // The schema lets a note have none of another namespace.
        writeAttributes(note.attributes, isOpen: false)
      }
      xml.markup(">")
      xml.text(note.text)
      xml.markup("</note>\n")
    }
  }

  mutating func beginGroup12(_ group: borrowing XLIFF.Group) {
    let modules = group.modules
    xml.markup("<group")
    if !group.id.isEmpty { attribute(" id=\"", group.id) }
    attribute(" resname=\"", group.name)
    writeInherited(group.translate, group.preservesSpace, modules.attributes)
    writeSizes12(modules.attributes, maximum: nil)
    writeAttributes12(modules.attributes)
    xml.markup(">\n")
    for group in modules.metadata.groups where group.element12 != nil { writeElement12(group) }
    writeNotes12(group.notes)
    writeMetadata12(modules.metadata)
    writeValidation(modules.validation, modules.validationAttributes)
    writeFragments(modules.fragments)
    for unit in group.binaryUnits { writeElement12(unit) }
  }

  /// A unit's or group's attributes, but for those of which 1.2 has its own form.
  mutating func writeAttributes12(_ attributes: [XLIFF.Attribute]) {
    if attributes.isEmpty { return }
    if let type = attributes["type"] {
      let isOurs = type.hasPrefix(XLIFF.prefix12)
      attribute(" restype=\"", isOurs ? XLIFF.word(of2: type) : "x-" + type)
    }
    let styles = isConverting ? "" : XLIFFModule.formatStyle.description
    let sizes = XLIFFModule.sizeRestriction.description
    writeAttributes(
      attributes,
      skips: { attribute in
        Self.isInherited(attribute) || attribute.namespace == styles && !styles.isEmpty
          || attribute.namespace == sizes && attribute.name.hasSuffix("Restriction")
            && XLIFF.SizeRestriction.isNumeric(attribute.value)
      })
  }

  /// Bounds in characters and bytes.
  mutating func writeSizes12(_ attributes: [XLIFF.Attribute], maximum: Int?) {
    var restriction = attributes.isEmpty ? nil : XLIFF.SizeRestriction(attributes)
    if let maximum, restriction?.maximum != maximum {
      restriction = restriction ?? XLIFF.SizeRestriction()
      restriction?.maximum = maximum
    }
    guard let restriction else { return }
    if let minimum = restriction.minimum { attribute(" minwidth=\"", String(minimum)) }
    if let maximum = restriction.maximum { attribute(" maxwidth=\"", String(maximum)) }
    if restriction.minimum != nil || restriction.maximum != nil { xml.markup(" size-unit=\"char\"") }
    if let minimum = restriction.minimumStorage { attribute(" minbytes=\"", String(minimum)) }
    if let maximum = restriction.maximumStorage { attribute(" maxbytes=\"", String(maximum)) }
  }

  /// Metadata that 1.2 has no elements for: as an extension.
  mutating func writeMetadata12(_ metadata: XLIFF.Metadata, isHeader: Bool = false) {
    if metadata.groups.isEmpty { return }
    writeMetadata(
      XLIFF.Metadata(id: metadata.id, groups: metadata.groups.filter { isHeader || $0.element12 == nil }))
  }

  /// An element of 1.2 that is held as metadata.
  mutating func writeElement12(_ group: XLIFF.MetaGroup, namespace: String = "") {
    guard let element = group.element12 else { return }
    let (name, own) = XLIFF.name(ofKey: element)
    raw("<\(name)")
    if own != namespace { attribute(" xmlns=\"", own.isEmpty ? version.namespace.description : own) }
    let attributes = group.attributes
    for attribute in attributes where attribute.namespace.isEmpty {
      raw(" \(attribute.name)=\"")
      xml.attributeValue(attribute.value)
      xml.markup("\"")
    }
    writeAttributes(attributes.filter { !$0.namespace.isEmpty })
    xml.markup(">")
    for item in group.items {
      switch item {
      case .meta(let datum): if datum.key == XLIFF.textKey { xml.text(datum.value) }
      case .group(let inner): writeElement12(inner, namespace: own)
      }
    }
    raw("</\(name)>")
    if namespace.isEmpty { xml.markup("\n") }
  }
}
