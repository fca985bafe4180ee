// A file of rules is small: it is read into elements first and understood then.
internal import XMLStream

/// An element of a file of rules.
struct RuleElement {
  /// The namespace of what WPML's vocabulary has no word for.
  static let namespace = "urn:overzet:rules:1"

  var name: String
  /// From 1.
  var line: Int
  private(set) var attributes: [XMLName: String] = [:]
  /// The text in it, without white space at its ends; that of elements in it does not count.
  private(set) var text = ""
  private(set) var children: [RuleElement] = []

  /// The value of an attribute of WPML's.
  subscript(name: String) -> String? { attributes[XMLName(name)] }

  /// The value of an attribute of ours.
  func own(_ name: String) -> String? { attributes[XMLName(name, namespace: Self.namespace)] }

  /// The children of that name.
  func children(_ name: String) -> [RuleElement] { children.filter { $0.name == name } }

  /// The element whose start tag `reader` is at; goes past its end tag. The reader bounds how deep elements nest.
  init(_ reader: XMLReader) throws(XMLError) {
    name = reader.name.localName
    line = reader.line
    for position in 0..<reader.attributeCount {
      attributes[reader.attributeName(position)] = reader.attributeValue(position)
    }
    var bytes: [UInt8] = []
    while true {
      switch try reader.next() {
      case .startElement: children.append(try RuleElement(reader))
      case .text: reader.appendText(to: &bytes)
      case .endElement, .endOfDocument:
        text = Self.trimmed(bytes)
        return
      }
    }
  }

  private static func trimmed(_ bytes: [UInt8]) -> String {
    let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }
    var text = bytes[...]
    while let first = text.first, isSpace(first) { text.removeFirst() }
    while let last = text.last, isSpace(last) { text.removeLast() }
    return String(decoding: text, as: UTF8.self)
  }
}
