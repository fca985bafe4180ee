// Translations that can't be applied: their source was edited, or their codes are not those of the source. They are offered to
// the translator again.
internal import Interchange

/// A translated unit that is not in the post.
struct Leftover {
  var unit: XLIFF.Unit
  /// The number of the article's unit that it translates; nil: the article has it no longer.
  var home: Int?
  /// The number of the unit before it that the article still has; -1: there is none.
  var behind: Int

  /// At this share of common words, of 100, a unit counts as an edited one.
  private static let alike = 30

  /// What of it `taken` does not hold as targets.
  func without(_ taken: XLIFF.Unit) -> Leftover {
    var rest = self
    let held = taken.parts.compactMap(\.target)
    rest.unit.parts.removeAll { part in
      guard let target = part.target else { return true }
      return held.contains { $0.isSame(as: target) }
    }
    let whole = XLIFF.Content(joining: unit.parts.map { $0.target ?? $0.source })
    if XLIFF.Content(joining: taken.parts.map { $0.target ?? $0.source }).isSame(as: whole) { rest.unit.parts = [] }
    return rest
  }

  /// The number of the unit that it is most like: one that is not translated yet, of the same field where there is one; nil
  /// where none is like it.
  /// - Parameter words: those of the sources of the file's units.
  func likest(in file: XLIFF.File, _ words: [TextSimilarity.Words]) -> Int? {
    let own = TextSimilarity.Words(unit.parts.map(\.source.text))
    var best: (number: Int, score: Int)?
    for number in file.units.indices {
      let other = file.units[number]
      if other.parts.contains(where: \.isTranslated) { continue }
      var score = TextSimilarity.percent(own, words[number])
      guard score >= Self.alike else { continue }
      score = score * 4 + (other.field == unit.field ? 2 : 0) + (number > behind ? 1 : 0)
      if score > best?.score ?? 0 { best = (number, score) }
    }
    return best?.number
  }

  /// The number of the unit that stands where it stood; nil in a file without units.
  func place(in file: XLIFF.File) -> Int? {
    file.units.isEmpty ? nil : min(behind + 1, file.units.count - 1)
  }
}

extension XLIFF.Unit {
  /// The field that a unit is of: its name, or what its id begins with.
  fileprivate var field: Substring {
    name.map { $0[...] } ?? id.prefix { $0 != "-" }
  }

  /// Takes the sentences of `leftover` as candidates for the likest of its own.
  /// - Returns: how many there are.
  mutating func takeCandidates(of leftover: Leftover) -> Int {
    var count = 0
    let own = parts.filter { $0.kind == .segment }
    let words = own.map { TextSimilarity.Words([$0.source.text]) }
    for part in leftover.unit.parts where part.isTranslated || part.isProposed {
      guard let target = part.target else { continue }
      let theirs = TextSimilarity.Words([part.source.text])
      var best = (index: 0, score: -1)
      for index in own.indices {
        let score =
          own[index].source.text == part.source.text ? 100 : min(99, TextSimilarity.percent(words[index], theirs))
        if score > best.score { best = (index, score) }
      }
      guard own.indices.contains(best.index) else { continue }
      add(XLIFF.Match.kept(part, target: target, for: own[best.index].id, similarity: max(0, best.score)))
      count += 1
    }
    return count
  }
}
