// Files whose targets were filled with their sources for tools that show only units with a target. Such tools set no states: what
// has been translated shows by being different.

extension XLIFF.File {
  /// The key of the metadatum that says `yes` where targets were filled with sources at export.
  package static let prefilledKey = "prefilled"

  /// Takes each target that differs from its source for a translation, in a file that was prefilled: its state is still the
  /// one that the export gave it. Other files stay as they are.
  package mutating func confirmChangedPrefills() {
    guard metadatum(Self.prefilledKey) == "yes" else { return }
    for unit in units.indices {
      for part in units[unit].parts.indices where units[unit].parts[part].isProposed {
        units[unit].parts[part].state = .translated
      }
    }
  }
}
