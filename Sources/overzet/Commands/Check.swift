internal import ArgumentParser
internal import Checks
internal import Pipeline
internal import Synchronization
internal import Terminology

/// `overzet check`.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Checks XLIFF files: terms, inline codes, numbers.",
    discussion: """
      Files need no translation to be checked: a word of another language in the source is a finding too. Findings go to \
      standard output. Exit code 1 says that there are some of the severity that --fail-on names, or worse.

      Checks: \(CheckRegistry.all.map(\.name).joined(separator: ", ")).
      """)

  /// From which severity on the exit code is 1.
  enum Threshold: String, ExpressibleByArgument, CaseIterable {
    case error, warning, never
  }

  @Argument(help: "XLIFF files, folders of them, or - for standard input.")
  var xliff: [String]

  @Option(name: .long, help: ArgumentHelp("TBX glossaries. Default: those of overzet.yml.", valueName: "PATH"))
  var glossary: [String] = []

  @Option(name: .long, help: "The severity from which on the exit code is 1: error, warning or never.")
  var failOn = Threshold.warning

  @Option(name: .long, help: "text or json.")
  var format = ReportFormat.text

  func run() throws {
    try Command.run {
      let project = try Project()
      let files = try InputFiles.expand(xliff, endings: InputFiles.xliffEndings)
      try Command.refuseNothing(found: files.count, in: xliff)
      let terms = try GlossaryLoader.load(glossary, project: project, isRequired: false)
      if terms.terms.isEmpty {
        Terminal.note("note: there is no glossary: terms are not checked; name one with --glossary")
      }
      let stage = CheckStage(project: project, glossary: terms)
      let isFirst = Mutex(true)
      if format == .json { Terminal.print(FindingReport.jsonBegin) }
      let summary = try stage.run(files, progress: Terminal.progress("checking", total: nil)) { [format] result in
        guard !result.findings.isEmpty else { return }
        switch format {
        case .text:
          let colour = Terminal.hasColour
          Terminal.print(result.findings.map { FindingReport.text($0, hasColour: colour) }.joined(separator: "\n"))
        case .json:
          var bytes: [UInt8] = []
          for finding in result.findings {
            bytes +=
              (isFirst.withLock { first in
                defer { first = false }; return first
              } ? "\n    " : ",\n    ").utf8
            bytes += FindingReport.json(finding, depth: 2)
          }
          Terminal.print(bytes: bytes)
        }
      }
      Terminal.endProgress()
      if format == .json {
        Terminal.print(FindingReport.jsonEnd(summary))
      } else if summary.files > 0 {
        Terminal.note(FindingReport.summaryLine(summary))
      }
      summary.failures.forEach(Terminal.report)
      if !summary.failures.isEmpty { return .impossible }
      return fails(summary) ? .findings : .done
    }
  }

  private func fails(_ summary: CheckStage.Summary) -> Bool {
    let errors = summary.severities[.error] ?? 0
    let warnings = summary.severities[.warning] ?? 0
    return switch failOn {
    case .error: errors > 0
    case .warning: errors + warnings > 0
    case .never: false
    }
  }
}
