// References that are fragment identifiers: read, and judged at the end of the unit or, where they point out of it, after the
// document (XLIFF 2.1, 3).
internal import XMLStream

/// A reference that is judged at the end of its unit.
struct LocalReference {
  /// What refers.
  enum Owner {
    case annotation, comment, match, glossary, note
  }

  var owner: Owner
  /// As it is written.
  var text: String
  var line: Int
}

extension Constraints2 {
  /// Takes the reference in `attribute`.
  mutating func refer(
    _ owner: LocalReference.Owner, _ attribute: AttributeWord, _ check: StructureCheck, _ xml: XMLReader
  ) {
    guard let text = check.string(attribute, xml) else { return }
    localReferences.append(LocalReference(owner: owner, text: text, line: xml.line))
  }

  /// Judges the references of the unit that ends.
  mutating func judgeReferences() {
    for reference in localReferences { judge(reference) }
    localReferences.removeAll(keepingCapacity: true)
  }

  private mutating func judge(_ reference: LocalReference) {
    let shown = Quoted.text(reference.text)
    guard let sign = reference.text.firstIndex(of: "#") else {
      switch reference.owner {
      case .annotation: return
      case .comment: add(.commentRef, reference, "\(shown) is no reference to a note of the unit")
      case .match: add(.matchRef, reference, "\(shown) is no reference to a span of the unit, such as #1")
      case .glossary: add(.glossaryRef, reference, "\(shown) is no reference to a span of the unit, such as #1")
      case .note:
        // The Plural, Gender, and Select module's own example leaves the # out.
        if !unit.sourceIDs.contains(Hash.of(reference.text)) {
          add(.noteRef, reference, "\(shown) is no reference to a segment of the unit, such as #1")
        }
      }
      return
    }
    let fragment = reference.text[reference.text.index(after: sign)...]
    guard sign == reference.text.startIndex else {
      judgeExternal(reference, fragment)
      return
    }
    do {
      let identifier = try FragmentIdentifier(fragment)
      if isLocal(identifier) {
        judgeLocal(reference, identifier)
      } else {
        judgeDistant(reference, identifier)
      }
    } catch {
      log.add(error.rule, "\(shown) is no fragment identifier: \(error.text)", line: reference.line)
    }
  }

  private func add(_ rule: ValidationRule, _ reference: LocalReference, _ text: String) {
    log.add(rule, text, line: reference.line)
  }

  /// A reference into another document can't be followed; where it should have been one into the unit, an id of the unit in
  /// it is taken for meant.
  private func judgeExternal(_ reference: LocalReference, _ fragment: Substring) {
    let id = Hash.of(String(fragment))
    let isKnown = unit.sourceIDs.contains(id) || unit.targetIDs.contains(id)
    let shown = Quoted.text(reference.text)
    switch reference.owner {
    case .annotation, .note: return
    case .comment: add(.commentRef, reference, "\(shown) does not refer to a note of the unit")
    case .match: if !isKnown { add(.matchRef, reference, "\(shown) does not refer to a span of the unit") }
    case .glossary: if !isKnown { add(.glossaryRef, reference, "\(shown) does not refer to a span of the unit") }
    }
  }

  /// Whether it stays in the unit at hand.
  private func isLocal(_ identifier: FragmentIdentifier) -> Bool {
    guard depth > 0, containers[depth - 1].word == .unit else { return false }
    if let file = identifier.file, Hash.of(Hash.of(file), 0x66) != fileKey { return false }
    if let unit = identifier.unit { return Hash.of(unit) == containers[depth - 1].id }
    // Without a unit, a group or a file ends the path above the unit at hand.
    return identifier.group == nil && identifier.file == nil
  }

  private func judgeLocal(_ reference: LocalReference, _ identifier: FragmentIdentifier) {
    let isThere: Bool
    var isSpan = false
    switch identifier.leaf {
    case .nothing: isThere = true
    case .note(let id): isThere = containers[depth - 1].noteIDs.contains(Hash.of(id))
    case .data(let id): isThere = unit.dataIDs.contains(Hash.of(id))
    case .target(let id):
      isThere = unit.targetIDs.contains(Hash.of(id))
      isSpan = true
    case .source(let id):
      isThere = unit.sourceIDs.contains(Hash.of(id))
      isSpan = true
    case .module(let prefix, let id):
      isThere = containers[depth - 1].moduleIDs.contains(Hash.of(Hash.of(prefix), Hash.of(id)))
    }
    let shown = Quoted.text(reference.text)
    switch reference.owner {
    case .annotation:
      if !isThere { add(.fragmentUnresolved, reference, "\(shown) refers to something that is not there") }
    case .comment:
      guard case .note = identifier.leaf, isThere else {
        add(.commentRef, reference, "\(shown) does not refer to a note of the unit")
        return
      }
    case .match:
      if !isThere || !isSpan { add(.matchRef, reference, "\(shown) does not refer to a span of the unit") }
    case .glossary:
      if !isThere || !isSpan { add(.glossaryRef, reference, "\(shown) does not refer to a span of the unit") }
    case .note:
      if !isThere || !isSpan { add(.noteRef, reference, "\(shown) does not refer to a segment of the unit") }
    }
  }

  private mutating func judgeDistant(_ reference: LocalReference, _ identifier: FragmentIdentifier) {
    let shown = Quoted.text(reference.text)
    switch reference.owner {
    case .comment: add(.commentRef, reference, "\(shown) does not refer to a note of the unit")
    case .match: add(.matchRef, reference, "\(shown) does not refer to a span of the unit")
    case .glossary: add(.glossaryRef, reference, "\(shown) does not refer to a span of the unit")
    case .note: add(.noteRef, reference, "\(shown) does not refer to a segment of the unit")
    case .annotation:
      references.append(
        PendingReference(
          key: key(of: identifier), rule: .fragmentUnresolved, text: "\(shown) refers to something that is not there",
          line: reference.line))
    }
  }

  /// By what `ReferenceResolution` finds what is meant. Missing selectors are those of the place where the reference is.
  private func key(of identifier: FragmentIdentifier) -> UInt64 {
    let file = identifier.file.map { Hash.of(Hash.of($0), 0x66) } ?? fileKey
    let isFileAlone = identifier.file != nil && identifier.group == nil && identifier.unit == nil
    var container = file
    if let unit = identifier.unit {
      container = Hash.of(Hash.of(file, 0x75), Hash.of(unit))
    } else if let group = identifier.group {
      container = Hash.of(Hash.of(file, 0x67), Hash.of(group))
    } else if !isFileAlone, depth > 0 {
      container = containers[depth - 1].key
    }
    return switch identifier.leaf {
    case .nothing: container
    case .note(let id): ReferenceKey.of(container, "n", Hash.of(id))
    case .data(let id): ReferenceKey.of(container, "d", Hash.of(id))
    case .target(let id): ReferenceKey.of(container, "t", Hash.of(id))
    case .source(let id): ReferenceKey.of(container, "", Hash.of(id))
    case .module(let prefix, let id): ReferenceKey.of(container, prefix, Hash.of(id))
    }
  }
}

/// The keys by which references and what they mean are matched.
enum ReferenceKey {
  /// Something in a container, by the prefix that a fragment identifier has for it.
  static func of(_ container: UInt64, _ prefix: String, _ id: UInt64) -> UInt64 {
    Hash.of(Hash.of(container, Hash.of(prefix)), id)
  }
}
