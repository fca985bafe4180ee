// Units as an extractor finds them, with a source and no target, straight from bytes into XLIFF 2.x: no value of the model is
// made for them. Byte for byte what `write(_: Unit)` writes of the same unit, to which a test holds it.
internal import XMLStream

extension XLIFF.Writer {
  /// Begins a unit of the file that was begun; 2.x only, as all that follows here.
  /// - Parameters:
  ///   - id: an NMTOKEN.
  ///   - nameLength: how many bytes of it are the unit's name, which says what field of the article this is.
  package mutating func beginUnit(id: Span<UInt8>, nameLength: Int, maximumLength: Int?) {
    hasUnits = true
    xml.markup("<unit id=\"")
    xml.markup(id)
    xml.markup("\" name=\"")
    xml.markup(id.extracting(first: nameLength))
    if let maximumLength {
      xml.markup("\" slr:sizeRestriction=\"")
      xml.markup(number: maximumLength)
    }
    xml.markup("\">\n")
  }

  /// Appends the notes of a unit that was begun. The first is `label`, and where `rest` is not empty `separator` and that.
  /// - Parameters:
  ///   - category: as `separator` without a character that XML would need escaped.
  ///   - rest: UTF-8.
  ///   - more: the others.
  package mutating func notes(
    category: StaticString, _ label: String, _ separator: StaticString, _ rest: Span<UInt8>, _ more: [XLIFF.Note]
  ) {
    xml.markup("<notes><note category=\"")
    xml.markup(category)
    xml.markup("\">")
    xml.text(label)
    if !rest.isEmpty {
      xml.markup(separator)
      rest.withUnsafeBufferPointer { xml.text($0) }
    }
    xml.markup("</note>")
    for note in more { writeNote2(note) }
    xml.markup("</notes>\n")
  }

  /// Appends one piece of markup that codes stand for, numbered from 1; these come before the parts.
  package mutating func originalData(_ number: Int, _ bytes: Span<UInt8>) {
    xml.markup(number == 1 ? "<originalData><data id=\"d" : "<data id=\"d")
    xml.markup(number: number)
    xml.markup("\">")
    bytes.withUnsafeBufferPointer { xml.text($0, forbidden: Self.writeCodePoint) }
    xml.markup("</data>")
  }

  /// Ends the original data, where there has been any.
  package mutating func endOriginalData() { xml.markup("</originalData>\n") }

  /// Begins a segment of that number, from 1, or where that is nil an ignorable, and its source.
  package mutating func beginSource(segment: Int?) {
    guard let segment else { return xml.markup("<ignorable>\n<source>") }
    xml.markup("<segment id=\"s")
    xml.markup(number: segment)
    xml.markup("\">\n<source>")
  }

  /// Ends a source, and its segment or ignorable.
  package mutating func endSource(isSegment: Bool) {
    xml.markup(isSegment ? "</source>\n</segment>\n" : "</source>\n</ignorable>\n")
  }

  /// Appends text of a source.
  package mutating func sourceText(_ text: UnsafeBufferPointer<UInt8>) {
    xml.text(text, forbidden: Self.writeCodePoint)
  }

  /// Ends the unit.
  package mutating func endUnit() { xml.markup("</unit>\n") }

  // MARK: Codes

  /// What all codes but ends say of themselves.
  package typealias CodeTraits = (type: String, subType: String?, subFlows: ArraySlice<String>)

  /// A code by itself (`ph`), or the start of a pair that does not nest (`sc`).
  /// - Parameters:
  ///   - number: the code's id.
  ///   - data: the number of its original data.
  ///   - display: what a translator sees in its place, UTF-8.
  package mutating func standaloneCode(
    _ number: Int, isStart: Bool, data: Int, display: Span<UInt8>, _ traits: CodeTraits
  ) {
    xml.markup(isStart ? "<sc id=\"" : "<ph id=\"")
    xml.markup(number: number)
    reference("\" dataRef=\"d", data)
    value("\" disp=\"", display)
    if !traits.subFlows.isEmpty { value("\" subFlows=\"", traits.subFlows.joined(separator: " ")) }
    type(traits)
    xml.markup("\"/>")
  }

  /// The end of a pair that does not nest (`ec`).
  package mutating func endCode(_ number: Int, data: Int, display: Span<UInt8>) {
    xml.markup("<ec startRef=\"")
    xml.markup(number: number)
    reference("\" dataRef=\"d", data)
    value("\" disp=\"", display)
    xml.markup("\"/>")
  }

  /// The start of a pair that nests (`pc`), which says all of its end too.
  package mutating func beginSpan(
    _ number: Int, data: Int, display: Span<UInt8>, endData: Int, endDisplay: Span<UInt8>, _ traits: CodeTraits
  ) {
    xml.markup("<pc id=\"")
    xml.markup(number: number)
    reference("\" dataRefStart=\"d", data)
    reference("\" dataRefEnd=\"d", endData)
    value("\" dispStart=\"", display)
    value("\" dispEnd=\"", endDisplay)
    if !traits.subFlows.isEmpty { value("\" subFlowsStart=\"", traits.subFlows.joined(separator: " ")) }
    type(traits)
    xml.markup("\">")
  }

  /// The end of such a pair.
  package mutating func endSpan() { xml.markup("</pc>") }

  @inline(__always)
  private mutating func reference(_ attribute: StaticString, _ data: Int) {
    xml.markup(attribute)
    xml.markup(number: data)
  }

  @inline(__always)
  private mutating func value(_ attribute: StaticString, _ value: Span<UInt8>) {
    xml.markup(attribute)
    value.withUnsafeBufferPointer { xml.attributeValue($0) }
  }

  private mutating func value(_ attribute: StaticString, _ value: String) {
    xml.markup(attribute)
    xml.attributeValue(value)
  }

  private mutating func type(_ traits: CodeTraits) {
    value("\" type=\"", traits.type)
    if let subType = traits.subType { value("\" subType=\"", subType) }
  }
}
