// Which fields of a post hold text, and what is done with the others.

/// A part of an article that is looked at for text.
struct ArticleField {
  /// What the bytes of a field are.
  enum Syntax {
    /// HTML with blocks and shortcodes.
    case content
    /// HTML within one paragraph.
    case inline
    /// Text for a search engine's page: entities may occur, tags may not.
    case plain
  }

  /// Begins the unit ids and names the field in XLIFF: an NMTOKEN.
  let name: String
  /// What a translator is told that it is.
  let label: String
  /// The key in `meta`, for such a field.
  let metaKey: String?
  let syntax: Syntax
  let bytes: [UInt8]
  /// The most characters that search engines show of it, where that is known.
  let maximumLength: Int?
}

/// The fields of plug-ins that hold text, by the names that these plug-ins have registered.
package enum FieldRules {
  /// What becomes of a meta field in the translated post: the words of WPML's `wpml-config.xml`.
  package enum Action: Sendable, Equatable {
    /// Its text is a unit.
    case translate
    /// It is the same in every language.
    case copy
    /// It is the source's own address: a copy of it in a translation takes that out of the search engines.
    case replace
  }

  private struct Rule {
    let name: String
    let label: String
    let maximumLength: Int?
  }

  private static let translated: [String: Rule] = [
    "_wp_attachment_image_alt": Rule(name: "image-alt", label: "alternative text", maximumLength: nil),
    "rank_math_title": Rule(name: "seo-title", label: "SEO title", maximumLength: 60),
    "rank_math_description": Rule(name: "seo-description", label: "SEO description", maximumLength: 160),
    "rank_math_focus_keyword": Rule(name: "focus-keyword", label: "focus keyword", maximumLength: nil),
    "rank_math_facebook_title": Rule(name: "facebook-title", label: "title on Facebook", maximumLength: nil),
    "rank_math_facebook_description": Rule(
      name: "facebook-description", label: "description on Facebook", maximumLength: nil),
    "rank_math_twitter_title": Rule(name: "twitter-title", label: "title on Twitter", maximumLength: nil),
    "rank_math_twitter_description": Rule(
      name: "twitter-description", label: "description on Twitter", maximumLength: nil),
    "_yoast_wpseo_title": Rule(name: "seo-title", label: "SEO title", maximumLength: 60),
    "_yoast_wpseo_metadesc": Rule(name: "seo-description", label: "SEO description", maximumLength: 160),
    "_yoast_wpseo_focuskw": Rule(name: "focus-keyword", label: "focus keyword", maximumLength: nil),
    "_yoast_wpseo_opengraph-title": Rule(name: "facebook-title", label: "title on Facebook", maximumLength: nil),
    "_yoast_wpseo_opengraph-description": Rule(
      name: "facebook-description", label: "description on Facebook", maximumLength: nil),
    "_yoast_wpseo_twitter-title": Rule(name: "twitter-title", label: "title on Twitter", maximumLength: nil),
    "_yoast_wpseo_twitter-description": Rule(
      name: "twitter-description", label: "description on Twitter", maximumLength: nil),
  ]

  /// What is done with the meta field `key`.
  package static func action(for key: String) -> Action {
    if translated[key] != nil { return .translate }
    // Plug-ins' keys for it differ, but all of them say what it is.
    return key.lowercased().contains("canonical") ? .replace : .copy
  }

  /// The text of the first field of `article` that is translated as `name`, whichever plug-in's it is, and not empty.
  static func text(named name: String, of article: Article) -> [UInt8]? {
    article.meta.first { translated[$0.key]?.name == name && $0.text?.isEmpty == false }?.text
  }

  /// The fields of `article` that are looked at for text, in the order in which a translator reads them.
  static func fields(of article: Article) -> [ArticleField] {
    var fields: [ArticleField] = []
    if !article.title.isEmpty {
      fields.append(
        ArticleField(
          name: "title", label: "title", metaKey: nil, syntax: .inline, bytes: article.title, maximumLength: nil))
    }
    fields.append(
      ArticleField(
        name: "content", label: "content", metaKey: nil, syntax: .content, bytes: article.content, maximumLength: nil))
    if article.hasOwnExcerpt {
      fields.append(
        ArticleField(
          name: "excerpt", label: "excerpt", metaKey: nil, syntax: .content, bytes: article.excerpt, maximumLength: nil
        ))
    }
    for meta in article.meta {
      guard let rule = translated[meta.key], let text = meta.text, !text.isEmpty else { continue }
      fields.append(
        ArticleField(
          name: rule.name, label: rule.label, metaKey: meta.key, syntax: .plain, bytes: text,
          maximumLength: rule.maximumLength))
    }
    return fields
  }
}

extension Article {
  /// What the SEO plug-in shows to search engines as the title; as it is stored, references and all.
  package var seoTitle: [UInt8]? { FieldRules.text(named: "seo-title", of: self) }
  /// What it shows as the description.
  package var seoDescription: [UInt8]? { FieldRules.text(named: "seo-description", of: self) }
}
