// The sentence rules SB3 to SB998 of UAX #29, on UTF-8 and only where a terminator stands. Between terminators nothing
// can break, so most bytes are looked at once and no text is copied, widened or handed to ICU; ICU tells the classes of
// the few characters around a terminator that are not ASCII. A test holds the result against ICU's own iterator.
internal import CICU

/// UAX #29's sentence boundaries by the rules that ICU's root locale has.
struct SentenceRules {
  /// The class of each ASCII character, as ICU's version of Unicode has it.
  private let asciiClasses: [SentenceBreakClass] = (0..<128).map { SentenceBreakClass(of: $0) }

  /// A scalar with its class and the offset of the byte after it.
  struct Character {
    /// The scalar's class.
    var kind: SentenceBreakClass
    /// The offset just after it.
    var end: Int
  }

  /// The first boundary of `text` at or after `start`, where `start` is 0 or a boundary given before; nil where none is
  /// left before the end of the text. Offsets are in bytes.
  func boundary(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var position = start
    while let terminator = nextTerminator(in: text, from: position) {
      var kind = character(in: text, at: terminator).kind
      position = terminator
      if kind == .sep {
        // SB4: after a paragraph separator, always.
        return within(text, character(in: text, at: terminator).end)
      }
      while true {
        let (next, following) = afterTerminator(in: text, at: position, kind)
        guard let following else { return nil }
        switch following {
        case .joined:
          position = next
        case .sep:
          return within(text, character(in: text, at: next).end)
        case .terminator(let another):
          (position, kind) = (next, another)
          continue
        case .boundary:
          return next
        }
        break
      }
    }
    return nil
  }

  private enum Following {
    case joined, sep, boundary
    case terminator(SentenceBreakClass)
  }

  /// What follows the terminator at `offset`: the place where the rules have decided, and what they decided there; nil
  /// where the text ends first.
  private func afterTerminator(
    in text: UnsafeBufferPointer<UInt8>, at offset: Int, _ kind: SentenceBreakClass
  ) -> (Int, Following?) {
    var position = effective(in: text, from: character(in: text, at: offset).end)
    guard position < text.count else { return (position, nil) }
    var next = character(in: text, at: position)
    if kind == .aTerm {
      if next.kind == .numeric { return (position, .joined) }  // SB6
      if next.kind == .upper, isCased(before: offset, in: text) { return (position, .joined) }  // SB7
    }
    // SB9 and SB10: closing punctuation, then white space, belongs to the sentence before.
    while next.kind == .close {
      position = effective(in: text, from: next.end)
      guard position < text.count else { return (position, nil) }
      next = character(in: text, at: position)
    }
    while next.kind == .sp {
      position = effective(in: text, from: next.end)
      guard position < text.count else { return (position, nil) }
      next = character(in: text, at: position)
    }
    if next.kind == .sep { return (position, .sep) }
    if kind == .aTerm, lowerComesFirst(in: text, from: position) { return (position, .joined) }  // SB8
    if next.kind == .sContinue { return (position, .joined) }  // SB8a
    if next.kind.isTerminator { return (position, .terminator(next.kind)) }  // SB8a
    return (position, .boundary)  // SB11
  }

  /// The offset of the first terminator or paragraph separator at or after `start`. ASCII is looked at eight bytes at a
  /// time.
  private func nextTerminator(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    let bytes = UnsafeRawBufferPointer(text)
    var position = start
    while true {
      while position + 8 <= bytes.count {
        let marks = Self.attention(bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self).littleEndian)
        if marks != 0 {
          position += marks.trailingZeroBitCount / 8
          break
        }
        position += 8
      }
      guard position < text.count else { return nil }
      let byte = text[position]
      if byte < 0x80 {
        if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") { return position }
        position += 1
      } else if let length = Self.lengthOfHarmless(in: text, at: position) {
        position += length
      } else {
        let next = character(in: text, at: position)
        if next.kind.isTerminator || next.kind == .sep { return position }
        position = next.end
      }
    }
  }

  /// The length of the character at `position`, which is not ASCII, where it is one of those, frequent in our texts, that
  /// neither end a sentence nor part paragraphs; nil for all that must be looked up. The lowest that do and are not ASCII
  /// are U+0085 (C2 85) and U+0589 (D6 89); in the block of punctuation U+2024 (E2 80 A4) is the first from U+2010 on.
  @inline(__always)
  private static func lengthOfHarmless(in text: UnsafeBufferPointer<UInt8>, at position: Int) -> Int? {
    let byte = text[position]
    if byte > 0xC2, byte < 0xD6 { return 2 }
    guard position + 2 < text.count else { return nil }
    if byte == 0xC2, text[position + 1] == 0xA0 { return 2 }
    return byte == 0xE2 && text[position + 1] == 0x80 && text[position + 2] &- 0x90 < 0x14 ? 3 : nil
  }

  /// The high bit of each byte of `word` that is `.`, `!`, `?` or not ASCII; the lowest one set is exact, which is all that
  /// is used.
  @inline(__always)
  private static func attention(_ word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let stop = word ^ (ones &* 0x2E)
    let exclamation = word ^ (ones &* 0x21)
    let question = word ^ (ones &* 0x3F)
    return
      ((stop &- ones) & ~stop | (exclamation &- ones) & ~exclamation | (question &- ones) & ~question | word)
      & 0x8080_8080_8080_8080
  }

  /// The scalar at `offset`, which must be below the end of the text.
  @inline(__always)
  func character(in text: UnsafeBufferPointer<UInt8>, at offset: Int) -> Character {
    let byte = text[offset]
    if byte < 0x80 { return Character(kind: asciiClasses[Int(byte)], end: offset + 1) }
    let scalar = text.scalar(at: offset)
    return Character(kind: SentenceBreakClass(of: scalar.value), end: offset + scalar.length)
  }

  /// The class of the scalar that ends at `offset`, which must be above 0, and where it begins.
  func character(in text: UnsafeBufferPointer<UInt8>, before offset: Int) -> (kind: SentenceBreakClass, start: Int) {
    let scalar = text.scalar(before: offset)
    let kind = scalar.value < 0x80 ? asciiClasses[Int(scalar.value)] : SentenceBreakClass(of: scalar.value)
    return (kind, offset - scalar.length)
  }

  /// SB5: marks and format characters belong to what stands before them. The first offset from `start` on that is
  /// neither, or the end.
  private func effective(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var position = start
    // No ASCII character is a mark or a format character.
    while position < text.count, text[position] >= 0x80 {
      let next = character(in: text, at: position)
      guard next.kind == .extend || next.kind == .format else { break }
      position = next.end
    }
    return position
  }

  /// Whether an upper- or lower-case letter, perhaps with marks, stands just before `offset` (SB7).
  private func isCased(before offset: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    var position = offset
    while position > 0 {
      let (kind, start) = character(in: text, before: position)
      guard kind == .extend || kind == .format else { return kind == .upper || kind == .lower }
      position = start
    }
    return false
  }

  /// SB8: whether a lower-case letter comes before any other letter, terminator or paragraph separator.
  private func lowerComesFirst(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    var position = start
    while position < text.count {
      let next = character(in: text, at: position)
      switch next.kind {
      case .lower: return true
      case .upper, .oLetter, .sep, .aTerm, .sTerm: return false
      default: position = next.end
      }
    }
    return false
  }

  private func within(_ text: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Int? { offset < text.count ? offset : nil }
}
