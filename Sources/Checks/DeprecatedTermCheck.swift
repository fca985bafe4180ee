internal import Configuration
internal import Interchange
internal import Terminology

/// `terminology.deprecated`: the target uses a term that the glossary rules out.
package struct DeprecatedTermCheck: Check {
  package static let description = CheckDescription(
    name: "terminology.deprecated", severity: .error,
    summary: """
      The target uses a term that the glossary calls deprecated (an error) or superseded (a warning), whatever the source \
      says. Not where the same word is an approved term of another concept, nor where it is only part of a compound.
      """)

  package init() {}

  package func problems(in unit: CheckedUnit, _ context: CheckContext) -> [(segment: Int, problem: Problem)] {
    guard let target = context.target else { return [] }
    return unit.segments.enumerated().flatMap { index, segment -> [(segment: Int, problem: Problem)] in
      guard let translation = segment.translation else { return [] }
      let ruledOut = segment.targetTerms.filter { match in
        !match.isApproved && match.rule != .compound
          && !segment.targetTerms.contains { other in
            // An approved term with it inside, or the same word for another idea; or a longer one that is ruled out itself.
            other.byteRange.contains(match.byteRange) && (other.isApproved || other.byteRange != match.byteRange)
          }
      }
      return ruledOut.map { match in
        let text = String(decoding: translation.text[match.byteRange], as: UTF8.self)
        let suggestions = target.suggestions[match.concept] ?? []
        let remedy = suggestions.isEmpty ? "the glossary names no other term" : "write \(suggestions.quotedChoice)"
        return (
          index,
          Problem(
            match.term.status == .deprecated ? .error : .warning, .target, match.byteRange, concept: match.concept,
            message: "\"\(text)\" is \(match.term.status.word) in \(target.profile.name): \(remedy)",
            suggestions: suggestions)
        )
      }
    }
  }
}
