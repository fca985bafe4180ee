internal import Configuration
internal import Interchange
internal import UnicodeText

/// `numbers`: a number of the source is not in the target.
package struct NumbersCheck: Check {
  package static let description = CheckDescription(
    name: "numbers", severity: .error,
    summary: """
      A number of the source is not in the target, or is another there. Each language's decimal and group separators count, a \
      number may become its word (3, drie) or a 24-hour time (2 pm, 14.00), and a sentence's number may stand in another \
      segment of its unit. A number that is right but written the source's way (2.5 in Dutch) is a warning.
      """)

  package init() {}

  package func problems(in unit: CheckedUnit, _ context: CheckContext) -> [(segment: Int, problem: Problem)] {
    guard let target = context.target else { return [] }
    var comparisons = unit.segments.map { segment -> NumberComparison? in
      guard let translation = segment.translation else { return nil }
      return NumberComparison(
        source: NumberToken.tokens(in: segment.part.source.text, context.source.profile),
        target: NumberToken.tokens(in: translation.text, target.profile))
    }
    // A number may have moved to a neighbouring sentence.
    for index in comparisons.indices {
      for other in comparisons.indices where other != index {
        guard var spare = comparisons[other] else { continue }
        comparisons[index]?.take(from: &spare)
        comparisons[other] = spare
      }
    }
    var problems: [(segment: Int, problem: Problem)] = []
    for (index, comparison) in comparisons.enumerated() {
      guard let comparison, let translation = unit.segments[index].translation else { continue }
      let source = unit.segments[index].part.source.text
      problems += comparison.missing(numberWords: target.profile.numberWords, in: translation.plainText).map { token in
        (index, missing(token, source, translation.text, comparison, context))
      }
      let tokens = NumberToken.tokens(in: translation.text, target.profile)
      let tellsTime = NumberToken.tellsTime(tokens, in: translation.text, target.profile)
      let foreign = comparison.writtenForeignly.filter { isMeasure($0, translation.text) && !(tellsTime && $0.isTime) }
      problems += foreign.map { token in
        (index, written(token, translation.text, target.profile))
      }
    }
    return problems
  }

  private func missing(
    _ token: NumberToken, _ source: [UInt8], _ target: [UInt8], _ comparison: NumberComparison, _ context: CheckContext
  ) -> Problem {
    let text = String(decoding: source[token.range], as: UTF8.self)
    let suggestion = localized(text, token, context)
    let others = comparison.unused.map { "\"\(String(decoding: target[$0.range], as: UTF8.self))\"" }
    let instead = others.isEmpty ? "" : " (it has \(others.joined(separator: ", ")))"
    return Problem(
      .error, .source, token.range,
      message: "\"\(text)\" is not in the translation\(instead): write \"\(suggestion)\"", suggestions: [suggestion])
  }

  private func written(_ token: NumberToken, _ target: [UInt8], _ profile: LocaleProfile) -> Problem {
    let text = String(decoding: target[token.range], as: UTF8.self)
    let suggestion = token.pieces.joined(separator: profile.decimalSeparator)
    return Problem(
      .warning, .target, token.range,
      message: "\"\(text)\" has the decimal separator of another language: write \"\(suggestion)\" in \(profile.name)",
      suggestions: [suggestion])
  }

  /// Whether a word or a percent sign follows, so that this is a quantity: in `versie 2.1.` it is not.
  private func isMeasure(_ token: NumberToken, _ text: [UInt8]) -> Bool {
    var position = token.range.upperBound
    while position < text.count, text[position] == 0x20 || text[position] >= 0x80 { position += 1 }
    return position < text.count && (text[position] == 0x25 || text[position] | 0x20 &- 0x61 < 26)
  }

  /// The number as the target's language writes it.
  private func localized(_ text: String, _ token: NumberToken, _ context: CheckContext) -> String {
    guard token.value != nil, let target = context.target?.profile else { return text }
    let source = context.source.profile
    return text.map { character in
      String(character) == source.decimalSeparator
        ? target.decimalSeparator
        : String(character) == source.groupSeparator ? target.groupSeparator : String(character)
    }.joined()
  }
}
