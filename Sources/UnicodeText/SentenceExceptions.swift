// Where a full stop ends no sentence although UAX #29 says it does. The standard knows no words (its section 5.1 leaves
// abbreviations to whoever uses it): what the words are comes from locales/<tag>/locale.yml.

/// Decides which boundaries of UAX #29 are none.
struct SentenceExceptions {
  private enum When {
    static let always: UInt8 = 0
    static let beforeDigit: UInt8 = 1
  }

  private var abbreviations = WordTable()
  private var functionWords = WordTable()

  /// The exceptions of a locale; see `SentenceBreaker.init` for what the lists may hold.
  init(abbreviations: [String], functionWords: [String]) {
    for abbreviation in abbreviations {
      let words = abbreviation.split(whereSeparator: \.isWhitespace)
      let when = words.last == "#" ? When.beforeDigit : When.always
      for word in words where word.hasSuffix(".") { self.abbreviations.insert(word.unicodeScalars, when) }
    }
    for word in functionWords { self.functionWords.insert(word.unicodeScalars) }
  }

  /// Whether the boundary of `text` at byte `boundary`, found by `rules`, is to be left out.
  func suppress(_ boundary: Int, in text: UnsafeBufferPointer<UInt8>, _ rules: SentenceRules) -> Bool {
    var end = boundary
    while end > 0 {
      let (kind, start) = rules.character(in: text, before: end)
      guard kind == .sp || kind == .extend || kind == .format else { break }
      end = start
    }
    if end == boundary { return followsASCIITerminator(boundary, in: text, rules) }
    if beginsInLowerCase(boundary, in: text, rules) { return true }
    guard end > 0, text[end - 1] == UInt8(ascii: ".") else { return false }
    let word = wordStart(before: end - 1, in: text, rules)..<end
    if let when = abbreviations.value(of: word, in: text) {
      if when == When.always || rules.character(in: text, at: boundary).kind == .numeric { return true }
    }
    return isOrdinal(word, in: text) || isInitial(word, before: boundary, in: text, rules)
  }

  /// `“Is it safe?” she asked`, `It (really!) works`: what SB8 says of a full stop holds for the other marks too where
  /// nothing but quotes and brackets stands before the small letter. (SB8 looks past digits: `How deep? 2 mm` are two.)
  private func beginsInLowerCase(
    _ boundary: Int, in text: UnsafeBufferPointer<UInt8>, _ rules: SentenceRules
  ) -> Bool {
    var position = boundary
    while position < text.count {
      let next = rules.character(in: text, at: position)
      guard next.kind == .close else { return next.kind == .lower }
      position = next.end
    }
    return false
  }

  /// Whether no white space stands before `boundary` and what ends there is ASCII: `https://example.org/?Page=2`, or
  /// `(Who?Me)`. Only scripts without spaces end a sentence so, and they have full stops of their own.
  private func followsASCIITerminator(
    _ boundary: Int, in text: UnsafeBufferPointer<UInt8>, _ rules: SentenceRules
  ) -> Bool {
    var position = boundary
    while position > 0 {
      let (kind, start) = rules.character(in: text, before: position)
      if kind.isTerminator { return text[start] < 0x80 }
      guard kind == .close || kind == .extend || kind == .format else { return false }
      position = start
    }
    return false
  }

  /// Where the word begins that goes on to byte `end`: after white space, an opening bracket or quote.
  private func wordStart(before end: Int, in text: UnsafeBufferPointer<UInt8>, _ rules: SentenceRules) -> Int {
    var position = end
    while position > 0 {
      let (kind, start) = rules.character(in: text, before: position)
      if kind == .sp || kind == .close || kind == .sep { break }
      position = start
    }
    return position
  }

  /// `1. Chemical Peels`: nothing but digits, full stops and white space up to the end of `word`, and a digit among them.
  private func isOrdinal(_ word: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text[word.lowerBound] &- 0x30 < 10 else { return false }
    return text[..<word.upperBound].allSatisfy { $0 &- 0x30 < 10 || $0 == 0x2E || $0 == 0x20 || $0 &- 0x09 < 5 }
  }

  /// `J. Smith`, `N.A.W. Janssen`, `J.-P. Sartre`: one capital and a full stop before a capitalised word. Where that word
  /// is a function word, as in `botulinum toxin type A. The`, the capital ends a sentence, unless it begins the text.
  private func isInitial(
    _ word: Range<Int>, before boundary: Int, in text: UnsafeBufferPointer<UInt8>, _ rules: SentenceRules
  ) -> Bool {
    guard word.count > 1, rules.character(in: text, at: boundary).kind == .upper else { return false }
    let (kind, start) = rules.character(in: text, before: word.upperBound - 1)
    guard kind == .upper, start >= word.lowerBound else { return false }
    if start > word.lowerBound, text[start - 1] != UInt8(ascii: "."), text[start - 1] != UInt8(ascii: "-") {
      return false
    }
    if text[..<word.lowerBound].allSatisfy({ $0 == 0x20 || $0 &- 0x09 < 5 }) { return true }
    let next = boundary..<wordEnd(from: boundary, in: text, rules)
    let isDotted = next.upperBound < text.count && text[next.upperBound] == UInt8(ascii: ".")
    return isDotted || functionWords.value(of: next, in: text) == nil
  }

  private func wordEnd(from start: Int, in text: UnsafeBufferPointer<UInt8>, _ rules: SentenceRules) -> Int {
    var position = start
    while position < text.count {
      let next = rules.character(in: text, at: position)
      switch next.kind {
      case .upper, .lower, .oLetter, .extend, .format: position = next.end
      default: return position
      }
    }
    return position
  }
}
