// Articles, each with the files that translate it: what merging and importing go through.
internal import Configuration
internal import Interchange
internal import Synchronization
internal import WordPressFilter

/// One article and the files that translate it into one language.
struct ReturnedArticle {
  let record: ArticleRecord
  let article: Article
  /// The locale that the files are for.
  let language: String
  let entries: [TranslationIndex.Entry]
  /// The files of `entries`.
  let files: [XLIFF.File]

  /// The paths of `entries`, the first few, for messages.
  static func names(of entries: [TranslationIndex.Entry]) -> String {
    var paths: [String] = []
    for entry in entries where paths.last != entry.path { paths.append(entry.path) }
    return paths.prefix(3).joined(separator: ", ") + (paths.count > 3 ? " and \(paths.count - 3) more" : "")
  }
}

/// Matches returned files to articles, and hands both on, on all cores.
struct ReturnedArticles: Sendable {
  var project: Project
  /// The language of the articles; nil: what each article says, else the project's.
  var sourceLanguage: String?
  /// The only language that files may have; nil: those of the project, or any where it names none.
  var targetLanguage: String?
  /// What of the files is read.
  var scope: XLIFF.Reader.Scope
  /// What is done with an article, as in "has been merged before".
  var verb: String

  /// What came of it, beside what `body` gave.
  struct Report: Sendable {
    var failures: [Failure] = []
    /// How many times `body` gave something.
    var outputs = 0
    /// How many articles no file translates.
    var untranslated = 0
    /// How many articles of a source hold nothing to translate, by what they are.
    var passedOver: [String: Int] = [:]
    /// Files in the folders given that translate none of the articles: path, and the article's id.
    var unmatched: [(path: String, article: String)] = []
  }

  /// Goes through the articles of `sources` and the files that `translations` name, files or folders.
  /// - Parameters:
  ///   - includes: tells of an article and language whether it is to be done; the others are passed over.
  ///   - worker: makes what one thread needs.
  ///   - body: does one article in one language.
  ///   - finish: is given what was done of the article of that number, from 0: of each article, in no order.
  func run<Worker, Output>(
    sources: [String], translations: [String], progress: StageProgress,
    includes: @Sendable (_ article: Article, _ language: String, _ translations: [String]) -> Bool,
    worker: @Sendable () -> Worker,
    body: @Sendable (inout Worker, ReturnedArticle) throws -> Output,
    finish: @Sendable (_ number: Int, _ outputs: [Output]) -> Void
  ) -> Report {
    var whole = Report()
    let index = readIndex(translations, &whole)
    let queue = ArticleQueue(paths: sources)
    let articles = NumberedArticles(queue)
    let report = Mutex(Report())
    let used = Mutex<Set<String>>([])
    Workers.run(project.jobs) { _ in
      var own = Report()
      var worker = worker()
      var files = TranslationFiles(scope: scope)
      while let (number, record) = articles.next() {
        var outputs: [Output] = []
        do {
          for item in try items(record, index, &files, used, includes, &own) {
            do {
              outputs.append(try body(&worker, item))
            } catch {
              own.failures.append(Failure(error, file: item.entries.first?.path ?? record.file))
            }
          }
        } catch {
          own.failures.append(Failure(error, file: record.file))
        }
        own.outputs += outputs.count
        finish(number, outputs)
        progress.add(bytes: record.byteCount)
      }
      report.withLock { $0.add(own) }
    }
    whole.add(report.withLock { $0 })
    whole.failures += queue.failures
    noteUnmatched(index, known: used.withLock { $0 }, &whole)
    return whole
  }

  // MARK: Matching

  /// What there is to do for one article, a language each.
  private func items(
    _ record: ArticleRecord, _ index: TranslationIndex, _ files: inout TranslationFiles,
    _ used: borrowing Mutex<Set<String>>, _ includes: (Article, String, [String]) -> Bool, _ report: inout Report
  ) throws -> [ReturnedArticle] {
    let article = try record.article()
    if let reason = article.passingOver {
      report.passedOver[reason, default: 0] += 1
      return []
    }
    guard used.withLock({ $0.insert(article.id).inserted }) else {
      throw Failure(
        file: record.file, line: record.line, problem: "a post \(article.id) has been \(verb) before in this run",
        remedy: "give different sites folders of their own")
    }
    let languages = Dictionary(grouping: index.entries(of: article.id), by: { locale(for: $0.targetLanguage) })
    if languages.isEmpty { report.untranslated += 1 }
    var items: [ReturnedArticle] = []
    for (language, entries) in languages.sorted(by: { $0.key < $1.key }) {
      guard includes(article, language, entries.map(\.path)) else { continue }
      let (known, read) = readable(entries, &files, &report)
      guard !known.isEmpty else {
        report.untranslated += 1
        continue
      }
      items.append(
        ReturnedArticle(record: record, article: article, language: language, entries: known, files: read))
    }
    return items
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

  /// Files that none of the articles asked for: those that the user named are failures.
  private func noteUnmatched(_ index: TranslationIndex, known: Set<String>, _ report: inout Report) {
    var files = TranslationFiles(scope: scope)
    for number in 0..<index.count where !known.contains(index.article(number)) {
      let entry = index[number]
      // Nobody has read it to its end: it may be broken, which is to be said first.
      guard !readable([entry], &files, &report).entries.isEmpty else { continue }
      guard entry.isNamed else {
        report.unmatched.append((entry.path, entry.article))
        continue
      }
      if let failure = WorkingFile.failure(entry.path) {
        report.failures.append(failure)
        continue
      }
      let others = known.count <= 3 && !known.isEmpty ? " (\(known.sorted().joined(separator: ", ")))" : ""
      report.failures.append(
        Failure(
          file: entry.path, line: entry.line,
          problem: "this translates post \(entry.article), which is not among the articles given\(others)",
          remedy: "give the source that holds post \(entry.article), or leave this file out"))
    }
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

  // MARK: Languages

  /// The languages that files may have; empty for any.
  var allowedLanguages: [String] { targetLanguage.map { [$0] } ?? project.configuration.targetLanguages }

  /// The locale that a file's target language is for: tools write `nl-NL` where `nl` was asked for.
  func locale(for tag: String) -> String {
    allowedLanguages.first { LanguageTag.isSame($0, tag) }
      ?? allowedLanguages.first { !$0.contains("-") && LanguageTag.isSameLanguage($0, tag) }
      ?? LanguageTag.canonical(tag)
  }

  /// The language that `article` is in.
  func language(of article: Article) -> String {
    sourceLanguage ?? article.language ?? project.configuration.sourceLanguage
  }

  /// - Throws: `Failure` where a file translates from another language than the article's, or into one that isn't wanted.
  func checkLanguages(of item: ReturnedArticle) throws(Failure) {
    let source = language(of: item.article)
    let allowed = allowedLanguages
    for entry in item.entries {
      guard LanguageTag.isSameLanguage(entry.sourceLanguage, source) else {
        throw Failure(
          file: entry.path, line: entry.line,
          problem: "this translates from \(entry.sourceLanguage), but post \(entry.article) is in \(source)",
          remedy: "give the file that was made of this article, or name the article's language with --from")
      }
      guard allowed.isEmpty || allowed.contains(item.language) else {
        throw Failure(
          file: entry.path, line: entry.line,
          problem: "this translates into \(entry.targetLanguage), but \(allowed.joined(separator: " or ")) is wanted",
          remedy: "give another translation, or name \(entry.targetLanguage) with --to")
      }
    }
  }
}

extension ReturnedArticles.Report {
  /// Adds what another worker did.
  fileprivate mutating func add(_ other: ReturnedArticles.Report) {
    failures += other.failures
    outputs += other.outputs
    untranslated += other.untranslated
    passedOver.merge(other.passedOver, uniquingKeysWith: +)
    unmatched += other.unmatched
  }

  /// Puts failures in the order of files and lines, each once: a document of several files is broken once, however many
  /// articles ask for it.
  mutating func settle() {
    failures.sort { ($0.file, $0.line) < ($1.file, $1.line) }
    var last: Failure?
    failures.removeAll { failure in
      defer { last = failure }
      return failure == last
    }
  }
}
