// JSON in an article that texts are found in: a block's attributes, a meta field, or a string in one of these.
internal import JSONTokens

/// How a text is written into a JSON string.
enum JSONEscaping: Sendable, Equatable {
  /// As WordPress writes a block's attributes, inside a comment.
  case blockAttribute
  /// As PHP's `json_encode()` wrote the rest of it: with `\/` or `/`, with `\u00e9` or `é`.
  case json(escapesSlash: Bool, isASCII: Bool)

  /// The way in which `bytes`, which are JSON, are written.
  init(of bytes: [UInt8]) {
    var hasEscapedSlash = false
    var hasUnicodeEscape = false
    var isASCII = true
    var at = 0
    while at < bytes.count {
      if bytes[at] >= 0x80 { isASCII = false }
      if bytes[at] == 0x5C, at + 1 < bytes.count {
        if bytes[at + 1] == 0x2F { hasEscapedSlash = true }
        if bytes[at + 1] == 0x75 { hasUnicodeEscape = true }
        at += 1
      }
      at += 1
    }
    self = .json(escapesSlash: hasEscapedSlash, isASCII: isASCII && hasUnicodeEscape)
  }

  /// `text` (UTF-8) as the content of a JSON string, without its quotes.
  func escaped(_ text: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    guard case .json(let escapesSlash, let isASCII) = self else {
      JSONString.appendBlockAttribute(text, to: &output)
      return output
    }
    let plain = JSONString.encoded(text).dropFirst().dropLast()
    guard escapesSlash || isASCII else { return Array(plain) }
    for unit in String(decoding: plain, as: UTF8.self).utf16 {
      switch unit {
      case 0x2F where escapesSlash: output += [0x5C, 0x2F]
      case 0..<0x80: output.append(UInt8(unit))
      case _ where isASCII:
        let digits = String(unit, radix: 16)
        output += Array("\\u".utf8) + Array(repeating: 0x30, count: 4 - digits.utf8.count) + Array(digits.utf8)
      default: return Self.escapingSlashes(Array(plain))
      }
    }
    return output
  }

  private static func escapingSlashes(_ text: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    for byte in text {
      if byte == 0x2F { output.append(0x5C) }
      output.append(byte)
    }
    return output
  }
}

/// JSON and the way from it back to the field that it stands in.
final class JSONSource: Sendable {
  let bytes: [UInt8]
  let document: JSONDocument
  /// For each byte its offset in the field; nil: they are `offset` apart.
  private let map: [Int]?
  private let offset: Int
  /// How a text is escaped, innermost JSON first.
  let escaping: [JSONEscaping]

  /// JSON that stands in a field at `offset`; nil where it is none.
  init?(_ bytes: [UInt8], offset: Int = 0, escaping: JSONEscaping? = nil) {
    guard let document = try? JSONDocument(bytes.span) else { return nil }
    self.bytes = bytes
    self.document = document
    self.offset = offset
    map = nil
    self.escaping = [escaping ?? JSONEscaping(of: bytes)]
  }

  /// The JSON that the string at `node` of `outer` holds; nil where that is none.
  init?(in outer: JSONSource, _ node: Int) {
    let outerBytes = outer.bytes
    let decoded = JSONString.decodeWithMap(outerBytes.span, outer.document.nodes[node].range)
    guard let document = try? JSONDocument(decoded.bytes.span),
      document.nodes[0].kind == .object || document.nodes[0].kind == .array
    else { return nil }
    bytes = decoded.bytes
    self.document = document
    offset = 0
    map = decoded.map.map(outer.fieldOffset)
    escaping = [JSONEscaping(of: decoded.bytes)] + outer.escaping
  }

  /// Where a byte of this JSON, or its end, stands in the field.
  func fieldOffset(_ index: Int) -> Int { map?[index] ?? index + offset }

  /// The string at `node`, decoded, and the way back to the field.
  func attribute(at node: Int) -> DecodedAttribute {
    let bytes = bytes
    let decoded = JSONString.decodeWithMap(bytes.span, document.nodes[node].range)
    return DecodedAttribute(bytes: decoded.bytes, map: decoded.map.map(fieldOffset), escaping: escaping)
  }

  /// What the string at `node` stands for.
  func string(at node: Int) -> [UInt8] {
    let bytes = bytes
    return document.string(at: node, in: bytes.span) ?? []
  }

  /// The value of the last member of `object` of that name.
  func member(_ name: [UInt8], of object: Int) -> Int? {
    var found: Int?
    for (key, value) in document.members(of: object) where string(at: key) == name { found = value }
    return found
  }
}
