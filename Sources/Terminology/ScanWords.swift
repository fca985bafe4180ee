// What a scan must know of a language besides its terms, as folded bytes.
internal import Configuration
internal import UnicodeText

/// The small words that a scan asks for.
struct ScanWords: Sendable {
  /// Whether the language writes compounds as one word.
  let joinsWords: Bool
  /// What may stand between two parts of a compound; nothing first.
  let links: [[UInt8]]
  /// The fewest bytes of a part.
  let minimumPart: Int
  let conjunctions: [[UInt8]]
  let negations: [[UInt8]]
  /// What makes another word of the one behind it and is no part of a compound: *iso* in *isotretinoïne*.
  let prefixes: [[UInt8]]
  /// What may follow a parted verb's particle: *smeert de huid in voor de behandeling*.
  let afterParticle: [[UInt8]]

  init(_ profile: LocaleProfile) throws {
    func folded(_ words: [String]?) throws -> [[UInt8]] {
      try (words ?? []).map { try FoldedText.folded(term: $0) }
    }
    joinsWords = profile.compounds != nil
    links = [[]] + (try folded(profile.compounds?.links))
    minimumPart = max(2, profile.compounds?.minimumPart ?? 4)
    conjunctions = try folded(profile.compounds?.conjunctions)
    negations = try folded(profile.compounds?.negations)
    let verbs = profile.inflection?.verbs
    prefixes =
      negations + (try folded(profile.compounds?.prefixes)) + (try folded(verbs?.separable))
      + (try folded(verbs?.inseparable))
    afterParticle = conjunctions + (try folded(profile.inflection?.heads.before))
  }
}
