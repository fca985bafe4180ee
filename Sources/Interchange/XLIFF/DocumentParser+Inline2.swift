// XLIFF 2.x inline elements (XLIFF 2.1, 4.2.3).
internal import XMLStream

extension DocumentParser {
  /// Appends the content of the current element, up to and past its end tag.
  /// - Parameter isData: whether it is original data, which has no codes; extensions in it are skipped.
  func inline2(_ content: inout XLIFF.Content, isData: Bool = false) throws(XMLError) {
    while true {
      switch try xml.next() {
      case .text: xml.appendText(to: &content.text)
      case .endElement, .endOfDocument: return
      case .startElement: try inlineElement2(&content)
      }
    }
  }

  private func inlineElement2(_ content: inout XLIFF.Content) throws(XMLError) {
    let word = element()
    switch word {
    case .cp:
      codePoint(&content.text)
      try xml.skipElement()
    case .ph, .sc, .ec, .sm, .em:
      var ignored = XLIFF.InlineElement(.spanEnd, at: 0, id: "")
      content.elements.append(inlineElement(word, at: content.text.count, end: &ignored))
      try xml.skipElement()
    case .pc, .mrk:
      var end = XLIFF.InlineElement(word == .pc ? .spanEnd : .markEnd, at: 0, id: "")
      let start = inlineElement(word, at: content.text.count, end: &end)
      content.elements.append(start)
      try inline2(&content)
      end.id = start.id
      end.offset = content.text.count
      content.elements.append(end)
    default:
      try xml.skipElement()
    }
  }

  /// The current start tag as an inline element; what a `pc` says of its end goes into `end`.
  private func inlineElement(
    _ word: XLIFFWord, at offset: Int, end: inout XLIFF.InlineElement
  ) -> XLIFF.InlineElement {
    var element = XLIFF.InlineElement(Self.kind(word), at: offset, id: "")
    var startReference: String?
    /// What is written though it need not be, and what has no member.
    var rest: [XLIFF.Attribute] = []
    for position in 0..<xml.attributeCount {
      let name = attributeWord(position)
      if scope == .translations, !name.tellsCodesApart { continue }
      switch name {
      case .id: element.id = xml.attributeValue(position)
      case .startRef: startReference = xml.attributeValue(position)
      case .dataRef, .dataRefStart: element.dataReference = xml.attributeValue(position)
      case .dataRefEnd: end.dataReference = xml.attributeValue(position)
      case .disp, .dispStart: element.display = xml.attributeValue(position)
      case .dispEnd: end.display = xml.attributeValue(position)
      case .equiv, .equivStart: element.equivalent = xml.attributeValue(position)
      case .equivEnd: end.equivalent = xml.attributeValue(position)
      case .subFlows, .subFlowsStart: element.subFlows = Self.tokens(xml.attributeValue(position))
      case .subFlowsEnd: end.subFlows = Self.tokens(xml.attributeValue(position))
      case .type: element.type = xml.attributeValue(position)
      case .subType: element.subType = xml.attributeValue(position)
      case .canCopy:
        element.canCopy = flag(position)
        if element.canCopy { rest.append(plain(position)) }
      case .canDelete:
        element.canDelete = flag(position)
        if element.canDelete { rest.append(plain(position)) }
      // `firstNo` begins a row that keeps its order: for one code that means the same as `no`.
      case .canReorder:
        element.canReorder = xml.attributeValue(position) == "yes"
        let expected = element.canReorder ? nil : XLIFF.canReorder(isFirst: isFirstFixed && word != .ec)
        if xml.attributeValue(position) != expected { rest.append(plain(position)) }
        if !element.canReorder { isFirstFixed = false }
      case .isolated:
        element.isIsolated = flag(position)
        if !element.isIsolated { rest.append(plain(position)) }
      case .copyOf: element.copyOf = xml.attributeValue(position)
      case .value: element.value = xml.attributeValue(position)
      case .ref: element.reference = xml.attributeValue(position)
      case .translate: element.translate = flag(position)
      default: rest.append(plain(position))
      }
    }
    if let startReference { element.id = startReference }
    if scope == .everything && !rest.isEmpty { element.attributes = rest }
    return element
  }

  private func flag(_ position: Int) -> Bool {
    let value = xml.attributeValue(position)
    return value == "yes"
  }

  /// Appends the code point that a `cp` stands for; one that no text can hold becomes U+FFFD.
  private func codePoint(_ text: inout [UInt8]) {
    let hex = attribute(.hex) ?? ""
    let scalar = UInt32(hex, radix: 16).flatMap { Unicode.Scalar($0) }
    text.append(contentsOf: String(Character(scalar ?? "\u{FFFD}")).utf8)
  }

  private static func tokens(_ list: String) -> [String] {
    list.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  private static func kind(_ word: XLIFFWord) -> XLIFF.InlineElement.Kind {
    switch word {
    case .pc: .spanStart
    case .sc: .startCode
    case .ec: .endCode
    case .mrk: .markStart
    case .sm: .startMarker
    case .em: .endMarker
    default: .standaloneCode
    }
  }
}
