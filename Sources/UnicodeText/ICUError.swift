// The one place where ICU's status codes become Swift errors.
internal import CICU

/// ICU could not do something: a matter of its data or of memory, never of the text it was given.
package struct ICUError: Error, Sendable, Equatable, CustomStringConvertible {
  /// ICU's own name of the status, such as `U_FILE_ACCESS_ERROR`.
  package var code: String
  /// What was asked of it, as words that follow "can't".
  package var attempt: String

  /// An error with ICU's name `code` while trying to `attempt`.
  package init(code: String, attempt: String) {
    self.code = code
    self.attempt = attempt
  }

  /// One line for a person: what failed and what to do.
  package var description: String { "ICU can't \(attempt) (\(code)): reinstall libicu and its data" }

  /// Throws where `status` is an error; warnings (below 0) pass.
  static func check(_ status: Int32, _ attempt: @autoclosure () -> String) throws(ICUError) {
    if status > 0 { throw ICUError(code: String(cString: cicu_status_name(status)), attempt: attempt()) }
  }
}
