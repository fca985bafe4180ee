// What no type of the model is for is kept as XML (`XLIFF.Fragment`).
internal import XMLStream

extension DocumentParser {
  /// The current element with all that is in it; goes past its end tag.
  func fragment() throws(XMLError) -> XLIFF.Fragment {
    let name = xml.name
    var writer = FragmentWriter()
    writer.begin(xml)
    try inner(&writer)
    return XLIFF.Fragment(name: name.localName, namespace: name.namespace, bytes: writer.bytes)
  }

  /// What is in the current element, as XML that can stand anywhere; goes past its end tag.
  func innerXML() throws(XMLError) -> [UInt8] {
    var writer = FragmentWriter()
    try inner(&writer)
    return writer.bytes
  }

  /// Appends what is in the current element, its end tag too.
  private func inner(_ writer: inout FragmentWriter) throws(XMLError) {
    var depth = 1
    while depth > 0 {
      switch try xml.next() {
      case .startElement:
        writer.begin(xml)
        depth += 1
      case .endElement:
        writer.end()
        depth -= 1
      case .text: writer.text(xml)
      case .endOfDocument: return
      }
    }
  }
}

/// Writes elements with the namespaces that they need, whatever holds around them.
private struct FragmentWriter {
  private(set) var bytes: [UInt8] = []
  /// The open elements: their tags' names, and the default namespace in them.
  private var open: [(name: String, namespace: String)] = []
  private var isTagOpen = false

  /// The current start tag of `xml`.
  mutating func begin(_ xml: XMLReader) {
    closeTag()
    let name = xml.name
    bytes.append(0x3C)
    bytes += name.localName.utf8
    // The outermost one says it in any case: it does not know where it will stand.
    if open.last?.namespace != name.namespace { attribute("xmlns", Array(name.namespace.utf8)) }
    var declared: [String] = []
    for position in 0..<xml.attributeCount {
      let attribute = xml.attributeName(position)
      var qualified = attribute.localName
      if attribute.namespace == XMLName.xmlNamespace {
        qualified = "xml:" + qualified
      } else if !attribute.namespace.isEmpty {
        let prefix = XLIFFModule.prefix(of: attribute.namespace)?.description
        let known = declared.firstIndex(of: attribute.namespace)
        let number = known ?? declared.count
        let own = prefix ?? "n\(number + 1)"
        if known == nil {
          declared.append(attribute.namespace)
          self.attribute("xmlns:" + own, Array(attribute.namespace.utf8))
        }
        qualified = own + ":" + qualified
      }
      xml.withAttributeBytes(position) { self.attribute(qualified, Array($0)) }
    }
    open.append((name.localName, name.namespace))
    isTagOpen = true
  }

  /// The end of the element that began last; of none where the fragment is what stands in one.
  mutating func end() {
    guard let element = open.popLast() else { return }
    if isTagOpen {
      bytes += "/>".utf8
      isTagOpen = false
    } else {
      bytes += "</".utf8
      bytes += element.name.utf8
      bytes.append(0x3E)
    }
  }

  /// The current text of `xml`.
  mutating func text(_ xml: XMLReader) {
    closeTag()
    xml.withTextBytes { text in for byte in text { append(byte, isAttribute: false) } }
  }

  private mutating func closeTag() {
    if isTagOpen { bytes.append(0x3E) }
    isTagOpen = false
  }

  private mutating func attribute(_ name: String, _ value: [UInt8]) {
    bytes.append(0x20)
    bytes += name.utf8
    bytes += "=\"".utf8
    for byte in value { append(byte, isAttribute: true) }
    bytes.append(0x22)
  }

  private mutating func append(_ byte: UInt8, isAttribute: Bool) {
    switch byte {
    case 0x26: bytes += "&amp;".utf8
    case 0x3C: bytes += "&lt;".utf8
    case 0x3E: bytes += "&gt;".utf8
    case 0x0D: bytes += "&#13;".utf8
    case 0x22 where isAttribute: bytes += "&quot;".utf8
    case 0x09 where isAttribute: bytes += "&#9;".utf8
    case 0x0A where isAttribute: bytes += "&#10;".utf8
    default: bytes.append(byte)
    }
  }
}
