// The standard's own list of named references lies beside the checkout; where it is absent, the tests that need it are
// skipped.
import Foundation
import HTMLTokens
import TestSupport
import Testing

struct CharacterReferenceTests {
  private static let standardList = TestFiles.shared("data/wordpress/html5-entities/entities.json")

  /// Name with `&`, and with its `;` where it has one, to what it stands for.
  private static func names() throws -> [[UInt8]: [UInt32]] {
    let json = try JSONSerialization.jsonObject(with: TestFiles.bytes(#require(standardList)).data)
    let entries = try #require(json as? [String: [String: Any]])
    return try entries.reduce(into: [:]) { names, entry in
      names[Array(entry.key.utf8)] = try #require(entry.value["codepoints"] as? [UInt32])
    }
  }

  private func decode(_ bytes: [UInt8], inAttribute: Bool = false) -> (values: [UInt32], length: Int)? {
    CharacterReference.decode(in: bytes.span, at: 0, end: bytes.count, inAttribute: inAttribute).map {
      ([$0.first.value] + ($0.second.map { [$0.value] } ?? []), $0.length)
    }
  }

  @Test(.enabled(if: standardList != nil, "needs the standard's list of names"))
  func everyNameStandsForItsCharacters() throws {
    let names = try Self.names()
    #expect(names.count == 2_231)
    for (name, values) in names {
      let found = decode(name)
      #expect(found?.values == values && found?.length == name.count, "\(name.debugText)")
    }
  }

  /// Cut and lengthened names are read as the longest name that fits, found here by trying them all.
  @Test(.enabled(if: standardList != nil, "needs the standard's list of names"))
  func theLongestNameCounts() throws {
    let names = try Self.names()
    for name in names.keys {
      for length in 1...name.count {
        for ending in ["", ";", "x", "=", "é"] {
          let input = Array(name.prefix(length)) + Array(ending.utf8)
          let longest = (1...input.count).reversed().first { names[Array(input.prefix($0))] != nil }
          let expected = longest.flatMap { names[Array(input.prefix($0))] }
          let inText = decode(input)
          #expect(inText?.values == expected && inText?.length == longest, "\(input.debugText)")

          let inAttribute = decode(input, inAttribute: true)
          // 13.2.5.73: "for historical reasons".
          let isText =
            longest.map { length in
              guard input[length - 1] != 0x3B, length < input.count else { return false }
              let next = Unicode.Scalar(input[length])
              return next == "=" || next.isASCII && (next.properties.isAlphabetic || next.properties.numericType != nil)
            } ?? true
          #expect(inAttribute?.values == (isText ? nil : expected), "\(input.debugText) in an attribute")
        }
      }
    }
  }

  @Test(
    arguments: [
      ("&#8209;", [0x2011], 7), ("&#x2011;", [0x2011], 8), ("&#X2011", [0x2011], 7), ("&#65x", [65], 4),
      ("&#0;", [0xFFFD], 4), ("&#xD800;", [0xFFFD], 8), ("&#x110000;", [0xFFFD], 10), ("&#x10FFFF;", [0x10FFFF], 10),
      ("&#99999999999999999999999999;", [0xFFFD], 29), ("&#x80;", [0x20AC], 6), ("&#150;", [0x2013], 6),
      ("&#x81;", [0x81], 6), ("&#13;", [13], 5), ("&#xFDD0;", [0xFDD0], 8),
    ] as [(String, [UInt32], Int)])
  func numbers(text: String, values: [UInt32], length: Int) {
    let found = decode(Array(text.utf8))
    #expect(found?.values == values)
    #expect(found?.length == length)
  }

  @Test(arguments: ["&", "&;", "&#", "&#;", "&#x", "&#x;", "&#xg", "& amp;", "&unknown;", "&\u{0}", "&é;", "&1;"])
  func whatIsNoReferenceIsText(text: String) {
    #expect(decode(Array(text.utf8)) == nil)
    #expect(decode(Array(text.utf8), inAttribute: true) == nil)
  }

  /// A reference ends where its text ends, whatever bytes follow.
  @Test func theEndIsKept() {
    let bytes = Array("&notin;".utf8)
    for end in 0...bytes.count {
      let found = CharacterReference.decode(in: bytes.span, at: 0, end: end)
      #expect(found?.length == (end == 7 ? 7 : end >= 4 ? 4 : nil))
    }
  }
}

extension [UInt8] {
  fileprivate var data: Data { Data(self) }
}
