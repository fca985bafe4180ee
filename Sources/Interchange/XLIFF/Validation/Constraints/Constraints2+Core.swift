// The constraints on the core's structure: ids, languages, states, the order of targets (XLIFF 2.1, 4.2.2, 4.3.1, 4.8).
internal import XMLStream

extension Constraints2 {
  mutating func startCore(_ word: ElementWord, _ check: inout StructureCheck, _ xml: XMLReader) {
    switch word {
    case .source: startSource(&check, xml)
    case .target: startTarget(&check, xml)
    case .segment, .ignorable: startPart(word, check, xml)
    case .ph, .pc, .sc, .ec, .mrk, .sm, .em:
      startInline(word, unit, check, xml)
      if word == .mrk || word == .sm { startAnnotation(&check, xml) }
    case .unit: startUnit(&check, xml)
    case .data: startData(unit, check, xml)
    case .cp: checkCodePoint(check, xml)
    case .note: startNote(check, xml)
    case .group: startGroup(&check, xml)
    case .file: startFile(&check, xml)
    case .skeleton: skeletonHasHref = check.has(.href)
    case .xliff: startDocument(&check, xml)
    default: return
    }
  }

  mutating func endCore(_ frame: StructureCheck.Frame, _ xml: XMLReader) {
    switch frame.word {
    case .pc: unit.endSpan()
    case .target:
      unit.isInTarget = false
      if !unit.parts.isEmpty { unit.parts[unit.parts.count - 1].hasEmptyTarget = frame.isEmpty }
    case .unit: endUnit(xml)
    case .group, .file:
      endContainer()
      if frame.word == .file { endFile() }
    case .segment:
      if stateNeedsTarget, let part = unit.parts.last, !part.hasTarget {
        log.add(.segmentState, "<segment> without a <target> is in a state beyond initial", line: part.line)
      }
    case .skeleton:
      if skeletonHasHref, frame.hasContent {
        log.add(.skeletonHref, "<skeleton> has an href and is not empty", line: xml.line)
      } else if !skeletonHasHref, frame.isEmpty {
        log.add(.skeletonHref, "<skeleton> is empty and has no href", line: xml.line)
      }
    default: return
    }
  }

  // MARK: The document

  private mutating func startDocument(_ check: inout StructureCheck, _ xml: XMLReader) {
    languages = (check.string(.srcLang, xml) ?? "", check.string(.trgLang, xml) ?? "")
    sourceLanguage = languages.source.isEmpty ? 0 : Hash.of(languages.source.lowercased())
    targetLanguage = languages.target.isEmpty ? 0 : Hash.of(languages.target.lowercased())
    inherit(&check, xml)
    startITS(.xliff, &check, xml)
  }

  private mutating func startFile(_ check: inout StructureCheck, _ xml: XMLReader) {
    let id = check.hash(.id, xml)
    log.unique(
      &fileIDs, id, .fileID, "two files have the id \(Quoted.text(check.string(.id, xml) ?? ""))", line: xml.line)
    groupIDs.removeAll()
    unitIDs.removeAll()
    fileResources.removeAll()
    subFlows.removeAll()
    (hasGeneralProfile, hasStorageProfile) = (true, true)
    fileKey = Hash.of(id ?? 0, 0x66)
    depth = 0
    open(.file, id: id ?? 0, key: fileKey)
    startStructure(.file, &check, xml)
  }

  private mutating func startGroup(_ check: inout StructureCheck, _ xml: XMLReader) {
    let id = check.hash(.id, xml)
    log.unique(
      &groupIDs, id, .groupID, "two groups of this file have the id \(Quoted.text(check.string(.id, xml) ?? ""))",
      line: xml.line)
    open(.group, id: id ?? 0, key: Hash.of(Hash.of(fileKey, 0x67), id ?? 0))
    checkReserved(.type, check, xml)
    startStructure(.group, &check, xml)
  }

  private mutating func startUnit(_ check: inout StructureCheck, _ xml: XMLReader) {
    let id = check.hash(.id, xml)
    log.unique(
      &unitIDs, id, .unitID, "two units of this file have the id \(Quoted.text(check.string(.id, xml) ?? ""))",
      line: xml.line)
    open(.unit, id: id ?? 0, key: Hash.of(Hash.of(fileKey, 0x75), id ?? 0))
    unit.removeAll()
    localReferences.removeAll(keepingCapacity: true)
    switches = nil
    if check.has(.type) { checkReserved(.type, check, xml) }
    if check.has(.`pgs:switch`) { startSwitch(check, xml) }
    startStructure(.unit, &check, xml)
  }

  /// What files, groups and units have in common: `xml:lang`, and modules' attributes.
  private mutating func startStructure(_ word: ElementWord, _ check: inout StructureCheck, _ xml: XMLReader) {
    inherit(&check, xml)
    guard check.hasModuleAttributes else { return }
    checkFormatStyle(word, check, xml)
    checkSizes(word, check, xml)
    startITS(word, &check, xml)
  }

  /// Takes over the element's own `xml:lang`.
  private func inherit(_ check: inout StructureCheck, _ xml: XMLReader) {
    guard let language = check.string(.`xml:lang`, xml) else { return }
    check.setLanguage(Hash.of(language.lowercased()))
  }

  // MARK: Units

  private mutating func startPart(_ word: ElementWord, _ check: StructureCheck, _ xml: XMLReader) {
    let line = xml.line
    unit.parts.append(.init(isSegment: word == .segment, line: line))
    if let id = check.hash(.id, xml), unit.sourceIDs.insert(id, -1) != nil {
      log.add(
        .segmentID, "the id \(Quoted.text(check.string(.id, xml) ?? "")) of <\(word.name)> is used before in its unit",
        line: line)
    }
    guard word == .segment else { return }
    if check.has(.subState) {
      if !check.has(.state) { log.add(.subStateState, "<segment> has a subState without a state", line: line) }
      checkReserved(.subState, check, xml)
    }
    stateNeedsTarget = (check.number(of: .state) ?? 0) > 0
    if version == .v2_2 { checkCase(check, xml) }
  }

  private mutating func startSource(_ check: inout StructureCheck, _ xml: XMLReader) {
    unit.isInTarget = false
    checkLanguage(check, xml, expected: sourceLanguage, .sourceLanguage)
  }

  private mutating func startTarget(_ check: inout StructureCheck, _ xml: XMLReader) {
    unit.isInTarget = true
    guard !unit.parts.isEmpty else { return }
    let last = unit.parts.count - 1
    unit.parts[last].hasTarget = true
    unit.parts[last].order = check.withBytes(.order, xml) { Lexical.integer($0) } ?? nil
    if targetLanguage == 0 {
      if !hasReportedTargets {
        log.add(.targetLanguageMissing, "there is a <target>, but <xliff> has no trgLang", line: xml.line)
      }
      hasReportedTargets = true
    } else {
      checkLanguage(check, xml, expected: targetLanguage, .targetLanguage)
    }
  }

  /// The `xml:lang` that holds for a source or a target is the document's.
  private func checkLanguage(
    _ check: StructureCheck, _ xml: XMLReader, expected: UInt64, _ rule: ValidationRule
  ) {
    let inherited = check.frames[check.frames.count - 1].language
    if inherited == 0, !check.has(.`xml:lang`) { return }
    let own = check.string(.`xml:lang`, xml)
    guard own.map({ Hash.of($0.lowercased()) }) ?? inherited != expected else { return }
    let wanted = rule == .sourceLanguage ? languages.source : languages.target
    log.add(
      rule, "xml:lang \(own.map(Quoted.text) ?? "of an element around it") is not the document's language, \(wanted)",
      line: xml.line)
  }

  private mutating func endUnit(_ xml: XMLReader) {
    if !unit.parts.contains(where: \.isSegment), !unit.parts.isEmpty {
      log.add(.segmentMissing, "<unit> has no <segment>", line: xml.line)
    }
    checkOrder()
    InlineConstraints(unit, log: log).check(isCandidate: false)
    judgeReferences()
    endContainer()
  }

  /// `order` values are places in the unit, each taken once: a target without one stands where its source does.
  private mutating func checkOrder() {
    guard unit.isReordered else { return }
    var taken = HashedTable()
    for (index, part) in unit.parts.enumerated() where part.hasTarget {
      let place = part.order ?? index + 1
      if place < 1 || place > unit.parts.count || taken.insert(UInt64(place)) != nil {
        log.add(
          .targetOrder, "place \(place) of \(unit.parts.count) in the unit is taken twice or out of bounds",
          line: part.line)
      }
    }
  }

  private mutating func endFile() {
    subFlows.report(.subFlows, unless: unitIDs, to: log)
    subFlows.removeAll()
  }

  /// Judges what waited for the end of a file, group or unit.
  mutating func endContainer() {
    guard depth > 0 else { return }
    judgeRevisions()
    for reference in containers[depth - 1].provenance where !containers[depth - 1].moduleIDs.contains(reference.id) {
      log.add(reference.rule, reference.text, line: reference.line)
    }
    depth -= 1
  }

  // MARK: Notes, data, code points

  private mutating func startNote(_ check: StructureCheck, _ xml: XMLReader) {
    guard depth > 0 else { return }
    containers[depth - 1].noteCount += 1
    if let id = check.hash(.id, xml), containers[depth - 1].noteIDs.insert(id) != nil {
      log.add(
        .noteID,
        "two notes of one <\(containers[depth - 1].word.name)> have the id \(Quoted.text(check.string(.id, xml) ?? ""))",
        line: xml.line)
    }
    if check.hasModuleAttributes { checkFormatStyle(.note, check, xml) }
    if check.has(.ref), version == .v2_2, containers[depth - 1].word == .unit { refer(.note, .ref, check, xml) }
  }

  func startData(_ content: InlineContent, _ check: StructureCheck, _ xml: XMLReader) {
    content.dataCount += 1
    guard let id = check.hash(.id, xml), content.dataIDs.insert(id) != nil else { return }
    log.add(
      .dataID, "two <data> of one <originalData> have the id \(Quoted.text(check.string(.id, xml) ?? ""))",
      line: xml.line)
  }

  /// `cp` stands for what XML 1.0 (2.2, Char) has no room for, and for nothing else.
  func checkCodePoint(_ check: StructureCheck, _ xml: XMLReader) {
    guard check.number(of: .hex) != nil else { return }
    let value = check.string(.hex, xml) ?? ""
    let point = Int(value.trimmingSpaces, radix: 16)
    let isInvalid =
      switch point {
      case .some(0x00...0x08), .some(0x0B), .some(0x0C), .some(0x0E...0x1F), .some(0xD800...0xDFFF), .some(0xFFFE),
        .some(0xFFFF):
        true
      // Discouraged in XML 1.0 and restricted in 1.1.
      case .some(0x7F...0x84), .some(0x86...0x9F): true
      default: false
      }
    if !isInvalid {
      log.add(.cpHex, "hex=\(Quoted.text(value)) is no code point that XML forbids", line: xml.line)
    }
  }

  /// The prefix `xlf` belongs to the standard, which defines no values with it here.
  func checkReserved(_ attribute: AttributeWord, _ check: StructureCheck, _ xml: XMLReader) {
    guard let value = check.string(attribute, xml), value.hasPrefix("xlf:") else { return }
    log.add(.reservedPrefix, "\(attribute.name)=\(Quoted.text(value)): the prefix xlf is reserved", line: xml.line)
  }
}

extension String {
  /// Without XML's white space around it.
  var trimmingSpaces: Substring {
    let isSpace = { (character: Character) in character.unicodeScalars.allSatisfy { $0.value <= 0x20 } }
    var text = self[...]
    while let first = text.first, isSpace(first) { text = text.dropFirst() }
    while let last = text.last, isSpace(last) { text = text.dropLast() }
    return text
  }
}
