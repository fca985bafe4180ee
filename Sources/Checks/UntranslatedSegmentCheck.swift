internal import Configuration
internal import Interchange

/// `untranslated`: a segment that counts as translated is still the source.
package struct UntranslatedSegmentCheck: Check {
  package static let description = CheckDescription(
    name: "untranslated", severity: .warning,
    summary: """
      A segment whose state is translated or later has a target equal to its source, and three frequent words of the source's \
      language or more in it: it is a sentence, no name.
      """)

  private static let fewestFunctionWords = 3

  package init() {}

  package func problems(in unit: CheckedUnit, _ context: CheckContext) -> [(segment: Int, problem: Problem)] {
    guard let target = context.target else { return [] }
    return unit.segments.enumerated().filter { Self.isUntranslated($0.element, context) }.map { index, segment in
      (
        index,
        Problem(
          .warning, .target, 0..<(segment.part.target?.text.count ?? 0),
          message: "this is still \(context.source.profile.name): translate it into \(target.profile.name), "
            + "or set its state back to initial")
      )
    }
  }

  /// Whether the segment's target is its source, and a sentence.
  static func isUntranslated(_ segment: CheckedSegment, _ context: CheckContext) -> Bool {
    guard let state = segment.part.state, state >= .translated, let target = segment.part.target,
      target.text == segment.part.source.text
    else { return false }
    let words = target.plainText.lowercased().split { !$0.isLetter && $0 != "'" && $0 != "’" }
    return words.lazy.filter { context.functionWords.contains(String($0)) }.prefix(fewestFunctionWords).count
      == fewestFunctionWords
  }
}
