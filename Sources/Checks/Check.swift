internal import Interchange

/// Looks at one unit at a time for one kind of problem. A check never repairs, and knows nothing of the other checks.
package protocol Check: Sendable {
  /// Its name, severity and what it is for: for reports and for the documentation.
  static var description: CheckDescription { get }

  /// A check without state of its own.
  init()

  /// The problems of `unit`, each with the place of its segment in `unit.segments`.
  func problems(in unit: CheckedUnit, _ context: CheckContext) -> [(segment: Int, problem: Problem)]
}

/// What a check is called and does.
package struct CheckDescription: Sendable, Equatable {
  /// As it stands in reports: `terminology.missing`.
  package var name: String
  /// The severest that it gives.
  package var severity: Finding.Severity
  /// One or two sentences, for the documentation.
  package var summary: String
}

extension Check {
  /// Its name in reports.
  package var name: String { Self.description.name }
}

/// Every check there is, in the order of reports.
package enum CheckRegistry {
  /// The types of the checks.
  package static let types: [any Check.Type] = [
    MissingTermCheck.self, DeprecatedTermCheck.self, UntranslatedTermCheck.self, ForeignTermCheck.self,
    InlineCodesCheck.self, BlockCopiesCheck.self, NumbersCheck.self, UntranslatedSegmentCheck.self,
  ]

  /// One of each.
  package static var all: [any Check] { types.map { $0.init() } }

  /// What the documentation says of them.
  package static var descriptions: [CheckDescription] { types.map { $0.description } }
}
