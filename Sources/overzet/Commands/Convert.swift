internal import ArgumentParser
internal import Interchange
internal import Pipeline

/// `overzet convert`.
struct Convert: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Converts XLIFF files to another version.",
    discussion: """
      Between versions 2.0, 2.1 and 2.2 a file is copied as it is, comments, prefixes and other tools' extensions with it; only \
      what an older version has no words for is left out. Between 1.2 and 2.x every unit is said again in the words of the other \
      version: texts, codes with their data, states, notes, groups, candidates, terms, limits, metadata. What it can't say is \
      named on standard error with how often it occurred (see Documentation/xliff.md).

      The paths written go to standard output. With - as XLIFF or as --output documents come from standard input and go to \
      standard output.
      """)

  @Argument(help: "XLIFF files, folders of them, or - for standard input.")
  var xliff: [String]

  @Option(name: .customLong("xliff"), help: "The version to convert to: 1.2, 2.0, 2.1 or 2.2.")
  var version: String

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Where the result goes: a file for one, else a folder, or -. Default: beside the originals, as NAME-VERSION.xlf.",
      valueName: "PATH"))
  var output: String?

  @OptionGroup var workers: JobsOption

  @Flag(name: .shortAndLong, help: "Print no paths, and not what is lost.")
  var quiet = false

  func run() throws {
    try Command.run {
      let stage = ConvertStage(version: try Command.version(version), output: output, jobs: workers.jobs)
      let report = try stage.run(xliff, progress: Terminal.progress("converting", total: nil))
      Terminal.endProgress()
      if let bytes = report.bytes { Terminal.print(bytes: bytes) }
      report.failures.forEach(Terminal.report)
      if !quiet {
        Terminal.print(report.paths.joined(separator: "\n"), unlessEmpty: true)
        for (file, losses) in report.losses {
          Terminal.note("note: \(file): XLIFF \(version) has no words for: \(losses.description)")
        }
      }
      let found = report.paths.count + report.failures.count + (report.bytes == nil ? 0 : 1)
      try Command.refuseNothing(found: found, in: xliff)
      return report.failures.isEmpty ? .done : .impossible
    }
  }
}
