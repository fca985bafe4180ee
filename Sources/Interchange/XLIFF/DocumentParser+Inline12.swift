// XLIFF 1.2 inline elements. `g`, `x`, `bx`, `ex` stand for codes that are elsewhere; `bpt`, `ept`, `ph`,
// `it` hold the native code itself, which becomes original data and display text, never text.
internal import XMLStream

extension DocumentParser {
  /// The content of the current element in pieces, up to and past its end tag; native codes go to `data`.
  func pieces12(_ data: inout NativeData12) throws(XMLError) -> [Piece12] {
    var reading = Reading12(line: xml.line)
    try inline12(&reading, &data)
    return reading.pieces.filter { $0.id != nil || !$0.content.isEmpty }
  }

  private func inline12(_ reading: inout Reading12, _ data: inout NativeData12) throws(XMLError) {
    while true {
      switch try xml.next() {
      case .text: xml.appendText(to: &reading.pieces[reading.last].content.text)
      case .endElement, .endOfDocument: return
      case .startElement: try inlineElement12(&reading, &data)
      }
    }
  }

  private func inlineElement12(_ reading: inout Reading12, _ data: inout NativeData12) throws(XMLError) {
    let word = element()
    switch word {
    case .mrk where attribute(.mtype) == "seg" && reading.pieces[reading.last].id == nil:
      let rest = scope == .everything ? otherAttributes { $0 == .mid || $0 == .mtype } : []
      reading.pieces.append(Piece12(id: attribute(.mid) ?? "", line: xml.line, attributes: rest))
      try inline12(&reading, &data)
      reading.pieces.append(Piece12(line: xml.line))
    // Trados Studio's tracked changes: what has been deleted is no part of the text any more.
    case .mrk where attribute(.mtype) == "x-sdl-deleted": try xml.skipElement()
    case .g, .mrk:
      var start = word == .g ? code12(.spanStart, reading) : annotation12()
      start.offset = reading.offset
      let place = reading.append(start)
      try inline12(&reading, &data)
      reading.close(
        place, word == .g ? .spanEnd : .markEnd, word == .g ? (.startCode, .endCode) : (.startMarker, .endMarker))
    case .x, .bx, .ex:
      var code = code12(word == .x ? .standaloneCode : word == .bx ? .startCode : .endCode, reading)
      code.offset = reading.offset
      if word != .x { reading.pair(&code, attribute(.rid)) }
      _ = reading.append(code)
      try xml.skipElement()
    case .ph, .bpt, .ept, .it:
      try nativeCode12(word, &reading, &data)
    default:
      try xml.skipElement()
    }
  }

  private func nativeCode12(_ word: XLIFFWord, _ reading: inout Reading12, _ data: inout NativeData12) throws(XMLError)
  {
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
    if word == .bpt || word == .ept {
      reading.pair(&code, attribute(.rid))
    } else if let rid = attribute(.rid) {
      code.attributes["rid"] = rid
    }
    let native = try xml.elementBytes()
    code.isNative = word != .it || !native.isEmpty
    if !native.isEmpty {
      code.dataReference = data.id(of: native)
      code.display = code.display ?? String(decoding: native, as: UTF8.self)
    }
    _ = reading.append(code)
  }

  private func code12(_ kind: XLIFF.InlineElement.Kind, _ reading: Reading12) -> XLIFF.InlineElement {
    var code = XLIFF.InlineElement(kind, at: 0, id: attribute(.id) ?? "", display: attribute(.equivText))
    if let ctype = attribute(.ctype) {
      if let style = XLIFF.formatStyle(ofCtype: ctype) {
        code.formatStyle = XLIFF.FormatStyle(style)
      } else {
        (code.type, code.subType) = XLIFF.type(ofCtype: ctype)
      }
    }
    let clone = attribute(.clone)
    if clone == "no" { code.canCopy = false }
    if let references = attribute(.xid) { code.subFlows = references.split(separator: " ").map(String.init) }
    if scope == .everything {
      let rest = otherAttributes {
        switch $0 {
        case .id, .equivText, .ctype, .xid, .rid, .pos: true
        case .clone: clone == "no"
        default: false
        }
      }
      if !rest.isEmpty { code.attributes = rest }
    }
    return code
  }

  private func annotation12() -> XLIFF.InlineElement {
    var mark = XLIFF.InlineElement(.markStart, at: 0, id: attribute(.mid) ?? "")
    (mark.type, mark.translate) = XLIFF.annotation(ofMtype: attribute(.mtype) ?? "x-generic")
    mark.value = attribute(.comment)
    if scope == .everything {
      let rest = otherAttributes { $0 == .mid || $0 == .mtype || $0 == .comment }
      if !rest.isEmpty { mark.attributes = rest }
    }
    return mark
  }
}

/// The pieces of the 1.2 element that is being read.
private struct Reading12 {
  var pieces: [Piece12]
  /// The code's id for the `rid` of each start code met.
  private var starts: [String: String] = [:]
  /// How many annotations have been cut by segments' marks.
  private var cutCount = 0

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
    var id = pieces[place.piece].content.elements[place.element].id
    let isWhole = place.piece == last
    if !isWhole {
      pieces[place.piece].content.elements[place.element].kind = halves.start
      if id.isEmpty {
        // The halves have nothing else to find each other by.
        cutCount += 1
        id = "cut-\(cutCount)"
        pieces[place.piece].content.elements[place.element].id = id
      }
    }
    _ = append(XLIFF.InlineElement(isWhole ? kind : halves.end, at: offset, id: id))
  }

  /// Gives an end code its start's id: the two share a `rid`, or in older files the id itself (XLIFF 1.2, `ept`). What of
  /// `rid` and id can't be told from that id stays among the attributes.
  mutating func pair(_ code: inout XLIFF.InlineElement, _ rid: String?) {
    let own = code.id
    let link = rid ?? own
    if code.kind == .startCode { starts[link] = own }
    if code.kind == .endCode, let start = starts[link] { code.id = start }
    if own != code.id { code.attributes["id"] = own }
    if let rid, rid != code.id { code.attributes["rid"] = rid }
  }
}
