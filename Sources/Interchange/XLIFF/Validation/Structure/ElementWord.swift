// The names of elements that the tables know, numbered. Names of modules carry the module's usual prefix; what a document
// calls it does not matter. 1.2 and 2.x share the words that they share.

/// An element's name, whatever the version.
enum ElementWord: UInt8, CaseIterable {
  /// Of a namespace that no table knows.
  case foreign
  /// Of the core's namespace, but not among its elements; the same of a module's.
  case unlisted, unlistedInModule

  // The core of 2.x; `xliff`, `file`, `group`, `note`, `source`, `target`, `ph`, `mrk` are 1.2's too.
  case xliff, file, skeleton, group, unit, segment, ignorable, notes, note, originalData, data, source, target
  case cp, ph, pc, sc, ec, mrk, sm, em

  case `mtc:matches`, `mtc:match`
  case `gls:glossary`, `gls:glossEntry`, `gls:term`, `gls:translation`, `gls:definition`
  case `mda:metadata`, `mda:metaGroup`, `mda:meta`
  case `res:resourceData`, `res:resourceItemRef`, `res:resourceItem`, `res:source`, `res:target`, `res:reference`
  case `ctr:changeTrack`, `ctr:revisions`, `ctr:revision`, `ctr:item`
  case `ctr:contentItem`, `ctr:segmentItem`, `ctr:unitItem`
  case `slr:profiles`, `slr:normalization`, `slr:data`
  case `val:validation`, `val:rule`
  case `its:locQualityIssues`, `its:locQualityIssue`, `its:provenanceRecords`, `its:provenanceRecord`

  // 1.2.
  case header, skl, glossary, reference, tool, body, phase, count, context, prop, g, x, bx, ex, bpt, ept, it, sub
  case `internal-file`, `external-file`, `phase-group`, `count-group`, `context-group`, `prop-group`
  case `trans-unit`, `bin-unit`, `seg-source`, `alt-trans`, `bin-source`, `bin-target`

  /// How many there are.
  static let total = allCases.count

  /// Whether it is of a table.
  var isNamed: Bool { rawValue > ElementWord.unlistedInModule.rawValue }

  /// The name, with a module's prefix.
  var name: String { "\(self)".filter { $0 != "`" } }

  /// By name, with a module's prefix.
  static let byName = Dictionary(uniqueKeysWithValues: allCases.dropFirst(3).map { ($0.name, $0) })
}
