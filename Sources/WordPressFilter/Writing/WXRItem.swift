// What goes into a WordPress export, as values.

/// The head of an export.
package struct WXRHead: Sendable, Equatable {
  package var title: [UInt8]
  /// The site's address.
  package var link: String
  package var description: [UInt8]
  /// BCP 47 tag of the items.
  package var language: String
  package var baseSiteAddress: String
  package var baseBlogAddress: String
  /// Authors and terms, which the importer makes before the first post.
  package var entries: [WXRChannel.Entry]

  /// A head without authors and terms.
  package init(title: [UInt8], link: String, language: String) {
    self.title = title
    self.link = link
    self.language = language
    description = []
    baseSiteAddress = link
    baseBlogAddress = link
    entries = []
  }

  /// The head of `channel` for items in `language`. Terms that tie posts to their translations, languages and menus stay
  /// away: they are about the source.
  package init(of channel: WXRChannel, language: String) {
    self.init(title: channel.title, link: channel.link ?? channel.baseBlogAddress ?? "", language: language)
    description = channel.description
    baseSiteAddress = channel.baseSiteAddress ?? link
    baseBlogAddress = channel.baseBlogAddress ?? baseSiteAddress
    entries = channel.entries.filter { entry in
      guard let taxonomy = entry.members.first(where: { $0.name == "term_taxonomy" }) else { return true }
      return !WXRItem.foreignDomains.contains(String(decoding: taxonomy.text, as: UTF8.self))
    }
  }
}

/// One item of an export.
package struct WXRItem: Sendable, Equatable {
  /// HTML, as the database holds it.
  package var title: [UInt8]
  package var content: [UInt8]
  package var excerpt: [UInt8]
  package var link: String?
  package var guid: String?
  /// The author's login.
  package var author: String?
  package var id: Int?
  package var type: String
  package var status: String
  package var slug: String
  /// As REST writes them, `2026-05-18T08:55:40`; the second is GMT.
  package var localDate: String?
  package var date: String?
  package var attachmentAddress: String?
  package var settings: [Article.Setting]
  package var terms: [Article.Term]
  package var meta: [(key: String, value: [UInt8])]

  /// Taxonomies that say how posts hang together in the source: languages, links between translations, menus.
  static let foreignDomains: Set<String> = [
    "language", "term_language", "post_translations", "term_translations", "nav_menu", "translation_priority",
  ]

  /// An item with its text; the rest is set by whoever knows it.
  package init(title: [UInt8], content: [UInt8], excerpt: [UInt8], type: String, status: String, slug: String) {
    self.title = title
    self.content = content
    self.excerpt = excerpt
    self.type = type
    self.status = status
    self.slug = slug
    settings = []
    terms = []
    meta = []
  }

  /// Takes over what a translation has in common with its source: author, dates, settings, and terms but for those that say
  /// in which language the source is and what it hangs together with.
  package mutating func adopt(_ source: Article) {
    author = source.author
    localDate = source.localDate ?? source.date
    date = source.date
    attachmentAddress = source.attachmentAddress
    settings = source.settings
    terms = source.terms.filter { !Self.foreignDomains.contains($0.domain) }
  }

  package static func == (left: WXRItem, right: WXRItem) -> Bool {
    var one = WXRWriter()
    var other = WXRWriter()
    one.item(left)
    other.item(right)
    return one.take() == other.take()
  }
}
