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
    let end = content.upperBound
    guard let head = Head(bytes, from: content.lowerBound, end: end) else { return nil }
    name = head.name
    var last = end
    let endsInSlash = last > head.end && bytes[last - 1] == 0x2F
    if endsInSlash { last -= 1 }
    let tail = last
    while last > head.end, Self.isSpace(bytes[last - 1]) { last -= 1 }
    attributes = head.end..<last
    if !attributes.isEmpty {
      // White space has to stand behind the attributes too.
      guard last < tail, bytes[attributes.lowerBound] == 0x7B, bytes[last - 1] == 0x7D else { return nil }
    }
    kind = endsInSlash ? .selfClosing : head.isClosing ? .closing : .opening
  }

  /// What a delimiter begins with, up to its attributes.
  struct Head {
    var isClosing: Bool
    var name: Range<Int>
    /// Behind the white space that follows the name.
    var end: Int

    /// What stands between `<!--` and the attributes, or nil where that begins no delimiter.
    init?(_ bytes: Span<UInt8>, from start: Int, end: Int) {
      var at = start
      func skipSpace() { while at < end, BlockComment.isSpace(bytes[at]) { at += 1 } }
      guard at < end, BlockComment.isSpace(bytes[at]) else { return nil }
      skipSpace()
      isClosing = at < end && bytes[at] == 0x2F
      if isClosing { at += 1 }
      guard at + 3 < end, bytes[at] == 0x77, bytes[at + 1] == 0x70, bytes[at + 2] == 0x3A else { return nil }
      at += 3
      let nameStart = at
      guard BlockComment.skipName(bytes, &at, end) else { return nil }
      if at < end, bytes[at] == 0x2F {
        at += 1
        guard BlockComment.skipName(bytes, &at, end) else { return nil }
      }
      name = nameStart..<at
      guard at < end, BlockComment.isSpace(bytes[at]) else { return nil }
      skipSpace()
      self.end = at
    }
  }

  /// What `\\s` is in WordPress's pattern: HTML's white space and the vertical tab.
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte &- 0x09 < 5
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
