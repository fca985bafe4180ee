// validate: whether XLIFF files are what the standard wants.
package import Interchange
internal import JSONTokens
internal import Publication
internal import Synchronization

/// Validates XLIFF files.
package struct ValidateStage: Sendable {
  /// How many files are worked on at once; nil: as many as there are cores.
  package var jobs: Int?
  /// Whether files of 1.2 are held to its strict variant, whatever they declare.
  package var isStrict: Bool

  /// A stage.
  package init(jobs: Int? = nil, isStrict: Bool = false) {
    self.jobs = jobs
    self.isStrict = isStrict
  }

  /// What came of a run.
  package struct Report: Sendable {
    package var files = 0
    /// In the order of the files, and by line.
    package var messages: [XLIFF.ValidationMessage] = []
    /// Files that can't be read at all.
    package var failures: [Failure] = []

    /// How many of the messages are errors.
    package var errors: Int { messages.count { $0.severity == .error } }
    /// How many of the messages are warnings.
    package var warnings: Int { messages.count - errors }

    /// `{"version":1,"messages":[{"file","line","severity","rule","message","clause"}],"summary":{…}}`.
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
          item.member("clause", string: Array(message.clause.utf8))
          return item.finishObject()
        })
      var summary = JSONObjectWriter(depth: 1)
      summary.member("files", json: Array(String(files).utf8))
      summary.member("errors", json: Array(String(errors).utf8))
      summary.member("warnings", json: Array(String(warnings).utf8))
      summary.member("failures", json: Array(String(failures.count).utf8))
      object.member("summary", json: summary.finishObject())
      return object.finish()
    }

    /// The report as a SARIF log.
    package var sarif: [UInt8] {
      let results = messages.map { message in
        // A rule is the same in all versions: which one the file has belongs to the message.
        SARIFLog.Result(
          rule: message.rule,
          clause: message.clause.isEmpty ? "" : String(message.clause.drop { $0 != "," }.dropFirst(2)),
          level: message.severity == .error ? .error : .warning,
          message: message.clause.isEmpty ? message.text : "\(message.text) (\(message.clause))", file: message.file,
          line: message.line)
      }
      return SARIFLog(results: results, failures: failures).json
    }
  }

  /// Validates the files that `paths` name, files or folders, several side by side.
  /// - Throws: `Failure` where a path names nothing. A file that can't be read is a failure of the report.
  package func run(_ paths: [String], progress: StageProgress = StageProgress()) throws(Failure) -> Report {
    let files = try InputFiles.expand(paths, endings: InputFiles.xliffEndings)
    let queue = Mutex(files.enumerated().map { $0 }[...])
    let report = Mutex(Report())
    let results = OrderedResults<Result> { result in
      report.withLock { report in
        switch result {
        case .messages(let messages):
          report.files += 1
          report.messages += messages
        case .failure(let failure): report.failures.append(failure)
        }
      }
    }
    Workers.run(jobs) { _ in
      while let (number, path) = queue.withLock({ $0.popFirst() }) {
        results.put(validate(path, progress), at: number)
      }
    }
    return report.withLock { $0 }
  }

  /// What came of one file.
  private enum Result: Sendable {
    case messages([XLIFF.ValidationMessage])
    case failure(Failure)
  }

  private func validate(_ path: String, _ progress: StageProgress) -> Result {
    do {
      defer { progress.add(bytes: InputFiles.size(of: path)) }
      return .messages(
        try XLIFF.Validator.validate(
          source: InputFiles.source(path), fileName: path, strictness: isStrict ? .strict : .declared))
    } catch {
      return .failure(Failure(error, file: path))
    }
  }
}
