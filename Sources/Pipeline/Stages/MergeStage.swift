// merge: articles and the files that translators sent back become localized posts.
internal import Interchange
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
    /// Units whose targets nobody has confirmed.
    package var proposals = 0
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
    let rules: TextRules
    do {
      rules = try project.textRules()
    } catch {
      return Report(failures: [error])
    }
    let streams = PostStreams(sources: sources)
    let names = StreamNames(sources: sources)
    let ordered = OrderedResults<[Result]> { $0.forEach(each) }
    var whole = returns.run(
      sources: sources, translations: translations, progress: progress, includes: includes,
      worker: { [String: PostComposer]() },
      body: { composers, item in
        let composer =
          try composers[item.language]
          ?? PostComposer(stage: self, rules: rules, language: item.language, names: names)
        composers[item.language] = composer
        return try composer.compose(item)
      },
      finish: { number, outputs in
        streams.finish(number, outputs.compactMap(\.1))
        ordered.put(
          outputs.map { result, _ in
            var result = result
            result.number = number
            return result
          }, at: number)
      })
    whole.failures += streams.close()
    whole.settle()
    return Report(
      failures: whole.failures, posts: whole.outputs, untranslated: whole.untranslated, passedOver: whole.passedOver,
      unmatched: whole.unmatched)
  }

  /// The articles and their files.
  var returns: ReturnedArticles {
    ReturnedArticles(
      project: project, sourceLanguage: sourceLanguage, targetLanguage: targetLanguage, scope: .translations,
      verb: "merged")
  }
}
