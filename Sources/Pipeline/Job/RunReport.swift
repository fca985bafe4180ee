// What a run leaves behind for editors and operators.
internal import Checks
internal import JSONTokens
internal import Publication
internal import WordPressFilter

/// The reports of a run: `reports/run.json`, and `reports/findings.json` with all findings of the translations taken in.
enum RunReport {
  /// Writes both files into `folder`.
  static func write(_ report: RunJob.Report, to folder: String) throws(Failure) {
    try OutputFile.write(summary(of: report), to: folder + "/run.json")
    guard !report.merged.isEmpty else { return }
    var findings: [UInt8] = Array(FindingReport.jsonBegin.utf8)
    var summary = CheckStage.Summary()
    var isFirst = true
    for file in report.findings {
      summary.add(
        CheckStage.FileResult(
          path: file.path, article: file.article, findings: file.findings, segments: 0, translatedSegments: 0))
      for finding in file.findings {
        findings += (isFirst ? "\n    " : ",\n    ").utf8
        findings += FindingReport.json(finding, depth: 2)
        isFirst = false
      }
    }
    summary.files = Set(report.findings.map(\.path)).count
    summary.segments = report.merged.reduce(0) { $0 + $1.segments }
    summary.translatedSegments = report.merged.reduce(0) { $0 + $1.translatedSegments }
    findings += (FindingReport.jsonEnd(summary) + "\n").utf8
    try OutputFile.write(findings, to: folder + "/findings.json")
  }

  private static func summary(of report: RunJob.Report) -> [UInt8] {
    let string = { (text: String) in JSONString.encoded(Array(text.utf8)) }
    let number = { (number: Int) in Array(String(number).utf8) }
    var object = JSONObjectWriter()
    object.member("version", json: number(1))
    object.member("unchanged", json: number(report.unchanged))
    object.member(
      "extracted",
      array: report.extracted.map { result in
        var item = JSONObjectWriter(depth: 2)
        item.member("post", json: string(result.article))
        item.member("file", json: string(result.path))
        item.member("segments", json: number(result.segments))
        if !result.remarks.isEmpty { item.member("remarks", array: result.remarks.map(string)) }
        return item.finishObject()
      })
    object.member(
      "merged",
      array: report.merged.map { result in
        var item = JSONObjectWriter(depth: 2)
        item.member("post", json: string(result.article))
        item.member("lang", json: string(result.language))
        item.member("file", json: string(result.path))
        item.member("slug", json: string(result.slug))
        if let canonical = result.canonical { item.member("canonical", json: string(canonical)) }
        item.member("segments", json: number(result.segments))
        item.member("translated", json: number(result.translatedSegments))
        for kind in UnitOutcome.Kind.allCases { item.member(kind.rawValue, json: number(result.count(kind))) }
        item.member(
          "troubles",
          array: result.troubles.map { outcome in
            string("unit \(outcome.unit) \(outcome.kind.rawValue): \(outcome.reason ?? "")")
          })
        return item.finishObject()
      })
    object.member("unmatched", array: report.unmatched.map { string($0.path) })
    object.member("failures", array: report.failures.map { string("\($0)") })
    return object.finish()
  }
}
