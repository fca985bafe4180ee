// The characters that WordPress treats specially in slugs. They are compared in their percent-encoded form, because a
// title may hold that form already.

/// What becomes of certain characters in a slug; see `Slug`.
enum SlugCharacters {
  /// What may become of a character.
  enum Fate { case removed, hyphen, letterX, encoded }

  /// What becomes of `scalar`, where it stands percent-encoded in a slug.
  static func fate(of scalar: UInt32) -> Fate {
    switch scalar {
    // No-break space, hyphens (U+2010 by our choice, U+2011 by WordPress's from 7.1 on), dashes, spaces with a width.
    case 0x00A0, 0x2010, 0x2011, 0x2013, 0x2014, 0x2000...0x200A, 0x2028, 0x2029, 0x202F: .hyphen
    // Multiplication sign.
    case 0x00D7: .letterX
    // Inverted punctuation, guillemets, ©, ®, °, soft hyphen, acute accent.
    case 0x00A1, 0x00BF, 0x00AB, 0x00BB, 0x00A9, 0x00AE, 0x00B0, 0x00AD, 0x00B4, 0x02CA: .removed
    // Marks that no letter took along: grave, acute, macron, caron, acute tone mark.
    case 0x0300, 0x0301, 0x0304, 0x030C, 0x0341: .removed
    // Curly quotes, bullet, ellipsis, angle quotes, ™.
    case 0x2018...0x201F, 0x2022, 0x2026, 0x2039, 0x203A, 0x2122: .removed
    // Without a width: zero-width and directional characters, byte order mark, object replacement.
    case 0x200B...0x200F, 0x202A...0x202E, 0xFEFF, 0xFFFC: .removed
    // By our choice: what could mean something else in an address or a path: control characters, `%`, `.`, `/`, `\`.
    case 0..<0x20, 0x7F, 0x25, 0x2E, 0x2F, 0x5C: .removed
    default: .encoded
    }
  }

  /// The references that WordPress makes hyphens of, without `&` and `;`. All others are removed.
  static let hyphenReferences: Set<String> = [
    "nbsp", "#160", "ndash", "#8211", "mdash", "#8212", "#8209", "#8208",
  ]
}
