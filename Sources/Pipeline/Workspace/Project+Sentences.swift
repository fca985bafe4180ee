// Sentences as a project's locales have them: extraction and merging must cut alike.
internal import Configuration
internal import UnicodeText
internal import WordPressFilter

extension Project {
  /// A breaker for texts in `language`, with the abbreviations and function words of its profile. For one thread at a time.
  /// - Throws: `Failure` for a tag that is none; `ICUError` where ICU fails.
  func sentenceBreaker(for language: String) throws -> SentenceBreaker {
    let profile = try locale(language)
    return try SentenceBreaker(
      locale: language, abbreviations: profile.abbreviations, functionWords: profile.functionWords)
  }

  /// A segmenter for articles in `language`. For one thread at a time.
  func segmenter(for language: String) throws -> Segmenter {
    Segmenter(breaker: try sentenceBreaker(for: language))
  }
}
