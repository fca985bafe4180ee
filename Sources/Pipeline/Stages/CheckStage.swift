// check: what is wrong with the text of XLIFF files, by the glossary and by the checks of Checks.
package import Checks
internal import Configuration
internal import Interchange
internal import Synchronization
package import Terminology

/// Checks XLIFF files.
package struct CheckStage: Sendable {
  package var project: Project
  package var glossary: Glossary

  /// A stage that checks against `glossary`.
  package init(project: Project, glossary: Glossary) {
    self.project = project
    self.glossary = glossary
  }

  /// The findings of one article in a file.
  package struct FileResult: Sendable {
    package var path: String
    /// The article's id.
    package var article: String
    package var findings: [Finding]
    package var segments: Int
    package var translatedSegments: Int
  }

  /// What came of a run.
  package struct Summary: Sendable, Equatable {
    package var files = 0
    package var segments = 0
    package var translatedSegments = 0
    /// Findings by check and by severity.
    package var checks: [String: Int] = [:]
    package var severities: [Finding.Severity: Int] = [:]
    package var failures: [Failure] = []

    /// All findings.
    package var findings: Int { severities.values.reduce(0, +) }

    /// Counts the segments and findings of one more article.
    mutating func add(_ result: FileResult) {
      segments += result.segments
      translatedSegments += result.translatedSegments
      for finding in result.findings {
        checks[finding.check, default: 0] += 1
        severities[finding.severity, default: 0] += 1
      }
    }
  }

  /// Checks the files that `paths` name, files or folders, on all cores.
  /// - Parameter each: is given each article's findings, in the order of the files, one at a time.
  /// - Throws: `Failure` where a path names nothing. A file that can't be read is a failure of the summary.
  package func run(
    _ paths: [String], progress: StageProgress = StageProgress(), each: @Sendable (FileResult) -> Void
  ) throws(Failure) -> Summary {
    let files = try InputFiles.expand(paths, endings: InputFiles.xliffEndings)
    let queue = Mutex(files.enumerated().map { $0 }[...])
    let contexts = Mutex<[String: CheckContext]>([:])
    let delivery = Mutex(Delivery())
    Workers.run(project.jobs) { _ in
      while let (number, path) = queue.withLock({ $0.popFirst() }) {
        do {
          let results = try check(path, contexts)
          progress.add(bytes: InputFiles.size(of: path))
          delivery.withLock { $0.put(number, results, each) }
        } catch {
          let failure = Failure(error, file: path)
          delivery.withLock { delivery in
            delivery.summary.failures.append(failure)
            delivery.put(number, [], each)
          }
        }
      }
    }
    var summary = delivery.withLock { $0.summary }
    summary.failures.sort { ($0.file, $0.line) < ($1.file, $1.line) }
    return summary
  }

  /// Hands results on in the order of the files, whatever order they come in.
  private struct Delivery {
    var summary = Summary()
    private var next = 0
    private var waiting: [Int: [FileResult]] = [:]

    mutating func put(_ number: Int, _ results: [FileResult], _ each: (FileResult) -> Void) {
      waiting[number] = results
      while let ready = waiting.removeValue(forKey: next) {
        next += 1
        if !ready.isEmpty { summary.files += 1 }
        for result in ready {
          summary.add(result)
          each(result)
        }
      }
    }
  }

  private func check(
    _ path: String, _ contexts: borrowing Mutex<[String: CheckContext]>
  ) throws -> [FileResult] {
    var document = try XLIFF.Reader.read(source: InputFiles.source(path), fileName: path)
    for index in document.files.indices { document.files[index].confirmChangedPrefills() }
    let runner = CheckRunner(try context(document.sourceLanguage, document.targetLanguage, contexts))
    return try document.files.map { file in
      var result = FileResult(
        path: path, article: TranslationIndex.article(of: file), findings: try runner.findings(in: file, path: path),
        segments: file.segmentCount, translatedSegments: 0)
      for unit in file.units {
        for part in unit.parts where part.isTranslated { result.translatedSegments += 1 }
      }
      return result
    }
  }

  /// The context of a pair of languages, built once.
  private func context(
    _ source: String, _ target: String?, _ contexts: borrowing Mutex<[String: CheckContext]>
  ) throws -> CheckContext {
    let key = "\(source) \(target ?? "")"
    return try contexts.withLock { contexts in
      if let context = contexts[key] { return context }
      let context = try CheckContext(
        glossary: glossary, sourceLanguage: source, targetLanguage: target, profile: project.locale)
      contexts[key] = context
      return context
    }
  }
}
