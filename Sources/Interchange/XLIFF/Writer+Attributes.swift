// Attributes as they were read, and elements that the model has no type for.
internal import XMLStream

extension XLIFF.Writer {
  /// An attribute of the tag that `markup` has begun.
  /// - Parameter opening: ` name="`.
  mutating func attribute(_ opening: StaticString, _ value: String) {
    xml.markup(opening)
    xml.attributeValue(value)
    xml.markup("\"")
  }

  /// The same where there is a value.
  mutating func attribute(_ opening: StaticString, _ value: String?) {
    if let value { attribute(opening, value) }
  }

  /// Attributes of the tag that `markup` has begun, but for those of the core that the version at hand has no word for.
  /// - Parameters:
  ///   - isOpen: whether other namespaces' attributes may stand there too, and not only `xml:lang` and `xml:space`.
  ///   - skips: what has been written already.
  mutating func writeAttributes(
    _ attributes: [XLIFF.Attribute], isOpen: Bool = true, skips: (XLIFF.Attribute) -> Bool = { _ in false }
  ) {
    var declared: [String] = []
    for attribute in attributes where !skips(attribute) {
      switch attribute.namespace {
      case "":
        guard XLIFF.isCore2(attribute.name) == (version != .v1_2) else { continue }
        raw(" \(attribute.name)")
      case XMLName.xmlNamespace: raw(" xml:\(attribute.name)")
      case _ where !isOpen: continue
      case let namespace: qualified(attribute.name, namespace, &declared)
      }
      xml.markup("=\"")
      xml.attributeValue(attribute.value)
      xml.markup("\"")
    }
  }

  /// An attribute's name behind a prefix for its namespace, which is declared where the root has not.
  private mutating func qualified(_ name: String, _ namespace: String, _ declared: inout [String]) {
    let usual = XLIFFModule.prefix(of: namespace)
    if let usual, XLIFF.isDeclared(namespace, version) {
      xml.markup(" ")
      xml.markup(usual)
      return raw(":\(name)")
    }
    let known = declared.firstIndex(of: namespace)
    let prefix = usual?.description ?? "n\((known ?? declared.count) + 1)"
    if known == nil {
      declared.append(namespace)
      raw(" xmlns:\(prefix)=\"")
      xml.attributeValue(namespace)
      xml.markup("\"")
    }
    raw(" \(prefix):\(name)")
  }

  /// Bytes as they are.
  mutating func raw(_ text: String) {
    let bytes = Array(text.utf8)
    xml.markup(bytes.span)
  }

  /// Elements as they were read.
  mutating func writeFragments(_ fragments: [XLIFF.Fragment]) {
    for fragment in fragments {
      xml.markup(fragment.bytes.span)
      xml.markup("\n")
    }
  }
}

extension XLIFF {
  /// Whether `name` is one of those core attributes of 2.x that the model keeps as they are written.
  static func isCore2(_ name: String) -> Bool {
    switch name {
    case "type", "canResegment", "srcDir", "trgDir", "dir", "translate", "canOverlap": true
    case "canReorder", "canCopy", "canDelete", "isolated": true
    default: false
    }
  }

  /// Whether the root that we write declares the usual prefix of `namespace`.
  static func isDeclared(_ namespace: String, _ version: Version) -> Bool {
    guard version != .v1_2, let prefix = XLIFFModule.prefix(of: namespace) else { return false }
    return XLIFFModule.declared.contains { $0.prefix.description == prefix.description }
  }
}
