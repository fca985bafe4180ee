// Which terms of a source ask for a rendering, and which of a target are one.
internal import Interchange
internal import Terminology

/// The places of a source at which the same ideas stand: one that several concepts share asks for any of them.
struct TermOccurrences: Sendable {
  /// Ids of the concepts, in the order of the glossary.
  var concepts: [String]
  /// Bytes of the source; never empty.
  var places: [Range<Int>]

  /// The terms among `matches` that `target` must have a word for, by ideas, in the order of the text.
  static func all(in matches: [TermMatch], renderedIn target: CheckContext.Language) -> [TermOccurrences] {
    var occurrences: [TermOccurrences] = []
    var index = 0
    while index < matches.count {
      let place = matches[index].byteRange
      var concepts: [String] = []
      while index < matches.count, matches[index].byteRange == place {
        let concept = matches[index].concept
        if !concepts.contains(concept), target.mustRender(matches[index].term), !matches.haveBetter(matches[index]) {
          concepts.append(concept)
        }
        index += 1
      }
      if concepts.isEmpty { continue }
      if let known = occurrences.firstIndex(where: { $0.concepts == concepts }) {
        occurrences[known].places.append(place)
      } else {
        occurrences.append(TermOccurrences(concepts: concepts, places: [place]))
      }
    }
    return occurrences
  }

  /// Whether `match` renders one of the concepts.
  func isRendered(by match: TermMatch) -> Bool { concepts.contains(match.concept) }

  /// How many places among `matches` render one of the concepts, with whatever term: one that may not be used is another
  /// check's finding.
  func renderings(in matches: [TermMatch]) -> Int {
    var end = 0
    var count = 0
    for match in matches
    where match.byteRange.lowerBound >= end && isRendered(by: match) && !matches.haveBetter(match) {
      count += 1
      end = match.byteRange.upperBound
    }
    return count
  }
}

extension [TermMatch] {
  /// Whether the same word is a term of another word class as it stands, and `match` needs inflection: *laser* is a laser, not
  /// the stem of *laseren*.
  func haveBetter(_ match: TermMatch) -> Bool {
    guard match.rule == .inflected, let own = match.term.partOfSpeech else { return false }
    return contains {
      $0.byteRange == match.byteRange && $0.rule < .inflected && $0.term.partOfSpeech.map { $0 != own } == true
    }
  }
}

extension CheckedSegment {
  /// The source's terms that stand in the target as they are, where nothing renders them there.
  func untranslatedTerms(_ context: CheckContext) -> [TermMatch] {
    // A rendering for each occurrence, and the source's term besides, is an explanation in brackets.
    let open = zip(occurrences, renderings).filter { $0.places.count > $1 }.map(\.0)
    guard let translation, !open.isEmpty else { return [] }
    // Folding can't fail on a text that it has folded before.
    let matches = (try? context.source.matcher.matches(in: translation)) ?? []
    return matches.filter { match in
      match.rule != .compound && open.contains { $0.isRendered(by: match) }
        && !targetTerms.contains { $0.byteRange.overlaps(match.byteRange) }
    }
  }
}
