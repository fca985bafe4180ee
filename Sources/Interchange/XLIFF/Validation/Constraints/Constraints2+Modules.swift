// The constraints of the modules with elements: Translation Candidates, Glossary, Metadata, Resource Data, Validation
// (XLIFF 2.1, 5.1, 5.2, 5.4, 5.5, 5.8).
internal import XMLStream

/// What is remembered of the resource data at hand.
struct ResourceState {
  var ids = HashedTable()
  var itemIDs = HashedTable()
  /// `resourceItemRef`s of this resource data.
  var references: [Container.Reference] = []
  var hasMimeType = false
  var isContext = true
  var line = 0
  var hasSource = false
  var hasFilledChild = false
  var hasChild = false
  var hasHref = false
}

extension Constraints2 {
  mutating func startModule(_ word: ElementWord, _ check: inout StructureCheck, _ xml: XMLReader) {
    noteModuleID(word, check, xml)
    switch word {
    case .`mtc:matches`: matchIDs.removeAll()
    case .`mtc:match`: startMatch(&check, xml)
    case .`gls:glossary`: glossaryIDs.removeAll()
    case .`gls:glossEntry`:
      entryHasText = false
      startGlossaryElement(check, xml)
    case .`gls:translation`:
      entryHasText = true
      startGlossaryElement(check, xml)
    case .`gls:definition`: entryHasText = true
    case .`mda:metadata`:
      metadataIDs.removeAll()
      startMetadata(check, xml)
    case .`mda:metaGroup`: startMetadata(check, xml)
    case .`res:resourceData`: resources = ResourceState()
    case .`res:resourceItemRef`, .`res:resourceItem`: startResourceItem(word, check, xml)
    case .`res:source`, .`res:target`, .`res:reference`: startResource(word, check, xml)
    case .`slr:profiles`: startProfiles(check, xml)
    case .`slr:data`: isInSizeData = true
    case .`val:rule`: startRule(check, xml)
    case .`ctr:revisions`, .`ctr:revision`, .`ctr:item`, .`ctr:contentItem`, .`ctr:segmentItem`, .`ctr:unitItem`:
      startChange(word, check, xml)
    case .`its:locQualityIssues`, .`its:locQualityIssue`, .`its:provenanceRecords`, .`its:provenanceRecord`:
      startITSElement(word, &check, xml)
    default: return
    }
  }

  mutating func endModule(_ frame: StructureCheck.Frame, _ xml: XMLReader) {
    switch frame.word {
    case .`mtc:match`: InlineConstraints(candidate, log: log).check(isCandidate: true)
    case .`gls:glossEntry`:
      if !entryHasText {
        log.add(.glossaryEntry, "<gls:glossEntry> has neither a translation nor a definition", line: xml.line)
      }
    case .`res:source`, .`res:target`: endResource(frame, xml)
    case .`res:resourceItem`: endResourceItem(xml)
    case .`res:resourceData`: endResourceData()
    case .`slr:data`: isInSizeData = false
    case .`ctr:revisions`: endRevisions()
    default: return
    }
  }

  /// Notes a module element's id for references with the module's prefix.
  private mutating func noteModuleID(_ word: ElementWord, _ check: StructureCheck, _ xml: XMLReader) {
    guard depth > 0, check.has(.id) || check.has(.`xml:id`),
      let id = check.hash(.id, xml) ?? check.hash(.`xml:id`, xml)
    else { return }
    let prefix = check.grammar.prefixes[Int(word.rawValue)]
    _ = containers[depth - 1].moduleIDs.insert(Hash.of(Hash.of(prefix), id))
  }

  // MARK: Translation Candidates

  private mutating func startMatch(_ check: inout StructureCheck, _ xml: XMLReader) {
    candidate.removeAll()
    // The candidate as a whole is one part.
    candidate.parts.append(.init(isSegment: true, hasTarget: true, line: xml.line))
    candidateIsReference = check.number(of: .reference) == 0
    log.unique(
      &matchIDs, check.hash(.id, xml), .matchID,
      "two matches of one <mtc:matches> have the id \(Quoted.text(check.string(.id, xml) ?? ""))", line: xml.line)
    if check.has(.ref) { refer(.match, .ref, check, xml) }
    if check.has(.subType) {
      if !check.has(.type) { log.add(.matchSubType, "<mtc:match> has a subType without a type", line: xml.line) }
      checkReserved(.subType, check, xml)
    }
    if check.has(.`xml:lang`) {
      log.add(.matchLanguage, "xml:lang stands on <source> and <target>, not on <mtc:match>", line: xml.line)
    }
    if check.hasModuleAttributes { startITS(.`mtc:match`, &check, xml) }
  }

  mutating func startCandidate(_ word: ElementWord, _ check: inout StructureCheck, _ xml: XMLReader) {
    switch word {
    case .source:
      candidate.isInTarget = false
      checkCandidateLanguage(check, xml, expected: sourceLanguage)
    case .target:
      candidate.isInTarget = true
      if !candidateIsReference { checkCandidateLanguage(check, xml, expected: targetLanguage) }
    case .data: startData(candidate, check, xml)
    case .ph, .pc, .sc, .ec, .mrk, .sm, .em:
      startInline(word, candidate, check, xml)
      if word == .mrk || word == .sm, check.hasModuleAttributes {
        startITS(word, &check, xml)
        checkITSAnnotation(check, xml)
      }
    case .cp: checkCodePoint(check, xml)
    default: return
    }
  }

  func endCandidate(_ frame: StructureCheck.Frame) {
    switch frame.word {
    case .pc: candidate.endSpan()
    case .target: candidate.isInTarget = false
    default: return
    }
  }

  private func checkCandidateLanguage(_ check: StructureCheck, _ xml: XMLReader, expected: UInt64) {
    guard let own = check.string(.`xml:lang`, xml), expected != 0, Hash.of(own.lowercased()) != expected else { return }
    log.add(
      .matchLanguage,
      "xml:lang=\(Quoted.text(own)) is not the document's language, and the match is no reference", line: xml.line)
  }

  // MARK: Glossary

  private mutating func startGlossaryElement(_ check: StructureCheck, _ xml: XMLReader) {
    log.unique(
      &glossaryIDs, check.hash(.id, xml), .glossaryID,
      "two entries or translations of one glossary have the id \(Quoted.text(check.string(.id, xml) ?? ""))",
      line: xml.line)
    if check.has(.ref) { refer(.glossary, .ref, check, xml) }
  }

  // MARK: Metadata

  private mutating func startMetadata(_ check: StructureCheck, _ xml: XMLReader) {
    log.unique(
      &metadataIDs, check.hash(.id, xml), .metadataID,
      "the id \(Quoted.text(check.string(.id, xml) ?? "")) is used twice in one <mda:metadata>", line: xml.line)
  }

  // MARK: Resource Data

  private mutating func startResourceItem(_ word: ElementWord, _ check: StructureCheck, _ xml: XMLReader) {
    let id = check.hash(.id, xml)
    log.unique(
      &resources.ids, id, .resourceID,
      "two items of one <res:resourceData> have the id \(Quoted.text(check.string(.id, xml) ?? ""))", line: xml.line)
    if word == .`res:resourceItemRef` {
      guard let ref = check.hash(.ref, xml) else { return }
      resources.references.append(
        .init(
          rule: .resourceRef,
          text:
            "<res:resourceItemRef> refers to item \(Quoted.text(check.string(.ref, xml) ?? "")), which is not there",
          line: xml.line, id: ref))
      resources.hasChild = true
      return
    }
    if let id {
      _ = resources.itemIDs.insert(id)
      if depth > 0, containers[depth - 1].word == .file { _ = fileResources.insert(id) }
    }
    resources.hasMimeType = check.has(.mimeType)
    resources.isContext = check.number(of: .context) != 1
    resources.line = xml.line
    (resources.hasSource, resources.hasFilledChild, resources.hasChild) = (false, false, false)
  }

  private mutating func startResource(_ word: ElementWord, _ check: StructureCheck, _ xml: XMLReader) {
    resources.hasChild = true
    resources.hasHref = check.has(.href)
    guard word != .`res:reference` else { return }
    if word == .`res:source` { resources.hasSource = true }
    let expected = word == .`res:source` ? sourceLanguage : targetLanguage
    if let own = check.string(.`xml:lang`, xml), Hash.of(own.lowercased()) != expected {
      log.add(
        .resourceLanguage, "xml:lang=\(Quoted.text(own)) on <\(word.name)> is not the document's language",
        line: xml.line)
    }
  }

  private mutating func endResource(_ frame: StructureCheck.Frame, _ xml: XMLReader) {
    if frame.hasContent { resources.hasFilledChild = true }
    if resources.hasHref, frame.hasContent {
      log.add(.resourceHref, "<\(frame.word.name)> has an href and is not empty", line: xml.line)
    } else if !resources.hasHref, !frame.hasContent {
      log.add(.resourceHref, "<\(frame.word.name)> is empty and has no href", line: xml.line)
    }
  }

  private func endResourceItem(_ xml: XMLReader) {
    if !resources.hasChild {
      log.add(.resourceEmpty, "<res:resourceItem> has no source, target or reference", line: resources.line)
    } else if !resources.hasMimeType, !resources.hasFilledChild {
      log.add(
        .resourceMimeType, "<res:resourceItem> without content in source or target has no mimeType",
        line: resources.line)
    }
    if !resources.isContext, !resources.hasSource {
      log.add(.resourceSource, "<res:resourceItem> with context=\"no\" has no source", line: resources.line)
    }
  }

  /// Items are at the level of the file, says the text; examples of the standard's have them beside the reference.
  private func endResourceData() {
    for reference in resources.references
    where !resources.itemIDs.contains(reference.id) && !fileResources.contains(reference.id) {
      log.add(reference.rule, reference.text, line: reference.line)
    }
  }

  // MARK: Validation

  private func startRule(_ check: StructureCheck, _ xml: XMLReader) {
    let kinds = [AttributeWord.isPresent, .isNotPresent, .startsWith, .endsWith].count { check.has($0) }
    let line = xml.line
    if kinds > 1 || (kinds == 0 && !check.hasForeignAttributes) {
      log.add(
        .ruleKind, "<val:rule> has exactly one of isPresent, isNotPresent, startsWith, endsWith or a rule of one's own",
        line: line)
    }
    if check.has(.occurs), !check.has(.isPresent) {
      log.add(.ruleOccurs, "occurs goes with isPresent only", line: line)
    }
    if check.has(.existsInSource), !check.has(.isPresent), !check.has(.startsWith), !check.has(.endsWith) {
      log.add(
        .ruleExistsInSource, "existsInSource goes with isPresent, startsWith or endsWith only", line: line)
    }
    if check.number(of: .disabled) == 0, depth > 0, containers[depth - 1].word == .file {
      log.add(.ruleDisabled, "a rule of the file can't be disabled: there is none above it", line: line)
    }
  }
}
