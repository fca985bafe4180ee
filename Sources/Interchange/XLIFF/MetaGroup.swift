extension XLIFF {
  /// A group of the metadata module (XLIFF 2.1, 5.4): `<mda:metaGroup>`. What only 1.2 has elements for (phases, tools,
  /// counts, contexts) is held as such groups too, in categories that begin with `xliff12:`.
  package struct MetaGroup: Sendable, Equatable {
    /// What stands in a group, in order.
    package enum Item: Sendable, Equatable {
      /// `<mda:meta type>`.
      case meta(Metadatum)
      case group(MetaGroup)
    }

    package var id: String?
    package var category: String?
    /// `source`, `target` or `ignorable`.
    package var appliesTo: String?
    package var items: [Item]

    /// A group of `items`.
    package init(id: String? = nil, category: String? = nil, appliesTo: String? = nil, items: [Item] = []) {
      self.id = id
      self.category = category
      self.appliesTo = appliesTo
      self.items = items
    }

    /// The value of the group's first own metadatum of that key.
    package func value(_ key: String) -> String? {
      for case .meta(let datum) in items where datum.key == key { return datum.value }
      return nil
    }
  }

  /// `<mda:metadata>`: groups, and the id that fragment identifiers name them by.
  package struct Metadata: Sendable, Equatable, EmptyInitializable {
    package var id: String?
    package var groups: [MetaGroup]

    /// No metadata.
    package init() { self.init(groups: []) }

    /// Metadata of `groups`.
    package init(id: String? = nil, groups: [MetaGroup]) {
      self.id = id
      self.groups = groups
    }
  }
}
