@testable import Corpus
import Testing

@Suite struct PhraseTests {
  @Test func cutsSentencesOutsideOfElementsOnly() {
    let paragraph = "One 1.5\u{202F}mm. Two <a href=\"https://x.example/?a. B\">is. Not</a> cut? Three"
    let sentences = Phrase.sentences(of: Array(paragraph.utf8)).map { String(decoding: $0.bytes, as: UTF8.self) }
    #expect(sentences == ["One 1.5\u{202F}mm.", "Two <a href=\"https://x.example/?a. B\">is. Not</a> cut?", "Three"])
  }

  @Test func tellsWhatMayVary() {
    let text = "Deep scars, wound\u{2011}healing: <em>skin</em> 3–6\u{202F}mm &amp; 5 days &#8217;&lt;"
    let pieces = Phrase(Array(text.utf8)).pieces
    let words = pieces.compactMap { piece -> String? in
      guard case .word(let range, _, let isCapitalised, let isFree) = piece else { return nil }
      return String(decoding: Array(text.utf8)[range], as: UTF8.self) + " \(isCapitalised) \(isFree)"
    }
    #expect(words == ["Deep true true", "scars false true", "skin false false", "days false true"])
    #expect(pieces.contains(.hyphen) && pieces.contains(.dash(isLong: false)) && pieces.contains(.apostrophe))
    #expect(pieces.contains(.numberSpace(isNarrow: true)) && pieces.contains(.numberSpace(isNarrow: false)))
    #expect(pieces.count { $0 == .ampersand } == 1)
  }

  /// Whatever is no mark is kept, once, in its order.
  @Test(arguments: ["", "Plain.", "a < b", "&", "<", "<br", "&nosuch;", "é</b>", "x<i>y</i>"])
  func keepsTheRest(text: String) {
    let bytes = Array(text.utf8)
    let kept = Phrase(bytes).pieces.flatMap { piece in
      if case .kept(let range) = piece { Array(bytes[range]) } else { [UInt8]() }
    }
    #expect(kept == bytes)
  }
}
