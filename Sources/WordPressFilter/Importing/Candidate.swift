// A translation that can't be applied, as a candidate in XLIFF's sense (XLIFF 2.1, 5.1).
internal import Interchange

extension XLIFF.Match {
  /// Who proposes: says to a later import that this is a translator's work that must not get lost.
  static let keeper = "overzet:kept"

  /// Whether an import has kept it.
  var isKept: Bool { origin == Self.keeper }

  /// The translation of `part`, which came back in `unit`, as a candidate for the segment of that id.
  /// - Parameter similarity: of 100, how like both sources are.
  static func kept(_ part: XLIFF.Part, target: XLIFF.Content, for segment: String, similarity: Int) -> XLIFF.Match {
    XLIFF.Match(
      reference: "#\(segment)", origin: keeper, similarity: XLIFF.Percentage(Double(similarity)),
      source: part.source.asCandidate, target: target.asCandidate)
  }
}

extension XLIFF.File {
  /// Makes candidates of targets that are only proposed.
  /// - Parameter always: also where no other target of their unit is a translation.
  package mutating func separateProposals(always: Bool) {
    for unit in units.indices where always || units[unit].parts.contains(where: \.isTranslated) {
      for index in units[unit].parts.indices where units[unit].parts[index].isProposed {
        let part = units[unit].parts[index]
        guard let target = part.target else { continue }
        units[unit].add(XLIFF.Match.kept(part, target: target, for: part.id, similarity: 100))
        units[unit].parts[index].target = nil
        units[unit].parts[index].state = nil
        units[unit].parts[index].subState = nil
      }
    }
  }
}

extension XLIFF.Unit {
  /// Adds a candidate, unless it says nothing new, and lets it point to a segment that there is.
  mutating func add(_ match: XLIFF.Match) {
    guard let first = parts.first(where: { $0.kind == .segment }) else { return }
    var match = match
    let known = parts.contains { $0.kind == .segment && "#\($0.id)" == match.reference }
    if !known { match.reference = "#\(first.id)" }
    let isKnown = matches.contains { other in
      other.reference == match.reference && other.target.isSame(as: match.target)
    }
    if !isKnown { matches.append(match) }
  }
}

extension XLIFF.Content {
  /// The same with codes that stand for themselves: without references to data, to other units and to other codes, each id
  /// once, and a half whose other half is missing marked as isolated.
  fileprivate var asCandidate: XLIFF.Content {
    var content = XLIFF.Content(text: text)
    var seen: Set<String> = []
    for element in elements where element.kind.isCode {
      guard seen.insert(element.id + (element.isEnd ? "/" : "")).inserted else { continue }
      var copy = element
      (copy.dataReference, copy.copyOf, copy.subFlows, copy.isIsolated) = (nil, nil, [], false)
      content.elements.append(copy)
    }
    content.isolateHalves()
    return content
  }

  private mutating func isolateHalves() {
    var open: [String: Int] = [:]
    for index in elements.indices {
      let element = elements[index]
      if element.isStart {
        open[element.id] = index
      } else if element.isEnd {
        if open.removeValue(forKey: element.id) == nil {
          elements[index].kind = .endCode
          elements[index].isIsolated = true
        }
      }
    }
    for index in open.values {
      elements[index].kind = .startCode
      elements[index].isIsolated = true
    }
  }
}
