// Shortcodes, as `get_shortcode_regex()` reads them (wp-includes/shortcodes.php). WordPress knows which names are registered;
// a file doesn't tell, so what looks like a shortcode is one.

/// `[name attributes]`, `[/name]` or `[name attributes /]`, as ranges over the bytes it stands in.
struct Shortcode: Equatable {
  /// Whether it can begin a pair, ends one, or closes itself.
  enum Kind { case opening, closing, selfClosing }

  var kind: Kind
  /// The whole of it, brackets included; `[[escaped]]` with all of its brackets.
  var range: Range<Int>
  var name: Range<Int>

  /// Shortcodes of WordPress itself that show a figure of their own, so that they end the text before them.
  private static let blocks: [StaticString] = [
    "caption", "wp_caption", "gallery", "playlist", "audio", "video", "embed",
  ]

  /// The shortcode that begins with the `[` at `start`, or nil where that is a bracket in a text.
  ///
  /// It ends at the first `]`, be that in a quoted value: WordPress's expression knows no quotes. They only tell whether a
  /// further `[` or a tag before that belongs to a value, or makes the first `[` a bracket in a text.
  /// - Parameters:
  ///   - end: where the text ends. Only a quoted value may reach beyond it, as one does that holds tags.
  ///   - reach: how far such a value may reach; at least `end`.
  ///   - bareBracketsAreText: `[word]` is text, as where WordPress has run the shortcodes that it knows.
  init?(_ bytes: Span<UInt8>, at start: Int, end: Int, reach: Int? = nil, bareBracketsAreText: Bool) {
    var at = start + 1
    let isEscaped = at < end && bytes[at] == 0x5B
    if isEscaped { at += 1 }
    let isClosing = at < end && bytes[at] == 0x2F
    if isClosing { at += 1 }
    let nameStart = at
    guard at < end, (bytes[at] | 0x20) &- 0x61 < 26 else { return nil }
    while at < end, Self.isNameByte(bytes[at]) { at += 1 }
    name = nameStart..<at
    guard at < end, bytes[at] == 0x5D || !isClosing && Self.endsName(bytes[at]) else { return nil }
    var hasAttributes = false
    var quote: UInt8 = 0
    let limit = max(end, reach ?? end)
    while at < limit, bytes[at] != 0x5D {
      let byte = bytes[at]
      if quote != 0 {
        if byte == quote { quote = 0 }
        // No value holds the next block.
        if byte == 0x3C, at >= end, at + 1 < limit, bytes[at + 1] == 0x21 { return nil }
      } else if byte == 0x22 || byte == 0x27 {
        if hasAttributes { quote = byte }
      } else if byte == 0x3D {
        hasAttributes = true
      } else if byte == 0x5B || at >= end && byte == 0x3C {
        return nil
      }
      at += 1
    }
    guard at < limit else { return nil }
    let endsInSlash = bytes[at - 1] == 0x2F
    // `[see the note below]` is a sentence: without an attribute only the name may stand there.
    guard isClosing || hasAttributes || endsInSlash || (name.upperBound == at && !bareBracketsAreText) else {
      return nil
    }
    let endsEscaped = isEscaped && at + 1 < bytes.count && bytes[at + 1] == 0x5D
    range = start..<at + (endsEscaped ? 2 : 1)
    kind = endsEscaped || endsInSlash ? .selfClosing : isClosing ? .closing : .opening
  }

  /// Whether it begins with `[[`: with `]]` behind it, or behind the tag that closes it, it is shown as it stands.
  func isEscaped(in bytes: Span<UInt8>) -> Bool { bytes[range.lowerBound + 1] == 0x5B }

  /// Whether it ends the text before it.
  func isBlock(in bytes: Span<UInt8>) -> Bool {
    Self.blocks.contains { bytes.holds($0, in: name) }
  }

  /// Letters, digits, `_` and `-`.
  private static func isNameByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x5F || byte == 0x2D
  }

  /// What may follow a name: WordPress asks for no letter, digit, `_` or `-`; of the rest these occur.
  private static func endsName(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 || byte == 0x2F || byte == 0x3D
  }
}

extension Span where Element == UInt8 {
  /// Whether `range` holds exactly `text`.
  func holds(_ text: StaticString, in range: Range<Int>) -> Bool {
    guard range.count == text.utf8CodeUnitCount else { return false }
    for index in 0..<range.count where self[range.lowerBound + index] != text.utf8Start[index] { return false }
    return true
  }
}
