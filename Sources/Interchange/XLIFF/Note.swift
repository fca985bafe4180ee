extension XLIFF {
  /// Which side of a unit something is about.
  package enum Side: String, Sendable { case source, target }

  /// A remark for people: `<note>`.
  package struct Note: Sendable, Equatable {
    /// 2.x `note/@category`, 1.2 `note/@from`.
    package var category: String?
    package var text: String
    private var rest = Boxed<NoteRest>()

    /// A remark, of a category where one helps to filter.
    /// - Parameters:
    ///   - appliesTo: 2.x `appliesTo`, 1.2 `annotates`.
    ///   - reference: a fragment identifier (2.2 `ref`).
    package init(
      category: String? = nil, _ text: String, id: String? = nil, priority: Int? = nil, appliesTo: Side? = nil,
      reference: String? = nil
    ) {
      self.category = category
      self.text = text
      if id == nil, priority == nil, appliesTo == nil, reference == nil { return }
      rest.value = NoteRest(id: id, priority: priority, appliesTo: appliesTo, reference: reference)
    }

    /// An NMTOKEN, unique among the notes beside it; 1.2 has none.
    package var id: String? {
      get { rest.value.id }
      set { rest.value.id = newValue }
    }
    /// 1 (highest, the default) to 10.
    package var priority: Int? {
      get { rest.value.priority }
      set { rest.value.priority = newValue }
    }
    /// nil: to both.
    package var appliesTo: Side? {
      get { rest.value.appliesTo }
      set { rest.value.appliesTo = newValue }
    }
    /// What in its unit it is about (2.2 `ref`).
    package var reference: String? {
      get { rest.value.reference }
      set { rest.value.reference = newValue }
    }
    /// Attributes beside these: `xml:lang` (1.2), other namespaces' (2.x).
    package var attributes: [Attribute] {
      get { rest.value.attributes }
      set { rest.value.attributes = newValue }
    }

    /// Whether it has more than a category and a text.
    var isPlain: Bool { rest.isEmpty }
  }
}

/// What few notes have.
private struct NoteRest: Sendable, Equatable, EmptyInitializable {
  var id: String?
  var priority: Int?
  var appliesTo: XLIFF.Side?
  var reference: String?
  var attributes: [XLIFF.Attribute] = []
}
