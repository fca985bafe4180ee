// The addresses of posts, from WordPress's permalink structure: https://wordpress.org/documentation/article/customize-permalinks/

/// A permalink structure such as `/nl/%category%/%postname%/`, read once and used for many posts.
package struct Permalink: Sendable, Equatable {
  /// The structure as it was written.
  package let pattern: String

  /// What a post gives to its address. Slugs may be percent-encoded, as WordPress gives them.
  package struct Values: Sendable, Equatable {
    /// The slug: `%postname%`.
    package var slug: String
    /// The category's slug, or path of slugs (`huid/littekens`): `%category%`.
    package var category: String?
    /// `%post_id%`.
    package var postID: Int?
    /// The date of publication, site-local, as WordPress writes it (`2026-04-15T15:08:41`; the day is enough): `%year%`,
    /// `%monthnum%`, `%day%`.
    package var date: String?

    /// What is known of a post.
    package init(slug: String, category: String? = nil, postID: Int? = nil, date: String? = nil) {
      self.slug = slug
      self.category = category
      self.postID = postID
      self.date = date
    }
  }

  private enum Part: Equatable {
    case literal(String)
    case placeholder(Placeholder)
  }

  private enum Placeholder: String, CaseIterable {
    case postname, category, post_id, year, monthnum, day
  }

  private let parts: [Part]

  /// Reads `pattern`.
  /// - Throws: `PermalinkError` for a placeholder that is not supported (`%author%`, `%hour%`), a stray `%`, and a
  ///   pattern that does not begin with `/`.
  package init(pattern: String) throws(PermalinkError) {
    self.pattern = pattern
    let hasDots = pattern.split(separator: "/").contains { $0 == "." || $0 == ".." }
    guard pattern.hasPrefix("/"), !hasDots, !pattern.contains(where: { $0 == "?" || $0 == "#" }) else {
      throw PermalinkError(
        subject: pattern, problem: "this is not a permalink pattern",
        remedy: "write a path that begins with /, such as /nl/%category%/%postname%/")
    }
    var parts: [Part] = []
    var rest = pattern[...]
    while let percent = rest.firstIndex(of: "%") {
      if percent > rest.startIndex { parts.append(.literal(String(rest[..<percent]))) }
      let after = rest[rest.index(after: percent)...]
      let name = after.prefix { $0 == "_" || ("a"..."z").contains($0) }
      if !name.isEmpty, after[name.endIndex...].first == "%" {
        parts.append(.placeholder(try Self.placeholder(String(name), in: pattern)))
        rest = after[name.endIndex...].dropFirst()
      } else if after.prefix(2).count == 2, after.prefix(2).allSatisfy(\.isHexDigit) {
        parts.append(.literal("%" + after.prefix(2)))
        rest = after.dropFirst(2)
      } else {
        throw PermalinkError(
          subject: pattern, problem: "a % stands alone",
          remedy: "write %25 for a percent sign, or close the placeholder")
      }
    }
    if !rest.isEmpty { parts.append(.literal(String(rest))) }
    self.parts = parts
  }

  /// The absolute address of a post on the site at `site`, such as `https://example.org` or `https://example.org/blog/`.
  /// Percent-encoded where needed; what is encoded already stays so.
  /// - Throws: `PermalinkError` for a placeholder whose value is missing or can't be part of a path (`..`, empty), and
  ///   for a `site` that is no http or https address.
  package func address(site: String, _ values: Values) throws(PermalinkError) -> String {
    let base = try SiteAddress(site)
    var path = ""
    for part in parts {
      switch part {
      case .literal(let text): path += PercentEncoding.pathPart(text, keeping: "/:@!$&'()*+,;=%")
      case .placeholder(let placeholder): path += try value(of: placeholder, values)
      }
    }
    return base.prefix + path
  }

  private static func placeholder(_ name: String, in pattern: String) throws(PermalinkError) -> Placeholder {
    if let placeholder = Placeholder(rawValue: name) { return placeholder }
    let known = Placeholder.allCases.map { "%\($0.rawValue)%" }.joined(separator: ", ")
    throw PermalinkError(
      subject: pattern, problem: "the placeholder %\(name)% is not supported", remedy: "use one of \(known)")
  }

  private func value(of placeholder: Placeholder, _ values: Values) throws(PermalinkError) -> String {
    switch placeholder {
    case .postname: return try pathPart(values.slug, placeholder, "give the post a slug")
    case .post_id:
      guard let id = values.postID else { throw missing(placeholder, "an unsaved post has no id: leave %post_id% out") }
      return String(id)
    case .category:
      let path = values.category ?? ""
      var result: [String] = []
      for slug in path.split(separator: "/", omittingEmptySubsequences: true) {
        result.append(try pathPart(String(slug), placeholder, "mend the category's slug"))
      }
      guard !result.isEmpty else { throw missing(placeholder, "name the category under `categories` in locale.yml") }
      return result.joined(separator: "/")
    case .year: return try date(values, placeholder)[0]
    case .monthnum: return try date(values, placeholder)[1]
    case .day: return try date(values, placeholder)[2]
    }
  }

  private func pathPart(
    _ text: String, _ placeholder: Placeholder, _ remedy: String
  ) throws(PermalinkError) -> String {
    guard !text.isEmpty else { throw missing(placeholder, remedy) }
    guard text != ".", text != "..", !text.contains("/"), !text.contains("\\") else {
      throw PermalinkError(
        subject: pattern, problem: "\"\(text)\" can't stand for %\(placeholder.rawValue)% in an address", remedy: remedy
      )
    }
    return PercentEncoding.pathPart(text)
  }

  /// Year, month and day of the date, as many digits as WordPress writes.
  private func date(_ values: Values, _ placeholder: Placeholder) throws(PermalinkError) -> [String] {
    let remedy = "give the date of publication as YYYY-MM-DD"
    guard let date = values.date else { throw missing(placeholder, remedy) }
    let fields = date.prefix(10).split(separator: "-", omittingEmptySubsequences: false)
    guard fields.map(\.count) == [4, 2, 2], fields.joined().allSatisfy({ ("0"..."9").contains($0) }) else {
      throw PermalinkError(subject: pattern, problem: "\"\(date)\" is no date", remedy: remedy)
    }
    return fields.map(String.init)
  }

  private func missing(_ placeholder: Placeholder, _ remedy: String) -> PermalinkError {
    PermalinkError(subject: pattern, problem: "nothing to put for %\(placeholder.rawValue)%", remedy: remedy)
  }
}
