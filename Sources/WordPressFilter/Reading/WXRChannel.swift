// What stands before the first item of a WordPress export: the site, its authors and its terms.
internal import XMLStream

/// The head of a WXR file, which all of its items share.
package final class WXRChannel: Sendable {
  /// An element of the export's namespace with what is in it: `wp:author`, `wp:category`, `wp:tag`, `wp:term`.
  package struct Entry: Sendable, Equatable {
    /// The local name.
    package let name: String
    /// UTF-8; of an element with elements in it, empty.
    package let text: [UInt8]
    package let members: [Entry]
  }

  package let title: [UInt8]
  package let link: String?
  package let description: [UInt8]
  /// The language of the site, which need not be that of an item.
  package let language: String?
  /// `1.0`, `1.1`, `1.2`.
  package let version: String
  package let baseSiteAddress: String?
  package let baseBlogAddress: String?
  /// Authors and terms, in their order.
  package let entries: [Entry]

  /// The start tags of `rss` and `channel` as they stand: with them an item is a document by itself.
  let frame: [UInt8]
  /// How many line feeds stand in `frame`.
  let frameLines: Int

  /// Reads the head of a file.
  /// - Parameters:
  ///   - head: from the file's begin to the first item, without a byte-order mark.
  ///   - frame: the start tags of `rss` and `channel`.
  ///   - file, line: where `head` begins, for errors.
  /// - Throws: `ArticleError` where it is not well-formed, not in UTF-8, or no export of WordPress.
  init(head: [UInt8], frame: [UInt8], file: String, line: Int) throws(ArticleError) {
    var texts: [String: [UInt8]] = [:]
    var entries: [Entry] = []
    let reader = XMLReader(bytes: head + Array("</channel></rss>".utf8), file: file)
    do {
      var depth = 0
      reading: while true {
        switch try reader.next() {
        case .startElement:
          depth += 1
          guard depth == 3 else { continue }
          let name = reader.name
          switch WXRNamespace(name.namespace) {
          case .export where ["author", "category", "tag", "term"].contains(name.localName):
            entries.append(try Self.entry(reader))
          case .export, .rss:
            let text = try reader.elementBytes()
            let isOwn = WXRNamespace(name.namespace) == .export
            let key = isOwn ? "wp:" + name.localName : name.localName
            if texts[key] == nil { texts[key] = text }
          default: try reader.skipElement()
          }
          depth -= 1
        case .endElement: depth -= 1
        case .text: continue
        case .endOfDocument: break reading
        }
      }
    } catch {
      throw ArticleError(error, file: file, line: line)
    }
    let string = { (key: String) in
      texts[key].map { trimmed(String(decoding: $0, as: UTF8.self)) }.flatMap { $0.isEmpty ? nil : $0 }
    }
    guard let version = string("wp:wxr_version") else {
      throw ArticleError(
        file: file, line: line, problem: "this is RSS, but no export of WordPress: it has no wp:wxr_version",
        remedy: "export the posts in WordPress under Tools, Export, or fetch them from the REST API as JSON")
    }
    guard ["1.0", "1.1", "1.2"].contains(version) else {
      throw ArticleError(
        file: file, line: line, problem: "this is WXR \(version), which is not known here",
        remedy: "export with a WordPress that writes WXR 1.0, 1.1 or 1.2")
    }
    self.version = version
    title = texts["title"] ?? []
    link = string("link")
    description = texts["description"] ?? []
    language = string("language")
    baseSiteAddress = string("wp:base_site_url")
    baseBlogAddress = string("wp:base_blog_url")
    self.entries = entries
    self.frame = frame
    frameLines = frame.count { $0 == 0x0A }
  }

  /// The element whose start tag is the current event.
  private static func entry(_ reader: XMLReader) throws(XMLError) -> Entry {
    let name = reader.name.localName
    var text: [UInt8] = []
    var members: [Entry] = []
    while true {
      switch try reader.next() {
      case .startElement:
        if WXRNamespace(reader.name.namespace) == .export {
          members.append(try entry(reader))
        } else {
          try reader.skipElement()
        }
      case .text: reader.appendText(to: &text)
      case .endElement, .endOfDocument:
        return Entry(name: name, text: members.isEmpty ? text : [], members: members)
      }
    }
  }
}

/// Without white space at either end.
func trimmed(_ text: String) -> String {
  let kept = text.drop { $0.isWhitespace }
  return String(
    kept.prefix(upTo: (kept.lastIndex { !$0.isWhitespace }).map { kept.index(after: $0) } ?? kept.startIndex))
}
