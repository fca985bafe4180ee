// Where elements end that are passed over whole.
internal import HTMLTokens

/// Finds the end tags of elements. However many start tags are never closed, all searches together take no more than a few
/// walks through the bytes.
struct ElementEnds {
  /// Once an element turned out to have no end: for each start tag behind that one, by its offset, the tokenizer behind its
  /// end tag. A tag that is not in here has none.
  private var known: [Int: HTMLTokenizer]?

  /// The tokenizer behind the end tag of the element that `token` begins, or nil where it has none. Elements of the same
  /// name inside it are counted; names are compared in any case.
  /// - Parameter tokenizer: stands behind `token`. Calls for the same bytes come in the order of the tags.
  mutating func end(of token: HTMLToken, _ tokenizer: HTMLTokenizer, in bytes: Span<UInt8>) -> HTMLTokenizer? {
    guard !token.isEndedByItself else { return tokenizer }
    if let rule = ImpliedEnd(of: token.element) { return rule.end(of: token, tokenizer, in: bytes) }
    if let known { return known[token.range.lowerBound] }
    var ahead = tokenizer
    var depth = 1
    while let next = ahead.next(in: bytes) {
      guard next.kind == .endTag || next.kind == .startTag && !next.isEndedByItself, next.element == token.element,
        token.element != .unknown || bytes.sameName(next.name, token.name)
      else { continue }
      depth += next.kind == .startTag ? 1 : -1
      if depth == 0 { return ahead }
    }
    known = Self.ends(behind: tokenizer, in: bytes)
    return nil
  }

  /// The same of an element that nobody translates where it `isKept`: without an end tag it reaches as far as what is around it.
  mutating func end(
    of token: HTMLToken, _ tokenizer: HTMLTokenizer, isKept: Bool, in bytes: Span<UInt8>
  ) -> HTMLTokenizer? {
    if let end = end(of: token, tokenizer, in: bytes) { return end }
    return isKept ? ImpliedEnd.ofUnclosed.end(of: token, tokenizer, in: bytes) : nil
  }

  /// Pairs all start tags behind `tokenizer` with their end tags.
  private static func ends(behind tokenizer: HTMLTokenizer, in bytes: Span<UInt8>) -> [Int: HTMLTokenizer] {
    var ends: [Int: HTMLTokenizer] = [:]
    var open: [[UInt8]: [Int]] = [:]
    var ahead = tokenizer
    while let token = ahead.next(in: bytes) {
      guard token.kind == .startTag || token.kind == .endTag, !token.isEndedByItself else { continue }
      var name: [UInt8] = []
      for index in token.name { name.append(lowercasedASCII(bytes[index])) }
      if token.kind == .startTag {
        open[name, default: []].append(token.range.lowerBound)
      } else if let start = open[name]?.popLast() {
        ends[start] = ahead
      }
    }
    return ends
  }
}

extension HTMLToken {
  /// Whether this start tag has no end tag: void elements, and `<svg/>` and `<math/>`.
  var isEndedByItself: Bool {
    kind == .startTag && (element.isVoid || isSelfClosing && element.isForeignRoot)
  }
}
