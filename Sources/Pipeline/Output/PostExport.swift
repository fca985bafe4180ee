// A composed post as an item for WordPress's importer (wordpress-importer 0.9, `process_posts()`), which takes fields as they
// stand, makes terms that are not there, and passes over a post whose title, date and type are those of one that is there.
internal import Configuration
internal import JSONTokens
internal import Publication
internal import WordPressFilter

/// Turns posts of one language into items of an export.
struct PostExport: Sendable {
  let profile: LocaleProfile
  let language: String
  let rules: TextRules
  /// The address of the site, where it is known.
  let site: String?

  /// Meta fields that are about the source's own past and editing, not about its text.
  private static let foreignMeta: Set<String> = [
    "_edit_lock", "_edit_last", "_wp_old_slug", "_wp_old_date", "_wp_desired_post_slug", "_wp_trash_meta_status",
    "_wp_trash_meta_time", "_encloseme", "_pingme",
  ]

  /// The head of the file: the source's, where that is an export.
  func head(_ channel: WXRChannel?) -> WXRHead {
    if let channel { return WXRHead(of: channel, language: language) }
    let address = site ?? ""
    let host = address.split(separator: "/").last.map(String.init) ?? ""
    return WXRHead(title: Array(host.utf8), link: address, language: language)
  }

  /// The item of `post`, which was made of `article`.
  func item(_ post: Post, of article: Article, _ remarks: inout [String]) -> WXRItem {
    // A file of the media library has no status of its own.
    let status = post.isMedia ? "inherit" : "draft"
    // An excerpt that nobody wrote is WordPress's to make.
    let excerpt = article.form == .raw && !article.hasOwnExcerpt ? [] : post.excerpt
    var item = WXRItem(
      title: post.title, content: post.content, excerpt: excerpt, type: article.type, status: status,
      slug: post.slug)
    item.adopt(article)
    item.id = Int(article.id)
    item.link = post.canonical
    // New, so that nothing takes the translation for its source, and the same each time.
    item.guid = site.map { "\($0)/?overzet=\(language)-\(article.fileName)" }
    if post.title == article.displayTitle, item.localDate != nil {
      item.localDate = item.localDate.map(Self.neighbour)
      item.date = item.date.map(Self.neighbour)
      remarks.append(
        "its title is the source's: its date is a second off, since the importer passes over posts of one title and date"
      )
    }
    item.terms = terms(of: item, article, &remarks)
    item.meta = post.meta.compactMap { key, json in
      guard !Self.foreignMeta.contains(key), !key.hasPrefix("_overzet_") else { return nil }
      return PHPSerialization.metaValue(json: json).map { (key, $0) }
    }
    if !post.advancedFields.isEmpty {
      remarks.append("the fields under \"acf\" have names there that an export does not take: left out")
    }
    item.meta += links(to: article)
    return item
  }

  private func terms(of item: WXRItem, _ article: Article, _ remarks: inout [String]) -> [Article.Term] {
    var terms = item.terms.map { term in
      guard term.domain == "category", let known = profile.categories[term.slug] else { return term }
      return Article.Term(domain: term.domain, slug: known.slug, name: Array(known.slug.utf8))
    }
    if article.terms.isEmpty, let slug = article.categorySlug {
      let known = profile.categories[slug]?.slug ?? slug
      terms.append(Article.Term(domain: "category", slug: known, name: Array(known.utf8)))
    }
    if article.categories.count > 1 || !article.tags.isEmpty {
      remarks.append("tags and further categories are given by number, and an export needs their names: left out")
    }
    return terms + [Article.Term(domain: "language", slug: language, name: Array(profile.name.utf8))]
  }

  /// Meta fields by which a translation is known to come from its source.
  private func links(to article: Article) -> [(key: String, value: [UInt8])] {
    var fields: [(key: String, value: [UInt8])] = [("_overzet_source_id", Array(article.id.utf8))]
    if let address = article.link ?? article.guid { fields.append(("_overzet_source", Array(address.utf8))) }
    fields.append(("_overzet_source_hash", Array("sha256:\(SourceHash(of: article, rules))".utf8)))
    return fields
  }

  /// A date a second away: the last digit's even or odd neighbour, so that the minute stays.
  private static func neighbour(of date: String) -> String {
    guard let last = date.last?.wholeNumberValue, date.count == 19 else { return date }
    return date.dropLast() + String(last ^ 1 > 9 ? last - 1 : last ^ 1)
  }
}
