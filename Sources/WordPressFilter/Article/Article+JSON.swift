// The JSON of WordPress's REST API: <https://developer.wordpress.org/rest-api/reference/posts/>.
internal import JSONTokens

extension Article {
  /// The post that a JSON object describes.
  /// - Parameters:
  ///   - bytes: one object, UTF-8.
  ///   - file, line: where it was read, for errors; `line` is that of its first byte.
  /// - Throws: `ArticleError` where it is not JSON, not UTF-8, or not a post.
  package init(json bytes: [UInt8], file: String, line: Int) throws(ArticleError) {
    let span = bytes.span
    let document: JSONDocument
    do {
      document = try JSONDocument(span)
    } catch {
      throw ArticleError(
        file: file, line: line + span.lines(before: error.offset), problem: "this is not JSON: \(error.problem)",
        remedy: "give one post, an array of posts, or a post a line, as the WordPress REST API answers them")
    }
    let object = RESTObject(document: document, bytes: bytes, index: 0)
    let notAPost = { (missing: String) in
      ArticleError(
        file: file, line: line, problem: "this is not a post: it has no \(missing)",
        remedy: "give what GET /wp-json/wp/v2/posts/ID answers, best with context=edit")
    }
    guard let id = object.integer("id") ?? object.string("id").flatMap({ Int($0) }) else { throw notAPost("\"id\"") }
    guard let content = object.object("content") else { throw notAPost("\"content\" with \"raw\" or \"rendered\"") }
    let form: Form
    if let raw = content.bytes("raw") {
      form = .raw
      self.init(id: String(id), form: form, content: raw, file: file, line: line)
    } else if let rendered = content.bytes("rendered") {
      // A post with a password whose content the site was asked for without it.
      guard !rendered.isEmpty || !content.isTrue("protected") else {
        throw ArticleError(
          file: file, line: line, problem: "the content of post \(id) is withheld: it is protected by a password",
          remedy: "fetch the post with context=edit")
      }
      form = .rendered
      self.init(id: String(id), form: form, content: rendered, file: file, line: line)
    } else {
      throw notAPost("\"content\" with \"raw\" or \"rendered\"")
    }
    read(object)
  }

  private mutating func read(_ object: RESTObject) {
    type = object.string("type") ?? "post"
    link = object.string("link")
    guid = object.object("guid")?.string("rendered")
    slug = object.string("slug")
    language = object.string("lang")
    modified = object.string("modified_gmt") ?? object.string("modified")
    date = object.string("date_gmt") ?? object.string("date")
    localDate = object.string("date")
    status = object.string("status")
    blockVersion = object.object("content")?.integer("block_version")
    title = object.text("title", form)
    excerpt = object.text("excerpt", form)
    hasOwnExcerpt = AutomaticExcerpt.isWrittenByHand(excerpt, of: self)
    categories = object.integers("categories")
    tags = object.integers("tags")
    featuredMedia = object.integer("featured_media")
    meta = object.object("meta")?.members ?? []
    advancedFields = object.object("acf")?.members ?? []
    categorySlug =
      object.strings("class_list").first { $0.hasPrefix("category-") }.map { String($0.dropFirst(9)) }
      ?? categoryOfLink
  }
}

extension Article {
  /// The category as the address tells it, where the answer does not (6.1 has no `class_list` yet): what stands
  /// before the slug, unless that is a language's folder.
  private var categoryOfLink: String? {
    guard let link, let slug, !categories.isEmpty else { return nil }
    let path = link.split(separator: "/").dropFirst(2)
    guard path.count > 1, path.last.map(String.init) == slug, let category = path.dropLast().last, category.count > 2
    else { return nil }
    return String(category)
  }
}

/// An object of the REST answer, read by key.
struct RESTObject {
  let document: JSONDocument
  let bytes: [UInt8]
  let index: Int

  private func value(_ key: StaticString) -> Int? { document.member(key, of: index, in: bytes.span) }

  func object(_ key: StaticString) -> RESTObject? {
    guard let value = value(key), document.nodes[value].kind == .object else { return nil }
    return RESTObject(document: document, bytes: bytes, index: value)
  }

  func bytes(_ key: StaticString) -> [UInt8]? {
    value(key).flatMap { document.string(at: $0, in: bytes.span) }
  }

  func string(_ key: StaticString) -> String? {
    bytes(key).map { String(decoding: $0, as: UTF8.self) }
  }

  func integer(_ key: StaticString) -> Int? {
    value(key).flatMap { document.integer(at: $0, in: bytes.span) }
  }

  func isTrue(_ key: StaticString) -> Bool {
    value(key).map { document.nodes[$0].kind == .true } ?? false
  }

  func integers(_ key: StaticString) -> [Int] {
    guard let value = value(key) else { return [] }
    return document.elements(of: value).compactMap { document.integer(at: $0, in: bytes.span) }
  }

  func strings(_ key: StaticString) -> [String] {
    guard let value = value(key) else { return [] }
    return document.elements(of: value).compactMap { element in
      document.string(at: element, in: bytes.span).map { String(decoding: $0, as: UTF8.self) }
    }
  }

  /// A field that comes as `{raw, rendered}`: the one that goes with `form`.
  func text(_ key: StaticString, _ form: Article.Form) -> [UInt8] {
    guard let field = object(key) else { return bytes(key) ?? [] }
    return (form == .raw ? field.bytes("raw") : nil) ?? field.bytes("rendered") ?? []
  }

  /// All members, as meta fields.
  var members: [Article.MetaField] {
    document.members(of: index).map { key, value in
      let node = document.nodes[value]
      let quote = node.kind == .string ? 1 : 0
      return Article.MetaField(
        key: String(decoding: document.string(at: key, in: bytes.span) ?? [], as: UTF8.self),
        text: document.string(at: value, in: bytes.span),
        json: Array(bytes[(node.range.lowerBound - quote)..<(node.range.upperBound + quote)]))
    }
  }
}

extension Span where Element == UInt8 {
  /// How many line feeds stand before `offset`.
  package func lines(before offset: Int) -> Int {
    var lines = 0
    for index in 0..<Swift.min(offset, count) where self[index] == 0x0A { lines += 1 }
    return lines
  }
}
