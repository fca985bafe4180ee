import TestSupport
import XMLStream

/// A document as a tree, to be changed at random and written again.
final class MutableElement {
  var name: XMLName
  var attributes: [(name: XMLName, value: String)]
  var children: [Child] = []

  enum Child {
    case element(MutableElement)
    case text(String)
  }

  init(_ name: XMLName, attributes: [(name: XMLName, value: String)] = []) {
    self.name = name
    self.attributes = attributes
  }

  /// The root of a document.
  /// - Throws: `XMLError` where it is not well-formed.
  static func read(_ bytes: [UInt8]) throws -> MutableElement {
    let xml = XMLReader(bytes: bytes, file: "seed")
    var open = [MutableElement(XMLName(""))]
    while true {
      switch try xml.next() {
      case .startElement:
        let attributes = (0..<xml.attributeCount).map { (xml.attributeName($0), xml.attributeValue($0)) }
        let element = MutableElement(xml.name, attributes: attributes)
        open[open.count - 1].children.append(.element(element))
        open.append(element)
      case .endElement: open.removeLast()
      case .text: open[open.count - 1].children.append(.text(xml.text))
      case .endOfDocument:
        guard case .element(let root)? = open[0].children.first else { return open[0] }
        return root
      }
    }
  }

  /// The document; each name declares its own namespace.
  var bytes: [UInt8] {
    var text = ""
    write(to: &text)
    return [UInt8](text.utf8)
  }

  private func write(to text: inout String) {
    text += "<\(name.localName) xmlns=\"\(Self.escaped(name.namespace))\""
    for (number, attribute) in attributes.enumerated() {
      switch attribute.name.namespace {
      case "": text += " \(attribute.name.localName)"
      case XMLName.xmlNamespace: text += " xml:\(attribute.name.localName)"
      default:
        text += " xmlns:p\(number)=\"\(Self.escaped(attribute.name.namespace))\" p\(number):\(attribute.name.localName)"
      }
      text += "=\"\(Self.escaped(attribute.value))\""
    }
    text += ">"
    for child in children {
      switch child {
      case .element(let element): element.write(to: &text)
      case .text(let content): text += Self.escaped(content)
      }
    }
    text += "</\(name.localName)>"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing(
      "\"", with: "&quot;"
    )
    .replacing("\n", with: "&#10;").replacing("\t", with: "&#9;").replacing("\r", with: "&#13;")
  }

  /// This element and all in it.
  var all: [MutableElement] {
    [self]
      + children.flatMap { child in
        if case .element(let element) = child { return element.all }
        return []
      }
  }

  /// Changes one thing: an attribute, a name, the place of an element, or what is in one.
  func mutate(_ random: inout SeededGenerator) {
    let elements = all
    let element = elements[random.below(elements.count)]
    let other = elements[random.below(elements.count)]
    switch random.below(10) {
    case 0: if !element.attributes.isEmpty { element.attributes.remove(at: random.below(element.attributes.count)) }
    case 1, 2:
      guard !element.attributes.isEmpty else { return }
      element.attributes[random.below(element.attributes.count)].value = Self.values[random.below(Self.values.count)]
    case 3:
      let names = elements.flatMap { $0.attributes.map(\.name) } + [XMLName("bogus"), XMLName("q", namespace: "urn:q")]
      let name = names[random.below(names.count)]
      if !element.attributes.contains(where: { $0.name == name }) {
        element.attributes.append((name, Self.values[random.below(Self.values.count)]))
      }
    case 4: if element !== self { element.name = random.below(4) == 0 ? XMLName("q", namespace: "urn:q") : other.name }
    case 5: if !element.children.isEmpty { element.children.remove(at: random.below(element.children.count)) }
    case 6:
      guard !element.children.isEmpty else { return }
      let index = random.below(element.children.count)
      element.children.insert(element.children[index], at: index)
    case 7: if element.children.count > 1 { element.children.swapAt(0, random.below(element.children.count)) }
    case 8: element.children.insert(.text("x"), at: random.below(element.children.count + 1))
    default: element.children.append(.element(MutableElement(other.name, attributes: other.attributes)))
    }
  }

  private static let values = [
    "", "zzz", "a b", "-1", "yes", "no", "0", "1", "101", "x-foo", "a:b", "1.5", "#x", "é", "default", "en", "en-US",
    "initial", "translated", "2026-01-01T00:00:00Z", "1;2;3;4", "#n=n1",
  ]
}
