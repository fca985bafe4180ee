// What a block holds for readers besides the text of its HTML, which is found anyway.

/// The rules of one kind of block.
struct BlockRule: Sendable {
  /// Whether the block's own HTML is text; inner blocks are judged by themselves.
  var isTranslated = true
  /// Its attributes in the comment's JSON.
  var keys: [KeyRule] = []
  /// Attributes of tags in its HTML that hold text, besides those that are read everywhere.
  var attributes: [XPathExpression.Path] = []
  /// Whether an attribute in the comment may hold text; set once the rule is complete.
  private(set) var hasText = false

  /// Lays `other` over this rule.
  mutating func lay(_ other: BlockRule) {
    isTranslated = other.isTranslated
    keys = KeyRule.merged(other.keys, over: keys)
    attributes = other.attributes + attributes
  }

  /// This rule with what `general`, which is for more blocks than this, adds to it.
  func completed(by general: BlockRule?) -> BlockRule {
    var rule = self
    if let general {
      rule.keys = KeyRule.merged(keys, over: general.keys)
      rule.attributes += general.attributes
    }
    rule.hasText = isTranslated && rule.keys.contains(where: \.findsText)
    return rule
  }
}
