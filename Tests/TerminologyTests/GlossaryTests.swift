import Interchange
import Testing

@testable import Terminology

@Suite struct GlossaryTests {
  private func document(_ file: String, _ ids: String...) -> TBX.Document {
    let sections = [
      TBX.LanguageSection(
        language: "en", termSections: [TBX.TermSection("peel", administrativeStatus: .preferred)]),
      TBX.LanguageSection(
        language: "nl",
        termSections: [
          TBX.TermSection("afpelling", administrativeStatus: .deprecated), TBX.TermSection("schilling"),
          TBX.TermSection("peeling", administrativeStatus: .preferred),
        ]),
      TBX.LanguageSection(language: "nl-BE", termSections: [TBX.TermSection("huidpeeling")]),
    ]
    return TBX.Document(
      file: file, entries: ids.map { TBX.ConceptEntry(id: $0, languageSections: sections, line: 7) })
  }

  @Test func saysWhatToWrite() throws {
    let glossary = try Glossary([document("a.tbx", "c1")])
    #expect(glossary.languages == ["en", "nl", "nl-BE"])
    #expect(glossary.suggestions(for: "c1", in: "nl-NL") == ["peeling"])
    #expect(glossary.approvedTerms(of: "c1", in: "nl-NL").map(\.text) == ["peeling", "schilling"])
    #expect(glossary.approvedTerms(of: "c1", in: "nl-be").map(\.text) == ["peeling", "schilling", "huidpeeling"])
    #expect(glossary.terms(of: "c1", in: "fr").isEmpty)
    #expect(glossary.suggestions(for: "c9", in: "nl").isEmpty)
    #expect(glossary.concept("c1")?.file == "a.tbx")
  }

  @Test(arguments: [
    ("nl", "nl", true), ("nl", "nl-BE", true), ("nl-BE", "nl", true), ("nl-BE", "nl-NL", false), ("NL", "nl-nl", true),
    ("en", "nl", false), ("n", "nl", false), ("", "nl", false),
  ])
  func aTermHoldsInItsLanguage(tag: String, language: String, expected: Bool) {
    #expect(Glossary.holds(tag, for: language) == expected)
  }

  @Test func filesMayNotShareAnID() throws {
    #expect(try Glossary([document("a.tbx", "c1"), document("b.tbx", "c2")]).concepts.map(\.id) == ["c1", "c2"])
    let error = try #require(throws: GlossaryError.self) {
      try Glossary([document("a.tbx", "c1"), document("b.tbx", "c1")])
    }
    #expect(error.file == "b.tbx" && error.line == 7 && error.problem.contains("a.tbx, line 7"))
  }
}
