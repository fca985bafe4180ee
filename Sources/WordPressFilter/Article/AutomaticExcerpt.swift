// Telling WordPress's excerpts from people's (`wp_trim_excerpt()` in wp-includes/formatting.php).
internal import HTMLTokens

/// An excerpt that WordPress cut from the content.
package enum AutomaticExcerpt {
  /// The mark that WordPress sets behind a cut, as it stands in HTML.
  private static let marks = ["[&hellip;]", "[&#8230;]", "[\u{2026}]"]

  /// Whether `excerpt` holds words that are not simply the begin of the article's content.
  ///
  /// `excerpt.raw` holds only what people wrote. Of a rendered one nobody says so: it is WordPress's own where it ends in
  /// `[&hellip;]` or where its words are the first ones of the content.
  static func isWrittenByHand(_ excerpt: [UInt8], of article: Article) -> Bool {
    let words = visibleText(excerpt)
    guard !words.isEmpty else { return false }
    if article.form == .raw { return true }
    // Only at its end: people may leave something out of a quotation too.
    if marks.contains(where: { words.suffix($0.utf8.count).elementsEqual($0.utf8) }) { return false }
    return !visibleText(article.content, atMost: words.count).starts(with: words)
  }

  /// The bytes of text outside tags, white space left out, at most `limit` of them.
  private static func visibleText(_ html: [UInt8], atMost limit: Int = .max) -> [UInt8] {
    var text: [UInt8] = []
    var tokenizer = HTMLTokenizer()
    while text.count < limit, let token = tokenizer.next(in: html.span) {
      guard token.kind == .characters else { continue }
      for index in token.range where !isHTMLSpace(html[index]) { text.append(html[index]) }
    }
    return Array(text.prefix(limit))
  }
}
