import Configuration
import Foundation
import TestSupport
import Testing

@testable import Pipeline

@Suite struct LanguageTagTests {
  @Test(arguments: ["nl", "en", "nl-BE", "zh-Hant-TW", "de-1996", "en-x-pseudo", "sl-rozaj-biske"])
  func takesTags(tag: String) {
    #expect(LanguageTag.isWellFormed(tag))
  }

  @Test(arguments: ["", "n", "nl/..", "..", "nl_NL", "nl-", "-nl", "nl--BE", "12", "a/b", "nl BE", "englishlanguage"])
  func refusesWhatIsNone(tag: String) {
    #expect(!LanguageTag.isWellFormed(tag))
  }

  @Test(arguments: [
    ("NL", "nl"), ("nl-be", "nl-BE"), ("nl_NL", "nl-NL"), ("ZH-hant-tw", "zh-Hant-TW"), ("en-X-PSEUDO", "en-x-pseudo"),
  ])
  func writesThemAsRecommended(tag: String, canonical: String) {
    #expect(LanguageTag.canonical(tag) == canonical)
  }

  @Test func comparesThem() {
    #expect(LanguageTag.isSame("nl_nl", "nl-NL"))
    #expect(!LanguageTag.isSame("nl", "nl-NL"))
    #expect(LanguageTag.isSameLanguage("en-GB", "en"))
    #expect(!LanguageTag.isSameLanguage("en", "es"))
  }
}

@Suite struct FailureTests {
  @Test func isOneLineThatSaysWhereWhatAndWhatToDo() {
    let failure = Failure(file: "a.json", line: 3, problem: "this is\nnot JSON", remedy: "mend it")
    #expect("\(failure)" == "a.json:3: this is not JSON: mend it")
    #expect("\(Failure(problem: "no glossary", remedy: "name one"))" == "no glossary: name one")
    #expect("\(Failure(file: "a.json", problem: "gone", remedy: ""))" == "a.json: gone")
  }
}

@Suite struct OutputFolderTests {
  @Test func writesNewFilesAndReplacesOld() throws {
    let path = FileManager.default.temporaryDirectory.path + "/overzet-output-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let folder = try OutputFolder(path + "/a/b")
    for text in ["one", "two, which is longer", "3"] {
      let bytes = Array(text.utf8)
      try bytes.withUnsafeBufferPointer { try folder.write($0, to: "c.txt") }
      #expect(try InputFiles.read(path + "/a/b/c.txt") == bytes)
      #expect(try FileManager.default.contentsOfDirectory(atPath: path + "/a/b") == ["c.txt"])
    }
    try FileManager.default.createDirectory(atPath: path + "/a/b/d.txt", withIntermediateDirectories: true)
    let isRefused = [UInt8](repeating: 0x61, count: 9).withUnsafeBufferPointer { bytes in
      (try? folder.write(bytes, to: "d.txt")) == nil
    }
    #expect(isRefused)
    #expect(try FileManager.default.contentsOfDirectory(atPath: path + "/a/b").sorted() == ["c.txt", "d.txt"])
  }
}

@Suite struct OutputFileTests {
  private let folder = FileManager.default.temporaryDirectory.path + "/overzet-output-\(UUID().uuidString)"

  @Test func makesFoldersAndLeavesNoPart() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/a/b/c.txt"
    try OutputFile.write(Array("one".utf8), to: path)
    try OutputFile.write(Array("two".utf8), to: path)
    #expect(try InputFiles.read(path) == Array("two".utf8))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/a/b") == ["c.txt"])
  }

  @Test func saysWhatCannotBeWritten() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try OutputFile.write([], to: folder + "/file")
    #expect(throws: Failure.self) { try OutputFile.write([1], to: folder + "/file/below.txt") }
  }
}

@Suite struct ProjectTests {
  private let folder = FileManager.default.temporaryDirectory.path + "/overzet-project-\(UUID().uuidString)"

  @Test func isTheNearestFolderAboveWithItsFile() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try OutputFile.write(Array("targets: [nl, de]\nsource: en\n".utf8), to: folder + "/overzet.yml")
    try OutputFile.makeFolder(folder + "/deep/deeper")
    let project = try Project(at: folder + "/deep/deeper")
    #expect(project.root == folder)
    #expect(project.configuration.targetLanguages == ["nl", "de"])
    #expect(project.path("work") == folder + "/work")
  }

  @Test func namesASettingThatIsNone() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try OutputFile.write(Array("source: en\ntarget: nl\n".utf8), to: folder + "/overzet.yml")
    let failure = #expect(throws: Failure.self) { try Project(at: folder) }
    #expect(failure?.line == 2)
    #expect(failure?.problem.contains("`target`") == true)
  }

  @Test func takesALocaleFromItsLanguageOrKnowsNothingOfIt() throws {
    let project = try Project(at: TestFiles.repository.path)
    #expect(try project.locale("nl").wordPressLocale == "nl_NL")
    #expect(try project.locale("nl-BE").tag == "nl-BE")
    #expect(try project.locale("nl-BE").decimalSeparator == ",")
    #expect(try project.locale("fr").abbreviations.isEmpty)
    #expect(throws: Failure.self) { try project.locale("../nl") }
  }
}
