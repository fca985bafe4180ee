/// A configuration file that can't be used: which file, which line where one is known, what is wrong and what to do.
package struct ConfigurationError: Error, Sendable, Equatable {
  package var file: String
  /// From 1; 0 where no line can be named.
  package var line: Int
  package var problem: String
  package var remedy: String

  /// An error at a place.
  package init(file: String, line: Int = 0, problem: String, remedy: String) {
    self.file = file
    self.line = line
    self.problem = problem
    self.remedy = remedy
  }
}
