// The stages that are measured, as the commands that people type.

/// A stage of Overzet.
package enum Stage: String, CaseIterable, Sendable {
  case extract, pseudo, check, merge

  /// What it is called with.
  /// - Parameters:
  ///   - source: the file of posts.
  ///   - output: the folder that all output goes below.
  package func arguments(source: String, output: String) -> [String] {
    switch self {
    case .extract: ["extract", source, "--to", "nl", "-o", "\(output)/xliff", "-q"]
    case .pseudo: ["pseudo", "\(output)/xliff/nl", "-o", "\(output)/pseudo"]
    case .check:
      ["check", "\(output)/pseudo", "--glossary", "glossary/medical.tbx", "--fail-on", "never", "--format", "json"]
    case .merge: ["merge", source, "--xliff", "\(output)/pseudo", "-o", "\(output)/posts", "-q"]
    }
  }

  /// The folder below `output` that it fills, and that is emptied before.
  package var makes: String? {
    switch self {
    case .extract: "xliff"
    case .pseudo: "pseudo"
    case .check: nil
    case .merge: "posts"
    }
  }

  /// The stage whose output it reads.
  package var needs: Stage? {
    switch self {
    case .extract: nil
    case .pseudo: .extract
    case .check, .merge: .pseudo
    }
  }
}
