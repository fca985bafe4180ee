// Writing a corpus, post by post: no more than one is in memory.
internal import FoundationEssentials
internal import Glibc

/// Makes a corpus on disk.
package enum CorpusWriter {
  /// Writes `posts.ndjson`, `sample.ndjson` (the first fiftieth of it), `html/NNNNN.html` (a content each) and, when all is
  /// there, `corpus.json` into `folder`; what the folder held goes.
  /// - Throws: `CorpusError` where it can't be written.
  package static func write(
    _ recipe: CorpusManifest.Recipe, articles: [ExampleArticle], to folder: String
  ) throws(CorpusError) -> CorpusManifest {
    let pool = try PhrasePool(articles: articles)
    try refuseOtherFolders(folder)
    try? FileManager.default.removeItem(atPath: folder)
    do {
      try FileManager.default.createDirectory(atPath: folder + "/html", withIntermediateDirectories: true)
    } catch {
      throw CorpusError(path: folder, problem: "can't be made (\(error))", remedy: "name another folder with --corpus")
    }
    var manifest = CorpusManifest(recipe: recipe)
    manifest.samplePosts = max(1, recipe.posts / 50)
    var fingerprint = Fingerprint()
    var known: Set<UInt64> = []
    let posts = try OutputStream(path: folder + "/posts.ndjson")
    let sample = try OutputStream(path: folder + "/sample.ndjson")
    var line: [UInt8] = []
    for index in 0..<recipe.posts {
      let post = Post(index: index, seed: recipe.seed, pool: pool)
      line.removeAll(keepingCapacity: true)
      post.write(to: &line)
      line.append(0x0A)
      try posts.write(line)
      if index < manifest.samplePosts {
        try sample.write(line)
        manifest.sampleHTMLBytes += post.content.count
      }
      try OutputStream(path: folder + "/html/\(fileName(index)).html").write(post.content)
      fingerprint.add(line)
      manifest.htmlBytes += post.content.count
      manifest.sourceBytes += line.count
      manifest.forms[post.form.rawValue, default: 0] += 1
      manifest.texts += post.texts.count
      for text in post.texts {
        var fingerprint = Fingerprint()
        fingerprint.add(text)
        known.insert(fingerprint.value)
      }
    }
    manifest.uniqueTexts = known.count
    manifest.fingerprint = String(fingerprint.value, radix: 16)
    do {
      try manifest.json().write(to: URL(fileURLWithPath: folder + "/corpus.json"))
    } catch {
      throw CorpusError(path: folder, problem: "can't be written (\(error))", remedy: "make room on the disk")
    }
    return manifest
  }

  /// A folder that holds something, and no corpus, is somebody's.
  private static func refuseOtherFolders(_ folder: String) throws(CorpusError) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    guard !names.isEmpty, !names.contains("posts.ndjson") else { return }
    throw CorpusError(
      path: folder, problem: "is not empty and holds no corpus", remedy: "name another folder with --corpus")
  }

  /// `00001` for the first post.
  private static func fileName(_ index: Int) -> String {
    let digits = String(index + 1)
    return String(repeating: "0", count: max(0, 5 - digits.count)) + digits
  }
}

/// A file that is being written; closed when it goes.
private struct OutputStream: ~Copyable {
  private let descriptor: Int32
  private let path: String

  init(path: String) throws(CorpusError) {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Self.failure(path) }
  }

  deinit { close(descriptor) }

  borrowing func write(_ bytes: [UInt8]) throws(CorpusError) {
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Self.failure(path) }
      written += count
    }
  }

  private static func failure(_ path: String) -> CorpusError {
    CorpusError(
      path: path, problem: "can't be written: \(String(cString: strerror(errno)))",
      remedy: "name another folder with --corpus")
  }
}
