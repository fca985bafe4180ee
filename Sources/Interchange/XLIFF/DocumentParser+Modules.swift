// The modules of XLIFF 2 (XLIFF 2.1, chapter 5). They may stand in 1.2 too, as any extension may.
internal import XMLStream

extension DocumentParser {
  /// Takes in a child that belongs to a module or an extension; what belongs to neither is skipped.
  func moduleChild(_ modules: inout XLIFF.Modules) throws(XMLError) {
    guard scope == .everything else { return try skipChild() }
    switch element() {
    case .metadata:
      try metadata(into: &modules.metadata)
      modules.takeAttributes12()
    case .matches: try matches(into: &modules.matches)
    case .glossary where xml.name.namespace == XLIFFModule.glossary.description: try glossary(into: &modules.glossary)
    case .validation:
      modules.validationAttributes = otherAttributes()
      try children { word throws(XMLError) in
        guard word == .rule else { return try skipChild() }
        modules.validation.append(XLIFF.ValidationRule(attributes: otherAttributes()))
        try xml.skipElement()
      }
    default:
      guard !isCore else { return try skipChild() }
      modules.fragments.append(try fragment())
    }
  }

  /// Appends the groups of the current `<mda:metadata>`.
  func metadata(into metadata: inout XLIFF.Metadata) throws(XMLError) {
    if let id = attribute(.id) { metadata.id = id }
    try children { word throws(XMLError) in
      guard word == .metaGroup else { return try xml.skipElement() }
      metadata.groups.append(try metaGroup())
    }
  }

  private func metaGroup() throws(XMLError) -> XLIFF.MetaGroup {
    var group = XLIFF.MetaGroup(id: attribute(.id), category: attribute(.category), appliesTo: attribute(.appliesTo))
    try children { word throws(XMLError) in
      switch word {
      case .metaGroup: group.items.append(.group(try metaGroup()))
      case .meta:
        let key = attribute(.type) ?? ""
        group.items.append(.meta(XLIFF.Metadatum(key, try xml.elementText())))
      default: try xml.skipElement()
      }
    }
    return group
  }

  private func matches(into matches: inout [XLIFF.Match]) throws(XMLError) {
    try children { word throws(XMLError) in
      guard word == .match else { return try skipChild() }
      matches.append(try match2())
    }
  }

  private func match2() throws(XMLError) -> XLIFF.Match {
    var rest = otherAttributes()
    var match = XLIFF.Match(
      id: rest.take("id"), reference: rest.take("ref"), origin: rest.take("origin"), type: rest.take("type"),
      subType: rest.take("subType"), similarity: rest.take("similarity").map { XLIFF.Percentage($0) },
      quality: rest.take("matchQuality").map { XLIFF.Percentage($0) },
      suitability: rest.take("matchSuitability").map { XLIFF.Percentage($0) },
      isForReference: rest.take("reference").map { $0 == "yes" }, source: nil, target: XLIFF.Content())
    match.other.attributes = rest
    try children { word throws(XMLError) in
      switch word {
      case .metadata: try metadata(into: &match.metadata)
      case .originalData: match.originalData += try originalData2()
      case .source:
        match.sourceAttributes = otherAttributes()
        match.source = try content2()
      case .target:
        match.targetAttributes = otherAttributes()
        match.target = try content2()
      default:
        guard !isCore else { return try skipChild() }
        match.other.fragments.append(try fragment())
      }
    }
    var modules = XLIFF.Modules()
    modules.metadata = match.metadata
    modules.takeAttributes12()
    match.metadata = modules.metadata
    match.other.attributes += modules.attributes
    match.sourceAttributes += modules.sourceAttributes
    match.targetAttributes += modules.targetAttributes
    return match
  }

  private func glossary(into entries: inout [XLIFF.GlossaryEntry]) throws(XMLError) {
    try children { word throws(XMLError) in
      guard word == .glossEntry else { return try skipChild() }
      entries.append(try glossaryEntry())
    }
  }

  private func glossaryEntry() throws(XMLError) -> XLIFF.GlossaryEntry {
    var rest = otherAttributes()
    var entry = XLIFF.GlossaryEntry(id: rest.take("id"), reference: rest.take("ref"), term: .init(""))
    entry.other.attributes = rest
    try children { word throws(XMLError) in
      switch word {
      case .glossTerm: entry.term = try statement()
      case .glossTranslation:
        var rest = otherAttributes()
        var translation = XLIFF.GlossaryEntry.Translation(
          "", id: rest.take("id"), reference: rest.take("ref"), source: rest.take("source"))
        translation.attributes = rest
        translation.text = try xml.elementText()
        entry.translations.append(translation)
      case .glossDefinition: entry.definition = try statement()
      default: entry.other.fragments.append(try fragment())
      }
    }
    return entry
  }

  private func statement() throws(XMLError) -> XLIFF.GlossaryEntry.Statement {
    var rest = otherAttributes()
    var statement = XLIFF.GlossaryEntry.Statement("", source: rest.take("source"))
    statement.attributes = rest
    statement.text = try xml.elementText()
    return statement
  }

  /// The current `<slr:profiles>`.
  func sizeProfiles() throws(XMLError) -> XLIFF.SizeProfiles {
    var rest = otherAttributes()
    var profiles = XLIFF.SizeProfiles(general: rest.take("generalProfile"), storage: rest.take("storageProfile"))
    try children { word throws(XMLError) in
      if word == .sizeNormalization {
        profiles.normalization = otherAttributes()
        try xml.skipElement()
      } else {
        profiles.fragments.append(try fragment())
      }
    }
    return profiles
  }
}

extension XLIFF.Modules {
  /// Takes the attributes that only 1.2 knows out of the metadata that a document of 2.x carries them in.
  mutating func takeAttributes12() {
    let categories = [XLIFF.attributesCategory] + ["source", "seg-source", "target"].map { XLIFF.prefix12 + $0 }
    guard metadata.groups.contains(where: { categories.contains($0.category ?? "") }) else { return }
    var rest: [XLIFF.MetaGroup] = []
    for group in metadata.groups {
      switch group.category {
      case categories[0]: attributes += group.attributes
      case categories[1]: sourceAttributes += group.attributes
      case categories[2]: segmentedSourceAttributes += group.attributes
      case categories[3]: targetAttributes += group.attributes
      default: rest.append(group)
      }
    }
    metadata.groups = rest
  }
}
