// What a post's meta field holds (`custom-fields/custom-field` of wpml-config.xml).

/// The rule of the meta fields of one name, or of a pattern of names.
struct FieldRule: Sendable {
  /// How a field's text is read.
  enum Syntax: String, Sendable, CaseIterable {
    /// Text for a search engine's page: references may occur, tags may not, `%title%` is a code.
    case plain
    /// HTML within one paragraph.
    case inline
    /// HTML with blocks and shortcodes.
    case content
    /// JSON whose strings are texts by the rule's keys.
    case json
    /// The JSON in which Elementor keeps a page.
    case elementor
  }

  var pattern: NamePattern
  var action: TextRules.Action
  /// Begins the ids of units: an NMTOKEN; nil: made of the field's own name.
  var name: String?
  /// What a translator is told that it is.
  var label: String?
  /// The most characters that are shown of it.
  var maximumLength: Int?
  var syntax: Syntax = .inline
  /// What of the JSON in it is text; all where there is none.
  var keys: [KeyRule] = []
  /// The field `_NAME` must stand beside it and be like this (ACF: `field_*`).
  var beside: NamePattern?
  /// Only what looks like prose is text.
  var isOnlyProse = false

  /// The unit ids' begin for the field `key`.
  func unitName(of key: String) -> String {
    if let name { return name }
    let safe = key.utf8.map { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: byte
      default: UInt8(ascii: "_")
      }
    }
    return "meta." + String(decoding: safe, as: UTF8.self)
  }
}
