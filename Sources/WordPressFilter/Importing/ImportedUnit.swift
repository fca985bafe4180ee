// How a unit of the article takes what a returned one holds.
internal import Interchange

extension UnitTranslation {
  /// Gives `unit`, the article's own, the targets and states of this translation.
  func fill(_ unit: inout XLIFF.Unit) {
    let codes = CodeTable(unit)
    guard let alignment else {
      // The tool has split, joined or moved segments: theirs are the unit's from now on.
      unit.parts = returned.parts.enumerated().map { index, part in
        var part = part
        part.id = part.kind == .segment ? "s\(index + 1)" : ""
        part.source = codes.restored(part.source)
        part.target = part.target.map(codes.restored)
        part.line = 0
        return part
      }
      unit.settleOrder()
      // Terms are still the unit's, but the marks in its source are gone.
      for index in unit.glossary.indices { unit.glossary[index].reference = nil }
      return
    }
    var segment = 0
    for index in unit.parts.indices where unit.parts[index].kind == .segment {
      defer { segment += 1 }
      guard let place = alignment[segment], returned.parts[place].isTranslated,
        let target = returned.parts[place].target
      else { continue }
      unit.parts[index].target = codes.restored(target)
      unit.parts[index].state = returned.parts[place].state ?? .translated
      unit.parts[index].subState = returned.parts[place].subState
    }
  }
}

extension XLIFF.Unit {
  /// Numbers the places of targets anew, from 1 and without gaps: tools that join segments forget to.
  fileprivate mutating func settleOrder() {
    guard parts.contains(where: { $0.order != nil }) else { return }
    let places = parts.indices.map { (place: parts[$0].order ?? $0 + 1, index: $0) }.sorted { $0 < $1 }
    for (place, entry) in places.enumerated() {
      let isMoved = place != entry.index && parts[entry.index].target != nil
      parts[entry.index].order = isMoved ? place + 1 : nil
    }
  }

  /// Takes targets that nobody has confirmed, in segments that have none; where segments don't pair, as candidates.
  mutating func takeProposals(of returned: XLIFF.Unit) {
    let codes = CodeTable(self)
    let own = parts.indices.filter { parts[$0].kind == .segment }
    let theirs = returned.parts.filter { $0.kind == .segment }
    var unpaired = returned
    unpaired.parts = []
    for (place, part) in theirs.enumerated() where part.isProposed {
      guard let target = part.target else { continue }
      guard own.count == theirs.count, part.source.text == parts[own[place]].source.text,
        XLIFF.CodeDifference(source: [parts[own[place]].source], target: [target]).isEmpty
      else {
        unpaired.parts.append(part)
        continue
      }
      let index = own[place]
      if parts[index].target != nil { continue }
      parts[index].target = codes.restored(target)
      parts[index].state = .initial
      parts[index].subState = part.subState
    }
    if !unpaired.parts.isEmpty { _ = takeCandidates(of: Leftover(unit: unpaired, home: nil, behind: 0)) }
  }

  /// Takes remarks of others: translators write to authors in them.
  mutating func takeNotes(of returned: XLIFF.Unit) {
    let categories = Set(notes.map(\.category))
    for note in returned.notes {
      let isOurs = note.category != nil && categories.contains(note.category)
      guard !isOurs, !notes.contains(where: { $0.text == note.text }) else { continue }
      notes.append(XLIFF.Note(category: note.category, note.text))
    }
  }

  /// Takes the candidates that were kept in an earlier import.
  mutating func takeCandidates(of returned: XLIFF.Unit) {
    for match in returned.matches where match.isKept { add(match) }
  }
}

/// What the article says of a unit's codes.
struct CodeTable {
  private struct Key: Hashable {
    var id: String
    var isEnd: Bool
  }

  private var elements: [Key: XLIFF.InlineElement] = [:]

  init(_ unit: XLIFF.Unit) {
    for part in unit.parts {
      for element in part.source.elements where element.kind.isCode { elements[Self.key(element)] = element }
    }
  }

  /// `content` with all that the article says of each code, for tools drop some of it; annotations are left out, whose
  /// references may lead nowhere here.
  func restored(_ content: XLIFF.Content) -> XLIFF.Content {
    var content = content
    content.elements = content.elements.filter(\.kind.isCode).map { element in
      let isCopy = element.copyOf != nil
      let key = isCopy ? Key(id: element.copyOf ?? "", isEnd: false) : Self.key(element)
      guard var own = elements[key] else { return element }
      (own.kind, own.offset, own.id) = (element.kind, element.offset, element.id)
      own.isIsolated = element.isIsolated
      // The start of a pair says what may be done with it, and an end that stands for itself repeats it.
      if own.kind == .endCode, let start = elements[Key(id: key.id, isEnd: false)] { own.hints = start.hints }
      if isCopy {
        own.copyOf = element.copyOf
        own.dataReference = nil
      }
      return own
    }
    return content
  }

  private static func key(_ element: XLIFF.InlineElement) -> Key {
    Key(id: element.id, isEnd: element.isEnd)
  }
}
