// LanguageTool's expected splits (srx/cases, LGPL-2.1), read from beside the checkout and skipped where they are absent.
import Foundation
import TestSupport
import Testing

@testable import UnicodeText

@Suite struct SentenceCasesTests {
  private static let abbreviations = [
    "en": [
      "Dr.", "Mr.", "Mrs.", "Prof.", "e.g.", "i.e.", "approx.", "incl.", "et al.", "vs.", "St.", "vol.", "Bros.",
      "No. #",
      "p. #", "ed. #",
    ],
    "nl": ["bijv.", "incl.", "dhr.", "mevr.", "n.v.t.", "o.a.", "ca.", "prof.", "dr.", "jl.", "Th.", "Ch.", "nr. #"],
  ]

  /// Not all can be met: most of what is left has no space between its sentences, where we never split, and small letters
  /// that begin a sentence, which UAX #29 never does. The counts are a floor: they may rise, not fall.
  @Test(
    .enabled(if: TestFiles.shared("data/srx/cases") != nil, "needs LanguageTool's cases beside the checkout"),
    arguments: [("en", 59, 72), ("nl", 65, 66)])
  func splitsAsLanguageToolExpects(_ language: String, _ floor: Int, _ count: Int) throws {
    let file = try #require(TestFiles.shared("data/srx/cases/\(language).json"))
    let suite = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
    let cases = try #require(suite["cases"] as? [[String: Any]])
    let breaker = try SentenceBreaker(
      locale: language, abbreviations: Self.abbreviations[language] ?? [],
      functionWords: ["the", "it", "i", "de", "het"])
    var ends: [Int] = []
    var met = 0
    for example in cases {
      let sentences = try #require(example["sentences"] as? [String])
      try breaker.sentenceEnds(of: Array(sentences.joined().utf8).span, into: &ends)
      var end = 0
      let expected = sentences.map { sentence in
        end += sentence.utf8.count
        return end
      }
      met += ends == expected ? 1 : 0
    }
    #expect(cases.count == count)
    #expect(met >= floor, "\(met) of \(count)")
  }
}
