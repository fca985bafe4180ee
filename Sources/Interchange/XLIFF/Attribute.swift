// Attributes that the model has no member for: those of modules, of ITS, of other namespaces, and the rarer ones of the
// core. They are kept as they are written, and typed views (`FormatStyle`, `QualityIssue`, …) look at them.

extension XLIFF {
  /// An attribute as it is written: XLIFF 2.1, 4.9 (extensibility), and the modules' own clauses.
  package struct Attribute: Sendable, Hashable {
    /// The namespace's URI; empty for an attribute of the core.
    package var namespace: String
    /// The local name.
    package var name: String
    package var value: String

    /// `name="value"` in `namespace`.
    package init(_ name: String, namespace: String = "", _ value: String) {
      self.namespace = namespace
      self.name = name
      self.value = value
    }
  }
}

extension [XLIFF.Attribute] {
  /// The value of the attribute of that name, or nil; setting nil takes it away.
  package subscript(name: String, namespace: String = "") -> String? {
    get { first { $0.name == name && $0.namespace == namespace }?.value }
    set {
      let index = firstIndex { $0.name == name && $0.namespace == namespace }
      switch (index, newValue) {
      case (let index?, let value?): self[index].value = value
      case (let index?, nil): remove(at: index)
      case (nil, let value?): append(XLIFF.Attribute(name, namespace: namespace, value))
      case (nil, nil): break
      }
    }
  }

  /// A `yes`/`no` attribute of the core; nil where it is not written.
  package func flag(_ name: String) -> Bool? { self[name].map { $0 == "yes" } }

  /// Writes a `yes`/`no` attribute of the core.
  package mutating func setFlag(_ name: String, _ value: Bool?) { self[name] = value.map { $0 ? "yes" : "no" } }
}
