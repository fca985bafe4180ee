// Taking returned files into the file that is sent out next: the article's units as they are today, with all that translators
// have done so far. Values in, values out; the article itself is read by the extractor.
package import Interchange

/// What came of taking returned files in.
package struct ImportedFile: Sendable {
  /// The article's units, with translations in their segments' states, and what could not be applied as candidates.
  package var file: XLIFF.File
  /// One for each unit of the returned files, in their order.
  package var outcomes: [UnitOutcome]
  /// How many translations are kept as candidates only.
  package var candidates: Int
  /// Segments of the article, and how many of them are translated.
  package var segments: Int
  package var translatedSegments: Int
  /// Whether the article has no unit of the returned files, nor one that is like one of theirs.
  package var isForeign: Bool

  /// How many units ended as `kind`.
  package func count(_ kind: UnitOutcome.Kind) -> Int {
    outcomes.count { $0.kind == kind }
  }
}

/// Takes returned files in.
package enum Importer {
  /// `current` with the translations of `returned`.
  ///
  /// Of a unit that more than one file translates the last translation that can be used is taken, segment by segment; what is
  /// `final` gives way to nothing less. A file without a translation takes none away.
  /// - Parameters:
  ///   - base: what was taken in before, if anything; its units have no outcomes.
  ///   - current: the article as it is extracted today, without targets.
  package static func take(_ returned: [XLIFF.File], base: XLIFF.File?, into current: XLIFF.File) -> ImportedFile {
    var intake = Intake(current)
    if let base { intake.take(base) }
    let known = intake.choice.outcomes.count
    for file in returned { intake.take(file) }
    var file = current
    var (segments, translated, candidates) = (0, 0, 0)
    for index in file.units.indices {
      intake.fill(&file.units[index], index)
      for part in file.units[index].parts where part.kind == .segment {
        segments += 1
        if part.isTranslated { translated += 1 }
      }
    }
    var isForeign = true
    let isHomeless = intake.leftovers.contains { $0.home == nil }
    let words = isHomeless ? file.units.map { TextSimilarity.Words($0.parts.map(\.source.text)) } : []
    for leftover in intake.leftovers {
      let home = leftover.home ?? leftover.likest(in: file, words)
      if home != nil { isForeign = false }
      guard let home = home ?? leftover.place(in: file) else { continue }
      candidates += file.units[home].takeCandidates(
        of: leftover.home == nil ? leftover : leftover.without(file.units[home]))
    }
    let firstReturned = base == nil ? 0 : 1
    let outcomes = intake.choice.outcomes[known...].map { outcome in
      var outcome = outcome
      outcome.file -= firstReturned
      return outcome
    }
    if outcomes.isEmpty || outcomes.contains(where: { $0.kind != .stale && $0.kind != .unknown }) { isForeign = false }
    return ImportedFile(
      file: file, outcomes: Array(outcomes), candidates: candidates, segments: segments, translatedSegments: translated,
      isForeign: isForeign)
  }
}

/// What has been taken in so far.
private struct Intake {
  private let current: XLIFF.File
  private let hash: String?
  private let numbers: [String: Int]
  private var files = 0
  private(set) var choice: TranslationChoice
  /// Translations that may not be applied.
  private(set) var leftovers: [Leftover] = []
  /// For each unit of the article its last return, for notes and proposals.
  private var returns: [Int: XLIFF.Unit] = [:]

  init(_ current: XLIFF.File) {
    self.current = current
    hash = current.metadatum(Extractor.Key.sourceHash)
    numbers = Dictionary(current.units.enumerated().map { ($0.element.id, $0.offset) }) { first, _ in first }
    choice = TranslationChoice(count: current.units.count)
  }

  mutating func take(_ file: XLIFF.File) {
    let isCurrent = hash != nil && file.metadatum(Extractor.Key.sourceHash) == hash
    var seen: Set<Int> = []
    /// The number of the last unit that the article still has.
    var last = -1
    for unit in file.units {
      let isTranslated = UnitTranslation.isTranslated(unit)
      let number = numbers[unit.id]
      guard let number else {
        choice.add(.absent(unit, file: files, isCurrent: isCurrent))
        if isTranslated || unit.parts.contains(where: \.isProposed) {
          leftovers.append(Leftover(unit: unit, home: nil, behind: last))
        }
        continue
      }
      last = number
      let isRepeated = !seen.insert(number).inserted
      if !isRepeated { keep(unit, number) }
      guard isTranslated else {
        choice.add(.unchanged(unit, file: files))
        continue
      }
      choice.add(unit, of: current.units[number], at: number, file: files, isRepeated: isRepeated)
      // What of it is left over shows when all files have been taken in.
      leftovers.append(
        Leftover(unit: unit.withoutIndentation(like: current.units[number]), home: number, behind: number))
    }
    files += 1
  }

  /// Keeps a return for its notes, and for proposals in it.
  private mutating func keep(_ unit: XLIFF.Unit, _ number: Int) {
    if var known = returns[number] {
      known.notes += unit.notes
      known.matches += unit.matches
      if unit.parts.contains(where: \.isProposed) { known.parts = unit.parts }
      returns[number] = known
    } else if !unit.notes.isEmpty || !unit.matches.isEmpty || unit.parts.contains(where: \.isProposed) {
      returns[number] = unit
    }
  }

  /// Gives a unit of the article its translation.
  func fill(_ unit: inout XLIFF.Unit, _ number: Int) {
    if let translation = choice.translations[number], translation.outcome.kind == .applied {
      translation.fill(&unit)
    }
    guard let returned = returns[number] else { return }
    unit.takeProposals(of: returned)
    unit.takeNotes(of: returned)
    unit.takeCandidates(of: returned)
  }
}
