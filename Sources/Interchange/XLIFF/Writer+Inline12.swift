// XLIFF 1.2 inline elements: `g` for a pair inside one segment, `bx`/`ex` for halves in two or that overlap,
// `x` for the rest, `it` for a half whose other half is in another unit. Data, equivalents and the hints on deleting
// and reordering have no place in 1.2: the merger has them from the source.
internal import XMLStream

extension XLIFF.Writer {
  /// - Parameter hasMid: whether annotations may carry their id: outside a segment's mark the schema takes `mid` for a
  ///   segment's.
  mutating func writeContent12(_ content: borrowing XLIFF.Content, hasMid: Bool) {
    let elements = content.elements
    if !elements.isEmpty { nesting.match(elements, markers: true) }
    content.text.withUnsafeBufferPointer { text in
      var position = 0
      for index in elements.indices {
        let offset = min(max(elements[index].offset, position), text.count)
        xml.text(UnsafeBufferPointer(rebasing: text[position..<offset]))
        position = offset
        writeElement12(index, elements, hasMid: hasMid)
      }
      xml.text(UnsafeBufferPointer(rebasing: text[position...]))
    }
  }

  private mutating func writeElement12(_ index: Int, _ elements: [XLIFF.InlineElement], hasMid: Bool) {
    let element = elements[index]
    let nests = nesting.partner[index] >= 0
    switch element.kind {
    case .standaloneCode:
      xml.startElement("x")
      writeCode12(element, isPlaceholder: true, hasHints: true)
      xml.endElement("x")
    case .spanStart where nests:
      xml.startElement("g")
      writeCode12(element, isPlaceholder: false, hasHints: true)
    case .spanEnd where nests:
      xml.endElement("g")
    case .startCode where element.isIsolated, .endCode where element.isIsolated:
      xml.startElement("it")
      xml.attribute("pos", literal: element.kind == .startCode ? "open" : "close")
      writeCode12(element, isPlaceholder: false, hasHints: false)
      xml.endElement("it")
    case .spanStart, .startCode:
      xml.startElement("bx")
      // A second start of that id (a copy of the code) would make `rid` ambiguous.
      if !startsAtHand.contains(element.id) {
        startsAtHand.append(element.id)
        xml.attribute("rid", element.id)
      }
      writeCode12(element, isPlaceholder: false, hasHints: true)
      xml.endElement("bx")
    case .spanEnd, .endCode:
      xml.startElement("ex")
      // In a partial target the start may be missing; the schema wants `rid` to find it. The id is the start's anyway.
      if startsAtHand.contains(element.id) { xml.attribute("rid", element.id) }
      xml.attribute("id", element.id)
      if let display = element.display { xml.attribute("equiv-text", display) }
      xml.endElement("ex")
    case .markStart where nests, .startMarker where nests:
      xml.startElement("mrk")
      xml.attribute("mtype", XLIFF.mtype(type: element.type, translate: element.translate))
      if hasMid { xml.attribute("mid", element.id) }
      if let value = element.value { xml.attribute("comment", value) }
    case .markEnd where nests, .endMarker where nests:
      xml.endElement("mrk")
    case .markStart, .markEnd, .startMarker, .endMarker:
      // An annotation that overlaps something else can't be said in 1.2; the text loses nothing.
      return
    }
  }

  private mutating func writeCode12(_ element: XLIFF.InlineElement, isPlaceholder: Bool, hasHints: Bool) {
    xml.attribute("id", element.id)
    if let ctype = XLIFF.ctype(type: element.type, subType: element.subType, isPlaceholder: isPlaceholder) {
      xml.attribute("ctype", ctype)
    }
    if hasHints && !element.canCopy { xml.attribute("clone", literal: "no") }
    if !element.subFlows.isEmpty { xml.attribute("xid", element.subFlows.joined(separator: " ")) }
    if let display = element.display { xml.attribute("equiv-text", display) }
  }
}
