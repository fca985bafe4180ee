internal import ArgumentParser
internal import Configuration
internal import Interchange
internal import Pipeline
internal import Synchronization
internal import WordPressFilter

/// `overzet import`.
struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Takes in the XLIFF that translators sent back.",
    discussion: """
      Any file that a CAT tool makes of an export is read: XLIFF 1.2 to 2.2, .sdlxliff, .mqxliff, .mxliff, in UTF-8 or \
      UTF-16, re-ordered, re-segmented, partial. Each is matched to its article, and the article's XLIFF is written anew to \
      DIR/<locale>/<post id>.xlf: its units as they are today, with all translations so far in the states that they came back \
      in. Translations that can't be applied, because the source was edited since or a code is missing, are kept in it as \
      candidates for the segment that is most like theirs. It is the file to send out next.

      Every unit of a returned file ends as exactly one of: applied, unchanged (no confirmed translation, or nothing new), \
      stale (the source was edited since), refused (a code is missing, extra, twice or crossed; or the translation at hand is \
      final, and this one is not), unknown. What is not applied is named, and the exit code is 1 then.

      In a project SOURCE are its articles, DIR is its outbox, and files from elsewhere are copied to its inbox, where the \
      job finds them.
      """)

  @Argument(help: ArgumentHelp("Files that came back, or folders of them.", valueName: "xliff"))
  var returned: [String]

  @Option(
    name: .long, parsing: .upToNextOption,
    help: "Articles: .json .ndjson .xml .html, or a folder of these. Default: the project's.")
  var source: [String] = []

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Where the articles' XLIFF goes. Default: the project's outbox.", valueName: "DIR"))
  var output: String?

  @Option(name: .long, help: "Refuse translations into any other language than this.")
  var to: String?

  @Option(name: .long, help: "The language of the articles. Default: what the article says, else the project's.")
  var from: String?

  @Option(
    name: .customLong("xliff"),
    help: "The version that is written: \(XLIFF.Version.allCases.map(\.rawValue).joined(separator: ", ")).")
  var version: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Rules of what holds text, laid over the defaults: a plug-in's wpml-config.xml. May be repeated.",
      valueName: "FILE"))
  var config: [String] = []

  @Option(name: .long, help: "How the result is told: text or json.")
  var format = ImportFormat.text

  @Flag(
    name: .long,
    help: "Write each source as a target in state initial where there is none, for tools that show only what has one.")
  var prefill = false

  @Flag(name: .shortAndLong, help: "Write nothing; say what would become of each unit.")
  var dryRun = false

  @OptionGroup var workers: JobsOption

  @Flag(name: .shortAndLong, help: "Print no summaries.")
  var quiet = false

  func validate() throws {
    if let version { _ = try Command.version(version) }
  }

  func run() throws {
    try Command.run {
      var project = try Project()
      project.jobs = workers.jobs
      try Command.add(config, to: &project)
      if to == nil, !project.isConfigured { project.configuration.targetLanguages = [] }
      let sources = try InputFiles.expand(
        source.isEmpty ? project.configuration.articles.map(project.path) : source,
        endings: InputFiles.articleEndings)
      guard !sources.isEmpty else {
        throw Failure(
          problem: "there are no articles to import into",
          remedy: "name what the XLIFF was extracted from with --source, or `articles` in overzet.yml")
      }
      var stage = ImportStage(
        project: project, sourceLanguage: from, targetLanguage: to,
        version: try Command.version(version ?? project.configuration.xliffVersion),
        folder: output ?? (project.isConfigured ? project.outbox : "."))
      stage.isDryRun = dryRun
      stage.isPrefilled = prefill || project.configuration.prefillsTargets
      if project.configuration.marksTerms {
        stage.glossary = try GlossaryLoader.load([], project: project, isRequired: false)
      }
      if output == nil, project.isConfigured { stage.inbox = project.configuration.inbox.map(project.path) }
      let log = Mutex(ImportLog(format: format, isQuiet: quiet))
      let report = stage.run(
        sources: sources, translations: returned,
        progress: Terminal.progress("importing", total: InputFiles.totalSize(of: sources)),
        each: { result in log.withLock { $0.add(result) } })
      Terminal.endProgress()
      report.failures.forEach(Terminal.report)
      Command.noteUnmatched(report.unmatched)
      log.withLock { $0.end(report) }
      if report.articles == 0, report.failures.isEmpty {
        throw Failure(
          problem: "nothing to import: no XLIFF file translates one of the articles",
          remedy: "check that the files were extracted from these articles")
      }
      if !report.failures.isEmpty { return .impossible }
      return log.withLock { $0.hasTroubles } ? .findings : .done
    }
  }
}

/// How `import` tells what it did.
enum ImportFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}

/// What is said of the articles as they come.
private struct ImportLog {
  let format: ImportFormat
  let isQuiet: Bool
  /// Whether a unit could not be used.
  private(set) var hasTroubles = false
  private var results: [ImportStage.Result] = []

  init(format: ImportFormat, isQuiet: Bool) {
    self.format = format
    self.isQuiet = isQuiet
  }

  mutating func add(_ result: ImportStage.Result) {
    if !result.troubles.isEmpty { hasTroubles = true }
    guard format == .text else { return results.append(result) }
    if !isQuiet {
      Terminal.endProgress()
      Terminal.print(result.path)
      Terminal.note("post \(result.article) \(result.language): \(Self.counts(of: result))")
    }
    for outcome in result.outcomes where outcome.reason != nil && !outcome.isProposed {
      OutcomeSummary.note(outcome, of: result.translations)
    }
  }

  /// What became of the units, and how many translations are kept for the next trip.
  private static func counts(of result: ImportStage.Result) -> String {
    OutcomeSummary.counts(
      result.count, translated: result.translatedSegments, segments: result.segments, proposals: result.proposals)
      + (result.candidates > 0 ? "; \(result.candidates) kept as candidates" : "")
  }

  /// Prints what is told as a whole.
  func end(_ report: ImportStage.Report) {
    if format == .json { Terminal.print(bytes: ImportReport.json(results, report)) }
  }
}
