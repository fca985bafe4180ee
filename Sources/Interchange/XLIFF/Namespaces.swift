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

/// The namespaces of the modules that Overzet writes and reads; 2.2 kept those of 2.0.
enum XLIFFModule {
  /// The Metadata module: `mda`.
  static let metadata: StaticString = "urn:oasis:names:tc:xliff:metadata:2.0"
  /// The Size and Length Restriction module: `slr`.
  static let sizeRestriction: StaticString = "urn:oasis:names:tc:xliff:sizerestriction:2.0"
}
