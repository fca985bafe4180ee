import Interchange

/// Notes, groups, modules and extensions, as each version can hold them.
extension RandomDocument {
  private static let slr = "urn:oasis:names:tc:xliff:sizerestriction:2.0"
  private static let its = "http://www.w3.org/2005/11/its"

  mutating func notes() -> [XLIFF.Note] {
    guard chance(50) else { return [] }
    var note = XLIFF.Note(
      category: chance(50) ? "c \"d\"" : nil, "tekst & <b>", priority: chance(50) ? count(10, from: 1) : nil,
      appliesTo: chance(50) ? pick([.source, .target]) : nil)
    if version != .v1_2 {
      note.id = "n1"
      if chance(30) { note.attributes = [.init("k", namespace: "urn:mine", "v")] }
    } else if chance(30) {
      note.attributes = [.init("lang", namespace: "http://www.w3.org/XML/1998/namespace", "nl")]
    }
    return [note]
  }

  mutating func metadata() -> XLIFF.Metadata {
    guard hasExtensions else { return XLIFF.Metadata() }
    var inner = XLIFF.MetaGroup(category: "binnen", items: [.meta(.init("k", "\n v"))])
    if chance(50) { inner.appliesTo = pick(["source", "target", "ignorable"]) }
    let outer = XLIFF.MetaGroup(
      id: chance(50) ? "mg1" : nil, category: "een ander",
      items: [.meta(.init("a", "b")), .group(inner), .meta(.init("", "&"))])
    return XLIFF.Metadata(id: chance(30) ? "md" : nil, groups: [outer])
  }

  private mutating func fragments() -> [XLIFF.Fragment] {
    hasExtensions ? [fragment] : []
  }

  private var fragment: XLIFF.Fragment {
    XLIFF.Fragment(
      name: "ding", namespace: "urn:mine",
      bytes: Array("<ding xmlns=\"urn:mine\" a=\"&lt;&#10;\">x<y xmlns=\"\"/> &amp;</ding>".utf8))
  }

  mutating func addModules(to file: inout XLIFF.File) {
    if chance(50) { file.modules.metadata = metadata() }
    if chance(30) { file.modules.fragments = fragments() }
    if chance(30), hasExtensions {
      file.modules.attributes = [.init("x", namespace: "urn:mine", "1"), .init("y", namespace: "urn:other", "2")]
    }
    if version != .v1_2 {
      if chance(30) { file.translate = false }
      if chance(30) { file.preservesSpace = false }
      if chance(30) { file.sizeProfiles = nil }
      if chance(30) {
        file.sizeProfiles = XLIFF.SizeProfiles(general: "xliff:codepoints", storage: "xliff:utf8")
        file.sizeProfiles?.normalization = [.init("general", "nfc")]
      }
      if chance(30), file.skeletonReference == nil {
        file.skeleton = XLIFF.Skeleton(content: Array("a &lt;b&gt;".utf8))
      }
      if chance(20) { file.modules.canResegment = false }
    } else {
      if chance(30) {
        file.header12 = [
          .init(
            category: "xliff12:count-group",
            items: [
              .meta(.init("name", "file")),
              .group(
                .init(category: "xliff12:count", items: [.meta(.init("unit", "word")), .meta(.init("#text", "12"))])),
            ])
        ]
      }
      if chance(30) { file.modules.attributes.append(.init("category", "medisch")) }
    }
  }

  mutating func addGroups(to file: inout XLIFF.File) {
    file.groups = [
      XLIFF.Group(
        id: "g1", name: "een", preservesSpace: version == .v1_2 ? chance(50) : file.preservesSpace, notes: notes()),
      XLIFF.Group(id: "g2", parent: 0), XLIFF.Group(id: "g3", parent: 0, translate: false),
    ]
    if chance(50) { file.groups[0].modules.metadata = metadata() }
    if chance(50) { file.groups[1].modules.type = "my:lijst" }
    if version != .v1_2, chance(50) { file.groups[2].modules.canResegment = true }
    if version == .v1_2, file.units.isEmpty { file.groups = [] }
    let places: [Int?] = [nil, 0, 1, 1, 2, nil]
    for index in file.units.indices { file.units[index].group = places[index % places.count] }
    if version == .v1_2 {
      // Its schema wants something in each.
      let last = file.units.compactMap(\.group).max().map { $0 + 1 } ?? 0
      file.groups.removeSubrange(last...)
      if file.groups.count > 0, !file.units.contains(where: { $0.group == 0 }) { file.groups = [] }
    }
    if file.groups.isEmpty { for index in file.units.indices { file.units[index].group = nil } }
  }

  mutating func addModules(to unit: inout XLIFF.Unit) {
    if chance(30) { unit.modules.metadata = metadata() }
    if chance(30) { unit.modules.fragments = fragments() }
    if chance(30), hasExtensions {
      unit.modules.attributes += [
        .init("version", namespace: Self.its, "2.0"), .init("person", namespace: Self.its, "p & q"),
      ]
    }
    if chance(20) { unit.modules.type = "my:soort" }
    if chance(20) { unit.sizeRestriction = XLIFF.SizeRestriction(minimum: 1, maximum: 9, maximumStorage: 20) }
    if chance(20), hasExtensions {
      unit.modules.validation = [.init(.isPresent("x", occurs: 2)), .init(.startsWith("y"), existsInSource: true)]
    }
    if version != .v1_2, chance(20) { unit.modules.targetDirection = "rtl" }
    if chance(40) { unit.matches = (0...count(2)).map { _ in match(unit) } }
    if chance(40) {
      let mark = unit.parts.lazy.flatMap(\.source.elements).first { $0.kind == .markStart }
      unit.glossary = [entry(for: mark?.id)]
    }
  }

  private mutating func match(_ unit: XLIFF.Unit) -> XLIFF.Match {
    (codeCount, openCodes) = (100, [])
    var source = content(count(1))
    source.elements.removeAll { openCodes.contains($0.id) }
    var target = source
    target.text += Array(" doel".utf8)
    var match = XLIFF.Match(
      reference: version == .v1_2 ? nil : "#s1", origin: "geheugen", type: pick(["tm", "mt", "tb", nil]),
      similarity: 85, source: source,
      target: target)
    let isSegmented = unit.parts.count > 1
    if version == .v1_2 {
      if isSegmented, chance(50) { match.reference = "#s1" }
      if chance(30) { match.isForReference = true }
    } else {
      match.id = chance(50) ? "m\(count(9999))" : nil
      if chance(50) { match.quality = 75.5 }
      if chance(50) { match.metadata = metadata() }
      if chance(30) { match.isForReference = false }
      if match.type != nil, chance(50) { match.subType = "my:soort" }
    }
    if chance(30) { match.other.fragments = fragments() }
    // What its codes stand for is not given.
    for index in match.target.elements.indices { match.target.elements[index].dataReference = nil }
    if var source = match.source {
      for index in source.elements.indices { source.elements[index].dataReference = nil }
      match.source = source
    }
    return match
  }

  private mutating func entry(for mark: String?) -> XLIFF.GlossaryEntry {
    var entry = XLIFF.GlossaryEntry(
      id: chance(50) ? "t1" : nil, reference: mark.map { "#" + $0 }, term: .init("acne \\n scar"),
      translations: [.init("acnelitteken\n\"x\"", source: "a"), .init("litteken: van acne", id: "tr2")])
    if chance(50) { entry.definition = .init("what acne leaves", source: "b") }
    if version != .v1_2, chance(50) { entry.other.attributes = [.init("k", namespace: "urn:mine", "v")] }
    return entry
  }
}
