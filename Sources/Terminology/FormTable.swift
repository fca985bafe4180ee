// All that a matcher looks for in one language, gathered: every form of every term, and the words that only help to take
// compounds apart.
internal import Configuration
internal import Interchange
internal import UnicodeText

/// Strings to look for, sorted, and what each of them means.
struct FormTable: Sendable {
  /// What a string stands for: a form of a term.
  struct Record: Sendable, Hashable {
    /// The place of the term in the matcher's list.
    var term: Int32
    /// Whether it is the term itself, folded.
    var isLemma: Bool
    /// Whether the text must have it in capitals, as RF.
    var needsCapitals: Bool
    /// Whether the term has five letters or more, so that it ends no longer word by chance: *website*.
    var isLong: Bool
    /// The place in `particles` of a word that must follow in the same clause; -1 for none.
    var particle: Int32
  }

  /// What is known of a string.
  struct Entry: Sendable {
    /// Its records: a range of `records`.
    var records: Range<Int>
    /// Whether it can be part of a compound without being a term.
    var isPart: Bool
    /// Whether the word is never taken apart.
    var isException: Bool
  }

  private(set) var strings: [[UInt8]] = []
  /// One for each of `strings`.
  private(set) var entries: [Entry] = []
  private(set) var records: [Record] = []
  private(set) var particles: [[UInt8]] = []

  private struct Draft {
    var records: [Record] = []
    var isPart = false
    var isException = false
  }

  /// The forms of `terms` by the paradigms of `profile`, and the parts of its compounds.
  /// - Throws: `ICUError`.
  init(terms: [Glossary.Term], profile: LocaleProfile) throws {
    var drafts: [[UInt8]: Draft] = [:]
    let inflector = Inflector(profile)
    for (index, term) in terms.enumerated() {
      let needsCapitals = Inflector.isAcronym(term.text)
      var record = Record(
        term: Int32(index), isLemma: true, needsCapitals: needsCapitals, isLong: Self.isLong(term.text), particle: -1)
      try Self.add(term.text, record, to: &drafts)
      record.isLemma = false
      for form in term.irregularForms { try Self.add(form, record, to: &drafts) }
      for form in inflector.forms(of: term.text, partOfSpeech: term.partOfSpeech) {
        record.particle = try form.particle.map { try place(of: $0) } ?? -1
        try Self.add(form.text, record, to: &drafts)
      }
    }
    if let compounds = profile.compounds {
      for part in compounds.parts {
        for form in [part] + inflector.forms(of: part, partOfSpeech: .noun).map(\.text) {
          drafts[try FoldedText.folded(term: form), default: Draft()].isPart = true
        }
      }
      for word in compounds.exceptions {
        drafts[try FoldedText.folded(term: word), default: Draft()].isException = true
      }
    }
    drafts[[]] = nil
    for (string, draft) in drafts.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      strings.append(string)
      let start = records.count
      records += draft.records
      entries.append(
        Entry(records: start..<records.count, isPart: draft.isPart, isException: draft.isException))
    }
  }

  private static func isLong(_ term: String) -> Bool {
    term.unicodeScalars.lazy.filter(\.properties.isAlphabetic).prefix(5).count == 5
  }

  private static func add(_ text: String, _ record: Record, to drafts: inout [[UInt8]: Draft]) throws {
    let key = try FoldedText.folded(term: text)
    // One term may come to the same form by several rules, or by none: the plainest reason stays.
    let isKnown = drafts[key]?.records.contains { $0.term == record.term && ($0.particle < 0 || $0 == record) } ?? false
    if !isKnown { drafts[key, default: Draft()].records.append(record) }
  }

  private mutating func place(of particle: String) throws -> Int32 {
    let bytes = try FoldedText.folded(term: particle)
    if let index = particles.firstIndex(of: bytes) { return Int32(index) }
    particles.append(bytes)
    return Int32(particles.count - 1)
  }
}
