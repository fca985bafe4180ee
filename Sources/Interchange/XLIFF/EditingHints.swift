extension XLIFF {
  /// What a translator may do with a code: XLIFF 2.1, 4.7.2.4 (Editing Hints). The standard's default is all of it.
  package struct EditingHints: OptionSet, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// `canCopy`: use it once more.
    package static let copy = EditingHints(rawValue: 1)
    /// `canDelete`: leave it out.
    package static let delete = EditingHints(rawValue: 2)
    /// `canReorder`: put it before or behind others. Without it neither of the two before is allowed.
    package static let reorder = EditingHints(rawValue: 4)

    /// What the standard assumes where nothing is said.
    package static let all: EditingHints = [.copy, .delete, .reorder]
  }
}

extension XLIFF.InlineElement {
  /// The same of this code.
  package var hints: XLIFF.EditingHints {
    get {
      var hints: XLIFF.EditingHints = canCopy ? .copy : []
      if canDelete { hints.insert(.delete) }
      if canReorder { hints.insert(.reorder) }
      return hints
    }
    set {
      canCopy = newValue.contains(.copy)
      canDelete = newValue.contains(.delete)
      canReorder = newValue.contains(.reorder)
    }
  }
}
