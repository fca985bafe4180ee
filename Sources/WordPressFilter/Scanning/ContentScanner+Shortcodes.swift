// Shortcodes in a text: codes of the unit, or ends of it.
internal import HTMLTokens
internal import UnicodeText

extension ContentScanner {
  /// How far, in bytes, a value that holds tags may reach.
  private static let longestValue = 1 << 12

  /// The shortcode that begins with the `[` at `offset` of a text that ends at `end`, or nil where none does.
  mutating func shortcode(at offset: Int, end: Int, in bytes: Span<UInt8>) -> Shortcode? {
    // None is one without a `]`, which is looked for once for all brackets before it.
    if closingBracket < offset { closingBracket = bytes.offset(of: 0x5D, from: offset) }
    let reach = min(closingBracket + 1, offset + Self.longestValue, bytes.count)
    guard closingBracket < end || reach > closingBracket else { return nil }
    return Shortcode(
      bytes, at: offset, end: end, reach: options.isRendered ? end : reach, bareBracketsAreText: bareBracketsAreText)
  }

  /// Takes in a shortcode.
  /// - Returns: where it ends; behind its last bracket where that belongs to `[[name]…[/name]]`.
  mutating func add(_ shortcode: Shortcode, in bytes: Span<UInt8>) throws(ICUError) -> Int {
    var range = shortcode.range
    switch shortcode.kind {
    case .opening where shortcode.isEscaped(in: bytes): escapedShortcode = shortcode.name
    case .closing where bytes.sameName(escapedShortcode, shortcode.name):
      escapedShortcode = 0..<0
      if range.upperBound < bytes.count, bytes[range.upperBound] == 0x5D {
        range = range.lowerBound..<range.upperBound + 1
      }
    default: break
    }
    if shortcode.isBlock(in: bytes) {
      try flush(in: bytes)
    } else {
      switch shortcode.kind {
      case .selfClosing: draft.appendStandalone(range, name: shortcode.name)
      case .opening: draft.appendStart(range, element: .unknown, name: shortcode.name)
      case .closing: draft.appendEnd(range, element: .unknown, name: shortcode.name, in: bytes)
      }
    }
    return range.upperBound
  }
}
