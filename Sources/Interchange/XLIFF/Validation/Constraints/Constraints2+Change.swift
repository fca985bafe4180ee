// The constraints of the Change Tracking extension: what revisions refer to, and the properties that they track (XLIFF 2.0,
// 5.6; XLIFF 2.1, appendix).
internal import XMLStream

/// What is remembered of the revisions at hand.
struct RevisionState {
  var appliesTo = ""
  var currentVersion: UInt64?
  var versions = HashedTable()
  var line = 0
}

extension Constraints2 {
  mutating func startChange(_ word: ElementWord, _ check: StructureCheck, _ xml: XMLReader) {
    switch word {
    case .`ctr:revisions`: startRevisions(check, xml)
    case .`ctr:revision`:
      if let version = check.hash(.version, xml) { _ = revision.versions.insert(version) }
    default: checkProperty(word, check, xml)
    }
  }

  private mutating func startRevisions(_ check: StructureCheck, _ xml: XMLReader) {
    revision.appliesTo = String((check.string(.appliesTo, xml) ?? "").trimmingSpaces)
    revision.currentVersion = check.hash(.currentVersion, xml)
    revision.versions.removeAll()
    revision.line = xml.line
    guard depth > 0, check.has(.appliesTo) else { return }
    containers[depth - 1].revisions.append(
      .init(
        appliesTo: revision.appliesTo, ref: check.hash(.ref, xml), refText: check.string(.ref, xml) ?? "",
        line: xml.line))
  }

  /// The current version is one of the revisions'.
  mutating func endRevisions() {
    if let current = revision.currentVersion, !revision.versions.contains(current) {
      log.add(
        .revisionsVersion, "currentVersion of <ctr:revisions> is the version of none of its revisions",
        line: revision.line)
    }
  }

  /// A property is `content` or an attribute of the element that is tracked.
  private func checkProperty(_ word: ElementWord, _ check: StructureCheck, _ xml: XMLReader) {
    guard let property = check.string(.property, xml), property != "content" else { return }
    guard word == .`ctr:item` else {
      log.add(.itemProperty, "property of <\(word.name)> is \"content\" and nothing else", line: xml.line)
      return
    }
    guard let element = ElementWord.byName[revision.appliesTo] else { return }
    let attribute = AttributeWord.byName[property]
    // What other namespaces add is theirs to name.
    if property.contains(":"), attribute == nil { return }
    guard let attribute, check.grammar.type(of: attribute, on: element) > 0 else {
      log.add(
        .itemProperty, "property=\(Quoted.text(property)) is no attribute of <\(revision.appliesTo)>", line: xml.line)
      return
    }
  }

  /// `ref` names one of several elements of the kind that `appliesTo` names, which come behind the revisions.
  mutating func judgeRevisions() {
    let container = containers[depth - 1]
    for revisions in container.revisions {
      guard let word = ElementWord.byName[revisions.appliesTo], !revisions.appliesTo.contains(":") else {
        log.add(
          .revisionsApply, "appliesTo=\(Quoted.text(revisions.appliesTo)) is no element of XLIFF", line: revisions.line)
        continue
      }
      let (ids, count) = instances(of: word, in: container)
      if let ref = revisions.ref {
        if !ids.contains(where: { $0.contains(ref) }) {
          log.add(
            .revisionsRef,
            "ref=\(Quoted.text(revisions.refText)) is the id of no <\(revisions.appliesTo)> beside the change track",
            line: revisions.line)
        }
      } else if count > 1, ids.contains(where: { $0.count > 0 }), word != .source, word != .target {
        log.add(
          .revisionsRef, "there are several <\(revisions.appliesTo)>, and no ref says which one", line: revisions.line)
      }
    }
  }

  /// The ids of elements of that kind in a container, and how many elements there are. Sources and targets have no ids:
  /// those of their segments stand for them.
  private func instances(of word: ElementWord, in container: Container) -> (ids: [HashedTable], count: Int) {
    switch word {
    case .note: ([container.noteIDs], container.noteCount)
    case .data: ([unit.dataIDs], unit.dataCount)
    case .segment, .ignorable, .source, .target: ([unit.sourceIDs], unit.parts.count)
    case .unit: ([unitIDs], unitIDs.count)
    case .group: ([groupIDs], groupIDs.count)
    case .mrk, .sm, .ph, .pc, .sc, .ec: ([unit.sourceIDs, unit.targetIDs], 0)
    default: ([], 0)
    }
  }
}
