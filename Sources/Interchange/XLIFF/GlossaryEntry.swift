extension XLIFF {
  /// A term of a unit with its translations and its definition: 2.x `<gls:glossEntry>` (XLIFF 2.1, 5.2). 1.2 has no such
  /// element: there it is a note (see `GlossaryNote`), and the term itself `<mrk mtype="term">`.
  package struct GlossaryEntry: Sendable, Equatable {
    /// `<gls:term>` or `<gls:definition>`.
    package struct Statement: Sendable, Equatable {
      package var text: String
      /// Where it comes from.
      package var source: String?
      package var attributes: [Attribute] = []

      /// A text from a source.
      package init(_ text: String, source: String? = nil) {
        self.text = text
        self.source = source
      }
    }

    /// `<gls:translation>`.
    package struct Translation: Sendable, Equatable {
      package var text: String
      package var id: String?
      /// Where in the target it stands: a fragment identifier.
      package var reference: String?
      package var source: String?
      package var attributes: [Attribute] = []

      /// A translation of the term.
      package init(_ text: String, id: String? = nil, reference: String? = nil, source: String? = nil) {
        self.text = text
        self.id = id
        self.reference = reference
        self.source = source
      }
    }

    /// An NMTOKEN, unique in its unit.
    package var id: String?
    /// Where in the unit the term stands: a fragment identifier such as `#m1`, of an annotation.
    package var reference: String?
    package var term: Statement
    package var translations: [Translation]
    package var definition: Statement?
    package var other = Extension()

    /// An entry; the standard wants a translation or a definition in each.
    package init(
      id: String? = nil, reference: String? = nil, term: Statement, translations: [Translation] = [],
      definition: Statement? = nil
    ) {
      self.id = id
      self.reference = reference
      self.term = term
      self.translations = translations
      self.definition = definition
    }
  }
}
