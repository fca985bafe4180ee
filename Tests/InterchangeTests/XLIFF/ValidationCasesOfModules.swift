/// Documents of 2.x with modules, each with the rules that it breaks.
enum ValidationCasesOfModules {
  /// What stands in `<file id="f">`, and the rules in the order of their lines.
  static let cases: [(String, [String])] = [
    // Where modules may stand.
    ("<mtc:matches><mtc:match ref=\"#1\"><source/><target/></mtc:match></mtc:matches>" + plain, ["module.misplaced"]),
    ("<mda:metadata>\(meta)</mda:metadata><mda:metadata>\(meta)</mda:metadata>" + plain, ["module.count"]),
    ("<mda:unheard/>" + plain, ["element.unlisted"]),
    // Metadata.
    (
      "<mda:metadata id=\"a\"><mda:metaGroup id=\"a\"><mda:meta type=\"t\"/></mda:metaGroup></mda:metadata>" + plain,
      [
        "metadata.id.unique"
      ]
    ),
    // Translation Candidates.
    (unit(match("ref=\"#s\"")), []),
    (unit(match("ref=\"#u=u/s\"")), []),
    (unit(match("ref=\"#t=x\"")), ["match.ref"]),
    (unit(match("ref=\"#n=s\"")), ["match.ref"]),
    (unit(match("ref=\"#s\" subType=\"a:b\"")), ["match.subType"]),
    (unit(match("ref=\"#s\" subType=\"xlf:b\" type=\"tm\"")), ["prefix.reserved"]),
    (unit(match("ref=\"#s\" matchQuality=\"100.1\"")), ["attribute.value"]),
    (unit(match("ref=\"#s\" xml:lang=\"nl\"")), ["match.xml:lang"]),
    (unit(match("ref=\"#s\"", target: "<target xml:lang=\"fr\"/>")), ["match.xml:lang"]),
    (unit(match("ref=\"#s\" reference=\"yes\"", target: "<target xml:lang=\"fr\"/>")), []),
    (unit(match("ref=\"#s\"", target: "<target><sc id=\"1\"/></target>")), ["sc.pair"]),
    (unit(match("ref=\"#s\"", target: "<target><ph id=\"1\" dataRef=\"d\"/></target>")), ["dataRef.unresolved"]),
    // Glossary.
    (unit("<gls:glossary><gls:glossEntry><gls:term>a</gls:term></gls:glossEntry></gls:glossary>"), ["glossary.entry"]),
    (unit(entry("ref=\"#s\"")), []),
    (unit(entry("ref=\"#q\"")), ["glossary.ref"]),
    (unit(entry("ref=\"s\"")), ["glossary.ref"]),
    // Format Style.
    (unit("", "<source><ph id=\"1\" fs:subFs=\"a,b\"/></source>"), ["fs.subFs"]),
    (unit("", "<source><sc id=\"1\"/><ec startRef=\"1\" fs:fs=\"b\"/></source>"), ["fs.ec"]),
    // Resource Data.
    ("<res:resourceData><res:resourceItem/></res:resourceData>" + plain, ["resource.empty"]),
    (
      "<res:resourceData><res:resourceItem><res:source href=\"a\"/></res:resourceItem></res:resourceData>" + plain,
      [
        "resource.mimeType"
      ]
    ),
    (resource("context=\"no\"", "<res:target href=\"a\"/>"), ["resource.source"]),
    (resource("", "<res:source/>"), ["resource.href"]),
    (resource("", "<res:source href=\"a\" xml:lang=\"nl\"/>"), ["resource.xml:lang"]),
    (resource("", "<res:source href=\"a\" xml:lang=\"EN\"/>"), []),
    // Size and Length Restriction.
    (unit("", "<source><pc id=\"1\" slr:sizeRestriction=\"1,2,3\">a</pc></source>"), ["size.value"]),
    (unit("", "<source><pc id=\"1\" slr:sizeRestriction=\"1,*\">a</pc></source>"), []),
    (
      "<slr:profiles generalProfile=\"my:boxes\"/>"
        + unit("", "<source><pc id=\"1\" slr:sizeRestriction=\"{1,2}\">a</pc></source>"), []
    ),
    // Validation.
    (rule("isPresent=\"a\" startsWith=\"b\""), ["rule.kind"]),
    (rule(""), ["rule.kind"]),
    (rule("startsWith=\"a\" occurs=\"2\""), ["rule.occurs"]),
    (rule("isNotPresent=\"a\" existsInSource=\"yes\""), ["rule.existsInSource"]),
    (rule("isPresent=\"a\" disabled=\"yes\""), ["rule.disabled"]),
    // Change Tracking.
    (change("appliesTo=\"note\" ref=\"n\"", "content") + "<notes><note id=\"n\"/></notes>" + plain, []),
    (change("appliesTo=\"note\"", "category") + "<notes><note/></notes>" + plain, []),
    (change("appliesTo=\"note\"", "hex") + plain, ["change.property"]),
    (change("appliesTo=\"paragraph\"", "content") + plain, ["change.appliesTo"]),
    (change("appliesTo=\"note\" currentVersion=\"2\"", "content") + plain, ["change.currentVersion"]),
    // ITS.
    (annotation("its:taClassRef=\"a\""), []),
    (annotation("its:taSource=\"a\""), ["its.textAnalysis"]),
    (annotation("its:mtConfidence=\"0.5\""), ["its.tool"]),
    (annotation("its:mtConfidence=\"0.5\" its:annotatorsRef=\"mt-confidence|http://a\""), []),
    (annotation("its:annotatorsRef=\"unheard|http://a\""), ["its.annotatorsRef"]),
    (annotation("its:annotatorsRef=\"domain|a domain|b\""), ["its.annotatorsRef"]),
    (annotation("its:locQualityRatingScore=\"1\" its:locQualityRatingVote=\"1\""), ["its.rating"]),
    (annotation("its:locQualityRatingScoreThreshold=\"1\""), ["its.rating"]),
    (annotation("its:locQualityIssueSeverity=\"1\""), ["its.issue"]),
    (annotation("its:locQualityIssuesRef=\"#its=q\""), ["its.ref"]),
    (annotation("its:locQualityIssuesRef=\"q\""), ["its.ref"]),
    (annotation("its:provenanceRecordsRef=\"#its=q\""), ["its.ref"]),
    (annotation("its:provenanceRecordsRef=\"#its=q\" its:org=\"a\""), ["its.provenance", "its.ref"]),
    (annotation("its:localeFilterType=\"include\""), ["its.localeFilter"]),
    (annotation("its:termConfidence=\"1\" its:annotatorsRef=\"terminology|a\""), ["its.term"]),
    (annotation("its:locQualityIssueType=\"unheard\""), ["attribute.value"]),
    (annotation("its:org=\"a\"", type: "my:x"), ["its.type"]),
    (annotation("its:taClassRef=\"a\"", type: "its:unheard"), ["its.type", "its.type"]),
    (unit("<its:locQualityIssues xml:id=\"a\"><its:locQualityIssue/></its:locQualityIssues>"), ["its.issue"]),
    (unit("<its:provenanceRecords xml:id=\"a\"><its:provenanceRecord/></its:provenanceRecords>"), ["its.provenance"]),
  ]

  /// What stands on `<unit id="u" …>` and on its segment in 2.2.
  static let switches: [(String, String, [String])] = [
    ("plural:n", "other", []), ("plural:n gender:g", "one feminine", []), ("select:s", "anything", []),
    ("plural:n", "1.5", []), ("number:n", "1", ["switch.form"]), ("plural", "1", ["switch.form"]),
    ("plural:n", "one feminine", ["case.form"]), ("plural:n", "some", ["case.form"]),
  ]

  // MARK: Pieces

  private static let plain = "<unit id=\"u\"><segment><source/></segment></unit>"
  private static let meta = "<mda:metaGroup><mda:meta type=\"t\"/></mda:metaGroup>"

  private static func unit(_ modules: String, _ source: String = "<source/>") -> String {
    "<unit id=\"u\">\(modules)<segment id=\"s\">\(source)</segment></unit>"
  }

  private static func match(_ attributes: String, target: String = "<target/>") -> String {
    "<mtc:matches><mtc:match \(attributes)><source/>\(target)</mtc:match></mtc:matches>"
  }

  private static func entry(_ attributes: String) -> String {
    "<gls:glossary><gls:glossEntry \(attributes)><gls:term>a</gls:term><gls:translation>b</gls:translation></gls:glossEntry></gls:glossary>"
  }

  private static func resource(_ attributes: String, _ content: String) -> String {
    "<res:resourceData><res:resourceItem mimeType=\"a/b\" \(attributes)>\(content)</res:resourceItem></res:resourceData>"
      + plain
  }

  private static func rule(_ attributes: String) -> String {
    "<val:validation><val:rule \(attributes)/></val:validation>" + plain
  }

  private static func change(_ attributes: String, _ property: String) -> String {
    "<ctr:changeTrack><ctr:revisions \(attributes)><ctr:revision version=\"1\"><ctr:item property=\"\(property)\"/></ctr:revision></ctr:revisions></ctr:changeTrack>"
  }

  private static func annotation(_ attributes: String, type: String = "its:generic") -> String {
    unit("", "<source><mrk id=\"m\" type=\"\(type)\" \(attributes)>a</mrk></source>")
  }
}
