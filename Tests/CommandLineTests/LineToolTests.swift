// segment, slug and terms: a line in, its answer out, so that other programs can talk to them.
import Foundation
import TestSupport
import Testing

@Suite struct LineToolTests {
  private func answer(_ arguments: [String], _ input: String) throws -> Program.Outcome {
    let outcome = try Program.run(arguments, input: Array(input.utf8))
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    return outcome
  }

  @Test func segmentGivesASentenceALineAndAnEmptyOneAfterEachParagraph() throws {
    let outcome = try answer(
      ["segment", "--locale", "en"], "Dr. Smith came. He saw! Did he?\r\n\nAt 2.5 mm. “Is it safe?” she asked.\nlast")
    #expect(
      outcome.text == """
        Dr. Smith came.
        He saw!
        Did he?


        At 2.5 mm.
        “Is it safe?” she asked.

        last


        """)
  }

  @Test func segmentKnowsTheLocalesAbbreviations() throws {
    let text = "Neem bijv. Zink. En dan?"
    #expect(try answer(["segment", "--locale", "nl"], text).lines == ["Neem bijv. Zink.", "En dan?", ""])
    #expect(try answer(["segment", "--locale", "nl-BE"], text).lines == ["Neem bijv. Zink.", "En dan?", ""])
  }

  @Test func slugGivesALineForEachLine() throws {
    let outcome = try answer(
      ["slug", "--locale", "nl"],
      "Boxcarlittekens: oorzaken &amp; moderne behandelingen\n\n../../etc/passwd\n!!!\nÉén crème")
    #expect(
      outcome.lines == [
        "boxcarlittekens-oorzaken-moderne-behandelingen", "", "etc-passwd", "", "een-creme",
      ])
  }

  @Test func slugDependsOnTheLocale() throws {
    #expect(try answer(["slug", "--locale", "de-DE"], "Ärztliche Öffnung").lines == ["aerztliche-oeffnung"])
    #expect(try answer(["slug", "--locale", "nl"], "Ärztliche Öffnung").lines == ["arztliche-offnung"])
  }

  @Test func termsGivesALineOfJSONForEachLine() throws {
    let outcome = try answer(
      ["terms", "--locale", "en", "--glossary", Examples.glossary],
      "😀 Boxcar scars and After\u{2011}Care.\n\nnothing of note\n\"chemical peel\"")
    #expect(outcome.lines.count == 4)
    let lines = try outcome.lines.map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [[String: Any]])
    }
    #expect(lines.map(\.count) == [2, 0, 0, 1])
    // Offsets in code points: the face is one, though two in UTF-16 and four bytes.
    let found = lines[0].map { "\($0["text"] ?? "") \($0["start"] ?? "")–\($0["end"] ?? "") \($0["concept"] ?? "")" }
    #expect(found == ["Boxcar scars 2–14 c-boxcar-scar", "After\u{2011}Care 19–29 c-aftercare"])
    for match in lines.joined() {
      #expect(Set(["concept", "term", "start", "end", "text"]).isSubset(of: match.keys))
    }
  }

  /// The counts that issue 2 names for the real article, where it is there: a plain search finds none of them.
  @Test(.enabled(if: Examples.realArticle != nil, "needs the real article"))
  func termsAreFoundThroughNonBreakingHyphens() throws {
    let folder = try TemporaryFolder()
    let words = ["non-surgical", "after-care", "follow-up"]
    let entries = words.map { word in
      "<conceptEntry id=\"\(word)\"><langSec xml:lang=\"en\"><termSec><term>\(word)</term></termSec></langSec></conceptEntry>"
    }
    let glossary = try folder.write(
      """
      <tbx style="dca" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><tbxHeader><fileDesc><sourceDesc>
      <p>test</p></sourceDesc></fileDesc></tbxHeader><text><body>\(entries.joined())</body></text></tbx>
      """, to: "words.tbx")
    let post = try jsonObject(at: try #require(Examples.realArticle).path)
    let content = try #require(member(post, "content", "rendered") as? String)
    let text = content.replacing(/<[^>]*>/, with: " ").replacing("\n", with: " ")
    let outcome = try answer(["terms", "--locale", "en", "--glossary", glossary], text)
    let matches = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output)) as? [[String: Any]])
    let counts = words.map { word in matches.count { $0["concept"] as? String == word } }
    #expect(counts == [6, 5, 4])
  }

  @Test(arguments: ["segment", "slug"])
  func aLineThatIsNotUTF8IsRefused(_ tool: String) throws {
    let outcome = try Program.run([tool, "--locale", "en"], input: [0x61, 0x0A, 0x62, 0xFF, 0x0A])
    #expect(outcome.status == 2)
    #expect(outcome.failures == ["<stdin>:2: this line is not UTF-8: convert the text to UTF-8"])
  }
}
