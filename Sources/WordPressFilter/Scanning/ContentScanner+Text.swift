// Text between tags: what of it is text, and what are shortcodes, addresses, blank lines and control characters.
internal import HTMLTokens
internal import UnicodeText

extension ContentScanner {
  /// Takes in the characters of `range`.
  /// - Parameter tokenizer: goes on behind a shortcode that reaches beyond the range, as one does with tags in a value.
  mutating func text(_ range: Range<Int>, _ tokenizer: inout HTMLTokenizer, in bytes: Span<UInt8>) throws(ICUError) {
    var start = range.lowerBound
    var at = start
    var hasReferences = false
    while true {
      at = TextRun.end(in: bytes, from: at, to: range.upperBound)
      guard at < range.upperBound else { break }
      switch bytes[at] {
      case 0x26:
        if let control = ControlCharacter.reference(at: at, in: bytes, end: range.upperBound) {
          draft.appendText(start..<at, hasReferences: hasReferences)
          draft.appendStandalone(control)
          at = control.upperBound
          (start, hasReferences) = (at, false)
        } else {
          hasReferences = true
          at += 1
        }
      case 0x5B:
        guard let shortcode = shortcode(at: at, end: range.upperBound, in: bytes) else {
          at += 1
          continue
        }
        draft.appendText(start..<at, hasReferences: hasReferences)
        at = try add(shortcode, in: bytes)
        guard at <= range.upperBound else { return tokenizer.skip(to: at) }
        (start, hasReferences) = (at, false)
      case 0x3A:
        guard let address = WebAddress.range(around: at, from: start, in: bytes, end: range.upperBound) else {
          at += 1
          continue
        }
        draft.appendText(start..<address.lowerBound, hasReferences: hasReferences)
        draft.appendStandalone(address)
        at = address.upperBound
        (start, hasReferences) = (at, false)
      case 0x0A where options.splitsAtBlankLines && Self.isBlankLine(at, in: bytes, end: range.upperBound):
        draft.appendText(start..<at, hasReferences: hasReferences)
        try flush(in: bytes)
        (start, hasReferences) = (at, false)
        at += 1
      case 0x00...0x08, 0x0B, 0x0C, 0x0E...0x1F:
        // XML has no way to write these as text.
        draft.appendText(start..<at, hasReferences: hasReferences)
        draft.appendStandalone(at..<at + 1)
        at += 1
        (start, hasReferences) = (at, false)
      default: at += 1
      }
    }
    draft.appendText(start..<range.upperBound, hasReferences: hasReferences)
  }

  /// Whether a line follows the line feed at `offset` that holds nothing but white space.
  private static func isBlankLine(_ offset: Int, in bytes: Span<UInt8>, end: Int) -> Bool {
    var at = offset + 1
    while at < end, isHTMLSpace(bytes[at]) {
      if bytes[at] == 0x0A { return true }
      at += 1
    }
    return false
  }
}
