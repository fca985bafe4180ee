extension XLIFF {
  /// A translation candidate: 2.x `<mtc:match>` (XLIFF 2.1, 5.1), 1.2 `<alt-trans>`.
  package struct Match: Sendable, Equatable {
    /// An NMTOKEN, unique in its unit; 1.2 has none.
    package var id: String?
    /// What it is a candidate for: a fragment identifier such as `#s1`, of a segment or an annotation of the unit. nil: the
    /// whole unit (1.2 only; 2.x requires one).
    package var reference: String?
    /// The memory or engine that it comes from.
    package var origin: String?
    /// `am`, `mt`, `icm`, `idm`, `tb`, `tm` or `other`; nil means `tm`.
    package var type: String?
    /// A tool's own refinement, as `prefix:value`.
    package var subType: String?
    /// How like `source` and the text that it is proposed for are. 1.2 `match-quality`.
    package var similarity: Percentage?
    /// How good the translation is thought to be (2.x `matchQuality`).
    package var quality: Percentage?
    /// What a tool makes of both (2.x `matchSuitability`); it goes before the others.
    package var suitability: Percentage?
    /// Whether the target is in another language than the document's, for reference only; nil: not said.
    package var isForReference: Bool?
    /// nil: the source of what it refers to (1.2 only).
    package var source: Content?
    package var target: Content
    package var originalData: [OriginalData] = []
    package var metadata = Metadata()
    /// Attributes of the match and elements behind its target.
    package var other = Extension()
    /// Attributes of its `<source>` and `<target>`: `xml:lang`, and in 1.2 the target's state.
    package var sourceAttributes: [Attribute] = []
    package var targetAttributes: [Attribute] = []

    /// A candidate.
    package init(
      id: String? = nil, reference: String?, origin: String? = nil, type: String? = nil, subType: String? = nil,
      similarity: Percentage? = nil, quality: Percentage? = nil, suitability: Percentage? = nil,
      isForReference: Bool? = nil, source: Content?, target: Content
    ) {
      self.id = id
      self.reference = reference
      self.origin = origin
      self.type = type
      self.subType = subType
      self.similarity = similarity
      self.quality = quality
      self.suitability = suitability
      self.isForReference = isForReference
      self.source = source
      self.target = target
    }
  }

  /// A number from 0 to 100, as it is written: `75`, `75.0`; 1.2's `match-quality` may be any text, such as `75%`.
  package struct Percentage: Sendable, Equatable, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
    package var text: String

    /// As written in a file.
    package init(_ text: String) { self.text = text }

    /// A number, without a fraction where it has none.
    package init(_ value: Double) {
      text = value == value.rounded() && abs(value) < 1000 ? String(Int(value)) : String(value)
    }

    package init(integerLiteral value: Int) { text = String(value) }
    package init(floatLiteral value: Double) { self.init(value) }

    /// The number; nil where the text is none from 0 to 100.
    package var value: Double? {
      let digits = text.hasSuffix("%") ? text.dropLast() : text[...]
      return Double(digits).flatMap { (0...100).contains($0) ? $0 : nil }
    }
  }
}
