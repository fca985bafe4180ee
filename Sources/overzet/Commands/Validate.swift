internal import ArgumentParser
internal import Interchange
internal import Pipeline

/// `overzet validate`.
struct Validate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Validates XLIFF files: well-formed, structure, ids, codes.",
    discussion: """
      A line for each thing that is wrong: FILE:LINE: severity: rule: what is wrong. Exit code 1 says that there are errors.
      """)

  @Argument(help: "XLIFF files, or folders of them.")
  var xliff: [String]

  @Option(name: .long, help: "text or json.")
  var format = ReportFormat.text

  func run() throws {
    try Command.run {
      let report = try ValidateStage().run(xliff)
      switch format {
      case .text:
        for message in report.messages {
          Terminal.print(
            "\(message.file):\(message.line): \(message.severity.rawValue): \(message.rule): \(message.text)")
        }
        if report.files > 0 {
          Terminal.note(
            "\(Command.count(report.files, "file")), \(Command.count(report.errors, "error")), "
              + Command.count(report.messages.count - report.errors, "warning"))
        }
      case .json: Terminal.print(bytes: report.json)
      }
      report.failures.forEach(Terminal.report)
      try Command.refuseNothing(found: report.files + report.failures.count, in: xliff)
      if !report.failures.isEmpty { return .impossible }
      return report.errors > 0 ? .findings : .done
    }
  }
}
