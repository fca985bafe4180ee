// What 1.2 has no words for, and what it says otherwise. The writer finds the words for the rest.

/// Makes what was read from 2.x fit for 1.2.
enum AdaptationTo12 {
  static func adapt(_ file: inout XLIFF.File, _ losses: inout XLIFF.Losses) {
    countModules(file.modules, &losses)
    countNotes(file.notes, &losses)
    file.modules.attributes.space = nil
  }

  static func adapt(_ group: inout XLIFF.Group, _ losses: inout XLIFF.Losses) {
    countModules(group.modules, &losses)
    countNotes(group.notes, &losses)
    // The id that it had in 1.2.
    if let id = group.modules.attributes.take("id") { group.id = id }
  }

  static func adapt(_ unit: inout XLIFF.Unit, _ losses: inout XLIFF.Losses) {
    countNotes(unit.notes, &losses)
    if !unit.isPlain {
      var modules = unit.modules
      countModules(modules, &losses)
      if let id = modules.attributes.take("id") { unit.id = id }
      let segments = homes(in: unit)
      for index in modules.matches.indices {
        adapt(&modules.matches[index], &losses)
        guard let reference = modules.matches[index].reference else { continue }
        let named = String(reference.drop { $0 == "#" })
        if unit.parts.contains(where: { $0.kind == .segment && $0.id == named }) { continue }
        losses.add("candidates for a part of a segment")
        modules.matches[index].reference = segments[named].map { "#" + $0 }
      }
      unit.modules = modules
    }
    countParts(unit, &losses)
    losses.add("attributes of original data", unit.originalData.count { !$0.attributes.isEmpty })
  }

  /// The ids of the segments that annotations stand in, by what refers to these.
  private static func homes(in unit: XLIFF.Unit) -> [String: String] {
    var homes: [String: String] = [:]
    for part in unit.parts where !part.id.isEmpty {
      for element in part.source.elements where !element.kind.isCode { homes[element.id] = part.id }
      for element in part.target?.elements ?? [] where !element.kind.isCode { homes["t=" + element.id] = part.id }
    }
    return homes
  }

  private static func adapt(_ match: inout XLIFF.Match, _ losses: inout XLIFF.Losses) {
    if let quality = match.other.attributes.take("match-quality") { match.similarity = XLIFF.Percentage(quality) }
    if match.id != nil { losses.add("ids of candidates") }
    let stated = [match.similarity, match.quality, match.suitability].compactMap { $0 }
    losses.add("ratings of candidates beside the first", max(0, stated.count - 1))
    if let subType = match.subType, !subType.hasPrefix(XLIFF.prefix12) { losses.add("subtypes of candidates") }
    if match.isForReference == false { losses.add("candidates that say that they are not for reference only") }
    if let source = match.source { countElements(source, &losses) }
    countElements(match.target, &losses)
  }

  private static func countNotes(_ notes: [XLIFF.Note], _ losses: inout XLIFF.Losses) {
    for note in notes where !note.isPlain {
      if note.id != nil { losses.add("ids of notes") }
      if note.reference != nil { losses.add("references of notes") }
      losses.add("extensions of notes", note.attributes.count { !$0.namespace.isEmpty })
    }
  }

  private static func countModules(_ modules: XLIFF.Modules, _ losses: inout XLIFF.Losses) {
    for attribute in modules.attributes where attribute.namespace.isEmpty {
      switch attribute.name {
      case "canResegment": losses.add("leave to split and join (canResegment)")
      case "srcDir", "trgDir": losses.add("writing directions")
      default: break
      }
    }
    for entry in modules.glossary {
      let attributes = entry.translations.reduce(entry.term.attributes.count) { $0 + $1.attributes.count }
      losses.add(
        "extensions of glossary entries",
        attributes + (entry.definition?.attributes.count ?? 0) + entry.other.attributes.count
          + entry.other.fragments.count)
    }
  }

  private static func countParts(_ unit: XLIFF.Unit, _ losses: inout XLIFF.Losses) {
    let isSegmented = unit.parts.count > 1 || unit.parts.first?.id.isEmpty == false || unit.modules.marksSegment
    var states: Set<XLIFF.State?> = []
    for part in unit.parts {
      if !part.id.isEmpty, part.kind == .ignorable { losses.add("ids of ignorables") }
      if part.kind == .segment {
        if part.target != nil {
          states.insert(part.state)
        } else if part.state != nil {
          losses.add("states without a target")
        }
      }
      if let subState = part.subState, !subState.hasPrefix(XLIFF.prefix12) { losses.add("substates") }
      losses.add("attributes of segments", part.attributes.count + part.sourceAttributes.count)
      if !isSegmented { losses.add("attributes of targets", part.targetAttributes.count) }
      countElements(part.source, &losses)
      if let target = part.target { countElements(target, &losses) }
    }
    // The lowest one is written.
    losses.add("states of single segments", max(0, states.count - 1))
  }

  private static func countElements(_ content: XLIFF.Content, _ losses: inout XLIFF.Losses) {
    var nesting = XLIFF.Nesting()
    if !content.elements.isEmpty { nesting.match(content.elements, markers: true) }
    for (index, element) in content.elements.enumerated() {
      if element.equivalent != nil { losses.add("plain-text equivalents of codes") }
      if element.copyOf != nil { losses.add("origins of copied codes") }
      if element.reference != nil { losses.add("references of annotations") }
      if !element.canDelete || !element.canReorder { losses.add("editing hints of codes") }
      switch element.kind {
      case .spanEnd where element.display != nil && nesting.partner[index] >= 0 && element.dataReference == nil:
        if content.elements[nesting.partner[index]].dataReference == nil { losses.add("display texts of ends") }
      case .startMarker, .markStart: if nesting.partner[index] < 0 { losses.add("annotations that cross something") }
      default: break
      }
      if element.isPlain { continue }
      losses.add(
        "directions and overlap of codes",
        element.attributes.count { $0.namespace.isEmpty && ($0.name == "dir" || $0.name == "canOverlap") })
    }
    losses.add(
      "characters that XML forbids", content.text.count { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D })
  }
}
