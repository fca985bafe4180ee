// Escapes, both ways (RFC 8259, section 7).
import Foundation
import JSONTokens
import TestSupport
import Testing

struct JSONStringTests {
  private func decode(_ content: [UInt8]) -> [UInt8] { JSONString.decode(content.span, 0..<content.count) }

  @Test(arguments: [
    (#"a\"\\\/\b\f\n\r\tz"#, "a\"\\/\u{8}\u{C}\n\r\tz"), (#"\u0000\u00e9\u00E9\u2011"#, "\u{0}éé‑"),
    (#"\ud83d\ude00\uD83D\uDE00"#, "😀😀"), (#"\uffff\udbff\udfff"#, "\u{FFFF}\u{10FFFF}"),
    (#"\ud83d"#, "\u{FFFD}"), (#"\ud83dx"#, "\u{FFFD}x"), (#"\ude00\ud83d"#, "\u{FFFD}\u{FFFD}"),
    (#"\ud83d\n"#, "\u{FFFD}\n"), (#"\ud83d\u0041"#, "\u{FFFD}A"), (#"\ud83d\ud83d\ude00"#, "\u{FFFD}😀"), ("é", "é"),
    ("", ""),
  ])
  func escapesAreDecoded(content: String, text: String) {
    #expect(decode(Array(content.utf8)) == Array(text.utf8))
  }

  /// Ranges that no parser has checked: what is no escape stays as it is, and nothing is written beyond the input's
  /// length.
  @Test(arguments: [#"\"#, #"a\"#, #"\u"#, #"\u12"#, #"\uzzzz"#, #"\x"#, #"\é"#, #"\uD83D\u"#, #"\\\"#])
  func whatIsNoEscapeStandsForItself(content: String) {
    let bytes = Array(content.utf8)
    let expected = content == #"\\\"# ? #"\\"# : content == #"\uD83D\u"# ? "\u{FFFD}\\u" : content
    #expect(decode(bytes) == Array(expected.utf8))
    #expect(JSONString.decodeWithMap(bytes.span, 0..<bytes.count).bytes == Array(expected.utf8))
  }

  @Test func decodingKeepsToItsRange() {
    let bytes = Array(#"xx\u00e9yy"#.utf8)
    #expect(JSONString.decode(bytes.span, 2..<8) == Array("é".utf8))
    #expect(JSONString.decode(bytes.span, 2..<7) == Array(#"\u00e"#.utf8))
    #expect(JSONString.decode(bytes.span, 2..<8, isEscaped: false) == Array(#"\u00e9"#.utf8))
    #expect(JSONString.decodeWithMap(bytes.span, 2..<9).map == [2, 2, 8, 9])
  }

  @Test(arguments: [
    ("a\"\\/\u{8}\u{C}\n\r\t", #""a\"\\/\b\f\n\r\t""#), ("\u{0}\u{1}\u{1F}", #""\u0000\u0001\u001f""#),
    ("é‑\u{7F}\u{2028}😀<>&'", "\"é‑\u{7F}\u{2028}😀<>&'\""), ("", "\"\""),
  ])
  func onlyWhatMustBeIsEscaped(text: String, json: String) {
    #expect(JSONString.encoded(Array(text.utf8)) == Array(json.utf8))
  }

  @Test func encodedTextDecodesToItself() throws {
    var generator = SeededGenerator(state: 5)
    for _ in 0..<3_000 {
      let text = generator.text()
      let json = JSONString.encoded(text)
      let document = try JSONDocument(json.span)
      #expect(document.nodes.count == 1)
      #expect(document.string(at: 0, in: json.span) == text)
      let value = try JSONSerialization.jsonObject(with: Data(json), options: .fragmentsAllowed)
      #expect((value as? String).map { Array($0.utf8) } == text)
    }
  }

  /// Decoding part of the range between two map entries gives that part of the result, wherever one cuts between
  /// characters.
  @Test func theMapIsExact() {
    var generator = SeededGenerator(state: 6)
    for _ in 0..<1_000 {
      let content = generator.escapedText()
      let prefix = generator.below(3)
      let bytes = [UInt8](repeating: 0x5C, count: prefix) + content + [0x22]
      let range = prefix..<prefix + content.count
      let (text, map) = JSONString.decodeWithMap(bytes.span, range)
      #expect(text == JSONString.decode(bytes.span, range))
      #expect(map.count == text.count + 1)
      #expect(map.last == range.upperBound)
      #expect(zip(map, map.dropFirst()).allSatisfy { $0 <= $1 })
      let cuts = (0...text.count).filter { $0 == text.count || text[$0] & 0xC0 != 0x80 }
      for (lower, upper) in zip(cuts, cuts.dropFirst()) {
        #expect(JSONString.decode(bytes.span, map[lower]..<map[upper]) == Array(text[lower..<upper]))
      }
    }
  }

  @Test func decodingAgreesWithFoundation() throws {
    var generator = SeededGenerator(state: 8)
    for _ in 0..<3_000 {
      let content = generator.escapedText(loneSurrogates: false)
      let json = [0x22] + content + [0x22]
      let value = try JSONSerialization.jsonObject(with: Data(json), options: .fragmentsAllowed)
      #expect((value as? String).map { Array($0.utf8) } == decode(content))
    }
  }
}
