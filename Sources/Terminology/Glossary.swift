// What the glossary files say, as one value. Which words may be used, and for what, is decided here and nowhere else.
package import Interchange

/// The terms of one or more TBX documents.
package struct Glossary: Sendable {
  /// The ideas, in the order of the files.
  package let concepts: [Concept]
  /// Every term of every language, in the order of the files.
  package let terms: [Term]
  /// By concept: the places of its terms in `terms`.
  private let termsOfConcept: [[Int]]
  private let indexOfConcept: [String: Int]

  /// An idea and where it stands.
  package struct Concept: Sendable {
    package var id: String
    package var subjectField: String?
    /// What is said of the idea as a whole.
    package var definition: String?
    /// Definitions in one language each: BCP 47 tag, as the glossary writes it, and text.
    package var definitions: [(language: String, text: String)]
    /// The file and the line of its entry.
    package var file: String
    package var line: Int
  }

  /// A word or a phrase for an idea in one language.
  package struct Term: Sendable, Equatable {
    /// The id of the idea, as the TBX file has it.
    package var concept: String
    /// As the glossary writes it.
    package var text: String
    /// BCP 47 tag, as the glossary writes it.
    package var language: String
    /// A term whose file says nothing of it is admitted.
    package var status: TBX.AdministrativeStatus
    package var partOfSpeech: TBX.PartOfSpeech?
    package var irregularForms: [String]
    /// The line of its `<termSec>`.
    package var line: Int
  }

  /// A glossary without a term: checks that need none work with it too.
  package init() {
    concepts = []
    terms = []
    termsOfConcept = []
    indexOfConcept = [:]
  }

  /// The glossary that `documents` make together.
  /// - Throws: `GlossaryError` where two of them have an entry with the same id: a finding names a concept by it.
  package init(_ documents: [TBX.Document]) throws(GlossaryError) {
    var concepts: [Concept] = []
    var terms: [Term] = []
    var termsOfConcept: [[Int]] = []
    var indexOfConcept: [String: Int] = [:]
    for document in documents {
      for entry in document.entries {
        if let other = indexOfConcept.updateValue(concepts.count, forKey: entry.id) {
          throw GlossaryError(
            file: document.file, line: entry.line,
            problem: "the id \(entry.id) is taken by \(concepts[other].file), line \(concepts[other].line)",
            remedy: "give one of the two entries another id, or leave one of the files out")
        }
        concepts.append(
          Concept(
            id: entry.id, subjectField: entry.subjectField, definition: entry.definition,
            definitions: entry.languageSections.compactMap { section in
              section.definition.map { (section.language, $0) }
            }, file: document.file, line: entry.line))
        let first = terms.count
        for section in entry.languageSections {
          terms += section.termSections.map { term in
            Term(
              concept: entry.id, text: term.term, language: section.language,
              status: term.administrativeStatus ?? .admitted, partOfSpeech: term.partOfSpeech,
              irregularForms: term.irregularForms, line: term.line)
          }
        }
        termsOfConcept.append(Array(first..<terms.count))
      }
    }
    self.concepts = concepts
    self.terms = terms
    self.termsOfConcept = termsOfConcept
    self.indexOfConcept = indexOfConcept
  }
}

/// Glossary files that don't go together.
package struct GlossaryError: Error, Sendable, Equatable {
  package var file: String
  /// From 1.
  package var line: Int
  package var problem: String
  package var remedy: String
}

// MARK: - Asking

extension Glossary {
  /// The tags of all languages that have a term, in the order in which they first occur.
  package var languages: [String] {
    var seen: Set<String> = []
    return terms.map(\.language).filter { seen.insert($0.lowercased()).inserted }
  }

  /// The concept of that id.
  package func concept(_ id: String) -> Concept? {
    indexOfConcept[id].map { concepts[$0] }
  }

  /// What `concept` means, in `language` where that is said, else as it is said of the whole idea.
  package func definition(of concept: String, in language: String) -> String? {
    guard let concept = self.concept(concept) else { return nil }
    return concept.definitions.first { Self.holds($0.language, for: language) }?.text ?? concept.definition
  }

  /// The terms that hold for texts in `language`, in the order of the files.
  package func terms(in language: String) -> [Term] {
    terms.filter { Self.holds($0.language, for: language) }
  }

  /// The terms of `concept` in `language` that a translation may use, preferred ones first.
  package func approvedTerms(of concept: String, in language: String) -> [Term] {
    let terms = self.terms(of: concept, in: language).filter(\.status.isApproved)
    return terms.filter { $0.status == .preferred } + terms.filter { $0.status != .preferred }
  }

  /// What to write for `concept` in `language`: its preferred terms, or where none is, the admitted ones.
  package func suggestions(for concept: String, in language: String) -> [String] {
    let approved = approvedTerms(of: concept, in: language)
    let preferred = approved.filter { $0.status == .preferred }
    return (preferred.isEmpty ? approved : preferred).map(\.text)
  }

  /// All terms of `concept` in `language`, whatever their status.
  package func terms(of concept: String, in language: String) -> [Term] {
    guard let index = indexOfConcept[concept] else { return [] }
    return termsOfConcept[index].map { terms[$0] }.filter { Self.holds($0.language, for: language) }
  }

  /// Whether a term of the language `tag` holds for a text in `language`: the first subtags are the same, and the term is
  /// not of another region. A term in `nl` holds in `nl-BE`, one in `nl-BE` not in `nl-NL`; a text that is only `nl` takes all.
  package static func holds(_ tag: String, for language: String) -> Bool {
    let (term, text) = (tag.lowercased().split(separator: "-"), language.lowercased().split(separator: "-"))
    return zip(term, text).allSatisfy { $0 == $1 } && !term.isEmpty && !text.isEmpty
  }
}
