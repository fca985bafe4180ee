// The text in a block's attributes: strings of JSON that hold HTML or plain text.
internal import HTMLTokens
internal import JSONTokens
internal import UnicodeText

extension ContentScanner {
  /// The units of all attributes of `block` that `rules` name, in the order of the rules.
  func unitsOfAttributes(
    of block: BlockComment, _ rules: [BlockAttributeRules.Rule], in bytes: Span<UInt8>
  ) throws(ICUError) -> [CollectedUnit] {
    let json = bytes.extracting(block.attributes)
    // Attributes that are no JSON are no attributes: WordPress takes none from such a block either.
    guard let document = try? JSONDocument(json) else { return [] }
    var units: [CollectedUnit] = []
    for rule in rules {
      guard let key = rule.path.last else { continue }
      for object in document.nodes(at: rule.path.dropLast(), in: json) {
        guard let index = document.member(key, of: object, in: json), document.nodes[index].kind == .string else {
          continue
        }
        let decoded = JSONString.decodeWithMap(json, document.nodes[index].range)
        let host = DecodedAttribute(
          bytes: decoded.bytes, map: decoded.map.map { $0 + block.attributes.lowerBound })
        guard rule.syntax == .html else {
          if var unit = plainUnit(in: host) {
            unit.repeatsTag = rule.syntax == .plainInTag
            units.append(unit)
          }
          continue
        }
        var own = try unitsOfHTML(in: host)
        if own.count == 1, let children = rule.children,
          let string = document.onlyString(of: children, in: object, json)
        {
          own[0].copy = copy(
            of: own[0].draft, at: document.nodes[string].range, of: json, offset: block.attributes.lowerBound)
        }
        units += own
      }
    }
    return units
  }

  /// The units of an attribute that holds HTML.
  private func unitsOfHTML(in host: DecodedAttribute) throws(ICUError) -> [CollectedUnit] {
    var scanner = ContentScanner(
      options: Options(isRendered: options.isRendered, splitsAtBlankLines: false), assembler: assembler)
    scanner.collected = []
    scanner.fieldName = fieldName
    let bytes = host.bytes
    try scanner.scanTokens(of: bytes.span)
    try scanner.flush(in: bytes.span)
    return (scanner.collected ?? []).map { unit in
      var unit = unit
      unit.host = host
      return unit
    }
  }

  /// The unit of an attribute that holds plain text, or nil where there is none.
  private func plainUnit(in attribute: DecodedAttribute) -> CollectedUnit? {
    let host = attribute.withReferences
    let bytes = host.bytes
    var draft = UnitDraft()
    PlainText.append(bytes.span, bytes.indices, hasPlaceholders: false, to: &draft)
    guard draft.settle(in: bytes.span) else { return nil }
    return CollectedUnit(draft: draft, label: "text", encoding: .plain, host: host)
  }

  /// The place of a string that holds just the text of `draft`, which has no codes but such as wrap it.
  private func copy(
    of draft: UnitDraft, at range: Range<Int>, of json: Span<UInt8>, offset: Int
  ) -> UnitLocation? {
    guard draft.unwrappedPieces.allSatisfy({ $0.kind == .text }) else { return nil }
    let decoded = JSONString.decodeWithMap(json, range)
    guard let unit = plainUnit(in: DecodedAttribute(bytes: decoded.bytes, map: decoded.map.map { $0 + offset })),
      let host = unit.host, unit.draft.text == draft.text, unit.draft.pieces.allSatisfy({ $0.kind == .text })
    else { return nil }
    return UnitLocation(
      field: fieldIndex, host: .blockAttribute(host), pieces: unit.draft.pieces, encoding: unit.encoding)
  }
}

extension DecodedAttribute {
  /// The same with each `&` as a reference, so that reading it as HTML text gives these bytes back.
  fileprivate var withReferences: DecodedAttribute {
    guard bytes.contains(0x26) else { return self }
    var escaped: [UInt8] = []
    var origins: [Int] = []
    for (index, byte) in bytes.enumerated() {
      if byte == 0x26 { escaped += "&amp;".utf8 } else { escaped.append(byte) }
      origins.append(contentsOf: repeatElement(map[index], count: escaped.count - origins.count))
    }
    origins.append(map[bytes.count])
    return DecodedAttribute(bytes: escaped, map: origins)
  }
}

extension JSONDocument {
  /// What stands at the end of `path`; `*` goes into each element.
  fileprivate func nodes(at path: ArraySlice<StaticString>, in bytes: Span<UInt8>) -> [Int] {
    var found = [0]
    for key in path {
      found = found.flatMap { index in
        key.utf8CodeUnitCount == 1 && key.utf8Start[0] == 0x2A
          ? elements(of: index) : member(key, of: index, in: bytes).map { [$0] } ?? []
      }
    }
    return found
  }

  /// The string that is the only element of the array `key` of an object.
  fileprivate func onlyString(of key: StaticString, in object: Int, _ bytes: Span<UInt8>) -> Int? {
    guard let array = member(key, of: object, in: bytes) else { return nil }
    let elements = elements(of: array)
    guard elements.count == 1, nodes[elements[0]].kind == .string else { return nil }
    return elements[0]
  }
}
