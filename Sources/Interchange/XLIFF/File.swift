extension XLIFF {
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
