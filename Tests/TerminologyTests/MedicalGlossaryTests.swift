import Testing

@testable import Terminology

/// The glossary of this repository against the matcher.
@Suite(.enabled(if: Sample.hasMedicalGlossary, "glossary/medical.tbx is not there"))
struct MedicalGlossaryTests {
  @Test(arguments: ["en", "nl"]) func everyTermFindsItself(language: String) throws {
    let glossary = try Sample.medicalGlossary.get()
    let matcher = try Matcher(glossary, language: language, profile: Sample.profile(language))
    #expect(matcher.terms.count > 150)
    for term in matcher.terms {
      for text in [term.text] + term.irregularForms {
        let bytes = Array(text.utf8)
        let found = try matcher.matches(in: bytes).filter { $0.term == term && $0.byteRange == 0..<bytes.count }
        #expect(found.count == 1, "\(term.concept): \(text)")
      }
    }
  }

  @Test func everyConceptCanBeSuggested() throws {
    let glossary = try Sample.medicalGlossary.get()
    for concept in glossary.concepts {
      for language in ["en", "nl"] {
        #expect(!glossary.suggestions(for: concept.id, in: language).isEmpty, "\(concept.id) in \(language)")
      }
    }
  }
}
