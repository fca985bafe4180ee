package import Interchange
internal import UnicodeText

/// Runs checks over files and makes findings of what they say. One runner serves a pair of languages, on any number of threads.
package struct CheckRunner: Sendable {
  package let context: CheckContext
  package let checks: [any Check]

  /// A runner of `checks` in `context`.
  package init(_ context: CheckContext, checks: [any Check] = CheckRegistry.all) {
    self.context = context
    self.checks = checks
  }

  /// The findings of all units of `file`, in the order of the units, of their segments, of the places in those.
  /// - Parameter path: what the findings name as their file. Their ids depend on the file's own `id` and `original`, and so stay
  ///   the same when a file is moved.
  /// - Throws: `ICUError`, for want of memory only.
  package func findings(in file: XLIFF.File, path: String) throws -> [Finding] {
    var findings: [Finding] = []
    for unit in file.units where unit.translate {
      findings += try self.findings(in: unit, of: file, path: path)
    }
    return findings
  }

  private func findings(in unit: XLIFF.Unit, of file: XLIFF.File, path: String) throws -> [Finding] {
    let checked = try CheckedUnit(unit, context)
    var occurrences: [String: Int] = [:]
    var findings: [(segment: Int, finding: Finding)] = []
    for check in checks {
      for (index, problem) in check.problems(in: checked, context) {
        guard checked.segments.indices.contains(index) else { continue }
        var finding = finding(check.name, problem, checked, index, path)
        var id = FindingID()
        let key = [check.name, file.original, file.id, unit.id, finding.segment, finding.concept ?? "", finding.text]
        for field in key { id.add(field) }
        let occurrence = occurrences[id.text, default: 0] + 1
        occurrences[id.text] = occurrence
        id.add(String(occurrence))
        finding.id = id.text
        findings.append((index, finding))
      }
    }
    // Stable: what stands at one place stays in the order of the checks.
    return findings.enumerated().sorted {
      ($0.element.segment, $0.element.finding.start, $0.offset)
        < ($1.element.segment, $1.element.finding.start, $1.offset)
    }.map(\.element.finding)
  }

  private func finding(
    _ check: String, _ problem: Problem, _ unit: CheckedUnit, _ index: Int, _ path: String
  ) -> Finding {
    let part = unit.segments[index].part
    let text = (problem.side == .source ? part.source : part.target ?? XLIFF.Content()).text
    let bytes = problem.bytes.clamped(to: 0..<text.count)
    return Finding(
      id: "", check: check, severity: problem.severity, file: path, unit: unit.unit.id,
      segment: part.id.isEmpty ? String(index + 1) : part.id,
      locale: problem.side == .source ? context.source.tag : context.target?.tag ?? "", side: problem.side,
      start: CodePoints.offset(ofByte: bytes.lowerBound, in: text.span),
      end: CodePoints.offset(ofByte: bytes.upperBound, in: text.span),
      text: problem.text ?? String(decoding: text[bytes], as: UTF8.self), concept: problem.concept,
      message: problem.message, suggestions: problem.suggestions, line: part.line > 0 ? part.line : unit.unit.line)
  }
}
