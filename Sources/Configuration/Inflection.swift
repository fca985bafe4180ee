// How a language bends its words, as data: the `inflection` of locales/<tag>/locale.yml. Terminology applies it to terms.
// A language whose profile has none gets none: a term then matches only as it is written.

/// The paradigms of a language.
package struct Inflection: Sendable, Equatable {
  /// Paradigms in the order of the file; each that fits a term's part of speech makes forms of it.
  package var paradigms: [Paradigm]
  /// Stems that forms are built on, by name: Dutch `open` turns `vlek` into `vlekk`, on which `vlekken` is built.
  package var stems: [String: [InflectionRule]]
  /// Spellings that stand for each other inside a word, such as `colour` and `color`.
  package var spellings: [Spelling]
  /// How verbs are taken apart.
  package var verbs: Verbs
  /// Which word of a term of several words is bent.
  package var heads: Heads

  /// Forms that a part of speech has.
  package struct Paradigm: Sendable, Equatable {
    /// For people: `plural`.
    package var name: String
    /// TBX parts of speech: `noun`, `verb`, `adjective`, `adverb`, `properNoun`, `other`.
    package var partsOfSpeech: [String]
    /// The first rule that fits a word makes its forms.
    package var rules: [InflectionRule]
    /// Whether the words before the head of a term take these forms too: `atrofisch litteken`, `atrofische littekens`.
    package var isAttributive: Bool
    /// Whether a separable verb is parted in these forms: `insmeren`, `smeert … in`.
    package var isFinite: Bool
  }

  /// Two spellings of the same letters.
  package struct Spelling: Sendable, Equatable {
    package var first: String
    package var second: String
  }

  /// The parts of a verb.
  package struct Verbs: Sendable, Equatable {
    /// What can stand apart from the verb: `in`, `aan`.
    package var separable: [String]
    /// What keeps a participle from taking its prefix: `be`, `ver`.
    package var inseparable: [String]
    /// The word between a separable prefix and its verb: `in te smeren`.
    package var infinitiveMarker: String?
    /// Letters that change where a prefix meets a stem: `gei` becomes `geï`.
    package var joins: [Spelling]
  }

  /// The head of a term of several words.
  package struct Heads: Sendable, Equatable {
    /// Parts of speech whose head is the first word (`break out`); it is the last elsewhere.
    package var first: [String]
    /// Words that the head stands before: `of` in `loss of volume`.
    package var before: [String]
  }
}

extension Inflection {
  /// The value of `inflection` in a locale's file.
  /// - Parameter file: the path that errors name.
  /// - Throws: `ConfigurationError` where a rule can't be read or names a stem or a class of letters that isn't there.
  init(reader: YAMLReader, file: String) throws {
    let letters = try Self.letters(reader, file: file)
    stems = [:]
    if let mapping = try reader.mapping("stems") {
      for name in mapping.keys { stems[name] = try Self.rules(mapping, name, letters, file: file) }
    }
    paradigms = try (reader.mappings("paradigms") ?? []).map { paradigm in
      Paradigm(
        name: try paradigm.string("name") ?? "", partsOfSpeech: try paradigm.strings("of") ?? [],
        rules: try Self.rules(paradigm, "rules", letters, file: file),
        isAttributive: try paradigm.bool("attributive") ?? false,
        isFinite: try paradigm.bool("finite") ?? false)
    }
    spellings = try Self.pairs(reader, "spellings", file: file)
    let verbs = try reader.mapping("verbs")
    self.verbs = Verbs(
      separable: try verbs?.strings("separable") ?? [], inseparable: try verbs?.strings("inseparable") ?? [],
      infinitiveMarker: try verbs?.string("infinitiveMarker"),
      joins: try verbs.map { try Self.pairs($0, "joins", file: file) } ?? [])
    let heads = try reader.mapping("heads")
    self.heads = Heads(first: try heads?.strings("first") ?? [], before: try heads?.strings("before") ?? [])
    try checkStems(file: file, line: reader.line(of: "paradigms"))
  }

  /// The rules in the list `key`.
  private static func rules(
    _ reader: YAMLReader, _ key: String, _ letters: [Character: [[Unicode.Scalar]]], file: String
  ) throws -> [InflectionRule] {
    var rules: [InflectionRule] = []
    for text in try reader.strings(key) ?? [] {
      do throws(InflectionRule.SyntaxError) {
        rules.append(try InflectionRule(text, letters: letters))
      } catch {
        throw ConfigurationError(
          file: file, line: reader.line(of: key), problem: "the rule `\(text)` can't be read: \(error.reason)",
          remedy: "write `context_ending -> form form`; see Documentation/configuration.md")
      }
    }
    return rules
  }

  /// A rule that names a stem which isn't there would make no form and say nothing.
  private func checkStems(file: String, line: Int) throws {
    for paradigm in paradigms {
      for name in paradigm.rules.flatMap(\.stems) where stems[name] == nil {
        throw ConfigurationError(
          file: file, line: line, problem: "the paradigm `\(paradigm.name)` uses a stem `\(name)` that isn't there",
          remedy: "add it under `stems`, or correct its name")
      }
    }
  }

  /// Classes of letters: a capital → the letters, or the groups of letters, that it stands for.
  private static func letters(_ reader: YAMLReader, file: String) throws -> [Character: [[Unicode.Scalar]]] {
    var classes: [Character: [[Unicode.Scalar]]] = [:]
    guard let mapping = try reader.mapping("letters") else { return classes }
    for name in mapping.keys {
      guard let capital = name.first, name.count == 1, capital.isASCII, capital.isUppercase else {
        throw ConfigurationError(
          file: file, line: mapping.line(of: name), problem: "`\(name)` can't name a class of letters",
          remedy: "name it by one capital, A to Z")
      }
      let values = try mapping.strings(name) ?? []
      // A single text is a set of letters; a list is a set of groups, such as the digraphs.
      let groups = values.count == 1 ? values[0].unicodeScalars.map { [$0] } : values.map { Array($0.unicodeScalars) }
      classes[capital] = groups.filter { !$0.isEmpty }
    }
    return classes
  }

  /// A list of two words each.
  private static func pairs(_ reader: YAMLReader, _ key: String, file: String) throws -> [Spelling] {
    try (reader.strings(key) ?? []).map { text in
      let words = text.split(separator: " ")
      guard words.count == 2 else {
        throw ConfigurationError(
          file: file, line: reader.line(of: key), problem: "`\(text)` is not two spellings",
          remedy: "write the two with a space between them")
      }
      return Spelling(first: String(words[0]), second: String(words[1]))
    }
  }
}
