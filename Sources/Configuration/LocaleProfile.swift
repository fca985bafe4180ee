// locales/<tag>/locale.yml as a value: all that is known of a language, so that nothing outside `locales/` and `glossary/`
// need name one.
internal import Yams

/// What Overzet knows of a locale: `locales/<tag>/locale.yml`.
package struct LocaleProfile: Sendable, Equatable {
  /// BCP 47 tag, such as `nl` or `nl-BE`; the folder's name.
  package var tag: String
  /// The language's English name, for messages.
  package var name: String
  /// WordPress's own locale, such as `nl_NL`, on which slugs depend.
  package var wordPressLocale: String
  /// The path of a post's address, with WordPress's placeholders: `/nl/%category%/%postname%/`.
  package var permalink: String
  /// Source category slug → what the category is in this locale.
  package var categories: [String: Category]
  /// Words with a full stop that does not end a sentence, such as `bijv.`; with the full stop.
  package var abbreviations: [String]
  /// `,` in Dutch, `.` in English.
  package var decimalSeparator: String
  /// `.` in Dutch, `,` in English; a space or nothing elsewhere.
  package var groupSeparator: String
  /// Words for 0, 1, 2 and so on, as far as the language likes to write them out; a number may become its word.
  package var numberWords: [String]
  /// What else may stand for numbers: *anderhalf* for 1.5, *half uur* for 30. Numbers with a full stop for their decimals.
  package var numberEquivalents: [String: [String]] = [:]
  /// Words behind a number that multiply it, and the power of ten that they multiply it by: 6 for *miljoen*.
  package var powersOfTen: [String: Int] = [:]
  /// What makes an ordinal of the digits before it: `st`, `nd`.
  package var ordinalSuffixes: [String] = []
  /// Marks of a twelve-hour clock's second half, such as `pm`, after which 2 may become 14.
  package var afternoon: [String]
  /// Words behind a time of day, such as `uur`: by them `8.30` is told from a decimal.
  package var timeWords: [String] = []
  /// Frequent words by which a text's language shows.
  package var functionWords: [String]
  /// How words are bent; nil where nothing is known of it, and then nothing is guessed.
  package var inflection: Inflection?
  /// How words are joined; nil in a language that doesn't write compounds as one word.
  package var compounds: Compounds?

  /// A category of the site in this locale.
  package struct Category: Sendable, Equatable {
    /// WordPress's term id in the target language, where known.
    package var id: Int?
    /// Its slug, as it stands in addresses.
    package var slug: String
  }
}

extension LocaleProfile {
  /// What is assumed of a locale that has no folder.
  package init(unknown tag: String) {
    self.init(
      tag: tag, name: tag, wordPressLocale: tag.replacing("-", with: "_"), permalink: "/\(tag)/%postname%/",
      categories: [:], abbreviations: [], decimalSeparator: ".", groupSeparator: ",", numberWords: [], afternoon: [],
      functionWords: [], inflection: nil, compounds: nil)
  }

  /// The profile of `tag`, read from YAML.
  /// - Parameter file: the path that errors name.
  /// - Throws: `ConfigurationError` where the text is not YAML or a value is of the wrong kind.
  package init(yaml: String, tag: String, file: String) throws {
    let reader = try YAMLReader(yaml: yaml, file: file)
    self.init(unknown: tag)
    name = try reader.string("name") ?? name
    wordPressLocale = try reader.string("wordpress") ?? wordPressLocale
    permalink = try reader.string("permalink") ?? permalink
    abbreviations = try reader.strings("abbreviations") ?? []
    functionWords = try reader.strings("functionWords") ?? []
    if let numbers = try reader.mapping("numbers") {
      decimalSeparator = try numbers.string("decimal") ?? decimalSeparator
      groupSeparator = try numbers.string("group") ?? groupSeparator
      try readNumberWords(numbers, file: file)
      afternoon = try numbers.strings("afternoon") ?? []
      timeWords = try numbers.strings("times") ?? []
    }
    inflection = try reader.mapping("inflection").map { try Inflection(reader: $0, file: file) }
    compounds = try reader.mapping("compounds").map { try Compounds(reader: $0) }
    if let mapping = try reader.mapping("categories") {
      for slug in mapping.keys {
        guard let entry = try mapping.mapping(slug) else { continue }
        categories[slug] = Category(id: try entry.int("id"), slug: try entry.string("slug") ?? slug)
      }
    }
  }
}
