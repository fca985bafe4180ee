// Titles to slugs as WordPress's sanitize_title() makes them, so that what we send is what comes back.
package import UnicodeText

/// The last part of a post's address, from its title.
///
/// This is `sanitize_title($title)` of WordPress 6.8 to 7.1 (`remove_accents`, then `sanitize_title_with_dashes` for
/// saving), with the language of the site as `wordPressLocale`. Where we differ, on purpose:
/// - U+2011 and U+2010 are `-`. WordPress does so with U+2011 from 7.1 on; before, both stay as `%e2%80%91`, in which
///   nobody finds a word again.
/// - A title is always read as UTF-8; WordPress takes other bytes for ISO 8859-1, we for U+FFFD.
/// - Percent-encoded `/`, `\`, `.`, `%` and control characters in a title go: WordPress would keep `%2f`.
package enum Slug {
  /// WordPress cuts at this many bytes of the percent-encoded title, between characters, never minding words.
  private static let limit = 200

  /// The slug for `title`: of `a-z 0-9 - _ %` only, at most 200 bytes; empty where the title has no letter or digit, and
  /// then WordPress takes the post's id. Unique it is not: WordPress appends `-2`.
  /// - Parameters:
  ///   - title: the title as stored, in which tags and character references may stand.
  ///   - wordPressLocale: the locale of the **site**, such as `nl_NL`: that is what WordPress goes by.
  /// - Throws: `ICUError` for want of ICU's data.
  package static func sanitized(title: String, wordPressLocale: String) throws(ICUError) -> String {
    try sanitized(title: Array(title.utf8), wordPressLocale: wordPressLocale)
  }

  /// The slug for a title given as UTF-8 bytes; as `sanitized(title:wordPressLocale:)`.
  package static func sanitized(title: [UInt8], wordPressLocale: String) throws(ICUError) -> String {
    let plain = try AccentRemoval.removed(from: title, wordPressLocale: wordPressLocale)
    return String(decoding: try withDashes(plain, saving: true), as: UTF8.self)
  }

  /// `sanitize_title_with_dashes($title, '', $context)`, where the context is `save` or not.
  static func withDashes(_ title: [UInt8], saving: Bool) throws(ICUError) -> [UInt8] {
    let lowered = try TextTransforms.lowercased(keepingOctets(TagStripper.stripped(title)))
    var slug = PercentEncoding.encoded(lowered, limit: limit).map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    if saving { slug = replacingCharacters(in: slug) }
    return dashed(withoutReferences(slug))
  }

  /// Octets in the title (`%c3`) stay, other percent signs go. WordPress writes `---c3---` meanwhile, so a title that has
  /// that in it comes out as an octet here too.
  private static func keepingOctets(_ title: [UInt8]) -> [UInt8] {
    guard title.contains(UInt8(ascii: "%")) || title.contains(UInt8(ascii: "-")) else { return title }
    let dashes = [UInt8](repeating: UInt8(ascii: "-"), count: 3)
    var marked: [UInt8] = []
    var position = 0
    while position < title.count {
      if title[position] != UInt8(ascii: "%") {
        marked.append(title[position])
        position += 1
      } else if PercentEncoding.isOctet(title, at: position) {
        marked += dashes + title[position + 1...position + 2] + dashes
        position += 3
      } else {
        position += 1
      }
    }
    var result: [UInt8] = []
    position = 0
    while position < marked.count {
      if marked[position...].starts(with: dashes), PercentEncoding.isHexPair(marked, at: position + 3),
        marked[(position + 5)...].starts(with: dashes)
      {
        result += [UInt8(ascii: "%"), marked[position + 3], marked[position + 4]]
        position += 8
      } else {
        result.append(marked[position])
        position += 1
      }
    }
    return result
  }

  /// The characters and references with a meaning in slugs, replaced; slashes become hyphens.
  private static func replacingCharacters(in slug: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var position = 0
    while position < slug.count {
      let byte = slug[position]
      if byte == UInt8(ascii: "%"), let (scalar, length) = PercentEncoding.scalar(in: slug, at: position) {
        switch SlugCharacters.fate(of: scalar) {
        case .removed: break
        case .hyphen: result.append(UInt8(ascii: "-"))
        case .letterX: result.append(UInt8(ascii: "x"))
        case .encoded: result += slug[position..<position + length]
        }
        position += length
      } else if byte == UInt8(ascii: "&"), let end = slug[position...].firstIndex(of: UInt8(ascii: ";")),
        SlugCharacters.hyphenReferences.contains(String(decoding: slug[position + 1..<end], as: UTF8.self))
      {
        result.append(UInt8(ascii: "-"))
        position = end + 1
      } else {
        result.append(byte == UInt8(ascii: "/") ? UInt8(ascii: "-") : byte)
        position += 1
      }
    }
    return result
  }

  /// Without what matches `&.+?;`, where a line feed is no `.`.
  private static func withoutReferences(_ slug: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var position = 0
    while position < slug.count {
      if slug[position] == UInt8(ascii: "&"), position + 1 < slug.count, slug[position + 1] != 0x0A,
        let end = slug[(position + 2)...].firstIndex(where: { $0 == UInt8(ascii: ";") || $0 == 0x0A }),
        slug[end] == UInt8(ascii: ";")
      {
        position = end + 1
      } else {
        result.append(slug[position])
        position += 1
      }
    }
    return result
  }

  /// Full stops and spaces to hyphens, all else but `% a-z 0-9 _ -` away, hyphens one at a time and none at the ends.
  private static func dashed(_ slug: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for byte in slug {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "%"),
        UInt8(ascii: "_"):
        result.append(byte)
      case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: " "):
        if let last = result.last, last != UInt8(ascii: "-") { result.append(UInt8(ascii: "-")) }
      default:
        break
      }
    }
    if result.last == UInt8(ascii: "-") { result.removeLast() }
    return result
  }
}
