// The core of XLIFF 2.x. From the specifications' sections "Structural Elements", "Inline Elements" and "Attributes"
// (XLIFF 2.1, 4.2 and 4.3; XLIFF 2.2 Part 1, 3.2 and 3.3).

extension Tables {
  /// The core elements of 2.0 and 2.1, or of 2.2, which added notes and metadata of the whole document, notes that refer,
  /// and what the Plural, Gender, and Select module hangs on units and segments.
  static func core2(_ version: XLIFF.Version) -> [ElementRule] {
    let is2_2 = version == .v2_2
    let inline = "text (cp | ph | pc | sc | ec | mrk | sm | em)*"
    return [
      ElementRule(
        "xliff", is2_2 ? "notes? mda:metadata? file+" : "file+",
        "version! \(is2_2 ? "version2.2" : "version2.1"); srcLang! language; trgLang language; xml:space space; "
          + "xml:lang language; its:version itsVersion; other"),
      ElementRule(
        "file", "skeleton? other* notes? (unit | group)+",
        modules: "mda:metadata? res:resourceData? slr:profiles? slr:data? val:validation? its:provenanceRecords* "
          + "ctr:changeTrack*",
        "id! NMTOKEN; canResegment yesNo; original; translate yesNo; srcDir direction; trgDir direction; " + onStructure
      ),
      ElementRule("skeleton", "text other*", "href"),
      ElementRule(
        "group", "other* notes? (unit | group)*",
        modules: "mda:metadata? slr:data? val:validation? its:provenanceRecords* ctr:changeTrack*",
        "id! NMTOKEN; name; canResegment yesNo; translate yesNo; srcDir direction; trgDir direction; type prefixed; "
          + onStructure),
      ElementRule(
        "unit", "other* notes? originalData? (segment | ignorable)+",
        modules: "mtc:matches? gls:glossary? mda:metadata? res:resourceData? slr:data? val:validation? "
          + "its:locQualityIssues* its:provenanceRecords* ctr:changeTrack*",
        "id! NMTOKEN; name; canResegment yesNo; translate yesNo; srcDir direction; trgDir direction; type prefixed; "
          + (is2_2 ? "pgs:switch; " : "") + onStructure),
      ElementRule(
        "segment", "source target?",
        "id NMTOKEN; canResegment yesNo; state state; subState prefixed" + (is2_2 ? "; pgs:case" : "")),
      ElementRule("ignorable", "source target?", "id NMTOKEN"),
      ElementRule("notes", "note+"),
      ElementRule(
        "note", "text",
        "id NMTOKEN; appliesTo side; category; priority priority; xml:lang language; fs:fs formatStyle; fs:subFs; "
          + (is2_2 ? "ref; " : "") + "other"),
      ElementRule("originalData", "data+"),
      ElementRule("data", "text cp*", "id! NMTOKEN; dir direction; xml:space preserve"),
      ElementRule("source", inline, "xml:lang language; xml:space space"),
      ElementRule("target", inline, "xml:lang language; xml:space space; order positiveInteger"),
      ElementRule("cp", "", "hex! hexBinary"),
      ElementRule("ph", "", "id! NMTOKEN; \(hints); \(code); \(onCode)"),
      ElementRule(
        "pc", inline,
        "id! NMTOKEN; \(hints); canOverlap yesNo; dir direction; dispStart; dispEnd; equivStart; equivEnd; "
          + "dataRefStart NMTOKEN; dataRefEnd NMTOKEN; subFlowsStart NMTOKENS; subFlowsEnd NMTOKENS; \(onCode); "
          + "slr:storageRestriction; slr:sizeRestriction"),
      ElementRule(
        "sc", "",
        "id! NMTOKEN; \(hints); \(code); canOverlap yesNo; dir direction; isolated yesNo; \(onCode); "
          + "slr:storageRestriction; slr:sizeRestriction"),
      ElementRule(
        "ec", "",
        "id NMTOKEN; startRef NMTOKEN; \(hints); \(code); canOverlap yesNo; dir direction; isolated yesNo; \(onCode)"),
      ElementRule("mrk", inline, annotation),
      ElementRule("sm", "", annotation),
      ElementRule("em", "", "startRef! NMTOKEN"),
    ]
  }

  /// What inline codes have in common (3.3.1, "Inline Elements").
  private static let hints =
    "canCopy yesNo; canDelete yesNo; canReorder yesNoFirstNo; copyOf NMTOKEN; type codeType; subType prefixed"
  private static let code = "disp; equiv; dataRef NMTOKEN; subFlows NMTOKENS"
  /// The modules' attributes that codes may have; "No other attributes MUST be used".
  private static let onCode = "fs:fs formatStyle; fs:subFs; slr:equivStorage; slr:sizeInfo; slr:sizeInfoRef NMTOKEN"

  private static let annotation =
    "id! NMTOKEN; translate yesNo; type markType; ref; value; fs:fs formatStyle; fs:subFs; slr:storageRestriction; "
    + "slr:sizeRestriction; \(rating); \(provenance); itsm:domains; itsm:lang language; its:annotatorsRef; "
    + "its:version itsVersion; its:allowedCharacters; its:localeFilterList; its:localeFilterType filter; "
    + "its:locQualityIssueType issueType; its:locQualityIssueComment; its:locQualityIssueSeverity percent; "
    + "its:locQualityIssueProfileRef; its:locQualityIssueEnabled yesNo; its:locQualityIssuesRef; "
    + "its:mtConfidence confidence; its:termConfidence confidence; its:taConfidence confidence; its:taClassRef; "
    + "its:taIdent; its:taIdentRef; its:taSource; other-but-xml"

  /// What files, groups and units take from XML and from modules.
  private static let onStructure =
    "xml:space space; xml:lang language; xml:id; xml:base; fs:fs formatStyle; fs:subFs; slr:storageRestriction; "
    + "slr:sizeRestriction; slr:sizeInfo; slr:sizeInfoRef NMTOKEN; its:version itsVersion; its:annotatorsRef; "
    + "itsm:domains; \(rating); \(provenance); other"

  /// Localization Quality Rating (ITS module).
  static let rating =
    "its:locQualityRatingProfileRef; its:locQualityRatingScore percent; its:locQualityRatingScoreThreshold percent; "
    + "its:locQualityRatingVote integer; its:locQualityRatingVoteThreshold integer"
  /// Provenance (ITS module).
  static let provenance =
    "its:provenanceRecordsRef; its:org; its:orgRef; its:person; its:personRef; its:revOrg; its:revOrgRef; its:revPerson; "
    + "its:revPersonRef; its:revTool; its:revToolRef; its:tool; its:toolRef"
}
