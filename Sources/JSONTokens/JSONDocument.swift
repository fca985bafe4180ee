// JSON (RFC 8259) as ranges over its bytes: a flat list of values in the order of the text, each knowing where the next
// sibling stands. Nothing is decoded before it is asked for.

/// The values of one JSON text, as ranges over its bytes.
package struct JSONDocument: Sendable {
  /// What kind of value stands there.
  package enum Kind: UInt8, Sendable {
    case object, array, string, number, `true`, `false`, null
  }

  /// One value, or the key of a member.
  package struct Node: Sendable {
    package var kind: Kind
    /// The value's bytes; of a string those between its quotes.
    package var range: Range<Int>
    /// The index of the value that follows this one and all that is in it.
    package var next: Int
    /// Whether a string has an escape in it.
    package var isEscaped: Bool
  }

  /// All values, depth first. A member is its key and then its value.
  package private(set) var nodes: [Node]

  /// The values of the JSON text that fills `bytes`.
  /// - Throws: `JSONError` at the first byte that is not JSON, or where values nest deeper than 512.
  package init(_ bytes: Span<UInt8>) throws(JSONError) {
    var parser = JSONParser()
    try parser.parse(bytes)
    nodes = parser.nodes
  }

  /// The value of member `key` of the object at `index`; the last one where a key is repeated, as parsers commonly take
  /// it. Keys are compared byte by byte, so one written with escapes is not found.
  package func member(_ key: StaticString, of index: Int, in bytes: Span<UInt8>) -> Int? {
    guard nodes[index].kind == .object else { return nil }
    var found: Int?
    var at = index + 1
    while at < nodes[index].next {
      if nodes[at].range.count == key.utf8CodeUnitCount, bytes.holds(key, at: nodes[at].range.lowerBound) {
        found = at + 1
      }
      at = nodes[at + 1].next
    }
    return found
  }

  /// The members of the object at `index`: indices of key and value.
  package func members(of index: Int) -> [(key: Int, value: Int)] {
    guard nodes[index].kind == .object else { return [] }
    var members: [(key: Int, value: Int)] = []
    var at = index + 1
    while at < nodes[index].next {
      members.append((at, at + 1))
      at = nodes[at + 1].next
    }
    return members
  }

  /// The elements of the array at `index`.
  package func elements(of index: Int) -> [Int] {
    guard nodes[index].kind == .array else { return [] }
    var elements: [Int] = []
    var at = index + 1
    while at < nodes[index].next {
      elements.append(at)
      at = nodes[at].next
    }
    return elements
  }

  /// The decoded bytes of the string at `index`, or nil where another kind of value stands there.
  package func string(at index: Int, in bytes: Span<UInt8>) -> [UInt8]? {
    let node = nodes[index]
    guard node.kind == .string else { return nil }
    return JSONString.decode(bytes, node.range, isEscaped: node.isEscaped)
  }

  /// The whole number at `index`.
  package func integer(at index: Int, in bytes: Span<UInt8>) -> Int? {
    guard nodes[index].kind == .number else { return nil }
    return Int(String(decoding: bytes.array(nodes[index].range), as: UTF8.self))
  }
}

/// Why a text is not JSON.
package struct JSONError: Error, Equatable, Sendable {
  /// Where, in bytes.
  package var offset: Int
  /// What is wrong, as the end of a sentence.
  package var problem: String

  /// A problem at a place.
  package init(offset: Int, problem: String) {
    self.offset = offset
    self.problem = problem
  }
}

extension Span where Element == UInt8 {
  /// Whether exactly `expected` stands at `offset`.
  func holds(_ expected: StaticString, at offset: Int) -> Bool {
    guard offset + expected.utf8CodeUnitCount <= count else { return false }
    for index in 0..<expected.utf8CodeUnitCount where self[offset + index] != expected.utf8Start[index] {
      return false
    }
    return true
  }

  /// The bytes of `range` as an array of their own.
  package func array(_ range: Range<Int>) -> [UInt8] {
    let part = extracting(range)
    return [UInt8](unsafeUninitializedCapacity: part.count) { buffer, count in
      part.withUnsafeBufferPointer { source in _ = buffer.initialize(from: source) }
      count = part.count
    }
  }
}
