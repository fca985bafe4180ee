// import: what translators sent back is taken into the file that goes out next.
internal import Configuration
package import Interchange
package import Terminology
package import WordPressFilter

/// Takes returned files in.
package struct ImportStage: Sendable {
  package var project: Project
  /// The language of the articles; nil: what each article says, else the project's.
  package var sourceLanguage: String?
  /// The only language that returned files may have; nil: those of the project, or any where it names none.
  package var targetLanguage: String?
  /// The version of what is written.
  package var version: XLIFF.Version
  /// Files are written to `<folder>/<target language>/<post id>.xlf`; what lies there already is kept and added to.
  package var folder: String
  /// Whether files are written at all.
  package var isDryRun = false
  /// Where files that have been taken in are copied to, so that the job finds them: they lie in none of these folders, the
  /// first of which gets them. Empty: nowhere.
  package var inbox: [String] = []
  /// Whether segments without a translation get their source as target, for tools that show only what has one.
  package var isPrefilled = false
  /// Terms that are marked in what is written.
  package var glossary = Glossary()

  /// A stage that writes below `folder`.
  package init(
    project: Project, sourceLanguage: String? = nil, targetLanguage: String? = nil, version: XLIFF.Version,
    folder: String
  ) {
    self.project = project
    self.sourceLanguage = sourceLanguage
    self.targetLanguage = targetLanguage
    self.version = version
    self.folder = folder
  }

  /// One article whose files have been taken in.
  package struct Result: Sendable {
    package var article: String
    package var language: String
    /// The files that were taken in.
    package var translations: [String]
    /// Where the article's file lies.
    package var path: String
    /// What became of each unit, in the order of the files.
    package var outcomes: [UnitOutcome]
    package var segments: Int
    package var translatedSegments: Int
    /// Translations that could not be applied and are kept as candidates.
    package var candidates: Int

    /// How many units ended as `kind`.
    package func count(_ kind: UnitOutcome.Kind) -> Int { outcomes.count { $0.kind == kind } }

    /// Units whose targets nobody has confirmed.
    package var proposals: Int { outcomes.count(where: \.isProposed) }

    /// The units that could not be used.
    package var troubles: [UnitOutcome] { outcomes.filter { $0.kind != .applied && $0.kind != .unchanged } }
  }

  /// What came of a run, beside its results.
  package struct Report: Sendable {
    package var failures: [Failure] = []
    /// How many articles had files.
    package var articles = 0
    /// How many articles no file translates.
    package var untranslated = 0
    /// Files in the folders given that translate none of the articles: path, and the article's id.
    package var unmatched: [(path: String, article: String)] = []
  }

  /// Takes in the files that `translations` name, files or folders, for the articles of `sources`, on all cores.
  /// - Parameters:
  ///   - includes: tells of an article and language whether its files are wanted; the others are passed over.
  ///   - each: is given each result, in the order of the sources, as soon as it is there.
  package func run(
    sources: [String], translations: [String], progress: StageProgress = StageProgress(),
    includes: @Sendable (_ article: Article, _ language: String, _ translations: [String]) -> Bool = { _, _, _ in true
    },
    each: @escaping @Sendable (Result) -> Void = { _ in }
  ) -> Report {
    let rules: TextRules
    do {
      rules = try project.textRules()
    } catch {
      return Report(failures: [error])
    }
    let returns = ReturnedArticles(
      project: project, sourceLanguage: sourceLanguage, targetLanguage: targetLanguage, scope: .everything,
      verb: "imported")
    let ordered = OrderedResults<[Result]> { $0.forEach(each) }
    let annotators = TermAnnotators(glossary: glossary, project: project)
    var whole = returns.run(
      sources: sources, translations: translations, progress: progress, includes: includes,
      worker: { [String: ArticleExport]() },
      body: { exports, item in
        try returns.checkLanguages(of: item)
        let language = returns.language(of: item.article)
        let key = "\(language) \(item.language)"
        let export =
          try exports[key]
          ?? ArticleExport(project: project, rules: rules, from: language, to: item.language, terms: annotators)
        exports[key] = export
        return try take(item, from: language, export)
      },
      finish: { number, outputs in ordered.put(outputs, at: number) })
    whole.settle()
    return Report(
      failures: whole.failures, articles: whole.outputs, untranslated: whole.untranslated, unmatched: whole.unmatched)
  }

  /// Takes the files of one article in.
  private func take(_ item: ReturnedArticle, from source: String, _ export: ArticleExport) throws -> Result {
    let current = try export.file(of: item.article)
    let path = "\(folder)/\(item.language)/\(item.article.fileName).xlf"
    let imported = Importer.take(item.files, base: try base(at: path, of: item), into: current)
    guard !imported.isForeign else { throw foreign(imported, current, item) }
    if !isDryRun {
      var document = XLIFF.Document(version: version, sourceLanguage: source, targetLanguage: item.language)
      document.files = [imported.file]
      // 1.2 has one state for all segments of a unit; and in a prefilled file what differs from its source is a translation.
      if version == .v1_2 || isPrefilled { document.files[0].separateProposals(always: isPrefilled) }
      if isPrefilled { document.files[0].prefill() }
      try OutputFile.write(XLIFF.Writer.bytes(of: document), to: path)
      for entry in item.entries { try file(entry.path) }
    }
    return Result(
      article: item.article.id, language: item.language, translations: item.entries.map(\.path), path: path,
      outcomes: imported.outcomes, segments: imported.segments, translatedSegments: imported.translatedSegments,
      candidates: imported.candidates)
  }

  /// Copies a returned file to the inbox, byte for byte, unless it lies there already.
  private func file(_ path: String) throws {
    guard let folder = inbox.first, path != "-" else { return }
    let absolute = InputFiles.absolute(path)
    guard !inbox.contains(where: { absolute.hasPrefix(InputFiles.absolute($0) + "/") }) else { return }
    let bytes = try InputFiles.read(path)
    let name = absolute.split(separator: "/").last.map(String.init) ?? "returned.xlf"
    let stem = name.prefix(upTo: name.lastIndex(of: ".") ?? name.endIndex)
    let ending = name.suffix(from: name.lastIndex(of: ".") ?? name.endIndex)
    var number = 1
    while true {
      let copy = folder + "/" + (number == 1 ? name : "\(stem)-\(number)\(ending)")
      guard InputFiles.exists(copy) else { return try OutputFile.write(bytes, to: copy) }
      if try InputFiles.read(copy) == bytes { return }
      number += 1
    }
  }

  /// What was taken in before.
  /// - Throws: `Failure` where something else lies there: it is not written over.
  private func base(at path: String, of item: ReturnedArticle) throws -> XLIFF.File? {
    guard InputFiles.exists(path), !item.entries.contains(where: { $0.path == path }) else { return nil }
    let document = try XLIFF.Reader.read(source: InputFiles.source(path), fileName: path)
    let isOurs =
      document.files.count == 1 && TranslationIndex.article(of: document.files[0]) == item.article.id
      && document.targetLanguage.map { LanguageTag.isSameLanguage($0, item.language) } ?? true
    guard isOurs else {
      throw Failure(
        file: path, problem: "this is not the translation of post \(item.article.id) into \(item.language)",
        remedy: "move it away, or name another folder with -o")
    }
    return document.files[0]
  }

  private func foreign(_ imported: ImportedFile, _ current: XLIFF.File, _ item: ReturnedArticle) -> Failure {
    let hash = { (file: XLIFF.File) in file.metadatum(Extractor.Key.sourceHash)?.prefix(19).description ?? "unknown" }
    let files = Set(item.files.map(hash)).sorted().prefix(3).joined(separator: ", ")
    return Failure(
      file: ReturnedArticle.names(of: item.entries), line: item.entries.count == 1 ? item.entries[0].line : 0,
      problem: "none of its \(imported.outcomes.count) units is of post \(item.article.id) as \(item.article.file) has "
        + "it: it was made of the text \(files), and the post's is \(hash(current))",
      remedy: "give the article that the file was made of")
  }
}
