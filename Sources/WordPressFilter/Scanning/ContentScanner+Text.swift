// Text between tags: what of it is text, and what are shortcodes, addresses, blank lines and control characters.
internal import HTMLTokens
internal import UnicodeText

extension ContentScanner {
  /// Takes in the characters of `range`.
  mutating func text(_ range: Range<Int>, in bytes: Span<UInt8>) throws(ICUError) {
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
        guard let shortcode = Shortcode(bytes, at: at, end: range.upperBound, bareBracketsAreText: bareBracketsAreText)
        else {
          at += 1
          continue
        }
        draft.appendText(start..<at, hasReferences: hasReferences)
        try self.shortcode(shortcode, in: bytes)
        at = shortcode.range.upperBound
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

  private mutating func shortcode(_ shortcode: Shortcode, in bytes: Span<UInt8>) throws(ICUError) {
    if shortcode.isBlock(in: bytes) {
      try flush(in: bytes)
      return
    }
    switch shortcode.kind {
    case .selfClosing: draft.appendStandalone(shortcode.range, name: shortcode.name)
    case .opening: draft.appendStart(shortcode.range, element: .unknown, name: shortcode.name)
    case .closing: draft.appendEnd(shortcode.range, element: .unknown, name: shortcode.name, in: bytes)
    }
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
