// Blocks whose attributes hold text that their HTML repeats: one unit feeds both.
internal import HTMLTokens
internal import UnicodeText

/// A unit of a block's attribute, kept until the HTML has shown whether it repeats it.
struct CollectedUnit {
  var draft: UnitDraft
  var label: String
  var encoding: TextEncoding
  /// The attribute that it stands in; set once that has been scanned.
  var host: DecodedAttribute?
  /// Whether only a tag's attribute can repeat it, where the encoding doesn't say that.
  var repeatsTag: Bool?
  /// The tag's attribute that holds it, where one does.
  var attribute: ReadableAttribute?
  /// Where the block's attributes hold the same text once more.
  var copy: UnitLocation?
}

/// An open block with text in its attributes.
struct TwinFrame {
  /// `blockDepth` inside the block.
  var depth: Int
  /// Units of the attributes that no unit of the HTML has been found to repeat.
  var units: [CollectedUnit]
}

extension ContentScanner {
  /// Collects the units in the attributes of a block that begins.
  mutating func openTwin(_ block: BlockComment, in bytes: Span<UInt8>) throws(ICUError) {
    guard collected == nil, !block.attributes.isEmpty else { return }
    let rules = BlockAttributeRules.rules(of: bytes, block.name)
    guard !rules.isEmpty else { return }
    let units = try unitsOfAttributes(of: block, rules, in: bytes)
    guard !units.isEmpty else { return }
    twins.append(TwinFrame(depth: blockDepth, units: units))
  }

  /// Makes units of their own of all attributes of blocks at `depth` or deeper that no HTML has repeated.
  mutating func closeTwins(downTo depth: Int, in bytes: Span<UInt8>) throws(ICUError) {
    while let frame = twins.last, frame.depth >= depth {
      twins.removeLast()
      for unit in frame.units {
        guard let host = unit.host else { continue }
        let attribute = host.bytes
        let places = places(of: unit, host, unit.draft.pieces)
        try assembler.add(
          unit.draft, in: attribute.span,
          UnitContext(
            prefix: "\(fieldName).attribute", notes: headings.notes(unit.label + " in a block's attributes"),
            maximumLength: nil),
          places: places)
      }
    }
  }

  /// The places in a block's attributes that the text of `draft` repeats, which are then spoken for. A tag's attribute
  /// repeats only a tag's attribute.
  mutating func takeTwin(of draft: UnitDraft, in bytes: Span<UInt8>, _ encoding: TextEncoding) -> [UnitLocation] {
    guard let frame = twins.indices.last else { return [] }
    for isUnwrapped in [false, true] {
      for (index, unit) in twins[frame].units.enumerated() {
        guard let host = unit.host, unit.draft.text == draft.text,
          (unit.repeatsTag ?? unit.encoding.isAttribute) == encoding.isAttribute
        else { continue }
        let attribute = host.bytes
        guard let pieces = unit.draft.pieces(repeating: draft, isUnwrapped: isUnwrapped, attribute.span, bytes) else {
          continue
        }
        twins[frame].units.remove(at: index)
        return places(of: unit, host, pieces)
      }
    }
    return []
  }

  private func places(of unit: CollectedUnit, _ host: DecodedAttribute, _ pieces: [Piece]) -> [UnitLocation] {
    let place = UnitLocation(field: fieldIndex, host: .blockAttribute(host), pieces: pieces, encoding: unit.encoding)
    return [place] + (unit.copy.map { [$0] } ?? [])
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
  fileprivate func pieces(
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
