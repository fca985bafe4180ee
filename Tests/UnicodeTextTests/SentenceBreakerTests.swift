import TestSupport
import Testing

@testable import UnicodeText

@Suite struct SentenceBreakerTests {
  private static let english = [
    "Dr.", "Mrs.", "e.g.", "i.e.", "approx.", "incl.", "et al.", "vs.", "St.", "Fig.", "No. #",
  ]
  private static let dutch = ["bijv.", "incl.", "dhr.", "mevr.", "n.v.t.", "o.a.", "ca.", "nr. #"]

  private func sentences(
    _ text: String, _ locale: String = "en", _ abbreviations: [String] = english, _ functionWords: [String] = []
  ) throws -> [String] {
    let breaker = try SentenceBreaker(locale: locale, abbreviations: abbreviations, functionWords: functionWords)
    return try sentences(text, breaker)
  }

  private func sentences(_ text: String, _ breaker: SentenceBreaker) throws -> [String] {
    let bytes = Array(text.utf8)
    var ends: [Int] = [-1]
    try breaker.sentenceEnds(of: bytes.span, into: &ends)
    var start = 0
    return ends.map { end in
      defer { start = end }
      return String(decoding: bytes[start..<end], as: UTF8.self)
    }
  }

  /// `|` in the argument stands where a sentence ends.
  @Test(arguments: [
    "One. |Two! |Three? |Four",
    "One.  \n\n |Two.\t",
    "One.\nline|",
    "Line one\nLine two\r\nLine three.",
    "He left.\r\n|She stayed.",
    "A “pitted” look. |“What now?” |(Yes.) |No.",
    "Less than 2\u{202F}mm. |More than 3.5\u{00A0}mm.\u{00A0}|Done",
    "Approx. 3 mm deep. |Dr. Smith agrees, e.g. Botox and incl. Fillers.",
    "DR. SMITH said (e.g. Botox) so. |Next",
    "J. Smith et al. agree. |N.A.W. Janssen too",
    "J. Smith et al. Journal of Skin",
    "J.-P. Sartre",
    "1. Chemical Peels",
    "1.2. Chemical Peels",
    "  2. Peels. |More",
    "We took 10. |Chemical Peels came next",
    "At 9.30 a.m. daily. |Then",
    "No. 5 Peels",
    "Is it painful? |No. |Most patients feel little.",
    "See https://example.org/?Page=2 or www.example.org/!A now. |Yes",
    "Wait… Really. |Yes",
    "“Is it safe?” she asked. |It (really!) works. |‘Nee!’ (riep ze)",
    "How deep? |2 mm at most. |¿Qué? |Nada",
    "日本語。|次の文。",
    "你好！|Hello",
    "A line\u{2028}|separator",
    "",
    " ",
    "...",
  ])
  func breaks(_ marked: String) throws {
    let expected = marked.split(separator: "|").map(String.init)
    #expect(try sentences(expected.joined()) == expected)
  }

  @Test func dutchAbbreviations() throws {
    let text = "Bijv. Botox o.a. Azzalure werkt. Dhr. De Vries komt. N.v.t. Nr. 5 Peel. Klaar."
    #expect(
      try sentences(text, "nl", Self.dutch) == [
        "Bijv. Botox o.a. Azzalure werkt. ", "Dhr. De Vries komt. ", "N.v.t. Nr. 5 Peel. ", "Klaar.",
      ])
  }

  @Test func abbreviationsThatAreNotASCIICompareInAnyCase() throws {
    #expect(try sentences("NÚM. Uno. Dos", "es", ["Núm."]) == ["NÚM. Uno. ", "Dos"])
  }

  @Test func aFunctionWordEndsTheSentenceAfterASingleCapital() throws {
    let text = "Botulinum toxin type A. The dose is low. By A. Jones."
    #expect(try sentences(text, "en", Self.english).count == 2)
    #expect(
      try sentences(text, "en", Self.english, ["the", "it"]) == [
        "Botulinum toxin type A. ", "The dose is low. ", "By A. Jones.",
      ])
    #expect(try sentences("A. The Lancet", "en", Self.english, ["the"]).count == 1)
    #expect(try sentences("In the U. S. A. Jones lives", "en", Self.english, ["a"]).count == 1)
  }

  @Test func aLocaleWithRulesOfItsOwnGetsThem() throws {
    let text = "Πονάει; Όχι.\nΤέλος"
    #expect(try sentences(text, "el", []) == ["Πονάει; ", "Όχι.\n", "Τέλος"])
    #expect(try sentences(text, "en", []) == ["Πονάει; Όχι.\n", "Τέλος"])
  }

  @Test func sentencesOfAnyBytesJoinToTheText() throws {
    let breaker = try SentenceBreaker(locale: "nl", abbreviations: Self.dutch, functionWords: ["de"])
    var generator = SeededGenerator(state: 7)
    for _ in 0..<3000 {
      let bytes = (0..<40).map { _ -> UInt8 in
        let byte = UInt8.random(in: 0...255, using: &generator)
        return byte & 3 == 0 ? [0x2E, 0x20, 0x41, 0xE2][Int(byte >> 6)] : byte
      }
      var ends: [Int] = []
      try breaker.sentenceEnds(of: bytes.span, into: &ends)
      #expect(ends.last == bytes.count)
      #expect(zip(ends, ends.dropFirst()).allSatisfy { $0 < $1 })
    }
  }
}
