import Interchange
import Testing

/// XLIFF 1.2: each case with the rules that it breaks, in the order of its lines.
@Suite struct XLIFFValidationTests12 {
  private func rules(_ body: String, header: String = "", file: String = "", root: String = "") throws -> [String] {
    let text = """
      <xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"\(root)>
      <file original="a" datatype="html" source-language="en" target-language="nl"\(file)>\(header)<body>
      \(body)
      </body></file></xliff>
      """
    return try XLIFF.Validator.validate(bytes: [UInt8](text.utf8), fileName: "t.xlf").map(\.rule)
  }

  private static func unit(_ content: String, id: String = "u") -> String {
    "<trans-unit id=\"\(id)\">\(content)</trans-unit>"
  }

  private static let cases: [(String, [String])] = [
    (unit("<source/>"), []),
    ("", []),
    (unit("<target/>"), ["element.missing"]),
    (unit("<target/><source/>"), ["element.missing", "element.order"]),
    (unit("<source/><note/><target/>"), ["element.order"]),
    (unit("<source/>") + unit("<source/>"), ["unit.id.unique"]),
    ("<group id=\"g\"/><group id=\"g\"/>", ["group.id.unique"]),
    ("<trans-unit><source/></trans-unit>", ["attribute.missing"]),
    // Values and their extensions.
    (unit("<source/><target state=\"translated\"/>"), []),
    (unit("<source/><target state=\"x-mine\"/>"), []),
    (unit("<source/><target state=\"mine\"/>"), ["attribute.value"]),
    (unit("<source/><target state-qualifier=\"fuzzy-match\" equiv-trans=\"no\"/>"), []),
    (unit("<source/><target equiv-trans=\"maybe\"/>"), ["attribute.value"]),
    (unit("<source/><target coord=\"1;2;#;-4\"/>"), []),
    (unit("<source/><target coord=\"1;2;3\"/>"), ["attribute.value"]),
    (unit("<source><mrk mtype=\"term\">a</mrk></source>"), []),
    (unit("<source><mrk>a</mrk></source>"), ["attribute.missing"]),
    (unit("<source><mrk mtype=\"word\">a</mrk></source>"), ["attribute.value"]),
    (unit("<source><x id=\"1\" ctype=\"x-wordpress\"/></source>"), []),
    (unit("<source><x id=\"1\" ctype=\"bold\"/></source>"), ["attribute.value"]),
    (unit("<source><it id=\"1\">a</it></source>"), ["attribute.missing"]),
    (unit("<source/><note priority=\"11\"/>"), ["attribute.value"]),
    (
      unit("<source/><context-group purpose=\"location x-mine\"><context context-type=\"record\"/></context-group>"), []
    ),
    (
      unit("<source/><context-group purpose=\"place\"><context context-type=\"record\"/></context-group>"),
      [
        "attribute.value"
      ]
    ),
    (unit("<source bogus=\"1\"/>"), ["attribute.unlisted"]),
    (unit("<source/><my:a xmlns:my=\"urn:my\"/>"), []),
    (unit("<my:a xmlns:my=\"urn:my\"/><source/>"), ["element.missing", "element.order"]),
    // Languages.
    (unit("<source xml:lang=\"EN\"/><target xml:lang=\"nl\"/>"), []),
    (unit("<source xml:lang=\"fr\"/>"), ["xml:lang.file"]),
    (unit("<source/><alt-trans><source xml:lang=\"fr\"/><target xml:lang=\"de\"/></alt-trans>"), []),
    (unit("<source xml:lang=\"e_n\"/>"), ["language.tag", "xml:lang.file"]),
    // Pairs.
    (unit("<source><bpt id=\"1\" rid=\"a\"/><ept id=\"2\" rid=\"a\"/></source>"), []),
    (unit("<source><bpt id=\"1\"/><ept id=\"1\"/></source>"), []),
    (unit("<source><ept id=\"2\" rid=\"a\"/></source>"), ["rid.unresolved"]),
    (
      unit("<source><bpt id=\"1\" rid=\"a\"/><bpt id=\"2\" rid=\"a\"/><ept id=\"3\" rid=\"a\"/></source>"),
      [
        "rid.unique"
      ]
    ),
    (unit("<source><bx id=\"1\"/></source>"), ["code.pair"]),
    (unit("<source><ex id=\"1\"/></source>"), ["code.pair"]),
    // Segments.
    (
      unit(
        "<source>a</source><seg-source><mrk mtype=\"seg\" mid=\"1\">a</mrk></seg-source>"
          + "<target><mrk mtype=\"seg\" mid=\"1\">b</mrk></target>"), []
    ),
    (
      unit(
        "<source>a</source><seg-source><mrk mtype=\"seg\" mid=\"1\">a</mrk></seg-source>"
          + "<target><mrk mtype=\"seg\" mid=\"2\">b</mrk></target>"), ["mrk.mid.unresolved"]
    ),
    (
      unit(
        "<source/><seg-source><mrk mtype=\"seg\" mid=\"1\"/><mrk mtype=\"seg\" mid=\"1\"/></seg-source>"),
      ["mrk.mid.unique"]
    ),
    (unit("<source/><alt-trans mid=\"1\"><target/></alt-trans>"), ["mrk.mid.unresolved"]),
    // References.
    ("<trans-unit id=\"u\" phase-name=\"p\"><source/></trans-unit>", ["phase.unresolved"]),
    (unit("<source/><alt-trans tool-id=\"t\"><target/></alt-trans>"), ["tool.unresolved"]),
    (unit("<source><ph id=\"1\" xid=\"u\"/></source>"), []),
    (unit("<source><ph id=\"1\" xid=\"w\"/></source>"), ["xid.unresolved"]),
    ("<group><count-group name=\"c\"/><count-group name=\"c\"/></group>", ["group.name.unique"]),
    // What a target lost.
    (unit("<source><x id=\"1\"/></source><target>a</target>"), ["target.code.missing"]),
    (unit("<source><x id=\"1\"/></source><target/>"), []),
  ]

  @Test func eachFaultHasItsRule() throws {
    for (body, expected) in Self.cases { #expect(try rules(body) == expected, "\(body)") }
  }

  @Test func headersAreReferredTo() throws {
    let header = """
      <header><phase-group><phase phase-name="p" process-name="q" tool-id="t" date="2026-01-31T12:00:00Z"/></phase-group>
      <tool tool-id="t" tool-name="T"/></header>
      """
    let unit = "<trans-unit id=\"u\" phase-name=\"p\"><source/></trans-unit>"
    #expect(try rules(unit, header: header, file: " tool-id=\"t\"") == [])
    #expect(try rules(unit, header: header, file: " tool-id=\"w\"") == ["tool.unresolved"])
    #expect(try rules(unit, header: header.replacing("2026-01-31", with: "2026-02-31")) == ["attribute.value"])
    #expect(try rules(unit, header: header.replacing("<tool ", with: "<reference/><tool ")) == ["element.missing"])
  }

  /// What a file declares, and what is asked.
  @Test func theStrictVariantIsStricter() throws {
    let location =
      " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
      + " xsi:schemaLocation=\"urn:oasis:names:tc:xliff:document:1.2 xliff-core-1.2-strict.xsd\""
    let body = Self.unit("<source ts=\"now\">a</source>")
    #expect(try rules(body) == [])
    #expect(try rules(body, root: location) == ["attribute.misplaced"])
    #expect(
      try rules(body, root: location.replacing("strict", with: "transitional")) == [])
    let alternatives = Self.unit("<source/><alt-trans><target/><target/></alt-trans>")
    #expect(try rules(alternatives) == [])
    #expect(try rules(alternatives, root: location) == ["element.count"])
  }
}
