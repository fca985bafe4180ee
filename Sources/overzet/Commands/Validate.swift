internal import ArgumentParser
internal import Interchange
internal import Pipeline

/// `overzet validate`.
struct Validate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Validates XLIFF files: structure, ids, references, codes.",
    discussion: """
      XLIFF 1.2, 2.0, 2.1 and 2.2 with their modules, against what the specifications say. A line for each thing that is \
      wrong: FILE:LINE: severity: rule: what is wrong [where the specification says so]. Exit code 1 says that there are \
      messages of the severity that --fail-on names, or worse.
      """)

  /// How results are written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, sarif
  }

  /// From which severity on the exit code is 1.
  enum Threshold: String, ExpressibleByArgument, CaseIterable {
    case error, warning, never
  }

  @Argument(help: "XLIFF files, folders of them, or - for standard input.")
  var xliff: [String]

  @Option(name: .long, help: "text, json or sarif.")
  var format = Format.text

  @Option(name: .long, help: "The severity from which on the exit code is 1: error, warning or never.")
  var failOn = Threshold.error

  @OptionGroup var workers: JobsOption

  @Flag(name: .long, help: "Hold files of XLIFF 1.2 to its strict variant. Default: what a file declares.")
  var strict = false

  func run() throws {
    try Command.run {
      let files = try InputFiles.expand(xliff, endings: InputFiles.xliffEndings)
      try Command.refuseNothing(found: files.count, in: xliff)
      let stage = ValidateStage(jobs: workers.jobs, isStrict: strict)
      let progress = Terminal.progress("validating", total: InputFiles.totalSize(of: files))
      let report = try stage.run(files, progress: progress)
      Terminal.endProgress()
      switch format {
      case .text: printText(report)
      case .json: Terminal.print(bytes: report.json)
      case .sarif: Terminal.print(bytes: report.sarif)
      }
      report.failures.forEach(Terminal.report)
      if !report.failures.isEmpty { return .impossible }
      return fails(report) ? .findings : .done
    }
  }

  private func printText(_ report: ValidateStage.Report) {
    for message in report.messages {
      let clause = message.clause.isEmpty ? "" : " [\(message.clause)]"
      Terminal.print(
        "\(message.file):\(message.line): \(message.severity.rawValue): \(message.rule): \(message.text)\(clause)")
    }
    guard report.files > 0 else { return }
    Terminal.note(
      "\(Command.count(report.files, "file")), \(Command.count(report.errors, "error")), "
        + Command.count(report.warnings, "warning"))
  }

  private func fails(_ report: ValidateStage.Report) -> Bool {
    switch failOn {
    case .error: report.errors > 0
    case .warning: report.errors + report.warnings > 0
    case .never: false
    }
  }
}
