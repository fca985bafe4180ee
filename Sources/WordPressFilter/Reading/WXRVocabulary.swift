// The names of WordPress's export format, WXR 1.0 to 1.2 (wp-admin/includes/export.php). Prefixes mean nothing; versions
// differ in the namespace's address only, and files with `https` are about too.
internal import XMLStream

/// Which of the format's namespaces a name is in.
enum WXRNamespace: Equatable {
  /// RSS itself, which has none.
  case rss
  case content, creator, export, excerpt, other

  /// The namespace with that URI.
  init(_ uri: String) {
    switch uri {
    case "": self = .rss
    case "http://purl.org/rss/1.0/modules/content/": self = .content
    case "http://purl.org/dc/elements/1.1/": self = .creator
    default:
      guard let version = Self.version(uri) else {
        self = .other
        return
      }
      self = version.hasSuffix("excerpt/") ? .excerpt : .export
    }
  }

  /// What follows `export/` in an address of WordPress's own.
  private static func version(_ uri: String) -> Substring? {
    for begin in ["http://wordpress.org/export/", "https://wordpress.org/export/"] where uri.hasPrefix(begin) {
      return uri.dropFirst(begin.count)
    }
    return nil
  }
}

/// An item's type and status: what of an export holds text that people read.
enum WXRItemKind {
  /// Types that hold settings, or copies of what stands in another item.
  private static let withoutText: Set<String> = [
    "nav_menu_item", "revision", "customize_changeset", "oembed_cache", "wp_global_styles", "user_request",
    "wp_font_family", "wp_font_face",
    // Of plug-ins: fields and types of ACF's, forms and what was sent in by them, snippets, orders, jobs, layouts' conditions.
    "acf-field", "acf-field-group", "acf-post-type", "acf-taxonomy", "acf-ui-options-page", "custom_css", "wpforms",
    "wpcf7_contact_form", "elementor_snippet", "elementor_font", "elementor_icons", "nf_sub", "shop_order",
    "shop_order_refund", "shop_order_placehold", "shop_coupon", "scheduled-action", "et_theme_builder",
  ]
  /// What such types begin with: notices of Awesome Motive's plug-ins.
  private static let beginsWithoutText = ["amn_"]

  /// Why an item of that type and status is not translated, in words behind a number; nil where it is.
  static func reasonToPassOver(type: String, status: String) -> String? {
    if status == "trash" { return "in the trash" }
    if status == "auto-draft" { return "never saved (auto-draft)" }
    let isWithoutText = withoutText.contains(type) || beginsWithoutText.contains(where: type.hasPrefix)
    return isWithoutText ? "of type \(type)" : nil
  }
}
