// One line of articles for all workers.
internal import Synchronization
package import WordPressFilter

/// Hands out the articles of several sources, one by one, to whoever asks.
package final class ArticleQueue: Sendable {
  private struct State {
    var paths: ArraySlice<String>
    var current: ArticleSource?
    var count = 0
    var failures: [Failure] = []
  }

  private let state: Mutex<State>

  /// The articles of the files at `paths`, in order.
  package init(paths: [String]) {
    state = Mutex(State(paths: paths[...]))
  }

  /// The next article's bytes, or nil when there is none left. A source that can't be read on is noted and left.
  package func next() -> ArticleRecord? { nextNumbered()?.record }

  /// The same with the article's place among those of all sources, from 0.
  package func nextNumbered() -> (number: Int, record: ArticleRecord)? {
    state.withLock { state in
      while true {
        do {
          if state.current == nil {
            guard let path = state.paths.popFirst() else { return nil }
            state.current = try ArticleSource(path: path)
          }
          if let record = try state.current?.next() {
            defer { state.count += 1 }
            return (state.count, record)
          }
        } catch {
          state.failures.append(Failure(error, file: ""))
        }
        state.current = nil
      }
    }
  }

  /// What could not be read so far.
  package var failures: [Failure] { state.withLock { $0.failures } }
}
