internal import Configuration
internal import Interchange
internal import Terminology

/// `terminology.missing`: a term of the source has no rendering that the glossary knows.
package struct MissingTermCheck: Check {
  package static let description = CheckDescription(
    name: "terminology.missing", severity: .warning,
    summary: """
      A term of the source has no preferred or admitted rendering in the target. Where there are some, but fewer than the \
      source has, it is a note with both counts: a pronoun may stand for the others. In a language that writes compounds \
      as one word, a rendering of five letters or more also counts at the end of a longer word.
      """)

  package init() {}

  package func problems(in unit: CheckedUnit, _ context: CheckContext) -> [(segment: Int, problem: Problem)] {
    guard context.target != nil else { return [] }
    var problems: [(segment: Int, problem: Problem)] = []
    for (index, segment) in unit.segments.enumerated() {
      let untranslated = segment.untranslatedTerms(context)
      for (occurrences, present) in zip(segment.occurrences, segment.renderings) {
        let wanted = occurrences.places.count
        guard present < wanted else { continue }
        let lenient = Self.renderings(of: occurrences, in: segment, present, context)
        guard lenient < wanted, lenient + spare(unit, index, occurrences, context) < wanted else { continue }
        // The term that was left as it is has a finding of its own.
        if untranslated.contains(where: { occurrences.isRendered(by: $0) }) { continue }
        problems.append((index, problem(occurrences, lenient, segment, context)))
      }
    }
    return problems
  }

  /// The renderings in the unit's other segments that those don't need themselves: sentences may change places.
  private func spare(
    _ unit: CheckedUnit, _ index: Int, _ occurrences: TermOccurrences, _ context: CheckContext
  ) -> Int {
    unit.segments.indices.filter { $0 != index }.reduce(0) { sum, other in
      let segment = unit.segments[other]
      let own = segment.occurrences.first { $0.concepts == occurrences.concepts }?.places.count ?? 0
      let present = occurrences.renderings(in: segment.targetTerms)
      return sum + max(0, Self.renderings(of: occurrences, in: segment, present, context) - own)
    }
  }

  /// How many places of the translation may render one of the concepts: `present`, or more once the known end of a word is
  /// enough. That is asked only of what would be a finding else.
  private static func renderings(
    of occurrences: TermOccurrences, in segment: CheckedSegment, _ present: Int, _ context: CheckContext
  ) -> Int {
    guard let translation = segment.translation, let target = context.target, target.profile.compounds != nil else {
      return present
    }
    // Folding can't fail on a text that it has folded before.
    let matches = (try? target.matcher.matches(in: translation, .allAndWordEnds)) ?? []
    return max(present, occurrences.renderings(in: matches))
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
