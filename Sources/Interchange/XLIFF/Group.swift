extension XLIFF {
  /// A group of units and groups: `<group>`. A file holds its groups in the order in which they begin; each unit names the
  /// one that it stands in.
  package struct Group: Sendable, Equatable {
    /// An NMTOKEN, unique among the file's groups (2.x); 1.2 may lack it.
    package var id: String
    /// 2.x `name`, 1.2 `resname`.
    package var name: String?
    /// The index in `File.groups` of the group around it.
    package var parent: Int?
    /// `translate`, inherited values resolved.
    package var translate: Bool
    /// Whether white space in its texts is to be kept (`xml:space`), inherited values resolved.
    package var preservesSpace: Bool
    package var notes: [Note]
    package var modules: Modules
    /// 1.2: its `bin-unit`s.
    package var binaryUnits: [MetaGroup] = []
    /// Line of the start tag in the file that was read, from 1; else 0.
    package var line: Int

    /// A group without units; these name it.
    package init(
      id: String, name: String? = nil, parent: Int? = nil, translate: Bool = true, preservesSpace: Bool = true,
      notes: [Note] = [], modules: Modules = Modules(), line: Int = 0
    ) {
      self.id = id
      self.name = name
      self.parent = parent
      self.translate = translate
      self.preservesSpace = preservesSpace
      self.notes = notes
      self.modules = modules
      self.line = line
    }
  }
}
