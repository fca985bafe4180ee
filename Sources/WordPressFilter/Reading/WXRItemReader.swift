// What an item of a WordPress export holds, by namespace and name: of what stands twice the first counts, as it does for the
// importer; terms and meta fields are lists.
internal import JSONTokens
internal import XMLStream

/// Reads the elements of one item.
struct WXRItemReader {
  private struct Key: Hashable {
    var namespace: WXRNamespace
    var name: String
  }

  private var texts: [Key: [UInt8]] = [:]
  private(set) var terms: [Article.Term] = []
  private(set) var meta: [Article.MetaField] = []

  /// The text of the element of that name.
  func bytes(_ namespace: WXRNamespace, _ name: String) -> [UInt8]? { texts[Key(namespace: namespace, name: name)] }

  /// The same as a string.
  func string(_ namespace: WXRNamespace, _ name: String) -> String? {
    bytes(namespace, name).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Reads the document to its end. What has been read before an error stays.
  /// - Throws: `XMLError` where it is not well-formed.
  mutating func read(_ reader: XMLReader) throws(XMLError) {
    var depth = 0
    while true {
      switch try reader.next() {
      case .startElement:
        depth += 1
        // rss, channel, item, and then what an item has.
        guard depth == 4 else { continue }
        try readElement(reader)
        depth -= 1
      case .endElement: depth -= 1
      case .text: continue
      case .endOfDocument: return
      }
    }
  }

  private mutating func readElement(_ reader: XMLReader) throws(XMLError) {
    let name = reader.name
    let namespace = WXRNamespace(name.namespace)
    switch (namespace, name.localName) {
    case (.export, "postmeta"): try readMeta(reader)
    case (.export, "comment"), (.other, _): try reader.skipElement()
    case (.rss, "category"):
      // Those of WXR 1.0 without a nicename say again what others say, and are nothing to the importer.
      let domain = reader.attribute("domain")
      let slug = reader.attribute("nicename")
      let text = try reader.elementBytes()
      if let domain, let slug { terms.append(Article.Term(domain: domain, slug: slug, name: text)) }
    default:
      let text = try reader.elementBytes()
      let key = Key(namespace: namespace, name: name.localName)
      if texts[key] == nil { texts[key] = text }
    }
  }

  private mutating func readMeta(_ reader: XMLReader) throws(XMLError) {
    var key: [UInt8] = []
    var value: [UInt8] = []
    reading: while true {
      switch try reader.next() {
      case .startElement:
        let name = reader.name
        let text = try reader.elementBytes()
        guard WXRNamespace(name.namespace) == .export else { continue }
        if name.localName == "meta_key" { key = text }
        if name.localName == "meta_value" { value = text }
      case .text: continue
      case .endElement, .endOfDocument: break reading
      }
    }
    guard !key.isEmpty else { return }
    meta.append(
      Article.MetaField(
        key: String(decoding: key, as: UTF8.self), text: value, json: JSONString.encoded(value)))
  }
}
