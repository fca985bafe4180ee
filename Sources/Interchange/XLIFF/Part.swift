extension XLIFF {
  /// A sentence, or the gap between two: `<segment>` or `<ignorable>`.
  package struct Part: Sendable, Equatable {
    /// Which of the two it is.
    package enum Kind: Sendable, Equatable { case segment, ignorable }

    package var kind: Kind
    /// 2.x `segment/@id`, 1.2 `mrk/@mid`; empty where the file gives none.
    package var id: String
    /// A segment's progress; nil where the file says nothing (2.x: `initial`).
    package var state: State?
    /// 2.x `subState`, or the 1.2 `target/@state` that `state` has no word for, as `xliff12:needs-review-translation`.
    package var subState: String?
    package var source: Content
    /// nil where there is no `<target>`, which is not the same as an empty one.
    package var target: Content?
    /// Where the target stands among the unit's targets, from 1, where that is not where the source stands (2.x
    /// `target/@order`).
    package var order: Int?
    /// Line of the start tag in the file that was read, from 1; else 0.
    package var line: Int
    private var rest = Boxed<PartRest>()

    /// Attributes without a member of their own, as written: `canResegment`, those of extensions; 1.2 `mrk/@comment`.
    package var attributes: [Attribute] {
      get { rest.value.attributes }
      set { rest.value.attributes = newValue }
    }
    /// Attributes of 2.x `<source>` and `<target>`: `xml:lang`, `xml:space`.
    package var sourceAttributes: [Attribute] {
      get { rest.value.sourceAttributes }
      set { rest.value.sourceAttributes = newValue }
    }
    package var targetAttributes: [Attribute] {
      get { rest.value.targetAttributes }
      set { rest.value.targetAttributes = newValue }
    }

    /// Whether it has none of these.
    var isPlain: Bool { rest.isEmpty }

    /// A segment or an ignorable.
    package init(
      _ kind: Kind, id: String = "", state: State? = nil, subState: String? = nil, source: Content,
      target: Content? = nil, order: Int? = nil, line: Int = 0
    ) {
      self.kind = kind
      self.id = id
      self.state = state
      self.subState = subState
      self.source = source
      self.target = target
      self.order = order
      self.line = line
    }
  }
}

extension XLIFF.Part {
  /// Whether this is a segment with a translation. A target that its file calls `initial` is a proposal and none yet (XLIFF
  /// 2.1, 4.3.1, `state`); a target without any state is one, for most tools set none. But an empty target without a state is
  /// what many tools write where nobody has translated: it takes no text away. Nor does one of white space alone, which is
  /// what tools make of it that indent.
  package var isTranslated: Bool {
    guard kind == .segment, let target, state != .initial else { return false }
    return !target.isBlank || source.isBlank || state != nil && target.isEmpty
  }

  /// Whether this is a segment whose target its file calls `initial`, and which says something else than the source: a
  /// proposal that nobody has confirmed.
  package var isProposed: Bool {
    guard kind == .segment, state == .initial, let target, !target.isEmpty else { return false }
    return target.text != source.text || target.codes.map(\.id) != source.codes.map(\.id)
  }
}

/// What few segments have.
private struct PartRest: Sendable, Equatable, EmptyInitializable {
  var attributes: [XLIFF.Attribute] = []
  var sourceAttributes: [XLIFF.Attribute] = []
  var targetAttributes: [XLIFF.Attribute] = []
}
