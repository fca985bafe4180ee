extension XLIFF {
  /// A segment's progress, the only status there is: XLIFF 2.1, 4.3.1, `state`.
  package enum State: String, Comparable, CaseIterable, Sendable {
    case initial, translated, reviewed, final

    package static func < (left: State, right: State) -> Bool {
      left.rank < right.rank
    }

    private var rank: Int {
      switch self {
      case .initial: 0
      case .translated: 1
      case .reviewed: 2
      case .final: 3
      }
    }
  }
}
