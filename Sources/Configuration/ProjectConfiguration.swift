// overzet.yml as a value: where a project's articles, translations and glossaries lie, and into which languages it goes.

/// `overzet.yml`: what Overzet knows of one site's project. Paths are relative to the folder that the file lies in.
package struct ProjectConfiguration: Sendable, Equatable {
  /// The site's address, without a path: `https://www.example.org`. Used where an article doesn't tell it.
  package var site: String?
  /// BCP 47 tag of the language that articles are written in.
  package var sourceLanguage: String = "en"
  /// The languages they are translated into.
  package var targetLanguages: [String] = []
  /// Files and folders that articles are read from.
  package var articles: [String] = ["work/source"]
  /// Folders in which translators' files arrive.
  package var inbox: [String] = ["work/inbox"]
  /// The folder of all that the job makes.
  package var work: String = "work"
  /// TBX files.
  package var glossaries: [String] = []
  /// The folder of the locales' profiles.
  package var locales: String = "locales"
  /// Files of rules of what holds text (`wpml-config.xml`), laid over the defaults in their order.
  package var rules: [String] = []
  /// The version of XLIFF that is sent out.
  package var xliffVersion: String = "2.1"
  /// Whether the glossaries' terms are marked in what is sent out.
  package var marksTerms = true
  /// Whether each segment is sent out with its source as its target.
  package var prefillsTargets = false

  /// What holds where there is no `overzet.yml`.
  package init() {}

  /// The configuration that `yaml` states.
  /// - Parameter file: the path that errors name.
  /// - Throws: `ConfigurationError` where the text is not YAML, a value is of the wrong kind, or a key is not known.
  package init(yaml: String, file: String) throws {
    let reader = try YAMLReader(yaml: yaml, file: file)
    for key in reader.keys where !Self.keys.contains(key) {
      throw ConfigurationError(
        file: file, line: reader.line(of: key), problem: "`\(key)` is not a setting",
        remedy: "the settings are \(Self.keys.joined(separator: ", "))")
    }
    site = try reader.string("site")
    sourceLanguage = try reader.string("source") ?? sourceLanguage
    targetLanguages = try reader.strings("targets") ?? targetLanguages
    articles = try reader.strings("articles") ?? articles
    inbox = try reader.strings("inbox") ?? inbox
    work = try reader.string("work") ?? work
    glossaries = try reader.strings("glossaries") ?? glossaries
    locales = try reader.string("locales") ?? locales
    rules = try reader.strings("rules") ?? rules
    xliffVersion = try reader.string("xliff") ?? xliffVersion
    marksTerms = try reader.bool("terms") ?? marksTerms
    prefillsTargets = try reader.bool("prefill") ?? prefillsTargets
  }

  private static let keys = [
    "site", "source", "targets", "articles", "inbox", "work", "glossaries", "locales", "rules", "xliff", "terms",
    "prefill",
  ]
}
