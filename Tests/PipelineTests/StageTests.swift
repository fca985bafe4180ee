import Configuration
import Foundation
import Interchange
import Terminology
import TestSupport
import Testing

@testable import Checks
@testable import Pipeline

@Suite struct PseudoTextTests {
  @Test func accentsEachLetterAndKeepsCodesInPlace() {
    let source = XLIFF.Content(
      text: Array("Use SPF\u{202F}30.".utf8),
      elements: [
        .init(.spanStart, at: 4, id: "1"), .init(.spanEnd, at: 7, id: "1"), .init(.standaloneCode, at: 13, id: "2"),
      ])
    let target = PseudoText.translation(of: source)
    #expect(target.plainText == "⟦Ûšé ŠÞƑ\u{202F}30.⟧")
    #expect(target.elements.map(\.id) == ["1", "1", "2"])
    let texts = target.elements.map { String(decoding: target.text[..<$0.offset], as: UTF8.self) }
    #expect(texts == ["⟦Ûšé ", "⟦Ûšé ŠÞƑ", "⟦Ûšé ŠÞƑ\u{202F}30."])
  }

  @Test func leavesNoLatinLetter() {
    let letters = "The quick brown fox jumps over the lazy dog. THE QUICK BROWN FOX JUMPS OVER THE LAZY DOG."
    let target = PseudoText.translation(of: XLIFF.Content(letters)).plainText
    #expect(!target.contains { $0.isASCII && $0.isLetter })
  }
}

@Suite struct FindingReportTests {
  private let finding = Finding(
    id: "0123456789abcdef", check: "terminology.foreign", severity: .warning, file: "a \"b\".xlf", unit: "content-1",
    segment: "s1", locale: "en", side: .source, start: 7, end: 16, text: "Littekens", concept: "c-scar",
    message: "\"Littekens\" is Dutch", suggestions: ["scar"], line: 9)

  @Test func isTheObjectOfTheContract() throws {
    let json = try JSONSerialization.jsonObject(with: Data(FindingReport.json(finding)))
    let object = try #require(json as? [String: Any])
    let keys = [
      "id", "check", "severity", "file", "unit", "segment", "locale", "side", "start", "end", "text", "concept",
      "message", "suggestions",
    ]
    #expect(keys.allSatisfy { object[$0] != nil })
    #expect(object["file"] as? String == "a \"b\".xlf")
    #expect(object["end"] as? Int == 16)
    #expect(object["suggestions"] as? [String] == ["scar"])
  }

  @Test func isALineForEditors() {
    #expect(
      FindingReport.text(finding, hasColour: false)
        == "a \"b\".xlf:9: warning: terminology.foreign (c-scar): \"Littekens\" is Dutch [content-1 s1 source 7–16]")
    #expect(FindingReport.text(finding, hasColour: true).contains("\u{1B}[33mwarning\u{1B}[0m"))
  }

  @Test func summariesParse() throws {
    var summary = CheckStage.Summary()
    summary.add(
      .init(path: "a.xlf", article: "1", findings: [finding, finding], segments: 3, translatedSegments: 2))
    let text = FindingReport.jsonBegin + FindingReport.jsonEnd(summary)
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let counts = try #require(object?["summary"] as? [String: Any])
    #expect(counts["warnings"] as? Int == 2)
    #expect(counts["translated"] as? Int == 2)
  }
}

@Suite struct MergeStageTests {
  private func stage(targets: [String], to: String? = nil) throws -> MergeStage {
    var project = try Project(at: TestFiles.repository.path)
    project.configuration.targetLanguages = targets
    return MergeStage(project: project, targetLanguage: to, folder: "/nowhere")
  }

  @Test func takesARegionForTheLanguageThatWasAskedFor() throws {
    #expect(try stage(targets: ["nl"]).returns.locale(for: "nl-NL") == "nl")
    #expect(try stage(targets: ["nl-BE", "nl"]).returns.locale(for: "nl_be") == "nl-BE")
    #expect(try stage(targets: ["nl"], to: "de").returns.locale(for: "DE") == "de")
    #expect(try stage(targets: []).returns.locale(for: "NL") == "nl")
    #expect(try stage(targets: ["nl"]).returns.locale(for: "fr") == "fr")
  }
}

@Suite struct LedgerTests {
  @Test func comesBackAsItWasWritten() throws {
    let path = FileManager.default.temporaryDirectory.path + "/overzet-ledger-\(UUID().uuidString).json"
    defer { try? FileManager.default.removeItem(atPath: path) }
    var ledger = Ledger()
    ledger.extracted["nl/12"] = "abc"
    ledger.merged["nl/12"] = .init(inputs: "def", segments: 3, translatedSegments: 2, findings: 1, troubles: 0)
    try ledger.write(to: path)
    #expect(try Ledger(path: path) == ledger)
    try OutputFile.write(Array("{".utf8), to: path)
    #expect(throws: Failure.self) { try Ledger(path: path) }
  }

  @Test func oneJobAtATimeInAFolder() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/overzet-lock-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let first = try JobLock(folder: folder)
    #expect(throws: Failure.self) { try JobLock(folder: folder) }
    withExtendedLifetime(first) {}
  }
}
