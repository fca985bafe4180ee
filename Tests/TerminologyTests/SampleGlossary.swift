import Configuration
import Foundation
import Interchange
import TestSupport

@testable import Terminology

/// A glossary in a few lines of Swift, and the repository's locales.
enum Sample {
  /// A term as tests write it: the text, then what differs from a preferred noun.
  struct Word {
    var section: TBX.TermSection

    init(
      _ text: String, _ part: TBX.PartOfSpeech? = .noun, _ status: TBX.AdministrativeStatus = .preferred,
      forms: [String] = []
    ) {
      section = TBX.TermSection(text, administrativeStatus: status, partOfSpeech: part, irregularForms: forms)
    }
  }

  /// A glossary of one concept for each element; its id is its place, from `c1`.
  static func glossary(_ language: String, _ words: [Word]) throws -> Glossary {
    let entries = words.enumerated().map { index, word in
      TBX.ConceptEntry(
        id: "c\(index + 1)",
        languageSections: [TBX.LanguageSection(language: language, termSections: [word.section])])
    }
    return try Glossary([TBX.Document(file: "sample.tbx", entries: entries)])
  }

  /// The glossary of this repository.
  static let medicalGlossary = Result {
    try Glossary([TBX.Document(tbx: TestFiles.bytes(medicalFile), file: "glossary/medical.tbx")])
  }
  static var hasMedicalGlossary: Bool { FileManager.default.fileExists(atPath: medicalFile.path) }
  private static let medicalFile = TestFiles.repository.appendingPathComponent("glossary/medical.tbx")

  /// The repository's profile of `tag`, or one that knows nothing.
  static func profile(_ tag: String) throws -> LocaleProfile {
    switch tag {
    case "en": try english.get()
    case "nl": try dutch.get()
    default: LocaleProfile(unknown: tag)
    }
  }

  // Read once: in a debug build the Dutch file takes longer than most tests.
  private static let english = Result { try read("en") }
  private static let dutch = Result { try read("nl") }

  private static func read(_ tag: String) throws -> LocaleProfile {
    let file = TestFiles.repository.appendingPathComponent("locales/\(tag)/locale.yml")
    return try LocaleProfile(yaml: String(contentsOf: file, encoding: .utf8), tag: tag, file: file.path)
  }

  static func matcher(_ language: String, _ words: [Word]) throws -> Matcher {
    try Matcher(glossary(language, words), language: language, profile: profile(language))
  }

  /// A matcher of nouns.
  static func matcher(_ language: String, nouns: String...) throws -> Matcher {
    try matcher(language, nouns.map { Word($0) })
  }
}

extension Matcher {
  /// The stretches of `text` that match, as they stand in it.
  func texts(in text: String, _ selection: Selection = .leftmostLongest) throws -> [String] {
    let bytes = Array(text.utf8)
    return try matches(in: bytes, selection).map { String(decoding: bytes[$0.byteRange], as: UTF8.self) }
  }
}
