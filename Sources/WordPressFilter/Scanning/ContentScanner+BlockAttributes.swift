// The text in a block's attributes and in other JSON: strings that hold HTML or plain text.
internal import HTMLTokens
internal import Interchange
internal import JSONTokens
internal import UnicodeText

extension ContentScanner {
  /// The units of all attributes of a block that `rule` names, in their order. What looks like prose and has no rule is
  /// said, if somebody asks.
  /// - Parameter place: the block as people call it, `wp:acme/box`.
  func unitsOfAttributes(
    _ attributes: Range<Int>, _ rule: BlockRule?, _ place: String, in bytes: Span<UInt8>
  ) throws(ICUError) -> [CollectedUnit] {
    // Attributes that are no JSON are no attributes: WordPress takes none from such a block either.
    guard
      let source = JSONSource(
        bytes.array(attributes), offset: attributes.lowerBound, escaping: .blockAttribute)
    else { return [] }
    let texts = JSONTexts.all(
      in: source, rules: rule?.keys ?? [KeyRule(pattern: .exact([]))], findsUnruled: options.remarks != nil)
    var units: [CollectedUnit] = []
    for text in texts {
      let attribute = "\(place) attribute \"\(text.path)\""
      guard text.rule != nil else {
        options.remarks?.addNotExtracted(attribute, text.text)
        continue
      }
      for var unit in try self.units(of: text, attribute) {
        if unit.place.isEmpty { unit.place = attribute }
        units.append(unit)
      }
    }
    return units
  }

  /// The units of one text in JSON.
  /// - Parameter place: where it stands, as people call it.
  func units(of text: JSONText, _ place: String) throws(ICUError) -> [CollectedUnit] {
    guard let rule = text.rule, case .text(let syntax) = rule.content else { return [] }
    if text.isArray {
      guard let array = ChildArray(text.source, text.node), !array.bytes.isEmpty else { return [] }
      var own = try unitsOfHTML(array.bytes, .html)
      guard own.count == 1 else {
        if !own.isEmpty { options.remarks?.addUnmatchedArray(place) }
        return []
      }
      own[0].host = .childArray(array)
      own[0].isRepeatedInHTML = rule.isRepeatedInHTML
      for attribute in ChildArray.readable { own += self.units(of: array, attribute) }
      return own
    }
    var units = try units(at: text.node, of: text.source, syntax)
    if units.isEmpty, let node = text.childArray {
      var array = text
      (array.node, array.isArray, array.childArray) = (node, true, nil)
      return try self.units(of: array, place)
    }
    if let copy = text.copy {
      var twins = TwinIndex(units)
      for var own in try self.units(at: copy, of: text.source, syntax) {
        guard let host = own.host else { continue }
        let bytes = host.bytes
        if let (index, _) = twins.take(own.draft, isInTag: own.isInTag, in: bytes.span) {
          units[index].copies.append(TextCopy(draft: own.draft, host: host, encoding: own.encoding))
        } else {
          // Two different texts: what the block shows is the one or the other.
          own.place = place + "'s copy"
          units.append(own)
        }
      }
    }
    for index in units.indices {
      units[index].ruleLabel = rule.label
      units[index].isRepeatedInHTML = rule.isRepeatedInHTML && !text.isHidden
    }
    if let node = text.childArray { try addCopies(to: &units, text.source, node, place) }
    return units
  }

  /// The units of the string at `node`.
  private func units(
    at node: Int, of source: JSONSource, _ syntax: KeyRule.Syntax
  ) throws(ICUError) -> [CollectedUnit] {
    let host = source.attribute(at: node)
    var units: [CollectedUnit]
    switch syntax {
    case .html, .line:
      units = try unitsOfHTML(host.bytes, syntax)
      for index in units.indices { units[index].host = .blockAttribute(host) }
    case .plain, .plainInTag:
      units = plainUnit(in: host).map { [$0] } ?? []
      for index in units.indices { units[index].repeatsTag = syntax == .plainInTag }
    }
    return units
  }

  /// The units of a text that is HTML; their host is to be set.
  private func unitsOfHTML(_ bytes: [UInt8], _ syntax: KeyRule.Syntax) throws(ICUError) -> [CollectedUnit] {
    var scanner = ContentScanner(
      options: Options(isRendered: options.isRendered, splitsAtBlankLines: false, rules: options.rules),
      assembler: assembler)
    scanner.collected = []
    scanner.fieldName = fieldName
    if syntax == .line {
      scanner.bareBracketsAreText = true
      scanner.encoding = Self.hasBareAmpersand(bytes.span) ? .htmlWithBareAmpersands : .html
    }
    try scanner.scanTokens(of: bytes.span)
    try scanner.flush(in: bytes.span)
    return scanner.collected ?? []
  }

  /// The unit of an attribute that holds plain text, or nil where there is none.
  private func plainUnit(in attribute: DecodedAttribute) -> CollectedUnit? {
    let host = attribute.withReferences
    let bytes = host.bytes
    var draft = UnitDraft()
    PlainText.append(bytes.span, bytes.indices, hasPlaceholders: false, to: &draft)
    guard draft.settle(in: bytes.span) else { return nil }
    return CollectedUnit(draft: draft, label: "text", encoding: .plain, host: .blockAttribute(host))
  }

  /// Notes where an array holds the text of `units` once more: that of the one which is no attribute's, and those that stand
  /// in tags' attributes, of each attribute in their order.
  private func addCopies(
    to units: inout [CollectedUnit], _ source: JSONSource, _ node: Int, _ place: String
  ) throws(ICUError) {
    let texts = units.indices.filter { !units[$0].encoding.isAttribute }
    guard let text = texts.first else { return }
    guard texts.count == 1, let array = ChildArray(source, node) else {
      options.remarks?.addUnmatchedArray(place + "'s array")
      return
    }
    guard !array.bytes.isEmpty else { return }
    let own = try unitsOfHTML(array.bytes, .html)
    guard own.count == 1, own[0].draft.text == units[text].draft.text else {
      options.remarks?.addUnmatchedArray(place + "'s array")
      return
    }
    units[text].copies.append(TextCopy(draft: own[0].draft, host: .childArray(array), encoding: .plain))
    for attribute in ChildArray.readable {
      let places = units.indices.filter { units[$0].attribute == attribute }
      var twins = TwinIndex(places.map { units[$0] })
      for unit in self.units(of: array, attribute) {
        guard let host = unit.host else { continue }
        let bytes = host.bytes
        if let (index, _) = twins.take(unit.draft, isInTag: true, in: bytes.span) {
          units[places[index]].copies.append(TextCopy(draft: unit.draft, host: host, encoding: unit.encoding))
        } else {
          units.append(unit)
        }
      }
    }
  }

  /// The units of the values that an attribute has in an array.
  private func units(of array: ChildArray, _ attribute: ReadableAttribute) -> [CollectedUnit] {
    array.values.compactMap { value in
      guard value.attribute == attribute, var unit = plainUnit(in: value.value) else { return nil }
      unit.repeatsTag = true
      unit.label = attribute.label
      return unit
    }
  }

  /// Finds the units of a field that is JSON.
  mutating func scanJSON(of field: ArticleField) throws(ICUError) {
    let place = field.label
    guard let source = JSONSource(field.bytes) else {
      options.remarks?.addNotExtracted("\(place), which is no JSON", field.bytes)
      return
    }
    let texts: [JSONText]
    switch field.syntax {
    case .json(let rules, let onlyProse):
      let key = field.name.utf8.split(separator: UInt8(ascii: ".")).last.map { Array($0) } ?? []
      texts = JSONTexts.all(
        in: source, rules: rules, findsUnruled: options.remarks != nil, onlyProse: onlyProse, key: key)
    default:
      texts = JSONTexts.elementor(in: source, options.rules, findsUnruled: options.remarks != nil)
    }
    for text in texts {
      guard let rule = text.rule else {
        options.remarks?.addNotExtracted("\(place) > \"\(text.path)\"", text.text)
        continue
      }
      for unit in try units(of: text, place) {
        guard let host = unit.host else { continue }
        let label = rule.label.map { "\(place): \($0)" } ?? place
        let bytes = host.bytes
        let location = UnitLocation(field: fieldIndex, host: host, pieces: unit.draft.pieces, encoding: unit.encoding)
        try assembler.add(
          unit.draft, in: bytes.span,
          UnitContext(prefix: fieldName, notes: self.place(label), maximumLength: nil), places: [location])
      }
    }
  }

  /// Makes a unit of the words that a `<!--more …-->` shows in place of WordPress's own.
  mutating func moreTag(_ content: Range<Int>, in bytes: Span<UInt8>) throws(ICUError) {
    try flush(in: bytes)
    let words = min(content.lowerBound + 4, content.upperBound)..<content.upperBound
    guard bytes.holds("more", in: content.lowerBound..<words.lowerBound), !words.isEmpty,
      isHTMLSpace(bytes[words.lowerBound])
    else { return }
    PlainText.append(bytes, words, hasPlaceholders: false, to: &draft)
    try flush(in: bytes)
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
    return DecodedAttribute(bytes: escaped, map: origins, escaping: escaping)
  }
}

extension Host {
  /// What the pieces are ranges of, where that is not the field itself.
  var bytes: [UInt8] {
    switch self {
    case .field: []
    case .blockAttribute(let attribute): attribute.bytes
    case .childArray(let array): array.bytes
    }
  }
}
