import Dispatch
import Synchronization
import Testing

@testable import Pipeline

@Suite struct OrderedResultsTests {
  /// What results received, in that order.
  private final class Log: Sendable {
    let values = Mutex<[Int]>([])

    func add(_ value: Int) { values.withLock { $0.append(value) } }
  }

  @Test func handsOnInOrderAndAsSoonAsItCan() {
    let log = Log()
    let results = OrderedResults<Int> { log.add($0) }
    results.put(10, at: 1)
    #expect(log.values.withLock { $0 } == [])
    results.put(0, at: 0)
    #expect(log.values.withLock { $0 } == [0, 10])
    results.put(30, at: 3)
    results.put(nil, at: 2)
    #expect(log.values.withLock { $0 } == [0, 10, 30])
  }

  @Test func takesThemFromManyThreads() {
    let log = Log()
    let results = OrderedResults<Int> { log.add($0) }
    DispatchQueue.concurrentPerform(iterations: 1000) { results.put($0 % 3 == 0 ? nil : $0, at: $0) }
    #expect(log.values.withLock { $0 } == (0..<1000).filter { $0 % 3 != 0 })
  }
}
