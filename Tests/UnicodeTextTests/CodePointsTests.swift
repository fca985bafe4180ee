import TestSupport
import Testing

@testable import UnicodeText

@Suite struct CodePointsTests {
  @Test func countsAndFindsCodePoints() {
    let text = Array("aé\u{2011}😀e\u{0301}".utf8)
    #expect(CodePoints.count(in: text.span) == 6)
    let starts = [0, 1, 3, 6, 10, 11]
    for (index, byte) in starts.enumerated() {
      #expect(CodePoints.offset(ofByte: byte, in: text.span) == index)
      #expect(CodePoints.byteOffset(ofCodePoint: index, in: text.span) == byte)
    }
    #expect(CodePoints.offset(ofByte: text.count, in: text.span) == 6)
    #expect(CodePoints.byteOffset(ofCodePoint: 6, in: text.span) == text.count)
    #expect(CodePoints.value(at: 3, in: text.span) == 0x2011)
    #expect(CodePoints.value(before: 10, in: text.span) == 0x1F600)
  }

  @Test func readsAnyBytesWithoutLeavingThem() {
    var generator = SeededGenerator(state: 11)
    for _ in 0..<2000 {
      let bytes = (0..<12).map { _ in
        UInt8.random(in: 0...255, using: &generator) | ([0, 0x80].randomElement(using: &generator) ?? 0)
      }
      bytes.withUnsafeBufferPointer { text in
        var position = 0
        var scalars: [UInt32] = []
        while position < text.count {
          let scalar = text.scalar(at: position)
          scalars.append(scalar.value)
          #expect(scalar.length >= 1 && position + scalar.length <= text.count)
          #expect(Unicode.Scalar(scalar.value) != nil)
          #expect(text.scalar(before: position + scalar.length).value == scalar.value)
          position += scalar.length
        }
        if let valid = String(validating: bytes, as: UTF8.self) {
          #expect(valid.unicodeScalars.map(\.value) == scalars)
        } else {
          #expect(scalars.contains(0xFFFD))
        }
      }
    }
  }

  @Test func wordCharactersAreLettersMarksAndNumbers() {
    let text = Array("a_9é\u{0301}中₂٣".unicodeScalars)
    #expect(text.allSatisfy { WordCharacters.contains($0.value) })
    #expect(!"-' .’\u{2011}\u{00A0}%/😀\u{00AD}".unicodeScalars.contains { WordCharacters.contains($0.value) })
    let bytes = Array("é-a".utf8)
    #expect(WordCharacters.begins(at: 0, in: bytes.span) && WordCharacters.ends(at: 2, in: bytes.span))
    #expect(!WordCharacters.begins(at: 2, in: bytes.span) && !WordCharacters.ends(at: 3, in: bytes.span))
    #expect(!WordCharacters.begins(at: 4, in: bytes.span) && !WordCharacters.ends(at: 0, in: bytes.span))
  }

  @Test(
    arguments: [
      (Array("aé😀".utf8), nil), ([], nil), ([0x61, 0xC3], 1), ([0x61, 0xFF, 0x62], 1), ([0xC0, 0x80], 0),
      ([0x61, 0x62, 0xED, 0xA0, 0x80], 2), ([0xF4, 0x90, 0x80, 0x80], 0), ([0xE2, 0x80, 0x91, 0x80], 3),
    ] as [([UInt8], Int?)])
  func findsTheFirstByteThatIsNotUTF8(_ bytes: [UInt8], _ offset: Int?) {
    #expect(UTF8Validation.firstInvalidByte(of: bytes.span) == offset)
  }

  @Test func transformsWholeTexts() throws {
    #expect(try TextTransforms.normalizedNFC(Array("e\u{0301} a \u{212B}".utf8)) == Array("\u{00E9} a \u{00C5}".utf8))
    #expect(try TextTransforms.normalizedNFC(Array("déjà".utf8)) == Array("d\u{00E9}j\u{00E0}".utf8))
    #expect(try TextTransforms.normalizedNFD(Array("\u{1EC7}".utf8)) == Array("e\u{0323}\u{0302}".utf8))
    #expect(try TextTransforms.lowercased(Array("ÉÉN ΟΔΟΣ İ".utf8)) == Array("één οδος i\u{0307}".utf8))
    #expect(try TextTransforms.lowercased([]).isEmpty)
    let long = Array(String(repeating: "É\u{0301}", count: 5000).utf8)
    #expect(try TextTransforms.normalizedNFD(long) == Array(String(repeating: "E\u{0301}\u{0301}", count: 5000).utf8))
  }

  @Test func nothingBelowU0300ChangesInFormC() throws {
    for value in 0x80..<0x300 as Range<UInt32> {
      var bytes: [UInt8] = []
      bytes.append(scalar: value)
      // The guard in normalizedNFC would hide a change; a mark that composes with nothing here takes it away.
      let changed = try TextTransforms.normalizedNFC(bytes + Array("\u{0E01}".utf8))
      #expect(changed == bytes + Array("\u{0E01}".utf8))
    }
  }
}
