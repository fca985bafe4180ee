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
