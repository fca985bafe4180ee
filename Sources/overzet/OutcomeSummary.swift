internal import Pipeline
internal import WordPressFilter

/// How `merge`, `import` and `run` tell what became of units.
enum OutcomeSummary {
  /// `12 applied, 1 refused; 40 of 41 segments translated`.
  static func counts(
    _ count: (UnitOutcome.Kind) -> Int, translated: Int, segments: Int, proposals: Int
  ) -> String {
    let units = UnitOutcome.Kind.allCases.filter { count($0) > 0 }.map { "\(count($0)) \($0.rawValue)" }
    return (units.isEmpty ? "no units" : units.joined(separator: ", "))
      + "; \(translated) of \(segments) segments translated"
      + (proposals > 0 ? "; \(proposals) only proposed (state initial), not used" : "")
  }

  /// `a.nl.xlf:84: unit content-1 refused: [a] is missing`.
  static func note(_ outcome: UnitOutcome, of translations: [String]) {
    let file = translations.indices.contains(outcome.file) ? translations[outcome.file] : ""
    Terminal.note(
      "\(file)\(outcome.line > 0 ? ":\(outcome.line)" : ""): "
        + "unit \(outcome.unit) \(outcome.kind.rawValue): \(outcome.reason ?? "")")
  }
}
