// Finding the unit of a block's attributes that a text of its HTML repeats, in time that grows with their number only: a FAQ
// may have thousands of questions, and all may be the same.
internal import HTMLTokens

/// Units in their order, each to be taken once.
struct TwinIndex {
  /// All units, taken or not.
  let all: [CollectedUnit]
  private var isTaken: [Bool]
  private var left: Int
  /// By the hash of text and codes, where the first unit stands that may still be taken: made when first asked for.
  private var chains: [Int: Int]?
  /// For each unit the next one of the same hash, -1 behind the last. Twice as many: as they are, and without the pairs around
  /// them.
  private var next: [Int] = []

  init(_ units: [CollectedUnit]) {
    all = units
    isTaken = Array(repeating: false, count: units.count)
    left = units.count
  }

  /// Those not taken, in their order.
  var rest: [CollectedUnit] { left == all.count ? all : all.indices.filter { !isTaken[$0] }.map { all[$0] } }

  /// Takes the first unit that the text of `draft` repeats with the same codes, or else the first one with the same codes but
  /// for pairs around the whole.
  /// - Parameters:
  ///   - isInTag: whether it stands in a tag's attribute: that repeats only what does too.
  ///   - bytes: the host of the draft.
  /// - Returns: the unit's index in `all`, and its pieces, which have the numbers that they have in `draft`.
  mutating func take(
    _ draft: UnitDraft, isInTag: Bool, in bytes: Span<UInt8>
  ) -> (index: Int, pieces: [Piece])? {
    guard left > 0 else { return nil }
    if chains == nil { link() }
    for isUnwrapped in [false, true] {
      let hash = draft.hash(isUnwrapped: isUnwrapped, isInTag: isInTag, in: bytes)
      guard var at = chains?[hash] else { continue }
      // What has been taken since is dropped from the front, so that nothing is passed twice.
      while at >= 0, isTaken[at % all.count] { at = next[at] }
      chains?[hash] = at
      while at >= 0 {
        let index = at % all.count
        if !isTaken[index], all[index].isInTag == isInTag, all[index].draft.text == draft.text,
          let own = all[index].host?.bytes,
          let pieces = all[index].draft.pieces(repeating: draft, isUnwrapped: isUnwrapped, own.span, bytes)
        {
          isTaken[index] = true
          left -= 1
          return (index, pieces)
        }
        at = next[at]
      }
    }
    return nil
  }

  /// Chains the units of the same hash, in their order.
  private mutating func link() {
    var chains: [Int: Int] = [:]
    chains.reserveCapacity(2 * all.count)
    next = Array(repeating: -1, count: 2 * all.count)
    for index in all.indices.reversed() {
      guard let host = all[index].host else { continue }
      let bytes = host.bytes
      for (place, isUnwrapped) in [(index, false), (index + all.count, true)] {
        let hash = all[index].draft.hash(isUnwrapped: isUnwrapped, isInTag: all[index].isInTag, in: bytes.span)
        next[place] = chains.updateValue(place, forKey: hash) ?? -1
      }
    }
    self.chains = chains
  }
}

extension UnitDraft {
  /// The pieces without the pairs that wrap the whole text, as `<strong>` does a question that Yoast shows.
  var unwrappedPieces: [Piece] {
    var core = pieces[...]
    while let first = core.first, first.kind == .start, first.partner == core.endIndex - 1 {
      core = core.dropFirst().dropLast()
    }
    let offset = core.startIndex
    return core.map { piece in
      var piece = piece
      if piece.partner >= 0 { piece.partner -= offset }
      return piece
    }
  }

  /// The pieces to edit here when `other`, which has the same text, is translated, or nil where the two have different
  /// codes. How their tags are written makes no difference. The codes get the numbers that they have in `other`.
  /// - Parameters:
  ///   - isUnwrapped: pairs that wrap the whole text don't count, on neither side; the edits stay inside them here.
  ///   - bytes: the host of these pieces.
  ///   - otherBytes: that of the other ones.
  func pieces(
    repeating other: UnitDraft, isUnwrapped: Bool, _ bytes: Span<UInt8>, _ otherBytes: Span<UInt8>
  ) -> [Piece]? {
    // White space that only a pair keeps inside the text is cut off from it where the pair is not there.
    if isUnwrapped, let first = text.first, isHTMLSpace(first) { return nil }
    var own = isUnwrapped ? unwrappedPieces : pieces
    let codes = own.indices.filter { own[$0].kind != .text }
    let others = (isUnwrapped ? other.unwrappedPieces : other.pieces).filter { $0.kind != .text }
    guard codes.count == others.count else { return nil }
    for (index, other) in zip(codes, others) {
      guard own[index].isSameCode(as: other, bytes, otherBytes) else { return nil }
      own[index].number = other.number
    }
    return own
  }

  /// The same for two drafts of which `pieces(repeating:)` finds that one repeats the other. Another one for each process.
  fileprivate func hash(isUnwrapped: Bool, isInTag: Bool, in bytes: Span<UInt8>) -> Int {
    var hasher = Hasher()
    hasher.combine(isUnwrapped)
    hasher.combine(isInTag)
    text.withUnsafeBytes { hasher.combine(bytes: $0) }
    for piece in isUnwrapped ? unwrappedPieces : pieces where piece.kind != .text {
      hasher.combine(piece.kind)
      hasher.combine(piece.element)
      hasher.combine(piece.textOffset)
      hasher.combine(piece.name.count)
      for index in piece.name { hasher.combine(bytes[index]) }
    }
    return hasher.finalize()
  }
}

extension Piece {
  /// Whether both are the same code at the same place.
  fileprivate func isSameCode(as other: Piece, _ bytes: Span<UInt8>, _ otherBytes: Span<UInt8>) -> Bool {
    guard kind == other.kind, element == other.element, textOffset == other.textOffset,
      name.count == other.name.count
    else { return false }
    for index in 0..<name.count
    where bytes[name.lowerBound + index] != otherBytes[other.name.lowerBound + index] {
      return false
    }
    return true
  }
}
