import TestSupport
import Testing

@testable import UnicodeText

@Suite struct FoldedTextTests {
  private func fold(_ text: String, diacritics: Bool = false) throws -> String {
    var folded = try FoldedText(foldDiacritics: diacritics)
    try folded.fold(Array(text.utf8).span)
    return String(decoding: folded.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("Ice Pick SCARS", "ice pick scars"),
    ("non\u{2011}surgical \u{2010}\u{2012}\u{2013}\u{2014}\u{2015}\u{2212}\u{2043}\u{FF0D}", "non-surgical --------"),
    ("lit\u{00AD}te\u{200B}ken\u{2060}s\u{FEFF}", "littekens"),
    ("a \t\r\n b\u{00A0}c\u{202F}\u{2009}d \u{200B} e", "a b c d e"),
    ("  a  ", " a "),
    ("‘it’s’ “so” „no‟ O\u{02BC}Neil", "'it's' \"so\" \"no\" o'neil"),
    ("CAFE\u{0301} É é Cafe\u{00AD}\u{0301}", "café é é café"),
    ("Straße ﬁne CO₂ 5 µm ½", "strasse fine co2 5 μm 1⁄2"),
    ("x\u{0302}\u{0301}", "x\u{0302}\u{0301}"),
    ("e\u{0323}\u{0302}", "ệ"),
    ("\u{0301}", "\u{0301}"),
    (" \u{0301}a", " \u{0301}a"),
    ("각 \u{1100}\u{1161}\u{11A8}", "각 각"),
    ("ΣΑΣ Ж", "σασ ж"),
    ("", ""),
    ("\u{0}", "\u{0}"),
  ])
  func folds(_ original: String, _ expected: String) throws {
    #expect(Array(try fold(original).utf8) == Array(expected.utf8))
  }

  @Test func diacriticsGoOnlyWhereAsked() throws {
    #expect(try fold("Crème Brûlée e\u{0301} Łódź", diacritics: true) == "creme brulee e łodz")
    #expect(Array(try fold("Crème").utf8) == Array("crème".utf8))
  }

  @Test func aTermIsFoldedAndTrimmed() throws {
    #expect(try FoldedText.folded(term: " After\u{2011}Care\u{00A0}") == Array("after-care".utf8))
    #expect(try FoldedText.folded(term: " \u{200B} ").isEmpty)
  }

  /// A match of `term` in `text` covers exactly `original`.
  @Test(arguments: [
    ("The non\u{2011}surgical way", "non-surgical", "non\u{2011}surgical"),
    ("x\u{00AD}lit\u{00AD}teken\u{00AD} y", "litteken", "lit\u{00AD}teken"),
    ("an ice  \n pick", "ice pick", "ice  \n pick"),
    ("an ice \u{200B}pick", "ice pick", "ice \u{200B}pick"),
    ("un CAFE\u{0301}!", "café", "CAFE\u{0301}"),
    ("un cafe\u{00AD}\u{0301}!", "café", "cafe\u{00AD}\u{0301}"),
    ("É É", "é", "É"),
    ("the ﬁne", "in", "ﬁn"),
    ("“Botox”", "botox", "Botox"),
    ("“Botox”", "\"botox\"", "“Botox”"),
    ("é\t\tà b", "à b", "à b"),
    ("é  à", " ", "  "),
    ("Straße", "ss", "ß"),
  ])
  func aRangeOfTheFoldedTextGivesBackTheOriginal(_ text: String, _ term: String, _ original: String) throws {
    var folded = try FoldedText()
    let utf8 = Array(text.utf8)
    try folded.fold(utf8.span)
    let needle = try term == " " ? [0x20] : FoldedText.folded(term: term)
    let start = try #require(
      folded.bytes.indices.first { folded.bytes[$0...].starts(with: needle) }, "\(folded.bytes)")
    let range = folded.originalRange(of: start..<start + needle.count)
    #expect(Array(utf8[range]) == Array(original.utf8))
  }

  /// What the rules mean, all at once and slowly: ours, spaces, then ICU over the whole text.
  private func reference(_ text: String, diacritics: Bool) throws -> [UInt8] {
    var units: [UInt16] = []
    for scalar in text.unicodeScalars {
      let folded = ScalarFolding.folded(scalar.value)
      if folded == ScalarFolding.dropped { continue }
      if folded == 0x20 || (0x09...0x0D).contains(folded) {
        if units.last != 0x20 { units.append(0x20) }
      } else {
        units.append(scalar: folded)
      }
    }
    var buffer = UTF16Buffer()
    try buffer.replace(by: .nfkcCaseFolding, of: units)
    if diacritics {
      buffer.copy(to: &units)
      try buffer.replace(by: .nfd, of: units)
      units.removeAll()
      buffer.forEachScalar { if !ScalarFolding.isDiacritic($0) { units.append(scalar: $0) } }
      try buffer.replace(by: .nfc, of: units)
    }
    var bytes: [UInt8] = []
    buffer.forEachScalar { scalar in
      let folded = ScalarFolding.folded(scalar)
      // Spaces side by side again: those between which a mark went.
      if folded == ScalarFolding.dropped || (folded == 0x20 && bytes.last == 0x20) { return }
      bytes.append(scalar: folded)
    }
    return bytes
  }

  @Test(arguments: [false, true])
  func agreesWithICUOverTheWholeText(diacritics: Bool) throws {
    let pieces = [
      "a", "E", "é", "É", "x", "ß", "İ", "ﬁ", "²", "™", "…", " ", " ", "  ", "\t", "\n", "\u{00A0}", "\u{202F}",
      "\u{2011}", "–",
      "“", "’", "\u{00AD}", "\u{200B}", "\u{200D}", "\u{FE0F}", "\u{0301}", "\u{0323}", "\u{0308}", "\u{0345}", "가",
      "\u{1100}",
      "\u{1161}", "\u{11A8}", "中", "が", "か", "\u{3099}", "Σ", "Ж", "😀", "𝐀", "long plain ascii words", "=", "\u{0338}",
      "<", "&",
      "\u{0F71}", "\u{0F72}", "ǰ", "ﷺ", "\u{0}", "\u{7F}", "１", "Ａ", "－", "＂", "ｶ", "ﾞ",
    ]
    var folded = try FoldedText(foldDiacritics: diacritics)
    var generator = SeededGenerator(state: 3)
    for round in 0..<20_000 {
      let text = generator.text(of: pieces, upTo: 16)
      let utf8 = Array(text.utf8)
      try folded.fold(utf8.span)
      let expected = try reference(text, diacritics: diacritics)
      try #require(
        folded.bytes == expected, "round \(round): \(text.unicodeScalars.map { String($0.value, radix: 16) })")
      try checkRanges(folded, utf8, text)
    }
  }

  /// Characters in order give ranges in order, each of whole characters that fold to what they stand for.
  private func checkRanges(_ folded: FoldedText, _ utf8: [UInt8], _ text: String) throws {
    var previous = 0..<0
    var start = 0
    while start < folded.bytes.count {
      var end = start + 1
      while end < folded.bytes.count, folded.bytes[end] & 0xC0 == 0x80 { end += 1 }
      let range = folded.originalRange(of: start..<end)
      try #require(range == previous || range.lowerBound >= previous.upperBound, "\(text.debugDescription)")
      try #require(!range.isEmpty && range.upperBound <= utf8.count)
      try #require(utf8[range.lowerBound] & 0xC0 != 0x80)
      try #require(range.upperBound == utf8.count || utf8[range.upperBound] & 0xC0 != 0x80)
      previous = range
      start = end
    }
  }

  @Test func noASCIICharacterComposesWithWhatStandsBeforeIt() {
    #expect((0..<0x80 as Range<UInt32>).allSatisfy { ScalarFolding.beginsCluster($0) })
    #expect(!ScalarFolding.beginsCluster(0x0301))
  }

  @Test func whatIsDroppedIsWhatCaseFoldingDropsToo() throws {
    var buffer = UTF16Buffer()
    for value in 0x80..<0x10000 as Range<UInt32> where ScalarFolding.folded(value) == ScalarFolding.dropped {
      try buffer.replace(by: .nfkcCaseFolding, of: [UInt16(value)])
      var left = 0
      buffer.forEachScalar { _ in left += 1 }
      #expect(left == 0, "\(String(value, radix: 16))")
    }
  }

  @Test func illFormedBytesAreReplacedOneByOne() throws {
    var folded = try FoldedText()
    let bytes: [UInt8] = [0x41, 0xC3, 0x42, 0xFF, 0xE2, 0x80]
    try folded.fold(bytes.span)
    #expect(String(decoding: folded.bytes, as: UTF8.self) == "a\u{FFFD}b\u{FFFD}\u{FFFD}\u{FFFD}")
    #expect(folded.originalRange(of: 1..<4) == 1..<2)
  }
}
