// merge: articles and the files that translators sent back become localized posts.
internal import Configuration
internal import Interchange
internal import Publication
internal import Synchronization
package import WordPressFilter

/// Merges returned files into posts.
package struct MergeStage: Sendable {
  package var project: Project
  /// The language of the articles; nil: what each article says, else the project's.
  package var sourceLanguage: String?
  /// The only language that returned files may have; nil: those of the project, or any where it names none.
  package var targetLanguage: String?
  /// Posts are written to `<folder>/<target language>/<post id>.json`.
  package var folder: String
  /// Whether a page to look at is written beside each post.
  package var writesPages: Bool
  /// Whether a post with a segment that is not translated is refused.
  package var requiresComplete: Bool
  /// What posts are written as.
  package var format = OutputFormat.json
  /// Whether rendered HTML of a post that has blocks is written back, as one block of HTML.
  package var forcesRendered = false

  /// A stage that writes below `folder`.
  package init(
    project: Project, sourceLanguage: String? = nil, targetLanguage: String? = nil, folder: String,
    writesPages: Bool = false, requiresComplete: Bool = false
  ) {
    self.project = project
    self.sourceLanguage = sourceLanguage
    self.targetLanguage = targetLanguage
    self.folder = folder
    self.writesPages = writesPages
    self.requiresComplete = requiresComplete
  }

  /// One post that has been put together.
  package struct Result: Sendable {
    package var article: String
    package var language: String
    /// The XLIFF files that it was made of.
    package var translations: [String]
    package var path: String
    package var pagePath: String?
    package var title: String
    package var slug: String
    package var canonical: String?
    /// How many units of the files ended as what.
    package var counts: [UnitOutcome.Kind: Int]
    /// The units that could not be used.
    package var troubles: [UnitOutcome]
    package var segments: Int
    package var translatedSegments: Int
    package var remarks: [String]
    /// SHA-256 of what it was made from: article and translations.
    package var sourceHash: String
    /// Why its content is not written back.
    package var refusal: Failure?
    /// Whether `path` holds it: an export has no place for a post whose content is refused.
    package var isWritten = true
    /// Whether `path` is a file of many posts.
    package var isShared = false
    /// Its place among the articles given, from 0.
    package var number = 0

    /// How many units ended as `kind`.
    package func count(_ kind: UnitOutcome.Kind) -> Int { counts[kind] ?? 0 }
  }

  /// What came of a run, beside its results.
  package struct Report: Sendable {
    package var failures: [Failure] = []
    /// How many posts were put together.
    package var posts = 0
    /// How many articles no file translates.
    package var untranslated = 0
    /// How many articles of a source hold nothing to translate, by what they are.
    package var passedOver: [String: Int] = [:]
    /// Files in the folders given that translate none of the articles: path, and the article's id.
    package var unmatched: [(path: String, article: String)] = []
  }

  /// Puts the articles of `sources` together with the files that `translations` name, files or folders, on all cores.
  /// - Parameters:
  ///   - includes: tells of an article and language whether it is to be made; the others are passed over.
  ///   - each: is given each result, in the order of the sources, as soon as it is there. None is kept: memory doesn't grow
  ///     with their number.
  package func run(
    sources: [String], translations: [String], progress: StageProgress = StageProgress(),
    includes: @Sendable (_ article: Article, _ language: String, _ translations: [String]) -> Bool = { _, _, _ in true
    },
    each: @escaping @Sendable (Result) -> Void = { _ in }
  ) -> Report {
    var whole = Report()
    let rules: TextRules
    do {
      rules = try project.textRules()
    } catch {
      return Report(failures: [error])
    }
    let index = readIndex(translations, &whole)
    let queue = ArticleQueue(paths: sources)
    let articles = NumberedArticles(queue)
    let streams = PostStreams(sources: sources)
    let names = StreamNames(sources: sources)
    let report = Mutex(Report())
    let used = Mutex<Set<String>>([])
    let ordered = OrderedResults<[Result]> { $0.forEach(each) }
    Workers.run(project.jobs) { _ in
      var own = Report()
      var composers: [String: PostComposer] = [:]
      var files = TranslationFiles()
      while let (number, record) = articles.next() {
        var pieces: [PostStreams.Piece] = []
        var results: [Result] = []
        merge(record, index, rules, &files, &composers, names, used, includes, &own, &results, &pieces)
        for index in results.indices { results[index].number = number }
        own.posts += results.count
        streams.finish(number, pieces)
        ordered.put(results, at: number)
        progress.add(bytes: record.byteCount)
      }
      report.withLock { report in
        report.posts += own.posts
        report.failures += own.failures
        report.untranslated += own.untranslated
        report.passedOver.merge(own.passedOver, uniquingKeysWith: +)
      }
    }
    report.withLock { report in
      whole.posts = report.posts
      whole.untranslated = report.untranslated
      whole.passedOver = report.passedOver
      whole.failures += report.failures
    }
    whole.failures += streams.close()
    let known = used.withLock { $0 }
    whole.failures += queue.failures
    var files = TranslationFiles()
    for number in 0..<index.count where !known.contains(index.article(number)) {
      let entry = index[number]
      // Nobody has read it to its end: it may be broken, which is to be said first.
      guard !readable([entry], &files, &whole).entries.isEmpty else { continue }
      guard entry.isNamed else {
        whole.unmatched.append((entry.path, entry.article))
        continue
      }
      whole.failures.append(
        Failure(
          file: entry.path, line: entry.line,
          problem: "this translates post \(entry.article), which is not among the articles given",
          remedy: "give the source that holds post \(entry.article), or leave this file out"))
    }
    whole.failures.sort { ($0.file, $0.line) < ($1.file, $1.line) }
    // A document of several files is broken once, however many articles ask for it.
    var last: Failure?
    whole.failures.removeAll { failure in
      defer { last = failure }
      return failure == last
    }
    return whole
  }

  private func readIndex(_ translations: [String], _ report: inout Report) -> TranslationIndex {
    var paths = PathList()
    /// The numbers of those that the user named.
    var named: Set<Int> = []
    do {
      for path in translations {
        for file in try InputFiles.expand([path], endings: InputFiles.xliffEndings) {
          if file == path { named.insert(paths.count) }
          paths.append(file)
        }
      }
    } catch {
      report.failures.append(error)
    }
    let (all, isNamed) = (paths, named)
    let next = Atomic(0)
    let index = Mutex(TranslationIndex(paths: all))
    let failures = Mutex<[Failure]>([])
    let ordered = OrderedResults<(path: Int, entries: [TranslationIndex.Entry])> { found in
      index.withLock { index in
        for entry in found.entries { index.append(entry, path: found.path) }
      }
    }
    Workers.run(project.jobs) { _ in
      while true {
        let number = next.add(1, ordering: .relaxed).oldValue
        guard number < all.count else { return }
        let path = all[number]
        do {
          let entries = try TranslationIndex.entries(in: path, isNamed: isNamed.contains(number))
          ordered.put((number, entries), at: number)
        } catch {
          let failure = Failure(error, file: path)
          failures.withLock { $0.append(failure) }
          ordered.put(nil, at: number)
        }
      }
    }
    report.failures += failures.withLock { $0 }
    return index.withLock { index in
      index.finish()
      return index
    }
  }

  /// The languages that returned files may have; empty for any.
  var allowedLanguages: [String] { targetLanguage.map { [$0] } ?? project.configuration.targetLanguages }

  /// The locale that a file's target language is for: tools write `nl-NL` where `nl` was asked for.
  func locale(for tag: String) -> String {
    allowedLanguages.first { LanguageTag.isSame($0, tag) }
      ?? allowedLanguages.first { !$0.contains("-") && LanguageTag.isSameLanguage($0, tag) }
      ?? LanguageTag.canonical(tag)
  }

  private func merge(
    _ record: ArticleRecord, _ index: TranslationIndex, _ rules: TextRules, _ files: inout TranslationFiles,
    _ composers: inout [String: PostComposer], _ names: StreamNames, _ used: borrowing Mutex<Set<String>>,
    _ includes: (Article, String, [String]) -> Bool,
    _ report: inout Report, _ results: inout [Result], _ pieces: inout [PostStreams.Piece]
  ) {
    do {
      let article = try record.article()
      if let reason = article.passingOver {
        report.passedOver[reason, default: 0] += 1
        return
      }
      guard used.withLock({ $0.insert(article.id).inserted }) else {
        throw Failure(
          file: record.file, line: record.line, problem: "a post \(article.id) has been merged before in this run",
          remedy: "merge different sites into folders of their own")
      }
      let languages = Dictionary(grouping: index.entries(of: article.id), by: { locale(for: $0.targetLanguage) })
      if languages.isEmpty { report.untranslated += 1 }
      for (language, entries) in languages.sorted(by: { $0.key < $1.key }) {
        guard includes(article, language, entries.map(\.path)) else { continue }
        do {
          let (entries, translations) = readable(entries, &files, &report)
          guard !entries.isEmpty else {
            report.untranslated += 1
            continue
          }
          let composer =
            try composers[language] ?? PostComposer(stage: self, rules: rules, language: language, names: names)
          composers[language] = composer
          let (result, piece) = try composer.compose(article, entries, translations, channel: record.channel)
          results.append(result)
          if let piece { pieces.append(piece) }
        } catch {
          report.failures.append(Failure(error, file: entries.first?.path ?? record.file))
        }
      }
    } catch {
      report.failures.append(Failure(error, file: record.file))
    }
  }

  /// Those of `entries` whose files can be read to their ends, with the files; the others are failures.
  private func readable(
    _ entries: [TranslationIndex.Entry], _ files: inout TranslationFiles, _ report: inout Report
  ) -> (entries: [TranslationIndex.Entry], files: [XLIFF.File]) {
    var known: [TranslationIndex.Entry] = []
    var read: [XLIFF.File] = []
    for entry in entries {
      do {
        read.append(try files.file(entry))
        known.append(entry)
      } catch {
        report.failures.append(Failure(error, file: entry.path))
      }
    }
    return (known, read)
  }
}
