extension XLIFF.Version {
  /// The namespace of the core elements. 2.0 and 2.1 share one; 2.2 has its own.
  package var namespace: StaticString {
    switch self {
    case .v1_2: "urn:oasis:names:tc:xliff:document:1.2"
    case .v2_0, .v2_1: "urn:oasis:names:tc:xliff:document:2.0"
    case .v2_2: "urn:oasis:names:tc:xliff:document:2.2"
    }
  }
}

/// The namespaces of the modules, which 2.2 kept from 2.0 and 2.1.
enum XLIFFModule {
  /// The Metadata module: `mda`.
  static let metadata: StaticString = "urn:oasis:names:tc:xliff:metadata:2.0"
  /// The Size and Length Restriction module: `slr`.
  static let sizeRestriction: StaticString = "urn:oasis:names:tc:xliff:sizerestriction:2.0"
  /// The Translation Candidates module: `mtc`.
  static let matches: StaticString = "urn:oasis:names:tc:xliff:matches:2.0"
  /// The Glossary module: `gls`.
  static let glossary: StaticString = "urn:oasis:names:tc:xliff:glossary:2.0"
  /// The Format Style module: `fs`.
  static let formatStyle: StaticString = "urn:oasis:names:tc:xliff:fs:2.0"
  /// The Validation module: `val`.
  static let validation: StaticString = "urn:oasis:names:tc:xliff:validation:2.0"
  /// The Resource Data module: `res`.
  static let resourceData: StaticString = "urn:oasis:names:tc:xliff:resourcedata:2.0"
  /// The Internationalization Tag Set: `its`.
  static let its: StaticString = "http://www.w3.org/2005/11/its"

  /// Those whose prefixes our 2.x roots declare, in order. Rarer ones are declared where they are used.
  static let declared: [(prefix: StaticString, namespace: StaticString)] = [
    ("mda", metadata), ("slr", sizeRestriction), ("mtc", matches), ("gls", glossary), ("fs", formatStyle),
  ]

  /// The prefix under which the standard's own examples write a module's namespace, and we do; nil for any other one.
  static func prefix(of namespace: String) -> StaticString? {
    prefixes[namespace]
  }

  private static let prefixes: [String: StaticString] = [
    metadata.description: "mda", sizeRestriction.description: "slr", matches.description: "mtc",
    glossary.description: "gls", formatStyle.description: "fs", validation.description: "val", its.description: "its",
  ]
}
