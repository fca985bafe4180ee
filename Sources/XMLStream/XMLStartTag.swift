/// A start tag as it stands: what a copier may write in another's place.
package struct XMLStartTag: Equatable, Sendable {
  /// An attribute that is no namespace declaration.
  package struct Attribute: Equatable, Sendable {
    /// As it stands: `local` or `prefix:local`.
    package var name: String
    /// What it says: references resolved.
    package var value: String

    /// An attribute; a prefix has to be declared where it stands.
    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// As it stands: `local` or `prefix:local`. The end tag follows it.
  package var name: String
  package var declarations: [XMLNamespaceDeclaration]
  package var attributes: [Attribute]

  /// A start tag of valid names.
  package init(
    _ name: String, declarations: [XMLNamespaceDeclaration] = [], attributes: [Attribute] = []
  ) {
    self.name = name
    self.declarations = declarations
    self.attributes = attributes
  }

  /// The value of the attribute that is called `name` as it stands. Setting it to nil takes it away; a new one comes
  /// last.
  package subscript(_ name: String) -> String? {
    get { attributes.first { $0.name == name }?.value }
    set {
      let index = attributes.firstIndex { $0.name == name }
      switch (index, newValue) {
      case (let index?, let value?): attributes[index].value = value
      case (let index?, nil): attributes.remove(at: index)
      case (nil, let value?): attributes.append(Attribute(name, value))
      case (nil, nil): break
      }
    }
  }

  /// The local part of the name.
  package var localName: String {
    get { name.split(separator: ":").last.map(String.init) ?? name }
    set { name = prefix.isEmpty ? newValue : "\(prefix):\(newValue)" }
  }

  /// The prefix of the name, empty where it has none.
  package var prefix: String {
    name.firstIndex(of: ":").map { String(name[..<$0]) } ?? ""
  }
}

extension XMLReader {
  /// The current start tag as it stands, on `.startElement` of a reader that keeps markup.
  package var startTag: XMLStartTag {
    let names = spellings
    return XMLStartTag(
      String(decoding: names[spellingIndex], as: UTF8.self),
      declarations: (0..<declarationCount).map { declaration($0) },
      attributes: (0..<attributeCount).map { position in
        XMLStartTag.Attribute(
          String(decoding: names[attributeSpellingIndex(position)], as: UTF8.self), attributeValue(position))
      })
  }
}
