// The names of attributes that the tables know, numbered, as `ElementWord` numbers elements.

/// An attribute's name, whatever the version.
enum AttributeWord: UInt8, CaseIterable {
  /// Of a namespace that no table knows.
  case foreign
  /// Of no namespace, or of one that a table knows, but not among its attributes.
  case unlisted

  // The core of 2.x, and what modules and 1.2 share with it.
  case version, srcLang, trgLang, id, name, original, translate, href, category, type, subType, state, subState
  case order, hex, canCopy, canDelete, canReorder, canOverlap, canResegment, copyOf, isolated, startRef, value, ref
  case disp, dispStart, dispEnd, equiv, equivStart, equivEnd, dataRef, dataRefStart, dataRefEnd
  case subFlows, subFlowsStart, subFlowsEnd, dir, srcDir, trgDir, priority, appliesTo
  // Of modules' own elements.
  case matchQuality, matchSuitability, origin, reference, similarity, source, mimeType, context
  case currentVersion, author, datetime, property, generalProfile, storageProfile, general, storage, profile
  case isPresent, occurs, isNotPresent, startsWith, endsWith, existsInSource, caseSensitive, normalization, disabled
  case locQualityIssueType, locQualityIssueComment, locQualityIssueSeverity, locQualityIssueProfileRef
  case locQualityIssueEnabled
  case org, orgRef, person, personRef, revOrg, revOrgRef, revPerson, revPersonRef, revTool, revToolRef, tool, toolRef
  // XML's and modules' attributes on elements of others.
  case `xml:lang`, `xml:space`, `xml:id`, `xml:base`
  case `fs:fs`, `fs:subFs`
  case `slr:storageRestriction`, `slr:sizeRestriction`, `slr:equivStorage`, `slr:sizeInfo`, `slr:sizeInfoRef`
  case `pgs:switch`, `pgs:case`
  case `itsm:domains`, `itsm:lang`
  case `its:version`, `its:annotatorsRef`, `its:allowedCharacters`, `its:localeFilterList`, `its:localeFilterType`
  case `its:locQualityIssueType`, `its:locQualityIssueComment`, `its:locQualityIssueSeverity`
  case `its:locQualityIssueProfileRef`, `its:locQualityIssueEnabled`, `its:locQualityIssuesRef`
  case `its:locQualityRatingProfileRef`, `its:locQualityRatingScore`, `its:locQualityRatingScoreThreshold`
  case `its:locQualityRatingVote`, `its:locQualityRatingVoteThreshold`
  case `its:mtConfidence`, `its:termConfidence`, `its:taConfidence`, `its:taClassRef`, `its:taIdent`, `its:taIdentRef`
  case `its:taSource`, `its:provenanceRecordsRef`
  case `its:org`, `its:orgRef`, `its:person`, `its:personRef`, `its:revOrg`, `its:revOrgRef`, `its:revPerson`
  case `its:revPersonRef`, `its:revTool`, `its:revToolRef`, `its:tool`, `its:toolRef`
  // 1.2.
  case datatype, date, ts, form, crc, uid, from, annotates, purpose, coord, font, style, exstyle, menu, maxwidth
  case minwidth, maxheight, minheight, maxbytes, minbytes, charclass, restype, resname, extradata, extype, approved
  case reformat, mid, alttranstype, xid, ctype, clone, rid, assoc, pos, mtype, comment, unit
  case `source-language`, `target-language`, `tool-id`, `product-name`, `product-version`, `build-num`, `phase-name`
  case `process-name`, `company-name`, `job-id`, `contact-name`, `contact-email`, `contact-phone`, `count-type`
  case `context-type`, `match-mandatory`, `prop-type`, `tool-name`, `tool-version`, `tool-company`, `help-id`
  case `menu-option`, `menu-name`, `css-style`, `size-unit`, `merged-trans`, `state-qualifier`, `match-quality`
  case `mime-type`, `equiv-trans`, `equiv-text`

  /// Whether a module hangs it on elements of others.
  var isOfModule: Bool {
    rawValue >= AttributeWord.`fs:fs`.rawValue && rawValue <= AttributeWord.`its:toolRef`.rawValue
  }

  /// Whether it is one of ITS's, or of the ITS module's own.
  var isOfITS: Bool {
    rawValue >= AttributeWord.`itsm:domains`.rawValue && rawValue <= AttributeWord.`its:toolRef`.rawValue
  }

  /// How many there are.
  static let total = allCases.count

  /// The name, with a module's prefix.
  var name: String { "\(self)".filter { $0 != "`" } }

  /// By name, with a module's prefix.
  static let byName = Dictionary(uniqueKeysWithValues: allCases.dropFirst(2).map { ($0.name, $0) })
}
