// Numbers that a text says in words, by the `numbers` of locales/<tag>/locale.yml.
internal import Configuration
internal import UnicodeText

/// A language's words for numbers, ready to be found. Built once for a language; asked only about a text that has no digits
/// for a number of the other side.
struct NumberWords: Sendable {
  /// What a text says in words. Numbers as `NumberToken.value` has them.
  struct Said: Sendable, Equatable {
    /// Numbers that the text says for certain.
    var values: Set<String> = []
    /// Numbers that it says with a frequent word, which may as well mean nothing: *een* is one, and an article.
    var possibly: Set<String> = []
  }

  private struct Phrase {
    /// Folded.
    var bytes: [UInt8]
    var values: [String]
    var isFrequent: Bool
  }

  /// Folded, and what they are worth; the longest first, so that *drieëntwintig* isn't *drie*.
  private let words: [(bytes: [UInt8], value: String)]
  /// Folded, and their powers of ten.
  private let powers: [(bytes: [UInt8], power: Int)]
  /// The longest first.
  private let phrases: [Phrase]

  /// The words of `profile`.
  /// - Throws: `ICUError` where ICU's data can't be had.
  init(_ profile: LocaleProfile) throws {
    words = try profile.numberWords.enumerated().map { (try FoldedText.folded(term: $1), String($0)) }
      .sorted { $0.0.count > $1.0.count }
    powers = try profile.powersOfTen.map { (try FoldedText.folded(term: $0), $1) }
      .sorted { $0.0.count > $1.0.count }
    phrases = try profile.numberEquivalents.map { text, values in
      Phrase(
        bytes: try FoldedText.folded(term: text), values: values, isFrequent: profile.functionWords.contains(text))
    }.sorted { $0.bytes.count > $1.bytes.count }
  }

  /// The numbers that the words of `text` say. A number word also counts as the beginning of a longer word: *driemaal*,
  /// *vijftigjarige*.
  func said(in text: String) -> Said {
    var said = Said()
    // Folding fails for want of memory only.
    guard let bytes = try? FoldedText.folded(term: text) else { return said }
    var position = 0
    while position < bytes.count {
      guard WordCharacters.begins(at: position, in: bytes.span) else {
        position += 1
        continue
      }
      if let phrase = phrases.first(where: { isWhole($0.bytes, bytes, position) }) {
        if phrase.isFrequent { said.possibly.formUnion(phrase.values) } else { said.values.formUnion(phrase.values) }
        position += phrase.bytes.count
      } else if let number = number(in: bytes, position) {
        said.values.insert(number.value)
        position = number.end
      }
      while WordCharacters.begins(at: position, in: bytes.span) { position = Self.next(bytes, position) }
    }
    return said
  }

  /// The number that the word at `position` begins with, its power of ten taken in (*tweehonderd*, *drie miljoen*, *duizend*).
  private func number(in bytes: [UInt8], _ position: Int) -> (value: String, end: Int)? {
    var end = position
    var value = "1"
    if let word = words.first(where: { bytes[position...].starts(with: $0.bytes) }) {
      value = word.value
      end += word.bytes.count
    }
    // The digits of *10 miljoen* have the word for their own.
    let digit = position - 2
    if end == position, digit >= 0, bytes[digit] &- 0x30 < 10, bytes[digit + 1] == 0x20 { return nil }
    let isSpace = end > position && end < bytes.count && bytes[end] == 0x20
    let start = isSpace ? end + 1 : end
    if let power = powers.first(where: { bytes[start...].starts(with: $0.bytes) }) {
      value = NumberToken.shifted(value, by: power.power)
      end = start + power.bytes.count
    }
    return end > position ? (value, end) : nil
  }

  private func isWhole(_ phrase: [UInt8], _ bytes: [UInt8], _ position: Int) -> Bool {
    bytes[position...].starts(with: phrase)
      && !WordCharacters.begins(at: position + phrase.count, in: bytes.span)
  }

  private static func next(_ bytes: [UInt8], _ position: Int) -> Int {
    var next = position + 1
    while next < bytes.count, bytes[next] & 0xC0 == 0x80 { next += 1 }
    return next
  }
}
