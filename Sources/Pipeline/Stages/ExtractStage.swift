// extract: articles become XLIFF files, one each or all in one.
internal import Configuration
package import Interchange
internal import Synchronization
package import Terminology
package import WordPressFilter
internal import XMLStream

/// Extracts articles into XLIFF files.
package struct ExtractStage: Sendable {
  /// The languages' profiles come from here.
  package var project: Project
  /// The language of the articles; nil: what each article says, else the project's.
  package var sourceLanguage: String?
  package var targetLanguage: String
  package var version: XLIFF.Version
  /// Files are written to `<folder>/<target language>/<post id>.xlf`.
  package var folder: String
  /// Its terms are marked in the sources; without terms nothing is.
  package var glossary = Glossary()
  /// The file that all articles are written to, one document in their order; nil: one of its own for each, in `folder`.
  package var bundle: String?
  /// Whether each segment has its source as its target, for tools that show only what has one.
  package var isPrefilled = false

  /// A stage that writes below `folder`.
  package init(
    project: Project, sourceLanguage: String?, targetLanguage: String, version: XLIFF.Version, folder: String
  ) {
    self.project = project
    self.sourceLanguage = sourceLanguage
    self.targetLanguage = targetLanguage
    self.version = version
    self.folder = folder
  }

  /// One article that has been extracted.
  package struct Result: Sendable, Equatable {
    package var article: String
    package var path: String
    /// What there is to translate.
    package var counts: SourceCounts
    /// What could not be extracted as well as it might.
    package var remarks: [String]
    /// SHA-256 of the article's text.
    package var sourceHash: String

    package var units: Int { counts.units }
    package var segments: Int { counts.segments }
  }

  /// What came of a run, beside its results.
  package struct Report: Sendable {
    package var failures: [Failure] = []
    /// How many articles were extracted.
    package var articles = 0
    /// What there is to translate in them.
    package var counts = SourceCounts()
    /// Articles that were passed over.
    package var passedOver = 0
    /// How many articles of a source hold nothing to translate, by what they are.
    package var withoutText: [String: Int] = [:]
    /// Bytes of articles that were read.
    package var bytes = 0
  }

  /// Extracts the articles of the files at `sources`, side by side. An article that can't be read is a failure; the others
  /// go on.
  /// - Parameters:
  ///   - includes: tells of an article whether it is to be extracted; the others are passed over.
  ///   - each: is given each result, in the order of the sources, as soon as it is there. None is kept: memory doesn't grow
  ///     with their number.
  package func run(
    sources: [String], progress: StageProgress = StageProgress(),
    includes: @Sendable (Article) -> Bool = { _ in true }, each: @escaping @Sendable (Result) -> Void = { _ in }
  ) -> Report {
    let rules: TextRules
    do {
      rules = try project.textRules()
    } catch {
      return Report(failures: [error])
    }
    let queue = ArticleQueue(paths: sources)
    let report = Mutex(Report())
    let names = Mutex<Set<String>>([])
    let annotators = TermAnnotators(glossary: glossary, project: project)
    let bundleFile = bundle.map {
      BundleFile(path: $0, sources: sources, version: version, targetLanguage: targetLanguage)
    }
    let results = OrderedResults<Extracted> { extracted in
      guard let part = extracted.part, let bundleFile else { return each(extracted.result) }
      if bundleFile.append(part) { each(extracted.result) }
    }
    Workers.run(project.jobs) { _ in
      var own = Report()
      var writers: [String: DocumentWriter] = [:]
      while let (number, record) = queue.nextNumbered() {
        own.bytes += record.byteCount
        var extracted: Extracted?
        do {
          let article = try record.article()
          if let reason = article.passingOver {
            own.withoutText[reason, default: 0] += 1
          } else if includes(article) {
            extracted = try extract(article, of: record, rules, &writers, names, annotators)
            own.articles += 1
            if let extracted { own.counts += extracted.result.counts }
          } else {
            own.passedOver += 1
          }
        } catch {
          own.failures.append(Failure(error, file: record.file))
        }
        results.put(extracted, at: number)
        progress.add(bytes: record.byteCount)
      }
      report.withLock { $0.add(own) }
    }
    var whole = report.withLock { $0 }
    whole.failures = (queue.failures + whole.failures + (bundleFile?.finish() ?? [])).sorted {
      ($0.file, $0.line) < ($1.file, $1.line)
    }
    return whole
  }

  private func extract(
    _ article: Article, of record: ArticleRecord, _ rules: TextRules, _ writers: inout [String: DocumentWriter],
    _ names: borrowing Mutex<Set<String>>, _ annotators: borrowing TermAnnotators
  ) throws -> Extracted {
    let language = sourceLanguage ?? article.language ?? project.configuration.sourceLanguage
    let writer = try writers[language] ?? writer(from: language, of: record, rules, annotators)
    writers[language] = writer
    // In one document the files' ids must differ, too.
    let name = bundle == nil ? article.fileName : Extractor.fileIdentifier(of: article)
    guard names.withLock({ $0.insert(name).inserted }) else {
      throw Failure(
        file: record.file, line: record.line, problem: "a post \(article.id) has been extracted before in this run",
        remedy: "extract different sites into folders of their own")
    }
    let (hash, remarks) = try writer.extractor.extract(article, to: writer.stream)
    let result = Result(
      article: article.id, path: bundle ?? "\(folder)/\(targetLanguage)/\(name).xlf", counts: writer.stream.counts,
      remarks: remarks, sourceHash: hash)
    guard let folder = writer.folder else {
      var part = BundleFile.Part(bytes: [], language: language, file: record.file, line: record.line)
      writer.stream.drain { part.bytes = Array($0) }
      return Extracted(result: result, part: part)
    }
    try writer.stream.drain { bytes in try folder.write(bytes, to: "\(name).xlf") }
    return Extracted(result: result, part: nil)
  }

  /// A result, and what is to be put into the one document of all.
  private struct Extracted: Sendable {
    var result: Result
    var part: BundleFile.Part?
  }

  /// What extracts articles in `language`.
  /// - Throws: `Failure` where that is the language to translate into, or its rules can't be read.
  private func writer(
    from language: String, of record: ArticleRecord, _ rules: TextRules,
    _ annotators: borrowing TermAnnotators
  ) throws -> DocumentWriter {
    guard !LanguageTag.isSame(language, targetLanguage) else {
      throw Failure(
        file: record.file, line: record.line, problem: "the article is in \(language) already",
        remedy: "name another language with --to, or the article's own with --from")
    }
    var options = UnitStream.Options()
    options.annotator = try annotators.annotator(from: language, to: targetLanguage)
    options.isPrefilled = isPrefilled
    options.isPartOfDocument = bundle != nil
    return DocumentWriter(
      extractor: Extractor(segmenter: try project.segmenter(for: language), rules: rules),
      stream: UnitStream(version: version, from: language, to: targetLanguage, options: options),
      folder: bundle == nil ? try OutputFolder("\(folder)/\(targetLanguage)") : nil)
  }

  /// What one worker needs for the articles of one language.
  private struct DocumentWriter {
    let extractor: Extractor
    let stream: UnitStream
    /// nil: everything goes into one document.
    let folder: OutputFolder?
  }
}

extension ExtractStage.Report {
  /// Adds what another worker did.
  fileprivate mutating func add(_ other: ExtractStage.Report) {
    failures += other.failures
    articles += other.articles
    counts += other.counts
    passedOver += other.passedOver
    withoutText.merge(other.withoutText, uniquingKeysWith: +)
    bytes += other.bytes
  }
}
