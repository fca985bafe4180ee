// Reads YAML mappings by key, with errors that name file and line. The only file that sees Yams besides its callers' types.
internal import Yams

/// A YAML mapping and the place it came from.
struct YAMLReader {
  private let mapping: Node.Mapping
  private let file: String

  /// The mapping at the root of `yaml`; an empty text is an empty mapping.
  /// - Throws: `ConfigurationError` where the text is no YAML or its root no mapping.
  init(yaml: String, file: String) throws {
    let root: Node?
    do {
      root = try compose(yaml: yaml)
    } catch let error as YamlError {
      throw ConfigurationError(
        file: file, line: Self.line(of: error), problem: "this is not YAML (\(Self.summary(of: error)))",
        remedy: "mend the syntax; a colon or a # inside a value needs quotes")
    }
    guard let root else {
      self.init(mapping: Node.Mapping([]), file: file)
      return
    }
    guard let mapping = root.mapping else {
      throw ConfigurationError(
        file: file, line: root.mark?.line ?? 1, problem: "a list of `key: value` lines is expected here",
        remedy: "see Documentation/configuration.md")
    }
    self.init(mapping: mapping, file: file)
  }

  private init(mapping: Node.Mapping, file: String) {
    self.mapping = mapping
    self.file = file
  }

  /// The keys, in the order of the file.
  var keys: [String] { mapping.keys.compactMap(\.string) }

  /// The line of `key`, from 1.
  func line(of key: String) -> Int { mapping[Node(key)]?.mark?.line ?? 0 }

  /// A text, or nil where the key is absent or empty.
  func string(_ key: String) throws -> String? {
    guard let node = present(key) else { return nil }
    guard let value = node.scalar?.string else { throw wrong(key, node, "a text") }
    return value
  }

  /// A whole number.
  func int(_ key: String) throws -> Int? {
    guard let node = present(key) else { return nil }
    guard let value = node.int else { throw wrong(key, node, "a whole number") }
    return value
  }

  /// `true` or `false`.
  func bool(_ key: String) throws -> Bool? {
    guard let node = present(key) else { return nil }
    guard let value = node.bool else { throw wrong(key, node, "true or false") }
    return value
  }

  /// A list of texts; a single text counts as a list of one.
  func strings(_ key: String) throws -> [String]? {
    guard let node = present(key) else { return nil }
    if let value = node.scalar?.string { return [value] }
    guard let sequence = node.sequence else { throw wrong(key, node, "a list of texts") }
    return try sequence.map { element in
      guard let value = element.scalar?.string else { throw wrong(key, element, "a list of texts") }
      return value
    }
  }

  /// A nested mapping.
  func mapping(_ key: String) throws -> YAMLReader? {
    guard let node = present(key) else { return nil }
    guard let nested = node.mapping else { throw wrong(key, node, "`key: value` lines") }
    return YAMLReader(mapping: nested, file: file)
  }

  /// A list of mappings.
  func mappings(_ key: String) throws -> [YAMLReader]? {
    guard let node = present(key) else { return nil }
    guard let sequence = node.sequence else { throw wrong(key, node, "a list") }
    return try sequence.map { element in
      guard let nested = element.mapping else { throw wrong(key, element, "a list of `key: value` groups") }
      return YAMLReader(mapping: nested, file: file)
    }
  }

  private func present(_ key: String) -> Node? {
    guard let node = mapping[Node(key)], node != Node("", Tag(.null)) else { return nil }
    if let scalar = node.scalar, scalar.string.isEmpty || (scalar.style == .plain && scalar.string == "null") {
      return nil
    }
    return node
  }

  private func wrong(_ key: String, _ node: Node, _ expected: String) -> ConfigurationError {
    ConfigurationError(
      file: file, line: node.mark?.line ?? 0, problem: "`\(key)` is not \(expected)",
      remedy: "write \(expected) there; see Documentation/configuration.md")
  }

  private static func line(of error: YamlError) -> Int {
    switch error {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
    default: 0
    }
  }

  private static func summary(of error: YamlError) -> String {
    switch error {
    case .scanner(_, let problem, _, _), .parser(_, let problem, _, _), .composer(_, let problem, _, _): problem
    default: "unreadable"
    }
  }
}
