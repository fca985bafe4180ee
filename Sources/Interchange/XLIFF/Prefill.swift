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
        // What 1.2 has said of it, such as `new`, holds no longer.
        units[unit].parts[part].subState = nil
      }
    }
  }

  /// Gives each segment without a target its source as one, in state `initial`, and says so in the metadata.
  package mutating func prefill() {
    for unit in units.indices where units[unit].translate {
      for part in units[unit].parts.indices where units[unit].parts[part].kind == .segment {
        guard units[unit].parts[part].target == nil else { continue }
        var target = units[unit].parts[part].source
        target.elements.removeAll { !$0.kind.isCode }
        units[unit].parts[part].target = target
        units[unit].parts[part].state = .initial
      }
    }
    if metadatum(Self.prefilledKey) == nil { metadata.append(XLIFF.Metadatum(Self.prefilledKey, "yes")) }
  }
}
