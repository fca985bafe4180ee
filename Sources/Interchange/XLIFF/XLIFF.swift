// The XLIFF document model: what versions 1.2, 2.0, 2.1 and 2.2 have in common, in the words of XLIFF 2.
// XLIFF 1.2 (OASIS, 2008) is mapped onto it: `trans-unit` is a unit, `mrk mtype="seg"` a segment, `g` a spanning code,
// `x` a standalone code, `bx`/`ex` and `bpt`/`ept` start and end codes.

/// XLIFF, the OASIS format that translators exchange:
/// <https://docs.oasis-open.org/xliff/xliff-core/v2.1/xliff-core-v2.1.html>.
package enum XLIFF {
  /// A version of the standard that Overzet reads and writes.
  package enum Version: String, CaseIterable, Sendable {
    case v1_2 = "1.2"
    case v2_0 = "2.0"
    case v2_1 = "2.1"
    case v2_2 = "2.2"
  }

  /// One XLIFF file on disk: `<xliff>`.
  package struct Document: Sendable, Equatable {
    package var version: Version
    /// BCP 47 tag of the text in `<source>` (2.x `srcLang`, 1.2 `source-language` of the first file).
    package var sourceLanguage: String
    /// BCP 47 tag of the text in `<target>`, where one is given (2.x `trgLang`, 1.2 `target-language`).
    package var targetLanguage: String?
    package var files: [File]
    /// Notes and metadata of the whole document (2.2), and the root's attributes and extensions.
    package var notes: [Note] = []
    package var modules: Modules {
      get { rest.value }
      set { rest.value = newValue }
    }
    private var rest = Boxed<Modules>()

    /// A document of `files` in one pair of languages.
    package init(version: Version, sourceLanguage: String, targetLanguage: String?, files: [File] = []) {
      self.version = version
      self.sourceLanguage = sourceLanguage
      self.targetLanguage = targetLanguage
      self.files = files
    }
  }

  /// One article: `<file>`.
  package struct File: Sendable, Equatable {
    /// 2.x `file/@id`, an NMTOKEN; in 1.2, which has no such id, it repeats `original`.
    package var id: String
    /// `file/@original`: names what the text was extracted from.
    package var original: String
    /// What the merger needs back, by reference: 2.x `<skeleton href>`, 1.2 `<skl><external-file href>`.
    package var skeletonReference: String?
    /// Facts of ours that travel with the file, in order: 2.x metadata module (`mda`), 1.2 `<header><note
    /// from="overzet">key=value`.
    package var metadata: [Metadatum]
    package var notes: [Note]
    /// Its groups in the order in which they begin; units name theirs.
    package var groups: [Group] = []
    package var units: [Unit]
    /// `translate`, which groups and units inherit (2.x).
    package var translate = true
    /// Whether white space in its texts is to be kept (`xml:space="preserve"`), for all that say nothing else. 2.x says so
    /// on the file, 1.2 on each unit.
    package var preservesSpace = true
    /// What size restrictions count by; nil where the file doesn't say (2.x `slr:profiles`).
    package var sizeProfiles: SizeProfiles? = .codePoints
    /// Line of the start tag in the file that was read, from 1; 0 where the file was not read from XML.
    package var line: Int
    private var rest = Boxed<FileRest>()

    /// What modules and extensions say of it; of `metadata` those groups that are not ours.
    package var modules: Modules {
      get { rest.value.modules }
      set { rest.value.modules = newValue }
    }
    /// The skeleton itself, where it stands in the file.
    package var skeleton: Skeleton? {
      get { rest.value.skeleton }
      set { rest.value.skeleton = newValue }
    }
    /// 1.2: `bin-unit`s that stand in no group, and what of a `<header>` has no member: phases, tools, counts, references.
    package var binaryUnits: [MetaGroup] {
      get { rest.value.binaryUnits }
      set { rest.value.binaryUnits = newValue }
    }
    package var header12: [MetaGroup] {
      get { rest.value.header12 }
      set { rest.value.header12 = newValue }
    }

    /// A file without units; they are appended.
    package init(
      id: String, original: String, skeletonReference: String? = nil, metadata: [Metadatum] = [], notes: [Note] = [],
      units: [Unit] = [], line: Int = 0
    ) {
      self.id = id
      self.original = original
      self.skeletonReference = skeletonReference
      self.metadata = metadata
      self.notes = notes
      self.units = units
      self.line = line
    }

    /// How many segments all its units have.
    package var segmentCount: Int {
      var count = 0
      // By index: no unit is copied for this.
      for unit in units.indices {
        for part in units[unit].parts.indices where units[unit].parts[part].kind == .segment { count += 1 }
      }
      return count
    }

    /// The value of the first metadatum of that key.
    package func metadatum(_ key: String) -> String? {
      metadata.first { $0.key == key }?.value
    }
  }

  /// A key and a value that the file carries for the merger (2.x `<mda:meta type>`).
  package struct Metadatum: Sendable, Equatable {
    package var key: String
    package var value: String

    /// `key` = `value`.
    package init(_ key: String, _ value: String) {
      self.key = key
      self.value = value
    }
  }

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

extension XLIFF {
  /// A segment's progress, the only status there is: XLIFF 2.1, 4.3.1, `state`.
  package enum State: String, Comparable, CaseIterable, Sendable {
    case initial, translated, reviewed, final

    package static func < (left: State, right: State) -> Bool {
      left.rank < right.rank
    }

    private var rank: Int {
      switch self {
      case .initial: 0
      case .translated: 1
      case .reviewed: 2
      case .final: 3
      }
    }
  }
}

extension XLIFF {
  /// The skeleton where it stands in the file: 2.x `<skeleton>`, 1.2 `<skl><internal-file>`.
  package struct Skeleton: Sendable, Equatable {
    /// What stands in the element: well-formed XML in UTF-8, with the declarations of the namespaces that it uses.
    package var content: [UInt8]
    /// 1.2: `form`, `crc`; of an external file `crc`, `uid`.
    package var attributes: [Attribute]

    /// A skeleton of `content`.
    package init(content: [UInt8] = [], attributes: [Attribute] = []) {
      self.content = content
      self.attributes = attributes
    }
  }
}

/// What few files have.
private struct FileRest: Sendable, Equatable, EmptyInitializable {
  var modules = XLIFF.Modules()
  var skeleton: XLIFF.Skeleton?
  var binaryUnits: [XLIFF.MetaGroup] = []
  var header12: [XLIFF.MetaGroup] = []
}

/// What few segments have.
private struct PartRest: Sendable, Equatable, EmptyInitializable {
  var attributes: [XLIFF.Attribute] = []
  var sourceAttributes: [XLIFF.Attribute] = []
  var targetAttributes: [XLIFF.Attribute] = []
}
