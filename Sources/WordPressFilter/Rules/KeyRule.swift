// A key in a tree of keys: a member of a block's attributes, of a field that holds JSON, of a widget's settings.

/// What is done with the member of that name, and with what is in it.
struct KeyRule: Sendable {
  /// How a string is read, and what of the block's HTML may repeat it.
  enum Syntax: String, Sendable, CaseIterable {
    /// HTML, which stands in the block's HTML as it is.
    case html
    /// HTML in which a bare `&` stays one and a word in brackets is one: a line in a form.
    case line
    /// Text in which `<` and `&` are themselves; it stands between tags.
    case plain
    /// The same; it stands in an attribute of a tag.
    case plainInTag = "plain-in-tag"
  }

  /// What a string is.
  enum Content: Sendable, Equatable {
    /// Text for readers.
    case text(Syntax)
    /// Nothing to translate, and nothing to say of it: a link, an id, what only editors see.
    case kept
    /// JSON once more, in which `children` hold.
    case json
  }

  var pattern: NamePattern
  var content: Content = .text(.html)
  /// Rules for the members of an object that stands here, or of the objects of an array.
  var children: [KeyRule] = []
  /// What a translator is told that it is.
  var label: String?
  /// Whether the block's HTML shows the same text, so that the two must agree.
  var isRepeatedInHTML = false
  /// A member of the same object that is `false` where the HTML does not show it after all.
  var shownBy: [UInt8]?
  /// A member of the same object that holds the same text once more: as a string like this one, or as an array of a rich
  /// text's children, which are strings without markup, and an object for each element (Yoast).
  var childArray: [UInt8]?
  /// The member `_NAME` must stand beside `NAME` and be a string like this (ACF: `field_*`).
  var beside: NamePattern?
  /// Only a text that looks like prose is one.
  var isOnlyProse = false

  /// The first of `rules` that is for `name`.
  static func rule(for name: [UInt8], of rules: [KeyRule]) -> KeyRule? {
    for rule in rules where rule.pattern.matches(name) { return rule }
    return nil
  }

  /// `rules` laid over `others`: those for the same names take their place, and their children are laid over theirs.
  static func merged(_ rules: [KeyRule], over others: [KeyRule]) -> [KeyRule] {
    var merged = rules
    for other in others {
      guard let index = merged.firstIndex(where: { $0.pattern == other.pattern }) else {
        merged.append(other)
        continue
      }
      if !merged[index].children.isEmpty {
        merged[index].children = Self.merged(merged[index].children, over: other.children)
      }
      // The one file says more than the other of how a text is repeated.
      if case .text = merged[index].content, merged[index].children.isEmpty, case .text = other.content {
        merged[index].content = other.content
        merged[index].isRepeatedInHTML = other.isRepeatedInHTML
        merged[index].shownBy = other.shownBy
        merged[index].childArray = other.childArray
      }
    }
    // A name before a pattern: `*` shall not hide what stands behind it.
    return merged.filter { $0.pattern.isExact } + merged.filter { !$0.pattern.isExact && !$0.pattern.isAny }
      + merged.filter(\.pattern.isAny)
  }

  /// Whether a text is found by this rule or by one below it.
  var findsText: Bool {
    switch content {
    case .text: true
    case .kept: children.contains(where: \.findsText)
    case .json: children.contains(where: \.findsText)
    }
  }
}

extension NamePattern {
  /// Whether it is a name as it is.
  var isExact: Bool { if case .exact = self { true } else { false } }
}
