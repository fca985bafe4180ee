// The block delimiters of a post as WordPress finds them: by a pattern over the whole text, whatever HTML it stands in
// (`WP_Block_Parser::next_token()`, wp-includes/class-wp-block-parser.php).
internal import HTMLTokens

/// Goes from one block delimiter to the next. However the text is made, all steps together are linear in its length.
struct BlockDelimiters {
  /// A delimiter and where it stands, `<!--` and `-->` included.
  struct Delimiter {
    var comment: BlockComment
    var range: Range<Int>
  }

  private var position = 0
  /// The last `}`, white space, `-->` that was found: none stands between `searchedFrom` and it.
  private var attributesEnd: (searchedFrom: Int, found: Int?)?

  /// The next delimiter of `bytes`, which must be the same at each call, or nil behind the last one.
  mutating func next(in bytes: Span<UInt8>) -> Delimiter? {
    while position + 4 <= bytes.count {
      position = bytes.offset(of: 0x3C, from: position)
      guard position + 4 <= bytes.count else { break }
      let start = position
      guard bytes.hasExactly("<!--", at: start) else {
        position += 1
        continue
      }
      position = start + 4
      guard let end = commentEnd(from: start + 4, in: bytes),
        let comment = BlockComment(bytes, start + 4..<end)
      else { continue }
      position = end + 3
      return Delimiter(comment: comment, range: start..<end + 3)
    }
    return nil
  }

  /// Where the `-->` stands of a delimiter whose `<!--` ends at `start`, or nil where none can be.
  private mutating func commentEnd(from start: Int, in bytes: Span<UInt8>) -> Int? {
    guard let head = BlockComment.Head(bytes, from: start, end: bytes.count), head.end < bytes.count else { return nil }
    // Attributes may have anything in them, `-->` too, but what ends them.
    if bytes[head.end] == 0x7B { return attributesEnd(from: head.end + 1, in: bytes) }
    let end = bytes[head.end] == 0x2F ? head.end + 1 : head.end
    return bytes.hasExactly("-->", at: end) ? end : nil
  }

  /// Where the first `-->` at or behind `start` stands that ends attributes.
  private mutating func attributesEnd(from start: Int, in bytes: Span<UInt8>) -> Int? {
    if let known = attributesEnd, start >= known.searchedFrom {
      guard let found = known.found else { return nil }
      // Of an end that was found only its `}` must not lie before `start`.
      if lastBrace(before: found, in: bytes) >= start { return found }
    }
    var at = start
    while true {
      at = bytes.offset(of: 0x7D, from: at)
      guard at < bytes.count else { break }
      var end = at + 1
      while end < bytes.count, BlockComment.isSpace(bytes[end]) { end += 1 }
      let hasSpace = end > at + 1
      at += 1
      guard hasSpace else { continue }
      at = end
      if end < bytes.count, bytes[end] == 0x2F { end += 1 }
      guard bytes.hasExactly("-->", at: end) else { continue }
      attributesEnd = (start, end)
      return end
    }
    attributesEnd = (start, nil)
    return nil
  }

  /// The `}` of the attributes that end before the `-->` at `end`.
  private func lastBrace(before end: Int, in bytes: Span<UInt8>) -> Int {
    var at = end - 1
    if bytes[at] == 0x2F { at -= 1 }
    while at > 0, BlockComment.isSpace(bytes[at]) { at -= 1 }
    return at
  }
}
