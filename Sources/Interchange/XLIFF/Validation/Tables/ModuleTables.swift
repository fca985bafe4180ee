// The elements of the modules of XLIFF 2.x (XLIFF 2.1, 5; XLIFF 2.2 Part 2, 4) and of the Change Tracking extension. Modules
// that only have attributes stand with the elements that take them.

extension Tables {
  /// All of them; 2.2 kept what 2.1 had.
  static let modules =
    matches + glossary + metadata + resourceData + changeTracking + sizeRestriction + validation + its

  /// Translation Candidates.
  private static let matches = [
    ElementRule("mtc:matches", "mtc:match+"),
    ElementRule(
      "mtc:match", "mda:metadata? originalData? source target other*",
      "id NMTOKEN; matchQuality percent; matchSuitability percent; origin; ref!; reference yesNo; similarity percent; "
        + "subType prefixed; type matchType; xml:lang language; its:version itsVersion; its:annotatorsRef; "
        + "itsm:domains; \(rating); \(provenance); other"),
  ]

  /// Glossary.
  private static let glossary = [
    ElementRule("gls:glossary", "gls:glossEntry+"),
    ElementRule(
      "gls:glossEntry", "gls:term gls:translation* gls:definition? other*", "id NMTOKEN; ref; other"),
    ElementRule("gls:term", "text", "source; other"),
    ElementRule("gls:translation", "text", "id NMTOKEN; ref; source; other"),
    ElementRule("gls:definition", "text", "source; other"),
  ]

  /// Metadata.
  private static let metadata = [
    ElementRule("mda:metadata", "mda:metaGroup+", "id NMTOKEN"),
    ElementRule("mda:metaGroup", "(mda:metaGroup | mda:meta)+", "id NMTOKEN; category; appliesTo metaSide"),
    ElementRule("mda:meta", "text", "type!"),
  ]

  /// Resource Data. 2.2's schema has `notes` in an item, which its text does not know: they are let be.
  private static let resourceData = [
    ElementRule("res:resourceData", "res:resourceItemRef* res:resourceItem*"),
    ElementRule("res:resourceItemRef", "", "id NMTOKEN; ref! NMTOKEN; other"),
    ElementRule(
      "res:resourceItem", "notes? res:source? res:target? res:reference*", "mimeType; id NMTOKEN; context yesNo; other"),
    ElementRule("res:source", "other*", "href; xml:lang language; other"),
    ElementRule("res:target", "other*", "href; xml:lang language; other"),
    ElementRule("res:reference", "", "href!; xml:lang language; other"),
  ]

  /// Change Tracking: a module in 2.0, an extension since 2.1; the items for content are of a draft of 2.1.
  private static let changeTracking = [
    ElementRule("ctr:changeTrack", "ctr:revisions+"),
    ElementRule(
      "ctr:revisions", "ctr:revision+", "appliesTo! NMTOKEN; ref NMTOKEN; currentVersion NMTOKEN; other"),
    ElementRule(
      "ctr:revision", "(ctr:item | ctr:contentItem | ctr:segmentItem | ctr:unitItem)+",
      "author; datetime; version NMTOKEN; other"),
    ElementRule("ctr:item", "text", "property!; other"),
    ElementRule("ctr:contentItem", "text (cp | ph | pc | sc | ec | mrk | sm | em)*", "property!; id NMTOKEN; other"),
    ElementRule("ctr:segmentItem", "source? target", "property!; id NMTOKEN; other"),
    ElementRule("ctr:unitItem", "(segment | ignorable)+", "property!; id NMTOKEN; other"),
  ]

  /// Size and Length Restriction.
  private static let sizeRestriction = [
    ElementRule("slr:profiles", "slr:normalization? other*", "generalProfile; storageProfile"),
    ElementRule("slr:normalization", "", "general normalization; storage normalization"),
    ElementRule("slr:data", "other*", "profile!; other"),
  ]

  /// Validation.
  private static let validation = [
    ElementRule("val:validation", "val:rule+", "other"),
    ElementRule(
      "val:rule", "",
      "isPresent; occurs positiveInteger; isNotPresent; startsWith; endsWith; existsInSource yesNo; caseSensitive yesNo; "
        + "normalization normalization; disabled yesNo; other"),
  ]

  /// ITS.
  private static let its = [
    ElementRule("its:locQualityIssues", "its:locQualityIssue+", "xml:id! ID; version itsVersion"),
    ElementRule(
      "its:locQualityIssue", "",
      "version itsVersion; locQualityIssueType issueType; locQualityIssueComment; locQualityIssueSeverity percent; "
        + "locQualityIssueProfileRef; locQualityIssueEnabled yesNo"),
    ElementRule("its:provenanceRecords", "its:provenanceRecord+", "xml:id! ID; version itsVersion"),
    ElementRule(
      "its:provenanceRecord", "",
      "version itsVersion; org; orgRef; person; personRef; revOrg; revOrgRef; revPerson; revPersonRef; revTool; "
        + "revToolRef; tool; toolRef"),
  ]
}
