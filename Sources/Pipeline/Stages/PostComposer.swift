// From an article and its returned files to the post that goes to WordPress.
internal import Configuration
internal import Interchange
internal import JSONTokens
internal import Publication
internal import WordPressFilter

/// Composes the posts of one target language. For one thread at a time.
final class PostComposer {
  private let stage: MergeStage
  private let profile: LocaleProfile
  private let language: String
  private let output: PostOutput
  private let rules: TextRules
  private var mergers: [String: Merger] = [:]

  init(stage: MergeStage, rules: TextRules, language: String, names: StreamNames) throws {
    self.stage = stage
    self.rules = rules
    self.language = language
    profile = try stage.project.locale(language)
    output = PostOutput(stage: stage, profile: profile, language: language, names: names, rules: rules)
  }

  /// Merges the files of `item` into its article and writes the post, or gives what goes to a file of many posts.
  /// - Throws: `Failure` where a file is of another article or language, or a complete translation is asked for and this is
  ///   none; nothing is written then.
  func compose(_ item: ReturnedArticle) throws -> (MergeStage.Result, PostStreams.Piece?) {
    let (article, entries, files) = (item.article, item.entries, item.files)
    let sourceLanguage = stage.returns.language(of: article)
    try stage.returns.checkLanguages(of: item)
    let merger = try merger(for: sourceLanguage)
    let merged = try merger.merge(
      article, with: files, languages: LanguageChange(from: sourceLanguage, to: language))
    try check(merged, of: article, entries)
    let remarks =
      article.remarks + zip(entries, files).compactMap { entry, file in remark(onRulesOf: file, entry.path) }
      + Self.remarks(onFormsOf: files, article)
    return try write(merged, of: article, entries, sourceLanguage, item.record.channel, remarks)
  }

  /// What to say where a file was extracted with other rules than it is merged with.
  private func remark(onRulesOf file: XLIFF.File, _ path: String) -> String? {
    let others = file.metadatum(Extractor.Key.rules)
    // A file that lost its metadata on the way says nothing.
    guard others != rules.fingerprint, file.metadatum(Extractor.Key.sourceHash) != nil else { return nil }
    return "\(path) was extracted with other rules (\(others ?? "the defaults")) than it is merged with "
      + "(\(rules.fingerprint ?? "the defaults")): give merge the same --config"
  }

  private func merger(for language: String) throws -> Merger {
    if let merger = mergers[language] { return merger }
    let merger = Merger(segmenter: try stage.project.segmenter(for: language), rules: rules)
    mergers[language] = merger
    return merger
  }

  private func check(
    _ merged: MergedArticle, of article: Article, _ entries: [TranslationIndex.Entry]
  ) throws(Failure) {
    let paths = ReturnedArticle.names(of: entries)
    let line = entries.count == 1 ? entries[0].line : 0
    let foreign = merged.count(.stale) + merged.count(.unknown)
    if !merged.outcomes.isEmpty, foreign == merged.outcomes.count {
      throw Failure(
        file: paths, line: line,
        problem: "none of its \(foreign) units is of post \(article.id) as \(article.file) has it",
        remedy: "give the article that the file was made of; if it was edited since, extract it again")
    }
    if stage.requiresComplete, !merged.isComplete {
      throw Failure(
        file: paths, line: line,
        problem: "post \(article.id): \(merged.segments - merged.translatedSegments) of \(merged.segments) segments "
          + "are not translated",
        remedy: "have them translated, or merge without --require-complete to keep the source's text there")
    }
  }

  /// What is said of files that were extracted from another form of the post: raw where it is rendered now, or the reverse.
  private static func remarks(onFormsOf files: [XLIFF.File], _ article: Article) -> [String] {
    let forms = Set(files.compactMap { $0.metadatum(Extractor.Key.form) }).subtracting([article.form.rawValue])
    return forms.sorted().map { form in
      "the translation was extracted from content.\(form), and content.\(article.form.rawValue) is given: units that "
        + "both have are applied, the others are stale"
    }
  }

  private func write(
    _ merged: MergedArticle, of article: Article, _ entries: [TranslationIndex.Entry], _ sourceLanguage: String,
    _ channel: WXRChannel?, _ known: [String]
  ) throws -> (MergeStage.Result, PostStreams.Piece?) {
    var remarks = known
    let translated = merged.article
    let slug = try Slug.sanitized(title: translated.displayTitle, wordPressLocale: profile.wordPressLocale)
    let canonical = canonical(of: article, slug: slug, &remarks)
    let excerpt =
      article.hasOwnExcerpt
      ? translated.excerpt : Excerpt.automatic(fromRendered: AutomaticExcerpt.source(of: translated))
    var post = Post(
      language: language, title: translated.displayTitle, content: translated.content, excerpt: excerpt, slug: slug)
    let blocks = translated.renderedBlocks
    let refusal = output.refusal(of: translated, blocks)
    post.isContentReadOnly = refusal != nil
    if refusal == nil, blocks?.hasBlocks == true, stage.format != .html {
      post.content = translated.contentAsOneBlock ?? translated.content
    }
    post.canonical = canonical
    post.meta = meta(of: translated, canonical: canonical)
    post.advancedFields = translated.advancedFields.map { ($0.key, $0.json) }
    post.categories = categories(of: article, &remarks)
    post.tags = article.tags
    if !article.tags.isEmpty { remarks.append("the source's tags are kept; their translations are not known") }
    post.featuredMedia = article.featuredMedia
    post.isMedia = article.type == "attachment"
    post.provenance = provenance(merged, of: article, entries, sourceLanguage, canonical)
    let written = try output.write(post, merged, of: article, channel, &remarks)
    var result = MergeStage.Result(
      article: article.id, language: language, translations: entries.map(\.path), path: written.path,
      pagePath: written.pagePath, title: translated.plainTitle, slug: slug, canonical: canonical,
      counts: Dictionary(merged.outcomes.map { ($0.kind, 1) }, uniquingKeysWith: +),
      troubles: merged.outcomes.filter { $0.kind != .applied && $0.kind != .unchanged },
      segments: merged.segments, translatedSegments: merged.translatedSegments, remarks: remarks,
      sourceHash: merged.sourceHash.description, refusal: refusal, isWritten: written.isWritten)
    result.proposals = merged.outcomes.count(where: \.isProposed)
    result.isShared = stage.format.streamEnding != nil
    return (result, written.piece)
  }

  /// The address in this locale, by its permalink pattern; nil where the site is not known or a part of the address is missing.
  private func canonical(of article: Article, slug: String, _ remarks: inout [String]) -> String? {
    guard let site = Self.site(of: article) ?? stage.project.configuration.site else {
      remarks.append("no canonical: the article names no address; set `site` in overzet.yml")
      return nil
    }
    var profile = profile
    // Pages have no category; WordPress leaves it out of their addresses.
    if article.type == "page" { profile.permalink = profile.permalink.replacing("%category%/", with: "") }
    do {
      return try Canonical.address(
        profile, site: site, slug: slug.isEmpty ? article.fileName : slug,
        sourceCategory: article.categorySlug, postID: Int(article.id), date: article.date)
    } catch {
      remarks.append("no canonical: \(error)")
      return nil
    }
  }

  /// Scheme and host of the address that an article is published under.
  static func site(of article: Article) -> String? {
    guard let link = article.link ?? article.guid, let scheme = link.firstRange(of: "://") else { return nil }
    let host = link[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    return host.isEmpty ? nil : String(link[..<scheme.upperBound] + host)
  }

  /// The meta fields: translated ones as they are now, others copied, and none that names the source's own address.
  private func meta(of article: Article, canonical: String?) -> [(key: String, json: [UInt8])] {
    article.meta.filter { rules.action(for: $0.key) != .ignore }.map { field in
      guard rules.action(for: field.key) == .replace, field.text != nil else { return (field.key, field.json) }
      return (field.key, JSONString.encoded([UInt8]((canonical ?? "").utf8)))
    }
  }

  private func categories(of article: Article, _ remarks: inout [String]) -> [Int] {
    if let slug = article.categorySlug, let id = profile.categories[slug]?.id, article.categories.count == 1 {
      return [id]
    }
    let isUnknown = article.terms.contains { $0.domain == "category" && profile.categories[$0.slug] == nil }
    if !article.categories.isEmpty || isUnknown {
      remarks.append(
        "the source's categories are kept; name their translations under `categories` in locales/\(language)/locale.yml"
      )
    }
    return article.categories
  }

  private func provenance(
    _ merged: MergedArticle, of article: Article, _ entries: [TranslationIndex.Entry], _ sourceLanguage: String,
    _ canonical: String?
  ) -> [(key: String, json: [UInt8])] {
    let string = { (text: String) in JSONString.encoded([UInt8](text.utf8)) }
    var source = JSONObjectWriter(depth: 2)
    source.member("id", json: Int(article.id).map { [UInt8](String($0).utf8) } ?? string(article.id))
    source.member("type", json: string(article.type))
    if let link = article.link { source.member("link", json: string(link)) }
    source.member("lang", json: string(sourceLanguage))
    source.member("content", json: string(article.form.rawValue))
    source.member("hash", json: string("sha256:\(merged.sourceHash)"))
    if let modified = article.modified { source.member("modified", json: string(modified)) }
    var units = JSONObjectWriter(depth: 2)
    for kind in UnitOutcome.Kind.allCases {
      units.member(kind.rawValue, json: [UInt8](String(merged.count(kind)).utf8))
    }
    var members: [(key: String, json: [UInt8])] = [("source", source.finishObject()), ("units", units.finishObject())]
    members.append(
      ("segments", [UInt8]("{\"translated\": \(merged.translatedSegments), \"all\": \(merged.segments)}".utf8)))
    if let canonical { members.append(("canonical", string(canonical))) }
    return members
  }
}
