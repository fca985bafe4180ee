import Interchange
import Terminology
import Testing

@testable import Checks

@Suite struct MissingTermTests {
  private func summary(_ source: String, _ target: String) throws -> [String] {
    try CheckBench.summary(source, target, checks: [MissingTermCheck()])
  }

  @Test(arguments: [
    ("The scars fade.", "De littekens vervagen."), ("The scar fades.", "Het littekentje vervaagt."),
    ("Scar tissue", "Littekenweefsel"), ("Scars and acne scars", "Littekens en acnelittekens"),
    ("The acne scar", "Het acnelitteken"), ("Laser resurfacing", "Een laser-behandeling"),
    ("Laser and RF treatments", "Laser- en RF-behandelingen"),
    ("Laser resurfacing and RF treatment", "Laser- en RF-behandeling"),
    ("Apply it daily.", "Smeer de huid elke dag in."), ("Apply it daily.", "Breng het dagelijks aan."),
    ("Peels and chemical peels", "Peelings en chemische peelings"), ("RF", "radiofrequentie"),
    ("The cast comes off.", "Het gips gaat eraf."), ("The cast is large.", "De rolverdeling is groot."),
    ("The website's site", "De site van de website"), ("No term at all.", "Helemaal geen term."),
  ])
  func acceptsWhatTheGlossaryKnows(source: String, target: String) throws {
    #expect(try summary(source, target) == [])
  }

  @Test(arguments: [
    ("The scars fade.", "De plekken vervagen.", ["scars"]),
    ("The acne scar fades.", "Het litteken vervaagt.", ["acne scar"]),
    ("Laser resurfacing", "Behandeling met een laser", ["Laser resurfacing"]),
    ("A site", "Een website", ["site"]), ("A scar, a peel", "Een plek, een schil", ["scar", "peel"]),
  ])
  func asksForAMissingRendering(source: String, target: String, expected: [String]) throws {
    #expect(try summary(source, target) == expected.map { "terminology.missing: \($0)" })
  }

  /// Good Dutch whose first part nobody has listed; the medical glossary has the terms.
  @Test(arguments: [
    ("A cesarean scar", "Een keizersnedelitteken"), ("Chickenpox scars", "Waterpokkenlittekens"),
    ("A chickenpox scar", "Een waterpokkenlitteken"), ("The scar of a bee sting", "Een bijensteeklitteken"),
    ("The wrinkles of smokers", "Rokersrimpels"), ("Rosacea by steroids", "Steroïdrosacea"),
    ("A serum with exosomes", "Een exosoomserum"), ("A serum for skin", "Een anti-agingserum"),
    ("A vitamin C serum", "Een vitamine C-serum"),
  ])
  func aKnownEndIsARendering(source: String, target: String) throws {
    let findings = try CheckBench.findings([(source, target)], CheckBench.medical, checks: [MissingTermCheck()])
    let wanted = ["scar", "scars", "wrinkles", "rosacea", "serum", "vitamin c"]
    #expect(findings.filter { wanted.contains($0.text.lowercased()) } == [], "\(findings.map(\.message))")
  }

  @Test func aKnownEndIsNoFindingElsewhere() throws {
    // Neither ruled out, nor foreign, nor left over.
    #expect(try CheckBench.summary("A sentence.", "Een keizersnedecicatrix") == [])
    #expect(try CheckBench.findings([("A keizersnedelitteken", nil)]) == [])
    // But where it counts as a rendering, it may stand in another sentence.
    let moved: [(String, String?)] = [
      ("A scar fades.", "Het vervaagt."), ("It goes.", "Het keizersnedelitteken gaat."),
    ]
    #expect(try CheckBench.findings(moved, checks: [MissingTermCheck()]) == [])
    #expect(
      try summary("A scar, a scar, a scar", "Een keizersnedelitteken, een litteken") == [
        "terminology.missing: scar"
      ])
  }

  @Test func saysWhatToWriteAndWhere() throws {
    let finding = try #require(
      try CheckBench.findings([("Café: acne scars fade.", "Plekken vervagen.")], checks: [MissingTermCheck()]).first)
    #expect(finding.severity == .warning && finding.side == .source && finding.locale == "en")
    #expect(finding.start == 6 && finding.end == 16 && finding.text == "acne scars" && finding.concept == "acne-scar")
    #expect(finding.suggestions == ["acnelitteken"])
    #expect(finding.message == #""acne scars" is not rendered by a term of the glossary: write "acnelitteken""#)
    #expect(finding.unit == "u1" && finding.segment == "s1" && finding.file == "one.xlf" && finding.id.count == 16)
  }

  @Test func fewerRenderingsThanTermsAreANote() throws {
    let findings = try CheckBench.findings(
      [("Scars fade, but scars and scars stay.", "Littekens vervagen, maar ze blijven.")], checks: [MissingTermCheck()])
    #expect(findings.map(\.severity) == [.note])
    #expect(findings.first?.message.contains("3 times") == true && findings.first?.message.contains("once") == true)
  }

  @Test func anotherSegmentMayHaveTheRendering() throws {
    let moved: [(String, String?)] = [("A scar fades.", "Het vervaagt."), ("It goes.", "Het litteken gaat.")]
    #expect(try CheckBench.findings(moved, checks: [MissingTermCheck()]) == [])
    // But not the one that the other segment needs itself.
    let missing: [(String, String?)] = [("A scar fades.", "De plek vervaagt."), ("A scar goes.", "Een litteken gaat.")]
    #expect(try CheckBench.findings(missing, checks: [MissingTermCheck()]).map(\.segment) == ["s1"])
  }

  @Test(arguments: [nil, ""] as [String?]) func asksNothingOfWhatIsNotTranslated(target: String?) throws {
    #expect(try CheckBench.findings([("The scars fade.", target)]) == [])
    #expect(try CheckBench.findings([("The scars fade.", "The scars fade.")], state: .initial) == [])
    #expect(try CheckBench.findings([("The scars fade.", "The scars fade.")], state: nil) == [])
  }

  @Test func anAdmittedVerbNeedNotBecomeANoun() throws {
    // `laseren` is admitted for the noun `laser resurfacing`.
    let context = Result { try CheckBench.context(try CheckBench.small.get().glossary, from: "nl", to: "en") }
    #expect(try CheckBench.summary("Laserend werken we.", "We work with light.", context) == [])
    #expect(
      try CheckBench.summary("Een laserbehandeling", "A procedure", context)
        == ["terminology.missing: laserbehandeling"])
    #expect(try CheckBench.summary("Treat with a peel", "Een chemische TCA-peeling") == [])
  }

  @Test func aTermThatCodesSplitIsATerm() throws {
    let source = XLIFF.Content(
      text: Array("acne scars".utf8), elements: [XLIFF.InlineElement(.spanStart, at: 4, id: "1")])
    let target = XLIFF.Content(
      text: Array("acnelittekens".utf8), elements: [XLIFF.InlineElement(.spanStart, at: 4, id: "1")])
    let part = XLIFF.Part(.segment, state: .translated, source: source, target: target)
    #expect(try CheckBench.findings([XLIFF.Unit(id: "u", parts: [part])], checks: [MissingTermCheck()]) == [])
    // A line break stands between words.
    let broken = XLIFF.Content(
      text: Array("acnescars".utf8), elements: [XLIFF.InlineElement(.standaloneCode, at: 4, id: "1", subType: "xlf:lb")]
    )
    let lines = XLIFF.Part(.segment, state: .translated, source: broken, target: XLIFF.Content("plekken"))
    let findings = try CheckBench.findings([XLIFF.Unit(id: "u", parts: [lines])], checks: [MissingTermCheck()])
    #expect(findings.map(\.text) == ["scars"] && findings.map(\.start) == [4])
  }
}

@Suite struct DeprecatedTermTests {
  @Test func namesTheBetterTerm() throws {
    let findings = try CheckBench.findings(
      [("A sentence.", "Na laser resurfacing blijft een cicatrix.")], checks: [DeprecatedTermCheck()])
    #expect(findings.map(\.text) == ["laser resurfacing", "cicatrix"])
    #expect(findings.map(\.severity) == [.error, .error])
    #expect(findings[0].message == #""laser resurfacing" is deprecated in Dutch: write "laserbehandeling""#)
    #expect(findings[1].suggestions == ["litteken"] && findings[1].side == .target && findings[1].start == 32)
  }

  @Test func aDeprecatedTermIsNotMissingToo() throws {
    #expect(try CheckBench.summary("A scar", "Een cicatrix") == ["terminology.deprecated: cicatrix"])
  }

  @Test(arguments: ["Een litteken na een laserbehandeling", "De cicatrixbehandeling", "Laser, resurfacing"])
  func leavesTheRestAlone(target: String) throws {
    #expect(try CheckBench.summary("A sentence.", target, checks: [DeprecatedTermCheck()]) == [])
  }
}

@Suite struct UntranslatedTermTests {
  private func summary(_ source: String, _ target: String) throws -> [String] {
    try CheckBench.summary(source, target, checks: [UntranslatedTermCheck(), MissingTermCheck()])
  }

  @Test func namesWhatWasLeft() throws {
    #expect(try summary("Acne scars fade.", "Acne scars vervagen.") == ["terminology.untranslated: Acne scars"])
    #expect(try summary("Boxcar scars", "Boxcar scars") == ["terminology.untranslated: Boxcar scars"])
    #expect(try summary("Your treatment", "Uw treatment") == ["terminology.untranslated: treatment"])
  }

  @Test(arguments: [
    ("Acne scars fade.", "Acnelittekens (acne scars) vervagen."), ("The laser", "De laser"), ("RF", "RF"),
    ("A peel", "Een peeling"), ("A sentence.", "De site van Scar Clinic"),
  ])
  func leavesTheRestAlone(source: String, target: String) throws {
    #expect(try summary(source, target) == [])
  }
}

@Suite struct ForeignTermTests {
  private func summary(_ source: String) throws -> [String] {
    try CheckBench.summary(source, nil, checks: [ForeignTermCheck()])
  }

  @Test func namesADutchWordInAnEnglishText() throws {
    let findings = try CheckBench.findings([("Boxcar Littekens", nil)])
    #expect(findings.map(\.check) == ["terminology.foreign"])
    let finding = try #require(findings.first)
    #expect(finding.text == "Littekens" && finding.start == 7 && finding.end == 16 && finding.concept == "scar")
    #expect(finding.side == .source && finding.suggestions == ["scar"])
    #expect(finding.message == #""Littekens" is Dutch in a text in English: write "scar""#)
  }

  @Test func namesItOnceHoweverManyLanguagesHaveIt() throws {
    func section(_ language: String, _ term: String) -> TBX.LanguageSection {
      TBX.LanguageSection(language: language, termSections: [TBX.TermSection(term)])
    }
    let entries = [
      TBX.ConceptEntry(
        id: "scar", languageSections: [section("en", "scar"), section("nl", "litteken"), section("nl-BE", "lidteken")]),
      TBX.ConceptEntry(
        id: "mark", languageSections: [section("en", "mark"), section("nl-NL", "vlek"), section("nl-BE", "plek")]),
    ]
    let context = Result { try CheckBench.context(Glossary([TBX.Document(file: "g", entries: entries)])) }
    let texts = try CheckBench.findings([("Littekens, lidteken, littekens, vlek, plek", nil)], context).map(\.text)
    #expect(texts.sorted() == ["Littekens", "lidteken", "littekens", "plek", "vlek"])
  }

  @Test(arguments: [
    "A laser peel on this site", "A chemical-peel mark", "RF", "It has been a leg.", "Boxcar scars", "A peeling",
    "littekenweefselonderzoek",
  ])
  func leavesTheRestAlone(source: String) throws {
    #expect(try summary(source) == [])
  }
}

@Suite struct UntranslatedSegmentTests {
  @Test func aSentenceThatIsStillTheSource() throws {
    let sentence = "These scars are with you for some time."
    let findings = try CheckBench.findings([(sentence, sentence)])
    #expect(findings.map(\.check) == ["untranslated"])
    #expect(findings.first?.severity == .warning && findings.first?.end == 39)
  }

  @Test(arguments: ["Gold City Medical Center", "Er:YAG", "The Skin Clinic", "2.5 mm"])
  func aNameIsNone(text: String) throws {
    #expect(try CheckBench.findings([(text, text)], checks: [UntranslatedSegmentCheck()]) == [])
  }
}
