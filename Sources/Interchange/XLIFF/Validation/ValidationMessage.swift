extension XLIFF {
  /// Something in an XLIFF file that the standard does not allow, or that will trouble the way back.
  package struct ValidationMessage: Sendable, Equatable {
    /// How bad it is.
    package enum Severity: String, Sendable {
      /// The standard forbids it.
      case error
      /// It is allowed, but something will be missing from the post, or a tool will stumble over it.
      case warning
    }

    /// The file's name.
    package var file: String
    /// From 1.
    package var line: Int
    package var severity: Severity
    /// The rule's name, such as `unit.id.unique`: element, attribute or idea, and what is asked of it.
    package var rule: String
    /// What is wrong, in words.
    package var text: String
    /// Where the standard says so, such as `XLIFF 2.1, canReorder`; empty where no standard does.
    package var clause = ""
  }
}
