// extract --bundle: one document of all articles of a run.
internal import Interchange
internal import Synchronization

/// Writes one XLIFF document while its files come, in their order; it appears under its name when it is whole.
final class BundleFile: Sendable {
  /// One article's `<file>`, and what it is of.
  struct Part: Sendable {
    var bytes: [UInt8]
    /// The language of the article, and where that stands, for errors.
    var language: String
    var file: String
    var line: Int
  }

  private struct State {
    var output: PartFile?
    var language: String?
    var failures: [Failure] = []
  }

  private let path: String
  private let sources: [String]
  private let version: XLIFF.Version
  private let targetLanguage: String
  private let state = Mutex(State())

  /// The document that will be `path`; nothing is written before the first article.
  /// - Parameter sources: files that are being read, none of which it may replace.
  init(path: String, sources: [String], version: XLIFF.Version, targetLanguage: String) {
    self.path = path
    self.sources = sources
    self.version = version
    self.targetLanguage = targetLanguage
  }

  /// Appends an article; says whether it is in the document. One in another language than the first can't be, for a document
  /// has one (XLIFF 2.1, 4.3.1, `srcLang`); after an error of writing none is.
  func append(_ part: Part) -> Bool {
    state.withLock { state in
      do throws(Failure) {
        if state.language == nil {
          state.language = part.language
          let output = try PartFile(path: path, sources: sources)
          try output.append(frame(in: part.language).begin)
          state.output = output
        }
        guard let language = state.language, language == part.language else {
          state.failures.append(
            Failure(
              file: part.file, line: part.line,
              problem: "the article is in \(part.language), the bundle in \(state.language ?? "another language")",
              remedy: "bundle articles of one language, or name it with --from"))
          return false
        }
        guard let output = state.output else { return false }
        try output.append(part.bytes)
        return true
      } catch {
        state.failures.append(error)
        state.output = nil
        return false
      }
    }
  }

  /// Ends the document and gives it its name. Without any article there is none: XLIFF wants a file in it.
  /// - Returns: what could not be done, of this and before.
  func finish() -> [Failure] {
    state.withLock { state in
      do throws(Failure) {
        if let output = state.output, let language = state.language {
          try output.append(frame(in: language).end)
          try output.finish()
        }
      } catch {
        state.failures.append(error)
      }
      state.output = nil
      return state.failures
    }
  }

  /// What stands before the files of a document, and behind them.
  private func frame(in language: String) -> (begin: [UInt8], end: [UInt8]) {
    var writer = XLIFF.Writer(version: version, sourceLanguage: language, targetLanguage: targetLanguage)
    var begin: [UInt8] = []
    var end: [UInt8] = []
    writer.drain { begin = Array($0) }
    writer.end()
    writer.drain { end = Array($0) }
    return (begin, end)
  }
}
