// The modules of XLIFF 2 (XLIFF 2.1, chapter 5). In 1.2, where they are extensions, their namespaces are declared on the
// element that begins them.
internal import XMLStream

extension XLIFF.Writer {
  /// What stands in front of the notes of a file, a group or a unit of 2.x.
  mutating func writeModules2(_ modules: XLIFF.Modules) {
    writeMetadata(modules.metadata, attributes12: modules)
    writeMatches2(modules.matches)
    writeGlossary(modules.glossary)
    writeValidation(modules.validation, modules.validationAttributes)
    writeFragments(modules.fragments)
  }

  /// Metadata in 2.x, with what only 1.2 has words for (`attributes12`).
  mutating func writeMetadata(
    _ metadata: XLIFF.Metadata, facts: [XLIFF.Metadatum] = [], attributes12 modules: XLIFF.Modules,
    more: [XLIFF.MetaGroup] = []
  ) {
    var groups = more
    let only12 = modules.attributes.filter { $0.namespace.isEmpty && !XLIFF.isCore2($0.name) }
    let sides = [
      XLIFF.MetaGroup(attributes: only12),
      XLIFF.MetaGroup(attributes: modules.sourceAttributes, child: "source"),
      XLIFF.MetaGroup(attributes: modules.segmentedSourceAttributes, child: "seg-source"),
      XLIFF.MetaGroup(attributes: modules.targetAttributes, child: "target"),
    ]
    for case let group? in sides { groups.append(group) }
    if facts.isEmpty && groups.isEmpty && metadata.groups.isEmpty { return }
    let ours = facts.isEmpty ? [] : [XLIFF.MetaGroup(category: "overzet", items: facts.map { .meta($0) })]
    writeMetadata(XLIFF.Metadata(id: metadata.id, groups: ours + metadata.groups + groups))
  }

  /// `<mda:metadata>`.
  mutating func writeMetadata(_ metadata: XLIFF.Metadata) {
    if metadata.groups.isEmpty { return }
    beginModule("mda:metadata", XLIFFModule.metadata)
    attribute(" id=\"", metadata.id)
    xml.markup(">")
    for group in metadata.groups { writeMetaGroup(group) }
    xml.markup("</mda:metadata>\n")
  }

  private mutating func writeMetaGroup(_ group: XLIFF.MetaGroup) {
    xml.markup("<mda:metaGroup")
    attribute(" id=\"", group.id)
    attribute(" category=\"", group.category)
    attribute(" appliesTo=\"", group.appliesTo)
    xml.markup(">\n")
    for item in group.items {
      switch item {
      case .meta(let datum):
        xml.markup("<mda:meta")
        attribute(" type=\"", datum.key)
        xml.markup(">")
        xml.text(datum.value)
        xml.markup("</mda:meta>\n")
      case .group(let inner): writeMetaGroup(inner)
      }
    }
    // The schema wants one at least.
    if group.items.isEmpty { xml.markup("<mda:meta type=\"\"/>") }
    xml.markup("</mda:metaGroup>")
  }

  private mutating func writeMatches2(_ matches: [XLIFF.Match]) {
    if matches.isEmpty { return }
    xml.markup("<mtc:matches>\n")
    for match in matches { writeMatch2(match) }
    xml.markup("</mtc:matches>\n")
  }

  private mutating func writeMatch2(_ match: XLIFF.Match) {
    xml.markup("<mtc:match")
    attribute(" id=\"", match.id)
    attribute(" ref=\"", match.reference ?? "#")
    attribute(" origin=\"", match.origin)
    attribute(" matchQuality=\"", match.quality?.text)
    attribute(" similarity=\"", match.similarity?.text)
    attribute(" matchSuitability=\"", match.suitability?.text)
    // A subType refines a type (XLIFF 2.1, 5.1.6.9).
    attribute(" type=\"", match.type ?? (match.subType == nil ? nil : "other"))
    attribute(" subType=\"", match.subType)
    attribute(" reference=\"", match.isForReference.map { $0 ? "yes" : "no" })
    writeAttributes(match.other.attributes)
    xml.markup(">\n")
    var metadata = match.metadata
    let only12 = match.other.attributes.filter { $0.namespace.isEmpty }
    for case let group? in [
      XLIFF.MetaGroup(attributes: only12),
      XLIFF.MetaGroup(
        attributes: match.sourceAttributes.filter { $0.namespace != XMLName.xmlNamespace }, child: "source"),
      XLIFF.MetaGroup(
        attributes: match.targetAttributes.filter { $0.namespace != XMLName.xmlNamespace }, child: "target"),
    ] {
      metadata.groups.append(group)
    }
    writeMetadata(metadata)
    writeOriginalData(match.originalData)
    xml.markup("<source")
    writeAttributes(match.sourceAttributes, isOpen: false)
    xml.markup(">")
    writeContent2(match.source ?? XLIFF.Content())
    xml.markup("</source>\n<target")
    writeAttributes(match.targetAttributes, isOpen: false)
    xml.markup(">")
    writeContent2(match.target)
    xml.markup("</target>\n")
    writeFragments(match.other.fragments)
    xml.markup("</mtc:match>\n")
  }

  mutating func writeGlossary(_ entries: [XLIFF.GlossaryEntry]) {
    if entries.isEmpty { return }
    xml.markup("<gls:glossary>\n")
    for entry in entries {
      xml.markup("<gls:glossEntry")
      attribute(" id=\"", entry.id)
      attribute(" ref=\"", entry.reference)
      writeAttributes(entry.other.attributes)
      xml.markup("><gls:term")
      writeStatement(entry.term)
      xml.markup("</gls:term>")
      for translation in entry.translations {
        xml.markup("<gls:translation")
        attribute(" id=\"", translation.id)
        attribute(" ref=\"", translation.reference)
        attribute(" source=\"", translation.source)
        writeAttributes(translation.attributes)
        xml.markup(">")
        xml.text(translation.text)
        xml.markup("</gls:translation>")
      }
      if let definition = entry.definition {
        xml.markup("<gls:definition")
        writeStatement(definition)
        xml.markup("</gls:definition>")
      }
      writeFragments(entry.other.fragments)
      xml.markup("</gls:glossEntry>\n")
    }
    xml.markup("</gls:glossary>\n")
  }

  private mutating func writeStatement(_ statement: XLIFF.GlossaryEntry.Statement) {
    attribute(" source=\"", statement.source)
    writeAttributes(statement.attributes)
    xml.markup(">")
    xml.text(statement.text)
  }

  /// `<val:validation>`.
  mutating func writeValidation(_ rules: [XLIFF.ValidationRule], _ attributes: [XLIFF.Attribute]) {
    if rules.isEmpty { return }
    beginModule("val:validation", XLIFFModule.validation)
    writeAttributes(attributes)
    xml.markup(">")
    for rule in rules {
      xml.markup("<val:rule")
      for own in rule.attributes where own.namespace.isEmpty {
        raw(" \(own.name)=\"")
        xml.attributeValue(own.value)
        xml.markup("\"")
      }
      writeAttributes(rule.attributes.filter { !$0.namespace.isEmpty })
      xml.markup("/>")
    }
    xml.markup("</val:validation>\n")
  }

  /// `<slr:profiles>`.
  mutating func writeSizeProfiles(_ profiles: XLIFF.SizeProfiles) {
    beginModule("slr:profiles", XLIFFModule.sizeRestriction)
    attribute(" generalProfile=\"", profiles.general)
    attribute(" storageProfile=\"", profiles.storage)
    if profiles.normalization == nil && profiles.fragments.isEmpty { return xml.markup("/>\n") }
    xml.markup(">")
    if let normalization = profiles.normalization {
      xml.markup("<slr:normalization")
      for own in normalization where own.namespace.isEmpty {
        raw(" \(own.name)=\"")
        xml.attributeValue(own.value)
        xml.markup("\"")
      }
      xml.markup("/>")
    }
    writeFragments(profiles.fragments)
    xml.markup("</slr:profiles>\n")
  }

  /// `<name`, with the declaration of its namespace where the root has none.
  private mutating func beginModule(_ name: StaticString, _ namespace: StaticString) {
    xml.markup("<")
    xml.markup(name)
    if XLIFF.isDeclared(namespace.description, version) { return }
    xml.markup(" xmlns:")
    raw(String(name.description.prefix { $0 != ":" }))
    xml.markup("=\"")
    xml.markup(namespace)
    xml.markup("\"")
  }
}
