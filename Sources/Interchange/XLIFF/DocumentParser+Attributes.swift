// Attributes that the model has no member for, and those that elements inherit.
internal import XMLStream

/// What an element says for all that is in it.
struct Inherited {
  var translate: Bool
  /// Whether `xml:space` is `preserve`.
  var preservesSpace: Bool
}

extension DocumentParser {
  /// The current start tag's attributes as they are, but for those whose words are `known`.
  func otherAttributes(but known: (XLIFFWord) -> Bool = { _ in false }) -> [XLIFF.Attribute] {
    var attributes: [XLIFF.Attribute] = []
    for position in 0..<xml.attributeCount where !known(attributeWord(position)) { attributes.append(plain(position)) }
    return attributes
  }

  /// The attribute at `position` of the current start tag.
  func plain(_ position: Int) -> XLIFF.Attribute {
    let name = xml.attributeName(position)
    return XLIFF.Attribute(name.localName, namespace: name.namespace, xml.attributeValue(position))
  }

  /// What the current element says of `translate` and `xml:space`, or what it inherits. What it says without need stays in
  /// `attributes`, for it must be written again.
  func inherit(_ outer: Inherited, _ attributes: inout [XLIFF.Attribute]) -> Inherited {
    var inner = outer
    if let translate = flag(.translate) {
      if translate == outer.translate { attributes.setFlag("translate", translate) }
      inner.translate = translate
    }
    if let space = attribute(.space) {
      inner.preservesSpace = space == "preserve"
      if inner.preservesSpace == outer.preservesSpace { attributes.space = space }
    }
    return inner
  }
}

extension [XLIFF.Attribute] {
  /// `xml:space`.
  var space: String? {
    get { self["space", XMLName.xmlNamespace] }
    set { self["space", XMLName.xmlNamespace] = newValue }
  }

  /// Takes the core's attribute `name` out.
  mutating func take(_ name: String) -> String? {
    guard let index = firstIndex(where: { $0.name == name && $0.namespace.isEmpty }) else { return nil }
    return remove(at: index).value
  }
}
