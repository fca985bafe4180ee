/// The ids of one unit, made unique over its segments, codes and annotations, and what refers to them.
enum UnitAdaptation {
  static func adapt(_ unit: inout XLIFF.Unit, _ losses: inout XLIFF.Losses) {
    var sources = unit.parts.map(\.source)
    var targets = unit.parts.map(\.target)
    let shown = ShownData(unit.originalData)
    for index in sources.indices {
      shown.adapt(&sources[index])
      if var target = targets[index] {
        shown.adapt(&target)
        targets[index] = target
      }
    }
    let original = unit.parts.map(\.id)

    // Codes keep their ids, and both sides number repeated ones in the same way.
    var taken: Set<String> = []
    rename(&sources, &taken, &losses)
    rename(&targets, &taken, &losses)

    var isNeeded = !unit.matches.isEmpty
    var segments: [String: String] = [:]
    for index in unit.parts.indices {
      unit.parts[index].source = sources[index]
      unit.parts[index].target = targets[index]
      let attributes = unit.parts[index].attributes.count + unit.parts[index].targetAttributes.count
      losses.add("attributes of segments' marks", attributes)
      (unit.parts[index].attributes, unit.parts[index].targetAttributes) = ([], [])
      if original[index].isEmpty && !(isNeeded && unit.parts[index].kind == .segment) { continue }
      if original[index].isEmpty { isNeeded = false }
      var id = original[index].isEmpty ? "s1" : NMTOKEN.encoded(original[index])
      if taken.contains(id) { id = "s" + id }
      while !taken.insert(id).inserted { id += "_" }
      unit.parts[index].id = id
      if segments[original[index]] == nil { segments[original[index]] = id }
    }
    if unit.matches.isEmpty { return }
    adaptMatches(&unit, segments, &losses)
  }

  private static func adaptMatches(
    _ unit: inout XLIFF.Unit, _ segments: [String: String], _ losses: inout XLIFF.Losses
  ) {
    var matches = unit.matches
    let first = unit.parts.first { $0.kind == .segment }
    let count = unit.parts.count { $0.kind == .segment }
    for index in matches.indices {
      let shown = ShownData(matches[index].originalData)
      shown.adapt(&matches[index].target)
      if var source = matches[index].source {
        shown.adapt(&source)
        matches[index].source = source
      }
      let named = matches[index].reference.map { String($0.dropFirst()) }
      let id = named.flatMap { segments[$0] } ?? first?.id ?? ""
      if named == nil && count > 1 { losses.add("candidates for a whole unit") }
      matches[index].reference = "#" + id
      if let similarity = matches[index].similarity, similarity.value.map({ String($0) }) != similarity.text {
        let number = similarity.value.map { XLIFF.Percentage($0) }
        if number?.text != similarity.text { matches[index].other.attributes["match-quality"] = similarity.text }
        matches[index].similarity = number
      }
      if matches[index].source == nil {
        matches[index].source =
          named == nil
          ? XLIFF.Content(joining: unit.parts.map(\.source))
          : unit.parts.first { $0.id == id }?.source ?? XLIFF.Content()
        // Its codes are the unit's, whose data a candidate can't name.
        matches[index].source?.forgetData()
      }
      var taken: Set<String> = []
      var contents = [matches[index].source ?? XLIFF.Content()]
      rename(&contents, &taken, &losses)
      matches[index].source = contents[0]
      contents = [matches[index].target]
      rename(&contents, &taken, &losses)
      matches[index].target = contents[0]
    }
    unit.matches = matches
  }

  /// Gives each code and annotation of one side an id of its own, and says of halves whether the other is there.
  private static func rename(
    _ contents: inout [XLIFF.Content], _ taken: inout Set<String>, _ losses: inout XLIFF.Losses
  ) {
    var side = Side()
    for index in contents.indices { side.rename(&contents[index], &losses) }
    for index in contents.indices { side.isolate(&contents[index], index) }
    taken.formUnion(side.taken)
  }

  private static func rename(
    _ contents: inout [XLIFF.Content?], _ taken: inout Set<String>, _ losses: inout XLIFF.Losses
  ) {
    var present = contents.compactMap { $0 }
    rename(&present, &taken, &losses)
    var rest = present[...]
    for index in contents.indices where contents[index] != nil { contents[index] = rest.popFirst() }
  }
}

/// One side of a unit, while its elements are renamed.
private struct Side {
  private(set) var taken: Set<String> = []
  /// Starts that are open, by the id that they had: what they are called now, and where they stand.
  private var open: [String: [(id: String, content: Int, element: Int)]] = [:]
  private var alone: [(content: Int, element: Int)] = []
  private var contentCount = 0
  private var markCount = 0

  mutating func rename(_ content: inout XLIFF.Content, _ losses: inout XLIFF.Losses) {
    for index in content.elements.indices {
      let element = content.elements[index]
      let key = (element.kind.isCode ? "c" : "m") + element.id
      switch element.kind {
      case .standaloneCode: content.elements[index].id = fresh(element)
      case .startCode where element.isIsolated, .endCode where element.isIsolated:
        content.elements[index].id = fresh(element)
      case .spanStart, .startCode, .markStart, .startMarker:
        let id = fresh(element)
        content.elements[index].id = id
        open[key, default: []].append((id, contentCount, index))
      case .spanEnd, .endCode, .markEnd, .endMarker:
        if let start = open[key]?.popLast() {
          content.elements[index].id = start.id
        } else {
          content.elements[index].id = fresh(element)
          alone.append((contentCount, index))
        }
      }
      adapt(&content.elements[index], &losses)
    }
    contentCount += 1
  }

  /// Marks the halves whose other half is not there.
  mutating func isolate(_ content: inout XLIFF.Content, _ number: Int) {
    for start in open.values.joined() where start.content == number && content.elements[start.element].kind.isCode {
      content.elements[start.element].isIsolated = true
    }
    for end in alone where end.content == number && content.elements[end.element].kind.isCode {
      content.elements[end.element].isIsolated = true
    }
  }

  private mutating func fresh(_ element: XLIFF.InlineElement) -> String {
    var id = NMTOKEN.encoded(element.id)
    if id.isEmpty {
      markCount += 1
      id = (element.kind.isCode ? "c" : "m") + String(markCount)
    }
    var number = 1
    let base = id
    while !taken.insert(id).inserted {
      number += 1
      id = "\(base)-\(number)"
    }
    return id
  }

  /// What of an element 2.x has no words for.
  private func adapt(_ element: inout XLIFF.InlineElement, _ losses: inout XLIFF.Losses) {
    element.isNative = false
    if !element.subFlows.isEmpty { element.subFlows = element.subFlows.map(NMTOKEN.encoded) }
    if element.type == "comment", element.kind == .markStart, element.value == nil { element.value = "" }
    if element.isPlain { return }
    let isCode = element.kind.isCode
    let kept = element.attributes.filter { attribute in
      !attribute.namespace.isEmpty
        && (!isCode || attribute.namespace.hasPrefix("urn:oasis:names:tc:xliff:")
          || attribute.namespace == XLIFFModule.its.description)
    }
    let dropped = element.attributes.count { !kept.contains($0) && $0.name != "rid" && $0.name != "id" }
    losses.add("attributes of codes", dropped)
    element.attributes = kept
  }
}

extension XLIFF.Content {
  fileprivate mutating func forgetData() {
    for index in elements.indices { elements[index].dataReference = nil }
  }
}
