// What a block holds for readers besides the text of its HTML, which is found anyway.
internal import Glibc

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
  /// The keys of the outermost text in quotes, as they stand in JSON, where all of them are known; set with `hasText`.
  private var textKeys: [[UInt8]]?

  /// Whether the attributes that stand at `range` may hold text by this rule. Most blocks have attributes and no text in
  /// them, and then their JSON need not be read.
  func mayFindText(in bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard hasText else { return false }
    guard let textKeys else { return true }
    let attributes = bytes.extracting(range)
    // A key may be written with escapes.
    return attributes.contains(0x5C) || textKeys.contains { attributes.contains($0) }
  }

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
    let finders = rule.keys.filter(\.findsText)
    rule.textKeys = []
    for key in finders {
      guard case .exact(let name) = key.pattern, let known = rule.textKeys else {
        rule.textKeys = nil
        break
      }
      // Yoast's arrays stand there without the key that they are named by, too.
      rule.textKeys = known + ([name] + (key.childArray.map { [$0] } ?? [])).map { [0x22] + $0 + [0x22] }
    }
    rule.hasText = isTranslated && rule.keys.contains(where: \.findsText)
    return rule
  }
}

extension Span where Element == UInt8 {
  /// Whether `byte` stands anywhere in these.
  fileprivate func contains(_ byte: UInt8) -> Bool {
    withUnsafeBytes { bytes in bytes.baseAddress.map { memchr($0, Int32(byte), bytes.count) != nil } ?? false }
  }

  /// Whether `needle` stands anywhere in these bytes.
  fileprivate func contains(_ needle: [UInt8]) -> Bool {
    withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, let first = needle.first else { return false }
      var at = 0
      while at + needle.count <= bytes.count, let found = memchr(base + at, Int32(first), bytes.count - at) {
        at = UnsafeRawPointer(found) - base
        guard at + needle.count <= bytes.count else { return false }
        if memcmp(found, needle, needle.count) == 0 { return true }
        at += 1
      }
      return false
    }
  }
}
