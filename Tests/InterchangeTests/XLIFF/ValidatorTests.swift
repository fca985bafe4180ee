import Interchange
import Testing
import XMLStream

@Suite struct XLIFFValidatorTests {
  private func rules(_ body: String, root: String = "srcLang=\"en\" trgLang=\"nl\"") throws -> [String] {
    let text = """
      <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" \(root)>
      <file id="f">
      \(body)
      </file></xliff>
      """
    return try XLIFF.Validator.validate(bytes: [UInt8](text.utf8), fileName: "t.xlf").map(\.rule)
  }

  private func segment(_ content: String) -> String {
    "<unit id=\"u\"><segment>\(content)</segment></unit>"
  }

  @Test(arguments: XLIFF.Version.allCases, 1...60 as ClosedRange<UInt64>)
  func whatWeWriteIsValid(version: XLIFF.Version, seed: UInt64) throws {
    let bytes = XLIFF.Writer.bytes(of: RandomDocument.make(seed: seed, version: version))
    let messages = try XLIFF.Validator.validate(bytes: bytes, fileName: "random.xlf")
    // Random documents hold together by chance only: what is asked is that each element and attribute is where it may be.
    // That exports break no constraint either is CommandLineTests' to ask.
    let structure = ["element.", "attribute.", "text.", "module.", "id.form", "xliff.", "language.tag"]
    let broken = messages.filter { message in
      message.severity == .error && structure.contains { message.rule.hasPrefix($0) }
    }
    #expect(broken == [])
  }

  @Test func eachFaultHasItsRule() throws {
    let cases: [(String, String)] = [
      (segment("<source>a</source><target>b</target>"), ""),
      ("<unit><segment><source>a</source></segment></unit>", "attribute.missing"),
      ("<unit id=\"a b\"><segment><source>a</source></segment></unit>", "id.form"),
      (segment("<source/>") + segment("<source/>"), "unit.id.unique"),
      ("<unit id=\"u\"><ignorable><source> </source></ignorable></unit>", "unit.segment.missing"),
      (
        "<unit id=\"u\"><segment id=\"s\"><source/></segment><ignorable id=\"s\"><source/></ignorable></unit>",
        "segment.id.unique"
      ),
      (segment("<target>b</target>"), "element.missing"),
      ("<unit id=\"u\"><segment state=\"done\"><source>a</source></segment></unit>", "attribute.value"),
      (segment("<source><ph id=\"1\" dataRef=\"d1\"/></source>"), "dataRef.unresolved"),
      (segment("<source><ph id=\"1\"/><ph id=\"1\"/></source>"), "inline.id.unique"),
      (segment("<source><ph/></source>"), "attribute.missing"),
      (segment("<source><sc id=\"1\"/>a</source>"), "sc.pair"),
      (segment("<source>a<ec startRef=\"1\"/></source>"), "ec.pair"),
      (segment("<source><sm id=\"1\" type=\"term\"/>a</source>"), "sm.pair"),
      (segment("<source>a<em startRef=\"1\"/></source>"), "em.pair"),
      (segment("<source><ph id=\"1\" subFlows=\"elsewhere\"/></source>"), "subFlows.unresolved"),
      (segment("<source><ph id=\"1\"/></source><target>a</target>"), "target.code.missing"),
      (segment("<source><b>a</b></source>"), "element.misplaced"),
      (segment("<source>a</source>text"), "text.misplaced"),
      (segment("<source foo=\"1\">a</source>"), "attribute.misplaced"),
      (segment("<source><ph id=\"1\" canCopy=\"maybe\"/></source>"), "attribute.value"),
      (segment("<source><cp hex=\"XYZ\"/></source>"), "cp.hex"),
      (segment("<source xml:lang=\"fr\">a</source>"), "source.xml:lang"),
      (segment("<source><mrk id=\"m\" type=\"comment\">a</mrk></source>"), "comment.annotation"),
    ]
    for (body, rule) in cases {
      #expect(try rules(body) == (rule.isEmpty ? [] : [rule]), "\(body)")
    }
    #expect(try rules(segment("<source/>"), root: "") == ["attribute.missing"])
    #expect(try rules(segment("<source/>"), root: "srcLang=\"e_n\"") == ["language.tag"])
    #expect(try rules(segment("<source/><target/>"), root: "srcLang=\"en\"") == ["trgLang.missing"])
    #expect(try rules("") == ["element.missing"])
  }

  @Test func aLostCodeIsAnErrorOnlyWhereItMayNotBeDeleted() throws {
    let severities = try ["yes", "no"].map { canDelete in
      let text = """
        <xliff xmlns="urn:oasis:names:tc:xliff:document:2.2" version="2.2" srcLang="en" trgLang="nl"><file id="f">
        <unit id="u">
        <segment><source><ph id="1" canDelete="\(canDelete)" disp="[gallery]"/></source><target>a</target></segment>
        </unit></file></xliff>
        """
      let message = try #require(try XLIFF.Validator.validate(bytes: [UInt8](text.utf8), fileName: "t").first)
      #expect(message.line == 3 && message.text.contains("[gallery] is missing"))
      return message.severity
    }
    #expect(severities == [.warning, .error])
  }

  @Test func version12IsCheckedToo() throws {
    let text = """
      <xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file original="a" datatype="html">
      <body>
      <trans-unit id="u"><source>a<x id="1"/></source><target state="done">b</target></trans-unit>
      <trans-unit id="u"><target>b</target></trans-unit>
      </body></file></xliff>
      """
    let messages = try XLIFF.Validator.validate(bytes: [UInt8](text.utf8), fileName: "t")
    #expect(
      messages.map(\.rule) == [
        "attribute.missing", "attribute.value", "target-language.missing", "target.code.missing", "unit.id.unique",
        "element.missing",
      ])
    #expect(messages.map(\.line) == [1, 3, 3, 3, 4, 4])
  }

  @Test func whatCannotBeReadIsThrown() {
    #expect(throws: XMLError.self) { try XLIFF.Validator.validate(bytes: [UInt8]("<xliff".utf8), fileName: "t") }
  }
}
