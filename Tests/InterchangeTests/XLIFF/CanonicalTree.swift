import Interchange
import XMLStream

/// A document as canonical XML has it, with what means nothing taken out: prefixes and declarations of namespaces, comments,
/// white space between elements, the order in which modules and extensions stand in front of a unit's own elements, and in
/// 1.2, whose schema leaves that order open, where among its siblings a note, a context or a `bin-unit` stands.
struct CanonicalTree {
  private final class Node {
    let name: XMLName
    let attributes: [String]
    var children: [Child] = []

    init(name: XMLName, attributes: [String]) {
      self.name = name
      self.attributes = attributes
    }
  }

  private enum Child {
    case node(Node)
    case text(String)
  }

  /// One line for each start, end and text.
  private(set) var lines: [String] = []

  init(bytes: [UInt8], version: XLIFF.Version? = nil) throws {
    let xml = XMLReader(bytes: bytes, file: "canonical")
    let root = Node(name: XMLName(""), attributes: [])
    var open = [root]
    loop: while true {
      switch try xml.next() {
      case .startElement:
        let attributes = (0..<xml.attributeCount).map { position in
          let name = xml.attributeName(position)
          return
            "\(name.namespace.isEmpty ? "" : "{\(name.namespace)}")\(name.localName)=\"\(xml.attributeValue(position))\""
        }
        let node = Node(name: xml.name, attributes: attributes.sorted())
        open[open.count - 1].children.append(.node(node))
        open.append(node)
      case .endElement: open.removeLast()
      case .text: open[open.count - 1].children.append(.text(xml.text))
      case .endOfDocument: break loop
      }
    }
    write(root, depth: 0)
  }

  private static let texts: Set = [
    "source", "target", "seg-source", "pc", "mrk", "g", "data", "note", "bpt", "ept", "ph", "it", "sub", "meta",
  ]

  private static let roomy: Set = ["file", "group", "unit", "trans-unit", "header", "match", "alt-trans"]
  private static let unordered: [String: Set<String>] = [
    "trans-unit": ["note", "context-group", "count-group", "alt-trans"], "group": ["bin-unit"], "body": ["bin-unit"],
    "header": ["note", "tool", "count-group", "glossary", "reference"],
  ]

  private mutating func write(_ node: Node, depth: Int) {
    let indent = String(repeating: " ", count: depth)
    let core = node.name.namespace.hasPrefix("urn:oasis:names:tc:xliff:document")
    let namespace = core ? "" : "{\(node.name.namespace)}"
    if depth > 0 {
      lines.append("\(indent)<\(namespace)\(node.name.localName) \(node.attributes.joined(separator: " "))")
    }
    var foreign: [(key: String, node: Node)] = []
    var text = ""
    let isText = Self.texts.contains(node.name.localName)
    func flushText(_ lines: inout [String]) {
      if isText && !text.isEmpty || text.contains(where: { !$0.isWhitespace }) {
        lines.append("\(indent) \"\(text.debugDescription)\"")
      }
      text = ""
    }
    for child in node.children {
      switch child {
      case .text(let more): text += more
      case .node(let inner):
        flushText(&lines)
        let name = node.name.localName
        let isForeign = !inner.name.namespace.hasPrefix("urn:oasis:names:tc:xliff:document")
        if core, isForeign && Self.roomy.contains(name) || Self.unordered[name]?.contains(inner.name.localName) == true
        {
          foreign.append((inner.name.namespace + inner.name.localName, inner))
        } else {
          write(inner, depth: depth + 1)
        }
      }
    }
    flushText(&lines)
    for (_, inner) in foreign.enumerated().sorted(by: { ($0.element.key, $0.offset) < ($1.element.key, $1.offset) })
      .map(\.element)
    {
      write(inner, depth: depth + 1)
    }
  }

  /// The lines in which two trees differ, with `-` and `+`; empty where they are equal.
  func difference(to other: CanonicalTree) -> [String] {
    other.lines.difference(from: lines).map { change in
      switch change {
      case .remove(_, let line, _): "-" + line
      case .insert(_, let line, _): "+" + line
      }
    }
  }
}
