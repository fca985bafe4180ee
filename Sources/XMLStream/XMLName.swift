/// The expanded name of an element or an attribute (Namespaces in XML 1.0, 2.1): prefixes don't count.
package struct XMLName: Hashable, Sendable {
  /// The namespace's URI; empty where the name is in none.
  package var namespace: String
  package var localName: String

  /// `localName` in `namespace`.
  package init(_ localName: String, namespace: String = "") {
    self.namespace = namespace
    self.localName = localName
  }

  /// The namespace that the prefix `xml` is bound to: `xml:lang`, `xml:space`.
  package static let xmlNamespace = "http://www.w3.org/XML/1998/namespace"
}
