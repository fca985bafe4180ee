// The document model of TBX, version 3 (ISO 30042:2019): what the dialects TBX-Core, TBX-Min and TBX-Basic have in common,
// in the standard's own words. <https://www.tbxinfo.net/>

/// TBX, the ISO format of terminology.
package enum TBX {
  /// One TBX file: `<tbx>`.
  package struct Document: Sendable, Equatable {
    /// The path that the file was read from, for messages.
    package var file: String
    /// `tbx/@type`: `TBX-Basic`.
    package var dialect: String
    /// `tbx/@xml:lang`, the language of what is not a term.
    package var language: String
    package var entries: [ConceptEntry]

    /// A document of `entries`.
    package init(file: String, dialect: String = "TBX-Basic", language: String = "en", entries: [ConceptEntry] = []) {
      self.file = file
      self.dialect = dialect
      self.language = language
      self.entries = entries
    }
  }

  /// One idea, whatever it is called: `<conceptEntry>`.
  package struct ConceptEntry: Sendable, Equatable {
    /// `conceptEntry/@id`, unique in its file.
    package var id: String
    /// `descrip type="subjectField"`.
    package var subjectField: String?
    /// `descrip type="definition"` of the whole entry.
    package var definition: String?
    package var notes: [String]
    package var languageSections: [LanguageSection]
    /// Line of the start tag, from 1; 0 where the entry was not read from XML.
    package var line: Int

    /// An entry of `languageSections`.
    package init(
      id: String, subjectField: String? = nil, definition: String? = nil, notes: [String] = [],
      languageSections: [LanguageSection] = [], line: Int = 0
    ) {
      self.id = id
      self.subjectField = subjectField
      self.definition = definition
      self.notes = notes
      self.languageSections = languageSections
      self.line = line
    }
  }

  /// What an idea is called in one language: `<langSec>`.
  package struct LanguageSection: Sendable, Equatable {
    /// BCP 47 tag, `langSec/@xml:lang`.
    package var language: String
    /// `descrip type="definition"` in this language.
    package var definition: String?
    package var notes: [String]
    package var termSections: [TermSection]
    /// Line of the start tag, from 1; else 0.
    package var line: Int

    /// The terms of `language`.
    package init(
      language: String, definition: String? = nil, notes: [String] = [], termSections: [TermSection] = [], line: Int = 0
    ) {
      self.language = language
      self.definition = definition
      self.notes = notes
      self.termSections = termSections
      self.line = line
    }
  }

  /// One term and what is known of it: `<termSec>`.
  package struct TermSection: Sendable, Equatable {
    /// `<term>`, its white space made single spaces.
    package var term: String
    /// `termNote type="administrativeStatus"`; nil where the file doesn't say.
    package var administrativeStatus: AdministrativeStatus?
    /// `termNote type="partOfSpeech"`.
    package var partOfSpeech: PartOfSpeech?
    /// `termNote type="grammaticalGender"`.
    package var grammaticalGender: GrammaticalGender?
    /// `descrip type="context"`: sentences that use the term.
    package var contexts: [String]
    package var notes: [String]
    /// Forms that the language's rules don't make, from a note `forms: eerste; tweede`.
    package var irregularForms: [String]
    /// Line of the start tag, from 1; else 0.
    package var line: Int

    /// A term.
    package init(
      _ term: String, administrativeStatus: AdministrativeStatus? = nil, partOfSpeech: PartOfSpeech? = nil,
      grammaticalGender: GrammaticalGender? = nil, contexts: [String] = [], notes: [String] = [],
      irregularForms: [String] = [], line: Int = 0
    ) {
      self.term = term
      self.administrativeStatus = administrativeStatus
      self.partOfSpeech = partOfSpeech
      self.grammaticalGender = grammaticalGender
      self.contexts = contexts
      self.notes = notes
      self.irregularForms = irregularForms
      self.line = line
    }
  }
}
