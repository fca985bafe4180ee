// Character data, CDATA, comments and processing instructions (XML 1.0, 2.4 to 2.7).

extension XMLScanner {
  /// What stands between two tags: a text, or, where they are kept, a comment or processing instruction. A tag where
  /// there turns out to be no text.
  mutating func content(_ view: XMLView) -> Step {
    let base = view.base
    if !isGathering {
      let (end, needsDecoding) = XMLDecoding.endOfText(view, from: position)
      if base[end] == 0x3C, end > position, keepsMarkup || base[end + 1] != 0x21 && base[end + 1] != 0x3F,
        base[end + 1] != 0, end - position <= Self.longestText, !isCDATA(view, at: end)
      {
        text = Slice(start: position, count: end - position)
        if needsDecoding {
          arena.removeAll(keepingCapacity: true)
          guard XMLDecoding.append(view.buffer, position..<end, as: .text, to: &arena) else { return .unsure }
          text = Slice(start: 0, count: arena.count, isDecoded: true)
        }
        position = end
        return .text
      }
      arena.removeAll(keepingCapacity: true)
      isGathering = true
    }
    return gather(view)
  }

  /// Whether CDATA may begin at a `<`: it goes on with the text before it.
  private func isCDATA(_ view: XMLView, at place: Int) -> Bool {
    view.base[place + 1] == 0x21 && view.base[place + 2] != 0x2D
  }

  /// Puts a text together that is more than one run: over CDATA, what is skipped, and windows.
  private mutating func gather(_ view: XMLView) -> Step {
    while true {
      if isInCDATA || view.base[position] != 0x3C {
        guard takeRun(view) else { return failure(view) }
        if arena.count > Self.longestText { return .unsure }
        continue
      }
      switch view.base[position + 1] {
      case 0x21 where view.base[position + 2] == 0x5B:
        guard Self.spells(view, at: position, "<![CDATA[") else { return failure(view, at: position) }
        position += 9
        isInCDATA = true
      case 0x21 where view.base[position + 2] != 0x2D: return failure(view, at: position)
      case 0x21, 0x3F:
        if keepsMarkup, !arena.isEmpty { return gathered() }
        guard let step = misc(view) else { return failure(view) }
        if keepsMarkup {
          isGathering = false
          return step
        }
      case 0: return failure(view, at: position)
      default:
        if !arena.isEmpty { return gathered() }
        isGathering = false
        return view.base[position + 1] == 0x2F ? endTag(view) : startTag(view)
      }
    }
  }

  private mutating func gathered() -> Step {
    isGathering = false
    text = Slice(start: 0, count: arena.count, isDecoded: true)
    return .text
  }

  /// Appends a run of character data, or of CDATA, as far as the window has it.
  /// - Returns: false where that is not at all, or where something is in the way.
  private mutating func takeRun(_ view: XMLView) -> Bool {
    let kind: XMLDecoding.Kind = isInCDATA ? .literal : .text
    let end =
      isInCDATA
      ? XMLDecoding.endOfLiteral(view, from: position, to: "]]>") : XMLDecoding.endOfText(view, from: position).end
    stop = end
    let isWhole = isInCDATA ? view.base[end] == 0x5D : view.base[end] == 0x3C
    // Where the window ends a line end, a reference or the end of CDATA may be cut, and a character is by itself.
    if !isWhole, view.isLast || end + 4 < view.count { return false }
    let safe = isWhole ? end : XMLDecoding.safeEnd(view, position..<end, as: kind)
    guard isWhole || safe > position, XMLDecoding.append(view.buffer, position..<safe, as: kind, to: &arena) else {
      // What can't be decoded is wrong, however near to the end it is.
      if safe > position { stop = -16 }
      return false
    }
    position = safe
    if isWhole, isInCDATA {
      position += 3
      isInCDATA = false
    }
    return true
  }

  // MARK: Comments and processing instructions

  /// Goes past the comment or processing instruction at `position`, which begin with `<!` or `<?`.
  /// - Returns: nil where there is none, or it is not whole; `stop` is where.
  mutating func misc(_ view: XMLView) -> Step? {
    view.base[position + 1] == 0x21 ? comment(view) : instruction(view)
  }

  /// `<!--`, no `--` inside, `-->`.
  private mutating func comment(_ view: XMLView) -> Step? {
    stop = position
    guard Self.spells(view, at: position, "<!--") else { return nil }
    let start = position + 4
    let end = XMLDecoding.endOfLiteral(view, from: start, to: "--")
    stop = end
    guard view.base[end] == 0x2D, view.base[end + 2] == 0x3E, end - start < Self.longestMarkup else { return nil }
    text = literal(view, start..<end)
    position = end + 3
    return .comment
  }

  /// `<?target S data?>`; the target is not `xml` in any case, and has no colon.
  private mutating func instruction(_ view: XMLView) -> Step? {
    let start = position + 2
    guard let name = XMLRawName(view.base, at: start, stop: &stop), name.colon < 0 else { return nil }
    let letters = name.words.x & 0xFFFF_FFFF | 0x20_2020
    guard name.count != 3 || letters != 0x6C_6D78 else { return nil }
    var at = stop
    while Self.isSpace(view.base[at]) { at += 1 }
    let isSpaced = at > stop
    let end = XMLDecoding.endOfLiteral(view, from: at, to: "?>")
    stop = end
    guard view.base[end] == 0x3F, isSpaced || end == at, end - start < Self.longestMarkup else { return nil }
    target = Slice(start: start, count: name.count)
    text = literal(view, at..<end)
    position = end + 2
    return .processingInstruction
  }

  /// What is said literally in `range`; nobody asks where such markup is not kept, and then a text is in `arena`.
  private mutating func literal(_ view: XMLView, _ range: Range<Int>) -> Slice {
    guard keepsMarkup, view.buffer[range].contains(0x0D) else {
      return Slice(start: range.lowerBound, count: range.count)
    }
    arena.removeAll(keepingCapacity: true)
    _ = XMLDecoding.append(view.buffer, range, as: .literal, to: &arena)
    return Slice(start: 0, count: arena.count, isDecoded: true)
  }

  private static func spells(_ view: XMLView, at place: Int, _ word: StaticString) -> Bool {
    for index in 0..<word.utf8CodeUnitCount where view.base[place + index] != word.utf8Start[index] { return false }
    return true
  }
}
