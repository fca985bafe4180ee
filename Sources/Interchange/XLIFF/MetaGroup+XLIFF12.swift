// What only 1.2 has words for is metadata to 2.x: an element of 1.2 becomes a group whose category is the element's name
// behind `xliff12:`, its attributes and texts become metadata, its children groups. So 2.x carries it, and it comes back.

extension XLIFF {
  /// The metadatum that holds an element's text.
  static let textKey = "#text"
  /// The category of the group that holds an element's own attributes.
  static let attributesCategory = "xliff12"

  /// A name with its namespace as a metadatum's key or a category's end: `{uri}name`, or `name` in the core.
  static func key(_ name: String, namespace: String) -> String {
    namespace.isEmpty ? name : "{\(namespace)}\(name)"
  }

  /// The name and the namespace of such a key.
  static func name(ofKey key: String) -> (name: String, namespace: String) {
    guard key.hasPrefix("{"), let end = key.lastIndex(of: "}") else { return (key, "") }
    return (String(key[key.index(after: end)...]), String(key[key.index(after: key.startIndex)..<end]))
  }
}

extension XLIFF.MetaGroup {
  /// The group that holds `attributes`, of the element itself or of its child `child`; nil where there are none.
  init?(attributes: [XLIFF.Attribute], child: String? = nil) {
    if attributes.isEmpty { return nil }
    self.init(
      category: child.map { XLIFF.prefix12 + $0 } ?? XLIFF.attributesCategory,
      items: attributes.map { .meta(.init(XLIFF.key($0.name, namespace: $0.namespace), $0.value)) })
  }

  /// The attributes that such a group holds.
  var attributes: [XLIFF.Attribute] {
    items.compactMap { item in
      guard case .meta(let datum) = item, datum.key != XLIFF.textKey else { return nil }
      let (name, namespace) = XLIFF.name(ofKey: datum.key)
      return XLIFF.Attribute(name, namespace: namespace, datum.value)
    }
  }

  /// The name of the 1.2 element that the group stands for, or nil.
  var element12: String? {
    guard let category, category.hasPrefix(XLIFF.prefix12), id == nil, appliesTo == nil else { return nil }
    return String(category.dropFirst(XLIFF.prefix12.count))
  }
}
