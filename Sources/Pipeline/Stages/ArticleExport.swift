// An article's file as extracting writes it, for whoever goes on working with it.
internal import Interchange
internal import Synchronization
internal import Terminology
internal import WordPressFilter
internal import XMLStream

/// Makes the files of articles in one pair of languages. For one thread at a time.
final class ArticleExport {
  private let extractor: Extractor
  private let stream: UnitStream

  /// - Parameter terms: what finds terms to mark.
  /// - Throws: `Failure` where the language's rules can't be read.
  init(
    project: Project, rules: TextRules, from source: String, to target: String, terms: borrowing TermAnnotators
  ) throws {
    extractor = Extractor(segmenter: try project.segmenter(for: source), rules: rules)
    var options = UnitStream.Options()
    options.annotator = try terms.annotator(from: source, to: target)
    stream = UnitStream(version: .v2_1, from: source, to: target, options: options)
  }

  /// The file of `article`, without targets.
  /// - Throws: `ICUError` where ICU fails.
  func file(of article: Article) throws -> XLIFF.File {
    _ = try extractor.extract(article, to: stream)
    var bytes: [UInt8] = []
    stream.drain { bytes.append(contentsOf: $0) }
    let document = try XLIFF.Reader.read(bytes: bytes, fileName: article.file)
    return document.files.first ?? XLIFF.File(id: "", original: "")
  }
}

/// The annotators of a run, each built once for all workers, which wait for it.
struct TermAnnotators: ~Copyable, Sendable {
  private let glossary: Glossary
  private let project: Project
  private let known = Mutex<[String: TermAnnotator?]>([:])

  /// Annotators of the terms of `glossary`.
  init(glossary: Glossary, project: Project) {
    self.glossary = glossary
    self.project = project
  }

  /// What finds the terms of texts in `source` that are translated into `target`; nil where there is none that helps.
  /// - Throws: `Failure` for a tag that is none; `ICUError` where ICU fails.
  func annotator(from source: String, to target: String) throws -> TermAnnotator? {
    try known.withLock { known in
      let key = "\(source) \(target)"
      if let annotator = known[key] { return annotator }
      let annotator = try TermAnnotator(glossary, from: source, to: target, project: project)
      known[key] = .some(annotator)
      return annotator
    }
  }
}
