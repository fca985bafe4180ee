/// XML that can't be read on: which file, which line, what is wrong and what to do.
package struct XMLError: Error, Sendable, Equatable {
  /// The file's name as the caller gave it.
  package var file: String
  /// From 1; 0 where no line can be named.
  package var line: Int
  package var problem: String
  package var remedy: String

  /// An error at a place.
  package init(file: String, line: Int, problem: String, remedy: String) {
    self.file = file
    self.line = line
    self.problem = problem
    self.remedy = remedy
  }
}

extension XMLError: CustomStringConvertible {
  /// `FILE:LINE: what is wrong: what to do`.
  package var description: String {
    line > 0 ? "\(file):\(line): \(problem): \(remedy)" : "\(file): \(problem): \(remedy)"
  }
}
