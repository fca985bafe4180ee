import Foundation
import TestSupport
import Testing

@testable import Configuration

/// The locales that lie in the repository.
@Suite struct LocaleFilesTests {
  private func profile(_ tag: String) throws -> LocaleProfile {
    let file = TestFiles.repository.appendingPathComponent("locales/\(tag)/locale.yml")
    return try LocaleProfile(yaml: String(contentsOf: file, encoding: .utf8), tag: tag, file: file.path)
  }

  @Test(arguments: ["en", "nl"]) func isComplete(tag: String) throws {
    let profile = try profile(tag)
    #expect(profile.permalink == "/\(tag)/%category%/%postname%/")
    #expect(profile.abbreviations.count >= 60)
    #expect(profile.abbreviations.allSatisfy { $0.contains(".") })
    #expect(profile.functionWords.count >= 80)
    #expect(profile.numberWords.count == 100 && Set(profile.numberWords).count == 100)
    #expect(profile.powersOfTen.values.sorted() == [2, 3, 6, 9] && !profile.ordinalSuffixes.isEmpty)
    #expect(profile.numberEquivalents.values.joined().allSatisfy { Double($0) != nil })
    #expect(profile.numberEquivalents.values.contains(["0.5", "30"]))
    #expect(profile.inflection?.paradigms.isEmpty == false)
    #expect(profile.inflection?.paradigms.allSatisfy { !$0.name.isEmpty && !$0.partsOfSpeech.isEmpty } == true)
    #expect(Set(profile.abbreviations).count == profile.abbreviations.count)
    #expect(Set(profile.functionWords).count == profile.functionWords.count)
  }

  @Test func languagesHaveDifferentFunctionWords() throws {
    let shared = Set(try profile("en").functionWords).intersection(try profile("nl").functionWords)
    #expect(shared.count <= 3, "\(shared.sorted())")
  }

  @Test func dutchWritesCompounds() throws {
    let dutch = try profile("nl")
    #expect(dutch.wordPressLocale == "nl_NL")
    #expect(dutch.decimalSeparator == "," && dutch.groupSeparator == ".")
    #expect((dutch.compounds?.parts.count ?? 0) >= 250)
    #expect(dutch.compounds?.prefixes.contains("hyper") == true)
    #expect(dutch.compounds?.links.contains("s") == true)
    #expect(try profile("en").compounds == nil)
  }

  @Test func anUnknownLocaleKnowsNoForms() {
    let profile = LocaleProfile(unknown: "fr")
    #expect(profile.inflection == nil && profile.compounds == nil && profile.functionWords.isEmpty)
  }

  @Test(arguments: [
    ("inflection:\n  letters: {vowels: aeiou}\n", 2, "`vowels` can't name"),
    ("inflection:\n  paradigms:\n    - {name: plural, of: [noun], rules: [\"s\"]}\n", 3, "`s` can't be read"),
    (
      "inflection:\n  paradigms:\n    - {name: plural, of: [noun], rules: [\"_ -> {open}en\"]}\n", 3,
      "a stem `open` that isn't there"
    ),
    ("inflection:\n  spellings: [colour]\n", 2, "`colour` is not two spellings"),
    ("numbers:\n  powers: {million: six}\n", 2, "`million` is not a whole number"),
    ("numbers:\n  powers:\n    million: -6\n", 3, "`million` is no power of ten"),
    ("numbers:\n  equivalents: [dozen]\n", 2, "`equivalents` is not `key: value` lines"),
    ("compounds:\n  minimumPart: few\n", 2, "`minimumPart` is not a whole number"),
  ])
  func namesTheLineOfWhatIsWrong(yaml: String, line: Int, problem: String) throws {
    let error = try #require(throws: ConfigurationError.self) {
      try LocaleProfile(yaml: yaml, tag: "xx", file: "locales/xx/locale.yml")
    }
    #expect(error.file == "locales/xx/locale.yml")
    #expect(error.line == line)
    #expect(error.problem.contains(problem), "\(error.problem)")
    #expect(!error.remedy.isEmpty)
  }
}
