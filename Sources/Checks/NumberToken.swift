// Numbers as a text writes them, and what they may mean in its language.
internal import Configuration
internal import UnicodeText

/// A run of ASCII digits with what stands between them: `2`, `2.5`, `1,000`, `10 000`, `10.30`, `2.1.3`.
struct NumberToken: Sendable, Equatable {
  /// Bytes of the text.
  var range: Range<Int>
  /// Its digits between separators: `1`, `000`.
  var pieces: [String]
  /// What it is worth in the text's language: no group separators, a full stop for the decimals, no idle zeros; nil where it
  /// isn't one number there.
  var value: String?
  /// What it is worth with the decimal separator of another language: `2.5` in Dutch; nil where it can't be that.
  var foreignValue: String?
  /// What else it may be worth: 14 for 2 pm, 1000000 for 1 million.
  var alternatives: [String] = []
  /// Whether a letter stands right before it, as in `CO2`: part of a word, unless the other language writes it apart.
  var followsLetter: Bool
  /// Whether it needs no counterpart: `1990s` may become words.
  var isOptional = false
  /// Whether it is written as an ordinal, as `1st`: it may become a word, and needs no counterpart.
  var isOrdinal = false

  /// All that it may be worth in its text's language.
  var values: [String] { (value.map { [$0] } ?? []) + alternatives }

  /// `pieces` without idle zeros.
  var plainPieces: [String] { pieces.map(Self.trimmed) }

  /// Whether it may be a time of day: `10.30`.
  var isTime: Bool {
    guard pieces.count == 2, pieces[1].utf8.count == 2, pieces[0].utf8.count <= 2 else { return false }
    return (Int(pieces[0]) ?? 99) < 25 && (Int(pieces[1]) ?? 99) < 60
  }

  /// `digits` without zeros before the first other digit.
  static func trimmed(_ digits: some StringProtocol) -> String {
    let trimmed = digits.drop { $0 == "0" }
    return trimmed.isEmpty ? "0" : String(trimmed)
  }
}

// MARK: - Finding them

extension NumberToken {
  /// The numbers in `text`, in its order. Digits that are no ASCII (`₂`, `²`) are part of a word.
  static func tokens(in text: [UInt8], _ profile: LocaleProfile) -> [NumberToken] {
    var tokens: [NumberToken] = []
    var position = 0
    while position < text.count {
      guard isDigit(text, position) else {
        position += 1
        continue
      }
      let token = token(in: text, from: position, profile)
      tokens.append(token)
      position = token.range.upperBound
    }
    markAfternoons(&tokens, text, profile)
    markPowers(&tokens, text, profile)
    return tokens
  }

  private static func token(in text: [UInt8], from start: Int, _ profile: LocaleProfile) -> NumberToken {
    var position = start
    var pieces: [String] = []
    var separators: [String] = []
    while true {
      let digits = position
      while isDigit(text, position) { position += 1 }
      pieces.append(String(decoding: text[digits..<position], as: UTF8.self))
      guard let separator = separator(in: text, position, pieces) else { break }
      separators.append(separator)
      position += separator.utf8.count
    }
    let isDecade = pieces.count == 1 && pieces[0].hasSuffix("0") && isLoneS(text, position)
    return NumberToken(
      range: start..<position, pieces: pieces,
      value: value(pieces, separators.map { isSpace($0) ? profile.groupSeparator : $0 }, profile),
      foreignValue: foreignValue(pieces, separators, profile),
      followsLetter: WordCharacters.ends(at: start, in: text.span), isOptional: isDecade,
      isOrdinal: pieces.count == 1 && isSuffixed(by: profile.ordinalSuffixes, text, position))
  }

  /// The separator at `position`, where the number goes on behind it: a full stop or a comma before a digit; a space before
  /// exactly three digits, where no more than three stand before it.
  private static func separator(in text: [UInt8], _ position: Int, _ pieces: [String]) -> String? {
    guard position < text.count else { return nil }
    if text[position] == 0x2E || text[position] == 0x2C {
      return isDigit(text, position + 1) ? (text[position] == 0x2E ? "." : ",") : nil
    }
    let groupsSoFar = pieces.count == 1 ? pieces[0].utf8.count <= 3 : pieces[pieces.count - 1].utf8.count == 3
    for space in [" ", "\u{A0}", "\u{202F}", "\u{2009}"] where groupsSoFar {
      let end = position + space.utf8.count
      guard text[position...].starts(with: space.utf8) else { continue }
      let hasGroup = (0..<3).allSatisfy { isDigit(text, end + $0) } && !isDigit(text, end + 3)
      return hasGroup ? space : nil
    }
    return nil
  }

  private static func value(_ pieces: [String], _ separators: [String], _ profile: LocaleProfile) -> String? {
    let (decimal, group) = (profile.decimalSeparator, profile.groupSeparator)
    guard let last = separators.last else { return trimmed(pieces[0]) }
    let hasDecimals = last == decimal
    let groups = hasDecimals ? separators.dropLast() : separators[...]
    guard groups.allSatisfy({ $0 == group }) else { return nil }
    let whole = pieces[0...groups.count]
    guard groups.isEmpty || (pieces[0].utf8.count <= 3 && whole.dropFirst().allSatisfy { $0.utf8.count == 3 }) else {
      return nil
    }
    return joined(whole.joined(), hasDecimals ? pieces[pieces.count - 1] : "")
  }

  private static func foreignValue(
    _ pieces: [String], _ separators: [String], _ profile: LocaleProfile
  ) -> String? {
    guard separators.count == 1, separators[0] == "." || separators[0] == ",",
      separators[0] != profile.decimalSeparator, pieces[1].utf8.count != 3
    else { return nil }
    return joined(pieces[0], pieces[1])
  }

  private static func joined(_ whole: String, _ decimals: String) -> String {
    var decimals = decimals[...]
    while decimals.last == "0" { decimals.removeLast() }
    return decimals.isEmpty ? trimmed(whole) : "\(trimmed(whole)).\(decimals)"
  }

  // MARK: Hours

  /// Gives 14 to the 2 of `2 pm` and of `2:30 pm`.
  private static func markAfternoons(_ tokens: inout [NumberToken], _ text: [UInt8], _ profile: LocaleProfile) {
    for index in tokens.indices where !profile.afternoon.isEmpty {
      let first = tokens[index].plainPieces[0]
      guard let hour = Int(first), hour >= 1, hour <= 12 else { continue }
      var end = tokens[index].range.upperBound
      if end + 1 < text.count, text[end] == 0x3A, isDigit(text, end + 1), index + 1 < tokens.count {
        end = tokens[index + 1].range.upperBound
      }
      guard isFollowed(by: profile.afternoon, text, end) else { continue }
      let later = String(hour == 12 ? 12 : hour + 12)
      tokens[index].alternatives.append(later)
      if tokens[index].isTime { tokens[index].alternatives.append(joined(later, tokens[index].pieces[1])) }
    }
  }

  /// Whether the text tells times of day: a number of their shape stands before a word such as `uur`.
  static func tellsTime(_ tokens: [NumberToken], in text: [UInt8], _ profile: LocaleProfile) -> Bool {
    tokens.contains { $0.isTime && isFollowed(by: profile.timeWords, text, $0.range.upperBound) }
  }

  /// Whether one of `marks` stands at `position`, or behind a space there, as a whole word; in any case.
  static func isFollowed(by marks: [String], _ text: [UInt8], _ position: Int) -> Bool {
    var start = position
    for space in [" ", "\u{A0}", "\u{202F}"] where text[start...].starts(with: space.utf8) {
      start += space.utf8.count
    }
    return marks.contains { mark in
      let end = start + mark.utf8.count
      guard end <= text.count, !WordCharacters.begins(at: end, in: text.span) else { return false }
      return zip(text[start..<end], mark.utf8).allSatisfy { $0 | 0x20 == $1 | 0x20 }
    }
  }

  /// Whether one of `suffixes` ends the word at `position`.
  private static func isSuffixed(by suffixes: [String], _ text: [UInt8], _ position: Int) -> Bool {
    suffixes.contains { suffix in
      text[position...].starts(with: suffix.utf8)
        && !WordCharacters.begins(at: position + suffix.utf8.count, in: text.span)
    }
  }

  // MARK: Bytes

  private static func isDigit(_ text: [UInt8], _ position: Int) -> Bool {
    position < text.count && text[position] &- 0x30 < 10
  }

  private static func isSpace(_ separator: String) -> Bool { separator != "." && separator != "," }

  private static func isLoneS(_ text: [UInt8], _ position: Int) -> Bool {
    position < text.count && text[position] == 0x73 && !WordCharacters.begins(at: position + 1, in: text.span)
  }
}
