// XLIFF 1.2: trans-unit, alt-trans. Valid against the transitional schema, and against the strict one where nothing of
// another namespace is in the unit.
internal import XMLStream

extension XLIFF.Writer {
  mutating func writeUnit12(_ unit: borrowing XLIFF.Unit) {
    let modules = unit.isPlain ? nil : unit.modules
    dataAtHand = nil
    xml.markup("<trans-unit")
    attribute(" id=\"", unit.id)
    attribute(" resname=\"", unit.name)
    writeInherited(unit.translate, unit.preservesSpace, modules?.attributes ?? [])
    if isConverting, unit.isFinal, modules?.attributes["approved"] == nil { xml.markup(" approved=\"yes\"") }
    writeSizes12(modules?.attributes ?? [], maximum: unit.maximumLength)
    if let modules { writeAttributes12(modules.attributes) }
    xml.markup(">\n<source")
    if let modules { writeAttributes(modules.sourceAttributes) }
    xml.markup(">")
    startsAtHand.removeAll(keepingCapacity: true)
    for index in unit.parts.indices { writeContent12(unit.parts[index].source, unit.originalData, hasMid: true) }
    xml.markup("</source>\n")

    // One segment that is the whole unit needs no marks; in 2.x it may have an id all the same.
    let isSegmented =
      unit.parts.count > 1 || unit.parts.first?.kind == .ignorable || modules?.marksSegment ?? false
      || isConverting && unit.parts.first?.id.isEmpty == false
    if isSegmented { writeSegmentedSource(unit, modules?.segmentedSourceAttributes ?? []) }
    if unit.parts.contains(where: { $0.kind == .segment && $0.target != nil }) {
      xml.markup("<target")
      attribute(" state=\"", targetState(unit))
      if let modules { writeAttributes(modules.targetAttributes) }
      xml.markup(">")
      startsAtHand.removeAll(keepingCapacity: true)
      if isSegmented {
        writeSegmentedTarget(unit)
      } else if let target = unit.parts.first?.target {
        writeContent12(target, unit.originalData, hasMid: false)
      }
      xml.markup("</target>\n")
    }
    writeNotes12(unit.notes)
    if let modules { writeModules12(modules, unit, isSegmented: isSegmented) }
    xml.markup("</trans-unit>\n")
  }

  private mutating func writeModules12(
    _ modules: XLIFF.Modules, _ unit: borrowing XLIFF.Unit, isSegmented: Bool
  ) {
    for entry in modules.glossary {
      writeNotes12([.init(category: GlossaryNote.category, GlossaryNote.text(of: entry), appliesTo: .source)])
    }
    for group in modules.metadata.groups where group.element12 != nil { writeElement12(group) }
    for match in modules.matches {
      var id: String?
      if isSegmented, let reference = match.reference, reference.hasPrefix("#") {
        let named = String(reference.dropFirst())
        if unit.parts.contains(where: { $0.kind == .segment && $0.id == named }) { id = named }
      }
      writeMatch12(match, segment: id)
    }
    writeMetadata12(modules.metadata)
    writeValidation(modules.validation, modules.validationAttributes)
    writeFragments(modules.fragments)
  }

  private mutating func writeSegmentedSource(_ unit: borrowing XLIFF.Unit, _ attributes: [XLIFF.Attribute]) {
    xml.markup("<seg-source")
    writeAttributes(attributes)
    xml.markup(">")
    startsAtHand.removeAll(keepingCapacity: true)
    for index in unit.parts.indices {
      let isSegment = unit.parts[index].kind == .segment
      if isSegment { beginSegmentMark(unit, index, unit.parts[index].attributes) }
      writeContent12(unit.parts[index].source, unit.originalData, hasMid: isSegment)
      if isSegment { xml.markup("</mrk>") }
    }
    xml.markup("</seg-source>\n")
  }

  /// Segments without a target are left out, and with them the white space before them; the gaps between those that
  /// have one are written even where the model has no target for them, or the sentences would run together.
  private mutating func writeSegmentedTarget(_ unit: borrowing XLIFF.Unit) {
    let sequence = targetSequence(unit)
    for (place, index) in sequence.enumerated() {
      if unit.parts[index].kind == .segment {
        guard let target = unit.parts[index].target else { continue }
        beginSegmentMark(unit, index, unit.parts[index].targetAttributes)
        writeContent12(target, unit.originalData, hasMid: true)
        xml.markup("</mrk>")
      } else {
        let parts = unit.parts
        let isSegment = { (index: Int) in parts[index].kind == .segment }
        let neighbour = sequence[place...].first(where: isSegment) ?? sequence[..<place].last(where: isSegment)
        guard let neighbour, parts[neighbour].target != nil else { continue }
        writeContent12(parts[index].target ?? parts[index].source, unit.originalData, hasMid: false)
      }
    }
  }

  /// The indices of a unit's parts in the order of their targets (2.x `target/@order`).
  private func targetSequence(_ unit: borrowing XLIFF.Unit) -> [Int] {
    var places: [(place: Int, index: Int)] = []
    for index in unit.parts.indices { places.append((unit.parts[index].order ?? index + 1, index)) }
    return places.sorted { $0 < $1 }.map(\.index)
  }

  private mutating func beginSegmentMark(
    _ unit: borrowing XLIFF.Unit, _ index: Int, _ attributes: [XLIFF.Attribute]
  ) {
    xml.markup("<mrk mtype=\"seg\"")
    var id = unit.parts[index].id
    if id.isEmpty {
      id = "seg-\(index + 1)"
      while unit.parts.contains(where: { $0.id == id }) { id += "_" }
    }
    attribute(" mid=\"", id)
    if !attributes.isEmpty { writeAttributes(attributes, skips: { $0.namespace == XMLName.xmlNamespace }) }
    xml.markup(">")
  }

  /// A 1.2 target has one state for all its segments: the lowest of those that have a target. That others have none, the
  /// marks show that are missing.
  private func targetState(_ unit: borrowing XLIFF.Unit) -> String? {
    var lowest: XLIFF.State?
    var subState: String?
    for part in unit.parts where part.kind == .segment && part.target != nil {
      if let own = part.subState, own.hasPrefix(XLIFF.prefix12) { subState = own }
      guard let state = part.state else { continue }
      lowest = lowest.map { min($0, state) } ?? state
    }
    // A word that means less than the state is an old one.
    if let subState {
      let word = XLIFF.word(of2: subState)
      if lowest == nil || XLIFF.state(of12: word).0.map({ $0 == lowest }) ?? true { return word }
    }
    return lowest.map(XLIFF.state12)
  }

  /// - Parameter segment: the `mid` of the segment that it is for, where there is such a mark.
  private mutating func writeMatch12(_ match: XLIFF.Match, segment: String?) {
    xml.markup("<alt-trans")
    attribute(" match-quality=\"", (match.similarity ?? match.quality ?? match.suitability)?.text)
    attribute(" origin=\"", match.origin)
    attribute(" mid=\"", segment)
    if match.isForReference == true {
      xml.markup(" alttranstype=\"reference\"")
    } else if let subType = match.subType, subType.hasPrefix(XLIFF.prefix12) {
      attribute(" alttranstype=\"", XLIFF.word(of2: subType))
    }
    writeAttributes(match.other.attributes)
    xml.markup(">\n")
    startsAtHand.removeAll(keepingCapacity: true)
    dataAtHand = nil
    if let source = match.source {
      xml.markup("<source")
      writeAttributes(match.sourceAttributes)
      xml.markup(">")
      writeContent12(source, match.originalData, hasMid: true)
      xml.markup("</source>\n")
    }
    xml.markup("<target")
    let isWordOf12 = match.subType?.hasPrefix(XLIFF.prefix12) ?? false
    if match.type != "other" || !isWordOf12 {
      attribute(" state-qualifier=\"", XLIFF.qualifier(ofMatchType: match.type))
    }
    writeAttributes(match.targetAttributes)
    xml.markup(">")
    startsAtHand.removeAll(keepingCapacity: true)
    writeContent12(match.target, match.originalData, hasMid: false)
    xml.markup("</target>\n")
    dataAtHand = nil
    for group in match.metadata.groups where group.element12 != nil { writeElement12(group) }
    writeMetadata12(match.metadata)
    writeFragments(match.other.fragments)
    xml.markup("</alt-trans>\n")
  }
}

extension XLIFF.Unit {
  /// Whether all segments have a final target.
  var isFinal: Bool {
    var count = 0
    for index in parts.indices where parts[index].kind == .segment {
      guard parts[index].state == .final, parts[index].target != nil else { return false }
      count += 1
    }
    return count > 0
  }
}
