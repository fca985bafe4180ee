// What the tokenizer yields: outlines over the caller's bytes, never copies of them.

/// One token of HTML as ranges over the bytes it was read from. The ranges of consecutive tokens touch: concatenated,
/// they are the input.
package struct HTMLToken: Equatable, Sendable {
  /// What a token is, in the words of <https://html.spec.whatwg.org/multipage/parsing.html#tokenization>.
  package enum Kind: UInt8, Sendable {
    /// Text in which character references are decoded (data and RCDATA states).
    case characters
    /// Text that stands as it is (RAWTEXT, script data, PLAINTEXT and CDATA content).
    case rawCharacters
    case startTag
    case endTag
    case comment
    case doctype
    /// Bytes that yield no token at all, such as `</>` or a tag that the end of the file cuts off.
    case dropped
  }

  /// The whole token, in bytes of the input.
  package var range: Range<Int>
  /// The tag's name as it is written; empty where the token is no tag.
  package var name: Range<Int>
  /// What stands between the name and the closing `>` of a tag; the content of a comment, without its delimiters.
  package var content: Range<Int>
  package var kind: Kind
  /// Which element the tag's name is; `.unknown` for names that HTML does not define.
  package var element: HTMLElement
  /// A start tag that ends in `/>`.
  package var isSelfClosing: Bool

  /// No token yet: memory for `HTMLTokenizer.next(in:_:)` to write to.
  package init() { self.init(.dropped, 0..<0) }

  init(
    _ kind: Kind, _ range: Range<Int>, name: Range<Int> = 0..<0, content: Range<Int> = 0..<0,
    element: HTMLElement = .unknown, isSelfClosing: Bool = false
  ) {
    self.kind = kind
    self.range = range
    self.name = name
    self.content = content
    self.element = element
    self.isSelfClosing = isSelfClosing
  }

  /// Makes this a token without a name.
  @inline(__always)
  mutating func set(_ kind: Kind, _ range: Range<Int>) {
    self.kind = kind
    self.range = range
    name = 0..<0
    content = 0..<0
    element = .unknown
    isSelfClosing = false
  }
}

/// An attribute of a start tag, as ranges over the input.
package struct HTMLAttribute: Equatable, Sendable {
  /// The name as it is written.
  package var name: Range<Int>
  /// The value without its quotes; empty where there is none.
  package var value: Range<Int>
  /// `"`, `'`, 0 for an unquoted value.
  package var quote: UInt8
  /// Whether there is an `=`.
  package var hasValue: Bool
}
