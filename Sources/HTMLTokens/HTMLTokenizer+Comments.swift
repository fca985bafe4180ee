// Comments and doctypes: states 13.2.5.41 to 13.2.5.68 of the HTML standard.

extension HTMLTokenizer {
  /// Bogus comment state: everything up to the next `>`.
  mutating func bogusComment(in bytes: Span<UInt8>, contentAt start: Int) -> HTMLToken {
    var at = start
    while at < bytes.count, bytes[at] != 0x3E { at += 1 }
    return HTMLToken(.comment, position..<min(at + 1, bytes.count), content: start..<at)
  }

  /// Comment start state to comment end bang state: `<!--` up to `-->`, `--!>`, or one of the short forms `<!-->`,
  /// `<!--->`.
  mutating func comment(in bytes: Span<UInt8>) -> HTMLToken {
    let start = position + 4
    if start < bytes.count, bytes[start] == 0x3E { return token(content: start..<start, end: start + 1) }
    if start + 1 < bytes.count, bytes[start] == 0x2D, bytes[start + 1] == 0x3E {
      return token(content: start..<start, end: start + 2)
    }
    var at = start
    while true {
      at = bytes.offset(of: 0x2D, from: at)
      guard at < bytes.count else { break }
      guard at + 1 < bytes.count, bytes[at + 1] == 0x2D else {
        at += 1
        continue
      }
      if at + 2 < bytes.count, bytes[at + 2] == 0x3E { return token(content: start..<at, end: at + 3) }
      if at + 3 < bytes.count, bytes[at + 2] == 0x21, bytes[at + 3] == 0x3E {
        return token(content: start..<at, end: at + 4)
      }
      at += 1
    }
    return token(content: start..<unfinishedEnd(of: bytes, from: start), end: bytes.count)
  }

  /// Where a comment's content ends that the end of the file cuts off: dashes that could have begun its end are no
  /// content.
  private func unfinishedEnd(of bytes: Span<UInt8>, from start: Int) -> Int {
    for ending in ["--!", "--", "-"] as [StaticString]
    where bytes.count - ending.utf8CodeUnitCount >= start
      && bytes.hasExactly(ending, at: bytes.count - ending.utf8CodeUnitCount)
    {
      return bytes.count - ending.utf8CodeUnitCount
    }
    return bytes.count
  }

  private func token(content: Range<Int>, end: Int) -> HTMLToken {
    HTMLToken(.comment, position..<end, content: content)
  }

  /// DOCTYPE state and those behind it. A `>` ends a doctype even inside a quoted identifier (13.2.5.59).
  mutating func doctype(in bytes: Span<UInt8>) -> HTMLToken {
    let start = position + 9
    var at = start
    while at < bytes.count, bytes[at] != 0x3E { at += 1 }
    return HTMLToken(.doctype, position..<min(at + 1, bytes.count), content: min(start, at)..<at)
  }
}
