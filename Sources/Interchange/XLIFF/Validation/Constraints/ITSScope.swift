// What the ITS module inherits: its version, who annotated, and the quality rating (XLIFF 2.1, "ITS Tools Referencing",
// "Localization Quality Rating").

/// What of ITS holds for an element, from itself or from those around it.
struct ITSScope {
  var hasVersion = false
  /// A bit for each data category that an `annotatorsRef` names a tool for.
  var annotators: UInt32 = 0
  var hasScore = false
  var hasVote = false

  /// The data categories of ITS 2.0.
  static let categories = [
    "allowed-characters", "directionality", "domain", "elements-within-text", "external-resource", "id-value",
    "language-information", "locale-filter", "localization-note", "localization-quality-issue",
    "localization-quality-rating", "mt-confidence", "preserve-space", "provenance", "storage-size", "target-pointer",
    "terminology", "text-analysis", "translate",
  ]

  /// Whether a tool is named for `category`.
  func hasAnnotator(for category: String) -> Bool {
    guard let number = Self.categories.firstIndex(of: category) else { return false }
    return annotators & (1 << UInt32(number)) != 0
  }

  /// What is wrong with the value of an `annotatorsRef`; takes over what it says.
  /// - Returns: nil where nothing is.
  mutating func annotate(_ value: String) -> String? {
    var named: UInt32 = 0
    let entries = value.split(whereSeparator: \.isWhitespace)
    if entries.isEmpty { return "it names no tool" }
    for entry in entries {
      let parts = entry.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[1].isEmpty else {
        return "\(Quoted.text(String(entry))) is no data category and IRI, separated by |"
      }
      guard let number = Self.categories.firstIndex(of: String(parts[0])) else {
        return "\(Quoted.text(String(parts[0]))) is no data category"
      }
      let bit: UInt32 = 1 << UInt32(number)
      if named & bit != 0 { return "\(parts[0]) is there twice" }
      named |= bit
    }
    annotators |= named
    return nil
  }
}
