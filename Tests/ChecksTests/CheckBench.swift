import Configuration
import Foundation
import Interchange
import TestSupport
import Terminology

@testable import Checks

/// A file of one segment or more, checked as English into Dutch.
enum CheckBench {
  /// Both locales of the repository with its medical glossary; read once.
  static let medical = Result { try context(glossary("glossary/medical.tbx")) }
  /// The same with a glossary of ours, so that tests don't change when the medical one does.
  static let small = Result { try context(Glossary([smallDocument])) }

  static func context(
    _ glossary: Glossary, from source: String = "en", to target: String? = "nl"
  ) throws -> CheckContext {
    try CheckContext(glossary: glossary, sourceLanguage: source, targetLanguage: target) { tag in
      let file = TestFiles.repository.appendingPathComponent("locales/\(tag)/locale.yml")
      guard FileManager.default.fileExists(atPath: file.path) else { return LocaleProfile(unknown: tag) }
      return try LocaleProfile(yaml: String(contentsOf: file, encoding: .utf8), tag: tag, file: file.path)
    }
  }

  static func glossary(_ path: String) throws -> Glossary {
    let file = TestFiles.repository.appendingPathComponent(path)
    return try Glossary([TBX.Document(tbx: TestFiles.bytes(file), file: path)])
  }

  /// Findings of a unit whose segments are `pairs`; a nil target is none.
  static func findings(
    _ pairs: [(String, String?)], state: XLIFF.State? = .translated,
    _ context: Result<CheckContext, any Error> = small, checks: [any Check] = CheckRegistry.all
  ) throws -> [Finding] {
    let parts = pairs.enumerated().map { index, pair in
      XLIFF.Part(
        .segment, id: "s\(index + 1)", state: state, source: XLIFF.Content(pair.0),
        target: pair.1.map { XLIFF.Content($0) })
    }
    return try findings([XLIFF.Unit(id: "u1", parts: parts)], context, checks: checks)
  }

  static func findings(
    _ units: [XLIFF.Unit], _ context: Result<CheckContext, any Error> = small, checks: [any Check] = CheckRegistry.all
  ) throws -> [Finding] {
    let file = XLIFF.File(id: "f1", original: "post-1", units: units)
    return try CheckRunner(context.get(), checks: checks).findings(in: file, path: "one.xlf")
  }

  /// `check: text` for each finding of one pair.
  static func summary(
    _ source: String, _ target: String?, _ context: Result<CheckContext, any Error> = small,
    checks: [any Check] = CheckRegistry.all
  ) throws -> [String] {
    try findings([(source, target)], context, checks: checks).map { "\($0.check): \($0.text)" }
  }

  private static let smallDocument = TBX.Document(
    file: "small.tbx",
    entries: [
      entry("scar", en: ["scar"], nl: ["litteken"], forbidden: ["cicatrix"]),
      entry("acne-scar", en: ["acne scar"], nl: ["acnelitteken"]),
      entry("boxcar-scar", en: ["boxcar scar"], nl: ["boxcarlitteken"]),
      entry("resurfacing", en: ["laser resurfacing"], nl: ["laserbehandeling"], forbidden: ["laser resurfacing"]),
      entry("laser", en: ["laser"], nl: ["laser"]),
      entry("peel", en: ["chemical peel", "peel"], nl: ["chemische peeling", "peeling"]),
      entry("rf", en: ["radiofrequency", "RF"], nl: ["radiofrequentie", "RF"]),
      entry("apply", part: .verb, en: ["apply"], nl: ["aanbrengen", "insmeren"]),
      entry("treatment", en: ["treatment"], nl: ["behandeling"]),
      entry("site", en: ["site"], nl: ["site"]),
      entry("cast", en: ["cast"], nl: ["gips"]),
      entry("play", en: ["cast"], nl: ["rolverdeling"]),
      entry("been", en: ["leg"], nl: ["been"]),
    ])

  private static func entry(
    _ id: String, part: TBX.PartOfSpeech = .noun, en: [String], nl: [String], forbidden: [String] = []
  ) -> TBX.ConceptEntry {
    func sections(_ terms: [String]) -> [TBX.TermSection] {
      terms.enumerated().map { index, term in
        TBX.TermSection(
          term, administrativeStatus: index == 0 ? .preferred : .admitted, partOfSpeech: part,
          irregularForms: term == "aanbrengen" ? ["aangebracht", "bracht aan"] : [])
      }
    }
    let verb = TBX.TermSection("laseren", administrativeStatus: .admitted, partOfSpeech: .verb)
    let dutch =
      sections(nl) + (id == "resurfacing" ? [verb] : [])
      + forbidden.map { TBX.TermSection($0, administrativeStatus: .deprecated, partOfSpeech: part) }
    return TBX.ConceptEntry(
      id: id,
      languageSections: [
        TBX.LanguageSection(language: "en", termSections: sections(en)),
        TBX.LanguageSection(language: "nl", termSections: dutch),
      ])
  }
}
