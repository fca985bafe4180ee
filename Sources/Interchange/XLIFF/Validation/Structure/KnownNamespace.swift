// Which namespaces the tables know, and the prefix that names in the tables carry for each.

/// The namespaces of XLIFF and what it includes.
enum KnownNamespace {
  /// The prefix of `uri`; empty for a core namespace, nil where it is unknown.
  /// - Parameter core: the namespace of the document's core elements.
  static func prefix(of uri: String, core: String) -> String? {
    uri == core ? "" : modules[uri]
  }

  /// The prefixes of all but the core: those that the specification uses and, for most, registers for fragment
  /// identifiers (XLIFF 2.1, "Module Fragment Identification Prefix" of each module).
  private static let modules: [String: String] = [
    "http://www.w3.org/XML/1998/namespace": "xml",
    "urn:oasis:names:tc:xliff:matches:2.0": "mtc",
    "urn:oasis:names:tc:xliff:glossary:2.0": "gls",
    "urn:oasis:names:tc:xliff:fs:2.0": "fs",
    "urn:oasis:names:tc:xliff:metadata:2.0": "mda",
    "urn:oasis:names:tc:xliff:resourcedata:2.0": "res",
    "urn:oasis:names:tc:xliff:changetracking:2.0": "ctr",
    "urn:oasis:names:tc:xliff:changetracking:2.1": "ctr",
    "urn:oasis:names:tc:xliff:sizerestriction:2.0": "slr",
    "urn:oasis:names:tc:xliff:validation:2.0": "val",
    "urn:oasis:names:tc:xliff:pgs:1.0": "pgs",
    "urn:oasis:names:tc:xliff:itsm:2.1": "itsm",
    "http://www.w3.org/2005/11/its": "its",
  ]

  /// The prefixes that a fragment identifier may have, beside those of the core.
  static let fragmentPrefixes: Set<String> = ["mtc", "gls", "fs", "mda", "res", "ctr", "slr", "val", "pgs", "its"]
}
