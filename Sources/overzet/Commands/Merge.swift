internal import ArgumentParser
internal import Configuration
internal import Pipeline
internal import Synchronization
internal import WordPressFilter

/// `overzet merge`.
struct Merge: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Puts translated XLIFF and its articles together again.",
    discussion: """
      SOURCE is what the XLIFF was extracted from, one post or many; --xliff names files or folders, and each is matched to \
      its article. A post becomes DIR/<locale>/<post id>.json, the body of a request to WordPress's REST API: a draft with \
      translated title, content, excerpt and SEO fields, a slug made of the translated title, and the locale's canonical.

      Every unit of a file ends as exactly one of: applied, unchanged (no translation), stale (the source was edited since), \
      refused (an inline code is missing or extra; the source's text stays), unknown. Refused, stale and unknown units are \
      named, and the exit code is 1 then.

      --as names what is written: json (a file a post), ndjson (a file a source, a request a line), wxr (a file a source, for \
      WordPress's importer) or html (pages to look at). A post with blocks of which only content.rendered is given is not \
      written back, since its blocks would be lost; --force writes it as one block of HTML.
      """)

  @Argument(help: "Articles: .json .ndjson .xml .html, a folder of these, or - for standard input.")
  var source: [String]

  @Option(name: .long, parsing: .upToNextOption, help: "XLIFF files that came back, or folders of them.")
  var xliff: [String]

  @Option(name: .shortAndLong, help: ArgumentHelp("Where the posts go.", valueName: "DIR"))
  var output: String = "."

  @Option(name: .long, help: "Refuse translations into any other language than this.")
  var to: String?

  @Option(name: .long, help: "The language of the articles. Default: what the article says, else the project's.")
  var from: String?

  @Option(name: .customLong("as"), help: "What posts are written as: json, ndjson, wxr or html.")
  var format = OutputFormat.json

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Rules of what holds text, laid over the defaults: a plug-in's wpml-config.xml. May be repeated.",
      valueName: "FILE"))
  var config: [String] = []

  @Flag(name: .long, help: "Write a page of HTML beside each post.")
  var html = false

  @Flag(name: .long, help: "Write back rendered HTML of posts that have blocks, as one block of HTML.")
  var force = false

  @Flag(name: .long, help: "Write no post of which a segment is not translated.")
  var requireComplete = false

  @OptionGroup var workers: JobsOption

  @Flag(name: .shortAndLong, help: "Print no summaries.")
  var quiet = false

  func validate() throws {
    if html, format == .ndjson || format == .wxr {
      throw ValidationError("--html writes a page beside each post: it goes with --as json.")
    }
  }

  func run() throws {
    try Command.run {
      var project = try Project()
      project.jobs = workers.jobs
      try Command.add(config, to: &project)
      if to == nil, !project.isConfigured { project.configuration.targetLanguages = [] }
      let sources = try InputFiles.expand(source, endings: InputFiles.articleEndings)
      var stage = MergeStage(
        project: project, sourceLanguage: from, targetLanguage: to, folder: output, writesPages: html,
        requiresComplete: requireComplete)
      stage.format = format
      stage.forcesRendered = force
      let log = Mutex(MergeLog(isQuiet: quiet))
      let report = stage.run(
        sources: sources, translations: xliff,
        progress: Terminal.progress("merging", total: InputFiles.totalSize(of: sources)),
        each: { result in log.withLock { $0.add(result) } })
      Terminal.endProgress()
      report.failures.forEach(Terminal.report)
      if !quiet {
        log.withLock { $0.end() }
        Command.notePassedOver(report.passedOver)
        Command.noteUnmatched(report.unmatched)
        if report.untranslated > 0, report.failures.isEmpty {
          Terminal.note("\(Command.count(report.untranslated, "article")) without a translation left out")
        }
      }
      if report.posts == 0, report.failures.isEmpty {
        throw Failure(
          problem: "nothing to merge: no XLIFF file translates one of the articles",
          remedy: "check that --xliff names the files that were extracted from this source")
      }
      if !report.failures.isEmpty { return .impossible }
      return log.withLock { $0.hasTroubles } ? .findings : .done
    }
  }
}

/// What is said of the posts as they come: nothing is kept but what has to be said once.
private struct MergeLog {
  let isQuiet: Bool
  /// Whether any post has troubles.
  private(set) var hasTroubles = false
  /// Files of many posts that have been named.
  private var named: Set<String> = []
  private var remarks = RemarkTally()

  init(isQuiet: Bool) { self.isQuiet = isQuiet }

  /// Says what there is to say of a result; its remarks are kept.
  mutating func add(_ result: MergeStage.Result) {
    if MergeSummary.hasTroubles(result) { hasTroubles = true }
    if !isQuiet {
      Terminal.endProgress()
      MergeSummary.print(result, naming: result.isWritten && (!result.isShared || named.insert(result.path).inserted))
      remarks.add(result.remarks, of: result.article)
    }
    MergeSummary.noteTroubles(of: result)
  }

  /// Says the remarks.
  func end() { remarks.note() }
}

/// What is said of a post that was put together.
enum MergeSummary {
  /// Whether a unit of the files could not be used, or the content is not written back.
  static func hasTroubles(_ result: MergeStage.Result) -> Bool {
    !result.troubles.isEmpty || result.refusal != nil
  }

  /// Where the post lies and how much of it is translated.
  static func print(_ result: MergeStage.Result, naming namesFile: Bool = true) {
    if namesFile { Terminal.print(result.path) }
    if let page = result.pagePath { Terminal.print(page) }
    Terminal.note("post \(result.article) \(result.language): \(counts(of: result))")
  }

  /// What became of the units.
  static func counts(of result: MergeStage.Result) -> String {
    OutcomeSummary.counts(
      result.count, translated: result.translatedSegments, segments: result.segments, proposals: result.proposals)
  }

  /// Names each unit that could not be used, and why; before them, why the content is not written back.
  static func noteTroubles(of result: MergeStage.Result) {
    if let refusal = result.refusal { Terminal.report(refusal) }
    for outcome in result.troubles { OutcomeSummary.note(outcome, of: result.translations) }
  }
}

extension OutputFormat: ExpressibleByArgument {}
