// An item of a WordPress export as an article. Content, excerpt and title are what the database holds, as the importer takes
// them: character data, to be read as HTML, whether CDATA or text.
internal import XMLStream

extension Article {
  /// The article of one item.
  /// - Parameters:
  ///   - bytes: from `<item` to `</item>`, UTF-8.
  ///   - channel: the head of its file.
  ///   - file, line: where it begins, for errors.
  ///   - number: its place among the items, from 1: its id where it has none.
  /// - Throws: `ArticleError` where it is not well-formed.
  init(wxr bytes: [UInt8], channel: WXRChannel, file: String, line: Int, number: Int) throws(ArticleError) {
    var item = WXRItemReader()
    let reader = XMLReader(
      bytes: channel.frame + WXRItemBytes.parsable(bytes) + Array("</channel></rss>".utf8), file: file)
    do {
      try item.read(reader)
    } catch {
      // What stands before the item is one line, or as many as the start tags have.
      throw ArticleError(error, file: file, line: line - channel.frameLines)
    }
    self.init(item: item, file: file, line: line, number: number)
  }

  /// The title of an item that is cut off, as far as it goes.
  static func title(ofUnfinished bytes: [UInt8]) -> String? {
    var item = WXRItemReader()
    let frame = Array("<rss xmlns:wp=\"w\" xmlns:dc=\"d\" xmlns:content=\"c\" xmlns:excerpt=\"e\"><channel>".utf8)
    // It must fail: what it had read before is all that is wanted.
    do { try item.read(XMLReader(bytes: frame + bytes, file: "")) } catch {}
    let title = trimmed(item.string(.rss, "title") ?? "")
    return title.isEmpty ? nil : title
  }

  private init(item: WXRItemReader, file: String, line: Int, number: Int) {
    let wp = { (name: String) in item.string(.export, name).map(trimmed).flatMap { $0.isEmpty ? nil : $0 } }
    let link = item.string(.rss, "link").map(trimmed).flatMap { $0.isEmpty ? nil : $0 }
    let guid = item.string(.rss, "guid").map(trimmed)
    let id = wp("post_id") ?? Self.identifier(inAddress: guid) ?? Self.identifier(inAddress: link) ?? "item-\(number)"
    self.init(
      id: id, form: .raw, content: item.bytes(.content, "encoded") ?? [], file: file, line: line)
    type = wp("post_type") ?? "post"
    status = wp("status")
    slug = wp("post_name")
    self.link = link
    self.guid = guid
    author = item.string(.creator, "creator").map(trimmed)
    title = item.bytes(.rss, "title") ?? []
    excerpt = item.bytes(.excerpt, "encoded") ?? []
    localDate = Self.date(wp("post_date"))
    date = Self.date(wp("post_date_gmt")) ?? localDate
    modified = Self.date(wp("post_modified_gmt")) ?? Self.date(wp("post_modified"))
    attachmentAddress = wp("attachment_url")
    terms = item.terms
    language = terms.first { $0.domain == "language" }?.slug
    categorySlug = terms.first { $0.domain == "category" }?.slug
    meta = item.meta
    featuredMedia = meta.first { $0.key == "_thumbnail_id" }?.text.flatMap { Int(String(decoding: $0, as: UTF8.self)) }
    for name in Self.settings {
      if let value = wp(name) { settings.append(Setting(name: name, value: value)) }
    }
    hasOwnExcerpt = AutomaticExcerpt.isWrittenByHand(excerpt, of: self)
    passingOver = WXRItemKind.reasonToPassOver(type: type, status: status ?? "")
    if type == "attachment", !hasTextOfAttachment {
      passingOver = "attachments without caption, description or alt text"
    }
  }

  /// An attachment's title is mostly its file's name: what people wrote of it stands in the other three.
  private var hasTextOfAttachment: Bool {
    if hasOwnExcerpt || content.contains(where: { !isXMLSpace($0) }) { return true }
    return meta.contains { $0.key == "_wp_attachment_image_alt" && $0.text?.isEmpty == false }
  }

  /// What an import needs to make the same kind of post.
  private static let settings = [
    "comment_status", "ping_status", "post_parent", "menu_order", "post_password", "is_sticky",
  ]

  /// `2026-05-18 06:55:40` as REST writes it; nil for WordPress's zero, which stands for no date.
  private static func date(_ text: String?) -> String? {
    guard let text, !text.hasPrefix("0000") else { return nil }
    return text.replacing(" ", with: "T")
  }

  /// The number in `…?p=19` or `…&page_id=19`, for files of hand-made exports that leave `wp:post_id` out.
  private static func identifier(inAddress address: String?) -> String? {
    guard let query = address?.split(separator: "?", maxSplits: 1).dropFirst().first else { return nil }
    for part in query.split(whereSeparator: { $0 == "&" || $0 == "#" || $0 == ";" }) {
      for key in ["p=", "page_id=", "attachment_id="] where part.hasPrefix(key) {
        let number = part.dropFirst(key.count)
        if !number.isEmpty, number.allSatisfy({ $0.isASCII && $0.isNumber }) { return String(number) }
      }
    }
    return nil
  }
}

extension ArticleError {
  /// What is wrong with XML that begins in `line` of `file`: libxml2 counted from there, in its message too.
  init(_ error: XMLError, file: String, line: Int) {
    var problem = ""
    var rest = error.problem[...]
    while let word = rest.firstRange(of: " line ") {
      problem += rest[..<word.upperBound]
      let digits = rest[word.upperBound...].prefix { $0.isASCII && $0.isNumber }
      problem += Int(digits).map { String($0 + line - 1) } ?? String(digits)
      rest = rest[digits.endIndex...]
    }
    self.init(
      file: file, line: max(1, error.line + line - 1), problem: problem + rest, remedy: error.remedy)
  }
}
