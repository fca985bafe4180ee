// What a word is made of, for the word boundaries of term matching.
internal import CICU

/// The characters of words: letters, marks and numbers of any script, and the underscore. Whether a hyphen or an
/// apostrophe joins two words is for whoever asks.
package enum WordCharacters {
  /// Whether `codePoint` is one.
  package static func contains(_ codePoint: UInt32) -> Bool {
    if codePoint < 0x80 {
      return (codePoint | 0x20) &- 0x61 < 26 || codePoint &- 0x30 < 10 || codePoint == 0x5F
    }
    return cicu_is_letter_mark_or_number(codePoint)
  }

  /// Whether one begins at byte `offset` of `utf8`; false at its end.
  package static func begins(at offset: Int, in utf8: Span<UInt8>) -> Bool {
    offset < utf8.count && contains(CodePoints.value(at: offset, in: utf8))
  }

  /// Whether one ends at byte `offset` of `utf8`; false at its start.
  package static func ends(at offset: Int, in utf8: Span<UInt8>) -> Bool {
    offset > 0 && contains(CodePoints.value(before: offset, in: utf8))
  }
}
