// The constraints of XLIFF 1.2 beside its structure (1.2, 2.2 to 2.4, and what its schema has as keys).
internal import XMLStream

/// Judges one document of XLIFF 1.2 while it is read.
struct Constraints12: Constraints {
  private let log: MessageLog
  private var fileCount = 0
  private var lastRootChildIsFile = true
  private var groupIDs = HashedTable()
  private var unitIDs = HashedTable()
  private var toolIDs = HashedTable()
  private var phases = HashedTable()
  private var countGroups = HashedTable()
  private var contextGroups = HashedTable()
  private var externalFiles = HashedTable()
  /// References to tools, phases and units, judged when the file ends: the file's own `tool-id` comes before its header.
  private var toolReferences = PendingIDs()
  private var phaseReferences = PendingIDs()
  private var unitReferences = PendingIDs()
  private var languages: (source: String?, target: String?) = (nil, nil)
  private var hasReportedTargets = false

  /// The contents of the unit at hand, and of its alternative.
  private let source = Content12()
  private let segmented = Content12()
  private let target = Content12()
  /// The one that is being read; nil between them.
  private var content: Content12?
  private var hasSegmented = false
  private var isInAlternative = false
  /// What the unit itself has, kept while an alternative is read.
  private var unitMarks = HashedTable()
  private var alternativeMarks = HashedTable()
  private var unitHasTarget = false

  /// A judge at the start of a document.
  init(log: MessageLog) { self.log = log }

  /// Takes the start tag of `word`, which `check` has just taken.
  mutating func start(_ word: ElementWord, _ check: inout StructureCheck, _ xml: XMLReader) {
    guard check.frames[check.frames.count - 1].scope == .core else {
      if check.frames.count == 2 { lastRootChildIsFile = false }
      return
    }
    switch word {
    case .source: begin(source, check, xml)
    case .`seg-source`:
      hasSegmented = true
      begin(segmented, check, xml)
    case .target: startTarget(check, xml)
    case .g, .x, .bx, .ex, .bpt, .ept, .it, .ph, .sub, .mrk: startInline(word, check, xml)
    case .`trans-unit`, .`bin-unit`: startUnit(word, check, xml)
    case .`alt-trans`: startAlternative(check, xml)
    case .group:
      log.unique(
        &groupIDs, check.hash(.id, xml), .groupID,
        "two groups of this file have the id \(Quoted.text(check.string(.id, xml) ?? ""))", line: xml.line)
    case .file: startFile(check, xml)
    case .tool:
      log.unique(
        &toolIDs, check.hash(.`tool-id`, xml), .toolID,
        "two tools have the tool-id \(Quoted.text(check.string(.`tool-id`, xml) ?? ""))", line: xml.line)
    case .phase:
      refer(.`tool-id`, check, xml)
      log.unique(
        &phases, check.hash(.`phase-name`, xml), .phaseName,
        "two phases are called \(Quoted.text(check.string(.`phase-name`, xml) ?? ""))", line: xml.line)
    case .`count-group`:
      log.unique(
        &countGroups, check.hash(.name, xml), .groupName,
        "two count-groups of this file are called \(Quoted.text(check.string(.name, xml) ?? ""))", line: xml.line)
    case .`context-group`:
      log.unique(
        &contextGroups, check.hash(.name, xml), .groupName,
        "two context-groups of this file are called \(Quoted.text(check.string(.name, xml) ?? ""))", line: xml.line)
    case .`external-file`:
      log.unique(
        &externalFiles, check.hash(.uid, xml), .externalFileID,
        "two external files have the uid \(Quoted.text(check.string(.uid, xml) ?? ""))", line: xml.line)
    case .count, .`bin-target`: refer(.`phase-name`, check, xml)
    default: return
    }
  }

  /// Takes the end tag of an element.
  mutating func end(_ frame: StructureCheck.Frame, _ xml: XMLReader) {
    guard frame.scope == .core else { return }
    switch frame.word {
    case .source, .`seg-source`: endContent()
    case .target:
      endContent()
      if !isInAlternative { compare(isEmpty: frame.isEmpty) }
    case .g, .mrk, .sub, .ph, .bpt, .ept, .it: content?.depth -= 1
    case .`trans-unit`: content = nil
    case .`alt-trans`: isInAlternative = false
    case .file: endFile()
    case .xliff:
      if fileCount == 0 {
        log.add(.elementMissing, "<xliff> has no <file>", line: xml.line)
      } else if !lastRootChildIsFile {
        log.add(.elementOrder, "elements of other namespaces in <xliff> stand before a <file>", line: xml.line)
      }
    default: return
    }
  }

  // MARK: Files

  private mutating func startFile(_ check: StructureCheck, _ xml: XMLReader) {
    fileCount += 1
    lastRootChildIsFile = true
    groupIDs.removeAll()
    unitIDs.removeAll()
    toolIDs.removeAll()
    phases.removeAll()
    countGroups.removeAll()
    contextGroups.removeAll()
    externalFiles.removeAll()
    toolReferences.removeAll()
    phaseReferences.removeAll()
    unitReferences.removeAll()
    languages = (check.string(.`source-language`, xml), check.string(.`target-language`, xml))
    hasReportedTargets = false
    refer(.`tool-id`, check, xml)
  }

  private func endFile() {
    toolReferences.report(.toolRef, unless: toolIDs, to: log)
    phaseReferences.report(.phaseRef, unless: phases, to: log)
    unitReferences.report(.unitRef, unless: unitIDs, to: log)
  }

  /// Takes a reference to a tool, a phase or a unit of the file.
  private mutating func refer(_ attribute: AttributeWord, _ check: StructureCheck, _ xml: XMLReader) {
    _ = check.withBytes(attribute, xml) { name in
      switch attribute {
      case .`tool-id`: toolReferences.add(name, by: attribute, line: xml.line, unless: toolIDs)
      case .`phase-name`: phaseReferences.add(name, by: attribute, line: xml.line, unless: phases)
      default: unitReferences.add(name, by: attribute, line: xml.line, unless: unitIDs)
      }
    }
  }

  // MARK: Units

  private mutating func startUnit(_ word: ElementWord, _ check: StructureCheck, _ xml: XMLReader) {
    log.unique(
      &unitIDs, check.hash(.id, xml), .unitID,
      "two units of this file have the id \(Quoted.text(check.string(.id, xml) ?? ""))", line: xml.line)
    refer(.`phase-name`, check, xml)
    for content in [source, segmented, target] { content.removeAll() }
    content = nil
    hasSegmented = false
    isInAlternative = false
    unitMarks.removeAll()
  }

  private mutating func startAlternative(_ check: StructureCheck, _ xml: XMLReader) {
    isInAlternative = true
    alternativeMarks.removeAll()
    refer(.`tool-id`, check, xml)
    if let mid = check.hash(.mid, xml), !unitMarks.contains(mid) {
      log.add(
        .markRef, "mid=\(Quoted.text(check.string(.mid, xml) ?? "")) names no <mrk> of the unit's <seg-source>",
        line: xml.line)
    }
  }

  private mutating func startTarget(_ check: StructureCheck, _ xml: XMLReader) {
    refer(.`phase-name`, check, xml)
    if !isInAlternative, languages.target == nil, !hasReportedTargets {
      log.add(.targetLanguage12, "there is a <target>, but <file> has no target-language", line: xml.line)
      hasReportedTargets = true
    }
    begin(target, check, xml)
  }

  private mutating func begin(_ content: Content12, _ check: StructureCheck, _ xml: XMLReader) {
    content.removeAll()
    self.content = content
    let expected = content === target ? languages.target : languages.source
    guard !isInAlternative, let own = check.string(.`xml:lang`, xml), let expected,
      own.lowercased() != expected.lowercased()
    else { return }
    log.add(
      .language12, "xml:lang=\(Quoted.text(own)) is not the language of the file, \(expected)", line: xml.line)
  }

  // MARK: Codes

  private mutating func startInline(_ word: ElementWord, _ check: StructureCheck, _ xml: XMLReader) {
    guard let content else { return }
    if check.has(.xid) { refer(.xid, check, xml) }
    if word == .mrk {
      if content.depth == 0, let mid = check.hash(.mid, xml) {
        content.marks.append((mid, check.string(.mid, xml) ?? "", xml.line))
      }
    } else if word != .sub {
      let id = check.hash(.id, xml) ?? 0
      let rid = check.hash(.rid, xml)
      let half: Content12.Code.Half = word == .bpt || word == .bx ? .start : word == .ept || word == .ex ? .end : .none
      content.codes.append(
        .init(
          word: word, half: half, id: id, pair: rid ?? id, hasRID: rid != nil, line: xml.line,
          name: check.string(.`equiv-text`, xml) ?? "code \(Quoted.text(check.string(.id, xml) ?? ""))"))
    }
    // `x`, `bx` and `ex` end as soon as they begin.
    if word != .x, word != .bx, word != .ex { content.depth += 1 }
  }

  private mutating func endContent() {
    guard let content else { return }
    checkPairs(content)
    checkMarks(content)
    self.content = nil
  }

  /// `rid` is unique among starts, and an end's is one of a start's. Without one, the id says which belong together.
  private func checkPairs(_ content: Content12) {
    for (start, end) in [(ElementWord.bpt, ElementWord.ept), (.bx, .ex)] {
      guard content.codes.contains(where: { $0.word == start || $0.word == end }) else { continue }
      var starts = HashedTable()
      var starters = HashedTable()
      var ends = HashedTable()
      for code in content.codes where code.word == start {
        if code.hasRID, starts.insert(code.pair) != nil {
          log.add(.ridUnique, "two <\(start.name)> have the same rid", line: code.line)
        }
        _ = starters.insert(code.pair)
      }
      for code in content.codes where code.word == end {
        _ = ends.insert(code.pair)
        if code.hasRID, !starts.contains(code.pair) {
          log.add(.ridPair, "the rid of <\(end.name)> is none of a <\(start.name)>", line: code.line)
        } else if !code.hasRID, !starters.contains(code.pair) {
          log.add(.pair12, "<\(end.name)> has no <\(start.name)>: \(code.name)", line: code.line)
        }
      }
      for code in content.codes where code.word == start && !ends.contains(code.pair) {
        log.add(.pair12, "<\(start.name)> has no <\(end.name)>: \(code.name)", line: code.line)
      }
    }
  }

  private mutating func checkMarks(_ content: Content12) {
    if content === segmented {
      for mark in content.marks {
        let isTwice =
          isInAlternative ? alternativeMarks.insert(mark.id) != nil : unitMarks.insert(mark.id) != nil
        if isTwice {
          log.add(.markID, "two <mrk> of <seg-source> have the mid \(Quoted.text(mark.name))", line: mark.line)
        }
      }
    } else if content === target {
      for mark in content.marks {
        let isThere = isInAlternative ? alternativeMarks.contains(mark.id) : unitMarks.contains(mark.id)
        if !isThere {
          log.add(
            .markRef, "mid=\(Quoted.text(mark.name)) in <target> names no <mrk> of <seg-source>", line: mark.line)
        }
      }
    }
  }

  /// What the target lost of the source's codes: allowed, but missed in the post.
  private func compare(isEmpty: Bool) {
    guard !isEmpty, !source.codes.isEmpty else { return }
    var ids = HashedTable()
    for code in target.codes { _ = ids.insert(code.id) }
    for code in source.codes where code.half != .end && !ids.contains(code.id) {
      log.add(.codeMissing, "\(code.name) is missing in the target", line: code.line)
    }
  }
}
