// XLIFF 1.2 inline elements: `g` for a pair inside one segment, `bx`/`ex` for halves in two or that overlap,
// `x` for the rest, `it` for a half whose other half is in another unit. Codes that are native in their file, and all of a
// document that comes from 2.x, have the code itself in them: `bpt`/`ept`, `ph`, `it`. Elsewhere the merger has it from
// the source. Equivalents and the hints on deleting and reordering have no place in 1.2.
internal import XMLStream

extension XLIFF.Writer {
  /// - Parameters:
  ///   - data: what the codes stand for.
  ///   - hasMid: whether annotations may carry their id: outside a segment's mark the schema takes `mid` in a target for a
  ///     segment's.
  mutating func writeContent12(
    _ content: borrowing XLIFF.Content, _ data: borrowing [XLIFF.OriginalData], hasMid: Bool
  ) {
    let elements = content.elements
    if !elements.isEmpty {
      nesting.match(elements, markers: true)
      if dataAtHand == nil, isConverting || elements.contains(where: \.isNative) {
        dataAtHand = [:]
        for datum in data.indices { dataAtHand?[data[datum].id] = data[datum].bytes }
      }
    }
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
    let partner = nesting.partner[index]
    switch element.kind {
    case .standaloneCode:
      if isNative(element) {
        xml.markup("<ph")
        writeNative12(element, isPlaceholder: true)
        xml.markup("</ph>")
      } else {
        xml.markup("<x")
        writeCode12(element, isPlaceholder: true)
        xml.markup("/>")
      }
    case .startCode where element.isIsolated, .endCode where element.isIsolated:
      xml.markup(element.kind == .startCode ? "<it pos=\"open\"" : "<it pos=\"close\"")
      attribute(" rid=\"", element.attributes["rid"])
      writeNative12(element, isPlaceholder: false)
      xml.markup("</it>")
    case .spanStart where partner >= 0 && !isNative(element) && !isNative(elements[partner]):
      xml.markup("<g")
      writeCode12(element, isPlaceholder: false)
      xml.markup(">")
    case .spanEnd where partner >= 0 && !isNative(element) && !isNative(elements[partner]):
      xml.markup("</g>")
    case .spanStart, .startCode: writeStart12(element, isNative: isNative(element) || partner >= 0)
    case .spanEnd, .endCode: writeEnd12(element)
    case .markStart where partner >= 0, .startMarker where partner >= 0:
      xml.markup("<mrk")
      attribute(" mtype=\"", XLIFF.mtype(type: element.type, translate: element.translate))
      if hasMid && !element.id.isEmpty { attribute(" mid=\"", element.id) }
      attribute(" comment=\"", element.value)
      if !element.isPlain { writeAttributes(element.attributes) }
      xml.markup(">")
    case .markEnd where partner >= 0, .endMarker where partner >= 0:
      xml.markup("</mrk>")
    case .markStart, .markEnd, .startMarker, .endMarker:
      // An annotation that overlaps something else can't be said in 1.2; the text loses nothing.
      return
    }
  }

  /// `bx` or `bpt`.
  private mutating func writeStart12(_ element: XLIFF.InlineElement, isNative: Bool) {
    xml.markup(isNative ? "<bpt" : "<bx")
    // A second start of that id (a copy of the code) would make `rid` ambiguous.
    if startsAtHand[element.id] == nil {
      startsAtHand[element.id] = isNative
      attribute(" rid=\"", element.attributes["rid"] ?? element.id)
    }
    if isNative {
      writeNative12(element, isPlaceholder: false)
      xml.markup("</bpt>")
    } else {
      writeCode12(element, isPlaceholder: false)
      xml.markup("/>")
    }
  }

  /// `ex` or `ept`, as its start is.
  private mutating func writeEnd12(_ element: XLIFF.InlineElement) {
    let start = startsAtHand[element.id]
    let isNative = start ?? isNative(element)
    xml.markup(isNative ? "<ept" : "<ex")
    // In a partial target the start may be missing; the schema wants `rid` to find it. The id is the start's anyway.
    if start != nil { attribute(" rid=\"", element.attributes["rid"] ?? element.id) }
    attribute(" id=\"", element.attributes["id"] ?? element.id)
    writeDisplay12(element)
    if !element.isPlain { writeOthers12(element) }
    if isNative {
      xml.markup(">")
      writeData12(element)
      xml.markup("</ept>")
    } else {
      xml.markup("/>")
    }
  }

  private mutating func writeNative12(_ element: XLIFF.InlineElement, isPlaceholder: Bool) {
    writeCode12(element, isPlaceholder: isPlaceholder, hasClone: false)
    xml.markup(">")
    if isNative(element) { writeData12(element) }
  }

  private mutating func writeCode12(_ element: XLIFF.InlineElement, isPlaceholder: Bool, hasClone: Bool = true) {
    attribute(" id=\"", element.attributes["id"] ?? element.id)
    let ctype = XLIFF.ctype(type: element.type, subType: element.subType, isPlaceholder: isPlaceholder)
    attribute(" ctype=\"", ctype ?? element.formatStyle.map { XLIFF.ctype(of: $0) })
    if hasClone && !element.canCopy { xml.markup(" clone=\"no\"") }
    if !element.subFlows.isEmpty { attribute(" xid=\"", element.subFlows.joined(separator: " ")) }
    writeDisplay12(element)
    if !element.isPlain { writeOthers12(element) }
  }

  /// What a native code shows is the code itself, where nothing else is said.
  private mutating func writeDisplay12(_ element: XLIFF.InlineElement) {
    guard let display = element.display else { return }
    if isNative(element), let reference = element.dataReference, let data = dataAtHand?[reference],
      display.utf8.elementsEqual(data)
    {
      return
    }
    attribute(" equiv-text=\"", display)
  }

  private mutating func writeOthers12(_ element: XLIFF.InlineElement) {
    // A preview by an element alone is said by `ctype`.
    let isCtype = element.type == nil && element.formatStyle.map { $0.attributes == nil } ?? true
    let styles = isConverting && !isCtype ? nil : XLIFFModule.formatStyle.description
    writeAttributes(
      element.attributes,
      skips: {
        $0.namespace == styles || $0.namespace.isEmpty && ($0.name == "rid" || $0.name == "id")
      })
  }

  private mutating func writeData12(_ element: XLIFF.InlineElement) {
    guard let reference = element.dataReference, let data = dataAtHand?[reference] else { return }
    data.withUnsafeBufferPointer { xml.text($0) }
  }

  /// Whether a code is written with its data in it.
  private func isNative(_ element: XLIFF.InlineElement) -> Bool {
    if element.isNative { return true }
    guard isConverting, let reference = element.dataReference else { return false }
    return dataAtHand?[reference] != nil
  }
}
