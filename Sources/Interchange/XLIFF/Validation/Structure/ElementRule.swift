// How the tables say what an element may hold: content as in a DTD, attributes as in a list. The notation is read once,
// when a version is validated for the first time (`Grammar`).

/// What one element may hold.
struct ElementRule {
  /// The element's name, with a module's prefix.
  var name: String
  /// Its children in order: `skeleton? other* notes? (unit | group)+`. Several names in parentheses are alternatives. `?`,
  /// `*` and `+` as in a DTD; `other` stands for an element of another namespace than the element's own, `any` for
  /// one of any. `text` alone or in
  /// front says that it holds text too. Empty: nothing, not even white space.
  var content: String
  /// Which of XLIFF's modules may stand where `other` does, and, with `?`, only once. nil: no matter which, what is there is
  /// checked by itself.
  var modules: String?
  /// `id! NMTOKEN; name; other`: each attribute with the name of its type (none: text), `!` where it must be there. `other`
  /// stands for attributes of other namespaces, `unlisted` for any at all.
  var attributes: String

  /// A rule of the tables.
  init(_ name: String, _ content: String, modules: String? = nil, _ attributes: String = "") {
    self.name = name
    self.content = content
    self.modules = modules
    self.attributes = attributes
  }
}
