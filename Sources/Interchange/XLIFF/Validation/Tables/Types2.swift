// The types of attribute values of XLIFF 2.x, by the names that its tables use.

extension Tables {
  /// XML Schema's own, which both families use.
  static let commonTypes: [String: ValueType] = [
    "text": .text, "NMTOKEN": .nmtoken, "NMTOKENS": .nmtokens, "ID": .identifier, "positiveInteger": .positiveInteger,
    "integer": .integer, "percent": .percent, "confidence": .confidence, "language": .language, "prefixed": .prefixed,
    "hexBinary": .hexBinary, "dateTime": .dateTime, "space": one("default preserve"), "yesNo": one("yes no"),
  ]

  /// One of some words.
  static func one(_ words: String, or otherwise: ValueType.Words.Otherwise = .nothing) -> ValueType {
    .word(.init(words: words.split(separator: " ").map { Array($0.utf8) }, otherwise: otherwise))
  }

  static let types2 = commonTypes.merging([
    "version2.1": one("2.0 2.1"),
    // 2.2 leaves its documents the older numbers.
    "version2.2": one("2.0 2.1 2.2"),
    "yesNoFirstNo": one("yes no firstNo"),
    "direction": one("ltr rtl auto"),
    "preserve": one("preserve"),
    "side": one("source target"),
    "metaSide": one("source target ignorable"),
    "state": one("initial translated reviewed final"),
    "priority": .priority,
    "codeType": one("fmt ui quote link image other"),
    "markType": one("generic comment term", or: .prefixed),
    "matchType": one("am mt icm idm tb tm other"),
    "normalization": one("none nfc nfd"),
    "itsVersion": one("2.0"),
    "filter": one("include exclude"),
    "issueType": one(
      """
      terminology mistranslation omission untranslated addition duplication inconsistency grammar legal register \
      locale-specific-content locale-violation style characters misspelling typographical formatting \
      inconsistent-entities numbers markup pattern-problem whitespace internationalization length non-conformance \
      uncategorized other
      """),
    // The elements of HTML that the Format Style module lists.
    "formatStyle": one(
      """
      a b bdo big blockquote body br button caption center cite code col colgroup dd del div dl dt em h1 h2 h3 h4 h5 h6 \
      head hr html i img label legend li ol p pre q s samp select small span strike strong sub sup table tbody td tfoot \
      th thead title tr tt u ul
      """),
  ]) { $1 }
}
