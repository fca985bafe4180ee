import Interchange
import Terminology
import Testing

@testable import Checks

@Suite struct CheckRunnerTests {
  @Test func everyCheckIsDescribed() {
    let descriptions = CheckRegistry.descriptions
    #expect(
      descriptions.map(\.name) == [
        "terminology.missing", "terminology.deprecated", "terminology.untranslated", "terminology.foreign",
        "markup.codes", "blocks.copies-differ",
        "numbers", "untranslated",
      ])
    #expect(descriptions.allSatisfy { $0.summary.hasSuffix(".") && !$0.summary.contains("\n") })
    #expect(CheckRegistry.all.map(\.name) == descriptions.map(\.name))
  }

  @Test func idsAreStableAndDifferent() throws {
    let pairs: [(String, String?)] = [("A scar and a peel.", "Een plek."), ("Scar, scar", "cicatrix, cicatrix")]
    let first = try CheckBench.findings(pairs)
    let again = try CheckBench.findings(pairs)
    #expect(first == again)
    #expect(Set(first.map(\.id)).count == first.count && first.count == 4)
    #expect(first.map(\.segment) == ["s1", "s1", "s2", "s2"])
    // Another finding before them changes no id.
    let more = try CheckBench.findings([("A laser resurfacing, a scar and a peel.", "Een plek."), pairs[1]])
    #expect(Set(first.map(\.id)).isSubset(of: more.map(\.id)))
  }

  @Test func theIDIsTheSameInEveryBuild() throws {
    let finding = try #require(try CheckBench.findings([("The scars fade.", "De plekken vervagen.")]).first)
    var id = FindingID()
    for field in ["terminology.missing", "post-1", "f1", "u1", "s1", "scar", "scars"] { id.add(field) }
    id.add("1")
    #expect(finding.id == id.text)
    #expect(FindingID().text == "cbf29ce484222325")
  }

  @Test func segmentsWithoutIDsAreCounted() throws {
    let part = XLIFF.Part(.segment, state: .translated, source: .init("A scar"), target: .init("Een plek"))
    let gap = XLIFF.Part(.ignorable, source: .init(" "))
    let findings = try CheckBench.findings([XLIFF.Unit(id: "u", parts: [part, gap, part], line: 9)])
    #expect(findings.map(\.segment) == ["1", "2"])
    #expect(findings.map(\.line) == [9, 9])
  }

  @Test func lockedUnitsAreNotChecked() throws {
    let part = XLIFF.Part(.segment, state: .translated, source: .init("A scar 3"), target: .init("Een plek"))
    #expect(try CheckBench.findings([XLIFF.Unit(id: "u", translate: false, parts: [part])]) == [])
  }

  @Test func worksWithoutATargetLanguage() throws {
    let context = Result { try CheckBench.context(try CheckBench.small.get().glossary, to: nil) }
    let findings = try CheckBench.findings([("Boxcar Littekens", nil), ("A scar 3", "Een plek")], context)
    #expect(findings.map(\.check) == ["terminology.foreign"])
  }

  @Test func worksTheOtherWayRound() throws {
    let context = Result { try CheckBench.context(try CheckBench.small.get().glossary, from: "nl", to: "en") }
    #expect(try CheckBench.findings([("De acnelittekens van 2,5 mm", "The acne scars of 2.5 mm")], context) == [])
    let findings = try CheckBench.findings([("De acnelittekens van 2,5 mm", "The acne marks of 25 mm")], context)
    #expect(findings.map(\.check) == ["terminology.missing", "numbers"])
    #expect(findings.map(\.suggestions) == [["acne scar"], ["2.5"]])
  }

  @Test func aLocaleWithoutProfileIsCheckedAsFarAsItGoes() throws {
    let glossary = try Glossary([
      TBX.Document(
        file: "g",
        entries: [
          TBX.ConceptEntry(
            id: "c",
            languageSections: [
              TBX.LanguageSection(language: "en", termSections: [TBX.TermSection("scar")]),
              TBX.LanguageSection(language: "fr", termSections: [TBX.TermSection("cicatrice")]),
            ])
        ])
    ])
    let context = Result { try CheckBench.context(glossary, to: "fr") }
    #expect(try CheckBench.findings([("A scar", "Une cicatrice")], context) == [])
    #expect(try CheckBench.findings([("A scar", "Une marque")], context).map(\.suggestions) == [["cicatrice"]])
  }
}
