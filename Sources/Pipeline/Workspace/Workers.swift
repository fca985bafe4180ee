// Articles are independent: several are worked on side by side.
internal import Dispatch
internal import Foundation

/// Runs the same work on all cores.
enum Workers {
  /// Calls `body` once a core, at the same time, and waits for all; each takes work from a source that they share.
  static func run(_ body: @Sendable (Int) -> Void) {
    let count = max(1, ProcessInfo.processInfo.activeProcessorCount)
    DispatchQueue.concurrentPerform(iterations: count, execute: body)
  }
}
