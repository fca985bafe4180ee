// The part of XPath 1.0 (<https://www.w3.org/TR/xpath-10/>) that files of rules use to name elements and attributes of a
// block's HTML: steps with `/` and `//`, names and `*`, predicates over attributes and names, a union.

/// What an XPath of a rule names.
enum XPathExpression {
  /// One alternative of a union.
  struct Path: Sendable, Equatable {
    /// From the outermost element to the one that is meant, or that has the attribute that is meant.
    var steps: [Step]
    var result: Result

    /// What the path's last step is.
    enum Result: Sendable, Equatable {
      case element, text
      /// Attributes of that name, or all (`nil`) that the predicate lets through.
      case attribute([UInt8]?, Predicate?)

      var isAttribute: Bool { if case .attribute = self { true } else { false } }
    }
  }

  /// One element on the way.
  struct Step: Sendable, Equatable {
    /// Whether any number of elements may stand between it and the one before (`//`).
    var isDescendant: Bool
    /// In lower case; nil for `*`.
    var name: [UInt8]?
    var predicate: Predicate?
  }

  /// What stands between `[` and `]`.
  indirect enum Predicate: Sendable, Equatable {
    case and(Predicate, Predicate)
    case or(Predicate, Predicate)
    case not(Predicate)
    /// `self::h1`
    case isElement([UInt8])
    /// `@class`
    case has([UInt8])
    /// `@class="a"`, `name()="a"`
    case equals(Subject, [UInt8])
    /// `contains(@class, "a")`
    case contains(Subject, [UInt8])
    /// `contains(concat(" ", normalize-space(@class), " "), " a ")`
    case hasWord(Subject, [UInt8])
    /// `starts-with(@id, "a")`
    case begins(Subject, [UInt8])
  }

  /// What a test looks at.
  enum Subject: Sendable, Equatable {
    case attribute([UInt8])
    /// `name()`
    case name
  }

  /// Why a path is not understood.
  struct SyntaxError: Error, Equatable {
    /// What of the path was left to read.
    var rest: String
    var problem: String
  }

  /// The alternatives that `text` writes.
  /// - Throws: `SyntaxError` where it is no XPath, or one with more than this.
  static func parse(_ text: String) throws(SyntaxError) -> [Path] {
    var parser = XPathParser(text)
    return try parser.union()
  }
}

/// Reads one XPath.
private struct XPathParser {
  typealias Predicate = XPathExpression.Predicate
  private let bytes: [UInt8]
  private var at = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  mutating func union() throws(XPathExpression.SyntaxError) -> [XPathExpression.Path] {
    var paths = [try path()]
    while take("|") { paths.append(try path()) }
    skipSpace()
    guard at == bytes.count else { throw error("a step is expected here") }
    return paths
  }

  private mutating func path() throws(XPathExpression.SyntaxError) -> XPathExpression.Path {
    var steps: [XPathExpression.Step] = []
    _ = take(".")
    while true {
      let isDescendant = take("//")
      if !isDescendant, !take("/"), !steps.isEmpty { return XPathExpression.Path(steps: steps, result: .element) }
      if take("text()") { return XPathExpression.Path(steps: steps, result: .text) }
      if take("@") || take("attribute::") {
        let name = take("*") ? nil : try self.name()
        return XPathExpression.Path(steps: steps, result: .attribute(name, try predicates()))
      }
      _ = take("child::")
      let name = take("*") ? nil : try self.name()
      steps.append(XPathExpression.Step(isDescendant: isDescendant, name: name, predicate: try predicates()))
    }
  }

  private mutating func predicates() throws(XPathExpression.SyntaxError) -> Predicate? {
    var all: Predicate?
    while take("[") {
      let next = try disjunction()
      guard take("]") else { throw error("`]` is expected here") }
      all = all.map { .and($0, next) } ?? next
    }
    return all
  }

  private mutating func disjunction() throws(XPathExpression.SyntaxError) -> Predicate {
    var all = try conjunction()
    while takeWord("or") { all = .or(all, try conjunction()) }
    return all
  }

  private mutating func conjunction() throws(XPathExpression.SyntaxError) -> Predicate {
    var all = try test()
    while takeWord("and") { all = .and(all, try test()) }
    return all
  }

  private mutating func test() throws(XPathExpression.SyntaxError) -> Predicate {
    if take("not(") {
      let inner = try disjunction()
      try close()
      return .not(inner)
    }
    if take("(") {
      let inner = try disjunction()
      try close()
      return inner
    }
    if take("self::") { return .isElement(try name()) }
    if take("starts-with(") {
      let subject = try subject()
      let value = try secondArgument()
      return .begins(subject, value)
    }
    if take("contains(") {
      if take("concat(") { return try wordTest() }
      let subject = try subject()
      return .contains(subject, try secondArgument())
    }
    let subject = try subject()
    if take("=") { return .equals(subject, try literal()) }
    guard case .attribute(let name) = subject else { throw error("`=` is expected here") }
    return .has(name)
  }

  /// Behind `contains(concat(`.
  private mutating func wordTest() throws(XPathExpression.SyntaxError) -> Predicate {
    _ = try literal()
    guard take(",") else { throw error("`,` is expected here") }
    let isNormalized = take("normalize-space(")
    let subject = try subject()
    if isNormalized { try close() }
    guard take(",") else { throw error("`,` is expected here") }
    _ = try literal()
    try close()
    let value = try secondArgument()
    let word = value.drop { $0 == 0x20 }
    return .hasWord(subject, Array(word[..<(word.lastIndex { $0 != 0x20 }.map { $0 + 1 } ?? word.startIndex)]))
  }

  private mutating func subject() throws(XPathExpression.SyntaxError) -> XPathExpression.Subject {
    if take("name()") || take("local-name()") { return .name }
    guard take("@") else { throw error("an attribute is expected here") }
    return .attribute(try name())
  }

  private mutating func secondArgument() throws(XPathExpression.SyntaxError) -> [UInt8] {
    guard take(",") else { throw error("`,` is expected here") }
    let value = try literal()
    try close()
    return value
  }

  private mutating func close() throws(XPathExpression.SyntaxError) {
    guard take(")") else { throw error("`)` is expected here") }
  }

  private mutating func literal() throws(XPathExpression.SyntaxError) -> [UInt8] {
    skipSpace()
    guard at < bytes.count, bytes[at] == 0x22 || bytes[at] == 0x27,
      let end = bytes[(at + 1)...].firstIndex(of: bytes[at])
    else { throw error("a text in quotes is expected here") }
    defer { at = end + 1 }
    return Array(bytes[at + 1..<end])
  }

  /// A name, in lower case as HTML has it.
  private mutating func name() throws(XPathExpression.SyntaxError) -> [UInt8] {
    skipSpace()
    let start = at
    while at < bytes.count, Self.isNameByte(bytes[at]) { at += 1 }
    // A name before `(` or `::` is a function or an axis.
    let isOther = at < bytes.count && (bytes[at] == 0x28 || bytes[at] == 0x3A)
    guard at > start, !isOther else {
      at = start
      throw error("a name is expected here")
    }
    return bytes[start..<at].map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x2D || byte == 0x5F || byte >= 0x80
  }

  private mutating func take(_ text: StaticString) -> Bool {
    skipSpace()
    guard bytes.count - at >= text.utf8CodeUnitCount else { return false }
    for index in 0..<text.utf8CodeUnitCount where bytes[at + index] != text.utf8Start[index] { return false }
    at += text.utf8CodeUnitCount
    return true
  }

  /// `and` or `or`, parted from what follows.
  private mutating func takeWord(_ word: StaticString) -> Bool {
    let start = at
    guard take(word), at < bytes.count, !Self.isNameByte(bytes[at]) else {
      at = start
      return false
    }
    return true
  }

  private mutating func skipSpace() {
    while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x0A || bytes[at] == 0x0D || bytes[at] == 0x09 { at += 1 }
  }

  private func error(_ problem: String) -> XPathExpression.SyntaxError {
    XPathExpression.SyntaxError(rest: String(decoding: bytes[at...], as: UTF8.self), problem: problem)
  }
}
