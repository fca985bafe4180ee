extension XLIFF {
  /// What a document says that the version it is converted to has no words for, counted by kind.
  package struct Losses: Sendable, Equatable {
    /// How often, by what it is in words: `editing hints of codes`.
    package private(set) var counts: [String: Int] = [:]

    /// None.
    package init() {}

    package var isEmpty: Bool { counts.isEmpty }

    /// Adds to a kind.
    mutating func add(_ kind: String, _ count: Int = 1) {
      if count > 0 { counts[kind, default: 0] += count }
    }

    /// Adds those of another file.
    package mutating func add(_ other: Losses) {
      for (kind, count) in other.counts { add(kind, count) }
    }

    /// `12 editing hints of codes, 1 ids of notes`: the most frequent first.
    package var description: String {
      counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
    }
  }
}
