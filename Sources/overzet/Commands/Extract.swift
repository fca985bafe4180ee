internal import ArgumentParser
internal import Configuration
internal import Foundation
internal import Interchange
internal import Pipeline

/// `overzet extract`.
struct Extract: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Extracts the text of articles into XLIFF.",
    discussion: """
      SOURCE is a post or an array of posts as the WordPress REST API answers them (.json; with context=edit blocks can be \
      put back together), a post a line (.ndjson), a page (.html), or - for standard input. Each article becomes \
      DIR/<locale>/<post id>.xlf. The paths written go to standard output.
      """)

  @Argument(help: "Articles: .json .ndjson .html, a folder of these, or - for standard input.")
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
      "Rules of what holds text, laid over the defaults: a plug-in's wpml-config.xml. May be repeated.",
      valueName: "FILE"))
  var config: [String] = []

  @Flag(name: .shortAndLong, help: "Print no paths and no remarks.")
  var quiet = false

  func validate() throws {
    if let xliff { _ = try Command.version(xliff) }
  }

  func run() throws {
    let to = LanguageTag.isWellFormed(to) ? LanguageTag.canonical(to) : to
    try Command.run {
      var project = try Project()
      try Command.add(config, to: &project)
      let version = try Command.version(xliff ?? project.configuration.xliffVersion)
      _ = try project.locale(to)
      if let from { _ = try project.locale(from) }
      let sources = try InputFiles.expand(source, endings: InputFiles.articleEndings)
      let stage = ExtractStage(
        project: project, sourceLanguage: from, targetLanguage: to, version: version, folder: output)
      let report = stage.run(
        sources: sources, progress: Terminal.progress("extracting", total: InputFiles.totalSize(of: sources)))
      Terminal.endProgress()
      report.failures.forEach(Terminal.report)
      if !quiet, !report.results.isEmpty || report.failures.isEmpty, !sources.isEmpty {
        Terminal.print(report.results.map(\.path).joined(separator: "\n"), unlessEmpty: true)
        Command.noteRemarks(report.results.map { ($0.article, $0.remarks) })
        Terminal.note(
          "\(Command.count(report.results.count, "article")), "
            + "\(Command.count(report.results.reduce(0) { $0 + $1.units }, "unit")), "
            + Command.count(report.results.reduce(0) { $0 + $1.segments }, "segment"))
      }
      if sources.isEmpty {
        throw Failure(
          file: source.joined(separator: ", "), problem: "there are no articles in it",
          remedy: "name files that end in .json, .ndjson or .html")
      }
      return report.failures.isEmpty ? .done : .impossible
    }
  }
}
