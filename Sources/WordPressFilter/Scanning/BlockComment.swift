// WordPress's block delimiters, as `WP_Block_Parser::next_token()` reads them (wp-includes/class-wp-block-parser.php):
// `<!-- wp:namespace/name {"json"} -->`, `<!-- wp:name /-->`, `<!-- /wp:name -->`.

/// A block delimiter, as ranges over the bytes it stands in.
struct BlockComment: Equatable {
  /// Whether it begins a block, ends one, or is one by itself.
  enum Kind { case opening, closing, selfClosing }

  var kind: Kind
  /// The name as it is written, without `core/` where that is left out.
  var name: Range<Int>
  /// The JSON object of the attributes; empty where there is none.
  var attributes: Range<Int>

  /// The delimiter that the content of a comment is, or nil where it is an ordinary comment.
  /// - Parameter content: the bytes between `<!--` and `-->`.
  init?(_ bytes: Span<UInt8>, _ content: Range<Int>) {
    var at = content.lowerBound
    let end = content.upperBound
    func skipSpace() { while at < end, Self.isSpace(bytes[at]) { at += 1 } }
    guard at < end, Self.isSpace(bytes[at]) else { return nil }
    skipSpace()
    var isClosing = false
    if at < end, bytes[at] == 0x2F {
      isClosing = true
      at += 1
    }
    guard at + 3 < end, bytes[at] == 0x77, bytes[at + 1] == 0x70, bytes[at + 2] == 0x3A else { return nil }
    at += 3
    let nameStart = at
    guard Self.skipName(bytes, &at, end) else { return nil }
    if at < end, bytes[at] == 0x2F, at + 1 < end, !Self.isSpace(bytes[at + 1]) {
      at += 1
      guard Self.skipName(bytes, &at, end) else { return nil }
    }
    name = nameStart..<at
    guard at < end, Self.isSpace(bytes[at]) else { return nil }
    skipSpace()
    var last = end
    let endsInSlash = last > at && bytes[last - 1] == 0x2F
    if endsInSlash { last -= 1 }
    while last > at, Self.isSpace(bytes[last - 1]) { last -= 1 }
    attributes = at..<last
    if !attributes.isEmpty, bytes[attributes.lowerBound] != 0x7B || bytes[attributes.upperBound - 1] != 0x7D {
      return nil
    }
    kind = isClosing ? .closing : endsInSlash ? .selfClosing : .opening
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  /// Goes over a namespace or a name, `[a-z][a-z0-9_-]*`, and says whether one stands at `at`.
  private static func skipName(_ bytes: Span<UInt8>, _ at: inout Int, _ end: Int) -> Bool {
    guard at < end, bytes[at] &- 0x61 < 26 else { return false }
    while at < end, bytes[at] &- 0x61 < 26 || bytes[at] &- 0x30 < 10 || bytes[at] == 0x5F || bytes[at] == 0x2D {
      at += 1
    }
    return true
  }
}
