extension XLIFF {
  /// An element of a namespace that the model has no type for, with all that is in it: another tool's extension, or a
  /// module that we only pass on (resource data, change tracking, ITS stand-off). XLIFF 2.1, 4.9; 1.2, 2.5.
  package struct Fragment: Sendable, Equatable {
    /// The namespace's URI.
    package var namespace: String
    /// The element's local name.
    package var name: String
    /// Well-formed XML in UTF-8: the element, with the declarations of every namespace that it uses.
    package var bytes: [UInt8]

    /// The element `name` of `namespace`, as `bytes` has it.
    package init(name: String, namespace: String, bytes: [UInt8]) {
      self.namespace = namespace
      self.name = name
      self.bytes = bytes
    }
  }

  /// What the standard lets others add to an element: attributes and, in front of the element's own children in 2.x and
  /// behind them in 1.2, elements.
  package struct Extension: Sendable, Equatable {
    package var attributes: [Attribute]
    package var fragments: [Fragment]

    /// Nothing, or what is given.
    package init(attributes: [Attribute] = [], fragments: [Fragment] = []) {
      self.attributes = attributes
      self.fragments = fragments
    }

    /// Whether there is nothing.
    package var isEmpty: Bool { attributes.isEmpty && fragments.isEmpty }
  }
}
