// What a start tag looks like as it stands, for readers that keep markup (`keepsMarkup`).

internal import CLibXML2

extension XMLReader {
  /// The names as they stand that were met so far, by number: `local` or `prefix:local` as UTF-8.
  package var spellings: [[UInt8]] { isScanning ? scanner.names.spellings : parser?.spellings ?? [] }

  /// The number of the current element's name as it stands, on `.startElement` and `.endElement`: an index into
  /// `spellings`.
  package var spellingIndex: Int {
    precondition(keepsMarkup, "names as they stand are known where markup is kept")
    return isScanning ? scanner.spelling : parser?.spellingIndex ?? 0
  }

  /// The number of the name of the attribute at `position` as it stands: an index into `spellings`.
  package func attributeSpellingIndex(_ position: Int) -> Int {
    isScanning ? scanner.attributes[position].spelling : parser?.attributeSpellingIndex(position) ?? 0
  }

  /// How many namespaces the current start tag declares.
  package var declarationCount: Int {
    guard isScanning else { return Int(parser?.current.declaration_count ?? 0) }
    return isAtStartTag && keepsMarkup ? scanner.declarations.count : 0
  }

  /// Lends prefix (empty: the default namespace) and URI, as UTF-8, of the namespace declaration at `position`, in the
  /// order of the tag.
  package func withDeclaration<Result>(
    _ position: Int, _ body: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    if isScanning {
      let (prefix, namespace) = scanner.declarations[position]
      return try withBytes(of: prefix) { prefix in try withBytes(of: namespace) { try body(prefix, $0) } }
    }
    guard let declaration = parser?.declaration(position) else {
      let none = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
      return try body(none, none)
    }
    return try body(declaration.prefix, declaration.namespace)
  }

  /// The namespace declaration at `position`, in the order of the tag.
  package func declaration(_ position: Int) -> XMLNamespaceDeclaration {
    withDeclaration(position) { prefix, namespace in
      XMLNamespaceDeclaration(
        prefix: String(decoding: prefix, as: UTF8.self), namespace: String(decoding: namespace, as: UTF8.self))
    }
  }

  /// The target of the current processing instruction; the text is what it says.
  package var instructionTarget: String {
    if isScanning { return withBytes(of: scanner.target) { String(decoding: $0, as: UTF8.self) } }
    return String(decoding: parser?.target ?? UnsafeBufferPointer(start: nil, count: 0), as: UTF8.self)
  }
}

extension XMLScanner {
  /// Prefixes and URIs that the current start tag declares.
  var declarations: [(prefix: Slice, namespace: Slice)] {
    raw.lazy.filter(\.name.declaresNamespace).map { declaration in
      let name = declaration.name
      let start = name.colon < 0 ? name.start + name.count : name.start + name.colon + 1
      return (
        Slice(start: start, count: name.start + name.count - start),
        Slice(start: declaration.value.lowerBound, count: declaration.value.count)
      )
    }
  }
}

/// A namespace declaration of a start tag: `xmlns="…"`, `xmlns:prefix="…"`.
package struct XMLNamespaceDeclaration: Equatable, Sendable {
  /// Empty for the default namespace.
  package var prefix: String
  /// Its URI; empty where the default namespace is undone.
  package var namespace: String

  /// The declaration of `namespace` as `prefix`.
  package init(prefix: String, namespace: String) {
    self.prefix = prefix
    self.namespace = namespace
  }
}
