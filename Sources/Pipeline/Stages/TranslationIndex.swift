// Which XLIFF file translates which article.
internal import Interchange
internal import WordPressFilter

/// Finds the returned files of an article among many. There may be very many: of each no more is kept than that takes.
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

  /// An entry without what many have in common.
  private struct Record {
    /// A number of `paths`.
    var path: Int32
    var index: Int32
    var line: Int32
    /// An index into `languages`.
    var languages: Int32
    /// Where the article's id ends in `articles`; it begins where that of the record before ends.
    var articleEnd: Int
    var isNamed: Bool
  }

  private let paths: PathList
  private var records: [Record] = []
  private var articles: [UInt8] = []
  private var languages: [(source: String, target: String)] = []
  /// Numbers of records by article, those of one article in their own order.
  private var order: [Int32] = []

  /// An index without entries, which are appended.
  init(paths: PathList) { self.paths = paths }

  /// How many entries there are.
  var count: Int { records.count }

  /// Adds `entry`, whose path is that of number `path`.
  mutating func append(_ entry: Entry, path: Int) {
    articles.append(contentsOf: entry.article.utf8)
    let pair = languages.firstIndex { $0.source == entry.sourceLanguage && $0.target == entry.targetLanguage }
    if pair == nil { languages.append((entry.sourceLanguage, entry.targetLanguage)) }
    records.append(
      Record(
        path: Int32(path), index: Int32(entry.index), line: Int32(clamping: entry.line),
        languages: Int32(pair ?? languages.count - 1), articleEnd: articles.count, isNamed: entry.isNamed))
  }

  /// Makes the entries ready to be looked for; to be called when all have been added.
  mutating func finish() {
    var order = records.indices.map { Int32($0) }
    order.sort { left, right in
      let comparison = compare(Int(left), Int(right))
      return comparison < 0 || comparison == 0 && left < right
    }
    self.order = order
  }

  /// The entry of that number, in the order of the paths.
  subscript(number: Int) -> Entry {
    let record = records[number]
    let pair = languages[Int(record.languages)]
    return Entry(
      path: paths[Int(record.path)], index: Int(record.index), article: article(number), sourceLanguage: pair.source,
      targetLanguage: pair.target, line: Int(record.line), isNamed: record.isNamed)
  }

  /// The id of the article that entry `number` translates.
  func article(_ number: Int) -> String { String(decoding: articles[bytes(number)], as: UTF8.self) }

  /// The files that translate the article of that id.
  func entries(of article: String) -> [Entry] {
    let wanted = Array(article.utf8)
    var low = 0
    var high = order.count
    while low < high {
      let middle = (low + high) / 2
      if Self.compare(articles[bytes(Int(order[middle]))], wanted[...]) < 0 { low = middle + 1 } else { high = middle }
    }
    var entries: [Entry] = []
    while low < order.count, articles[bytes(Int(order[low]))].elementsEqual(wanted) {
      entries.append(self[Int(order[low])])
      low += 1
    }
    return entries
  }

  private func bytes(_ number: Int) -> Range<Int> {
    (number > 0 ? records[number - 1].articleEnd : 0)..<records[number].articleEnd
  }

  private func compare(_ left: Int, _ right: Int) -> Int {
    Self.compare(articles[bytes(left)], articles[bytes(right)])
  }

  /// Below 0, 0 or above, as `left` stands before `right`, is the same, or stands behind: shorter ids before longer ones.
  private static func compare(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Int {
    guard left.count == right.count else { return left.count - right.count }
    for (own, other) in zip(left, right) where own != other { return Int(own) - Int(other) }
    return 0
  }

  /// Which articles the file at `path` translates. Only what stands before the units is read: what is wrong further down
  /// comes to light when the file is merged.
  /// - Throws: `Failure` for a file that is not XLIFF or names no target language.
  static func entries(in path: String, isNamed: Bool) throws(Failure) -> [Entry] {
    var entries: [Entry] = []
    do {
      try XLIFF.Reader.readHeads(source: InputFiles.source(path), fileName: path) { document, file in
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

  /// The id of the article that a file was extracted from: what our own metadata say, else the end of `post-123`.
  static func article(of file: XLIFF.File) -> String {
    if let id = file.metadatum(Extractor.Key.article) { return id }
    let name = file.original.isEmpty ? file.id : file.original
    return name.split(separator: "-").last.map(String.init) ?? name
  }

}

/// Reads the files that entries stand for. For one thread at a time.
struct TranslationFiles {
  /// What of each file is read.
  let scope: XLIFF.Reader.Scope
  /// The last document that held several files, or why it can't be read: its articles follow each other.
  private var shared: (path: String, files: Result<[XLIFF.File], any Error>)?

  /// - Parameter scope: what of each file is read.
  init(scope: XLIFF.Reader.Scope) { self.scope = scope }

  /// The file that `entry` stands for, as far as merging needs it.
  /// - Throws: `Failure` or `XMLError` where the file can't be read any more, or not to its end.
  mutating func file(_ entry: TranslationIndex.Entry) throws -> XLIFF.File {
    if shared?.path != entry.path {
      let files = Result {
        var files = try XLIFF.Reader.read(
          source: InputFiles.source(entry.path), fileName: entry.path, scope: scope
        ).files
        for index in files.indices { files[index].confirmChangedPrefills() }
        return files
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
