// Which attributes of which blocks hold text. Data, to be replaced by the `wpml-config.xml` that plug-ins ship.

/// The attributes that hold HTML for readers, by block.
enum BlockAttributeRules {
  /// One attribute: the keys on the way to it; `*` stands for each element of an array.
  typealias Path = [StaticString]

  /// The paths of the block whose name, as its comment has it, stands at `name`.
  static func paths(of bytes: Span<UInt8>, _ name: Range<Int>) -> [Path] {
    for rule in rules where bytes.holds(rule.block, in: name) { return rule.paths }
    return []
  }

  private struct Rule: Sendable {
    let block: StaticString
    let paths: [Path]
  }

  private static let rules = [
    Rule(
      block: "rank-math/faq-block", paths: [["questions", "*", "title"], ["questions", "*", "content"]]),
    Rule(
      block: "rank-math/howto-block",
      paths: [["steps", "*", "title"], ["steps", "*", "content"], ["description"]]),
    Rule(
      block: "yoast/faq-block",
      paths: [["questions", "*", "jsonQuestion"], ["questions", "*", "jsonAnswer"]]),
    Rule(
      block: "yoast/how-to-block",
      paths: [["steps", "*", "jsonName"], ["steps", "*", "jsonText"], ["jsonDescription"]]),
  ]
}
