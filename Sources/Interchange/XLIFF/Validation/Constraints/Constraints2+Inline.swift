// The constraints on a code or an annotation by itself, and what is kept of it for the unit's end (XLIFF 2.1, 4.2.3, 4.7).
internal import XMLStream

extension Constraints2 {
  /// Takes a code or an annotation into `content`, a unit's or a candidate's.
  mutating func startInline(
    _ word: ElementWord, _ content: InlineContent, _ check: StructureCheck, _ xml: XMLReader
  ) {
    guard !content.parts.isEmpty else { return }
    var code = InlineContent.Code(
      kind: .standalone, traits: content.isInTarget ? .isTarget : [],
      part: Int32(truncatingIfNeeded: content.parts.count - 1), line: Int32(truncatingIfNeeded: xml.line), id: 0,
      name: 0..<0)
    var reference = AttributeWord.id
    switch word {
    case .ph: code.kind = .standalone
    case .pc: code.kind = .spanStart
    case .sc: code.kind = .start
    case .ec:
      code.kind = .end
      if !check.has(.id) { reference = .startRef }
    case .mrk: code.kind = .markStart
    case .sm: code.kind = .markerStart
    default:
      code.kind = .markerEnd
      reference = .startRef
    }
    if reference == .id, check.has(.id) { code.traits.insert(.hasID) }
    (code.id, code.name) = check.withBytes(reference, xml) { (Hash.of($0), content.keep($0)) } ?? (0, 0..<0)
    if code.kind.isCode { takeCode(&code, word, content, check, xml) }
    if code.traits.contains(.hasID) { checkID(code, content, xml) }
    content.append(code)
  }

  private func checkID(_ code: InlineContent.Code, _ content: InlineContent, _ xml: XMLReader) {
    let position = Int32(truncatingIfNeeded: content.codes.count)
    let isTwice =
      content.isInTarget
      ? content.targetIDs.insert(code.id, position) != nil : content.sourceIDs.insert(code.id, position) != nil
    guard isTwice else { return }
    log.add(
      .inlineID,
      "the id \(content.id(of: code)) is used twice in the \(content.isInTarget ? "targets" : "sources") of its unit",
      line: Int(code.line))
  }

  // MARK: Codes

  private mutating func takeCode(
    _ code: inout InlineContent.Code, _ word: ElementWord, _ content: InlineContent, _ check: StructureCheck,
    _ xml: XMLReader
  ) {
    if check.number(of: .canCopy) == 1 { code.traits.insert(.cannotCopy) }
    if check.number(of: .canDelete) == 1 { code.traits.insert(.cannotDelete) }
    switch check.number(of: .canReorder) {
    case 1: code.traits.insert(.cannotReorder)
    case 2: code.traits.insert(.isFirstOfSequence)
    default: break
    }
    if !code.traits.isDisjoint(with: .isSequenced), !code.traits.isSuperset(of: [.cannotCopy, .cannotDelete]) {
      log.add(
        .canReorderHints,
        "\(content.shown(code)) may not be reordered, but has not canCopy=\"no\" and canDelete=\"no\"",
        line: Int(code.line))
    }
    if check.number(of: .canOverlap) == 1 { code.traits.insert(.cannotOverlap) }
    if check.number(of: .isolated) == 0 { code.traits.insert(.isIsolated) }
    if let copyOf = check.hash(.copyOf, xml) {
      code.traits.insert(.isCopy)
      code.copyOf = copyOf
    }
    if word == .pc {
      takeData(.dataRefStart, &code, content, check, xml)
      takeData(.dataRefEnd, &code, content, check, xml)
      checkPairs(code, content, check)
      takeSubFlows(.subFlowsStart, code, content, check, xml)
      takeSubFlows(.subFlowsEnd, code, content, check, xml)
      if let shown = check.withBytes(.dispStart, xml, { content.keep($0) }) { code.shown = shown }
    } else {
      takeData(.dataRef, &code, content, check, xml)
      takeSubFlows(.subFlows, code, content, check, xml)
      if let shown = check.withBytes(.disp, xml, { content.keep($0) }) { code.shown = shown }
      if word == .ec { checkEnd(code, content, check) }
    }
    if check.has(.subType) { checkSubType(code, content, check, xml) }
    if check.hasModuleAttributes {
      checkFormatStyle(word, check, xml)
      checkSizes(word, check, xml)
    }
  }

  private func takeData(
    _ attribute: AttributeWord, _ code: inout InlineContent.Code, _ content: InlineContent, _ check: StructureCheck,
    _ xml: XMLReader
  ) {
    guard let id = check.hash(attribute, xml) else { return }
    code.traits.insert(.hasData)
    if !content.dataIDs.contains(id) {
      log.add(
        .dataRef,
        "\(attribute.name) of \(content.id(of: code)) refers to data \(Quoted.text(check.string(attribute, xml) ?? "")), which is not there",
        line: Int(code.line))
    }
  }

  /// The attributes of a span's two ends come in pairs, says OASIS's Schematron; for sub-flows, which one end may well have
  /// alone, it is not asked here.
  private func checkPairs(_ code: InlineContent.Code, _ content: InlineContent, _ check: StructureCheck) {
    let pairs: [(AttributeWord, AttributeWord, ValidationRule)] = [
      (.dataRefStart, .dataRefEnd, .dataRefPair),
      (.equivStart, .equivEnd, .equivPair),
    ]
    for (start, end, rule) in pairs where check.has(start) != check.has(end) {
      let (there, missing) = check.has(start) ? (start, end) : (end, start)
      log.add(
        rule, "<pc> \(content.id(of: code)) has \(there.name) and no \(missing.name)", line: Int(code.line))
    }
  }

  private mutating func takeSubFlows(
    _ attribute: AttributeWord, _ code: InlineContent.Code, _ content: InlineContent, _ check: StructureCheck,
    _ xml: XMLReader
  ) {
    guard check.has(attribute), content === unit else { return }
    _ = check.withBytes(attribute, xml) { bytes in
      Lexical.count(of: bytes) { name in
        subFlows.add(name, by: attribute, line: Int(code.line), unless: unitIDs)
        return true
      }
    }
  }

  /// An isolated end has an id of its own, any other refers to its start.
  private func checkEnd(_ code: InlineContent.Code, _ content: InlineContent, _ check: StructureCheck) {
    let line = Int(code.line)
    if code.traits.contains(.isIsolated) {
      if !check.has(.id) || check.has(.startRef) {
        log.add(.ecID, "an isolated <ec> has an id and no startRef", line: line)
      }
    } else {
      if check.has(.id) || !check.has(.startRef) {
        log.add(.ecID, "an <ec> that is not isolated has a startRef and no id", line: line)
      }
      if check.has(.dir) { log.add(.ecDir, "only an isolated <ec> may have dir", line: line) }
    }
  }

  private func checkSubType(
    _ code: InlineContent.Code, _ content: InlineContent, _ check: StructureCheck, _ xml: XMLReader
  ) {
    let line = Int(code.line)
    guard check.has(.type) else {
      log.add(.subTypeType, "code \(content.id(of: code)) has a subType without a type", line: line)
      return
    }
    let value = check.string(.subType, xml) ?? ""
    guard value.hasPrefix("xlf:") else { return }
    let type = check.string(.type, xml)
    let wanted: String? =
      switch value {
      case "xlf:lb", "xlf:pb", "xlf:b", "xlf:i", "xlf:u": "fmt"
      case "xlf:var": "ui"
      default: nil
      }
    if let wanted {
      if type != wanted {
        log.add(.subTypeValue, "subType=\(Quoted.text(value)) wants type=\"\(wanted)\"", line: line)
      }
    } else {
      log.add(.subTypeValue, "subType=\(Quoted.text(value)) is none of those that the prefix xlf has", line: line)
    }
  }

  // MARK: Annotations

  /// An annotation by itself: what its type asks for (XLIFF 2.1, 4.7.3).
  mutating func startAnnotation(_ check: inout StructureCheck, _ xml: XMLReader) {
    let type = check.number(of: .type) ?? (check.has(.type) ? -1 : 0)
    switch type {
    // generic
    case 0:
      if !check.has(.translate), !check.hasModuleAttributes, !check.hasForeignAttributes {
        log.add(
          .translateAnnotation, "an annotation of no other type says whether its text is to be translated",
          line: xml.line)
      }
    // comment
    case 1:
      if check.has(.value) == check.has(.ref) {
        log.add(.commentAnnotation, "a comment has either a value or a ref", line: xml.line)
      } else if check.has(.ref) {
        refer(.comment, .ref, check, xml)
      }
    default:
      if check.has(.ref) {
        if check.string(.type, xml) == "mtc:match" {
          log.add(.matchAnnotation, "an annotation of type mtc:match may not have a ref", line: xml.line)
        } else {
          refer(.annotation, .ref, check, xml)
        }
      }
    }
    if check.hasModuleAttributes {
      let word = check.frames[check.frames.count - 1].word
      checkFormatStyle(word, check, xml)
      checkSizes(word, check, xml)
      startITS(word, &check, xml)
      checkITSAnnotation(check, xml)
    }
  }
}
