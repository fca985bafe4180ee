// The constraints on inline codes and annotations (XLIFF 2.1, 4.2.3, 4.3.1, 4.7).

extension FileValidation {
  /// Ids, references and pairs of a unit's codes and annotations, on both sides.
  mutating func checkCodes(_ unit: XLIFF.Unit, unitIDs: Set<String>) {
    let hasElements = unit.parts.contains { !$0.source.elements.isEmpty || !($0.target?.elements.isEmpty ?? true) }
    guard hasElements else { return }
    let data = Set(unit.originalData.map(\.id))
    let sources = unit.parts.flatMap { part in part.source.elements.map { (element: $0, line: part.line) } }
    let targets = unit.parts.flatMap { part in (part.target?.elements ?? []).map { (element: $0, line: part.line) } }
    for (element, line) in sources + targets {
      checkElement(element, data: data, unitIDs: unitIDs, line: line)
    }
    checkPairs(sources, "source")
    // A target may stop in the middle of a unit, and so of a pair, as long as segments are missing.
    if unit.parts.allSatisfy({ $0.target != nil || $0.kind == .ignorable }) { checkPairs(targets, "target") }
    // In 1.2 a copy has its original's id.
    if document.version != .v1_2 {
      let partIDs = unit.parts.map(\.id).filter { !$0.isEmpty }
      checkUniqueIDs(sources, besides: partIDs, "source")
      checkUniqueIDs(targets, besides: partIDs, "target")
    }
  }

  private mutating func checkElement(
    _ element: XLIFF.InlineElement, data: Set<String>, unitIDs: Set<String>, line: Int
  ) {
    let isEnd = element.kind == .spanEnd || element.kind == .markEnd || element.kind == .endMarker
    if document.version != .v1_2 && !isEnd && !element.id.isEmpty && !Self.isNMTOKEN(element.id) {
      report("inline.id.nmtoken", "the id “\(element.id)” of a code is no NMTOKEN", line: line)
    }
    if let reference = element.dataReference {
      if !data.contains(reference) {
        report(
          "dataRef.unresolved", "the code “\(element.id)” refers to data “\(reference)”, which is not there", line: line
        )
      }
      if element.copyOf != nil {
        report("copyOf.dataRef", "the copied code “\(element.id)” may not refer to data of its own", line: line)
      }
    }
    for id in element.subFlows where !unitIDs.contains(id) {
      report(
        "subFlows.unresolved", "the code “\(element.id)” refers to unit “\(id)”, which this file lacks", line: line)
    }
    if element.subType != nil && element.type == nil {
      report("subType.type", "the code “\(element.id)” has a subType without a type", line: line)
    }
    if document.version != .v1_2 && !element.canReorder && element.kind != .spanEnd
      && (element.canCopy || element.canDelete)
    {
      report("canReorder", "a code that may not be reordered must also have canCopy and canDelete “no”", line: line)
    }
    if element.kind.isCode, let type = element.type, document.version != .v1_2, !Self.codeTypes.contains(type) {
      report("type", "type=\"\(type)\" is none of fmt, ui, quote, link, image and other", line: line)
    }
    // Comment annotation (4.7.3): a comment is in `value`, or in the note that `ref` names.
    if element.type == "comment", element.kind == .markStart || element.kind == .startMarker, document.version != .v1_2,
      (element.value == nil) == (element.reference == nil)
    {
      report("mrk.comment", "the comment “\(element.id)” has either a value or a ref", line: line)
    }
  }

  private static let codeTypes: Set<String> = ["fmt", "ui", "quote", "link", "image", "other"]

  /// Each start that is not isolated has one end, and each end its start.
  private mutating func checkPairs(_ elements: [(element: XLIFF.InlineElement, line: Int)], _ side: String) {
    for (start, end, names) in [
      (XLIFF.InlineElement.Kind.startCode, XLIFF.InlineElement.Kind.endCode, ("sc", "ec")),
      (.startMarker, .endMarker, ("sm", "em")),
    ] {
      // What was copied in a target is paired like any other.
      var starts: [String: Int] = [:]
      var ends: [String: Int] = [:]
      for (element, _) in elements where !element.isIsolated {
        if element.kind == start { starts[element.id, default: 0] += 1 }
        if element.kind == end { ends[element.id, default: 0] += 1 }
      }
      for (element, line) in elements where !element.isIsolated {
        if element.kind == start && ends[element.id] == nil {
          report("\(names.0).unpaired", "the start “\(element.id)” has no end in its unit's \(side)", line: line)
        }
        if element.kind == end && starts[element.id] == nil {
          report("\(names.1).unpaired", "the end of “\(element.id)” has no start in its unit's \(side)", line: line)
        }
      }
    }
    checkEnds(elements)
  }

  /// The hints of an end code repeat those of its start (4.2.3, `ec`).
  private mutating func checkEnds(_ elements: [(element: XLIFF.InlineElement, line: Int)]) {
    guard document.version != .v1_2 else { return }
    let starts = Dictionary(elements.map(\.element).filter { $0.kind == .startCode }.map { ($0.id, $0) }) { first, _ in
      first
    }
    for (end, line) in elements where end.kind == .endCode && !end.isIsolated {
      guard let start = starts[end.id] else { continue }
      if start.canCopy != end.canCopy || start.canDelete != end.canDelete || start.canReorder != end.canReorder {
        report("ec.hints", "the end of “\(end.id)” has other editing hints than its start", line: line)
      }
    }
  }

  /// Codes, annotations and segments share one set of ids in a unit (4.3.1, `id`).
  private mutating func checkUniqueIDs(
    _ elements: [(element: XLIFF.InlineElement, line: Int)], besides partIDs: [String], _ side: String
  ) {
    var ids = Set(partIDs)
    for (element, line) in elements where !element.id.isEmpty {
      switch element.kind {
      case .spanEnd, .markEnd, .endMarker: continue
      case .endCode where !element.isIsolated: continue
      default: break
      }
      if !ids.insert(element.id).inserted {
        report("inline.id.unique", "the id “\(element.id)” is used twice in a unit's \(side)", line: line)
      }
    }
  }
}
