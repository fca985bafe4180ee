internal import Interchange
internal import Terminology

/// `terminology.missing`: a term of the source has no rendering that the glossary knows.
package struct MissingTermCheck: Check {
  package static let description = CheckDescription(
    name: "terminology.missing", severity: .warning,
    summary: """
      A term of the source has no preferred or admitted rendering in the target. Where there are some, but fewer than the \
      source has, it is a note with both counts: a pronoun may stand for the others.
      """)

  package init() {}

  package func problems(in unit: CheckedUnit, _ context: CheckContext) -> [(segment: Int, problem: Problem)] {
    guard context.target != nil else { return [] }
    var problems: [(segment: Int, problem: Problem)] = []
    for (index, segment) in unit.segments.enumerated() {
      let untranslated = segment.untranslatedTerms(context)
      for (occurrences, present) in zip(segment.occurrences, segment.renderings) {
        let wanted = occurrences.places.count
        guard present < wanted, present + spare(unit, index, occurrences) < wanted else { continue }
        // The term that was left as it is has a finding of its own.
        if untranslated.contains(where: { occurrences.isRendered(by: $0) }) { continue }
        problems.append((index, problem(occurrences, present, segment, context)))
      }
    }
    return problems
  }

  /// The renderings in the unit's other segments that those don't need themselves: sentences may change places.
  private func spare(_ unit: CheckedUnit, _ index: Int, _ occurrences: TermOccurrences) -> Int {
    unit.segments.indices.filter { $0 != index }.reduce(0) { sum, other in
      let segment = unit.segments[other]
      let own = segment.occurrences.first { $0.concepts == occurrences.concepts }?.places.count ?? 0
      return sum + max(0, occurrences.renderings(in: segment.targetTerms) - own)
    }
  }

  private func problem(
    _ occurrences: TermOccurrences, _ present: Int, _ segment: CheckedSegment, _ context: CheckContext
  ) -> Problem {
    let place = occurrences.places[min(present, occurrences.places.count - 1)]
    let text = String(decoding: segment.part.source.text[place], as: UTF8.self)
    let suggestions = occurrences.concepts.flatMap { context.target?.suggestions[$0] ?? [] }
    let message =
      present == 0
      ? "\"\(text)\" is not rendered by a term of the glossary: write \(suggestions.quotedChoice)"
      : "\"\(text)\" stands \(occurrences.places.count) times in the source, \(suggestions.quotedChoice) "
        + "\(present == 1 ? "once" : "\(present) times") in the translation"
    return Problem(
      present == 0 ? .warning : .note, .source, place, concept: occurrences.concepts.first, message: message,
      suggestions: suggestions)
  }
}

extension [String] {
  /// `"a"`, `"a" or "b"`, `"a", "b" or "c"`.
  var quotedChoice: String {
    let quoted = map { "\"\($0)\"" }
    guard quoted.count > 1 else { return quoted.first ?? "" }
    return quoted.dropLast().joined(separator: ", ") + " or " + quoted[quoted.count - 1]
  }
}
