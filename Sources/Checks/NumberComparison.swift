/// Which numbers of a source have a counterpart in its target.
struct NumberComparison {
  /// The source's numbers that have none yet.
  private var open: [NumberToken] = []
  /// The target's numbers that are nobody's counterpart yet.
  private(set) var unused: [NumberToken]
  /// The target's numbers that are right but have another language's decimal separator.
  private(set) var writtenForeignly: [NumberToken] = []
  /// What the source's numbers with a counterpart are worth.
  private var met: Set<String> = []

  init(source: [NumberToken], target: [NumberToken]) {
    unused = target
    for token in source where !token.followsLetter {
      if !match(token) { open.append(token) }
    }
    var left: [NumberToken] = []
    for token in open where !matchByPieces(token) { left.append(token) }
    open = left
  }

  /// Lets numbers of another segment's target, which that has no use for, be counterparts here.
  mutating func take(from other: inout NumberComparison) {
    guard !open.isEmpty, !other.unused.isEmpty else { return }
    var left: [NumberToken] = []
    for token in open where !other.match(token) && !other.matchByPieces(token) { left.append(token) }
    open = left
  }

  /// Whether there is nothing left to ask.
  var isComplete: Bool { open.isEmpty }

  /// The source's numbers without a counterpart, and the target's numbers that may stand in their place. Where there are none
  /// of those, a missing number may still stand there as a word that nobody has listed.
  /// - Parameters:
  ///   - source: what the source says in words: its *two* may be a 2 there.
  ///   - target: what the target says in words.
  func missing(
    source: NumberWords.Said, target: NumberWords.Said
  ) -> (tokens: [NumberToken], instead: [NumberToken]) {
    let instead = unused.filter { token in
      !token.values.contains { source.values.contains($0) || source.possibly.contains($0) }
    }
    let tokens = open.filter { token in
      if token.isOrdinal { return instead.contains(where: \.isOrdinal) }
      if token.isOptional || token.values.contains(where: target.values.contains) { return false }
      if instead.isEmpty, token.values.contains(where: target.possibly.contains) { return false }
      // Said twice in the source, once in the target, and nothing else in its place.
      return !(unused.isEmpty && token.value.map(met.contains) == true)
    }
    return (tokens, instead)
  }

  private mutating func match(_ token: NumberToken) -> Bool {
    let values = [token.value, token.foreignValue].compactMap { $0 } + token.alternatives
    let isSame = { (other: NumberToken) in other.values.contains(where: values.contains) }
    if let index = unused.firstIndex(where: isSame) {
      met.formUnion(values)
      unused.remove(at: index)
      return true
    }
    // `2.5` where the language writes `2,5`.
    if let index = unused.firstIndex(where: { $0.foreignValue.map(values.contains) == true }) {
      met.formUnion(values)
      let other = unused.remove(at: index)
      if token.foreignValue == nil, !other.isTime || token.pieces == other.pieces { writtenForeignly.append(other) }
      return true
    }
    return false
  }

  /// A time or a date may be one token here and several there: 10:30 and 10.30, 04/15/2026 and 15.4.2026.
  private mutating func matchByPieces(_ token: NumberToken) -> Bool {
    // What is plainly one number here must be one there: 1,000 is not 1 and 000.
    guard token.value == nil || token.isTime || token.pieces.count == 1 else { return false }
    var rest = unused
    for (place, piece) in token.plainPieces.enumerated() {
      let wanted = place == 0 ? [piece] + token.alternatives : [piece]
      let index = rest.firstIndex { other in
        (other.value == nil || other.isTime || other.pieces.count == 1)
          && other.plainPieces.contains(where: wanted.contains)
      }
      guard let index else { return false }
      let found = rest.remove(at: index)
      rest.insert(contentsOf: Self.split(found, without: wanted), at: index)
    }
    unused = rest
    met.formUnion(token.plainPieces)
    return true
  }

  /// What is left of `token` once one piece of it is used up.
  private static func split(_ token: NumberToken, without piece: [String]) -> [NumberToken] {
    var pieces = token.pieces
    guard let index = token.plainPieces.firstIndex(where: piece.contains) else { return [token] }
    pieces.remove(at: index)
    return pieces.map { piece in
      NumberToken(range: token.range, pieces: [piece], value: NumberToken.trimmed(piece), followsLetter: false)
    }
  }
}
