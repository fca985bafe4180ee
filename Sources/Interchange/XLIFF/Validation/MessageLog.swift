/// Collects what is wrong with one document. A class, for all that check the document write into one.
final class MessageLog {
  /// After so many errors, and so many warnings, the rest is only counted.
  static let limit = 1000

  private let file: String
  /// What clauses begin with: `XLIFF 2.1`.
  private let standard: String
  private var messages: [XLIFF.ValidationMessage] = []
  private var errors = 0
  private var warnings = 0

  /// A log for a document of `version` that messages call `file`.
  init(file: String, version: XLIFF.Version) {
    self.file = file
    standard = "XLIFF \(version.rawValue)"
  }

  /// Notes something wrong.
  func add(_ rule: ValidationRule, _ text: @autoclosure () -> String, line: Int) {
    if rule.severity == .error {
      errors += 1
      if errors > Self.limit { return }
    } else {
      warnings += 1
      if warnings > Self.limit { return }
    }
    messages.append(
      XLIFF.ValidationMessage(
        file: file, line: line, severity: rule.severity, rule: rule.rawValue, text: text(),
        clause: rule.clause.isEmpty ? "" : "\(standard), \(rule.clause)"))
  }

  /// All messages by line, those of one line as they were found; what was left out is said at the end.
  func sorted() -> [XLIFF.ValidationMessage] {
    var sorted = messages.enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
      .map(\.element)
    let dropped = max(0, errors - Self.limit) + max(0, warnings - Self.limit)
    if dropped > 0 {
      sorted.append(
        XLIFF.ValidationMessage(
          file: file, line: sorted.last?.line ?? 1, severity: errors > Self.limit ? .error : .warning,
          rule: ValidationRule.tooMany.rawValue, text: "\(dropped) more messages are not shown"))
    }
    return sorted
  }

  /// Notes an id that is in `table` already; puts it in where it is not.
  func unique(
    _ table: inout HashedTable, _ id: UInt64?, _ rule: ValidationRule, _ text: @autoclosure () -> String,
    line: @autoclosure () -> Int
  ) {
    guard let id, table.insert(id) != nil else { return }
    add(rule, text(), line: line())
  }
}
