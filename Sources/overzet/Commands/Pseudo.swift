internal import ArgumentParser
internal import Pipeline
internal import WordPressFilter

/// `overzet pseudo`.
struct Pseudo: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Fills XLIFF files with pseudo-translations, to prove that all text is found.",
    discussion: """
      Every segment gets a target in brackets with an accent on every letter, its codes in place. Merged, it shows at a \
      glance what no translator would have been given: text without accents. The paths written go to standard output.
      """)

  @Argument(help: "XLIFF files, folders of them, or - for standard input.")
  var xliff: [String]

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Where the files go. Default: beside the originals, as NAME.pseudo.xlf.", valueName: "DIR"))
  var output: String?

  @Flag(name: .shortAndLong, help: "Print no paths.")
  var quiet = false

  func run() throws {
    try Command.run {
      let report = try PseudoStage(folder: output).run(xliff, progress: Terminal.progress("filling", total: nil))
      Terminal.endProgress()
      report.failures.forEach(Terminal.report)
      if !quiet, !report.paths.isEmpty {
        Terminal.print(report.paths.joined(separator: "\n"), unlessEmpty: true)
        Terminal.note("\(Command.count(report.paths.count, "file")), \(Command.count(report.segments, "segment"))")
        Terminal.note("Left as they are, since nobody translates them (see Documentation/extraction.md):")
        for exclusion in Exclusion.all { Terminal.note("  \(exclusion.what): \(exclusion.reason)") }
      }
      try Command.refuseNothing(found: report.paths.count + report.failures.count, in: xliff)
      return report.failures.isEmpty ? .done : .impossible
    }
  }
}
