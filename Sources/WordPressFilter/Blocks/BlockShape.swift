// What of a post's blocks no translation may change: which there are, how they nest, and which attributes they have.
internal import HTMLTokens
internal import JSONTokens

/// The blocks of two versions of one post, compared without their texts.
package enum BlockShape {
  /// What is different in the blocks of `after`: a delimiter, a name, the keys of the attributes or the kinds of their values;
  /// in words, with the line of `before`. Nil where nothing is.
  package static func difference(_ before: [UInt8], _ after: [UInt8]) -> String? {
    difference(before.span, after.span)
  }

  /// Sees that the blocks of `merged` are those of `article`.
  /// - Throws: `ArticleError` where they are not: the post would be broken in WordPress's editor.
  static func verify(_ merged: Article, of article: Article) throws(ArticleError) {
    guard article.form == .raw, let difference = difference(article.content, merged.content) else { return }
    throw ArticleError(
      file: article.file, line: article.line,
      problem: "post \(article.id): the translation would change the post's blocks (\(difference) of its content)",
      remedy: "take the block delimiter out of the text or the attribute that it stands in")
  }

  static func difference(_ before: Span<UInt8>, _ after: Span<UInt8>) -> String? {
    var left = BlockDelimiters()
    var right = BlockDelimiters()
    while true {
      let one = left.next(in: before)
      let other = right.next(in: after)
      guard let one, let other else {
        guard let extra = one ?? other else { return nil }
        let isLost = one != nil
        return "line \(line(of: one?.range.lowerBound ?? before.count, in: before)): a block delimiter is "
          + (isLost ? "missing: \(text(before, extra.comment.name))" : "extra: \(text(after, extra.comment.name))")
      }
      guard one.comment.kind == other.comment.kind,
        text(before, one.comment.name) == text(after, other.comment.name)
      else {
        return "line \(line(of: one.range.lowerBound, in: before)): block \(text(after, other.comment.name)) "
          + "instead of \(text(before, one.comment.name))"
      }
      guard hasSameKeys(before.extracting(one.comment.attributes), after.extracting(other.comment.attributes)) else {
        return "line \(line(of: one.range.lowerBound, in: before)): other attributes of block "
          + text(before, one.comment.name)
      }
    }
  }

  /// Whether HTML takes every block delimiter of `bytes` for a comment. In a `textarea`, a script, or an attribute it takes them
  /// for text, and WordPress for delimiters all the same.
  package static func isOfComments(_ bytes: [UInt8]) -> Bool {
    let bytes = bytes.span
    var delimiters = BlockDelimiters()
    var tokenizer = HTMLTokenizer()
    while let delimiter = delimiters.next(in: bytes) {
      var token = tokenizer.next(in: bytes)
      while let passed = token, passed.range.upperBound <= delimiter.range.lowerBound {
        token = tokenizer.next(in: bytes)
      }
      guard let token, token.kind == .comment, token.range == delimiter.range else { return false }
    }
    return true
  }

  /// Whether both are the same but for the contents of strings; bytes that are no JSON have to be the same.
  private static func hasSameKeys(_ one: Span<UInt8>, _ other: Span<UInt8>) -> Bool {
    if isSame(one, other) { return true }
    guard let left = try? JSONDocument(one), let right = try? JSONDocument(other),
      left.nodes.count == right.nodes.count
    else { return false }
    var keys: Set<Int> = []
    for index in left.nodes.indices where left.nodes[index].kind == .object {
      for member in left.members(of: index) { keys.insert(member.key) }
    }
    for (index, (node, twin)) in zip(left.nodes, right.nodes).enumerated() {
      guard node.kind == twin.kind, node.next == twin.next else { return false }
      if keys.contains(index), !isSame(one.extracting(node.range), other.extracting(twin.range)) { return false }
    }
    return true
  }

  private static func isSame(_ one: Span<UInt8>, _ other: Span<UInt8>) -> Bool {
    guard one.count == other.count else { return false }
    for index in one.indices where one[index] != other[index] { return false }
    return true
  }

  private static func text(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
    bytes.extracting(range).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }

  private static func line(of offset: Int, in bytes: Span<UInt8>) -> Int {
    var line = 1
    for index in 0..<offset where bytes[index] == 0x0A { line += 1 }
    return line
  }
}
