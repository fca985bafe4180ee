// Compounds: whole parts only. A part counts where all of the word is accounted for by parts that are known, so that *website*
// has no *site* in it and *isotretinoïne* no *tretinoïne*.

extension Scan {
  /// A part of the compound that is being taken apart.
  struct Part {
    var start: Int
    var end: Int
    var value: Int32
  }

  /// As many parts as a compound may have.
  private static var mostParts: Int { 5 }
  /// No word that is longer (bytes) is taken apart: it is no word.
  private static var longestWord: Int { 80 }

  /// Takes the terms that are parts of `word`; gives where to go on.
  mutating func takeParts(of word: Range<Int>) -> Int {
    var starts: [Int] = []
    if text[word].contains(0x2D) {
      var position = word.lowerBound
      while position < word.upperBound {
        starts.append(position)
        position = plainWordEnd(position) + 1
      }
    }
    guard starts.count > 1 else {
      takeApart(word)
      return word.upperBound
    }
    return takeHyphenated(starts, word)
  }

  // MARK: Hyphens

  /// Takes what begins at each part between hyphens.
  private mutating func takeHyphenated(_ starts: [Int], _ word: Range<Int>) -> Int {
    var furthest = word.upperBound
    var index = 0
    while index < starts.count {
      var taken = index
      let isNegated = index > 0 && isAny(of: words.negations, starts[index - 1]..<starts[index] - 1)
      if !isNegated {
        // To the word's end and perhaps beyond it, hyphens as they are.
        if index > 0, let end = take(from: starts[index], isCompound: true) {
          furthest = max(furthest, end)
          taken = starts.count
        }
        if taken == index || selection == .all { taken = max(taken, takeJoined(index, starts, word)) }
        if taken == index || selection == .all {
          takeApart(starts[index]..<(index + 1 < starts.count ? starts[index + 1] - 1 : word.upperBound))
        }
      }
      index = selection == .all ? index + 1 : max(taken, index + 1)
    }
    return furthest
  }

  /// Takes the longest run of parts from `index` on that is a term once its hyphens are left out; gives the part after it,
  /// or `index`.
  private mutating func takeJoined(_ index: Int, _ starts: [Int], _ word: Range<Int>) -> Int {
    for last in (index..<starts.count).reversed() {
      let range = starts[index]..<(last + 1 < starts.count ? starts[last + 1] - 1 : word.upperBound)
      guard let value = value(of: range), fits(value, range) else { continue }
      add(value, range, isCompound: true)
      if selection == .leftmostLongest { return last + 1 }
    }
    return index
  }

  /// The value of the bytes `range` without their hyphens.
  private func value(of range: Range<Int>) -> Int32? {
    let state = walk(TermAutomaton.View.start, range)
    guard state >= 0 else { return nil }
    let value = automaton.value(state)
    return value >= 0 ? value : nil
  }

  /// The state after the bytes `range` without their hyphens, or -1.
  private func walk(_ state: Int32, _ range: Range<Int>) -> Int32 {
    var state = state
    for position in range where text[position] != 0x2D {
      state = automaton.next(state, text[position])
      if state < 0 { break }
    }
    return state
  }

  // MARK: Words in one

  /// Takes the terms that are whole parts of `word`, which has no hyphen.
  private mutating func takeApart(_ word: Range<Int>) {
    guard word.count <= Self.longestWord, word.count >= 2 * words.minimumPart else { return }
    if let value = value(of: word), forms.entries[Int(value)].isException { return }
    if takesWordEnds { takeEnd(of: word) }
    takeKnownParts(of: word)
  }

  private mutating func takeKnownParts(of word: Range<Int>) {
    parts.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    _ = takeApart(from: word.lowerBound, to: word.upperBound)
  }

  /// Takes apart what is left of a word, longest parts first. True where nothing more is to be tried.
  private mutating func takeApart(from start: Int, to end: Int) -> Bool {
    let mark = ends.count
    var state = TermAutomaton.View.start
    for position in start..<end {
      state = automaton.next(state, text[position])
      if state < 0 { break }
      guard position + 1 - start >= words.minimumPart else { continue }
      let value = automaton.value(state)
      if value >= 0, canBePart(value) { ends.append(position + 1) }
    }
    defer { ends.removeSubrange(mark...) }
    for index in (mark..<ends.count).reversed() {
      let partEnd = ends[index]
      if partEnd < end, isShorterPartAndLink(ends[mark..<index], partEnd) { continue }
      guard let value = value(of: start..<partEnd) else { continue }
      parts.append(Part(start: start, end: partEnd, value: value))
      let isDone = partEnd == end ? keepParts() : takeApart(after: partEnd, to: end)
      parts.removeLast()
      if isDone { return true }
    }
    return false
  }

  /// Whether a part up to `end` is one of `shorter` and a linking element: `behandelings`, which is a form by rule only.
  private func isShorterPartAndLink(_ shorter: ArraySlice<Int>, _ end: Int) -> Bool {
    shorter.contains { isAny(of: words.links, $0..<end) }
  }

  private mutating func takeApart(after partEnd: Int, to end: Int) -> Bool {
    guard parts.count < Self.mostParts else { return false }
    for link in words.links where end - partEnd >= link.count + words.minimumPart {
      guard text[partEnd..<partEnd + link.count].elementsEqual(link) else { continue }
      if takeApart(from: partEnd + link.count, to: end) { return true }
    }
    return false
  }

  private func canBePart(_ value: Int32) -> Bool {
    let entry = forms.entries[Int(value)]
    return entry.isPart || entry.records.contains { isSolid(forms.records[$0]) }
  }

  /// Whether a form can be written together with others: *RF* needs its hyphen.
  private func isSolid(_ record: FormTable.Record) -> Bool { !record.needsCapitals && record.particle < 0 }

  /// The whole word is accounted for: keeps the terms among its parts. True where that is enough.
  private mutating func keepParts() -> Bool {
    guard parts.count > 1 else { return false }
    for part in parts { add(part.value, part.start..<part.end, isCompound: true) }
    return selection == .leftmostLongest
  }

  // MARK: Ends alone

  /// Takes the longest term that `word` ends in, and the terms that are parts of that.
  private mutating func takeEnd(of word: Range<Int>) {
    if let value = value(of: word), !forms.entries[Int(value)].records.isEmpty { return }
    for start in word.dropFirst() where text[start] & 0xC0 != 0x80 {
      let range = start..<word.upperBound
      guard let value = value(of: range), isLongTerm(value) else { continue }
      // A longer end that doesn't count keeps a shorter one from counting.
      let first = word.lowerBound..<start
      if first.count < words.minimumPart || isAny(of: words.prefixes, first) { return }
      add(value, range, isCompound: true)
      takeKnownParts(of: range)
      return
    }
  }

  /// Whether a term of the string `value` has letters enough not to end a word by chance.
  private func isLongTerm(_ value: Int32) -> Bool {
    forms.entries[Int(value)].records.contains { forms.records[$0].isLong && isSolid(forms.records[$0]) }
  }

  // MARK: Shared ends

  /// Whether the word that ends at `position` leaves its end to a later one: *laser-* in *laser- en RF-behandelingen*.
  func isSuspended(at position: Int) -> Bool {
    guard position + 1 < text.count, text[position] == 0x2D else { return false }
    return (text[position + 1] == 0x20 || text[position + 1] == 0x2C) && isHyphen(position)
  }

  /// Takes the term that `word` makes with the end of the word whose end it shares. True where there is one.
  mutating func takeSuspended(_ word: Range<Int>) -> Bool {
    let state = walk(TermAutomaton.View.start, word)
    guard state >= 0, let other = wordAfterConjunction(word.upperBound + 1) else { return false }
    for start in other where start == other.lowerBound || other.upperBound - start >= words.minimumPart {
      for link in words.links {
        var linked = state
        for byte in link where linked >= 0 { linked = automaton.next(linked, byte) }
        guard linked >= 0 else { continue }
        let last = walk(linked, start..<other.upperBound)
        guard last >= 0, automaton.value(last) >= 0 else { continue }
        let range = word.lowerBound..<word.upperBound + 1
        guard fits(automaton.value(last), range) else { continue }
        add(automaton.value(last), range, isCompound: true)
        return true
      }
    }
    return false
  }

  /// The word whose end is shared: past commas, conjunctions and other words that leave their ends to it.
  private func wordAfterConjunction(_ start: Int) -> Range<Int>? {
    var position = start
    var sawConjunction = false
    for _ in 0..<8 {
      while position < text.count, text[position] == 0x20 || text[position] == 0x2C { position += 1 }
      guard isWord(at: position) else { return nil }
      let end = wordEnd(position)
      if isAny(of: words.conjunctions, position..<end) {
        sawConjunction = true
      } else if !isSuspended(at: end) {
        return sawConjunction ? position..<end : nil
      }
      position = isSuspended(at: end) ? end + 1 : end
    }
    return nil
  }
}
