// Cutting a WordPress export into its items, so that several workers can read them and memory follows the largest one.
internal import Glibc

/// The items of a WXR file, in order.
struct WXRItems {
  private let stream: ByteStream
  private var buffer: [UInt8]
  /// What has been used of `buffer`.
  private var at = 0
  /// The line that `at` stands in, from 1.
  private var line: Int
  private var tags = WXRTags()
  private var channel: WXRChannel?
  private var isAtEnd = false
  private var isDone = false
  private var count = 0

  private static let chunk = 1 << 18

  /// The items of a file of which `buffer` has been read, from its begin without a byte-order mark.
  init(stream: ByteStream, buffer: [UInt8], line: Int) {
    self.stream = stream
    self.buffer = buffer
    self.line = line
  }

  /// The next item, or nil after the last one. A page of XHTML, which begins as an export does, is one record.
  /// - Throws: `ArticleError` where the file can't be read on, is cut off, or is another kind of XML.
  mutating func next() throws(ArticleError) -> ArticleRecord? {
    guard !isDone else { return nil }
    if channel == nil, let page = try readHead() { return page }
    guard let channel, !isDone else { return nil }
    while let tag = try nextTag() {
      switch tag.kind {
      case .item:
        use(upTo: tag.range.lowerBound)
        return record(try endOfItem(), channel)
      case .emptyItem, .itemEnd, .root, .channel: use(upTo: tag.range.upperBound)
      case .channelEnd:
        use(upTo: tag.range.upperBound)
        isDone = true
        return nil
      }
    }
    isDone = true
    throw ArticleError(
      file: stream.name, line: line + buffer.span.lines(in: at..<buffer.count),
      problem: "the file ends before </channel>: articles behind the \(count) read are missing",
      remedy: "get the whole file again; this one was cut off")
  }

  // MARK: Parts

  /// Reads what stands before the first item. A page comes back as the record that it is.
  private mutating func readHead() throws(ArticleError) -> ArticleRecord? {
    var frame: [UInt8] = []
    var hasChannel = false
    while let tag = try nextTag() {
      switch tag.kind {
      case .root:
        try checkDeclaration(before: tag.range.lowerBound)
        guard WXRTags.isNamed("rss", tag.range, in: buffer.span) else { return try other(tag.range) }
        frame = Array(buffer[tag.range])
      case .channel:
        hasChannel = true
        frame += buffer[tag.range]
      case .item, .emptyItem, .channelEnd:
        guard hasChannel else { throw notAnExport() }
        channel = try WXRChannel(
          head: Array(buffer[at..<tag.range.lowerBound]), frame: frame, file: stream.name, line: line)
        // The tag is looked at again, as the first of the items.
        use(upTo: tag.range.lowerBound)
        tags.look(againFrom: 0)
        return nil
      case .itemEnd: throw notAnExport()
      }
    }
    isDone = true
    if buffer.span.end(of: "</rss>", from: at) != nil { throw notAnExport() }
    throw ArticleError(
      file: stream.name, line: line + buffer.span.lines(in: at..<buffer.count),
      problem: "the file ends before its first <item>", remedy: "get the whole file again; this one was cut off")
  }

  private func notAnExport() -> ArticleError {
    ArticleError(
      file: stream.name, line: line, problem: "this is RSS, but not as WordPress exports it: it has no <channel>",
      remedy: "export the posts in WordPress under Tools, Export, or fetch them from the REST API as JSON")
  }

  /// A file whose root is not `rss`.
  private mutating func other(_ root: Range<Int>) throws(ArticleError) -> ArticleRecord {
    isDone = true
    let name = String(decoding: buffer[root].dropFirst().prefix { !isXMLSpace($0) && $0 != 0x3E }, as: UTF8.self)
    guard name.lowercased() == "html" else {
      throw ArticleError(
        file: stream.name, line: line, problem: "this is XML, but no export of WordPress: it begins with <\(name)>",
        remedy: name == "xliff"
          ? "give the articles as SOURCE, and XLIFF with --xliff"
          : "give WXR (Tools, Export in WordPress), JSON of the REST API, or a page of HTML")
    }
    while try fill() {}
    return ArticleRecord(kind: .html, bytes: Array(buffer[at...]), file: stream.name, line: line, number: 1)
  }

  /// - Throws: `ArticleError` where the XML declaration names another encoding than UTF-8.
  private func checkDeclaration(before root: Int) throws(ArticleError) {
    guard buffer[at...].starts(with: "<?xml".utf8), let end = buffer.span.end(of: "?>", from: at), end <= root else {
      return
    }
    let declaration = String(decoding: buffer[at..<end], as: UTF8.self)
    guard let key = declaration.firstRange(of: "encoding") else { return }
    let quoted = declaration[key.upperBound...].drop { $0 != "\"" && $0 != "'" }
    let name = quoted.dropFirst().prefix { $0 != quoted.first }.lowercased()
    guard !["utf-8", "utf8", "us-ascii", "ascii"].contains(name) else { return }
    throw ArticleError(
      file: stream.name, line: line, problem: "this file says that it is in \(name)",
      remedy: "convert it to UTF-8 (iconv -f \(name) -t UTF-8) and change its first line, or export it again")
  }

  /// Where the item that begins at `at` ends: behind its end tag, or where the next item begins, for one that lacks it.
  private mutating func endOfItem() throws(ArticleError) -> Int {
    while let tag = try nextTag() {
      switch tag.kind {
      case .itemEnd: return tag.range.upperBound
      case .item, .emptyItem, .channelEnd, .root, .channel:
        tags.look(againFrom: tag.range.lowerBound - at)
        return tag.range.lowerBound
      }
    }
    isDone = true
    let title = Article.title(ofUnfinished: Array(buffer[at...]))
    throw ArticleError(
      file: stream.name, line: line,
      problem: "the file ends inside the item that begins here\(title.map { " (\"\($0)\")" } ?? "")",
      remedy: "get the whole file again; this one was cut off")
  }

  private mutating func record(_ end: Int, _ channel: WXRChannel) -> ArticleRecord {
    count += 1
    let record = ArticleRecord(
      kind: .item(channel), bytes: Array(buffer[at..<end]), file: stream.name, line: line, number: count)
    use(upTo: end)
    return record
  }

  // MARK: Bytes

  private mutating func nextTag() throws(ArticleError) -> (kind: WXRTags.Kind, range: Range<Int>)? {
    while true {
      var search = tags
      let tag = search.next(in: buffer.span, from: at)
      tags = search
      if let tag { return tag }
      guard try fill() else { return nil }
    }
  }

  private mutating func use(upTo end: Int) {
    line += buffer.span.lines(in: at..<end)
    tags.advance(by: end - at)
    at = end
  }

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
}
