// Which translation of a unit is taken where several files came back, and what becomes of each unit of each of them. Merging
// and importing ask the same.
internal import Interchange

/// Takes the units of returned files one by one, and says of each what becomes of it.
struct TranslationChoice {
  /// For each of the article's units the translation that is taken; nil: there is none.
  private(set) var translations: [UnitTranslation?]
  /// One for each unit of the files, in their order.
  private(set) var outcomes: [UnitOutcome] = []
  /// For each of the article's units which outcomes are those of the translation that is taken.
  private var taken: [[Int]]

  /// A choice for `count` units.
  init(count: Int) {
    translations = Array(repeating: nil, count: count)
    taken = Array(repeating: [], count: count)
  }

  /// Makes room for `count` outcomes.
  mutating func reserve(_ count: Int) { outcomes.reserveCapacity(count) }

  /// Takes note of a unit that can't be a translation.
  mutating func add(_ outcome: UnitOutcome) { outcomes.append(outcome) }

  /// Takes a returned unit that is translated.
  /// - Parameters:
  ///   - source: the unit as the article has it.
  ///   - index: its number.
  ///   - file: the number of the file that `returned` is of.
  ///   - isRepeated: whether that file has had a unit of this id before.
  mutating func add(
    _ returned: XLIFF.Unit, of source: XLIFF.Unit, at index: Int, file: Int, isRepeated: Bool = false
  ) {
    let translation = UnitTranslation(source: source, returned: returned)
    var outcome = translation.outcome
    outcome.file = file
    defer { outcomes.append(outcome) }
    if isRepeated, taken[index].contains(where: { outcomes[$0].file == file }) {
      let isSame = outcome.kind == .applied && translation.wholeTarget == translations[index]?.wholeTarget
      outcome =
        isSame ? .unchanged(returned, file: file, "the unit stands in the file twice") : .twice(returned, file: file)
      return
    }
    guard outcome.kind == .applied else {
      if translations[index] == nil { translations[index] = translation }
      return
    }
    guard let earlier = translations[index], earlier.outcome.kind == .applied else {
      translations[index] = translation
      taken[index] = [outcomes.count]
      return
    }
    let laid = translation.over(earlier)
    translations[index] = laid.translation
    if !laid.keepsEarlier {
      for place in taken[index] { giveWay(place) }
      taken[index] = []
    }
    if laid.takesLater {
      taken[index].append(outcomes.count)
      outcome.reason = laid.reason
    } else {
      outcome.kind = laid.reason == nil ? .unchanged : .refused
      outcome.reason = laid.reason ?? Self.another
    }
  }

  private mutating func giveWay(_ place: Int) {
    outcomes[place].kind = .unchanged
    outcomes[place].reason = Self.another
  }

  private static let another = "the translation of another file is taken"
}
