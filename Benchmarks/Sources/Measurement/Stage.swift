// The stages that are measured, as the commands that people type.

/// A stage of Overzet.
package enum Stage: String, CaseIterable, Sendable {
  /// The tokenizer alone, which is this program's own subcommand: Overzet has none for it.
  case tokenize
  /// Extract with `--jobs 1`: what one core does.
  case extractOnOneCore = "extract-one-core"
  case extract, pseudo, check, merge

  /// The program, where `overzet` is Overzet's.
  package func program(overzet: String) -> String { self == .tokenize ? "/proc/self/exe" : overzet }

  /// What it is called with.
  /// - Parameters:
  ///   - source: the file of posts.
  ///   - html: the folder of the same posts' contents.
  ///   - output: the folder that all output goes below.
  package func arguments(source: String, html: String, output: String) -> [String] {
    switch self {
    case .tokenize: ["tokenize", html]
    case .extractOnOneCore:
      ["extract", source, "--to", "nl", "--no-terms", "--jobs", "1", "-o", "\(output)/one-core", "-q"]
    case .extract: ["extract", source, "--to", "nl", "--no-terms", "-o", "\(output)/xliff", "-q"]
    case .pseudo: ["pseudo", "\(output)/xliff/nl", "-o", "\(output)/pseudo"]
    case .check:
      ["check", "\(output)/pseudo", "--glossary", "glossary/medical.tbx", "--fail-on", "never", "--format", "json"]
    case .merge: ["merge", source, "--xliff", "\(output)/pseudo", "-o", "\(output)/posts", "-q"]
    }
  }

  /// The folder below `output` that it fills, and that is emptied before.
  package var makes: String? {
    switch self {
    case .extractOnOneCore: "one-core"
    case .extract: "xliff"
    case .pseudo: "pseudo"
    case .tokenize, .check: nil
    case .merge: "posts"
    }
  }

  /// The stage whose output it reads.
  package var needs: Stage? {
    switch self {
    case .tokenize, .extractOnOneCore, .extract: nil
    case .pseudo: .extract
    case .check, .merge: .pseudo
    }
  }
}
