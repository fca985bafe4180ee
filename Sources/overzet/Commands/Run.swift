internal import ArgumentParser
internal import Checks
internal import Configuration
internal import Foundation
internal import Pipeline
internal import WordPressFilter

/// `overzet run`.
struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Does the batch job of the project once: extract, import, check, merge, report.",
    discussion: """
      Works in the project of this folder (overzet.yml). New and changed articles go to work/outbox as XLIFF; translations \
      found in the inbox are checked against the glossary and merged into work/posts; work/reports says what was done. What \
      has been done already is not done again: a second run does nothing, and says so.
      """)

  @Option(name: .long, help: "text or json (the report that is also written to work/reports/run.json).")
  var format = ReportFormat.text

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Rules of what holds text, laid over the defaults: a plug-in's wpml-config.xml. May be repeated.",
      valueName: "FILE"))
  var config: [String] = []

  func run() throws {
    try Command.run {
      var project = try Project()
      try Command.add(config, to: &project)
      let report = try RunJob(project: project).run { verb in Terminal.progress(verb, total: nil) }
      Terminal.endProgress()
      switch format {
      case .text: RunSummary(project: project, report: report).print()
      case .json:
        let path = project.path(project.configuration.work) + "/reports/run.json"
        if report.isEmpty {
          Terminal.print("{\"version\": 1, \"unchanged\": \(report.unchanged)}")
        } else {
          Terminal.print(bytes: try InputFiles.read(path))
        }
      }
      Command.noteUnmatched(report.unmatched)
      report.failures.forEach(Terminal.report)
      if !report.failures.isEmpty { return .impossible }
      let hasFindings = report.findings.contains { $0.findings.contains { $0.severity > .note } }
      return hasFindings || report.merged.contains { MergeSummary.hasTroubles($0) } ? .findings : .done
    }
  }
}

/// What a run did, for a person.
struct RunSummary {
  let project: Project
  let report: RunJob.Report

  /// Prints it.
  func print() {
    if report.isEmpty {
      Terminal.print("Nothing to do: no article, translation or glossary has changed since the last run.")
      return
    }
    printExtracted()
    printMerged()
    let reports = relative(project.path(project.configuration.work) + "/reports")
    Terminal.print("\nReports: \(reports)/run.json" + (report.merged.isEmpty ? "" : ", \(reports)/findings.json"))
  }

  private func printExtracted() {
    guard !report.extracted.isEmpty else { return }
    Terminal.print("Extracted for translation:")
    for result in report.extracted {
      Terminal.print(
        "  \(relative(result.path)): \(Command.count(result.units, "unit")), "
          + Command.count(result.segments, "segment"))
    }
  }

  private func printMerged() {
    guard !report.merged.isEmpty else { return }
    for result in report.merged {
      Terminal.print("\n\(result.title)")
      Terminal.print(
        "  post:       \(relative(result.path))" + (result.pagePath.map { ", to look at: \(relative($0))" } ?? ""))
      Terminal.print("  from:       \(result.translations.map(relative).joined(separator: ", "))")
      Terminal.print("  slug:       \(result.slug)")
      if let canonical = result.canonical { Terminal.print("  canonical:  \(canonical)") }
      Terminal.print("  units:      \(MergeSummary.counts(of: result))")
      for outcome in result.troubles {
        Terminal.print("  \(outcome.kind.rawValue):    unit \(outcome.unit): \(outcome.reason ?? "")")
      }
      let own = report.findings(of: result)
      Terminal.print("  findings:   \(own.isEmpty ? "none" : String(own.count))")
      for finding in own {
        Terminal.print("    \(finding.severity.rawValue): \(finding.check): \(finding.message)")
      }
    }
  }

  private func relative(_ path: String) -> String {
    let root = project.root + "/"
    return path.hasPrefix(root) ? String(path.dropFirst(root.count)) : path
  }
}
