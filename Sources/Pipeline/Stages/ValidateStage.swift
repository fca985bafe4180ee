// validate: whether XLIFF files are what the standard wants.
package import Interchange
internal import JSONTokens
internal import Publication

/// Validates XLIFF files.
package struct ValidateStage: Sendable {
  /// A stage.
  package init() {}

  /// What came of a run.
  package struct Report: Sendable {
    package var files = 0
    package var messages: [XLIFF.ValidationMessage] = []
    /// Files that can't be read at all.
    package var failures: [Failure] = []

    /// How many of the messages are errors.
    package var errors: Int { messages.count { $0.severity == .error } }

    /// `{"version":1,"messages":[{"file","line","severity","rule","message"}],"summary":{…}}`.
    package var json: [UInt8] {
      var object = JSONObjectWriter()
      object.member("version", json: [0x31])
      object.member(
        "messages",
        array: messages.map { message in
          var item = JSONObjectWriter(depth: 2)
          item.member("file", string: Array(message.file.utf8))
          item.member("line", json: Array(String(message.line).utf8))
          item.member("severity", string: Array(message.severity.rawValue.utf8))
          item.member("rule", string: Array(message.rule.utf8))
          item.member("message", string: Array(message.text.utf8))
          return item.finishObject()
        })
      var summary = JSONObjectWriter(depth: 1)
      summary.member("files", json: Array(String(files).utf8))
      summary.member("errors", json: Array(String(errors).utf8))
      summary.member("warnings", json: Array(String(messages.count - errors).utf8))
      summary.member("failures", json: Array(String(failures.count).utf8))
      object.member("summary", json: summary.finishObject())
      return object.finish()
    }
  }

  /// Validates the files that `paths` name, files or folders.
  /// - Throws: `Failure` where a path names nothing. A file that can't be read is a failure of the report.
  package func run(_ paths: [String]) throws(Failure) -> Report {
    var report = Report()
    for path in try InputFiles.expand(paths, endings: InputFiles.xliffEndings) {
      do {
        report.messages += try XLIFF.Validator.validate(bytes: InputFiles.read(path), fileName: path)
        report.files += 1
      } catch {
        report.failures.append(Failure(error, file: path))
      }
    }
    return report
  }
}
