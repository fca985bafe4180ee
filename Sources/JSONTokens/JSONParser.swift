// The parser behind JSONDocument: one pass, no recursion.

/// Parses one JSON text into a flat list of nodes.
struct JSONParser {
  private(set) var nodes: [JSONDocument.Node] = []
  private var open: [Int] = []
  private var at = 0

  private static let deepest = 512

  /// Parses `bytes` whole.
  mutating func parse(_ bytes: Span<UInt8>) throws(JSONError) {
    try value(in: bytes)
    while let container = open.last {
      skipSpace(in: bytes)
      if nodes[container].kind == .array {
        try continueArray(container, in: bytes)
      } else {
        try continueObject(container, in: bytes)
      }
    }
    skipSpace(in: bytes)
    if at < bytes.count { throw JSONError(offset: at, problem: "something follows after the end of the value") }
  }

  /// A scalar, or the begin of a container that is then open.
  private mutating func value(in bytes: Span<UInt8>) throws(JSONError) {
    skipSpace(in: bytes)
    guard at < bytes.count else { throw JSONError(offset: at, problem: "the text ends where a value is expected") }
    switch bytes[at] {
    case 0x7B: try push(.object)
    case 0x5B: try push(.array)
    case 0x22: try string(in: bytes)
    case 0x74: try literal("true", .true, in: bytes)
    case 0x66: try literal("false", .false, in: bytes)
    case 0x6E: try literal("null", .null, in: bytes)
    case 0x2D, 0x30...0x39: try number(in: bytes)
    default: throw JSONError(offset: at, problem: "a value is expected here")
    }
  }

  private mutating func push(_ kind: JSONDocument.Kind) throws(JSONError) {
    guard open.count < Self.deepest else {
      throw JSONError(offset: at, problem: "values nest deeper than \(Self.deepest) levels")
    }
    open.append(nodes.count)
    nodes.append(.init(kind: kind, range: at..<at + 1, next: 0, isEscaped: false))
    at += 1
  }

  private mutating func close(_ container: Int) {
    at += 1
    nodes[container].range = nodes[container].range.lowerBound..<at
    nodes[container].next = nodes.count
    open.removeLast()
  }

  /// Behind `[` or an element: the next element or the end.
  private mutating func continueArray(_ container: Int, in bytes: Span<UInt8>) throws(JSONError) {
    guard at < bytes.count else { throw JSONError(offset: at, problem: "the text ends inside an array") }
    let isFirst = nodes.count == container + 1
    if bytes[at] == 0x5D { return close(container) }
    if !isFirst { try separator(in: bytes, "`,` or `]` is expected here") }
    try value(in: bytes)
  }

  /// Behind `{` or a member: the next member or the end.
  private mutating func continueObject(_ container: Int, in bytes: Span<UInt8>) throws(JSONError) {
    guard at < bytes.count else { throw JSONError(offset: at, problem: "the text ends inside an object") }
    let isFirst = nodes.count == container + 1
    if bytes[at] == 0x7D { return close(container) }
    if !isFirst { try separator(in: bytes, "`,` or `}` is expected here") }
    skipSpace(in: bytes)
    guard at < bytes.count, bytes[at] == 0x22 else { throw JSONError(offset: at, problem: "a key is expected here") }
    try string(in: bytes)
    skipSpace(in: bytes)
    guard at < bytes.count, bytes[at] == 0x3A else { throw JSONError(offset: at, problem: "`:` is expected here") }
    at += 1
    try value(in: bytes)
  }

  private mutating func separator(in bytes: Span<UInt8>, _ problem: String) throws(JSONError) {
    guard bytes[at] == 0x2C else { throw JSONError(offset: at, problem: problem) }
    at += 1
  }

  private mutating func string(in bytes: Span<UInt8>) throws(JSONError) {
    let start = at + 1
    at = start
    var isEscaped = false
    while true {
      at = PlainRun.end(in: bytes, from: at, to: bytes.count)
      guard at < bytes.count else { break }
      switch bytes[at] {
      case 0x22:
        nodes.append(.init(kind: .string, range: start..<at, next: nodes.count + 1, isEscaped: isEscaped))
        at += 1
        return
      case 0x5C:
        isEscaped = true
        // `\/`, `\"` and `\n` are nearly all there are.
        if at + 1 < bytes.count, bytes[at + 1] == 0x2F || bytes[at + 1] == 0x22 || bytes[at + 1] == 0x6E {
          at += 2
        } else {
          try escape(in: bytes)
        }
      default: throw JSONError(offset: at, problem: "a control character stands unescaped in a text")
      }
    }
    throw JSONError(offset: start - 1, problem: "this text has no closing quote")
  }

  private mutating func escape(in bytes: Span<UInt8>) throws(JSONError) {
    guard at + 1 < bytes.count else { throw JSONError(offset: at, problem: "the text ends inside an escape") }
    switch bytes[at + 1] {
    case 0x22, 0x5C, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74: at += 2
    case 0x75:
      guard at + 6 <= bytes.count, JSONString.hexadecimal(bytes, at: at + 2) != nil else {
        throw JSONError(offset: at, problem: "`\\u` needs four hexadecimal digits")
      }
      at += 6
    default: throw JSONError(offset: at, problem: "this escape does not exist in JSON")
    }
  }

  private mutating func number(in bytes: Span<UInt8>) throws(JSONError) {
    let start = at
    if bytes[at] == 0x2D { at += 1 }
    let integer = digits(in: bytes)
    guard integer > 0, integer == 1 || bytes[at - integer] != 0x30 else {
      throw JSONError(offset: start, problem: "this is no number")
    }
    if at < bytes.count, bytes[at] == 0x2E {
      at += 1
      guard digits(in: bytes) > 0 else { throw JSONError(offset: start, problem: "this is no number") }
    }
    if at < bytes.count, bytes[at] | 0x20 == 0x65 {
      at += 1
      if at < bytes.count, bytes[at] == 0x2B || bytes[at] == 0x2D { at += 1 }
      guard digits(in: bytes) > 0 else { throw JSONError(offset: start, problem: "this is no number") }
    }
    nodes.append(.init(kind: .number, range: start..<at, next: nodes.count + 1, isEscaped: false))
  }

  private mutating func digits(in bytes: Span<UInt8>) -> Int {
    let start = at
    while at < bytes.count, bytes[at] &- 0x30 < 10 { at += 1 }
    return at - start
  }

  private mutating func literal(
    _ text: StaticString, _ kind: JSONDocument.Kind, in bytes: Span<UInt8>
  ) throws(JSONError) {
    guard bytes.holds(text, at: at) else { throw JSONError(offset: at, problem: "a value is expected here") }
    nodes.append(
      .init(kind: kind, range: at..<at + text.utf8CodeUnitCount, next: nodes.count + 1, isEscaped: false))
    at += text.utf8CodeUnitCount
  }

  private mutating func skipSpace(in bytes: Span<UInt8>) {
    while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x0A || bytes[at] == 0x0D || bytes[at] == 0x09 {
      at += 1
    }
  }
}
