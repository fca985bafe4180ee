// What became of the units that a translator sent back.
internal import Interchange

/// What became of one unit of a returned file.
package struct UnitOutcome: Sendable, Equatable {
  /// Exactly one of these holds of every unit.
  package enum Kind: String, Sendable, CaseIterable {
    /// Its translation is in the post.
    case applied
    /// It has no translation; the source's text stays.
    case unchanged
    /// Its source has been edited since the file was exported.
    case stale
    /// Its translation can't be used: a code is missing, extra, or torn.
    case refused
    /// The article never had such a unit.
    case unknown
  }

  package var kind: Kind
  /// The unit's id in the file.
  package var unit: String
  /// The line of the unit in the file, from 1; 0 where it is not known.
  package var line: Int
  /// Why, where that needs saying.
  package var reason: String?
  /// Which of the files the unit is of, from 0.
  package var file = 0
  /// Whether it has a target that nobody has confirmed (state `initial`), and that is not used for that.
  package var isProposed = false
}

extension UnitOutcome {
  /// That of a unit that the article doesn't have.
  /// - Parameter isCurrent: whether the file was made of the article as it is.
  static func absent(_ unit: XLIFF.Unit, file: Int, isCurrent: Bool) -> UnitOutcome {
    let isForeign = isCurrent || !unit.id.contains("-")
    return UnitOutcome(
      kind: isForeign ? .unknown : .stale, unit: unit.id, line: unit.line,
      reason: isForeign
        ? "the article has no such unit" : "the source of this unit was edited after the file was exported", file: file)
  }

  /// That of a unit that a file has had before, with another translation.
  static func twice(_ unit: XLIFF.Unit, file: Int) -> UnitOutcome {
    UnitOutcome(
      kind: .refused, unit: unit.id, line: unit.line,
      reason: "the unit stands in the file twice, with two translations: the first one stays", file: file)
  }

  /// That of a unit whose translation is not taken: because there is none, because nothing would change, or because it is
  /// only proposed, which is said so that nobody waits for it in vain.
  static func unchanged(_ unit: XLIFF.Unit, file: Int, _ reason: String? = nil) -> UnitOutcome {
    var outcome = UnitOutcome(kind: .unchanged, unit: unit.id, line: unit.line, reason: reason, file: file)
    for part in unit.parts.indices where reason == nil && unit.parts[part].isProposed {
      outcome.isProposed = true
      outcome.reason = "its target is only proposed (state initial): nobody has confirmed it"
      break
    }
    return outcome
  }
}

/// A translated article: its fields, and what became of each unit.
package struct MergedArticle: Sendable {
  /// The article with the translated fields in place of its own.
  package var article: Article
  /// One for each unit of the file, in its order.
  package var outcomes: [UnitOutcome]
  /// Segments of the article, and how many of them are translated.
  package var segments: Int
  package var translatedSegments: Int
  /// Units of the article that the files do not hold at all.
  package var absentUnits: [String]
  /// The hash of the text that the article had before.
  package var sourceHash: SourceHash

  /// How many units ended as `kind`.
  package func count(_ kind: UnitOutcome.Kind) -> Int {
    outcomes.count { $0.kind == kind }
  }

  /// Whether every segment of the article is translated.
  package var isComplete: Bool { translatedSegments == segments }
}
