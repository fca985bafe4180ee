// A translated post is canonical to itself: a canonical that names the source, or an address that is neither, tells
// search engines to drop the translation.
package import Configuration

/// Canonical addresses of translated posts.
package enum Canonical {
  /// The address that a post has in the locale of `profile`, which is its canonical one.
  /// - Parameters:
  ///   - site: the site's base address, such as `https://example.org`.
  ///   - sourceCategory: the slug of the source post's category; the profile says what it is in this locale. One that
  ///     the profile doesn't know keeps its slug.
  /// - Throws: `PermalinkError` as `Permalink` does.
  package static func address(
    _ profile: LocaleProfile, site: String, slug: String, sourceCategory: String? = nil, postID: Int? = nil,
    date: String? = nil
  ) throws(PermalinkError) -> String {
    let category = sourceCategory.map { profile.categories[$0]?.slug ?? $0 }
    return try Permalink(pattern: profile.permalink)
      .address(site: site, Permalink.Values(slug: slug, category: category, postID: postID, date: date))
  }

  /// Whether `canonical`, found in a field that is about to be copied from the source post, must not reach the
  /// translation, whose own address is `address`. True for everything but an empty field and `address` itself; letter
  /// case of scheme, host and octets, a default port, a fragment and a slash at the end make no difference.
  package static func mustDrop(_ canonical: String, address: String) -> Bool {
    let trimmed = canonical.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if trimmed.isEmpty { return false }
    guard let one = SiteAddress(lenient: trimmed), let other = SiteAddress(lenient: address) else {
      return trimmed != address
    }
    return one.normalized != other.normalized
  }
}
