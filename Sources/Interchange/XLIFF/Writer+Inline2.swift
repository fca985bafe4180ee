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
      xml.markup("<ph")
      attribute(" id=\"", element.id)
      writeHints(element, &isFirstFixed)
      writeCode(element)
      writeType(element)
      xml.markup("/>")
    case .spanStart where partner >= 0:
      xml.markup("<pc")
      attribute(" id=\"", element.id)
      writeHints(element, &isFirstFixed)
      writeSpan(start: element, end: elements[partner])
      writeType(element)
      xml.markup(">")
    case .spanEnd where partner >= 0:
      xml.markup("</pc>")
    case .spanStart, .startCode:
      xml.markup("<sc")
      attribute(" id=\"", element.id)
      if element.isIsolated { xml.markup(" isolated=\"yes\"") }
      writeHints(element, &isFirstFixed)
      writeCode(element)
      writeType(element)
      xml.markup("/>")
    case .spanEnd, .endCode:
      xml.markup("<ec")
      if element.isIsolated {
        attribute(" id=\"", element.id)
        xml.markup(" isolated=\"yes\"")
      } else {
        attribute(" startRef=\"", element.id)
      }
      // An end must repeat its start's hints; a span's end carries none, so they are its start's.
      let start = element.kind == .spanEnd ? elements.first { $0.kind == .spanStart && $0.id == element.id } : nil
      var isFirst = false
      writeHints(start ?? element, &isFirst)
      if !(start ?? element).canReorder { isFirstFixed = false }
      writeCode(element)
      writeType(start ?? element)
      xml.markup("/>")
    case .markStart where partner >= 0:
      xml.markup("<mrk")
      writeAnnotation(element)
      xml.markup(">")
    case .markEnd where partner >= 0:
      xml.markup("</mrk>")
    case .markStart, .startMarker:
      xml.markup("<sm")
      writeAnnotation(element)
      xml.markup("/>")
    case .markEnd, .endMarker:
      xml.markup("<em")
      attribute(" startRef=\"", element.id)
      xml.markup("/>")
    }
  }

  /// What a code that may not be reordered must also say: not to be copied, nor deleted (4.3.1, `canReorder`).
  private mutating func writeHints(_ element: XLIFF.InlineElement, _ isFirstFixed: inout Bool) {
    if element.isPlain && element.canCopy && element.canDelete && element.canReorder { return }
    let written = element.attributes
    writeHint(" canCopy=\"", "canCopy", element.canCopy && element.canReorder, written)
    writeHint(" canDelete=\"", "canDelete", element.canDelete && element.canReorder, written)
    if !element.canReorder {
      let own = written["canReorder"]
      attribute(" canReorder=\"", own == "no" || own == "firstNo" ? own : XLIFF.canReorder(isFirst: isFirstFixed))
      isFirstFixed = false
    } else if written["canReorder"] == "yes" {
      xml.markup(" canReorder=\"yes\"")
    }
    if !element.isIsolated && written["isolated"] == "no" { xml.markup(" isolated=\"no\"") }
    writeAttributes(
      written, isOpen: true,
      skips: { attribute in
        guard attribute.namespace.isEmpty else { return false }
        return attribute.name != "canOverlap" && attribute.name != "dir"
      })
  }

  /// A hint that is `yes` where nothing is written.
  private mutating func writeHint(
    _ opening: StaticString, _ name: String, _ isAllowed: Bool, _ written: [XLIFF.Attribute]
  ) {
    if !isAllowed {
      attribute(opening, "no")
    } else if written[name] == "yes" {
      attribute(opening, "yes")
    }
  }

  private mutating func writeCode(_ element: XLIFF.InlineElement) {
    if let original = element.copyOf { attribute(" copyOf=\"", original) }
    if let data = element.dataReference { attribute(" dataRef=\"", data) }
    if let display = element.display { attribute(" disp=\"", display) }
    if let equivalent = element.equivalent { attribute(" equiv=\"", equivalent) }
    if !element.subFlows.isEmpty { attribute(" subFlows=\"", element.subFlows.joined(separator: " ")) }
  }

  private mutating func writeSpan(start: XLIFF.InlineElement, end: XLIFF.InlineElement) {
    if let original = start.copyOf { attribute(" copyOf=\"", original) }
    if let data = start.dataReference { attribute(" dataRefStart=\"", data) }
    if let data = end.dataReference { attribute(" dataRefEnd=\"", data) }
    if let display = start.display { attribute(" dispStart=\"", display) }
    if let display = end.display { attribute(" dispEnd=\"", display) }
    if let equivalent = start.equivalent { attribute(" equivStart=\"", equivalent) }
    if let equivalent = end.equivalent { attribute(" equivEnd=\"", equivalent) }
    if !start.subFlows.isEmpty { attribute(" subFlowsStart=\"", start.subFlows.joined(separator: " ")) }
    if !end.subFlows.isEmpty { attribute(" subFlowsEnd=\"", end.subFlows.joined(separator: " ")) }
  }

  private mutating func writeType(_ element: XLIFF.InlineElement) {
    if let type = element.type { attribute(" type=\"", type) }
    if let subType = element.subType { attribute(" subType=\"", subType) }
  }

  private mutating func writeAnnotation(_ element: XLIFF.InlineElement) {
    attribute(" id=\"", element.id)
    if let translate = element.translate { attribute(" translate=\"", translate ? "yes" : "no") }
    if let type = element.type { attribute(" type=\"", type) }
    if let reference = element.reference { attribute(" ref=\"", reference) }
    if let value = element.value { attribute(" value=\"", value) }
    if !element.isPlain { writeAttributes(element.attributes, skips: { $0.namespace.isEmpty }) }
  }
}
