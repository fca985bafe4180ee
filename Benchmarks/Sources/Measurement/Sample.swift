// Several runs of one thing.

/// The runs of one command.
package struct Sample: Equatable, Sendable, Codable {
  package var runs: [ChildProcess.Usage] = []

  package init(runs: [ChildProcess.Usage] = []) { self.runs = runs }

  /// The median of each figure by itself: of two in the middle, their mean.
  package var median: ChildProcess.Usage {
    ChildProcess.Usage(
      wall: Self.median(runs.map(\.wall)), cpu: Self.median(runs.map(\.cpu)),
      system: Self.median(runs.map(\.system)), peakBytes: Int(Self.median(runs.map { Double($0.peakBytes) })))
  }

  /// The middle of `values`; 0 of none.
  package static func median(_ values: [Double]) -> Double {
    guard !values.isEmpty else { return 0 }
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}

extension ChildProcess.Usage {
  /// Adds a run that came after this one: times add up, of the memory the larger counts.
  package mutating func add(_ other: ChildProcess.Usage) {
    wall += other.wall
    cpu += other.cpu
    system += other.system
    peakBytes = max(peakBytes, other.peakBytes)
  }
}
