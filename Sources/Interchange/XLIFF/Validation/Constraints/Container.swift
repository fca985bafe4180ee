// What is remembered of a file, a group or a unit while it is open: the ids that must be unique in it, and references that
// wait for its end.

/// An open file, group or unit.
struct Container {
  /// A reference that is judged when the container ends.
  struct Reference {
    var rule: ValidationRule
    var text: String
    var line: Int
    /// The id that must be there, hashed.
    var id: UInt64
  }

  /// Revisions of the Change Tracking extension, which name elements that come behind them.
  struct Revisions {
    var appliesTo: String
    var ref: UInt64?
    var refText: String
    var line: Int
  }

  var word = ElementWord.file
  /// Its id, hashed, with its kind and its file's id: the first half of a reference's key.
  var key: UInt64 = 0
  var id: UInt64 = 0
  var noteIDs = HashedTable()
  var noteCount = 0
  /// Ids of extensions, hashed with their namespace.
  var extensionIDs = HashedTable()
  /// Ids of modules' elements, hashed with the module's prefix.
  var moduleIDs = HashedTable()
  /// Ids in the `slr:data` of this container.
  var sizeData = HashedTable()
  var provenance: [Reference] = []
  var revisions: [Revisions] = []

  /// Begins anew.
  mutating func begin(_ word: ElementWord, id: UInt64, key: UInt64) {
    self.word = word
    self.id = id
    self.key = key
    noteIDs.removeAll()
    noteCount = 0
    extensionIDs.removeAll()
    moduleIDs.removeAll()
    sizeData.removeAll()
    if !provenance.isEmpty { provenance.removeAll() }
    if !revisions.isEmpty { revisions.removeAll() }
  }
}
