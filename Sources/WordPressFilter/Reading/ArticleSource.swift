// The one way in for articles, whatever they lie in: a post or an array of posts as JSON, a post a line, a page of HTML.
internal import HTMLTokens
internal import JSONTokens
internal import UnicodeText

/// The bytes of one article, before anybody has looked into them: cutting a file into these is quick, reading them is not and
/// can be done by many at once.
package struct ArticleRecord: Sendable {
  /// What the bytes are.
  enum Kind {
    case json, html
    /// An `item` of a WordPress export, with the head of its file.
    case item(WXRChannel)
  }

  var kind: Kind
  var bytes: [UInt8]
  /// Where they stood.
  package let file: String
  /// The line they begin in, from 1.
  package let line: Int
  /// Its place among the articles of the file, from 1.
  package let number: Int

  /// How much there is to read.
  package var byteCount: Int { bytes.count }

  /// The article that these bytes are.
  /// - Throws: `ArticleError` where they are none, or not UTF-8.
  package func article() throws(ArticleError) -> Article {
    if let bad = UTF8Validation.firstInvalidByte(of: bytes.span) {
      throw ArticleError(
        file: file, line: line + bytes.span.lines(before: bad), problem: "this is not UTF-8 (byte \(bad))",
        remedy: "save the file as UTF-8, or fetch it anew from the REST API")
    }
    switch kind {
    case .json: return try Article(json: bytes, file: file, line: line)
    case .html: return Article(html: bytes, file: file)
    case .item(let channel):
      return try Article(wxr: bytes, channel: channel, file: file, line: line, number: number)
    }
  }

  /// The head of the export that the article stands in, where it does.
  package var channel: WXRChannel? {
    if case .item(let channel) = kind { return channel }
    return nil
  }
}

/// Cuts a file into the articles it holds, in order.
package struct ArticleSource {
  private enum Shape { case array, values, lines, page, unknown }

  private let stream: ByteStream
  private var shape = Shape.unknown
  private var buffer: [UInt8] = []
  private var at = 0
  private var line = 1
  private var isAtEnd = false
  private var isDone = false
  /// Whether the file's name says that it is a WordPress export.
  private var isNamedExport = false
  /// Where the file is a WordPress export.
  private var items: WXRItems?
  /// Posts of an envelope that wait for their turn.
  private var waiting: ArraySlice<ArticleRecord> = []
  private var count = 0

  private static let chunk = 1 << 18

  /// The articles of the file at `path`: `.ndjson` or `.jsonl` holds a post a line, `.html` is a page; of anything else,
  /// and of standard input (`-`), the first characters tell, but `.xml` and `.wxr` are no page.
  /// - Throws: `ArticleError` where it can't be opened.
  package init(path: String) throws(ArticleError) {
    stream = try ByteStream(path: path)
    let name = path.lowercased()
    if name.hasSuffix(".ndjson") || name.hasSuffix(".jsonl") { shape = .lines }
    if name.hasSuffix(".html") || name.hasSuffix(".htm") { shape = .page }
    isNamedExport = name.hasSuffix(".xml") || name.hasSuffix(".wxr")
  }

  /// The file's name, as errors give it.
  package var name: String { stream.name }
  /// Its size in bytes, where it is a file.
  package var size: Int? { stream.size }

  /// The next article, or nil after the last one.
  /// - Throws: `ArticleError` where the file can't be read on or is cut off.
  package mutating func next() throws(ArticleError) -> ArticleRecord? {
    guard !isDone else { return nil }
    if let record = waiting.popFirst() { return record }
    if shape == .unknown, items == nil { try findShape() }
    if items != nil { return try items?.next() }
    switch shape {
    case .page, .unknown: return try page()
    case .lines: return try nextLine()
    case .array, .values: return try nextValue()
    }
  }

  // MARK: Shapes

  private mutating func findShape() throws(ArticleError) {
    try skipByteOrderMark()
    guard let first = try skipSpace() else {
      throw ArticleError(
        file: name, line: 1, problem: "there is nothing in it", remedy: "give a post as JSON or a page of HTML")
    }
    if isNamedExport || first == 0x3C {
      while buffer.count - at < WXRBegin.length, try fill() {}
      if let refusal = WXRBegin.refusal(buffer[at...], isNamed: isNamedExport) {
        throw ArticleError(file: name, line: line, problem: refusal.problem, remedy: refusal.remedy)
      }
    }
    switch first {
    case 0x5B:
      shape = .array
      at += 1
    case 0x7B: shape = try isLines() ? .lines : .values
    case 0x3C:
      if WXRBegin.isExport(buffer[at...]) || isNamedExport {
        items = WXRItems(stream: stream, buffer: Array(buffer[at...]), line: line)
        (buffer, at) = ([], 0)
        return
      }
      shape = .page
    case 0xFE, 0xFF, 0x00:
      throw ArticleError(
        file: name, line: line, problem: "this is not UTF-8 (it looks like UTF-16)", remedy: "save the file as UTF-8")
    default:
      throw ArticleError(
        file: name, line: line, problem: "this is neither JSON nor HTML",
        remedy: "give posts as the WordPress REST API answers them, one, an array or one a line, or a page of HTML")
    }
  }

  /// Whether a post fills the first line and another one, if any, begins in the second: a post a line then, of which a broken
  /// one harms no other.
  private mutating func isLines() throws(ArticleError) -> Bool {
    var boundary = JSONValueBoundary()
    while true {
      if let end = boundary.end(in: buffer.span, from: at) {
        var next = end
        while next < buffer.count, isHTMLSpace(buffer[next]), buffer[next] != 0x0A { next += 1 }
        guard next < buffer.count, buffer[next] == 0x0A else { return false }
        while next < buffer.count, isHTMLSpace(buffer[next]) { next += 1 }
        return buffer[at..<end].firstIndex(of: 0x0A) == nil && (next == buffer.count || buffer[next] == 0x7B)
      }
      if buffer.span.firstOffset(of: 0x0A, from: at) != nil { return false }
      guard try fill() else { return false }
    }
  }

  private mutating func page() throws(ArticleError) -> ArticleRecord? {
    while try fill() {}
    isDone = true
    return ArticleRecord(kind: .html, bytes: Array(buffer[at...]), file: name, line: line, number: nextNumber())
  }

  private mutating func nextLine() throws(ArticleError) -> ArticleRecord? {
    if line == 1, at == 0 { try skipByteOrderMark() }
    while true {
      var searched = at
      var end: Int?
      while true {
        end = buffer.firstIndex(ofLineFeedFrom: searched)
        if end != nil { break }
        searched = buffer.count
        // Filling drops what has been used, so what has been searched moves to the front.
        searched -= at
        guard try fill() else { break }
      }
      if end == nil, at == buffer.count {
        isDone = true
        return nil
      }
      let range = at..<(end ?? buffer.count)
      at = end.map { $0 + 1 } ?? buffer.count
      line += 1
      if buffer[range].contains(where: { !isHTMLSpace($0) }) {
        return try unwrapped(
          ArticleRecord(
            kind: .json, bytes: Array(buffer[range]), file: name, line: line - 1, number: nextNumber()))
      }
    }
  }

  private mutating func nextValue() throws(ArticleError) -> ArticleRecord? {
    while let byte = try skipSpace() {
      if shape == .array, byte == 0x2C {
        at += 1
        continue
      }
      if shape == .values, byte != 0x7B, byte != 0x5B {
        throw ArticleError(
          file: name, line: line, problem: "something follows a post that is no post",
          remedy: "give one post, an array of posts, or a post a line")
      }
      if shape == .array, byte == 0x5D {
        isDone = true
        at += 1
        if try skipSpace() == nil { return nil }
        throw ArticleError(
          file: name, line: line, problem: "something follows after the array's end", remedy: "give one array of posts")
      }
      var boundary = JSONValueBoundary()
      while true {
        if let end = boundary.end(in: buffer.span, from: at), end > at {
          let record = ArticleRecord(
            kind: .json, bytes: Array(buffer[at..<end]), file: name, line: line, number: nextNumber())
          line += record.bytes.span.lines(before: record.bytes.count)
          at = end
          return try shape == .values ? unwrapped(record) : record
        }
        guard try fill() else { throw cutOff() }
      }
    }
    if shape == .array { throw cutOff() }
    isDone = true
    return nil
  }

  /// The first post of an envelope, the others of which then wait; `record` itself where it is none.
  private mutating func unwrapped(_ record: ArticleRecord) throws(ArticleError) -> ArticleRecord? {
    guard let posts = record.envelopedPosts else { return record }
    count += posts.count - 1
    waiting = posts[...]
    if let first = waiting.popFirst() { return first }
    return try next()
  }

  private func cutOff() -> ArticleError {
    ArticleError(
      file: name, line: line, problem: "the file ends in the middle of a post that begins here",
      remedy: "fetch it again; it is cut off")
  }

  private mutating func nextNumber() -> Int {
    count += 1
    return count
  }

  // MARK: Bytes

  /// Reads on; what has been used goes first. Offsets from `at` on move to the front.
  private mutating func fill() throws(ArticleError) -> Bool {
    guard !isAtEnd else { return false }
    if at > 0 {
      buffer.removeSubrange(..<at)
      at = 0
    }
    isAtEnd = try !stream.read(into: &buffer, count: max(Self.chunk, buffer.count))
    return !isAtEnd
  }

  private mutating func skipByteOrderMark() throws(ArticleError) {
    while buffer.count < 3, try fill() {}
    if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
  }

  /// The next byte that is no white space, which stays the next one; nil at the end.
  private mutating func skipSpace() throws(ArticleError) -> UInt8? {
    while true {
      while at < buffer.count, isHTMLSpace(buffer[at]) {
        if buffer[at] == 0x0A { line += 1 }
        at += 1
      }
      if at < buffer.count { return buffer[at] }
      guard try fill() else { return nil }
    }
  }
}
