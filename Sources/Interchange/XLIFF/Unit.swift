extension XLIFF {
  /// A block of text (paragraph, heading, cell, field): 2.x `<unit>`, 1.2 `<trans-unit>`.
  package struct Unit: Sendable, Equatable {
    /// An NMTOKEN, unique in its file.
    package var id: String
    /// 2.x `unit/@name`, 1.2 `trans-unit/@resname`: which field of the article this is.
    package var name: String?
    /// `translate="yes"`; inherited values are resolved by the reader.
    package var translate: Bool
    package var notes: [Note]
    /// What the codes of this unit stand for, named by their `dataRef` (2.x `<originalData>`).
    package var originalData: [OriginalData]
    /// Segments and ignorables in the order of the text.
    package var parts: [Part]
    /// The most characters that the target may have, where it is bounded (1.2 `maxwidth`, 2.x size restriction).
    package var maximumLength: Int?
    /// Whether white space in its texts is to be kept (`xml:space`), inherited values resolved.
    package var preservesSpace = true
    /// The index in `File.groups` of the group that it stands in.
    package var group: Int?
    /// Line of the start tag in the file that was read, from 1; else 0.
    package var line: Int
    private var rest = Boxed<Modules>()

    /// What modules and extensions say of it.
    package var modules: Modules {
      get { rest.value }
      set { rest.value = newValue }
    }
    /// Translation candidates.
    package var matches: [Match] {
      get { rest.value.matches }
      set { rest.value.matches = newValue }
    }
    /// Terms with their translations and definitions.
    package var glossary: [GlossaryEntry] {
      get { rest.value.glossary }
      set { rest.value.glossary = newValue }
    }
    /// Metadata of the unit.
    package var metadata: [MetaGroup] {
      get { rest.value.metadata.groups }
      set { rest.value.metadata.groups = newValue }
    }
    /// Bounds on its size; `maximumLength` where no more is said.
    package var sizeRestriction: SizeRestriction? {
      get { SizeRestriction(rest.value.attributes) ?? maximumLength.map { SizeRestriction(maximum: $0) } }
      set {
        maximumLength = newValue?.maximum
        let isPlain = newValue.map { $0 == SizeRestriction(maximum: $0.maximum) } ?? true
        if rest.isEmpty && isPlain { return }
        let namespace = XLIFFModule.sizeRestriction.description
        rest.value.attributes.removeAll { $0.namespace == namespace }
        if let newValue, !isPlain { rest.value.attributes += newValue.attributes }
      }
    }

    /// Whether modules and extensions say nothing of it.
    var isPlain: Bool { rest.isEmpty }

    /// A unit of `parts`.
    package init(
      id: String, name: String? = nil, translate: Bool = true, notes: [Note] = [], originalData: [OriginalData] = [],
      parts: [Part] = [], maximumLength: Int? = nil, line: Int = 0
    ) {
      self.id = id
      self.name = name
      self.translate = translate
      self.notes = notes
      self.originalData = originalData
      self.parts = parts
      self.maximumLength = maximumLength
      self.line = line
    }
  }

  /// The markup behind a code: `<data id>`.
  package struct OriginalData: Sendable, Equatable {
    package var id: String
    /// UTF-8. Characters that XML forbids are written as `<cp hex>`.
    package var bytes: [UInt8]
    /// `dir`, `xml:space`, where they are written.
    package var attributes: [Attribute] = []

    /// The bytes that codes name by `id`.
    package init(id: String, bytes: [UInt8]) {
      self.id = id
      self.bytes = bytes
    }
  }
}
