// XLIFF 2.0, 2.1 and 2.2: file, unit, segment. Element order as the schemas want it.
internal import XMLStream

extension XLIFF.Writer {
  mutating func beginFile2(_ file: borrowing XLIFF.File) {
    xml.startElement("file")
    xml.attribute("id", file.id)
    if !file.original.isEmpty { xml.attribute("original", file.original) }
    // Once here rather than on each unit: white space in sources and targets is text.
    xml.attribute("xml:space", literal: "preserve")
    xml.newline()
    if let reference = file.skeletonReference {
      xml.startElement("skeleton")
      xml.attribute("href", reference)
      xml.endElement("skeleton")
      xml.newline()
    }
    if !file.metadata.isEmpty { writeMetadata(file.metadata) }
    // The profile that `slr:sizeRestriction` of the units counts by; it stands before they are known.
    xml.startElement("slr:profiles")
    xml.attribute("generalProfile", literal: "xliff:codepoints")
    xml.endElement("slr:profiles")
    xml.newline()
    writeNotes2(file.notes)
  }

  mutating func endFile2() {
    if !hasUnits {
      xml.startElement("unit")
      xml.attribute("id", literal: Self.emptyUnitID)
      xml.attribute("translate", literal: "no")
      writeEmptySegment()
      xml.endElement("unit")
      xml.newline()
    }
    xml.endElement("file")
    xml.newline()
  }

  private mutating func writeMetadata(_ metadata: [XLIFF.Metadatum]) {
    xml.startElement("mda:metadata")
    xml.startElement("mda:metaGroup")
    xml.attribute("category", literal: "overzet")
    xml.newline()
    for datum in metadata {
      xml.startElement("mda:meta")
      xml.attribute("type", datum.key)
      xml.text(datum.value)
      xml.endElement("mda:meta")
      xml.newline()
    }
    xml.endElement("mda:metaGroup")
    xml.endElement("mda:metadata")
    xml.newline()
  }

  private mutating func writeNotes2(_ notes: [XLIFF.Note]) {
    if notes.isEmpty { return }
    xml.markup("<notes>")
    for note in notes { writeNote2(note) }
    xml.markup("</notes>\n")
  }

  mutating func writeNote2(_ note: XLIFF.Note) {
    if let category = note.category {
      xml.markup("<note category=\"")
      xml.attributeValue(category)
      xml.markup("\">")
    } else {
      xml.markup("<note>")
    }
    xml.text(note.text)
    xml.markup("</note>")
  }

  mutating func writeUnit2(_ unit: borrowing XLIFF.Unit) {
    xml.startElement("unit")
    xml.attribute("id", unit.id)
    if let name = unit.name { xml.attribute("name", name) }
    if !unit.translate { xml.attribute("translate", literal: "no") }
    if let maximum = unit.maximumLength { xml.attribute("slr:sizeRestriction", String(maximum)) }
    xml.newline()
    writeNotes2(unit.notes)
    writeOriginalData(unit.originalData)
    for index in unit.parts.indices { writePart2(unit.parts[index]) }
    if unit.parts.isEmpty { writeEmptySegment() }
    xml.endElement("unit")
    xml.newline()
  }

  private mutating func writeOriginalData(_ data: [XLIFF.OriginalData]) {
    if data.isEmpty { return }
    xml.startElement("originalData")
    for datum in data {
      xml.startElement("data")
      xml.attribute("id", datum.id)
      datum.bytes.withUnsafeBufferPointer { xml.text($0, forbidden: Self.writeCodePoint) }
      xml.endElement("data")
    }
    xml.endElement("originalData")
    xml.newline()
  }

  private mutating func writePart2(_ part: borrowing XLIFF.Part) {
    let isSegment = part.kind == .segment
    xml.startElement(isSegment ? "segment" : "ignorable")
    if !part.id.isEmpty { xml.attribute("id", part.id) }
    if isSegment {
      // A subState needs a state beside it (XLIFF 2.1, 4.3.1, `subState`).
      if let state = part.state ?? (part.subState == nil ? nil : .initial) { xml.attribute("state", state.rawValue) }
      if let subState = part.subState { xml.attribute("subState", subState) }
    }
    xml.newline()
    xml.startElement("source")
    writeContent2(part.source)
    xml.endElement("source")
    xml.newline()
    if let target = part.target {
      xml.startElement("target")
      if let order = part.order { xml.attribute("order", String(order)) }
      writeContent2(target)
      xml.endElement("target")
      xml.newline()
    }
    xml.endElement(isSegment ? "segment" : "ignorable")
    xml.newline()
  }

  private mutating func writeEmptySegment() {
    xml.startElement("segment")
    xml.startElement("source")
    xml.endElement("source")
    xml.endElement("segment")
  }

  /// `<cp hex="0001"/>`: a code point that XML forbids (XLIFF 2.1, 4.2.3), in at least four digits.
  static func writeCodePoint(_ xml: inout XMLByteWriter, _ codePoint: UInt32) {
    let digits = String(codePoint, radix: 16, uppercase: true)
    xml.startElement("cp")
    xml.attribute("hex", String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits)
    xml.endElement("cp")
  }
}
