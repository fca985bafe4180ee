// Words as UAX #29 has them.
import TestSupport
import Testing

@testable import UnicodeText

@Suite struct WordCountTests {
  private func count(_ text: String) -> Int { Array(text.utf8).withUnsafeBufferPointer { WordCount.words(in: $0) } }

  @Test(arguments: [
    ("", 0), (" ", 0), ("–", 0), ("...", 0), ("_", 0), ("word", 1), ("two words", 2), ("  two\twords\n", 2),
    ("don't", 1), ("don’t", 1), ("rock 'n' roll", 3), ("'quoted'", 1), ("3.5", 1), ("1,000.50 mg", 2), ("3,5;6", 1),
    ("a,b", 2), ("a.b", 1), ("e.g. this", 2), ("10:30", 2), ("a:b", 1), ("well-known", 2), ("vitamin_C", 1), ("_a_", 1),
    ("SPF50", 1), ("50mg", 1), ("CO₂ laser", 2), ("één café", 2), ("cafe\u{301}s", 1), ("a\u{AD}b", 1), ("a\u{A0}b", 2),
    ("non\u{2011}breaking", 2), ("日本", 2), ("カタカナ", 1), ("Ελληνικά και русский", 3), ("שלום", 1), ("👩‍⚕️ 5", 1),
    ("77 %", 1),
    ("sunscreen.Apply", 1), ("end. Start", 2), ("x,1", 2), ("1.a", 2),
  ])
  func words(text: String, expected: Int) {
    #expect(count(text) == expected)
  }

  /// Wherever a word lies in the blocks of eight bytes, it counts the same.
  @Test func everyPlaceCountsAlike() {
    for text in ["don't stop", "1,000 e.g. 3.5", "één twee", "a_b c", "x' 'y", "日 1:2 b:c"] {
      let expected = count(text)
      for shift in 1..<20 {
        #expect(count(String(repeating: " ", count: shift) + text) == expected)
        #expect(count(String(repeating: "-", count: shift) + text + ".") == expected)
        #expect(count(String(repeating: "a ", count: shift) + text) == expected + shift)
      }
    }
  }

  @Test func anyBytesCanBeCounted() {
    var generator = SeededGenerator(state: 29)
    for _ in 0..<2_000 {
      let bytes = (0..<generator.below(24)).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
      bytes.withUnsafeBufferPointer { #expect(WordCount.words(in: $0) <= bytes.count) }
    }
  }
}
