// What checks know besides the unit: the glossary, the languages, and what is known of those.
package import Configuration
internal import Interchange
package import Terminology

/// What all units of a pair of languages are checked against.
package struct CheckContext: Sendable {
  /// One language of the glossary or of the text.
  package struct Language: Sendable {
    /// BCP 47 tag.
    package var tag: String
    package var matcher: Matcher
    /// What to write for a concept, by its id; a concept that has no approved term in the language isn't there.
    package var suggestions: [String: [String]]
    /// What is known of the locale.
    package var profile: LocaleProfile { matcher.profile }

    /// The word classes of the terms that may be used for a concept, by its id.
    var partsOfSpeech: [String: Set<TBX.PartOfSpeech>]
    /// How the language says numbers in words.
    var numberWords: NumberWords

    /// Whether the language must have a word for the other language's `term`. A preferred term always asks for one. An admitted
    /// one of a word class that the language has no term of is only another way to say it: *behandelen* may stand for
    /// *treatment*, but need not become it.
    func mustRender(_ term: Glossary.Term) -> Bool {
      guard let classes = partsOfSpeech[term.concept] else { return false }
      guard term.status == .admitted, let own = term.partOfSpeech, own != .other else { return true }
      return classes.contains(own) || classes.isEmpty
    }
  }

  package let glossary: Glossary
  package let source: Language
  /// nil for files without a target language.
  package let target: Language?
  /// The glossary's other languages than the source's, whose words are foreign in a source.
  package let foreign: [Language]
  /// Frequent words of the source's language.
  let functionWords: Set<String>

  /// The context of one pair of languages. Matchers are built here, once.
  /// - Parameter profile: what is known of a language tag.
  /// - Throws: `ICUError` where ICU's data can't be had, and what `profile` throws.
  package init(
    glossary: Glossary, sourceLanguage: String, targetLanguage: String?, profile: (String) throws -> LocaleProfile
  ) throws {
    func language(_ tag: String) throws -> Language {
      var suggestions: [String: [String]] = [:]
      var partsOfSpeech: [String: Set<TBX.PartOfSpeech>] = [:]
      for concept in glossary.concepts {
        let words = glossary.suggestions(for: concept.id, in: tag)
        if words.isEmpty { continue }
        suggestions[concept.id] = words
        partsOfSpeech[concept.id] = Set(
          glossary.approvedTerms(of: concept.id, in: tag).compactMap(\.partOfSpeech))
      }
      let profile = try profile(tag)
      return Language(
        tag: tag, matcher: try Matcher(glossary, language: tag, profile: profile), suggestions: suggestions,
        partsOfSpeech: partsOfSpeech, numberWords: try NumberWords(profile))
    }
    self.glossary = glossary
    source = try language(sourceLanguage)
    let target = try targetLanguage.map(language)
    self.target = target
    foreign = try glossary.languages.filter { !Glossary.holds($0, for: sourceLanguage) }.map { tag in
      if let target, target.tag.lowercased() == tag.lowercased() { return target }
      return try language(tag)
    }
    functionWords = Set(source.profile.functionWords)
  }
}
