internal import Configuration
internal import Interchange
internal import UnicodeText

/// `numbers`: a number of the source is not in the target.
package struct NumbersCheck: Check {
  package static let description = CheckDescription(
    name: "numbers", severity: .error,
    summary: """
      A number of the source is not in the target and another one is (an error), or none is (a warning: it may stand there as \
      a word). Each language's decimal and group separators count, a number may become its word (3, drie) or a 24-hour time \
      (2 pm, 14.00), an ordinal (1st) any word, and a sentence's number may stand in another segment of its unit. A number \
      that is right but written the source's way (2.5 in Dutch) is a warning.
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
      if !comparison.isComplete {
        let missing = comparison.missing(
          source: context.source.numberWords.said(in: unit.segments[index].part.source.plainText),
          target: target.numberWords.said(in: translation.plainText))
        problems += missing.tokens.map { token in
          (index, problem(token, source, translation.text, instead: missing.instead, context))
        }
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

  private func problem(
    _ token: NumberToken, _ source: [UInt8], _ target: [UInt8], instead: [NumberToken], _ context: CheckContext
  ) -> Problem {
    let text = String(decoding: source[token.range], as: UTF8.self)
    let suggestion = localized(text, token, context)
    let others = instead.map { "\"\(String(decoding: target[$0.range], as: UTF8.self))\"" }
    let found = others.isEmpty ? "" : " (it has \(others.joined(separator: ", ")))"
    let word = others.isEmpty ? ", unless a word stands for it" : ""
    return Problem(
      others.isEmpty ? .warning : .error, .source, token.range,
      message: "\"\(text)\" is not in the translation\(found): write \"\(suggestion)\"\(word)",
      suggestions: [suggestion])
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
