// WXR 1.2 as WordPress's importer reads it (wordpress-importer, WXR_Parser): <https://wordpress.org/plugins/wordpress-importer/>.
internal import UnicodeText

/// Writes an export piece by piece: `begin`, any number of items, `end`.
package struct WXRWriter {
  private var bytes: [UInt8] = []
  /// Code points that were left out since XML 1.0 can't hold them (2.2): control characters, U+FFFE, U+FFFF.
  package private(set) var leftOut: Set<UInt32> = []

  /// A writer that has written nothing.
  package init() {}

  /// What has been written since the last call.
  package mutating func take() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  /// The XML declaration, and the channel up to its first item.
  package mutating func begin(_ head: WXRHead) {
    add(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <rss version="2.0"
        xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
        xmlns:content="http://purl.org/rss/1.0/modules/content/"
        xmlns:dc="http://purl.org/dc/elements/1.1/"
        xmlns:wp="http://wordpress.org/export/1.2/">
      <channel>

      """)
    element("title", head.title)
    element("link", head.link)
    element("description", head.description)
    element("language", head.language)
    element("wp:wxr_version", "1.2")
    element("wp:base_site_url", head.baseSiteAddress)
    element("wp:base_blog_url", head.baseBlogAddress)
    for entry in head.entries { write(entry) }
  }

  /// One item.
  package mutating func item(_ item: WXRItem) {
    add("<item>\n")
    data("title", item.title)
    if let link = item.link { element("link", link) }
    if let author = item.author { data("dc:creator", Array(author.utf8)) }
    if let guid = item.guid {
      add("<guid isPermaLink=\"false\">")
      text(Array(guid.utf8), isAttribute: false)
      add("</guid>\n")
    }
    element("description", [])
    data("content:encoded", item.content)
    data("excerpt:encoded", item.excerpt)
    if let id = item.id { element("wp:post_id", String(id)) }
    if let date = item.localDate { data("wp:post_date", Self.date(date)) }
    if let date = item.date { data("wp:post_date_gmt", Self.date(date)) }
    data("wp:post_name", Array(item.slug.utf8))
    data("wp:status", Array(item.status.utf8))
    data("wp:post_type", Array(item.type.utf8))
    for setting in item.settings { data("wp:" + setting.name, Array(setting.value.utf8)) }
    if let address = item.attachmentAddress { data("wp:attachment_url", Array(address.utf8)) }
    for term in item.terms {
      add("<category domain=\"")
      text(Array(term.domain.utf8), isAttribute: true)
      add("\" nicename=\"")
      text(Array(term.slug.utf8), isAttribute: true)
      add("\">")
      characterData(term.name)
      add("</category>\n")
    }
    for field in item.meta {
      add("<wp:postmeta>\n")
      data("wp:meta_key", Array(field.key.utf8))
      data("wp:meta_value", field.value)
      add("</wp:postmeta>\n")
    }
    add("</item>\n")
  }

  /// The end of the file.
  package mutating func end() { add("</channel>\n</rss>\n") }

  // MARK: Elements

  private mutating func write(_ entry: WXRChannel.Entry) {
    guard !entry.members.isEmpty else { return data("wp:" + entry.name, entry.text) }
    add("<wp:\(entry.name)>\n")
    for member in entry.members { write(member) }
    add("</wp:\(entry.name)>\n")
  }

  private mutating func element(_ name: String, _ value: String) { element(name, Array(value.utf8)) }

  private mutating func element(_ name: String, _ value: [UInt8]) {
    add("<\(name)>")
    text(value, isAttribute: false)
    add("</\(name)>\n")
  }

  private mutating func data(_ name: String, _ value: [UInt8]) {
    add("<\(name)>")
    characterData(value)
    add("</\(name)>\n")
  }

  private static func date(_ text: String) -> [UInt8] {
    Array(text.utf8).map { $0 == 0x54 ? 0x20 : $0 }
  }

  // MARK: Character data

  /// A CDATA section, in as many parts as it takes: `]]>` is cut in two, and a carriage return, which a parser would take for
  /// a line feed, stands between two parts as a reference.
  private mutating func characterData(_ value: [UInt8]) {
    add("<![CDATA[")
    let value = Self.wellFormed(value)
    var run = 0
    func flush(_ writer: inout WXRWriter, upTo end: Int) { writer.bytes += value[run..<end] }
    var at = 0
    while at < value.count {
      switch value[at] {
      case 0x5D where value.span.begins("]]>", at: at):
        flush(&self, upTo: at)
        add("]]]]><![CDATA[>")
        at += 3
        run = at
      case 0x0D:
        flush(&self, upTo: at)
        add("]]>&#13;<![CDATA[")
        at += 1
        run = at
      default:
        let length = forbidden(value, at)
        if length > 0 {
          flush(&self, upTo: at)
          run = at + length
        }
        at += max(1, length)
      }
    }
    flush(&self, upTo: value.count)
    add("]]>")
  }

  private mutating func text(_ value: [UInt8], isAttribute: Bool) {
    let value = Self.wellFormed(value)
    var at = 0
    while at < value.count {
      let length = forbidden(value, at)
      if length == 0 {
        switch value[at] {
        case 0x26: add("&amp;")
        case 0x3C: add("&lt;")
        case 0x3E: add("&gt;")
        case 0x0D: add("&#13;")
        case 0x22 where isAttribute: add("&quot;")
        case 0x09 where isAttribute: add("&#9;")
        case 0x0A where isAttribute: add("&#10;")
        default: bytes.append(value[at])
        }
      }
      at += max(1, length)
    }
  }

  /// How many bytes of a character that XML can't hold stand at `at`; it is noted.
  private mutating func forbidden(_ value: [UInt8], _ at: Int) -> Int {
    let byte = value[at]
    if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D {
      leftOut.insert(UInt32(byte))
      return 1
    }
    if byte == 0xEF, at + 2 < value.count, value[at + 1] == 0xBF, value[at + 2] >= 0xBE {
      leftOut.insert(0xFFC0 | UInt32(value[at + 2] & 0x3F))
      return 3
    }
    return 0
  }

  /// `value`, with U+FFFD for what is no UTF-8.
  private static func wellFormed(_ value: [UInt8]) -> [UInt8] {
    UTF8Validation.firstInvalidByte(of: value.span) == nil ? value : Array(String(decoding: value, as: UTF8.self).utf8)
  }

  private mutating func add(_ text: String) { bytes += text.utf8 }
}
