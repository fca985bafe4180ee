// Finds a glossary's terms in texts of one language.
package import Configuration
internal import UnicodeText

/// The terms of one language, ready to be found. Built once; then shared by any number of threads.
///
/// **What is looked for.** Every form of every term of the language: the term, the forms that the locale's paradigms make of it,
/// those that the glossary lists. Looking is done on a folded copy (`FoldedText`), so that case, kinds of hyphen and space,
/// soft hyphens and composed or decomposed letters make no difference. A term in capitals only (RF, SPF) is found only in
/// capitals: folded it would be found in words, and in other languages.
///
/// **Where a term may stand.** Between word boundaries: not between two letters or digits, and not where a hyphen joins it to
/// a neighbour: *add* is not in *add-on*. A dash joins nothing. An apostrophe is a boundary: *patient* is in *patient's*.
/// So are symbols and superscripts, though folding makes letters and digits of them: *Botox* is in *Botox™*.
///
/// **Which of two wins.** Leftmost-longest: of all forms that fit (boundaries, capitals, particle, all tested as the form
/// ends) and begin at the leftmost place, the longest; then on from its end. So *rolling scar* hides *scar*, but a form that
/// then doesn't fit hides nothing. Concepts that share the form are all given.
///
/// **Compounds**, in a language that writes them as one word: a word that is no form itself satisfies each term that is a whole
/// part of it where every other part is known too, with or without a linking element; each part between hyphens counts
/// as a word; hyphens may be left out; *laser-* in *laser- en peelingbehandelingen* is *laserbehandeling*.
///
/// **Why no failure links.** Terms begin only where words do, so the automaton is started once for each word and leaves it at
/// the first byte that no term goes on with. A byte is looked at once for each word of the longest term at most: linear in
/// the text. In return conditions at a term's end cost nothing, which failure links can't have.
package struct Matcher: Sendable {
  /// Which matches are given.
  package enum Selection: Sendable {
    /// None that overlap, by the rules above; parts of one compound aside.
    case leftmostLongest
    /// Every form that fits, nested ones too: what a text may count as.
    case all
    /// As `all`; and in a language that writes compounds as one word, a term of five letters or more at the end of a longer
    /// word, whatever the rest of that is (*keizersnedelitteken*), and a term of several words that a hyphen joins to
    /// another (*vitamine C-serum*). Not at the end of a word that is a form itself or an exception, nor after a prefix
    /// (*isotretinoïne*). For asking whether a text may have a rendering, never for blaming it for a word.
    case allAndWordEnds
  }

  /// The profile that the forms were made by.
  package let profile: LocaleProfile
  /// The terms that are looked for.
  package let terms: [Glossary.Term]
  let forms: FormTable
  let automaton: TermAutomaton
  let words: ScanWords
  /// The terms' own bytes.
  private let spellings: [[UInt8]]
  private let folding: FoldedText

  /// The matcher of the terms that hold in `language`.
  /// - Parameters:
  ///   - language: BCP 47 tag of the texts.
  ///   - profile: the locale whose paradigms make the forms; `LocaleProfile(unknown:)` makes none.
  /// - Throws: `ICUError` where ICU's data can't be had.
  package init(_ glossary: Glossary, language: String, profile: LocaleProfile) throws {
    self.profile = profile
    terms = glossary.terms(in: language)
    forms = try FormTable(terms: terms, profile: profile)
    automaton = TermAutomaton(sorted: forms.strings)
    words = try ScanWords(profile)
    spellings = terms.map { Array($0.text.utf8) }
    folding = try FoldedText()
  }

  /// The terms in `text`, ordered by where they begin, the longer first.
  /// - Parameter text: UTF-8.
  /// - Throws: `ICUError`, for want of memory only.
  package func matches(in text: [UInt8], _ selection: Selection = .leftmostLongest) throws -> [TermMatch] {
    guard !terms.isEmpty, !text.isEmpty else { return [] }
    var folded = folding
    try folded.fold(text.span)
    return automaton.withView { view in
      folded.bytes.withUnsafeBufferPointer { bytes in
        text.withUnsafeBufferPointer { original in
          var scan = Scan(
            automaton: view, forms: forms, words: words, text: bytes, original: original, folded: folded,
            selection: selection)
          scan.run()
          return scan.found.isEmpty ? [] : matches(of: &scan)
        }
      }
    }
  }

  /// What `scan` found: each record that holds there, with its place in the original.
  private func matches(of scan: inout Scan) -> [TermMatch] {
    scan.sort()
    var counter = CodePointCounter(text: scan.original)
    var matches: [TermMatch] = []
    matches.reserveCapacity(scan.found.count)
    for found in scan.found {
      let bytes = scan.folded.originalRange(of: found.start..<found.end)
      let first = matches.lastIndex { $0.byteRange != bytes }.map { $0 + 1 } ?? 0
      let start = counter.codePoint(at: bytes.lowerBound)
      let codePoints = start..<counter.codePoint(at: bytes.upperBound)
      for place in forms.entries[Int(found.value)].records {
        let record = forms.records[place]
        guard scan.holds(record, found.start..<found.end) else { continue }
        let index = Int(record.term)
        // A compound may come to one part in several ways.
        if matches[first...].contains(where: { $0.index == index }) { continue }
        matches.append(
          TermMatch(
            terms: terms, index: index, rule: rule(record, found, scan.original, bytes), byteRange: bytes,
            codePointRange: codePoints))
      }
    }
    return matches
  }

  private func rule(
    _ record: FormTable.Record, _ found: Scan.Found, _ original: UnsafeBufferPointer<UInt8>, _ bytes: Range<Int>
  ) -> TermMatch.Rule {
    if found.isCompound { return .compound }
    if !record.isLemma { return .inflected }
    let spelling = spellings[Int(record.term)]
    guard spelling.count == bytes.count else { return .folded }
    for index in spelling.indices where spelling[index] != original[bytes.lowerBound + index] { return .folded }
    return .exact
  }
}

/// Counts code points from one place of a text to the next.
private struct CodePointCounter {
  let text: UnsafeBufferPointer<UInt8>
  private var byte = 0
  private var codePoint = 0

  init(text: UnsafeBufferPointer<UInt8>) { self.text = text }

  /// The code points before byte `offset`; cheap where offsets rise.
  mutating func codePoint(at offset: Int) -> Int {
    if offset < byte { (byte, codePoint) = (0, 0) }
    codePoint += CodePoints.count(in: text.span.extracting(byte..<offset))
    byte = offset
    return codePoint
  }
}
