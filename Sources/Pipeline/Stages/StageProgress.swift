// How stages tell how far they are, to whoever shows it.
internal import Synchronization

/// Counts what has been done. Shared by all workers.
package final class StageProgress: Sendable {
  private let show: @Sendable (Int, Int) -> Void
  private let done = Mutex((items: 0, bytes: 0))

  /// - Parameter show: called with items and bytes done so far, from any thread, one call at a time.
  package init(_ show: @escaping @Sendable (_ items: Int, _ bytes: Int) -> Void = { _, _ in }) {
    self.show = show
  }

  /// One more item is done.
  func add(bytes: Int) {
    done.withLock { state in
      state.items += 1
      state.bytes += bytes
      show(state.items, state.bytes)
    }
  }
}
