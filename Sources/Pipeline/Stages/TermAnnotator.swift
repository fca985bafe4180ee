// The terms of a glossary for the Extractor to mark: Terminology finds them, WordPressFilter knows where they stand.
internal import Interchange
internal import Terminology
internal import UnicodeText
internal import WordPressFilter

/// Finds the terms of one language and says what they are called in another.
final class TermAnnotator: SourceAnnotator {
  private let matcher: Matcher
  /// For each term of `matcher` the place in `entries`, or -1 where a translator gains nothing by it, and the number of its
  /// concept.
  private let places: [(entry: Int, concept: Int)]
  let entries: [XLIFF.GlossaryEntry]

  /// The annotator of texts in `source` that are translated into `target`; nil where `glossary` has no term that helps.
  /// - Throws: `Failure` for a tag that is none; `ICUError` where ICU fails.
  init?(_ glossary: Glossary, from source: String, to target: String, project: Project) throws {
    guard !glossary.terms.isEmpty else { return nil }
    matcher = try Matcher(glossary, language: source, profile: project.locale(source))
    var places: [(entry: Int, concept: Int)] = []
    var entries: [XLIFF.GlossaryEntry] = []
    var numbers: [String: Int] = [:]
    for term in matcher.terms {
      let number = numbers[term.concept, default: numbers.count]
      numbers[term.concept] = number
      let entry = Self.entry(of: term, glossary, from: source, to: target)
      places.append((entry == nil ? -1 : entries.count, number))
      if let entry { entries.append(entry) }
    }
    guard !entries.isEmpty else { return nil }
    self.places = places
    self.entries = entries
  }

  /// As many translations are named, preferred ones first: a glossary may admit a dozen, and the term stands in many units.
  private static let mostTranslations = 5

  /// What `glossary` says of `term`: its translations, preferred ones first, and what it means. Nil where it says neither.
  private static func entry(
    of term: Glossary.Term, _ glossary: Glossary, from source: String, to target: String
  ) -> XLIFF.GlossaryEntry? {
    let translations = glossary.approvedTerms(of: term.concept, in: target)
    let definition = glossary.definition(of: term.concept, in: source)
    guard !translations.isEmpty || definition != nil, let concept = glossary.concept(term.concept) else { return nil }
    let file = concept.file.split(separator: "/").last.map(String.init)
    return XLIFF.GlossaryEntry(
      id: isToken(concept.id) ? concept.id : nil, term: .init(term.text, source: file),
      translations: translations.prefix(mostTranslations).map { XLIFF.GlossaryEntry.Translation($0.text) },
      definition: definition.map { .init($0, source: file) })
  }

  /// Whether an id of TBX can be one of XLIFF: an NMTOKEN (XML 1.0, 2.3), of which ASCII is enough.
  private static func isToken(_ id: String) -> Bool {
    !id.isEmpty
      && id.utf8.allSatisfy { byte in
        (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x2D || byte == 0x2E || byte == 0x5F
      }
  }

  func terms(in text: [UInt8]) throws(ICUError) -> [SourceTerm] {
    let matches: [TermMatch]
    do {
      matches = try matcher.matches(in: text)
    } catch let error as ICUError {
      throw error
    } catch {
      // Nothing else is thrown there.
      return []
    }
    var terms: [SourceTerm] = []
    for match in matches {
      let (entry, concept) = places[match.index]
      if entry >= 0 { terms.append(SourceTerm(range: match.byteRange, entry: entry, concept: concept)) }
    }
    return terms
  }
}
