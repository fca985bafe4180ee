import Interchange
import Testing
import XMLStream

/// The typed views of what a file says in attributes and notes, and the document as a stream.
@Suite struct XLIFFModelTests {
  private func unit(_ text: String) throws -> XLIFF.Unit {
    let document = """
      <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:slr="urn:oasis:names:tc:xliff:sizerestriction:2.0" \
      xmlns:fs="urn:oasis:names:tc:xliff:fs:2.0" xmlns:its="http://www.w3.org/2005/11/its" \
      xmlns:val="urn:oasis:names:tc:xliff:validation:2.0" version="2.1" srcLang="en" trgLang="nl"><file id="f">\(text)</file></xliff>
      """
    let read = try XLIFF.Reader.read(bytes: Array(document.utf8), fileName: "a.xlf")
    return try #require(read.files.first?.units.first)
  }

  @Test func attributesHaveTypedViews() throws {
    let unit = try unit(
      """
      <unit id="u" type="my:kind" canResegment="no" trgDir="rtl" fs:fs="p" fs:subFs="class,lead" slr:sizeRestriction="2,60" \
      slr:storageRestriction="90" its:person="p" its:mtConfidence="0.9" its:allowedCharacters="[a-z]">
      <val:validation><val:rule isPresent="x" occurs="2" caseSensitive="no"/><val:rule my:own="1" xmlns:my="urn:m"/></val:validation>
      <segment><source>a <mrk id="m" its:locQualityIssueType="omission" its:locQualityIssueSeverity="50" \
      its:locQualityIssueEnabled="no" its:taClassRef="c" its:taConfidence="0.5">b</mrk> <pc id="1" canOverlap="yes" fs:fs="b">c</pc>\
      </source></segment></unit>
      """)
    #expect(
      unit.modules.type == "my:kind" && unit.modules.canResegment == false && unit.modules.targetDirection == "rtl")
    #expect(unit.modules.formatStyle == XLIFF.FormatStyle("p", attributes: "class,lead"))
    #expect(unit.maximumLength == 60)
    #expect(unit.sizeRestriction == XLIFF.SizeRestriction(minimum: 2, maximum: 60, maximumStorage: 90))
    #expect(unit.modules.attributes.provenance.map(\.name) == ["person"])
    #expect(unit.modules.attributes.machineTranslationConfidence == "0.9")
    #expect(unit.modules.attributes.allowedCharacters == "[a-z]")
    let rules = unit.modules.validation
    #expect(rules.map(\.requirement) == [.isPresent("x", occurs: 2), nil])
    #expect(rules.map(\.isCaseSensitive) == [false, true] && rules[0].normalization == "nfc" && !rules[0].isDisabled)
    let elements = unit.parts[0].source.elements
    #expect(
      elements[0].attributes.qualityIssue == XLIFF.QualityIssue(type: "omission", severity: 50, isEnabled: false))
    #expect(elements[0].attributes.textAnalysis == XLIFF.TextAnalysis(classReference: "c", confidence: "0.5"))
    #expect(elements[2].canOverlap == true && elements[2].formatStyle == XLIFF.FormatStyle("b"))
    #expect(elements[1].attributes.qualityIssue == nil && elements[1].attributes.textAnalysis == nil)
  }

  @Test func viewsAreWrittenAsAttributes() {
    var unit = XLIFF.Unit(id: "u")
    unit.sizeRestriction = XLIFF.SizeRestriction(maximum: 60)
    #expect(unit.maximumLength == 60 && unit.modules.attributes.isEmpty)
    unit.sizeRestriction = XLIFF.SizeRestriction(minimum: 2, maximum: 60)
    #expect(unit.modules.attributes.map(\.value) == ["2,60"])
    unit.sizeRestriction = nil
    #expect(unit.maximumLength == nil && unit.modules == XLIFF.Modules())
    var attributes: [XLIFF.Attribute] = []
    attributes.qualityIssue = XLIFF.QualityIssue(type: "terminology", comment: "c", severity: 33.5)
    #expect(attributes.map(\.value) == ["terminology", "c", "33.5"])
    attributes.qualityIssue = nil
    #expect(attributes.isEmpty)
    #expect(XLIFF.Percentage("85%").value == 85 && XLIFF.Percentage("high").value == nil)
    #expect(XLIFF.Percentage(75).text == "75" && XLIFF.Percentage(75.5).text == "75.5")
  }

  @Test func aDocumentComesEventByEvent() throws {
    let text = """
      <xliff xmlns="urn:oasis:names:tc:xliff:document:2.2" version="2.2" srcLang="en"><notes><note>of all</note></notes>
      <file id="f" original="o"><notes><note>head</note></notes><unit id="a"><segment><source>1</source></segment></unit>
      <group id="g" name="n"><group id="h" translate="no"><unit id="b"><segment><source>2</source></segment></unit></group>
      <group id="i"/></group><unit id="c"><segment><source>3</source></segment></unit></file></xliff>
      """
    var seen: [String] = []
    var writer: [XLIFF.Reader.Event] = []
    let document = try XLIFF.Reader.stream(source: .bytes(Array(text.utf8)), fileName: "a.xlf") { document, event in
      writer.append(event)
      switch event {
      case .beginFile(let file):
        seen.append("\(document.notes.map(\.text)) \(file.id) \(file.notes.map(\.text)) \(file.units.count)")
      case .beginGroup(let group): seen.append("<\(group.id) in \(group.parent.map(String.init) ?? "file")")
      case .unit(let unit): seen.append("\(unit.id) in \(unit.group.map(String.init) ?? "file") \(unit.translate)")
      case .binaryUnit: seen.append("binary")
      case .endGroup: seen.append(">")
      case .endFile(let file): seen.append("end \(file.id)")
      }
    }
    #expect(
      seen == [
        "[\"of all\"] f [\"head\"] 0", "a in file true", "<g in file", "<h in 0", "b in 1 false", ">", "<i in 0", ">",
        ">",
        "c in file true", "end f",
      ])
    // Written from the stream, or from the whole, it is the same.
    var output = XLIFF.Writer(document)
    for event in writer { output.write(event) }
    output.end()
    let whole = try XLIFF.Reader.read(bytes: Array(text.utf8), fileName: "a.xlf")
    #expect(output.xml.take() == XLIFF.Writer.bytes(of: whole))
  }

  @Test func groupsWithoutUnitsAreWritten() throws {
    var file = XLIFF.File(
      id: "f", original: "o", units: [XLIFF.Unit(id: "a"), XLIFF.Unit(id: "b"), XLIFF.Unit(id: "c")])
    file.groups = [
      XLIFF.Group(id: "g"), XLIFF.Group(id: "h", parent: 0), XLIFF.Group(id: "i", parent: 0), XLIFF.Group(id: "j"),
    ]
    (file.units[0].group, file.units[1].group, file.units[2].group) = (2, nil, 2)
    let document = XLIFF.Document(version: .v2_1, sourceLanguage: "en", targetLanguage: nil, files: [file])
    let read = try XLIFF.Reader.read(bytes: XLIFF.Writer.bytes(of: document), fileName: "a.xlf").files[0]
    #expect(read.groups.map(\.id) == ["g", "h", "i", "j"] && read.groups.map(\.parent) == [nil, 0, 0, nil])
    // A group that was closed is not opened again: its id would be there twice.
    #expect(read.units.map(\.group) == [2, nil, nil])
  }

  @Test func aGlossaryEntryIsANoteIn12AndComesBack() throws {
    var unit = XLIFF.Unit(id: "u", parts: [.init(.segment, source: .init("acne scar"))])
    unit.glossary = [
      XLIFF.GlossaryEntry(
        reference: "#m1", term: .init("acne scar"),
        translations: [.init("acnelitteken"), .init("litteken: acne\n2", source: "TBX")],
        definition: .init("what acne leaves\\n"))
    ]
    let file = XLIFF.File(id: "f", original: "f", units: [unit])
    let document = XLIFF.Document(version: .v1_2, sourceLanguage: "en", targetLanguage: "nl", files: [file])
    let bytes = XLIFF.Writer.bytes(of: document)
    #expect(String(decoding: bytes, as: UTF8.self).contains("from=\"glossary\" annotates=\"source\">term: acne scar\n"))
    let read = try XLIFF.Reader.read(bytes: bytes, fileName: "a.xlf").files[0].units[0]
    #expect(read.glossary == unit.glossary && read.notes.isEmpty)
  }
}
