// Text into sentences: UAX #29, less the full stops that end no sentence.

/// Finds the ends of sentences in UTF-8 text. For one thread at a time; make one a thread.
///
/// Boundaries are those of UAX #29 as ICU has them for the locale, with these differences:
/// - CR and LF are white space as TAB is, never the end of a paragraph: in HTML they mean no more than a space.
/// - No boundary after `!` or `?` before a small letter: `“Is it safe?” she asked`.
/// - No boundary where a sentence would begin without white space before it, such as inside an address, unless the
///   terminator is one of a script that writes none (`。`).
/// - No boundary after an abbreviation of the list, after the initial of a name before a capitalised word, or after an
///   ordinal that begins the text (`1. Chemical Peels`).
package final class SentenceBreaker {
  private let rules = SentenceRules()
  private let exceptions: SentenceExceptions
  /// ICU's iterator, only for a locale whose rules are not the root's: Greek, where `;` asks.
  private let tailored: SentenceBreakIterator?
  private var withoutLineBreaks: [UInt8] = []

  /// A breaker for texts in `locale`, a BCP 47 tag or ICU name; an unknown one has the root's rules.
  /// - Parameters:
  ///   - abbreviations: words after whose full stop no sentence ends, in any case, with their full stops: `Dr.`, `e.g.`.
  ///     Of several words (`et al.`) each that ends in a full stop counts. `No. #` counts only before a digit.
  ///   - functionWords: words such as `the` which show that the single capital before them ended a sentence
  ///     (`botulinum toxin type A. The…`) and was no initial.
  /// - Throws: `ICUError` where ICU can't open its rules.
  package init(locale: String, abbreviations: [String], functionWords: [String] = []) throws(ICUError) {
    exceptions = SentenceExceptions(abbreviations: abbreviations, functionWords: functionWords)
    let root = try SentenceBreakIterator(locale: "root")
    let iterator = try SentenceBreakIterator(locale: locale)
    if try iterator.hasSameRules(as: root) {
      tailored = nil
    } else {
      tailored = consume iterator
    }
  }

  /// Replaces `ends` by the byte offsets of the ends of the sentences of `utf8`, ascending; the last is its count, and a
  /// text without bytes has none. A sentence takes the white space after it along. The text should be valid UTF-8;
  /// ill-formed bytes are read as U+FFFD.
  /// - Throws: `ICUError` where ICU can't read the text; only for locales with rules of their own.
  package func sentenceEnds(of utf8: Span<UInt8>, into ends: inout [Int]) throws(ICUError) {
    ends.removeAll(keepingCapacity: true)
    try utf8.withUnsafeBufferPointer { text throws(ICUError) in
      if tailored == nil {
        var position = 0
        while let boundary = rules.boundary(in: text, from: position) {
          if !exceptions.suppress(boundary, in: text, rules) { ends.append(boundary) }
          position = boundary
        }
        if !text.isEmpty { ends.append(text.count) }
      } else {
        try breakTailored(text, into: &ends)
      }
    }
  }

  private func breakTailored(_ text: UnsafeBufferPointer<UInt8>, into ends: inout [Int]) throws(ICUError) {
    withoutLineBreaks.removeAll(keepingCapacity: true)
    withoutLineBreaks.append(contentsOf: text)
    for index in withoutLineBreaks.indices where withoutLineBreaks[index] == 0x0A || withoutLineBreaks[index] == 0x0D {
      withoutLineBreaks[index] = 0x20
    }
    try withoutLineBreaks.withUnsafeBufferPointer { spaced throws(ICUError) in
      try tailored?.appendBoundaries(of: spaced, to: &ends)
    }
    ends.removeAll { $0 < text.count && exceptions.suppress($0, in: text, rules) }
  }
}
