// A unit with its terms found: what several checks ask for is looked for once.
package import Interchange
package import Terminology

/// A unit as checks see it.
package struct CheckedUnit: Sendable {
  package let unit: XLIFF.Unit
  /// The unit's segments, ignorables left out.
  package let segments: [CheckedSegment]

  init(_ unit: XLIFF.Unit, _ context: CheckContext) throws {
    self.unit = unit
    segments = try unit.parts.filter { $0.kind == .segment }.map { try CheckedSegment($0, context) }
  }
}

/// A segment and the terms in it.
package struct CheckedSegment: Sendable {
  package let part: XLIFF.Part
  /// The target, where there is a translation in it: neither absent, nor empty, nor a mere copy that nobody has touched.
  package let translation: XLIFF.Content?
  /// Terms of the source's language in the source.
  package let sourceTerms: [TermMatch]
  /// The source's terms that the target's language has a word for, by ideas, in the order of the text.
  let occurrences: [TermOccurrences]
  /// Everything in the translation that may count as a term of its language, nested terms too.
  package let targetTerms: [TermMatch]
  /// How many places of the translation render each of `occurrences`.
  let renderings: [Int]

  init(_ part: XLIFF.Part, _ context: CheckContext) throws {
    self.part = part
    sourceTerms = try context.source.matcher.matches(in: part.source)
    translation = Self.translation(of: part)
    guard let translation, let target = context.target else {
      (occurrences, targetTerms, renderings) = ([], [], [])
      return
    }
    let occurrences = TermOccurrences.all(in: sourceTerms, renderedIn: target)
    let targetTerms = try target.matcher.matches(in: translation, .all)
    self.occurrences = occurrences
    self.targetTerms = targetTerms
    renderings = occurrences.map { $0.renderings(in: targetTerms) }
  }

  private static func translation(of part: XLIFF.Part) -> XLIFF.Content? {
    guard let target = part.target, !target.text.isEmpty else { return nil }
    return (part.state ?? .initial) == .initial && target.text == part.source.text ? nil : target
  }
}

extension Matcher {
  /// The terms in a content's plain text. Codes don't part a term (`<b>acne</b> scars`), but a line break does.
  func matches(in content: XLIFF.Content, _ selection: Selection = .leftmostLongest) throws -> [TermMatch] {
    let breaks = content.elements.filter { $0.kind == .standaloneCode && $0.subType == "xlf:lb" }.map(\.offset)
    guard !breaks.isEmpty else { return try matches(in: content.text, selection) }
    var matches: [TermMatch] = []
    var start = 0
    var codePoints = 0
    for end in breaks + [content.text.count] where end >= start {
      let piece = Array(content.text[start..<end])
      matches += try self.matches(in: piece, selection).map { match in
        var match = match
        match.byteRange = match.byteRange.lowerBound + start..<match.byteRange.upperBound + start
        match.codePointRange =
          match.codePointRange.lowerBound + codePoints..<match.codePointRange.upperBound + codePoints
        return match
      }
      codePoints += piece.count { $0 & 0xC0 != 0x80 }
      start = end
    }
    return matches
  }
}
