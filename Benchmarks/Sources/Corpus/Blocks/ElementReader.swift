// The elements of the examples' HTML, which is well formed: enough to take an article apart, and for nothing else.

/// An element of HTML.
struct Element {
  let name: String
  /// The start tag, with its angle brackets.
  let tag: [UInt8]
  /// What lies between start and end tag; empty for an element without an end tag.
  let inner: [UInt8]

  private static let void: Set<String> = ["br", "hr", "img"]

  /// The elements of `html` that lie in no other, in order. Text between them is left out.
  static func outermost(of html: [UInt8]) -> [Element] {
    var elements: [Element] = []
    var at = 0
    while let start = html[at...].firstIndex(of: 0x3C) {
      at = start + 1
      let name = Self.name(at: at, of: html)
      guard !name.isEmpty, let tagEnd = html[at...].firstIndex(of: 0x3E) else { continue }
      at = tagEnd + 1
      let tag = Array(html[start...tagEnd])
      if void.contains(name) {
        elements.append(Element(name: name, tag: tag, inner: []))
        continue
      }
      let inner = at
      var depth = 1
      while depth > 0, let next = html[at...].firstIndex(of: 0x3C) {
        let isEnd = html.has("</", at: next)
        at = next + (isEnd ? 2 : 1)
        guard Self.name(at: at, of: html) == name else { continue }
        depth += isEnd ? -1 : 1
        if depth == 0 {
          elements.append(Element(name: name, tag: tag, inner: Array(html[inner..<next])))
          at = html[at...].firstIndex(of: 0x3E).map { $0 + 1 } ?? html.count
        }
      }
      if depth > 0 { return elements }
    }
    return elements
  }

  /// All elements called `name` that lie in this one, at any depth but not in each other.
  func all(_ name: String) -> [Element] {
    Self.outermost(of: inner).flatMap { $0.name == name ? [$0] : $0.all(name) }
  }

  /// The value of an attribute that is written with double quotes.
  func attribute(_ name: StaticString) -> [UInt8]? {
    guard let start = tag.first(name, from: 0) else { return nil }
    let value = start + name.utf8CodeUnitCount + 2
    guard tag.has("=\"", at: value - 2), let end = tag[value...].firstIndex(of: 0x22) else { return nil }
    return Array(tag[value..<end])
  }

  private static func name(at offset: Int, of html: [UInt8]) -> String {
    let end = html[offset...].firstIndex { !$0.isLetter && !$0.isDigit } ?? html.count
    return String(decoding: html[offset..<end], as: UTF8.self)
  }
}
