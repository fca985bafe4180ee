// XLIFF 1.2: file, header, trans-unit. Valid against the strict schema, and so against the transitional one.
internal import XMLStream

extension XLIFF.Writer {
  mutating func beginFile12(_ file: borrowing XLIFF.File) {
    xml.startElement("file")
    xml.attribute("original", file.original)
    xml.attribute("source-language", sourceLanguage)
    if let targetLanguage { xml.attribute("target-language", targetLanguage) }
    xml.attribute("datatype", literal: "html")
    xml.newline()
    if file.skeletonReference != nil || !file.metadata.isEmpty || !file.notes.isEmpty { writeHeader12(file) }
    xml.startElement("body")
    xml.newline()
  }

  mutating func endFile12() {
    xml.endElement("body")
    xml.newline()
    xml.endElement("file")
    xml.newline()
  }

  private mutating func writeHeader12(_ file: borrowing XLIFF.File) {
    xml.startElement("header")
    xml.newline()
    if let reference = file.skeletonReference {
      xml.startElement("skl")
      xml.startElement("external-file")
      xml.attribute("href", reference)
      xml.endElement("external-file")
      xml.endElement("skl")
      xml.newline()
    }
    for datum in file.metadata {
      xml.startElement("note")
      xml.attribute("from", literal: "overzet")
      xml.text(datum.key)
      xml.text("=")
      xml.text(datum.value)
      xml.endElement("note")
      xml.newline()
    }
    writeNotes12(file.notes)
    xml.endElement("header")
    xml.newline()
  }

  private mutating func writeNotes12(_ notes: [XLIFF.Note]) {
    for note in notes {
      xml.startElement("note")
      if let category = note.category { xml.attribute("from", category) }
      xml.text(note.text)
      xml.endElement("note")
      xml.newline()
    }
  }

  mutating func writeUnit12(_ unit: borrowing XLIFF.Unit) {
    xml.startElement("trans-unit")
    xml.attribute("id", unit.id)
    if let name = unit.name { xml.attribute("resname", name) }
    if !unit.translate { xml.attribute("translate", literal: "no") }
    if let maximum = unit.maximumLength {
      xml.attribute("maxwidth", String(maximum))
      xml.attribute("size-unit", literal: "char")
    }
    xml.attribute("xml:space", literal: "preserve")
    xml.newline()

    xml.startElement("source")
    startsAtHand.removeAll(keepingCapacity: true)
    for index in unit.parts.indices { writeContent12(unit.parts[index].source, hasMid: false) }
    xml.endElement("source")
    xml.newline()

    // One segment that is the whole unit needs no marks.
    let isSegmented = unit.parts.count > 1 || unit.parts.first?.kind == .ignorable
    if isSegmented { writeSegmentedSource(unit) }
    if unit.parts.contains(where: { $0.kind == .segment && $0.target != nil }) {
      xml.startElement("target")
      if let state = targetState(unit) { xml.attribute("state", state) }
      startsAtHand.removeAll(keepingCapacity: true)
      if isSegmented {
        writeSegmentedTarget(unit)
      } else if let target = unit.parts.first?.target {
        writeContent12(target, hasMid: false)
      }
      xml.endElement("target")
      xml.newline()
    }
    writeNotes12(unit.notes)
    xml.endElement("trans-unit")
    xml.newline()
  }

  private mutating func writeSegmentedSource(_ unit: borrowing XLIFF.Unit) {
    xml.startElement("seg-source")
    startsAtHand.removeAll(keepingCapacity: true)
    for index in unit.parts.indices {
      let isSegment = unit.parts[index].kind == .segment
      if isSegment { beginSegmentMark(unit, index) }
      writeContent12(unit.parts[index].source, hasMid: isSegment)
      if isSegment { xml.endElement("mrk") }
    }
    xml.endElement("seg-source")
    xml.newline()
  }

  /// Segments without a target are left out, and with them the white space before them; the gaps between those that
  /// have one are written even where the model has no target for them, or the sentences would run together.
  private mutating func writeSegmentedTarget(_ unit: borrowing XLIFF.Unit) {
    for index in unit.parts.indices {
      if unit.parts[index].kind == .segment {
        guard let target = unit.parts[index].target else { continue }
        beginSegmentMark(unit, index)
        writeContent12(target, hasMid: true)
        xml.endElement("mrk")
      } else {
        let isSegment = { (part: XLIFF.Part) in part.kind == .segment }
        let neighbour = unit.parts[index...].first(where: isSegment) ?? unit.parts[..<index].last(where: isSegment)
        guard neighbour?.target != nil else { continue }
        writeContent12(unit.parts[index].target ?? unit.parts[index].source, hasMid: false)
      }
    }
  }

  private mutating func beginSegmentMark(_ unit: borrowing XLIFF.Unit, _ index: Int) {
    xml.startElement("mrk")
    xml.attribute("mtype", literal: "seg")
    var id = unit.parts[index].id
    if id.isEmpty {
      id = "seg-\(index + 1)"
      while unit.parts.contains(where: { $0.id == id }) { id += "_" }
    }
    xml.attribute("mid", id)
  }

  /// A 1.2 target has one state for all its segments: the lowest.
  private func targetState(_ unit: borrowing XLIFF.Unit) -> String? {
    var lowest: XLIFF.State?
    var subState: String?
    var isPartial = false
    for part in unit.parts where part.kind == .segment {
      if part.target == nil { isPartial = true }
      guard part.target != nil else { continue }
      if let own = part.subState, own.hasPrefix(XLIFF.prefix12) { subState = own }
      guard let state = part.state else { continue }
      lowest = lowest.map { min($0, state) } ?? state
    }
    if let subState { return String(subState.dropFirst(XLIFF.prefix12.count)) }
    return lowest.map { XLIFF.state12(isPartial ? .initial : $0) }
  }
}
