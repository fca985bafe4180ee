// Which attributes the core elements of XLIFF 2.x may have (XLIFF 2.1, 4.2): those of the schema, and of other
// namespaces where the standard leaves room.
internal import XMLStream

extension DocumentParser {
  /// Reports attributes that the current element of 2.x may not have.
  func checkAttributes2(_ word: XLIFFWord) {
    guard collects, let allowed = Self.attributes[word] else { return }
    for position in 0..<xml.attributeCount {
      let name = xml.attributeName(position)
      let isAllowed: Bool
      switch name.namespace {
      case "": isAllowed = allowed.contains(attributeWord(position))
      // `xml:lang` may stand wherever other namespaces may, `xml:space` where the schema has it.
      case XMLName.xmlNamespace:
        isAllowed = allowed.contains(attributeWord(position)) || isRoomy(word, for: name.namespace)
      default: isAllowed = isRoomy(word, for: name.namespace)
      }
      if !isAllowed { report("attribute.misplaced", "<\(word.rawValue)> may not have the attribute \(name.localName)") }
    }
  }

  /// Whether `word` takes attributes of `namespace`: structure and annotations of any, codes only of XLIFF's modules
  /// and ITS.
  private func isRoomy(_ word: XLIFFWord, for namespace: String) -> Bool {
    switch word {
    case .xliff, .file, .group, .unit, .note, .mrk, .sm: true
    case .ph, .pc, .sc, .ec:
      namespace.hasPrefix("urn:oasis:names:tc:xliff:") || namespace == "http://www.w3.org/2005/11/its"
    default: false
    }
  }

  private static let hints: Set<XLIFFWord> = [.id, .canCopy, .canDelete, .canReorder, .copyOf, .type, .subType]
  private static let code: Set<XLIFFWord> = hints.union([.dataRef, .disp, .equiv, .subFlows])
  private static let half: Set<XLIFFWord> = code.union([.canOverlap, .dir, .isolated])
  private static let block: Set<XLIFFWord> = [.id, .canResegment, .translate, .srcDir, .trgDir, .space]
  private static let annotation: Set<XLIFFWord> = [.id, .translate, .type, .ref, .value]

  private static let attributes: [XLIFFWord: Set<XLIFFWord>] = [
    .file: block.union([.original]),
    .skeleton: [.href],
    .group: block.union([.name, .type]),
    .unit: block.union([.name, .type]),
    .segment: [.id, .canResegment, .state, .subState],
    .ignorable: [.id],
    .notes: [],
    // `ref` came with 2.2.
    .note: [.id, .appliesTo, .category, .priority, .ref],
    .originalData: [],
    .data: [.id, .dir, .space],
    .source: [.lang, .space],
    .target: [.lang, .space, .order],
    .cp: [.hex],
    .ph: code,
    .pc: hints.union([
      .canOverlap, .dir, .dataRefStart, .dataRefEnd, .dispStart, .dispEnd, .equivStart, .equivEnd, .subFlowsStart,
      .subFlowsEnd,
    ]),
    .sc: half,
    .ec: half.union([.startRef]),
    .mrk: annotation,
    .sm: annotation,
    .em: [.startRef],
  ]
}
