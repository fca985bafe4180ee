internal import Configuration
internal import Interchange
internal import Terminology

/// `terminology.untranslated`: a term of the source stands in the target as it is.
package struct UntranslatedTermCheck: Check {
  package static let description = CheckDescription(
    name: "terminology.untranslated", severity: .warning,
    summary: """
      A term of the source stands in the target in the source's language, and nothing there renders it. Not where the word is \
      a term of the target's language too.
      """)

  package init() {}

  package func problems(in unit: CheckedUnit, _ context: CheckContext) -> [(segment: Int, problem: Problem)] {
    guard let target = context.target else { return [] }
    var problems: [(segment: Int, problem: Problem)] = []
    for (index, segment) in unit.segments.enumerated() {
      // A whole sentence that was left as it is is one finding, of another check.
      guard let translation = segment.translation, !UntranslatedSegmentCheck.isUntranslated(segment, context) else {
        continue
      }
      var last: Range<Int>?
      for match in segment.untranslatedTerms(context) where match.byteRange != last {
        last = match.byteRange
        let text = String(decoding: translation.text[match.byteRange], as: UTF8.self)
        let suggestions = target.suggestions[match.concept] ?? []
        problems.append(
          (
            index,
            Problem(
              .warning, .target, match.byteRange, concept: match.concept,
              message: "\"\(text)\" is left in \(context.source.profile.name): write \(suggestions.quotedChoice)",
              suggestions: suggestions)
          ))
      }
    }
    return problems
  }
}
