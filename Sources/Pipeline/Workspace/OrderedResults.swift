// Workers finish in any order; people read results in the order of what they gave.
internal import Synchronization

/// Hands results on in the order of their numbers, each as soon as all before it are there: none is kept longer.
final class OrderedResults<Value: Sendable>: Sendable {
  private struct State {
    var next = 0
    /// Results that came early; nil for a number of which nothing came.
    var waiting: [Int: Value?] = [:]
  }

  private let state = Mutex(State())
  private let receive: @Sendable (Value) -> Void

  /// Results go to `receive`, one at a time.
  init(_ receive: @escaping @Sendable (Value) -> Void) { self.receive = receive }

  /// Takes what came of number `number`, counted from 0 without gaps; nil where nothing did.
  func put(_ value: Value?, at number: Int) {
    state.withLock { state in
      state.waiting[number] = .some(value)
      while let value = state.waiting.removeValue(forKey: state.next) {
        state.next += 1
        if let value { receive(value) }
      }
    }
  }
}
