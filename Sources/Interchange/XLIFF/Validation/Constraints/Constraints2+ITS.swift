// The constraints of the ITS module (XLIFF 2.1, 5.9): which attributes go together, which need a tool to be named, and what
// stands off refers to.
internal import XMLStream

extension Constraints2 {
  private static let provenance: [AttributeWord] = [
    .`its:org`, .`its:orgRef`, .`its:person`, .`its:personRef`, .`its:revOrg`, .`its:revOrgRef`, .`its:revPerson`,
    .`its:revPersonRef`, .`its:revTool`, .`its:revToolRef`, .`its:tool`, .`its:toolRef`,
  ]
  private static let provenanceOfRecord: [AttributeWord] = [
    .org, .orgRef, .person, .personRef, .revOrg, .revOrgRef, .revPerson, .revPersonRef, .revTool, .revToolRef, .tool,
    .toolRef,
  ]

  /// What an element inherits of ITS, and what holds for all elements that have ITS attributes.
  mutating func startITS(_ word: ElementWord, _ check: inout StructureCheck, _ xml: XMLReader) {
    guard check.hasITSAttributes else { return }
    var its = check.its
    if check.has(.`its:version`) { its.hasVersion = true }
    if let value = check.string(.`its:annotatorsRef`, xml), let fault = its.annotate(value) {
      log.add(.itsAnnotators, "its:annotatorsRef: \(fault)", line: xml.line)
    }
    checkRating(&its, check, xml)
    check.its = its
    if !its.hasVersion {
      log.add(.itsVersion, "<\(word.name)> has ITS attributes, but no its:version holds here", line: xml.line)
    }
    checkProvenance(word, check, xml)
  }

  private func checkRating(_ its: inout ITSScope, _ check: StructureCheck, _ xml: XMLReader) {
    let score = check.has(.`its:locQualityRatingScore`)
    let vote = check.has(.`its:locQualityRatingVote`)
    if score, vote {
      log.add(.itsRating, "its:locQualityRatingScore and its:locQualityRatingVote exclude each other", line: xml.line)
    }
    if score || vote { (its.hasScore, its.hasVote) = (score, vote) }
    if check.has(.`its:locQualityRatingScoreThreshold`), !its.hasScore {
      log.add(.itsRating, "its:locQualityRatingScoreThreshold without its:locQualityRatingScore", line: xml.line)
    }
    if check.has(.`its:locQualityRatingVoteThreshold`), !its.hasVote {
      log.add(.itsRating, "its:locQualityRatingVoteThreshold without its:locQualityRatingVote", line: xml.line)
    }
  }

  private mutating func checkProvenance(_ word: ElementWord, _ check: StructureCheck, _ xml: XMLReader) {
    guard let reference = check.string(.`its:provenanceRecordsRef`, xml) else { return }
    let line = xml.line
    if Self.provenance.contains(where: { check.has($0) }) {
      log.add(.itsProvenance, "its:provenanceRecordsRef excludes provenance beside it", line: line)
    }
    guard depth > 0, let id = itsReference(reference, line: line) else { return }
    let text =
      "\(Quoted.text(reference)) refers to no <its:provenanceRecords> of the <\(containers[depth - 1].word.name)>"
    // Records come behind the start tag of the element that they are in.
    containers[depth - 1].provenance.append(.init(rule: .itsRef, text: text, line: line, id: id))
  }

  /// The key of the element that `#its=id` means; nil where it means none, which is reported.
  private func itsReference(_ reference: String, line: Int) -> UInt64? {
    if reference.first == "#", let identifier = try? FragmentIdentifier(reference.dropFirst()),
      case .module("its", let id) = identifier.leaf
    {
      return Hash.of(Hash.of("its"), Hash.of(id))
    }
    log.add(.itsRef, "\(Quoted.text(reference)) is no reference such as #its=1", line: line)
    return nil
  }

  // MARK: Annotations

  /// What the annotations of ITS ask for on `mrk` and `sm`.
  mutating func checkITSAnnotation(_ check: StructureCheck, _ xml: XMLReader) {
    guard check.hasITSAttributes else { return }
    let line = xml.line
    checkITSType(check, xml)
    checkIssue(check, xml)
    if check.has(.`its:mtConfidence`), !check.its.hasAnnotator(for: "mt-confidence") {
      log.add(.itsTool, "its:mtConfidence, but no its:annotatorsRef names the tool (mt-confidence)", line: line)
    }
    if check.has(.`its:termConfidence`), !check.its.hasAnnotator(for: "terminology") {
      log.add(.itsTool, "its:termConfidence, but no its:annotatorsRef names the tool (terminology)", line: line)
    }
    if check.has(.`its:taConfidence`), !check.its.hasAnnotator(for: "text-analysis") {
      log.add(.itsTool, "its:taConfidence, but no its:annotatorsRef names the tool (text-analysis)", line: line)
    }
    let source = check.has(.`its:taSource`)
    let ident = check.has(.`its:taIdent`)
    let identRef = check.has(.`its:taIdentRef`)
    if source != ident {
      log.add(.itsTextAnalysis, "its:taSource and its:taIdent go together", line: line)
    }
    if identRef, source || ident {
      log.add(.itsTextAnalysis, "its:taIdentRef excludes its:taSource and its:taIdent", line: line)
    }
    if check.has(.`its:taConfidence`), !source, !ident, !identRef, !check.has(.`its:taClassRef`) {
      log.add(.itsTextAnalysis, "its:taConfidence without its:taClassRef, its:taIdentRef or its:taIdent", line: line)
    }
    if check.has(.`its:localeFilterType`), !check.has(.`its:localeFilterList`) {
      log.add(.itsLocaleFilter, "its:localeFilterType without its:localeFilterList", line: line)
    }
  }

  /// Annotations of ITS are of type `its:generic`, or of none; terms are `term` or `its:term-no`.
  private func checkITSType(_ check: StructureCheck, _ xml: XMLReader) {
    let type = check.string(.type, xml)
    if let type, type.hasPrefix("its:"), type != "its:generic", type != "its:term-no" {
      log.add(.itsType, "type=\(Quoted.text(type)) is none of those that the prefix its has", line: xml.line)
    }
    if check.has(.`its:termConfidence`) {
      if type != "term", type != "its:term-no" {
        log.add(.itsTerm, "its:termConfidence goes with type=\"term\" or \"its:term-no\"", line: xml.line)
      }
      if check.has(.value), check.has(.ref) {
        log.add(.itsTerm, "a term of ITS has not both value and ref", line: xml.line)
      }
    }
    guard let type, type != "its:generic" else { return }
    let generic: [AttributeWord] = [
      .`its:locQualityIssuesRef`, .`its:locQualityIssueType`, .`its:locQualityIssueComment`,
      .`its:locQualityRatingScore`, .`its:locQualityRatingVote`, .`its:taIdentRef`, .`its:taSource`, .`its:taIdent`,
      .`its:taClassRef`, .`itsm:lang`, .`itsm:domains`, .`its:mtConfidence`, .`its:provenanceRecordsRef`,
      .`its:allowedCharacters`, .`its:localeFilterList`,
    ]
    guard let attribute = (generic + Self.provenance).first(where: { check.has($0) }) else { return }
    log.add(
      .itsType, "an annotation with \(attribute.name) is of type its:generic, not \(Quoted.text(type))", line: xml.line)
  }

  private mutating func checkIssue(_ check: StructureCheck, _ xml: XMLReader) {
    let details: [AttributeWord] = [
      .`its:locQualityIssueSeverity`, .`its:locQualityIssueProfileRef`, .`its:locQualityIssueEnabled`,
    ]
    let simple = check.has(.`its:locQualityIssueType`) || check.has(.`its:locQualityIssueComment`)
    let hasDetails = details.contains { check.has($0) }
    let line = xml.line
    guard let reference = check.string(.`its:locQualityIssuesRef`, xml) else {
      if hasDetails, !simple {
        log.add(.itsIssue, "an issue has its:locQualityIssueType or its:locQualityIssueComment", line: line)
      }
      return
    }
    if simple || hasDetails {
      log.add(.itsIssue, "its:locQualityIssuesRef excludes an issue beside it", line: line)
    }
    guard let id = itsReference(reference, line: line), depth > 0 else { return }
    if !containers[depth - 1].moduleIDs.contains(id) {
      log.add(.itsRef, "\(Quoted.text(reference)) refers to no <its:locQualityIssues> of the unit", line: line)
    }
  }

  // MARK: Standoff elements

  mutating func startITSElement(_ word: ElementWord, _ check: inout StructureCheck, _ xml: XMLReader) {
    var its = check.its
    if check.has(.version) { its.hasVersion = true }
    check.its = its
    switch word {
    case .`its:locQualityIssues`, .`its:provenanceRecords`:
      guard depth > 0, let id = check.hash(.`xml:id`, xml) else { return }
      if containers[depth - 1].extensionIDs.insert(Hash.of(Hash.of("its"), id)) != nil {
        log.add(
          .itsID, "two elements of ITS have the id \(Quoted.text(check.string(.`xml:id`, xml) ?? ""))", line: xml.line)
      }
    case .`its:locQualityIssue`:
      if !check.has(.locQualityIssueType), !check.has(.locQualityIssueComment) {
        log.add(
          .itsIssue, "<its:locQualityIssue> has neither locQualityIssueType nor locQualityIssueComment", line: xml.line)
      }
    default:
      if !Self.provenanceOfRecord.contains(where: { check.has($0) }) {
        log.add(.itsProvenance, "<its:provenanceRecord> names nobody and nothing", line: xml.line)
      }
    }
  }
}
