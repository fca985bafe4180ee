// XLIFF 1.2 inline elements. `g`, `x`, `bx`, `ex` stand for codes that are elsewhere; `bpt`, `ept`, `ph`,
// `it` hold the native code itself, which becomes original data and display text, never text.
internal import XMLStream

extension DocumentParser {
  /// The content of the current element in pieces, up to and past its end tag; original data goes to `unit`.
  func pieces12(_ unit: inout XLIFF.Unit) throws(XMLError) -> [Piece12] {
    var reading = Reading12(line: xml.line)
    try inline12(&reading, &unit)
    return reading.pieces.filter { $0.id != nil || !$0.content.isEmpty }
  }

  private func inline12(_ reading: inout Reading12, _ unit: inout XLIFF.Unit) throws(XMLError) {
    while true {
      switch try xml.next() {
      case .text: xml.appendText(to: &reading.pieces[reading.last].content.text)
      case .endElement, .endOfDocument: return
      case .startElement: try inlineElement12(&reading, &unit)
      }
    }
  }

  private func inlineElement12(_ reading: inout Reading12, _ unit: inout XLIFF.Unit) throws(XMLError) {
    let word = element()
    switch word {
    case .mrk where attribute(.mtype) == "seg" && reading.pieces[reading.last].id == nil:
      reading.pieces.append(Piece12(id: attribute(.mid) ?? "", line: xml.line))
      if attribute(.mid) == nil { report("mrk.mid.missing", "a segment's <mrk> has no mid") }
      try inline12(&reading, &unit)
      reading.pieces.append(Piece12(line: xml.line))
    case .g, .mrk:
      var start = word == .g ? code12(.spanStart, reading) : annotation12(&reading)
      start.offset = reading.offset
      let place = reading.append(start)
      try inline12(&reading, &unit)
      reading.close(
        place, word == .g ? .spanEnd : .markEnd, word == .g ? (.startCode, .endCode) : (.startMarker, .endMarker))
    case .x, .bx, .ex:
      var code = code12(word == .x ? .standaloneCode : word == .bx ? .startCode : .endCode, reading)
      code.offset = reading.offset
      reading.pair(&code, attribute(.rid))
      _ = reading.append(code)
      try xml.skipElement()
    case .ph, .bpt, .ept, .it:
      try nativeCode12(word, &reading, &unit)
    default:
      report("element.misplaced", "<\(xml.name.localName)> may not stand in a text")
      try xml.skipElement()
    }
  }

  private func nativeCode12(_ word: XLIFFWord, _ reading: inout Reading12, _ unit: inout XLIFF.Unit) throws(XMLError) {
    let opens = attribute(.pos) != "close"
    let kind: XLIFF.InlineElement.Kind =
      switch word {
      case .ph: .standaloneCode
      case .bpt: .startCode
      case .it where opens: .startCode
      default: .endCode
      }
    var code = code12(kind, reading)
    code.offset = reading.offset
    code.isIsolated = word == .it
    if word != .it { reading.pair(&code, attribute(.rid)) }
    let native = try xml.elementBytes()
    if !native.isEmpty {
      code.dataReference = unit.dataReference(of: native)
      code.display = code.display ?? String(decoding: native, as: UTF8.self)
    }
    _ = reading.append(code)
  }

  private func code12(_ kind: XLIFF.InlineElement.Kind, _ reading: Reading12) -> XLIFF.InlineElement {
    var code = XLIFF.InlineElement(kind, at: 0, id: attribute(.id) ?? "", display: attribute(.equivText))
    if code.id.isEmpty { report("inline.id.missing", "<\(xml.name.localName)> has no id") }
    if let ctype = attribute(.ctype) { (code.type, code.subType) = XLIFF.type(ofCtype: ctype) }
    if attribute(.clone) == "no" { code.canCopy = false }
    if let references = attribute(.xid) { code.subFlows = references.split(separator: " ").map(String.init) }
    return code
  }

  private func annotation12(_ reading: inout Reading12) -> XLIFF.InlineElement {
    reading.annotationCount += 1
    var mark = XLIFF.InlineElement(.markStart, at: 0, id: attribute(.mid) ?? "m\(reading.annotationCount)")
    (mark.type, mark.translate) = XLIFF.annotation(ofMtype: attribute(.mtype) ?? "x-generic")
    mark.value = attribute(.comment)
    return mark
  }
}

/// The pieces of the 1.2 element that is being read.
private struct Reading12 {
  var pieces: [Piece12]
  var annotationCount = 0
  /// The `rid` of each start code met, and the code's id.
  private var starts: [(link: String, id: String)] = []

  init(line: Int) { pieces = [Piece12(line: line)] }

  var last: Int { pieces.count - 1 }
  var offset: Int { pieces[last].content.text.count }

  /// Appends to the piece at hand, and says where the element went.
  mutating func append(_ element: XLIFF.InlineElement) -> (piece: Int, element: Int) {
    pieces[last].content.elements.append(element)
    return (last, pieces[last].content.elements.count - 1)
  }

  /// Ends the span that begins at `place`. Where a segment's mark stands between, the halves become `halves`.
  mutating func close(
    _ place: (piece: Int, element: Int), _ kind: XLIFF.InlineElement.Kind,
    _ halves: (start: XLIFF.InlineElement.Kind, end: XLIFF.InlineElement.Kind)
  ) {
    let id = pieces[place.piece].content.elements[place.element].id
    let isWhole = place.piece == last
    if !isWhole { pieces[place.piece].content.elements[place.element].kind = halves.start }
    _ = append(XLIFF.InlineElement(isWhole ? kind : halves.end, at: offset, id: id))
  }

  /// Gives an end code its start's id: the two share a `rid`, or in older files the id itself (XLIFF 1.2, `ept`).
  mutating func pair(_ code: inout XLIFF.InlineElement, _ rid: String?) {
    let link = rid ?? code.id
    if code.kind == .startCode { starts.append((link, code.id)) }
    if code.kind == .endCode, let start = starts.last(where: { $0.link == link }) { code.id = start.id }
  }
}

extension XLIFF.Unit {
  /// The id under which `native` stands in the original data; it is added where it is not there yet.
  fileprivate mutating func dataReference(of native: [UInt8]) -> String {
    if let known = originalData.first(where: { $0.bytes == native }) { return known.id }
    originalData.append(XLIFF.OriginalData(id: "d\(originalData.count + 1)", bytes: native))
    return "d\(originalData.count)"
  }
}
