// Files that hold many posts: in the order of their source, though the workers finish them in any order.
internal import Synchronization
internal import WordPressFilter

/// Takes what workers make of numbered articles, and writes it in the order of the numbers.
final class PostStreams: Sendable {
  /// One post in the form of its file.
  struct Piece: Sendable {
    /// The file that it goes to.
    var path: String
    var bytes: [UInt8]
    /// Makes what stands before the first post of that file.
    var begin: @Sendable () -> [UInt8] = { [] }
    /// What stands behind the last one.
    var end: [UInt8] = []
  }

  private struct State {
    /// The number whose turn it is.
    var next = 0
    /// What is finished and has to wait, for a smaller number is still being worked on.
    var waiting: [Int: [Piece]] = [:]
    /// Files by path; nil where one could not be written.
    var files: [String: PartFile?] = [:]
    var ends: [(path: String, bytes: [UInt8])] = []
    var failures: [Failure] = []
  }

  private let sources: [String]
  private let state = Mutex(State())

  /// Files that are not any of `sources`.
  init(sources: [String]) { self.sources = sources }

  /// Article `number`, from 0, has become `pieces`; every number must come once, with none where nothing came of it.
  func finish(_ number: Int, _ pieces: [Piece]) {
    state.withLock { state in
      state.waiting[number] = pieces
      while let pieces = state.waiting.removeValue(forKey: state.next) {
        state.next += 1
        for piece in pieces { write(piece, &state) }
      }
    }
  }

  /// Ends all files.
  /// - Returns: what could not be written.
  func close() -> [Failure] {
    state.withLock { state in
      for (path, bytes) in state.ends {
        guard let file = state.files[path] ?? nil else { continue }
        do throws(Failure) {
          try file.append(bytes)
          try file.finish()
        } catch {
          state.failures.append(error)
        }
      }
      state.files = [:]
      state.ends = []
      return state.failures
    }
  }

  private func write(_ piece: Piece, _ state: inout State) {
    do throws(Failure) {
      if state.files[piece.path] == nil {
        state.files[piece.path] = .some(nil)
        let file = try PartFile(path: piece.path, sources: sources)
        try file.append(piece.begin())
        state.files[piece.path] = file
        state.ends.append((piece.path, piece.end))
      }
      try (state.files[piece.path] ?? nil)?.append(piece.bytes)
    } catch {
      state.files[piece.path] = .some(nil)
      state.failures.append(error)
    }
  }
}

/// What the files of many posts are called: after their sources.
struct StreamNames: Sendable {
  private let stems: [String: String]

  /// Names for the posts of `sources`: the source's name without folder and ending; where two are alike, the later ones get
  /// `-2`, `-3`.
  init(sources: [String]) {
    var stems: [String: String] = [:]
    var taken: Set<String> = []
    for source in sources {
      let name = source == "-" ? "stdin" : source.split(separator: "/").last.map(String.init) ?? source
      let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
      let base = stem.isEmpty ? "posts" : stem
      var candidate = base
      var number = 2
      while taken.contains(candidate) {
        candidate = "\(base)-\(number)"
        number += 1
      }
      taken.insert(candidate)
      // What articles of standard input say that they are from.
      stems[source == "-" ? "<stdin>" : source] = candidate
    }
    self.stems = stems
  }

  /// The name for posts of the source that articles call `file`.
  func stem(of file: String) -> String { stems[file] ?? "posts" }
}

/// Articles of a queue with their numbers, from 0.
final class NumberedArticles: Sendable {
  private let queue: ArticleQueue
  private let count = Mutex(0)

  /// Those of `queue`.
  init(_ queue: ArticleQueue) { self.queue = queue }

  /// The next article, or nil when there is none left.
  func next() -> (number: Int, record: ArticleRecord)? {
    count.withLock { count in
      guard let record = queue.next() else { return nil }
      defer { count += 1 }
      return (count, record)
    }
  }
}
