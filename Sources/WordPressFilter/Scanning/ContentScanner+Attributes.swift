// Attributes of tags that people read, and elements that nobody shall translate.
internal import HTMLTokens
internal import UnicodeText

/// An attribute that waits until the unit around it is done.
struct PendingAttribute {
  var value: Range<Int>
  var quote: UInt8
  var attribute: ReadableAttribute
  /// Taken already where the code that it belongs to names it.
  var id: String?
}

extension ContentScanner {
  /// Notes the readable attributes of a start tag.
  /// - Parameter codeAt: where the tag stands as a code in the unit; its image's alt becomes a sub-flow then.
  mutating func attributes(of token: HTMLToken, in bytes: Span<UInt8>, codeAt: Range<Int>?) throws(ICUError) {
    guard !token.content.isEmpty else { return }
    var scanner = HTMLAttributeScanner(of: token)
    var seen: UInt16 = 0
    while scanner.advance(in: bytes) {
      guard
        let attribute = ReadableAttribute(scanner.name, of: token, in: bytes)
          ?? ruledAttributes.attribute(at: scanner.value)
      else { continue }
      // Of an attribute that stands there twice HTML has the first one only, be it empty.
      let bit: UInt16 = 1 << UInt16(attribute.rawValue)
      guard seen & bit == 0 || attribute == .ruled else { continue }
      seen |= bit
      guard !scanner.value.isEmpty else { continue }
      var pendingAttribute = PendingAttribute(value: scanner.value, quote: scanner.quote, attribute: attribute)
      // The text that its code names must come from the same bytes that the code stands in.
      if codeAt != nil, collected == nil, settleAttribute(pendingAttribute, in: bytes) {
        let id = assembler.takeIdentifier(
          prefix: attribute.prefix(in: fieldName), attributeDraft, in: bytes)
        pendingAttribute.id = id
        draft.setSubFlow(id)
      }
      pending.append(.attribute(pendingAttribute))
    }
  }

  /// Makes a unit of an attribute that waited.
  mutating func emit(_ pendingAttribute: PendingAttribute, in bytes: Span<UInt8>) throws(ICUError) {
    guard settleAttribute(pendingAttribute, in: bytes), excluded.isEmpty || !isExcluded(attributeDraft) else { return }
    let encoding = TextEncoding.attribute(quote: pendingAttribute.quote)
    guard collected == nil else {
      collected?.append(
        CollectedUnit(
          draft: attributeDraft, label: pendingAttribute.attribute.label, encoding: encoding,
          attribute: pendingAttribute.attribute))
      return
    }
    let twin = twins.isEmpty ? [] : takeTwin(of: attributeDraft, in: bytes, encoding)
    let (field, pieces) = (fieldIndex, attributeDraft.pieces)
    try assembler.add(
      attributeDraft, in: bytes,
      UnitContext(
        prefix: pendingAttribute.attribute.prefix(in: fieldName),
        notes: place(pendingAttribute.attribute.label),
        maximumLength: nil),
      id: pendingAttribute.id, isInField: twin.isEmpty,
      places: [UnitLocation(field: field, host: .field, pieces: pieces, encoding: encoding)] + twin)
  }

  /// Whether a start tag says that its element is translated, or not: by `translate` as HTML and ITS 2.0 have it
  /// (`its-translate` in HTML, `its:translate` in XHTML), or by the class `notranslate`. Nil where it says nothing.
  static func translates(_ token: HTMLToken, in bytes: Span<UInt8>) -> Bool? {
    var translates: Bool?
    var scanner = HTMLAttributeScanner(of: token)
    while scanner.advance(in: bytes) {
      switch scanner.name.count {
      case 9 where bytes.hasName("translate", scanner.name), 13 where bytes.hasName("its-translate", scanner.name),
        13 where bytes.hasName("its:translate", scanner.name):
        if bytes.hasName("no", scanner.value) { return false }
        if bytes.hasName("yes", scanner.value) { translates = true }
      case 5 where scanner.value.count >= 11 && bytes.hasName("class", scanner.name):
        if bytes.hasWord("notranslate", scanner.value) { return false }
      default: break
      }
    }
    return translates
  }

  private mutating func settleAttribute(_ pendingAttribute: PendingAttribute, in bytes: Span<UInt8>) -> Bool {
    attributeDraft.removeAll()
    PlainText.append(
      bytes, pendingAttribute.value, hasPlaceholders: false, hasShortcodes: !bareBracketsAreText, to: &attributeDraft)
    return attributeDraft.settle(in: bytes, inAttribute: true)
  }
}

extension ReadableAttribute {
  /// Begins the ids of the units of this attribute in the field of that name.
  func prefix(in fieldName: String) -> String {
    switch self {
    case .alt: fieldName == "content" ? "alt" : fieldName + ".alt"
    case .content: fieldName + ".meta"
    default: "\(fieldName).\(name)"
    }
  }
}

extension Span where Element == UInt8 {
  /// Whether `range` holds `name`, given in lower case, in any case.
  func hasName(_ name: StaticString, _ range: Range<Int>) -> Bool {
    guard range.count == name.utf8CodeUnitCount else { return false }
    for index in 0..<range.count where lowercasedASCII(self[range.lowerBound + index]) != name.utf8Start[index] {
      return false
    }
    return true
  }

  /// Whether `word` is one of the words, parted by white space, of `range`.
  func hasWord(_ word: StaticString, _ range: Range<Int>) -> Bool {
    var start = range.lowerBound
    for index in range.lowerBound...range.upperBound
    where index == range.upperBound || isHTMLSpace(self[index]) {
      if holds(word, in: start..<index) { return true }
      start = index + 1
    }
    return false
  }
}
