// What goes out: the body of a request to WordPress's REST API, and a page to look at.
internal import JSONTokens

/// A localized post, ready for `POST /wp-json/wp/v2/posts`.
package struct Post: Sendable, Equatable {
  /// BCP 47 tag, for Polylang's and WPML's `lang`.
  package var language: String
  /// HTML.
  package var title: [UInt8]
  package var content: [UInt8]
  package var excerpt: [UInt8]
  package var slug: String
  /// The address that search engines shall know it by.
  package var canonical: String?
  /// Members of `meta`: a key, and the value as JSON.
  package var meta: [(key: String, json: [UInt8])]
  /// Members of `acf`, likewise, where the source has it.
  package var advancedFields: [(key: String, json: [UInt8])]
  package var categories: [Int]
  package var tags: [Int]
  package var featuredMedia: Int?
  /// Whether it is a file of the media library, whose texts have names of their own.
  package var isMedia = false
  /// Whether the content must not be written to WordPress: it then stands where WordPress reads nothing,
  /// `{"rendered": …}`.
  package var isContentReadOnly = false
  /// Where it came from: a key, and the value as JSON; kept under `overzet`, which WordPress passes over.
  package var provenance: [(key: String, json: [UInt8])]

  /// A post without categories and fields, which are then set.
  package init(language: String, title: [UInt8], content: [UInt8], excerpt: [UInt8], slug: String) {
    self.language = language
    self.title = title
    self.content = content
    self.excerpt = excerpt
    self.slug = slug
    meta = []
    advancedFields = []
    categories = []
    tags = []
    provenance = []
  }

  package static func == (left: Post, right: Post) -> Bool { left.payload == right.payload }

  /// The request's body: always a draft, for nothing goes live unseen.
  package var payload: [UInt8] {
    if isMedia { return mediaPayload }
    var writer = JSONObjectWriter(capacity: content.count + content.count / 8 + 4096)
    writer.member("title", string: title)
    if isContentReadOnly {
      writer.member("content", object: [("rendered", JSONString.encoded(content))])
    } else {
      writer.member("content", string: content)
    }
    writer.member("excerpt", string: excerpt)
    writer.member("slug", string: [UInt8](slug.utf8))
    writer.member("status", string: [UInt8]("draft".utf8))
    writer.member("lang", string: [UInt8](language.utf8))
    writer.member("meta", object: meta)
    if !advancedFields.isEmpty { writer.member("acf", object: advancedFields) }
    writer.member("categories", numbers: categories)
    writer.member("tags", numbers: tags)
    if let featuredMedia { writer.member("featured_media", json: [UInt8](String(featuredMedia).utf8)) }
    writer.member("overzet", object: provenance)
    return writer.finish()
  }

  /// The body of a request to `/wp-json/wp/v2/media/ID`.
  private var mediaPayload: [UInt8] {
    var writer = JSONObjectWriter()
    writer.member("title", string: title)
    writer.member("caption", string: excerpt)
    writer.member("description", string: content)
    if let alternative = meta.first(where: { $0.key == "_wp_attachment_image_alt" }) {
      writer.member("alt_text", json: alternative.json)
    }
    writer.member("slug", string: [UInt8](slug.utf8))
    writer.member("lang", string: [UInt8](language.utf8))
    writer.member("overzet", object: provenance)
    return writer.finish()
  }
}

/// Writes a JSON object, a member a line.
package struct JSONObjectWriter {
  private var output: [UInt8]
  private var isEmpty = true
  private let indent: String

  /// - Parameters:
  ///   - depth: levels of objects around this one.
  ///   - capacity: how many bytes there is room for at first.
  package init(depth: Int = 0, capacity: Int = 256) {
    indent = String(repeating: "  ", count: depth)
    output = []
    output.reserveCapacity(capacity)
    output.append(0x7B)
  }

  /// A member whose value is `json` as it stands.
  package mutating func member(_ key: String, json: [UInt8]) {
    begin(key)
    output += json
  }

  private mutating func begin(_ key: String) {
    output += (isEmpty ? "\n" : ",\n").utf8
    isEmpty = false
    output += (indent + "  ").utf8
    JSONString.append([UInt8](key.utf8), to: &output)
    output += ": ".utf8
  }

  /// A member whose value is a text, in UTF-8.
  package mutating func member(_ key: String, string: [UInt8]) {
    begin(key)
    JSONString.append(string, to: &output)
  }

  /// A member whose value is a list of numbers.
  package mutating func member(_ key: String, numbers: [Int]) {
    member(key, json: [UInt8]("[\(numbers.map(String.init).joined(separator: ", "))]".utf8))
  }

  /// A member whose value is an object.
  package mutating func member(_ key: String, object: [(key: String, json: [UInt8])]) {
    var writer = JSONObjectWriter(depth: indent.count / 2 + 1)
    for (key, json) in object { writer.member(key, json: json) }
    member(key, json: writer.finishObject())
  }

  /// A member whose value is a list of `values`, each JSON as it stands.
  package mutating func member(_ key: String, array values: [[UInt8]]) {
    guard !values.isEmpty else { return member(key, json: [0x5B, 0x5D]) }
    let gap = [UInt8]("\n\(indent)    ".utf8)
    var list: [UInt8] = [0x5B]
    for (index, value) in values.enumerated() {
      if index > 0 { list.append(0x2C) }
      list += gap + value
    }
    member(key, json: list + [UInt8]("\n\(indent)  ]".utf8))
  }

  /// The object, and a line feed behind it.
  package mutating func finish() -> [UInt8] {
    close()
    output.append(0x0A)
    return output
  }

  /// The object.
  package mutating func finishObject() -> [UInt8] {
    close()
    return output
  }

  private mutating func close() {
    output += (isEmpty ? "}" : "\n" + indent + "}").utf8
  }
}
