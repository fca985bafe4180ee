// What comes in: one post, as a source gave it.
internal import Glibc
internal import HTMLTokens
internal import JSONTokens

/// One WordPress post, or one HTML page, with what Overzet needs of it.
package struct Article: Sendable {
  /// How much of the post the source held.
  package enum Form: String, Sendable {
    /// `content.raw`: block comments and shortcodes as they are stored (`context=edit`).
    case raw
    /// Only `content.rendered`: what a reader's browser gets. Blocks can't be restored from it.
    case rendered
    /// A page of HTML that is no post.
    case page
  }

  /// The post's id, or for a page the name of its file; not safe as a file name, see `fileName`.
  package var id: String
  /// `post`, `page` or a custom type.
  package var type: String
  package var form: Form
  /// The address it is published under, as the site says.
  package var link: String?
  /// WordPress's `guid`, an address that never changes.
  package var guid: String?
  package var slug: String?
  /// BCP 47 tag of the text, where the source states one.
  package var language: String?
  /// GMT, as the source writes it.
  package var modified: String?
  package var date: String?
  /// HTML without block elements.
  package var title: [UInt8]
  /// HTML.
  package var content: [UInt8]
  /// HTML; whether people wrote it is `hasOwnExcerpt`.
  package var excerpt: [UInt8]
  /// Whether the excerpt was written by hand and not cut from the content by WordPress.
  package var hasOwnExcerpt: Bool
  /// The REST field `meta`, in its order.
  package var meta: [MetaField]
  /// The REST field `acf`, which Advanced Custom Fields adds, in its order.
  package var advancedFields: [MetaField]
  package var categories: [Int]
  package var tags: [Int]
  package var featuredMedia: Int?
  /// Slug of the (first) category, where the source tells it.
  package var categorySlug: String?
  /// Where it was read: a file's name, and the line it begins in, from 1.
  package var file: String
  package var line: Int

  /// One member of `meta`.
  package struct MetaField: Sendable, Equatable {
    package var key: String
    /// The value's bytes where it is a string: mostly plain text, often with `&amp;` in it.
    package var text: [UInt8]?
    /// The value as JSON.
    package var json: [UInt8]
  }

  /// An article with a content only; the rest is set by the source that reads it.
  package init(id: String, form: Form, content: [UInt8], file: String, line: Int) {
    self.id = id
    self.form = form
    self.content = content
    self.file = file
    self.line = line
    type = "post"
    title = []
    excerpt = []
    hasOwnExcerpt = false
    meta = []
    advancedFields = []
    categories = []
    tags = []
  }

  /// The id as a file's name: letters, digits, `-` and `_` stand, every other byte is written `%XX`. Never empty, never a
  /// path, and no longer than file systems take: of a long one the begin and a hash are left, so that no two share a name.
  package var fileName: String {
    var name = ""
    for byte in id.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: name.unicodeScalars.append(Unicode.Scalar(byte))
      default: name += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
    guard name.utf8.count > 150 else { return name.isEmpty ? "%" : name }
    var begin = name.prefix(130)
    // An escape that the cut has torn goes whole.
    if let escape = begin.suffix(2).lastIndex(of: "%") { begin = begin[..<escape] }
    return "\(begin)-\(SourceHash(of: Array(id.utf8)).description.prefix(16))"
  }

  /// The title as a reader sees it: without tags, character references decoded.
  package var plainTitle: String {
    var draft = UnitDraft()
    var tokenizer = HTMLTokenizer()
    let title = displayTitle
    while let token = tokenizer.next(in: title.span) {
      if token.kind == .characters { draft.appendText(token.range, hasReferences: true) }
    }
    return draft.settle(in: title.span) ? String(decoding: draft.text, as: UTF8.self) : ""
  }

  /// What can't be had from the article in the form it was given in, in words for people.
  package var remarks: [String] {
    guard form == .rendered else { return [] }
    let bytes = content.span
    let hasFAQ = bytes.contains("rank-math-block") || bytes.contains("schema-faq")
    return [
      "only content.rendered is given: block comments\(hasFAQ ? " and the FAQ's structured data" : "") can't be restored; "
        + "fetch the post with context=edit to keep them"
    ]
  }

  /// Whether the content is made of blocks; classic posts have none.
  package var hasBlocks: Bool { form == .raw && content.span.contains("<!-- wp:") }
}

/// An article that can't be read: where, what is wrong, and what to do.
package struct ArticleError: Error, Sendable, Equatable {
  package var file: String
  /// From 1; 0 where no line can be named.
  package var line: Int
  package var problem: String
  package var remedy: String

  /// A problem at a place.
  package init(file: String, line: Int, problem: String, remedy: String) {
    self.file = file
    self.line = line
    self.problem = problem
    self.remedy = remedy
  }
}

extension Span where Element == UInt8 {
  /// Whether `needle` stands anywhere in these bytes.
  func contains(_ needle: StaticString) -> Bool {
    let length = needle.utf8CodeUnitCount
    return withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return false }
      var at = 0
      while at + length <= bytes.count,
        let found = memchr(base + at, Int32(needle.utf8Start[0]), bytes.count - length + 1 - at)
      {
        if memcmp(found, needle.utf8Start, length) == 0 { return true }
        at = UnsafeRawPointer(found) - base + 1
      }
      return false
    }
  }
}

extension Article {
  /// Puts the bytes of a field back, in every form it is kept in.
  mutating func set(_ bytes: [UInt8], in place: ArticleField.Place) {
    switch place {
    case .title: title = bytes
    case .content: content = bytes
    case .excerpt: excerpt = bytes
    case .metaText(let index):
      meta[index].text = bytes
      meta[index].json = JSONString.encoded(bytes)
    case .metaValue(let index): meta[index].set(json: bytes)
    case .advancedField(let index): advancedFields[index].set(json: bytes)
    }
  }
}

extension Article.MetaField {
  /// Sets the value, which is JSON.
  fileprivate mutating func set(json: [UInt8]) {
    self.json = json
    guard text != nil, let document = try? JSONDocument(json.span) else { return }
    text = document.string(at: 0, in: json.span)
  }
}
