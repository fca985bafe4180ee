import TestSupport
import Testing
import XMLStream

@testable import Interchange

@Suite struct TBXReaderTests {
  /// A document whose body is `body`, which begins on line 3.
  private func document(_ body: String, root: String = "type=\"TBX-Basic\" style=\"dca\" xml:lang=\"en\"") -> [UInt8] {
    Array(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <tbx \(root) xmlns="urn:iso:std:iso:30042:ed-2"><tbxHeader><fileDesc/></tbxHeader><text><body>
      \(body)
      </body></text></tbx>
      """.utf8)
  }

  private let scar = """
    <conceptEntry id="c-scar">
      <descrip type="subjectField">dermatology</descrip>
      <descripGrp><descrip type="definition">A mark.</descrip><admin type="source">Us</admin></descripGrp>
      <transacGrp><transac type="transactionType">creation</transac><date>2026-01-01</date></transacGrp>
      <langSec xml:lang="en">
        <termSec><term>scar</term><termNote type="partOfSpeech">noun</termNote></termSec>
      </langSec>
      <langSec xml:lang="nl">
        <descrip type="definition">Een  spoor
          op de huid.</descrip>
        <termSec>
          <term> litteken </term>
          <termNoteGrp><termNote type="partOfSpeech">noun</termNote></termNoteGrp>
          <termNote type="grammaticalGender">neuter</termNote>
          <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
          <termNote type="termType">fullForm</termNote>
          <descrip type="context">Het litteken vervaagt.</descrip>
          <note>forms: littekentje; littekentjes, littekene</note>
          <note>Een het-woord.</note>
        </termSec>
        <termSec><term>cicatrix</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termSec>
      </langSec>
    </conceptEntry>
    """

  @Test func readsAnEntry() throws {
    let document = try TBX.Document(tbx: document(scar), file: "g.tbx")
    #expect(document.dialect == "TBX-Basic" && document.language == "en" && document.file == "g.tbx")
    let expected = TBX.ConceptEntry(
      id: "c-scar", subjectField: "dermatology", definition: "A mark.",
      languageSections: [
        TBX.LanguageSection(
          language: "en", termSections: [TBX.TermSection("scar", partOfSpeech: .noun, line: 8)], line: 7),
        TBX.LanguageSection(
          language: "nl", definition: "Een spoor op de huid.",
          termSections: [
            TBX.TermSection(
              "litteken", administrativeStatus: .preferred, partOfSpeech: .noun, grammaticalGender: .neuter,
              contexts: ["Het litteken vervaagt."], notes: ["Een het-woord."],
              irregularForms: ["littekentje", "littekentjes", "littekene"], line: 13),
            TBX.TermSection("cicatrix", administrativeStatus: .deprecated, line: 23),
          ], line: 10),
      ], line: 3)
    #expect(document.entries == [expected])
  }

  @Test(arguments: [
    ("admittedTerm-admn-sts", TBX.AdministrativeStatus.admitted), ("supersededTerm-admn-sts", .superseded),
    ("preferredTerm", .preferred), ("deprecated", .deprecated),
  ])
  func readsEveryStatus(value: String, expected: TBX.AdministrativeStatus) throws {
    let body = """
      <conceptEntry id="a"><langSec xml:lang="nl"><termSec><term>x</term><termNote type="administrativeStatus">\(value)</termNote>
      </termSec></langSec></conceptEntry>
      """
    let entry = try #require(try TBX.Document(tbx: document(body), file: "g.tbx").entries.first)
    #expect(entry.languageSections[0].termSections[0].administrativeStatus == expected)
    #expect(expected.isApproved == (expected == .preferred || expected == .admitted))
  }

  @Test func aDoctypeThatOnlyNamesADTDIsNoMatter() throws {
    var bytes = document(scar)
    let start = try #require(bytes.firstIndex(of: 0x0A)) + 1
    bytes.insert(contentsOf: Array("<!DOCTYPE tbx SYSTEM \"TBXcoreStructV03.dtd\">\n".utf8), at: start)
    #expect(try TBX.Document(tbx: bytes, file: "g.tbx").entries.count == 1)
  }

  private static let term = "<langSec xml:lang=\"nl\"><termSec><term>x</term></termSec></langSec>"

  @Test(arguments: [
    ("<conceptEntry>\(term)</conceptEntry>", 3, "has no id"),
    (
      "<conceptEntry id=\"a\">\(term)</conceptEntry>\n<conceptEntry id=\"a\">\(term)</conceptEntry>", 4,
      "the id a is taken"
    ),
    ("<conceptEntry id=\"a\">\n</conceptEntry>", 3, "has no <langSec>"),
    ("<conceptEntry id=\"a\">\n<langSec>\n</langSec></conceptEntry>", 4, "has no xml:lang"),
    ("<conceptEntry id=\"a\"><langSec xml:lang=\"n l\"/></conceptEntry>", 3, "`n l` is not a language tag"),
    ("<conceptEntry id=\"a\">\n<langSec xml:lang=\"nl\"/></conceptEntry>", 4, "the section for nl has no term"),
    (
      "<conceptEntry id=\"a\"><langSec xml:lang=\"nl\">\n<termSec><term> </term></termSec></langSec></conceptEntry>", 4,
      "has no term"
    ),
    (
      "<conceptEntry id=\"a\"><langSec xml:lang=\"nl\"><termSec><term>x</term>\n"
        + "<termNote type=\"administrativeStatus\">forbidden</termNote></termSec></langSec></conceptEntry>", 4,
      "`forbidden` is not a value of administrativeStatus"
    ),
    (
      "<conceptEntry id=\"a\"><langSec xml:lang=\"nl\"><termSec><term>x</term>\n"
        + "<termNote type=\"partOfSpeech\">nuon</termNote></termSec></langSec></conceptEntry>", 4,
      "`nuon` is not a value of partOfSpeech"
    ),
    (
      "<conceptEntry id=\"a\"><langSec xml:lang=\"nl\"><termSec><term>x</term>\n<note>forms: ; </note></termSec></langSec>"
        + "</conceptEntry>", 4, "begins with `forms:` and gives none"
    ),
  ])
  func refusesABadEntry(body: String, line: Int, problem: String) throws {
    let error = try #require(throws: XMLError.self) { try TBX.Document(tbx: document(body), file: "g.tbx") }
    #expect(error.file == "g.tbx" && error.line == line)
    #expect(error.problem.contains(problem), "\(error)")
    #expect(!error.remedy.isEmpty)
  }

  @Test(arguments: [
    ("<martif type=\"TBX\"/>", "version 2"), ("<xliff/>", "its root is <xliff>"), ("{}", ""), ("", ""),
    ("<tbx xmlns=\"urn:other\"/>", "its root is <tbx>"), ("<tbx style=\"dct\"/>", "the style dct"),
    ("<tbx><text><body><conceptEntry id=\"a\">", ""),
    ("<!DOCTYPE tbx [<!ENTITY a SYSTEM \"/etc/passwd\">]><tbx>&a;</tbx>", ""),
  ])
  func refusesWhatIsNotTBX(text: String, problem: String) throws {
    let error = try #require(throws: XMLError.self) { try TBX.Document(tbx: Array(text.utf8), file: "g.tbx") }
    #expect(error.file == "g.tbx")
    #expect(error.problem.contains(problem), "\(error)")
  }
}

/// The published samples of the dialects, which lie outside the repository; skipped where they don't.
@Suite(.enabled(if: TestFiles.shared("data/tbx") != nil, "third-party TBX samples are not there"))
struct TBXSampleTests {
  @Test(arguments: [
    ("basic/DCA/Example_Astronomy_DCA_VALID.tbx", "TBX-Basic"), ("min/DCA/Example_Astronomy_DCA_VALID.tbx", "TBX-Min"),
    ("core/Schemas/Example_Astronomy_DCA_VALID.tbx", "TBX-Core"), ("test_files/basic_good.tbx", "TBX-Basic"),
    ("test_files/min_good.tbx", "TBX-Min"), ("test_files/core_structure_good.tbx", "TBX-Core"),
  ])
  func readsTheDialects(path: String, dialect: String) throws {
    let file = try #require(TestFiles.shared("data/tbx/\(path)"))
    let document = try TBX.Document(tbx: TestFiles.bytes(file), file: path)
    #expect(document.dialect == dialect)
    #expect(!document.entries.isEmpty)
    #expect(document.entries.allSatisfy { !$0.id.isEmpty && $0.line > 1 && !$0.languageSections.isEmpty })
  }

  @Test func readsWhatIsKnownOfATerm() throws {
    let file = try #require(TestFiles.shared("data/tbx/basic/DCA/Example_Astronomy_DCA_VALID.tbx"))
    let entry = try #require(try TBX.Document(tbx: TestFiles.bytes(file), file: "a").entries.first)
    #expect(entry.subjectField == "General")
    let english = try #require(entry.languageSections.first { $0.language == "en" })
    #expect(english.termSections.map(\.term).prefix(2) == ["open cluster", "galactic cluster"])
    #expect(english.termSections.map(\.administrativeStatus).prefix(2) == [.preferred, .superseded])
    #expect(english.definition?.hasPrefix("A group of stars") == true)
  }

  @Test(arguments: ["basic/DCT/Example_Astronomy_DCT_VALID.tbx", "min/DCT/Example_Astronomy_DCT_VALID.tbx"])
  func refusesTheOtherStyleByName(path: String) throws {
    let file = try #require(TestFiles.shared("data/tbx/\(path)"))
    let error = try #require(throws: XMLError.self) { try TBX.Document(tbx: TestFiles.bytes(file), file: path) }
    #expect(error.problem.contains("the style dct"))
  }
}
