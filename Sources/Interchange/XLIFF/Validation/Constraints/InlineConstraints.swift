// The constraints on a unit's inline codes and annotations that can only be judged when all of them are known: ids, pairs,
// copies, sequences, and what a target made of its source (XLIFF 2.1, 4.7, 4.3.1).

/// Judges the content of one unit or candidate.
struct InlineConstraints {
  let content: InlineContent
  let log: MessageLog

  /// A judge of `content`, who writes into `log`.
  init(_ content: InlineContent, log: MessageLog) {
    self.content = content
    self.log = log
  }

  /// All constraints.
  /// - Parameter isCandidate: whether it is a translation candidate, whose target need not do justice to its source.
  func check(isCandidate: Bool) {
    guard !content.codes.isEmpty else { return }
    let isWhole = isCandidate || content.isWhole
    checkPairs(isTarget: false, isWhole: true)
    checkPairs(isTarget: true, isWhole: isWhole)
    checkTargetIDs()
    checkCopies()
    guard !isCandidate else { return }
    checkSequence(isTarget: false)
    if isWhole && !content.isReordered { checkSequence(isTarget: true) }
    checkDeleted()
    checkAdded()
    checkReordered()
  }

  private func add(_ rule: ValidationRule, _ text: String, _ code: InlineContent.Code) {
    log.add(rule, text, line: Int(code.line))
  }

  // MARK: Ids

  /// Codes of a target have the id of their source, which must be of the same kind, or one that is nobody else's (`id`).
  private func checkTargetIDs() {
    for code in content.codes where code.isTarget && code.kind.hasOwnID && code.traits.contains(.hasID) {
      guard let source = content.sourceIDs.value(code.id) else { continue }
      let isSame = source >= 0 && Self.corresponds(content.codes[Int(source)].kind, code.kind)
      if !isSame {
        add(.targetID, "the id \(content.id(of: code)) is something else's in the source of the unit", code)
      }
    }
  }

  /// A span may be written as one element or as two; so may an annotation.
  private static func corresponds(_ one: InlineContent.Kind, _ other: InlineContent.Kind) -> Bool {
    func group(_ kind: InlineContent.Kind) -> Int {
      switch kind {
      case .standalone: 0
      case .spanStart, .spanEnd, .start: 1
      case .end: 2
      case .markStart, .markerStart, .markerEnd: 3
      }
    }
    return group(one) == group(other)
  }

  // MARK: Pairs

  /// `sc` and `ec`, `sm` and `em`: each start has one end behind it, in the same unit and on the same side.
  private func checkPairs(isTarget: Bool, isWhole: Bool) {
    var starts = HashedTable()
    var ends = HashedTable()
    let order = !isTarget || !content.isReordered
    for (index, code) in content.codes.enumerated() where code.isTarget == isTarget {
      switch code.kind {
      case .start, .markerStart: _ = starts.insert(code.id, Int32(truncatingIfNeeded: index))
      case .end where !code.traits.contains(.hasID), .markerEnd:
        let start = starts.value(code.id).map { content.codes[Int($0)] }
        if order { checkEnd(code, start: start, isWhole: isWhole) }
        if ends.insert(code.id, Int32(truncatingIfNeeded: index)) != nil {
          add(
            code.kind == .end ? .ecPair : .emPair,
            "\(content.id(of: code)) has a second end in the \(isTarget ? "target" : "source") of the unit", code)
        }
      default: continue
      }
    }
    for code in content.codes where code.isTarget == isTarget {
      switch code.kind {
      case .start:
        let hasEnd = ends.contains(code.id)
        if code.traits.contains(.isIsolated), hasEnd {
          add(.scIsolated, "<sc> \(content.id(of: code)) is isolated, but its end is in the same unit", code)
        } else if !code.traits.contains(.isIsolated), !hasEnd, isWhole {
          add(.scPair, "<sc> \(content.id(of: code)) has no <ec> in its unit and is not isolated", code)
        }
      case .markerStart where isWhole && !ends.contains(code.id):
        add(.smPair, "<sm> \(content.id(of: code)) has no <em> in its unit", code)
      default: continue
      }
    }
  }

  private func checkEnd(_ code: InlineContent.Code, start: InlineContent.Code?, isWhole: Bool) {
    let wanted: InlineContent.Kind = code.kind == .end ? .start : .markerStart
    guard let start, start.kind == wanted else {
      guard isWhole else { return }
      if code.kind == .end {
        add(.ecPair, "<ec> refers to \(content.id(of: code)), which is no <sc> before it in its unit", code)
      } else {
        add(.emPair, "<em> refers to \(content.id(of: code)), which is no <sm> before it in its unit", code)
      }
      return
    }
    guard code.kind == .end else { return }
    let same: InlineContent.Traits = [.cannotCopy, .cannotDelete, .cannotOverlap]
    var isSame = start.traits.intersection(same) == code.traits.intersection(same)
    // `firstNo` begins a sequence; its end is a later member of it.
    isSame = isSame && code.traits.contains(.cannotReorder) == !start.traits.isDisjoint(with: .isSequenced)
    isSame = isSame && !code.traits.contains(.isFirstOfSequence)
    if !isSame {
      add(.ecHints, "the editing hints of <ec> are not those of its <sc> \(content.id(of: code))", code)
    }
  }

  // MARK: Copies

  /// `copyOf` names a code of the unit that may be copied and has no data.
  private func checkCopies() {
    for code in content.codes where code.traits.contains(.isCopy) && code.kind != .spanEnd {
      let position = content.sourceIDs.value(code.copyOf) ?? content.targetIDs.value(code.copyOf)
      guard let position, position >= 0, content.codes[Int(position)].kind.isCode else {
        add(.copyOf, "copyOf of \(content.id(of: code)) names no code of the unit", code)
        continue
      }
      let base = content.codes[Int(position)]
      if base.traits.contains(.hasData) || code.traits.contains(.hasData) {
        add(.copyOfData, "\(content.id(of: code)) has copyOf, but there is original data", code)
      }
      if base.traits.contains(.cannotCopy) {
        add(.copyOfForbidden, "\(content.id(of: code)) is a copy of a code with canCopy=\"no\"", code)
      }
    }
  }

  // MARK: Sequences

  /// A target has no codes of a sequence that its unit's source has not (XLIFF 2.1, 4.7.8 "Target Content Modification").
  private func checkAdded() {
    for code in content.codes where code.isTarget && code.kind.isCode && code.kind.hasOwnID {
      guard code.traits.contains(.cannotReorder), code.traits.contains(.hasID) else { continue }
      if !content.sourceIDs.contains(code.id) {
        add(.reordered, "the target adds \(content.shown(code)), which may not be reordered, to the source's", code)
      }
    }
  }

  /// A code with `canReorder="no"` follows one with `firstNo`.
  private func checkSequence(isTarget: Bool) {
    var hasBegun = false
    for code in content.codes where code.isTarget == isTarget && code.kind != .spanEnd {
      if code.traits.contains(.isFirstOfSequence) {
        hasBegun = true
      } else if code.traits.contains(.cannotReorder), !hasBegun {
        add(
          .canReorderStart, "\(content.shown(code)) has canReorder=\"no\", but no code before it has \"firstNo\"", code)
        return
      }
    }
  }

  /// The codes of a sequence that the targets still have are in the order, and in each other, as in the source.
  private func checkReordered() {
    guard content.codes.contains(where: { $0.traits.contains(.cannotReorder) }) else { return }
    // A sequence's number for each of its codes' ids, and its ends in the order of the source.
    var sequences = HashedTable()
    var order: [[UInt64]] = []
    for code in content.codes where !code.isTarget && !code.traits.isDisjoint(with: .isSequenced) {
      if code.traits.contains(.isFirstOfSequence), code.kind != .spanEnd { order.append([]) }
      guard !order.isEmpty else { continue }
      let number = Int(sequences.insert(code.id, Int32(order.count - 1)) ?? Int32(order.count - 1))
      order[number].append(Self.key(code))
    }
    var found = [[UInt64]](repeating: [], count: order.count)
    var last = [InlineContent.Code?](repeating: nil, count: order.count)
    let inOrder = content.isReordered ? targetsInOrder() : content.codes.filter(\.isTarget)
    for code in inOrder where code.kind.isCode {
      guard let number = sequences.value(code.id) else { continue }
      found[Int(number)].append(Self.key(code))
      last[Int(number)] = code
    }
    for number in order.indices {
      let there = Set(found[number])
      let known = Set(order[number])
      let expected = order[number].filter { there.contains($0) }
      if expected != found[number].filter({ known.contains($0) }), let code = last[number] {
        add(.reordered, "the target has codes in another order that may not be reordered", code)
      }
    }
  }

  /// A code's id and which end of it this is; how it is written does not matter.
  private static func key(_ code: InlineContent.Code) -> UInt64 {
    let isEnd = code.kind == .spanEnd || (code.kind == .end && !code.traits.contains(.hasID))
    return Hash.of(code.id, isEnd ? 1 : 0)
  }

  private func targetsInOrder() -> [InlineContent.Code] {
    var codes = [[InlineContent.Code]](repeating: [], count: content.parts.count)
    for code in content.codes where code.isTarget { codes[Int(code.part)].append(code) }
    return content.parts.enumerated()
      .sorted { ($0.element.order ?? $0.offset + 1, $0.offset) < ($1.element.order ?? $1.offset + 1, $1.offset) }
      .flatMap { codes[$0.offset] }
  }

  // MARK: Deleted codes

  /// What the targets lost of the source: an error where the code may not be deleted, in any state.
  private func checkDeleted() {
    var ids = HashedTable()
    for code in content.codes where code.isTarget && code.kind.isCode && code.kind != .spanEnd {
      _ = ids.insert(code.id)
    }
    for code in content.codes where !code.isTarget && code.kind.isCode && code.kind != .spanEnd {
      guard content.parts[Int(code.part)].hasTarget, !ids.contains(code.id) else { continue }
      if code.kind == .end, !code.traits.contains(.hasID) { continue }
      if code.traits.contains(.cannotDelete) {
        add(
          .codeDeleted, "\(content.shown(code)) is missing in the target, and may not be deleted (canDelete=\"no\")",
          code)
      } else if !content.parts[Int(code.part)].hasEmptyTarget {
        add(.codeMissing, "\(content.shown(code)) is missing in the target", code)
      }
    }
  }
}
