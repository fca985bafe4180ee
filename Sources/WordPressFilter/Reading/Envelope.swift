// Posts wrapped in an object: `_envelope` of the REST API gives `{"body": …, "status": 200, "headers": …}`, scripts that
// collect posts write `{"posts": […]}`.
internal import JSONTokens

extension ArticleRecord {
  /// The posts that this object wraps, or nil where it is none of these wrappings. Which it is shows in its first key, so
  /// that a post costs no more than a look.
  var envelopedPosts: [ArticleRecord]? {
    let span = bytes.span
    var at = 1
    while at < bytes.count, isXMLSpace(bytes[at]) { at += 1 }
    let keys: [StaticString] = ["\"body\"", "\"posts\"", "\"status\"", "\"headers\"", "\"found\"", "\"total\""]
    guard keys.contains(where: { span.begins($0, at: at) }), let document = try? JSONDocument(span),
      document.member("content", of: 0, in: span) == nil,
      let value = document.member("body", of: 0, in: span) ?? document.member("posts", of: 0, in: span)
    else { return nil }
    let posts: [Int]
    switch document.nodes[value].kind {
    case .array: posts = document.elements(of: value)
    case .object: posts = [value]
    case .string, .number, .true, .false, .null: return nil
    }
    return posts.enumerated().map { index, node in
      let range = document.nodes[node].range
      return ArticleRecord(
        kind: .json, bytes: span.array(range), file: file, line: line + span.lines(before: range.lowerBound),
        number: number + index)
    }
  }
}
