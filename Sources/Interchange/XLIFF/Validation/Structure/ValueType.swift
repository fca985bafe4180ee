// What the value of an attribute may be. Tables name these types; XML Schema's own keep the name they have there.

/// The lexical form of an attribute's value.
enum ValueType: Sendable {
  case text
  case nmtoken, nmtokens
  /// A name without a colon: XML's own `ID`.
  case identifier
  case positiveInteger, integer
  /// An integer from 1 to 10.
  case priority
  /// A decimal number from 0 to 100, and a number from 0 to 1.
  case percent, confidence
  /// A language tag of BCP 47.
  case language
  /// `prefix:value`, neither with white space or a second colon.
  case prefixed
  case hexBinary
  case dateTime
  /// 1.2: `x;y;cx;cy`, integers or `#`.
  case coordinates
  /// 1.2: a top-level media type, with or without a subtype.
  case mediaType
  /// One of some words.
  case word(Words)
  /// Some words, separated by white space.
  case words(Words)

  /// Words that a value may be, and what else.
  struct Words: Sendable {
    /// The words, in UTF-8.
    var words: [[UInt8]]
    /// What may stand instead of one of the words.
    var otherwise = Otherwise.nothing

    enum Otherwise: Sendable {
      case nothing
      /// `x-` and something (XLIFF 1.2, 2.5).
      case extended
      /// `prefix:value`.
      case prefixed
    }
  }

  /// The number that stands for a value that is none of the words but what may stand instead.
  static let otherwise: Int16 = 255

  /// What `bytes` come to: the word's position, `otherwise`, or 0 where the type is none of words; nil where they are no
  /// value of this type.
  func number(of bytes: UnsafeBufferPointer<UInt8>) -> Int16? {
    switch self {
    case .text: return 0
    case .word(let words): return words.number(of: bytes)
    case .nmtoken: return Lexical.isNMTOKEN(Lexical.trimmed(bytes)) ? 0 : nil
    case .prefixed: return Lexical.isPrefixed(bytes) ? 0 : nil
    case .nmtokens:
      return Lexical.count(of: bytes, { Lexical.isNMTOKEN($0) }).map { $0 > 0 ? 0 : nil } ?? nil
    case .identifier: return Lexical.isIdentifier(Lexical.trimmed(bytes)) ? 0 : nil
    case .positiveInteger: return (Lexical.integer(Lexical.trimmed(bytes)) ?? 0) > 0 ? 0 : nil
    case .priority: return (1...10).contains(Lexical.integer(Lexical.trimmed(bytes)) ?? 0) ? 0 : nil
    case .integer: return Lexical.integer(Lexical.trimmed(bytes)) == nil ? nil : 0
    case .percent: return Lexical.decimal(Lexical.trimmed(bytes)).map { (0...100).contains($0) ? 0 : nil } ?? nil
    case .confidence:
      return Lexical.double(Lexical.trimmed(bytes)).map { (0...1).contains($0) ? 0 : nil } ?? nil
    case .language: return LanguageTag.isWellFormed(Lexical.trimmed(bytes)) ? 0 : nil
    case .hexBinary: return Lexical.isHexBinary(Lexical.trimmed(bytes)) ? 0 : nil
    case .dateTime: return DateTime.isValid(Lexical.trimmed(bytes)) ? 0 : nil
    case .coordinates: return Lexical.isCoordinates(bytes) ? 0 : nil
    case .mediaType: return Lexical.isMediaType(bytes) ? 0 : nil
    case .words(let words):
      return Lexical.count(of: bytes, { words.number(of: $0) != nil }).map { _ in 0 }
    }
  }

  /// What a value must be, in words.
  var wanted: String {
    switch self {
    case .text: "text"
    case .nmtoken: "an NMTOKEN"
    case .nmtokens: "NMTOKENs, separated by spaces"
    case .identifier: "an XML ID"
    case .positiveInteger: "a positive integer"
    case .integer: "an integer"
    case .priority: "an integer from 1 to 10"
    case .percent: "a decimal number from 0 to 100"
    case .confidence: "a number from 0 to 1"
    case .language: "a language tag of BCP 47"
    case .prefixed: "a prefix and a value, separated by a colon"
    case .hexBinary: "two hexadecimal digits for each octet"
    case .dateTime: "a date and time, such as 2026-01-31T12:00:00Z"
    case .coordinates: "four integers or #, separated by semicolons"
    case .mediaType: "a media type"
    case .word(let words): words.wanted
    case .words(let words): "words separated by spaces, each \(words.wanted)"
    }
  }
}

extension ValueType.Words {
  func number(of bytes: UnsafeBufferPointer<UInt8>) -> Int16? {
    for (number, word) in words.enumerated() where Lexical.equal(bytes, word) { return Int16(number) }
    switch otherwise {
    case .nothing: return nil
    case .prefixed: return Lexical.isPrefixed(bytes) ? ValueType.otherwise : nil
    case .extended:
      guard bytes.count > 2, bytes[0] == 0x78, bytes[1] == 0x2D else { return nil }
      return bytes.allSatisfy { !Lexical.isSpace($0) } ? ValueType.otherwise : nil
    }
  }

  var wanted: String {
    var list = words.prefix(12).map { String(decoding: $0, as: UTF8.self) }
    if words.count > 12 { list.append("…") }
    switch otherwise {
    case .nothing: break
    case .extended: list.append("x- and a word")
    case .prefixed: list.append("prefix:value")
    }
    return list.count > 1 ? list.dropLast().joined(separator: ", ") + " or " + list[list.count - 1] : list.joined()
  }
}
