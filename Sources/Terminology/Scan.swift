// One pass over one folded text. Nothing is allocated for what is not found.
internal import UnicodeText

/// The state of a pass.
struct Scan {
  let automaton: TermAutomaton.View
  let forms: FormTable
  let words: ScanWords
  /// The folded text.
  let text: UnsafeBufferPointer<UInt8>
  let original: UnsafeBufferPointer<UInt8>
  let folded: FoldedText
  let selection: Matcher.Selection
  /// Whether a known end of a word is enough: see `Matcher.Selection.allAndWordEnds`.
  let takesWordEnds: Bool
  /// What only looks like letters and digits.
  let symbols: SymbolRanges
  /// What was found so far; not in order where compounds are taken apart.
  var found: [Found] = []
  /// Where parts may end, of the compound that is being taken apart.
  var ends: [Int] = []
  /// The parts of it so far.
  var parts: [Part] = []

  /// A string of the table at a place of the folded text.
  struct Found {
    var start: Int
    var end: Int
    var value: Int32
    var isCompound: Bool
  }

  init(
    automaton: TermAutomaton.View, forms: FormTable, words: ScanWords, text: UnsafeBufferPointer<UInt8>,
    original: UnsafeBufferPointer<UInt8>, folded: FoldedText, selection: Matcher.Selection
  ) {
    self.automaton = automaton
    self.forms = forms
    self.words = words
    self.text = text
    self.original = original
    self.folded = folded
    takesWordEnds = selection == .allAndWordEnds
    self.selection = takesWordEnds ? .all : selection
    symbols = SymbolRanges(original: original, folded: folded)
  }

  /// Looks at each word, and at each other character that a term may begin with.
  mutating func run() {
    var position = 0
    while position < text.count {
      if isWord(at: position) {
        position = lookAtWord(position..<wordEnd(position))
      } else {
        let next = characterEnd(position)
        let begins = automaton.next(TermAutomaton.View.start, text[position]) >= 0
        let end = begins ? take(from: position, isCompound: false) : nil
        position = selection == .leftmostLongest ? max(next, end ?? next) : next
      }
    }
  }

  /// Looks for terms that begin with the word `word` (with what hyphens join to it) or lie in it; gives where to go on.
  private mutating func lookAtWord(_ word: Range<Int>) -> Int {
    if words.joinsWords, isSuspended(at: word.upperBound), takeSuspended(word), selection == .leftmostLongest {
      return word.upperBound + 1
    }
    let end = take(from: word.lowerBound, isCompound: false)
    if let end, selection == .leftmostLongest { return end }
    let next = words.joinsWords ? takeParts(of: word) : word.upperBound
    // What begins at the words within a longer term is asked for too.
    return selection == .leftmostLongest ? next : word.upperBound
  }

  // MARK: Terms at a place

  /// Takes the longest form that begins at `start` and fits, or all of them; gives the end of the longest.
  mutating func take(from start: Int, isCompound: Bool) -> Int? {
    var state = TermAutomaton.View.start
    var position = start
    var longest: (end: Int, value: Int32)?
    while position < text.count {
      state = automaton.next(state, text[position])
      guard state >= 0 else { break }
      position += 1
      let value = automaton.value(state)
      guard value >= 0 else { continue }
      let isJoined = takesWordEnds && isJoinedPhrase(start..<position)
      guard isJoined || isBoundary(position), fits(value, start..<position) else { continue }
      longest = (position, value)
      if selection == .all { add(value, start..<position, isCompound: isCompound || isJoined) }
    }
    guard let longest else { return nil }
    if selection == .leftmostLongest { add(longest.value, start..<longest.end, isCompound: isCompound) }
    return longest.end
  }

  /// Whether a record of the string `value` holds at `range`.
  func fits(_ value: Int32, _ range: Range<Int>) -> Bool {
    for index in forms.entries[Int(value)].records where holds(forms.records[index], range) { return true }
    return false
  }

  /// Keeps that the string `value` stands at `range`, where one of its records holds.
  mutating func add(_ value: Int32, _ range: Range<Int>, isCompound: Bool) {
    guard fits(value, range) else { return }
    found.append(Found(start: range.lowerBound, end: range.upperBound, value: value, isCompound: isCompound))
  }

  /// Puts what was found in order: by where it begins, the longer first, compounds last.
  mutating func sort() {
    func precedes(_ left: Found, _ right: Found) -> Bool {
      (left.start, right.end, left.isCompound ? 1 : 0) < (right.start, left.end, right.isCompound ? 1 : 0)
    }
    // Mostly it is in order already.
    for index in found.indices.dropFirst() where precedes(found[index], found[index - 1]) {
      found.sort(by: precedes)
      return
    }
  }

  /// Whether the conditions of `record` hold at `range`.
  func holds(_ record: FormTable.Record, _ range: Range<Int>) -> Bool {
    if record.needsCapitals, !isInCapitals(range) { return false }
    return record.particle < 0 || isFollowed(by: forms.particles[Int(record.particle)], range.upperBound)
  }

  private func isInCapitals(_ range: Range<Int>) -> Bool {
    !original[folded.originalRange(of: range)].contains { $0 &- 0x61 < 26 }
  }

  // MARK: Words

  /// Whether a character of a word begins at `position`. Symbols that folding makes letters of are none.
  @inline(__always)
  func isWord(at position: Int) -> Bool {
    guard position < text.count else { return false }
    if !symbols.ranges.isEmpty, symbols.index(at: position) != nil { return false }
    let byte = text[position]
    if byte < 0x80 { return byte | 0x20 &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x5F }
    return WordCharacters.begins(at: position, in: text.span)
  }

  /// Whether a character of a word ends at `position`.
  @inline(__always)
  func isWord(before position: Int) -> Bool {
    guard position > 0 else { return false }
    if !symbols.ranges.isEmpty, symbols.index(at: position - 1) != nil { return false }
    let byte = text[position - 1]
    if byte < 0x80 { return byte | 0x20 &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x5F }
    return WordCharacters.ends(at: position, in: text.span)
  }

  /// How many bytes the character at `position` takes.
  @inline(__always)
  func length(at position: Int) -> Int {
    let lead = text[position]
    return lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
  }

  /// The end of the character at `position`, or of all that folding made of it where that is a symbol.
  private func characterEnd(_ position: Int) -> Int {
    if !symbols.ranges.isEmpty, let index = symbols.index(at: position) { return symbols.ranges[index].upperBound }
    return position + length(at: position)
  }

  /// The end of the word that begins at `start`, with all that hyphens join to it.
  func wordEnd(_ start: Int) -> Int {
    var position = start
    while true {
      position = plainWordEnd(position)
      guard position < text.count, text[position] == 0x2D, isWord(at: position + 1), isHyphen(position) else {
        return min(position, text.count)
      }
      position += 1
    }
  }

  /// The end of the letters and digits from `start` on.
  func plainWordEnd(_ start: Int) -> Int {
    var position = start
    while isWord(at: position) { position += length(at: position) }
    return min(position, text.count)
  }

  /// Whether a term may end at `position`: see `Matcher`.
  func isBoundary(_ position: Int) -> Bool {
    guard position < text.count else { return true }
    // Within what folding made of one symbol.
    if !symbols.ranges.isEmpty, let index = symbols.index(at: position), symbols.ranges[index].lowerBound < position {
      return false
    }
    guard isWord(before: position) else { return true }
    if isWord(at: position) { return false }
    return !(text[position] == 0x2D && isWord(at: position + 1) && isHyphen(position))
  }

  /// Whether `range` is of several words, the last of which a hyphen joins to another: *vitamine C* in *vitamine C-serum*.
  private func isJoinedPhrase(_ range: Range<Int>) -> Bool {
    let end = range.upperBound
    guard words.joinsWords, end < text.count, text[end] == 0x2D, isWord(before: end), isWord(at: end + 1) else {
      return false
    }
    return isHyphen(end) && text[range].contains(0x20)
  }

  /// Whether the hyphen-minus at `position` of the folded text is a hyphen in the original too: folding makes one of dashes,
  /// and a dash stands between words.
  func isHyphen(_ position: Int) -> Bool {
    let range = folded.originalRange(of: position..<position + 1)
    guard range.count == 3 else { return range.count == 1 }
    // U+2010 and U+2011.
    return original[range.lowerBound] == 0xE2 && original[range.lowerBound + 1] == 0x80
      && original[range.lowerBound + 2] <= 0x91
  }

  /// Whether the bytes `range` are one of `list`.
  func isAny(of list: [[UInt8]], _ range: Range<Int>) -> Bool {
    list.contains { $0.count == range.count && text[range].elementsEqual($0) }
  }

  // MARK: Parted verbs

  /// Whether `particle` stands as a word after `start` in the same clause, where the particle of a parted verb stands: at its
  /// end, or before a conjunction or a preposition.
  private func isFollowed(by particle: [UInt8], _ start: Int) -> Bool {
    var position = start
    let limit = min(text.count, start + 200)
    while position < limit {
      guard isWord(at: position) else {
        if Self.endsClause(text[position]) { return false }
        position += length(at: position)
        continue
      }
      let end = wordEnd(position)
      if isAny(of: [particle], position..<end), isClauseEnd(end) { return true }
      position = end
    }
    return false
  }

  private func isClauseEnd(_ position: Int) -> Bool {
    guard position < text.count, text[position] == 0x20, isWord(at: position + 1) else { return true }
    return isAny(of: words.afterParticle, position + 1..<plainWordEnd(position + 1))
  }

  /// `.`, `;`, `:`, `!`, `?`.
  private static func endsClause(_ byte: UInt8) -> Bool {
    byte == 0x2E || byte == 0x3B || byte == 0x3A || byte == 0x21 || byte == 0x3F
  }
}
