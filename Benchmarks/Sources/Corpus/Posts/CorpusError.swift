/// Why there is no corpus.
package struct CorpusError: Error, CustomStringConvertible {
  package let path: String
  package let problem: String
  package let remedy: String

  /// An error about the file or folder at `path`.
  package init(path: String, problem: String, remedy: String) {
    self.path = path
    self.problem = problem
    self.remedy = remedy
  }

  package var description: String { "\(path): \(problem): \(remedy)" }
}
