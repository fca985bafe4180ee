// The content of a source or a target. Text and codes are kept apart: checks and term matching want the plain text and
// get it for nothing, and a term that a code splits is still one run of text (Documentation/decisions/0002).

extension XLIFF {
  /// The content of `<source>` or `<target>`: plain text, and the inline elements that stand in it.
  package struct Content: Sendable, Equatable {
    /// UTF-8, entities decoded, no markup.
    package var text: [UInt8]
    /// In the order of the document; offsets never fall.
    package var elements: [InlineElement]

    /// Text with elements.
    package init(text: [UInt8] = [], elements: [InlineElement] = []) {
      self.text = text
      self.elements = elements
    }

    /// Text without elements.
    package init(_ text: String) {
      self.init(text: [UInt8](text.utf8))
    }

    /// The plain text, for messages and for tests: not for the hot path.
    package var plainText: String { String(decoding: text, as: UTF8.self) }

    /// The inline codes among the elements (annotations left out).
    package var codes: [InlineElement] { elements.filter { $0.kind.isCode } }

    /// Whether there is neither text nor an element.
    package var isEmpty: Bool { text.isEmpty && elements.isEmpty }

    /// Whether there is nothing but white space as XML has it (XML 1.0, 2.3), and no element.
    package var isBlank: Bool { elements.isEmpty && text.allSatisfy(XLIFF.isSpace) }
  }

  /// Whether a byte is white space as XML has it (XML 1.0, 2.3): space, tab, line feed, carriage return.
  package static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  /// An inline code or an annotation's end, at a place in a content's text: XLIFF 2.1, 4.2.3 and 4.7.
  ///
  /// Of a `spanEnd` only id, data reference, display, equivalent and sub-flows are its own; type and editing hints are
  /// its start's, and the reader leaves them at their defaults. The same goes for a `markEnd` and an `endMarker`: id
  /// only.
  package struct InlineElement: Sendable, Equatable {
    /// What stands here. A spanning element (`pc`, `mrk`; 1.2 `g`) is two of these, its start and its end, properly
    /// nested.
    package enum Kind: Sendable, Equatable {
      /// 2.x `ph`; 1.2 `x`, `ph`.
      case standaloneCode
      /// Start and end of 2.x `pc`, 1.2 `g`.
      case spanStart, spanEnd
      /// 2.x `sc` and `ec`; 1.2 `bx` and `ex`, `bpt` and `ept`, `it`.
      case startCode, endCode
      /// Start and end of `mrk`.
      case markStart, markEnd
      /// 2.x `sm` and `em`.
      case startMarker, endMarker

      /// Whether this is an inline code and not an annotation.
      package var isCode: Bool {
        switch self {
        case .standaloneCode, .spanStart, .spanEnd, .startCode, .endCode: true
        case .markStart, .markEnd, .startMarker, .endMarker: false
        }
      }
    }

    package var kind: Kind
    /// Where it stands: bytes from the start of the content's `text`.
    package var offset: Int
    /// The code's id within its unit. A `spanEnd` or `endCode` carries the id of its start
    /// (2.x `ec/@startRef`, 1.2 `rid`); an isolated end code has its own.
    package var id: String
    /// The id of the data behind it (2.x `dataRef`, `dataRefStart`, `dataRefEnd` on the element that it belongs to).
    package var dataReference: String?
    /// What a translator sees in the code's place (2.x `disp`, 1.2 `equiv-text`).
    package var display: String?
    /// Plain text that stands for it, for word counts (2.x `equiv`).
    package var equivalent: String?
    /// 2.x `type`: `fmt`, `ui`, `quote`, `link`, `image`, `other`; for annotations `generic`, `comment`, `term` or a
    /// custom one.
    package var type: String?
    /// 2.x `subType`, such as `xlf:b`; 1.2 `ctype` is derived from type and subType.
    package var subType: String?
    /// Ids of the units that hold this code's own text, such as an image's alt (2.x `subFlows`).
    package var subFlows: [String]
    /// Editing hints, as XLIFF's defaults have them.
    package var canCopy: Bool
    package var canDelete: Bool
    package var canReorder: Bool
    /// A start or end code whose other half is not in this unit.
    package var isIsolated: Bool
    /// An annotation's `value` and `ref`.
    package var value: String?
    package var reference: String?
    /// The id of the code that this one was copied from (2.x `copyOf`): it has no data of its own.
    package var copyOf: String?
    /// An annotation's `translate`, where it says so (1.2 `mrk mtype="protected"` is `false`).
    package var translate: Bool?
    /// Whether the file holds the code itself in its place (1.2 `ph`, `bpt`, `ept`, `it`), and not only a sign for it.
    package var isNative = false
    private var rest = Boxed<ElementRest>()

    /// Attributes without a member of their own, as written: `canOverlap`, `dir`, `canReorder="firstNo"` where that would
    /// not be written by itself, those of modules (`fs:fs`, `slr:…`, `its:…`) and of extensions; 1.2 `crc`, `assoc`.
    package var attributes: [Attribute] {
      get { rest.value.attributes }
      set { rest.value.attributes = newValue }
    }
    /// Whether it may overlap another pair of codes; nil: as the standard has it (`pc` no, `sc` yes).
    package var canOverlap: Bool? {
      get { attributes.flag("canOverlap") }
      set { attributes.setFlag("canOverlap", newValue) }
    }
    /// The preview of a code.
    package var formatStyle: FormatStyle? {
      get { attributes.formatStyle }
      set { attributes.formatStyle = newValue }
    }

    /// Whether it has none of these.
    var isPlain: Bool { rest.isEmpty }

    /// An element at `offset`.
    package init(
      _ kind: Kind, at offset: Int, id: String, dataReference: String? = nil, display: String? = nil,
      equivalent: String? = nil, type: String? = nil, subType: String? = nil, subFlows: [String] = [],
      canCopy: Bool = true, canDelete: Bool = true, canReorder: Bool = true, isIsolated: Bool = false,
      value: String? = nil, reference: String? = nil, copyOf: String? = nil, translate: Bool? = nil
    ) {
      self.kind = kind
      self.offset = offset
      self.id = id
      self.dataReference = dataReference
      self.display = display
      self.equivalent = equivalent
      self.type = type
      self.subType = subType
      self.subFlows = subFlows
      self.canCopy = canCopy
      self.canDelete = canDelete
      self.canReorder = canReorder
      self.isIsolated = isIsolated
      self.value = value
      self.reference = reference
      self.copyOf = copyOf
      self.translate = translate
    }
  }
}

/// What few inline elements have.
private struct ElementRest: Sendable, Equatable, EmptyInitializable {
  var attributes: [XLIFF.Attribute] = []
}
