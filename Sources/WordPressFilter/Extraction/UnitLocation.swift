// Where a unit's text stands in its article, which the merger needs and nobody else.
internal import HTMLTokens

/// One place of a unit's text. A unit whose text a block holds twice, in its attributes and in its HTML, has two.
struct UnitLocation {
  /// The index of the field among `TextRules.fields(of:)`.
  var field: Int
  /// The bytes that the pieces' ranges are over.
  var host: Host
  var pieces: [Piece]
  var encoding: TextEncoding
  /// Whether it is text inside a code of another unit, as a drawing's title is.
  var isInsideCode = false

  /// From its first byte to its last one, in its host.
  var range: Range<Int> {
    guard let first = pieces.first, let last = pieces.last else { return 0..<0 }
    return first.range.lowerBound..<max(first.range.upperBound, last.range.upperBound)
  }
}

/// What a unit's ranges are ranges of.
enum Host {
  /// The field itself.
  case field
  /// A string in a block's attributes, or in other JSON, decoded.
  case blockAttribute(DecodedAttribute)
  /// An array in a block's attributes that holds the children of a rich text; it is written anew as a whole.
  case childArray(ChildArray)
}

/// A string in a block's attributes, or in other JSON, decoded, and the way back to the field.
final class DecodedAttribute: Sendable {
  /// The string's HTML.
  let bytes: [UInt8]
  /// For each byte the offset in the field of what it was decoded from, and one more: the end.
  let map: [Int]
  /// How a text is written into the string, and into that which holds it, innermost first.
  let escaping: [JSONEscaping]

  init(bytes: [UInt8], map: [Int], escaping: [JSONEscaping] = [.blockAttribute]) {
    self.bytes = bytes
    self.map = map
    self.escaping = escaping
  }

  /// `text` as it stands in the field.
  func escaped(_ text: [UInt8]) -> [UInt8] { escaping.reduce(text) { $1.escaped($0) } }
}
