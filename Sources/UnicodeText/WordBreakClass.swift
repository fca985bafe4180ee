// The property Word_Break of UAX #29, as far as counting words asks for it.
internal import CICU

/// What a character does to the word before it: <https://www.unicode.org/reports/tr29/#Table_Word_Break_Property_Values>.
enum WordBreakClass: UInt8, CaseIterable {
  /// ALetter and Hebrew_Letter.
  case letter
  case numeric
  case katakana
  /// ExtendNumLet, such as `_`: joins words, and is none by itself.
  case connector
  case midLetter, midNumber
  /// MidNumLet and Single_Quote: both of the two before.
  case midBoth
  /// Extend, Format and ZWJ: belongs to the character before it.
  case extending
  /// A letter that joins no other, such as an ideograph: each is a word.
  case single
  case other

  /// The class of `codePoint`, as ICU knows it.
  init(of codePoint: UInt32) {
    if codePoint < 0x80 {
      self.init(ofASCII: UInt8(truncatingIfNeeded: codePoint))
      return
    }
    // UCHAR_WORD_BREAK's values are fixed in ICU's header: UWordBreakValues.
    switch cicu_word_break_class(codePoint) {
    case 1, 14: self = .letter
    case 6: self = .numeric
    case 3: self = .katakana
    case 7: self = .connector
    case 4: self = .midLetter
    case 5: self = .midNumber
    case 11, 15: self = .midBoth
    case 2, 9, 21: self = .extending
    case 0: self = Unicode.Scalar(codePoint)?.properties.generalCategory == .otherLetter ? .single : .other
    default: self = .other
    }
  }

  private init(ofASCII byte: UInt8) {
    switch byte {
    case 0x41...0x5A, 0x61...0x7A: self = .letter
    case 0x30...0x39: self = .numeric
    case 0x5F: self = .connector
    case 0x3A: self = .midLetter
    case 0x2C, 0x3B: self = .midNumber
    case 0x27, 0x2E: self = .midBoth
    default: self = .other
    }
  }
}
