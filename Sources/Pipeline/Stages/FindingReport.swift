// Findings as people and programs read them.
package import Checks
internal import JSONTokens
internal import Publication

/// Renders findings.
package enum FindingReport {
  /// One finding as the JSON object of the contract: `{"id","check","severity","file",…}`, offsets in code points.
  package static func json(_ finding: Finding, depth: Int = 0) -> [UInt8] {
    var object = JSONObjectWriter(depth: depth)
    object.member("id", string: Array(finding.id.utf8))
    object.member("check", string: Array(finding.check.utf8))
    object.member("severity", string: Array(finding.severity.rawValue.utf8))
    object.member("file", string: Array(finding.file.utf8))
    object.member("line", json: Array(String(finding.line).utf8))
    object.member("unit", string: Array(finding.unit.utf8))
    object.member("segment", string: Array(finding.segment.utf8))
    object.member("locale", string: Array(finding.locale.utf8))
    object.member("side", string: Array(finding.side.rawValue.utf8))
    object.member("start", json: Array(String(finding.start).utf8))
    object.member("end", json: Array(String(finding.end).utf8))
    object.member("text", string: Array(finding.text.utf8))
    object.member("concept", json: finding.concept.map { JSONString.encoded(Array($0.utf8)) } ?? Array("null".utf8))
    object.member("message", string: Array(finding.message.utf8))
    let suggestions = finding.suggestions.map { String(decoding: JSONString.encoded(Array($0.utf8)), as: UTF8.self) }
    object.member("suggestions", json: Array("[\(suggestions.joined(separator: ", "))]".utf8))
    return object.finishObject()
  }

  /// Begins the JSON document that `json(_:)` objects stand in, separated by commas.
  package static let jsonBegin = "{\n  \"version\": 1,\n  \"findings\": ["

  /// Ends it with the summary.
  package static func jsonEnd(_ summary: CheckStage.Summary) -> String {
    let number = { (severity: Finding.Severity) in summary.severities[severity] ?? 0 }
    let checks = summary.checks.sorted { $0.key < $1.key }.map { "\"\($0.key)\": \($0.value)" }
    return """
      ],
        "summary": {
          "files": \(summary.files),
          "segments": \(summary.segments),
          "translated": \(summary.translatedSegments),
          "findings": \(summary.findings),
          "errors": \(number(.error)),
          "warnings": \(number(.warning)),
          "notes": \(number(.note)),
          "failures": \(summary.failures.count),
          "checks": {\(checks.joined(separator: ", "))}
        }
      }
      """
  }

  /// One finding as a line that editors, and the programs they jump to lines with, can read.
  package static func text(_ finding: Finding, hasColour: Bool) -> String {
    let code = finding.severity == .error ? "31" : finding.severity == .warning ? "33" : "36"
    let severity = hasColour ? "\u{1B}[\(code)m\(finding.severity.rawValue)\u{1B}[0m" : finding.severity.rawValue
    let place = finding.line > 0 ? "\(finding.file):\(finding.line)" : finding.file
    let range = finding.start < finding.end ? " \(finding.start)–\(finding.end)" : ""
    let concept = finding.concept.map { " (\($0))" } ?? ""
    return "\(place): \(severity): \(finding.check)\(concept): \(finding.message) "
      + "[\(finding.unit) \(finding.segment) \(finding.side.rawValue)\(range)]"
  }

  /// The run in one line.
  package static func summaryLine(_ summary: CheckStage.Summary) -> String {
    let severities = Finding.Severity.allCases.reversed().compactMap { severity in
      summary.severities[severity].map { "\($0) \(severity.rawValue)\($0 == 1 ? "" : "s")" }
    }
    return "\(summary.files) file\(summary.files == 1 ? "" : "s"), \(summary.segments) segments, "
      + "\(summary.translatedSegments) translated: "
      + (severities.isEmpty ? "nothing found" : severities.joined(separator: ", "))
  }
}
