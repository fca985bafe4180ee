// Our own reading of UAX #29 against ICU's iterator.
import TestSupport
import Testing

@testable import UnicodeText

@Suite struct SentenceRulesTests {
  /// ICU's boundaries, with CR and LF as spaces, and ours.
  private func boundaries(_ text: String, _ iterator: borrowing SentenceBreakIterator) throws -> (
    icu: [Int], our: [Int]
  ) {
    var icu: [Int] = []
    let spaced = text.utf8.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }
    try spaced.withUnsafeBufferPointer { try iterator.appendBoundaries(of: $0, to: &icu) }
    var our: [Int] = []
    let rules = SentenceRules()
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      var position = 0
      while let boundary = rules.boundary(in: bytes, from: position) {
        our.append(boundary)
        position = boundary
      }
      if !bytes.isEmpty { our.append(bytes.count) }
    }
    return (icu, our)
  }

  @Test func agreesWithICUOnRandomTexts() throws {
    let iterator = try SentenceBreakIterator(locale: "root")
    // Every class of the standard, ASCII and not, and the characters that articles are full of.
    let pieces = [
      "a", "B", "é", "É", "ß", "α", "Ω", "أ", "あ", "中", "1", "٣", "٫", ".", ".", ".", "!", "?", "…", "。", "！",
      "\u{2024}",
      "\u{0589}", "؟", "‼", "⁇", "।", " ", " ", " ", "\u{00A0}", "\u{202F}", "\t", "\n", "\r", "\r\n", "\u{3000}",
      "\u{0085}",
      "\u{2028}", "\u{2029}", "(", ")", "[", "]", "\"", "'", "“", "”", "‘", "’", "«", "»", ",", ";", ":", "-", "–", "—",
      "\u{2011}", "、", "\u{0301}", "\u{00AD}", "\u{200B}", "\u{200D}", "\u{FEFF}", "%", "/", "&", "<", "½", "€", "😀",
      "𝐀", "𝐚",
      "e.g.", "Dr.", "word", "Word", "ª", "²",
    ]
    var generator = SeededGenerator(state: 29)
    for round in 0..<40_000 {
      let text = generator.text(of: pieces, upTo: 24)
      let (icu, our) = try boundaries(text, iterator)
      try #require(icu == our, "round \(round): \(text.debugDescription)")
    }
  }

  @Test func agreesWithICUOnRandomScalars() throws {
    let iterator = try SentenceBreakIterator(locale: "root")
    var generator = SeededGenerator(state: 15)
    let glue = [" ", ". ", "! ", "? ", ".", "a", "A"]
    for round in 0..<20_000 {
      var text = ""
      for _ in 0..<8 {
        if let scalar = Unicode.Scalar(UInt32.random(in: 1..<0x20000, using: &generator)) {
          text.unicodeScalars.append(scalar)
        }
        text += glue[Int.random(in: 0..<glue.count, using: &generator)]
      }
      let (icu, our) = try boundaries(text, iterator)
      try #require(icu == our, "round \(round): \(text.debugDescription)")
    }
  }

  @Test func noTerminatorHidesAmongTheBytesThatArePassedOver() {
    // nextTerminator passes over all that begins with C3 to D5, and of C2 looks only for what ICU says.
    let missed = (0x80..<0x0580 as Range<UInt32>).filter {
      let kind = SentenceBreakClass(of: $0)
      return $0 != 0x85 && (kind.isTerminator || kind == .sep)
    }
    #expect(missed.isEmpty)
    let ascii = (0..<0x80 as Range<UInt32>).filter { SentenceBreakClass(of: $0).isTerminator }
    #expect(ascii == [0x21, 0x2E, 0x3F])
    #expect(!(0..<0x80 as Range<UInt32>).contains { [.extend, .format, .sep].contains(SentenceBreakClass(of: $0)) })
  }

  @Test func anEllipsisCharacterIsNoTerminatorInTheStandard() {
    #expect(SentenceBreakClass(of: 0x2026) == .other)
    #expect(SentenceBreakClass(of: 0x3002) == .sTerm)
    #expect(SentenceBreakClass(of: 0x202F) == .sp)
  }
}
