// Texts in which no tags are read, and the characters in any text that XML can't write.
internal import HTMLTokens

/// Characters that XML has no way to write as text: codes stand for them.
enum ControlCharacter {
  /// The reference at `offset`, as in `&#1;`, where it stands for such a character, or nil.
  static func reference(at offset: Int, in bytes: Span<UInt8>, end: Int) -> Range<Int>? {
    guard offset + 1 < end, bytes[offset + 1] == 0x23,
      let reference = CharacterReference.decode(in: bytes, at: offset, end: end)
    else { return nil }
    switch reference.first.value {
    case 0x09, 0x0A, 0x0D, 0x20...0xFFFD, 0x10000...: return nil
    default: return offset..<offset + reference.length
    }
  }

  /// Whether `byte` is such a character by itself.
  static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D
  }
}

/// Texts without tags: fields that are no HTML, attributes' values.
enum PlainText {
  /// Appends all of `range` to `draft`.
  /// - Parameters:
  ///   - hasPlaceholders: those of SEO plug-ins are codes: `%title%`, `%%sitename%%`.
  ///   - hasShortcodes: shortcodes are codes; WordPress runs them in the values of tags' attributes too.
  static func append(
    _ bytes: Span<UInt8>, _ range: Range<Int>, hasPlaceholders: Bool, hasShortcodes: Bool = false,
    to draft: inout UnitDraft
  ) {
    var closingBracket = -1
    var start = range.lowerBound
    var at = start
    var hasReferences = false
    while at < range.upperBound {
      let code: Range<Int>?
      switch bytes[at] {
      case 0x26: code = ControlCharacter.reference(at: at, in: bytes, end: range.upperBound)
      case 0x25 where hasPlaceholders: code = placeholderEnd(at, in: bytes).map { at..<$0 }
      case 0x5B where hasShortcodes:
        if closingBracket < at { closingBracket = bytes.offset(of: 0x5D, from: at) }
        code =
          closingBracket < range.upperBound
          ? Shortcode(bytes, at: at, end: range.upperBound, bareBracketsAreText: false)?.range : nil
      case let byte: code = ControlCharacter.isControl(byte) ? at..<at + 1 : nil
      }
      if let code {
        draft.appendText(start..<at, hasReferences: hasReferences)
        draft.appendStandalone(code)
        (start, at, hasReferences) = (code.upperBound, code.upperBound, false)
      } else {
        if bytes[at] == 0x26 { hasReferences = true }
        at += 1
      }
    }
    draft.appendText(start..<range.upperBound, hasReferences: hasReferences)
  }

  /// Where the placeholder ends that begins at `start`, or nil: one or two `%`, a name, perhaps `(arguments)`, `%` again.
  private static func placeholderEnd(_ start: Int, in bytes: Span<UInt8>) -> Int? {
    var at = start + 1
    let isDouble = at < bytes.count && bytes[at] == 0x25
    if isDouble { at += 1 }
    let name = at
    while at < bytes.count, bytes[at] &- 0x61 < 26 || bytes[at] == 0x5F || bytes[at] &- 0x30 < 10 { at += 1 }
    guard at > name, bytes[name] &- 0x61 < 26 else { return nil }
    if at < bytes.count, bytes[at] == 0x28 {
      while at < bytes.count, bytes[at] != 0x29 { at += 1 }
      at += 1
    }
    for _ in 0..<(isDouble ? 2 : 1) {
      guard at < bytes.count, bytes[at] == 0x25 else { return nil }
      at += 1
    }
    return at
  }
}
