internal import Configuration
internal import Interchange
internal import Terminology
internal import UnicodeText

/// `terminology.foreign`: a term of another language of the glossary stands in the source.
package struct ForeignTermCheck: Check {
  package static let description = CheckDescription(
    name: "terminology.foreign", severity: .warning,
    summary: """
      A term of another of the glossary's languages stands in the source, such as a Dutch word in an English table. Not \
      where the word is a term or a frequent word of the source's language too, is shorter than four letters, or is written \
      in capitals only. Once for a concept and a place, however many of the languages have the term.
      """)

  /// Shorter words are too often words of both languages.
  private static let shortest = 4

  /// What one finding is about.
  private struct Place: Hashable {
    var concept: String
    /// Bytes of the source.
    var range: Range<Int>
  }

  package init() {}

  package func problems(in unit: CheckedUnit, _ context: CheckContext) -> [(segment: Int, problem: Problem)] {
    var problems: [(segment: Int, problem: Problem)] = []
    for (index, segment) in unit.segments.enumerated() {
      // A term in `nl` holds in `nl-BE` too: each language of the glossary would name it.
      var named: Set<Place> = []
      for language in context.foreign {
        // Folding can't fail on a text that it has folded before.
        let matches = (try? language.matcher.matches(in: segment.part.source, .all)) ?? []
        var end = 0
        for match in matches where match.byteRange.lowerBound >= end && isForeign(match, segment, context) {
          end = match.byteRange.upperBound
          guard named.insert(Place(concept: match.concept, range: match.byteRange)).inserted else { continue }
          problems.append((index, problem(match, segment, language, context)))
        }
      }
    }
    return problems
  }

  private func isForeign(_ match: TermMatch, _ segment: CheckedSegment, _ context: CheckContext) -> Bool {
    guard match.rule != .compound, match.codePointRange.count >= Self.shortest else { return false }
    // What the glossary rules out in a language (`boxcar litteken`) is often half of it the other one's.
    guard match.isApproved else { return false }
    if Inflector.isAcronym(match.term.text) { return false }
    if segment.sourceTerms.contains(where: { $0.byteRange.overlaps(match.byteRange) }) { return false }
    let text = String(decoding: segment.part.source.text[match.byteRange], as: UTF8.self).lowercased()
    if context.functionWords.contains(text) { return false }
    // `peeling` is Dutch for a peel, and an English word that the glossary needn't list; `CO2-laser` is a CO2 laser.
    let letters = Self.letters(text)
    return !context.glossary.terms(of: match.concept, in: context.source.tag).contains {
      let own = Self.letters($0.text)
      return own.count >= Self.shortest && letters.starts(with: own)
    }
  }

  /// `text` folded, without its spaces and hyphens.
  private static func letters(_ text: String) -> [UInt8] {
    let folded = (try? FoldedText.folded(term: text)) ?? Array(text.utf8)
    return folded.filter { $0 != 0x20 && $0 != 0x2D }
  }

  private func problem(
    _ match: TermMatch, _ segment: CheckedSegment, _ language: CheckContext.Language, _ context: CheckContext
  ) -> Problem {
    let text = String(decoding: segment.part.source.text[match.byteRange], as: UTF8.self)
    let suggestions = context.source.suggestions[match.concept] ?? []
    let remedy = suggestions.isEmpty ? "" : ": write \(suggestions.quotedChoice)"
    return Problem(
      .warning, .source, match.byteRange, concept: match.concept,
      message: "\"\(text)\" is \(language.profile.name) in a text in \(context.source.profile.name)\(remedy)",
      suggestions: suggestions)
  }
}
