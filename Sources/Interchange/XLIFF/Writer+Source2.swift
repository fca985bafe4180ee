// Units as an extractor finds them, with a source and no target, straight from bytes into XLIFF 2.x: no value of the model is
// made for them. Byte for byte what `write(_: Unit)` writes of the same unit, to which a test holds it.
internal import XMLStream

extension XLIFF.Writer {
  /// Begins a unit of the file that was begun; 2.x only, as all that follows here.
  /// - Parameters:
  ///   - id: an NMTOKEN.
  ///   - nameLength: how many bytes of it are the unit's name, which says what field of the article this is.
  ///   - format: the HTML element that previews it (`fs:fs`); empty where there is none.
  package mutating func beginUnit(id: Span<UInt8>, nameLength: Int, maximumLength: Int?, format: StaticString) {
    hasUnits = true
    xml.markup("<unit id=\"")
    xml.markup(id)
    xml.markup("\" name=\"")
    xml.markup(id.extracting(first: nameLength))
    if let maximumLength {
      xml.markup("\" slr:sizeRestriction=\"")
      xml.markup(number: maximumLength)
    }
    literal("\" fs:fs=\"", format)
    xml.markup("\">\n")
  }

  /// Begins the notes of a unit that was begun: one that says where it stands, which ends here, and room for more.
  /// - Parameters:
  ///   - category: as `separator` without a character that XML would need escaped.
  ///   - label: what comes first; where `rest`, UTF-8, is not empty, `separator` and that follow.
  ///   - ending: what comes last, of characters that need no escaping.
  package mutating func beginNotes(
    category: StaticString, _ label: String, _ separator: StaticString, _ rest: Span<UInt8>, ending: Span<UInt8>
  ) {
    xml.markup("<notes><note category=\"")
    xml.markup(category)
    xml.markup("\">")
    xml.text(label)
    if !rest.isEmpty {
      xml.markup(separator)
      rest.withUnsafeBufferPointer { xml.text($0) }
    }
    xml.markup(ending)
    xml.markup("</note>")
  }

  /// Appends a note.
  package mutating func note(_ note: XLIFF.Note) { writeNote2(note) }

  /// Ends the notes.
  package mutating func endNotes() { xml.markup("</notes>\n") }

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
  /// - Parameter isInitial: whether the segment says that its state is `initial`.
  package mutating func beginSource(segment: Int?, isInitial: Bool = false) {
    guard let segment else { return xml.markup("<ignorable>\n<source>") }
    xml.markup("<segment id=\"s")
    xml.markup(number: segment)
    if isInitial { xml.markup("\" state=\"initial") }
    xml.markup("\">\n<source>")
  }

  /// Ends the source and begins the target.
  package mutating func beginTarget() { xml.markup("</source>\n<target>") }

  /// Ends a source, or a target, and its segment or ignorable.
  package mutating func endPart(isSegment: Bool, hasTarget: Bool = false) {
    xml.markup(hasTarget ? "</target>\n" : "</source>\n")
    xml.markup(isSegment ? "</segment>\n" : "</ignorable>\n")
  }

  /// Appends text of a source or a target.
  package mutating func sourceText(_ text: UnsafeBufferPointer<UInt8>) {
    xml.text(text, forbidden: Self.writeCodePoint)
  }

  /// Ends the unit.
  package mutating func endUnit() { xml.markup("</unit>\n") }

  // MARK: Terms

  /// Appends what a glossary says of terms in the unit that was begun; it comes before the notes.
  package mutating func glossary(_ entries: [XLIFF.GlossaryEntry]) { writeGlossary(entries) }

  /// The start of the mark of a term.
  /// - Parameters:
  ///   - number: its id is `m` and this.
  ///   - nests: whether it and the codes up to its end nest (`mrk`), or not (`sm`).
  ///   - value: what the term means, or nil.
  package mutating func beginMark(_ number: Int, nests: Bool, value: String?) {
    xml.markup(nests ? "<mrk id=\"m" : "<sm id=\"m")
    xml.markup(number: number)
    xml.markup("\" type=\"term")
    if let value { self.value("\" value=\"", value) }
    xml.markup(nests ? "\">" : "\"/>")
  }

  /// The end of that mark.
  package mutating func endMark(_ number: Int, nests: Bool) {
    guard !nests else { return xml.markup("</mrk>") }
    xml.markup("<em startRef=\"m")
    xml.markup(number: number)
    xml.markup("\"/>")
  }

  // MARK: Codes

  /// What a code says of itself, but for its number, its data and what is shown of it.
  package struct SourceCode: ~Copyable {
    /// `type` and `subType`; `subType` empty where there is none.
    package var type: StaticString
    package var subType: StaticString
    package var hints: XLIFF.EditingHints
    /// Ids of the units that hold its own text.
    package var subFlows: ArraySlice<String>
    /// The HTML element that previews it (`fs:fs`), empty where there is none.
    package var format: StaticString

    /// A code of that type.
    package init(
      type: StaticString, subType: StaticString, hints: XLIFF.EditingHints, subFlows: ArraySlice<String> = [],
      format: StaticString = ""
    ) {
      self.type = type
      self.subType = subType
      self.hints = hints
      self.subFlows = subFlows
      self.format = format
    }
  }

  /// A code by itself (`ph`), or the start of a pair that does not nest (`sc`).
  /// - Parameters:
  ///   - number: the code's id.
  ///   - data: the number of its original data.
  ///   - display: what a translator sees in its place, UTF-8.
  ///   - equivalent: plain text in its place (`equiv`), UTF-8; empty where there is none, which is the default.
  ///   - formatAttributes: those of its preview (`fs:subFs`), UTF-8; empty where it needs none.
  ///   - isFirstFixed: whether no code before it in this source is one that may not be reordered.
  package mutating func standaloneCode(
    _ number: Int, isStart: Bool, data: Int, display: Span<UInt8>, equivalent: Span<UInt8>,
    formatAttributes: Span<UInt8>, _ code: borrowing SourceCode, _ isFirstFixed: inout Bool
  ) {
    xml.markup(isStart ? "<sc id=\"" : "<ph id=\"")
    xml.markup(number: number)
    hints(code.hints, &isFirstFixed)
    format(code, formatAttributes)
    reference("\" dataRef=\"d", data)
    value("\" disp=\"", display)
    if !equivalent.isEmpty { value("\" equiv=\"", equivalent) }
    if !code.subFlows.isEmpty { value("\" subFlows=\"", code.subFlows.joined(separator: " ")) }
    type(code)
    xml.markup("\"/>")
  }

  /// The end of a pair that does not nest (`ec`), which repeats its start's hints.
  package mutating func endCode(_ number: Int, data: Int, display: Span<UInt8>, _ startHints: XLIFF.EditingHints) {
    xml.markup("<ec startRef=\"")
    xml.markup(number: number)
    var isFirstFixed = false
    hints(startHints, &isFirstFixed)
    reference("\" dataRef=\"d", data)
    value("\" disp=\"", display)
    xml.markup("\"/>")
  }

  /// The start of a pair that nests (`pc`), which says all of its end too.
  package mutating func beginSpan(
    _ number: Int, data: Int, display: Span<UInt8>, endData: Int, endDisplay: Span<UInt8>,
    formatAttributes: Span<UInt8>, _ code: borrowing SourceCode, _ isFirstFixed: inout Bool
  ) {
    xml.markup("<pc id=\"")
    xml.markup(number: number)
    hints(code.hints, &isFirstFixed)
    format(code, formatAttributes)
    reference("\" dataRefStart=\"d", data)
    reference("\" dataRefEnd=\"d", endData)
    value("\" dispStart=\"", display)
    value("\" dispEnd=\"", endDisplay)
    if !code.subFlows.isEmpty { value("\" subFlowsStart=\"", code.subFlows.joined(separator: " ")) }
    type(code)
    xml.markup("\">")
  }

  /// The end of such a pair.
  package mutating func endSpan() { xml.markup("</pc>") }

  /// What a code that may not be reordered must also say: not to be copied, nor deleted (4.3.1, `canReorder`).
  @inline(__always)
  private mutating func hints(_ hints: XLIFF.EditingHints, _ isFirstFixed: inout Bool) {
    if hints == .all { return }
    let isFixed = !hints.contains(.reorder)
    if isFixed || !hints.contains(.copy) { xml.markup("\" canCopy=\"no") }
    if isFixed || !hints.contains(.delete) { xml.markup("\" canDelete=\"no") }
    guard isFixed else { return }
    xml.markup(isFirstFixed ? "\" canReorder=\"firstNo" : "\" canReorder=\"no")
    isFirstFixed = false
  }

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

  /// An attribute whose value needs no escaping; none where it is empty.
  @inline(__always)
  private mutating func literal(_ attribute: StaticString, _ value: StaticString) {
    guard value.utf8CodeUnitCount > 0 else { return }
    xml.markup(attribute)
    xml.markup(value)
  }

  @inline(__always)
  private mutating func type(_ code: borrowing SourceCode) {
    literal("\" type=\"", code.type)
    literal("\" subType=\"", code.subType)
  }

  @inline(__always)
  private mutating func format(_ code: borrowing SourceCode, _ attributes: Span<UInt8>) {
    literal("\" fs:fs=\"", code.format)
    if !attributes.isEmpty { value("\" fs:subFs=\"", attributes) }
  }
}
