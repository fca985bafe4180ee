// Articles are independent: several are worked on side by side.
internal import Dispatch
internal import Foundation

/// Runs the same work several times side by side.
enum Workers {
  /// Calls `body` several times at once and waits for all; each takes work from a source that they share.
  /// - Parameter count: how often; nil: once a core. More than there are cores are no faster.
  static func run(_ count: Int? = nil, _ body: @Sendable (Int) -> Void) {
    let count = max(1, count ?? ProcessInfo.processInfo.activeProcessorCount)
    DispatchQueue.concurrentPerform(iterations: count, execute: body)
  }
}
