// run: extract what is new, take in what translators sent back, check, merge, report. Each step is one of the stages; the
// ledger tells which articles and files they are given.
package import Checks
internal import Configuration
internal import Foundation
internal import Interchange
internal import Synchronization
internal import Terminology
internal import WordPressFilter

/// The batch job of a project.
package struct RunJob: Sendable {
  package var project: Project

  /// The job of `project`.
  package init(project: Project) {
    self.project = project
  }

  /// What a run did.
  package struct Report: Sendable {
    package var extracted: [ExtractStage.Result] = []
    package var merged: [MergeStage.Result] = []
    /// Findings of the translations that were taken in, by file and article.
    package var findings: [(path: String, article: String, findings: [Finding])] = []
    /// Posts that could not be made, and why.
    package var failures: [Failure] = []
    /// Translations in the inbox that belong to none of the articles: path, and the article's id.
    package var unmatched: [(path: String, article: String)] = []
    /// Articles that were left alone because nothing about them has changed.
    package var unchanged = 0

    /// The findings that a merged post's translations gave.
    package func findings(of result: MergeStage.Result) -> [Finding] {
      findings.filter { $0.article == result.article && result.translations.contains($0.path) }.flatMap(\.findings)
    }

    /// Whether there was nothing to do.
    package var isEmpty: Bool { extracted.isEmpty && merged.isEmpty && failures.isEmpty }
  }

  private var work: String { project.path(project.configuration.work) }

  /// Runs the job once.
  /// - Throws: `Failure` where the project is not set up, or another job is at work.
  package func run(progress: (String) -> StageProgress) throws -> Report {
    let targets = project.configuration.targetLanguages
    guard project.isConfigured, !targets.isEmpty else {
      throw Failure(
        file: project.root + "/overzet.yml", problem: "there is no project with target languages here",
        remedy: "write overzet.yml with `targets: [nl]`; see Documentation/configuration.md")
    }
    guard let version = XLIFF.Version(rawValue: project.configuration.xliffVersion) else {
      throw Failure(
        file: project.root + "/overzet.yml", problem: "`xliff: \(project.configuration.xliffVersion)` is no version",
        remedy: "write one of \(XLIFF.Version.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    let lock = try JobLock(folder: work)
    defer { withExtendedLifetime(lock) {} }
    let ledgerPath = work + "/ledger.json"
    let before = try Ledger(path: ledgerPath)
    var ledger = before
    var report = Report()
    let sources = try InputFiles.expand(
      project.configuration.articles.map(project.path), endings: InputFiles.articleEndings)
    for target in targets {
      extract(sources, to: target, version, &ledger, &report, progress("extracting"))
    }
    if ledger != before { try ledger.write(to: ledgerPath) }
    let extracted = ledger
    try merge(sources, &ledger, &report, progress("merging"))
    if ledger != extracted { try ledger.write(to: ledgerPath) }
    if !report.isEmpty { try RunReport.write(report, to: work + "/reports") }
    return report
  }

  // MARK: Steps

  private func extract(
    _ sources: [String], to target: String, _ version: XLIFF.Version, _ ledger: inout Ledger, _ report: inout Report,
    _ progress: StageProgress
  ) {
    var stage = ExtractStage(
      project: project, sourceLanguage: nil, targetLanguage: target, version: version, folder: project.outbox)
    stage.isPrefilled = project.configuration.prefillsTargets
    let known = ledger.extracted
    let rules: TextRules
    do {
      rules = try project.textRules()
      if project.configuration.marksTerms {
        stage.glossary = try GlossaryLoader.load([], project: project, isRequired: false)
      }
    } catch {
      report.failures.append(error)
      return
    }
    // Other rules may find other texts in an article that has not changed.
    let suffix = rules.fingerprint.map { " " + $0 } ?? ""
    let folder = project.outbox + "/\(target)/"
    let results = Mutex<[ExtractStage.Result]>([])
    let isNew: @Sendable (Article) -> Bool = { article in
      let hash = SourceHash(of: article, rules).description + suffix
      return known["\(target)/\(article.id)"] != hash || !InputFiles.exists(folder + article.fileName + ".xlf")
    }
    let outcome = stage.run(
      sources: sources, progress: progress, includes: isNew, each: { result in results.withLock { $0.append(result) } })
    let extracted = results.withLock { $0 }
    for result in extracted { ledger.extracted["\(target)/\(result.article)"] = result.sourceHash + suffix }
    report.extracted += extracted
    report.failures += outcome.failures
    report.unchanged += outcome.passedOver
  }

  private func merge(
    _ sources: [String], _ ledger: inout Ledger, _ report: inout Report, _ progress: StageProgress
  ) throws {
    let inbox = project.configuration.inbox.map(project.path).filter(InputFiles.exists)
    let glossary = try GlossaryLoader.load([], project: project, isRequired: false)
    let settings = try hashOfSettings()
    let stage = MergeStage(project: project, folder: work + "/posts", writesPages: true)
    let known = ledger.merged
    let posts = work + "/posts/"
    let inputs = Mutex<[String: String]>([:])
    let results = Mutex<[MergeStage.Result]>([])
    let isNew: @Sendable (Article, String, [String]) -> Bool = { article, language, paths in
      var all = Array(SourceHash(ofAllIn: article).description.utf8) + settings
      for path in paths { all += Array(SourceHash(of: (try? InputFiles.read(path)) ?? []).description.utf8) }
      let hash = SourceHash(of: all).description
      let key = "\(language)/\(article.id)"
      inputs.withLock { $0[key] = hash }
      return known[key]?.inputs != hash || !InputFiles.exists(posts + language + "/" + article.fileName + ".json")
    }
    let outcome = stage.run(
      sources: sources, translations: inbox, progress: progress, includes: isNew,
      each: { result in results.withLock { $0.append(result) } })
    let merged = results.withLock { results in results.sorted { ($0.path, $0.number) < ($1.path, $1.number) } }
    report.merged = merged
    // A source that can't be read has been said by the extraction.
    report.failures += outcome.failures.filter { !report.failures.contains($0) }
    report.unmatched = outcome.unmatched
    try check(merged, glossary, &report)
    refreshOutbox(sources, inbox, merged, glossary)
    for result in merged {
      let key = "\(result.language)/\(result.article)"
      ledger.merged[key] = Ledger.Merged(
        inputs: inputs.withLock { $0[key] } ?? "", segments: result.segments,
        translatedSegments: result.translatedSegments,
        findings: report.findings(of: result).count,
        troubles: result.troubles.count)
    }
  }

  /// Takes what came back into the files that go out next, where anything is left to translate: with the translations so far,
  /// and with those whose source was edited as candidates.
  private func refreshOutbox(
    _ sources: [String], _ inbox: [String], _ merged: [MergeStage.Result], _ glossary: Glossary
  ) {
    let wanted = Set(
      merged.filter { $0.translatedSegments < $0.segments || !$0.troubles.isEmpty }.map {
        "\($0.language)/\($0.article)"
      })
    guard !wanted.isEmpty, let version = XLIFF.Version(rawValue: project.configuration.xliffVersion) else { return }
    // What is wrong with a file the merge has said.
    var stage = ImportStage(project: project, version: version, folder: project.outbox)
    stage.isPrefilled = project.configuration.prefillsTargets
    if project.configuration.marksTerms { stage.glossary = glossary }
    _ = stage.run(
      sources: sources, translations: inbox,
      includes: { article, language, _ in wanted.contains("\(language)/\(article.id)") })
  }

  /// What posts are made of besides articles and translations: glossaries, the project's settings, the locales.
  private func hashOfSettings() throws -> [UInt8] {
    let files =
      try InputFiles.expand(project.configuration.glossaries.map(project.path), endings: InputFiles.glossaryEndings)
      + [project.root + "/overzet.yml"] + project.defaultRules + project.ownRules
      + (InputFiles.exists(project.localesFolder)
        ? InputFiles.expand([project.localesFolder], endings: ["locale.yml"]) : [])
    return try files.flatMap { Array(SourceHash(of: try InputFiles.read($0)).description.utf8) }
  }

  private func check(_ results: [MergeStage.Result], _ glossary: Glossary, _ report: inout Report) throws {
    guard !results.isEmpty else { return }
    let found = Mutex<[(path: String, article: String, findings: [Finding])]>([])
    let summary = try CheckStage(project: project, glossary: glossary).run(
      Array(Set(results.flatMap(\.translations))).sorted()
    ) { result in
      found.withLock { $0.append((result.path, result.article, result.findings)) }
    }
    report.findings = found.withLock { $0 }
    report.failures += summary.failures
  }
}
