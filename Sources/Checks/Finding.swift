// What is wrong with a text, as a value: collected by the runner, rendered by whoever asked.

/// One thing that an editor should look at.
package struct Finding: Sendable, Equatable {
  /// How much it matters.
  package enum Severity: String, CaseIterable, Comparable, Sendable {
    /// For an editor's information: it may well be right.
    case note
    /// Probably wrong.
    case warning
    /// Wrong by the glossary's or the format's own rules.
    case error

    package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  /// The text that `start` and `end` count in.
  package enum Side: String, Sendable {
    case source, target
  }

  /// The same in every run as long as check, file, unit, segment, concept, text and occurrence are; 16 hexadecimal digits.
  package var id: String
  /// The check's name, such as `terminology.missing`.
  package var check: String
  package var severity: Severity
  /// The path of the file that was checked, as the caller named it.
  package var file: String
  /// The unit's id.
  package var unit: String
  /// The segment's id, or its place among the unit's segments, from 1, where it has none. Empty where the finding is about
  /// the whole unit.
  package var segment: String
  /// Language tag of the side's text.
  package var locale: String
  package var side: Side
  /// Code points of the segment's plain text, inline codes left out.
  package var start: Int
  package var end: Int
  /// What stands there.
  package var text: String
  /// The id of the glossary's concept; nil where the finding is about none.
  package var concept: String?
  /// One sentence in English, for an editor.
  package var message: String
  /// What may stand there instead.
  package var suggestions: [String]
  /// The line of the segment in the file, from 1; 0 where it was not read from a file.
  package var line: Int
}

/// What a check says, before the runner adds where it said it.
package struct Problem: Sendable, Equatable {
  package var severity: Finding.Severity
  package var side: Finding.Side
  /// Bytes of the side's plain text.
  package var bytes: Range<Int>
  /// What the finding's `text` is, where it isn't what stands at `bytes`: an inline code has no text.
  package var text: String?
  package var concept: String?
  package var message: String
  package var suggestions: [String]

  /// A problem at `bytes` of the `side`.
  package init(
    _ severity: Finding.Severity, _ side: Finding.Side, _ bytes: Range<Int>, text: String? = nil,
    concept: String? = nil, message: String, suggestions: [String] = []
  ) {
    self.severity = severity
    self.side = side
    self.bytes = bytes
    self.text = text
    self.concept = concept
    self.message = message
    self.suggestions = suggestions
  }
}
