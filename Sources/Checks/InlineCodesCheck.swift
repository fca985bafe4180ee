internal import Interchange

/// `markup.codes`: the target's inline codes are not the source's.
package struct InlineCodesCheck: Check {
  package static let description = CheckDescription(
    name: "markup.codes", severity: .error,
    summary: """
      An inline code of the unit's source is missing in its target, or is there twice, or the target has one of its own, or two \
      cross: merging refuses such a unit. A code may move to another segment of its unit.
      """)

  package init() {}

  package func problems(in unit: CheckedUnit, _ context: CheckContext) -> [(segment: Int, problem: Problem)] {
    guard unit.segments.contains(where: { $0.part.isTranslated }) else { return [] }
    let difference = XLIFF.CodeDifference(
      source: unit.unit.parts.map(\.source),
      target: unit.unit.parts.map { part in
        part.isTranslated || part.kind == .ignorable ? part.target ?? part.source : part.source
      })
    guard !difference.isEmpty else { return [] }
    let name = unit.unit.name.map { " of \($0)" } ?? ""
    return difference.missing.map { code in
      problem(code, .source, "\(code.display) is missing in the translation\(name): put it back", unit)
    }
      + difference.extra.map { code in
        problem(code, .target, "\(code.display) is not in the source\(name): take it out of the translation", unit)
      }
      + difference.duplicated.map { code in
        problem(code, .target, "\(code.display) is there more than once\(name): leave one of them", unit)
      }
      + difference.misnested.map { code in
        problem(code, .target, "\(code.display) crosses another code\(name): end the inner one first", unit)
      }
  }

  private func problem(
    _ code: XLIFF.CodeDifference.Code, _ side: Finding.Side, _ message: String, _ unit: CheckedUnit
  ) -> (segment: Int, problem: Problem) {
    // The segment that has the code; the first one where only an ignorable has.
    for (index, segment) in unit.segments.enumerated() {
      let content = side == .source ? segment.part.source : segment.part.target ?? XLIFF.Content()
      if let element = content.elements.first(where: { $0.kind.isCode && $0.id == code.id }) {
        return (index, problem(code, side, element.offset, message))
      }
    }
    return (0, problem(code, side, 0, message))
  }

  private func problem(
    _ code: XLIFF.CodeDifference.Code, _ side: Finding.Side, _ offset: Int, _ message: String
  ) -> Problem {
    Problem(
      .error, side, offset..<offset, text: code.display, message: message,
      suggestions: [])
  }
}
