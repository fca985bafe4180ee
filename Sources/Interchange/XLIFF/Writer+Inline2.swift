// XLIFF 2.x inline elements: XLIFF 2.1, 4.2.3 and 4.3.1. Attributes are written only where they are not the default.
internal import XMLStream

extension XLIFF.Writer {
  mutating func writeContent2(_ content: borrowing XLIFF.Content) {
    let elements = content.elements
    if !elements.isEmpty { nesting.match(elements) }
    // In a row of codes that may not be reordered the first says so, and where the row begins (4.3.1, `canReorder`).
    var isFirstFixed = true
    content.text.withUnsafeBufferPointer { text in
      var position = 0
      for index in elements.indices {
        let offset = min(max(elements[index].offset, position), text.count)
        xml.text(UnsafeBufferPointer(rebasing: text[position..<offset]), forbidden: Self.writeCodePoint)
        position = offset
        writeElement2(index, elements, &isFirstFixed)
      }
      xml.text(UnsafeBufferPointer(rebasing: text[position...]), forbidden: Self.writeCodePoint)
    }
  }

  private mutating func writeElement2(_ index: Int, _ elements: [XLIFF.InlineElement], _ isFirstFixed: inout Bool) {
    let element = elements[index]
    let partner = nesting.partner[index]
    switch element.kind {
    case .standaloneCode:
      xml.startElement("ph")
      xml.attribute("id", element.id)
      writeHints(element, &isFirstFixed)
      writeCode(element)
      writeType(element)
      xml.endElement("ph")
    case .spanStart where partner >= 0:
      xml.startElement("pc")
      xml.attribute("id", element.id)
      writeHints(element, &isFirstFixed)
      writeSpan(start: element, end: elements[partner])
      writeType(element)
    case .spanEnd where partner >= 0:
      xml.endElement("pc")
    case .spanStart, .startCode:
      xml.startElement("sc")
      xml.attribute("id", element.id)
      if element.isIsolated { xml.attribute("isolated", literal: "yes") }
      writeHints(element, &isFirstFixed)
      writeCode(element)
      writeType(element)
      xml.endElement("sc")
    case .spanEnd, .endCode:
      xml.startElement("ec")
      if element.isIsolated {
        xml.attribute("id", element.id)
        xml.attribute("isolated", literal: "yes")
      } else {
        xml.attribute("startRef", element.id)
      }
      // An end must repeat its start's hints; a span's end carries none, so they are its start's.
      let start = element.kind == .spanEnd ? elements.first { $0.kind == .spanStart && $0.id == element.id } : nil
      isFirstFixed = false
      writeHints(start ?? element, &isFirstFixed)
      writeCode(element)
      writeType(start ?? element)
      xml.endElement("ec")
    case .markStart where partner >= 0:
      xml.startElement("mrk")
      writeAnnotation(element)
    case .markEnd where partner >= 0:
      xml.endElement("mrk")
    case .markStart, .startMarker:
      xml.startElement("sm")
      writeAnnotation(element)
      xml.endElement("sm")
    case .markEnd, .endMarker:
      xml.startElement("em")
      xml.attribute("startRef", element.id)
      xml.endElement("em")
    }
  }

  /// What a code that may not be reordered must also say: not to be copied, nor deleted (4.3.1, `canReorder`).
  private mutating func writeHints(_ element: XLIFF.InlineElement, _ isFirstFixed: inout Bool) {
    if !element.canCopy || !element.canReorder { xml.attribute("canCopy", literal: "no") }
    if !element.canDelete || !element.canReorder { xml.attribute("canDelete", literal: "no") }
    if !element.canReorder {
      xml.attribute("canReorder", literal: isFirstFixed ? "firstNo" : "no")
      isFirstFixed = false
    }
  }

  private mutating func writeCode(_ element: XLIFF.InlineElement) {
    if let original = element.copyOf { xml.attribute("copyOf", original) }
    if let data = element.dataReference { xml.attribute("dataRef", data) }
    if let display = element.display { xml.attribute("disp", display) }
    if let equivalent = element.equivalent { xml.attribute("equiv", equivalent) }
    if !element.subFlows.isEmpty { xml.attribute("subFlows", element.subFlows.joined(separator: " ")) }
  }

  private mutating func writeSpan(start: XLIFF.InlineElement, end: XLIFF.InlineElement) {
    if let original = start.copyOf { xml.attribute("copyOf", original) }
    if let data = start.dataReference { xml.attribute("dataRefStart", data) }
    if let data = end.dataReference { xml.attribute("dataRefEnd", data) }
    if let display = start.display { xml.attribute("dispStart", display) }
    if let display = end.display { xml.attribute("dispEnd", display) }
    if let equivalent = start.equivalent { xml.attribute("equivStart", equivalent) }
    if let equivalent = end.equivalent { xml.attribute("equivEnd", equivalent) }
    if !start.subFlows.isEmpty { xml.attribute("subFlowsStart", start.subFlows.joined(separator: " ")) }
    if !end.subFlows.isEmpty { xml.attribute("subFlowsEnd", end.subFlows.joined(separator: " ")) }
  }

  private mutating func writeType(_ element: XLIFF.InlineElement) {
    if let type = element.type { xml.attribute("type", type) }
    if let subType = element.subType { xml.attribute("subType", subType) }
  }

  private mutating func writeAnnotation(_ element: XLIFF.InlineElement) {
    xml.attribute("id", element.id)
    if let translate = element.translate { xml.attribute("translate", literal: translate ? "yes" : "no") }
    if let type = element.type { xml.attribute("type", type) }
    if let reference = element.reference { xml.attribute("ref", reference) }
    if let value = element.value { xml.attribute("value", value) }
  }
}
