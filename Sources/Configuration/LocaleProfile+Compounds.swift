// Compound words as data: the `compounds` of locales/<tag>/locale.yml. A language that writes compounds as one word (Dutch,
// German) has them; in one that doesn't, a word joined by a hyphen is another word.

extension LocaleProfile {
  /// How a language joins words to one.
  package struct Compounds: Sendable, Equatable {
    /// What may stand between two parts: `s` in `behandelingsplan`.
    package var links: [String]
    /// The fewest letters of a part from `parts`.
    package var minimumPart: Int
    /// Words that share a part that only one of them writes: `laser- en peelingbehandelingen`.
    package var conjunctions: [String]
    /// First parts that turn a word into its opposite, so that `niet-chirurgisch` isn't `chirurgisch`.
    package var negations: [String]
    /// What makes another word of the one behind it, so that `isotretinoïne` isn't `tretinoïne`, though it ends so.
    package var prefixes: [String] = []
    /// Words that only look like compounds of such parts.
    package var exceptions: [String]
    /// Common parts, besides the words of the glossary.
    package var parts: [String]
  }
}

extension LocaleProfile.Compounds {
  /// The value of `compounds` in a locale's file.
  /// - Throws: `ConfigurationError` where a value is of the wrong kind.
  init(reader: YAMLReader) throws {
    links = try reader.strings("links") ?? []
    minimumPart = try reader.int("minimumPart") ?? 4
    conjunctions = try reader.strings("conjunctions") ?? []
    negations = try reader.strings("negations") ?? []
    prefixes = try reader.strings("prefixes") ?? []
    exceptions = try reader.strings("exceptions") ?? []
    parts = try reader.strings("parts") ?? []
  }
}
