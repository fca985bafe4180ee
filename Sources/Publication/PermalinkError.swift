/// An address can't be made: from which pattern or site address, what is wrong and what to do.
package struct PermalinkError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The permalink pattern, or the site's address, as it was given.
  package var subject: String
  /// What is wrong with it.
  package var problem: String
  /// What whoever configures the site can do.
  package var remedy: String

  /// An error about `subject`.
  package init(subject: String, problem: String, remedy: String) {
    self.subject = subject
    self.problem = problem
    self.remedy = remedy
  }

  /// One line for a person.
  package var description: String { "\(subject): \(problem): \(remedy)" }
}
