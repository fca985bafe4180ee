internal import ArgumentParser
internal import Configuration
internal import Foundation
internal import Interchange
internal import Pipeline
internal import Synchronization
internal import WordPressFilter

/// `overzet extract`.
struct Extract: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Extracts the text of articles into XLIFF.",
    discussion: """
      SOURCE is a post or an array of posts as the WordPress REST API answers them (.json; with context=edit blocks can be \
      put back together), a post a line (.ndjson), an export of WordPress (.xml, WXR 1.0 to 1.2), a page (.html), or - for \
      standard input. Each article becomes DIR/<locale>/<post id>.xlf, or a part of one file (--bundle). The paths written go \
      to standard output. Terms of the project's glossaries are marked in the sources, with what they mean and what to write \
      for them. Each file says in its head how many units, segments, words and characters it has.
      """)

  @Argument(help: "Articles: .json .ndjson .xml .html, a folder of these, or - for standard input.")
  var source: [String]

  @Option(name: .long, help: "The language to translate into, a BCP 47 tag such as nl.")
  var to: String

  @Option(name: .long, help: "The language of the articles. Default: what the article says, else the project's.")
  var from: String?

  @Option(name: .long, help: "The version of XLIFF: \(XLIFF.Version.allCases.map(\.rawValue).joined(separator: ", ")).")
  var xliff: String?

  @Option(name: .shortAndLong, help: ArgumentHelp("Where the files go.", valueName: "DIR"))
  var output: String = "."

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Write all articles into this one file, in their order, instead of a file each.", valueName: "FILE"))
  var bundle: String?

  @OptionGroup var workers: JobsOption

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Rules of what holds text, laid over the defaults: a plug-in's wpml-config.xml. May be repeated.",
      valueName: "FILE"))
  var config: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Glossaries (.tbx) whose terms are marked in the sources. May be repeated. Default: the project's.",
      valueName: "PATH"))
  var glossary: [String] = []

  @Flag(name: .customLong("no-terms"), help: "Mark no terms.")
  var leavesTermsOut = false

  @Flag(
    name: .long,
    help:
      "Write each source as its target too, in state initial (1.2: new), for tools that show only what has a target.")
  var prefill = false

  @Flag(name: .shortAndLong, help: "Print no paths and no remarks.")
  var quiet = false

  func validate() throws {
    if let xliff { _ = try Command.version(xliff) }
  }

  func run() throws {
    let to = LanguageTag.isWellFormed(to) ? LanguageTag.canonical(to) : to
    try Command.run {
      var project = try Project()
      project.jobs = workers.jobs
      try Command.add(config, to: &project)
      let version = try Command.version(xliff ?? project.configuration.xliffVersion)
      _ = try project.locale(to)
      if let from { _ = try project.locale(from) }
      let sources = try InputFiles.expand(source, endings: InputFiles.articleEndings)
      var stage = ExtractStage(
        project: project, sourceLanguage: from, targetLanguage: to, version: version, folder: output)
      stage.isPrefilled = prefill || project.configuration.prefillsTargets
      stage.bundle = bundle
      if !leavesTermsOut, project.configuration.marksTerms || !glossary.isEmpty {
        stage.glossary = try GlossaryLoader.load(glossary, project: project, isRequired: false)
      }
      let log = Mutex(ExtractionLog(isQuiet: quiet))
      let report = stage.run(
        sources: sources, progress: Terminal.progress("extracting", total: InputFiles.totalSize(of: sources)),
        each: { result in log.withLock { $0.add(result) } })
      Terminal.endProgress()
      report.failures.forEach(Terminal.report)
      if !quiet, report.articles > 0 || report.failures.isEmpty, !sources.isEmpty {
        log.withLock { $0.end() }
        Command.notePassedOver(report.withoutText)
        Terminal.note(
          "\(Command.count(report.articles, "article")), \(Command.count(report.counts.units, "unit")), "
            + "\(Command.count(report.counts.segments, "segment")), \(Command.count(report.counts.words, "word"))")
      }
      if sources.isEmpty {
        throw Failure(
          file: source.joined(separator: ", "), problem: "there are no articles in it",
          remedy: "name files that end in .json, .ndjson, .xml or .html")
      }
      return report.failures.isEmpty ? .done : .impossible
    }
  }
}

/// What is said of the articles as they come: nothing is kept but what has not been said.
private struct ExtractionLog {
  let isQuiet: Bool
  private var paths: [UInt8] = []
  private var lastPath = ""
  private var remarks = RemarkTally()

  init(isQuiet: Bool) { self.isQuiet = isQuiet }

  /// Takes the path of a result, to print many at once, and its remarks.
  mutating func add(_ result: ExtractStage.Result) {
    guard !isQuiet else { return }
    // Of a bundle all results have the same path, which is said once.
    if result.path != lastPath {
      lastPath = result.path
      paths += result.path.utf8
      paths.append(0x0A)
    }
    remarks.add(result.remarks, of: result.article)
    if paths.count > 1 << 16 { printPaths() }
  }

  /// Says what has not been said.
  mutating func end() {
    printPaths()
    remarks.note()
  }

  private mutating func printPaths() {
    guard !paths.isEmpty else { return }
    Terminal.endProgress()
    Terminal.print(bytes: paths)
    paths.removeAll(keepingCapacity: true)
  }
}
