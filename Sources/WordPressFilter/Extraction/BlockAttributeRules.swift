// Which attributes of which blocks hold text. Data, to be replaced by the `wpml-config.xml` that plug-ins ship.

/// The attributes that hold text for readers, by block.
enum BlockAttributeRules {
  /// The keys on the way to an attribute; `*` stands for each element of an array, and is never the last.
  typealias Path = [StaticString]

  /// How an attribute's string is read, and what of the block's HTML may repeat it.
  enum Syntax {
    /// HTML, which stands in the block's HTML as it is.
    case html
    /// Text in which `<` and `&` are themselves; it stands between tags.
    case plain
    /// The same; it stands in an attribute of a tag.
    case plainInTag
  }

  /// One attribute.
  struct Rule: Sendable {
    let path: Path
    let syntax: Syntax
    /// A member of the same object that holds the same text once more, as an array of a rich text's children: strings
    /// without markup, and an object for each element.
    let children: StaticString?

    fileprivate init(_ path: Path, _ syntax: Syntax = .html, children: StaticString? = nil) {
      self.path = path
      self.syntax = syntax
      self.children = children
    }
  }

  /// The rules of the block whose name, as its comment has it, stands at `name`.
  static func rules(of bytes: Span<UInt8>, _ name: Range<Int>) -> [Rule] {
    for block in blocks where bytes.holds(block.name, in: name) { return block.rules }
    return []
  }

  private static let blocks: [(name: StaticString, rules: [Rule])] = [
    ("rank-math/faq-block", [Rule(["questions", "*", "title"]), Rule(["questions", "*", "content"])]),
    (
      "rank-math/howto-block",
      [Rule(["steps", "*", "title"]), Rule(["steps", "*", "content"]), Rule(["description"])]
    ),
    (
      "yoast/faq-block",
      [
        Rule(["questions", "*", "jsonQuestion"], children: "question"),
        Rule(["questions", "*", "jsonAnswer"], children: "answer"),
      ]
    ),
    (
      "yoast/how-to-block",
      [
        Rule(["steps", "*", "jsonName"], children: "name"), Rule(["steps", "*", "jsonText"], children: "text"),
        Rule(["jsonDescription"], children: "description"),
      ]
    ),
    // Blocks of WordPress itself have no `core/` in their comments.
    ("cover", [Rule(["alt"], .plainInTag)]),
    ("media-text", [Rule(["mediaAlt"], .plainInTag)]),
    ("read-more", [Rule(["content"])]),
    ("search", [Rule(["label"]), Rule(["placeholder"], .plainInTag), Rule(["buttonText"])]),
    ("social-link", [Rule(["label"], .plain)]),
  ]
}
