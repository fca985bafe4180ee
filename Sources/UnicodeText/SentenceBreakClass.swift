// The classes by which UAX #29 finds sentence boundaries: https://www.unicode.org/reports/tr29/#Sentence_Boundaries
internal import CICU

/// A value of Unicode's Sentence_Break property. The raw values are those that CICU gives.
enum SentenceBreakClass: UInt8 {
  case other, aTerm, close, format, lower, numeric, oLetter, sep, sp, sTerm, upper, cr, extend, lf, sContinue

  /// The class of `scalar` as ICU knows it, but for CR and LF: they are white space here, as in HTML, and end nothing.
  init(of scalar: UInt32) {
    let known = SentenceBreakClass(rawValue: UInt8(truncatingIfNeeded: cicu_sentence_break_class(scalar))) ?? .other
    self = known == .cr || known == .lf ? .sp : known
  }

  /// SATerm of the standard: what can end a sentence.
  var isTerminator: Bool { self == .aTerm || self == .sTerm }
}
