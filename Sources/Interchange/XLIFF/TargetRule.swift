extension XLIFF {
  /// A rule that targets must keep: `<val:rule>` (XLIFF 2.1, 5.9), as its attributes have it.
  package struct ValidationRule: Sendable, Equatable {
    /// What is required of the target.
    package enum Requirement: Sendable, Equatable {
      /// The text occurs in it, that many times where a number is given.
      case isPresent(String, occurs: Int?)
      case isNotPresent(String)
      case startsWith(String)
      case endsWith(String)
    }

    /// All attributes, as they are written.
    package var attributes: [Attribute]

    /// A rule as written.
    package init(attributes: [Attribute]) { self.attributes = attributes }

    /// A rule that requires one thing.
    package init(_ requirement: Requirement, existsInSource: Bool = false, isCaseSensitive: Bool = true) {
      attributes = []
      switch requirement {
      case .isPresent(let text, let occurs):
        attributes["isPresent"] = text
        attributes["occurs"] = occurs.map(String.init)
      case .isNotPresent(let text): attributes["isNotPresent"] = text
      case .startsWith(let text): attributes["startsWith"] = text
      case .endsWith(let text): attributes["endsWith"] = text
      }
      if existsInSource { attributes["existsInSource"] = "yes" }
      if !isCaseSensitive { attributes["caseSensitive"] = "no" }
    }

    /// What it requires; nil for another tool's own rule.
    package var requirement: Requirement? {
      if let text = attributes["isPresent"] {
        return .isPresent(text, occurs: attributes["occurs"].flatMap { Int($0) })
      }
      if let text = attributes["isNotPresent"] { return .isNotPresent(text) }
      if let text = attributes["startsWith"] { return .startsWith(text) }
      return attributes["endsWith"].map { .endsWith($0) }
    }

    /// Whether it holds only where it holds of the source too.
    package var existsInSource: Bool { attributes.flag("existsInSource") ?? false }
    package var isCaseSensitive: Bool { attributes.flag("caseSensitive") ?? true }
    /// `none`, `nfc` (the default) or `nfd`: the form in which texts are compared.
    package var normalization: String { attributes["normalization"] ?? "nfc" }
    /// Whether it is switched off, for an inner element.
    package var isDisabled: Bool { attributes.flag("disabled") ?? false }
  }
}
