// Shortcodes in a text: codes of the unit, or ends of it. Which of their attributes hold text is said by rules.
internal import HTMLTokens
internal import JSONTokens
internal import UnicodeText

extension ContentScanner {
  /// How far, in bytes, a value that holds tags may reach.
  private static let longestValue = 1 << 12

  /// The shortcode that begins with the `[` at `offset` of a text that ends at `end`, or nil where none does.
  mutating func shortcode(at offset: Int, end: Int, in bytes: Span<UInt8>) -> Shortcode? {
    // None is one without a `]`, which is looked for once for all brackets before it.
    if closingBracket < offset { closingBracket = bytes.offset(of: 0x5D, from: offset) }
    let reach = min(closingBracket + 1, offset + Self.longestValue, bytes.count)
    guard closingBracket < end || reach > closingBracket else { return nil }
    return Shortcode(
      bytes, at: offset, end: end, reach: options.isRendered ? end : reach, bareBracketsAreText: bareBracketsAreText)
  }

  /// Takes in a shortcode.
  /// - Returns: where it ends; behind its last bracket where that belongs to `[[name]…[/name]]`, and behind its closing tag
  ///   where a rule says that what it encloses is no text.
  mutating func add(_ shortcode: Shortcode, in bytes: Span<UInt8>) throws(ICUError) -> Int {
    var range = shortcode.range
    switch shortcode.kind {
    case .opening where shortcode.isEscaped(in: bytes): escapedShortcode = shortcode.name
    case .closing where bytes.sameName(escapedShortcode, shortcode.name):
      escapedShortcode = 0..<0
      if range.upperBound < bytes.count, bytes[range.upperBound] == 0x5D {
        range = range.lowerBound..<range.upperBound + 1
      }
    default: break
    }
    let rule = options.isRendered ? nil : options.rules.shortcode(bytes, shortcode.name)
    if shortcode.kind == .opening, rule?.ignoresContent == true || rule?.contentEncoding.isText == false,
      let end = closingTag(of: shortcode, in: bytes)
    {
      if let rule, rule.contentEncoding == .unknown, collected == nil {
        options.remarks?.addNotExtracted(
          "what [\(String(decoding: bytes.array(shortcode.name), as: UTF8.self))] encloses, which is written as "
            + (rule.contentEncodingName ?? ""), bytes.array(range.upperBound..<end - shortcode.name.count - 3))
      }
      range = range.lowerBound..<end
    }
    let isBlock = rule?.isBlock == true || shortcode.isBlock(in: bytes)
    if isBlock {
      try flush(in: bytes)
    } else if shortcode.kind == .selfClosing || range.upperBound > shortcode.range.upperBound + 1 {
      draft.appendStandalone(range, name: shortcode.name)
    } else if shortcode.kind == .opening {
      draft.appendStart(range, element: .unknown, name: shortcode.name)
    } else {
      draft.appendEnd(range, element: .unknown, name: shortcode.name, in: bytes)
    }
    if shortcode.kind != .closing, !options.isRendered, rule != nil || options.remarks != nil {
      attributes(of: shortcode, rule, isBlock: isBlock, in: bytes)
      if isBlock { try flush(in: bytes) }
    }
    return range.upperBound
  }

  /// Notes the attributes of a shortcode that hold text, and says which look so and have no rule.
  private mutating func attributes(
    of shortcode: Shortcode, _ rule: ShortcodeRule?, isBlock: Bool, in bytes: Span<UInt8>
  ) {
    var attributes = ShortcodeAttributes(of: shortcode, in: bytes)
    while let attribute = attributes.next(in: bytes) {
      let found = rule?.attribute(bytes, attribute.name)
      if let found, !found.isText { continue }
      guard let found, found.encoding.isText else {
        remark(on: attribute, of: shortcode, found, in: bytes)
        continue
      }
      var value = UnitDraft()
      append(attribute.value, hasTags: found.encoding == .html, to: &value, in: bytes)
      guard value.settle(in: bytes, inAttribute: true), collected == nil else { continue }
      let unit = CollectedUnit(
        draft: value, label: found.label ?? "text of a shortcode",
        encoding: .shortcodeValue(quote: attribute.quote), prefix: "\(fieldName).shortcode")
      guard !isBlock else {
        pending.append(.island(unit, id: nil))
        continue
      }
      let id = assembler.takeIdentifier(prefix: "\(fieldName).shortcode", value, in: bytes)
      draft.setSubFlow(id)
      pending.append(.island(unit, id: id))
    }
  }

  /// Appends a value, in which tags are codes where it `hasTags`.
  private func append(_ range: Range<Int>, hasTags: Bool, to value: inout UnitDraft, in bytes: Span<UInt8>) {
    guard hasTags else { return appendText(range, to: &value, in: bytes) }
    let host = bytes.extracting(0..<range.upperBound)
    var tokenizer = HTMLTokenizer()
    tokenizer.skip(to: range.lowerBound)
    while let token = tokenizer.next(in: host) {
      switch token.kind {
      case .characters: appendText(token.range, to: &value, in: bytes)
      case .startTag where !token.element.isVoid && !token.isSelfClosing:
        value.appendStart(token.range, element: token.element, name: token.name)
      case .endTag: value.appendEnd(token.range, element: token.element, name: token.name, in: bytes)
      default: value.appendStandalone(token.range, element: token.element, name: token.name)
      }
    }
  }

  /// Appends text in a value. Backslashes, which WordPress takes off, are codes together with what they stand before.
  private func appendText(_ range: Range<Int>, to value: inout UnitDraft, in bytes: Span<UInt8>) {
    var start = range.lowerBound
    var at = start
    while at < range.upperBound {
      guard bytes[at] == 0x5C else {
        at += 1
        continue
      }
      PlainText.append(bytes, start..<at, hasPlaceholders: false, to: &value)
      let end = min(at + 2, range.upperBound)
      value.appendStandalone(at..<end)
      (start, at) = (end, end)
    }
    PlainText.append(bytes, start..<range.upperBound, hasPlaceholders: false, to: &value)
  }

  private func remark(
    on attribute: ShortcodeAttributes.Attribute, of shortcode: Shortcode, _ rule: ShortcodeRule.Attribute?,
    in bytes: Span<UInt8>
  ) {
    guard let remarks = options.remarks, !attribute.name.isEmpty else { return }
    let text = bytes.array(attribute.value)
    guard rule != nil || Prose.isProse(text, key: bytes.array(attribute.name)) else { return }
    let names = [shortcode.name, attribute.name].map { String(decoding: bytes.array($0), as: UTF8.self) }
    let reason = rule.map { ", which is written as \($0.encodingName ?? "")" } ?? ""
    remarks.addNotExtracted("[\(names[0])] attribute \"\(names[1])\"\(reason)", text)
  }

  /// Where the tag ends that closes `shortcode`; nil where none does before the next block.
  private mutating func closingTag(of shortcode: Shortcode, in bytes: Span<UInt8>) -> Int? {
    // A name that nothing closes from here on, nothing closes further on: it is looked for once.
    let name = bytes.array(shortcode.name)
    guard !unclosedShortcodes.contains(name) else { return nil }
    let tag = Array("[/".utf8) + name + [0x5D]
    var at = bytes.offset(of: 0x5B, from: shortcode.range.upperBound)
    while at < bytes.count {
      if at + tag.count <= bytes.count, bytes.holds(tag, in: at..<at + tag.count) {
        let end = at + tag.count
        return bytes.extracting(shortcode.range.upperBound..<end).contains("<!-- wp:")
          || bytes.extracting(shortcode.range.upperBound..<end).contains("<!-- /wp:") ? nil : end
      }
      at = bytes.offset(of: 0x5B, from: at + 1)
    }
    unclosedShortcodes.insert(name)
    return nil
  }
}

extension ShortcodeRule.Encoding {
  /// Whether what is written so can be read, and edited in place.
  var isText: Bool { self == .plain || self == .html }
}
