// What stops a stage, in the one form in which people read it.
internal import Configuration
internal import Terminology
internal import UnicodeText
internal import WordPressFilter
internal import XMLStream

/// Something that could not be done: where, what is wrong, and what to do. Every error that a user sees becomes one of these.
package struct Failure: Error, Sendable, Equatable, CustomStringConvertible {
  /// The file, or empty where there is none to name.
  package var file: String
  /// From 1; 0 where no line can be named.
  package var line: Int
  package var problem: String
  package var remedy: String

  /// A failure at a place.
  package init(file: String = "", line: Int = 0, problem: String, remedy: String) {
    self.file = file
    self.line = line
    self.problem = problem
    self.remedy = remedy
  }

  /// `FILE:LINE: what is wrong: what to do`, on one line.
  package var description: String {
    var place = file
    if !file.isEmpty, line > 0 { place += ":\(line)" }
    let text = [place, problem, remedy].filter { !$0.isEmpty }.joined(separator: ": ")
    return text.map { $0.isNewline ? " " : String($0) }.joined()
  }

  /// The failure that `error` is, whichever module it comes from.
  /// - Parameter file: what was being worked on, where the error does not say.
  package init(_ error: any Error, file: String) {
    switch error {
    case let error as Failure: self = error
    case let error as ArticleError:
      self.init(file: error.file, line: error.line, problem: error.problem, remedy: error.remedy)
    case let error as XMLError:
      self.init(file: error.file, line: error.line, problem: error.problem, remedy: error.remedy)
    case let error as ConfigurationError:
      self.init(file: error.file, line: error.line, problem: error.problem, remedy: error.remedy)
    case let error as GlossaryError:
      self.init(file: error.file, line: error.line, problem: error.problem, remedy: error.remedy)
    case let error as ICUError:
      self.init(file: file, problem: "ICU failed: \(error)", remedy: "check that ICU's data is installed (libicu)")
    default: self.init(file: file, problem: "\(error)", remedy: "")
    }
  }
}
