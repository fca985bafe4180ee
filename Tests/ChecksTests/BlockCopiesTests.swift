import Interchange
import Testing

@testable import Checks

@Suite struct BlockCopiesTests {
  private func unit(_ notes: [XLIFF.Note]) -> XLIFF.Unit {
    var unit = XLIFF.Unit(
      id: "u1",
      parts: [XLIFF.Part(.segment, id: "s1", source: XLIFF.Content(text: Array("What is a scar?".utf8)))])
    unit.notes = notes
    return unit
  }

  @Test func theExtractorsNoteIsAFinding() throws {
    let place = "wp:rank-math/faq-block attribute \"questions.0.title\""
    let findings = try CheckBench.findings(
      [unit([XLIFF.Note(category: "blocks.copies-differ", "\(place) is not what the block shows")])],
      checks: [BlockCopiesCheck()])
    let finding = try #require(findings.first)
    #expect(findings.count == 1 && finding.check == "blocks.copies-differ" && finding.severity == .warning)
    #expect(finding.side == .source && finding.text == "What is a scar?" && finding.start == 0 && finding.end == 15)
    #expect(finding.message == "\(place) is not what the block shows")
  }

  @Test func otherNotesAreNone() throws {
    #expect(
      try CheckBench.findings([unit([XLIFF.Note(category: "place", "title")])], checks: [BlockCopiesCheck()]) == [])
  }
}
