// Blocks whose attributes hold text that their HTML repeats: one unit feeds both.
internal import HTMLTokens
internal import JSONTokens
internal import UnicodeText

/// A unit of a block's attribute, kept until the HTML has shown whether it repeats it.
struct CollectedUnit {
  var draft: UnitDraft
  var label: String
  var encoding: TextEncoding
  /// The attribute that it stands in; set once that has been scanned.
  var host: DecodedAttribute?
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
    let paths = BlockAttributeRules.paths(of: bytes, block.name)
    guard !paths.isEmpty else { return }
    let json = bytes.extracting(block.attributes)
    // Attributes that are no JSON are no attributes: WordPress takes none from such a block either.
    guard let document = try? JSONDocument(json) else { return }
    var units: [CollectedUnit] = []
    for path in paths {
      for index in document.values(at: path, in: json) {
        units += try unitsOfAttribute(at: document.nodes[index].range, of: json, offset: block.attributes.lowerBound)
      }
    }
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
        let place = location(of: unit, host)
        try assembler.add(
          unit.draft, in: attribute.span,
          UnitContext(
            prefix: "\(fieldName).attribute", notes: headings.notes(unit.label + " in a block's attributes"),
            maximumLength: nil),
          places: [place])
      }
    }
  }

  /// The place in a block's attribute that the text of `draft` repeats, which is then spoken for. A tag's attribute repeats
  /// only a tag's attribute.
  mutating func takeTwin(of draft: UnitDraft, in bytes: Span<UInt8>, _ encoding: TextEncoding) -> UnitLocation? {
    guard let frame = twins.indices.last else { return nil }
    for (index, unit) in twins[frame].units.enumerated() {
      guard let host = unit.host, unit.draft.text == draft.text, unit.encoding.isAttribute == encoding.isAttribute
      else {
        continue
      }
      let attribute = host.bytes
      guard Self.sameCodes(unit.draft.pieces, attribute.span, draft.pieces, bytes) else { continue }
      twins[frame].units.remove(at: index)
      return location(of: unit, host)
    }
    return nil
  }

  private func location(of unit: CollectedUnit, _ host: DecodedAttribute) -> UnitLocation {
    UnitLocation(
      field: fieldIndex, host: .blockAttribute(host), pieces: unit.draft.pieces, encoding: unit.encoding)
  }

  private func unitsOfAttribute(
    at range: Range<Int>, of json: Span<UInt8>, offset: Int
  ) throws(ICUError) -> [CollectedUnit] {
    let decoded = JSONString.decodeWithMap(json, range)
    let host = DecodedAttribute(bytes: decoded.bytes, map: decoded.map.map { $0 + offset })
    var scanner = ContentScanner(
      options: Options(isRendered: options.isRendered, splitsAtBlankLines: false), assembler: assembler)
    scanner.collected = []
    scanner.fieldName = fieldName
    try scanner.scanTokens(of: decoded.bytes.span)
    try scanner.flush(in: decoded.bytes.span)
    return (scanner.collected ?? []).map { unit in
      var unit = unit
      unit.host = host
      return unit
    }
  }

  /// Whether both have the same codes at the same places; how their tags are written doesn't matter.
  private static func sameCodes(
    _ left: [Piece], _ leftBytes: Span<UInt8>, _ right: [Piece], _ rightBytes: Span<UInt8>
  ) -> Bool {
    let leftCodes = left.filter { $0.kind != .text }
    let rightCodes = right.filter { $0.kind != .text }
    guard leftCodes.count == rightCodes.count else { return false }
    for (one, other) in zip(leftCodes, rightCodes) {
      guard one.kind == other.kind, one.element == other.element, one.textOffset == other.textOffset,
        one.name.count == other.name.count
      else { return false }
      for index in 0..<one.name.count
      where leftBytes[one.name.lowerBound + index] != rightBytes[other.name.lowerBound + index] {
        return false
      }
    }
    return true
  }
}

extension JSONDocument {
  /// The strings at the end of `path`; `*` goes into each element.
  fileprivate func values(at path: BlockAttributeRules.Path, in bytes: Span<UInt8>) -> [Int] {
    var found = [0]
    for key in path {
      found = found.flatMap { index in
        key.utf8CodeUnitCount == 1 && key.utf8Start[0] == 0x2A
          ? elements(of: index) : member(key, of: index, in: bytes).map { [$0] } ?? []
      }
    }
    return found.filter { nodes[$0].kind == .string }
  }
}
