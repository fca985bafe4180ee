// A text of the examples, taken apart once into what may vary and what stays, so that writing a variation of it is only
// appending.

/// A sentence, a heading or a cell: HTML of inline elements.
package struct Phrase {
  /// What a stretch of the text is.
  enum Piece: Equatable {
    /// Stays as it is: markup, other words, punctuation.
    case kept(Range<Int>)
    /// A word of a group; `isFree` where no inline element is open, so that one may be put around it.
    case word(Range<Int>, group: Int, isCapitalised: Bool, isFree: Bool)
    /// Digits.
    case number(Range<Int>)
    /// The space after a number, or a narrow one.
    case numberSpace(isNarrow: Bool)
    /// A hyphen between letters, U+002D or U+2011.
    case hyphen
    /// U+2019, or the reference to it.
    case apostrophe
    /// U+201C or U+201D.
    case quote(isOpening: Bool)
    /// U+2013 or U+2014.
    case dash(isLong: Bool)
    /// `&amp;`, and the word "and", which it may stand for.
    case ampersand
    case and
  }

  /// The text as the example writes it.
  package let bytes: [UInt8]
  private(set) var pieces: [Piece] = []

  /// The text with its tags.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var at = 0
    var kept = 0
    var depth = 0
    while at < bytes.count {
      let (length, piece) = Self.piece(at: at, of: bytes, depth: &depth)
      if let piece {
        if kept < at { pieces.append(.kept(kept..<at)) }
        pieces.append(piece)
        kept = at + length
      }
      at += length
    }
    if kept < at { pieces.append(.kept(kept..<at)) }
  }

  /// The stretch that begins at `at`: its length, and what it is, or nil for one that stays.
  private static func piece(at: Int, of bytes: [UInt8], depth: inout Int) -> (length: Int, piece: Piece?) {
    let byte = bytes[at]
    if byte == 0x3C {
      let end = bytes[at...].firstIndex(of: 0x3E) ?? bytes.count - 1
      if bytes.has("</", at: at) { depth -= 1 } else if end > at, bytes[end - 1] != 0x2F { depth += 1 }
      return (end + 1 - at, nil)
    }
    for (text, piece) in marks where bytes.has(text, at: at) { return (text.utf8CodeUnitCount, piece) }
    if byte.isDigit {
      let end = bytes[at...].firstIndex { !$0.isDigit } ?? bytes.count
      return (end - at, .number(at..<end))
    }
    let next = at + 1 < bytes.count ? bytes[at + 1] : 0
    if byte == 0x20, at > 0, bytes[at - 1].isDigit, next.isLetter { return (1, .numberSpace(isNarrow: false)) }
    if byte == 0x2D, at > 0, bytes[at - 1].isLetter, next.isLetter { return (1, .hyphen) }
    guard byte.isLetter else {
      // A reference that is none of the above stays whole.
      if byte == 0x26, let end = bytes[at...].firstIndex(of: 0x3B) { return (end + 1 - at, nil) }
      return (1, nil)
    }
    let end = bytes[at...].firstIndex { !$0.isLetter } ?? bytes.count
    let word = bytes[at..<end].map { $0 | 0x20 }
    if word == Array("and".utf8), !byte.isUpper { return (3, .and) }
    guard let group = WordGroups.group(of: word) else { return (end - at, nil) }
    return (end - at, .word(at..<end, group: group, isCapitalised: byte.isUpper, isFree: depth == 0))
  }

  private static let marks: [(StaticString, Piece)] = [
    ("\u{2011}", .hyphen), ("\u{202F}", .numberSpace(isNarrow: true)),
    ("’", .apostrophe), ("&#8217;", .apostrophe),
    ("“", .quote(isOpening: true)), ("&#8220;", .quote(isOpening: true)),
    ("”", .quote(isOpening: false)), ("&#8221;", .quote(isOpening: false)),
    ("–", .dash(isLong: false)), ("&#8211;", .dash(isLong: false)),
    ("—", .dash(isLong: true)), ("&#8212;", .dash(isLong: true)),
    ("&amp;", .ampersand),
  ]

  /// The sentences of a paragraph, cut where a full stop, question or exclamation mark outside of inline elements goes
  /// before a space and a capital.
  package static func sentences(of paragraph: [UInt8]) -> [Phrase] {
    var sentences: [Phrase] = []
    var start = 0
    var depth = 0
    var at = 0
    while at < paragraph.count {
      let (length, _) = piece(at: at, of: paragraph, depth: &depth)
      let last = paragraph[at + length - 1]
      at += length
      let isEnd = last == 0x2E || last == 0x3F || last == 0x21
      guard isEnd, depth == 0, at + 1 < paragraph.count, paragraph[at] == 0x20, paragraph[at + 1].isUpper else {
        continue
      }
      sentences.append(Phrase(Array(paragraph[start..<at])))
      start = at + 1
    }
    if start < paragraph.count { sentences.append(Phrase(Array(paragraph[start...]))) }
    return sentences
  }
}
