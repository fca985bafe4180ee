// Which XLIFF file translates which article.
internal import Interchange
internal import WordPressFilter

/// Finds the returned files of an article among many.
struct TranslationIndex: Sendable {
  /// One `<file>` of an XLIFF document.
  struct Entry: Sendable {
    var path: String
    /// Its number among the document's files.
    var index: Int
    var article: String
    var sourceLanguage: String
    var targetLanguage: String
    /// The line that the file begins in, from 1.
    var line: Int
    /// Whether the user named this very file, and not a folder that it lies in.
    var isNamed: Bool
  }

  /// In the order of the paths.
  let entries: [Entry]
  private let byArticle: [String: [Int]]

  /// The index of `entries`.
  init(_ entries: [Entry]) {
    self.entries = entries
    byArticle = Dictionary(grouping: entries.indices, by: { entries[$0].article })
  }

  /// Which articles the file at `path` translates. Only what stands before the units is read: what is wrong further down
  /// comes to light when the file is merged.
  /// - Throws: `Failure` for a file that is not XLIFF or names no target language.
  static func entries(in path: String, isNamed: Bool) throws(Failure) -> [Entry] {
    var entries: [Entry] = []
    do {
      try XLIFF.Reader.readHeads(bytes: InputFiles.read(path), fileName: path) { document, file in
        guard !document.sourceLanguage.isEmpty else {
          throw Failure(
            file: path, line: file.line, problem: "the file names no source language",
            remedy: "set srcLang (in 1.2 source-language) to the language of the article")
        }
        guard let target = document.targetLanguage else {
          throw Failure(
            file: path, line: file.line, problem: "the file names no target language",
            remedy: "set trgLang (in 1.2 target-language) to the language of the translation")
        }
        entries.append(
          Entry(
            path: path, index: entries.count, article: article(of: file), sourceLanguage: document.sourceLanguage,
            targetLanguage: target, line: file.line, isNamed: isNamed))
      }
    } catch {
      throw Failure(error, file: path)
    }
    return entries
  }

  /// The files that translate the article of that id.
  func entries(of article: String) -> [Entry] {
    (byArticle[article] ?? []).map { entries[$0] }
  }

  /// The id of the article that a file was extracted from: what our own metadata say, else the end of `post-123`.
  static func article(of file: XLIFF.File) -> String {
    if let id = file.metadatum(Extractor.Key.article) { return id }
    let name = file.original.isEmpty ? file.id : file.original
    return name.split(separator: "-").last.map(String.init) ?? name
  }

}

/// Reads the files that entries stand for. For one thread at a time.
struct TranslationFiles {
  /// The last document that held several files, or why it can't be read: its articles follow each other.
  private var shared: (path: String, files: Result<[XLIFF.File], any Error>)?

  /// The file that `entry` stands for, as far as merging needs it.
  /// - Throws: `Failure` or `XMLError` where the file can't be read any more, or not to its end.
  mutating func file(_ entry: TranslationIndex.Entry) throws -> XLIFF.File {
    if shared?.path != entry.path {
      let files = Result {
        try XLIFF.Reader.read(bytes: InputFiles.read(entry.path), fileName: entry.path, scope: .translations).files
      }
      if case .success(let files) = files, files.count == 1, entry.index == 0 { return files[0] }
      shared = (entry.path, files)
    }
    guard let files = try shared?.files.get(), files.indices.contains(entry.index) else {
      throw Failure(
        file: entry.path, problem: "the file has changed while it was read", remedy: "run the command again")
    }
    return files[entry.index]
  }
}
