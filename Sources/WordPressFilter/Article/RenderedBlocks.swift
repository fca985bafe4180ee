// Content that WordPress has rendered: the block comments are gone, but what they made shows in the tags.
internal import HTMLTokens

/// What rendered content tells of the blocks that it was made of.
package struct RenderedBlocks: Sendable, Equatable {
  /// Whether there were blocks at all.
  package var hasBlocks = false
  /// Whether a plug-in's FAQ block was there, which holds structured data for search engines.
  package var hasFAQ = false
  /// The same of a HowTo.
  package var hasHowTo = false

  /// Looks for classes that blocks give to their elements.
  init(of article: Article) {
    hasBlocks = (article.blockVersion ?? 0) >= 1
    let bytes = article.content.span
    var sign = bytes.sign(from: 0, ofSchemasOnly: hasBlocks)
    var isRankMath = false
    var tokenizer = HTMLTokenizer()
    var token = HTMLToken()
    // Only tags in which one of the names stands are looked at, and nothing behind the last of them.
    while sign < bytes.count, tokenizer.next(in: bytes, &token) {
      guard token.range.upperBound > sign else { continue }
      defer { sign = bytes.sign(from: token.range.upperBound, ofSchemasOnly: hasBlocks) }
      guard token.kind == .startTag else { continue }
      if let attribute = token.attribute("id", in: bytes) { readIdentifier(article.content[attribute.value]) }
      guard let attribute = token.attribute("class", in: bytes) else { continue }
      readClasses(article.content[attribute.value])
      if bytes.hasWord("rank-math-block", attribute.value) { isRankMath = true }
    }
    // Rank Math has two such blocks, and the id tells which; people may have set another one.
    if isRankMath, !hasHowTo { hasFAQ = true }
  }

  private mutating func readClasses(_ value: ArraySlice<UInt8>) {
    for word in value.split(whereSeparator: isHTMLSpace) {
      if word.starts(with: "wp-block-".utf8) || word.elementsEqual("rank-math-block".utf8) { hasBlocks = true }
      if word.starts(with: "schema-faq".utf8) { (hasBlocks, hasFAQ) = (true, true) }
      if word.starts(with: "schema-how-to".utf8) { (hasBlocks, hasHowTo) = (true, true) }
    }
  }

  private mutating func readIdentifier(_ value: ArraySlice<UInt8>) {
    if value.elementsEqual("rank-math-faq".utf8) { hasFAQ = true }
    if value.elementsEqual("rank-math-howto".utf8) { hasHowTo = true }
  }

  /// What writing the HTML back would lose: `blocks and FAQ schema`.
  package var losses: String {
    let kinds = ["blocks"] + (hasFAQ ? ["FAQ schema"] : []) + (hasHowTo ? ["HowTo schema"] : [])
    return kinds.count < 2 ? kinds[0] : kinds.dropLast().joined(separator: ", ") + " and " + kinds[kinds.count - 1]
  }
}

extension Span where Element == UInt8 {
  /// The offset of a byte of the first of the names that blocks give, at or behind `start`, or the count. All of them have a
  /// hyphen, the rarest byte in a text.
  /// - Parameter isOfSchema: those that are no more than some block's are passed over.
  fileprivate func sign(from start: Int, ofSchemasOnly isOfSchema: Bool) -> Int {
    var at: Int = offset(of: 0x2D, from: start)
    while at < count {
      switch self[at &- Swift.min(at, 1)] {
      case 0x70: if !isOfSchema, hasExactly("wp-block-", at: at - 2) { return at }
      case 0x6B: if hasExactly("rank-math-", at: at - 4) { return at }
      case 0x61: if hasExactly("schema-faq", at: at - 6) || hasExactly("schema-how-to", at: at - 6) { return at }
      default: break
      }
      at = offset(of: 0x2D, from: at + 1)
    }
    return count
  }
}

extension Article {
  /// What is lost of the article in the form it was given in; nil where nothing is, and for a page that is no post.
  package var renderedBlocks: RenderedBlocks? { form == .rendered ? RenderedBlocks(of: self) : nil }

  /// The content as one block of HTML, which WordPress leaves as it is: without line feeds of its own between comment and
  /// HTML, which would end up in the page. Nil where the HTML holds block comments, which would end that block.
  package var contentAsOneBlock: [UInt8]? {
    let bytes = content.span
    guard !bytes.contains("<!-- wp:"), !bytes.contains("<!-- /wp:") else { return nil }
    return Array("<!-- wp:html -->".utf8) + content + Array("<!-- /wp:html -->".utf8)
  }

  /// What can't be had from the article in the form it was given in, in words for people.
  package var remarks: [String] {
    guard let blocks = renderedBlocks else { return [] }
    let kinds =
      (blocks.hasFAQ ? ["the FAQ's structured data"] : []) + (blocks.hasHowTo ? ["the HowTo's structured data"] : [])
    let all = ["block comments"] + kinds
    let list =
      all.count < 3 ? all.joined(separator: " and ") : "block comments, the FAQ's and the HowTo's structured data"
    return [
      "only content.rendered is given: \(list) can't be restored; fetch the post with context=edit to keep them"
    ]
  }
}
