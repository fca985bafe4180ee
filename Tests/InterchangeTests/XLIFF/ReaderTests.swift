import Interchange
import Testing
import XMLStream

private func read(_ text: String) throws -> XLIFF.Document {
  try XLIFF.Reader.read(bytes: [UInt8](text.utf8), fileName: "test.xlf")
}

/// 2.1 as other tools write it.
@Suite struct XLIFFReaderTests {
  @Test func prefixesGroupsExtensionsAndIndentationDoNotMatter() throws {
    let document = try read(
      """
      <?xml version="1.0"?>
      <!-- from a CAT tool -->
      <x:xliff xmlns:x="urn:oasis:names:tc:xliff:document:2.0" xmlns:my="urn:mine" my:tool="9" trgLang="nl" srcLang="en"
        version="2.1">
        <x:file original="o" id="f" my:k="v">
          <my:block><x:unit id="not-a-unit"/></my:block>
          <x:group id="g" translate="no">
            <my:thing>text</my:thing>
            <x:group id="h">
              <x:unit id="u1">
                <mtc:matches xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0"><mtc:match ref="#m"><x:source>no</x:source></mtc:match></mtc:matches>
                <x:notes><x:note my:k="1" category="c">een noot</x:note></x:notes>
                <x:segment state="final" id="s" subState="my:x">
                  <x:source>one <x:pc subType="xlf:b" id="1" type="fmt">two</x:pc>
       three</x:source>
                  <x:target/>
                </x:segment>
                <x:ignorable><x:source> </x:source></x:ignorable>
              </x:unit>
              <x:unit translate="yes" id="u2"><x:segment><x:source><![CDATA[a<b]]></x:source></x:segment></x:unit>
            </x:group>
          </x:group>
        </x:file>
      </x:xliff>
      """)
    #expect(document.version == .v2_1 && document.sourceLanguage == "en" && document.targetLanguage == "nl")
    let file = try #require(document.files.first)
    #expect(file.id == "f" && file.original == "o" && file.units.map(\.id) == ["u1", "u2"])
    let unit = file.units[0]
    #expect(!unit.translate && file.units[1].translate)
    #expect(unit.notes.map(\.text) == ["een noot"] && unit.notes[0].category == "c")
    #expect(unit.notes[0].attributes == [.init("k", namespace: "urn:mine", "1")])
    #expect(unit.matches.map(\.target.plainText) == [""] && unit.matches[0].reference == "#m")
    #expect(file.groups.map(\.id) == ["g", "h"] && file.groups[1].parent == 0 && unit.group == 1)
    #expect(unit.parts.map(\.kind) == [.segment, .ignorable])
    #expect(unit.parts[0].state == .final && unit.parts[0].subState == "my:x" && unit.parts[0].line == 13)
    #expect(unit.parts[0].source.plainText == "one two\n three")
    #expect(
      unit.parts[0].source.elements == [
        .init(.spanStart, at: 4, id: "1", type: "fmt", subType: "xlf:b"), .init(.spanEnd, at: 7, id: "1"),
      ])
    #expect(unit.parts[0].target == XLIFF.Content())
    #expect(unit.parts[1].target == nil && unit.parts[1].source.plainText == " ")
    #expect(file.units[1].parts[0].source.plainText == "a<b")
  }

  @Test func utf16WithByteOrderMarkIsRead() throws {
    let text =
      "<?xml version=\"1.0\" encoding=\"utf-16\"?><xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.2\" version=\"2.2\" "
      + "srcLang=\"en\"><file id=\"f\"><unit id=\"u\"><segment><source>na\u{EF}ef 💊<cp hex=\"0001\"/></source></segment></unit></file></xliff>"
    let bytes: [UInt8] =
      [0xFF, 0xFE] + text.utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let document = try XLIFF.Reader.read(bytes: bytes, fileName: "t")
    #expect(document.version == .v2_2)
    #expect(document.files[0].units[0].parts[0].source.plainText == "na\u{EF}ef 💊\u{1}")
  }

  @Test func filesComeOneByOneAndTheCallersErrorComesThrough() throws {
    struct Stop: Error {}
    var document = XLIFF.Document(version: .v2_0, sourceLanguage: "en", targetLanguage: "nl")
    document.files = [.init(id: "a", original: "a"), .init(id: "b", original: "b")]
    let bytes = XLIFF.Writer.bytes(of: document)
    var ids: [String] = []
    let header = try XLIFF.Reader.read(bytes: bytes, fileName: "t") { header, file in
      #expect(header.targetLanguage == "nl" && header.files.isEmpty)
      ids.append(file.id)
    }
    #expect(ids == ["a", "b"] && header.version == .v2_0)
    #expect(throws: Stop.self) { try XLIFF.Reader.read(bytes: bytes, fileName: "t") { _, _ in throw Stop() } }
  }

  @Test(
    arguments: [
      ("<html/>", "root element is <html>"),
      ("<xliff version=\"1.1\" xmlns=\"urn:oasis:names:tc:xliff:document:1.1\"/>", "version 1.1 in namespace"),
      ("<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" srcLang=\"en\"/>", "no version in namespace"),
      ("<xliff version=\"2.2\" xmlns=\"urn:oasis:names:tc:xliff:document:2.0\"/>", "version 2.2 in namespace"),
      ("<!DOCTYPE xliff><xliff/>", "document type declaration"),
      ("{\"title\": 1}", "not well-formed"),
      (
        "<xliff version=\"2.0\" xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" srcLang=\"en\"><file id=\"f\">\n<unit",
        "ends inside <unit>"
      ),
      (
        """
        <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" datatype="html" source-language="en"
        target-language="nl"><body/></file><file original="b" datatype="html" source-language="en" target-language="de">
        <body/></file></xliff>
        """, "en to de"
      ),
    ])
  func whatIsNotReadIsRefusedByName(text: String, problem: String) throws {
    let error = try #require(throws: XMLError.self) { try read(text) }
    #expect(error.problem.contains(problem), "\(error)")
    #expect(error.file == "test.xlf" && error.line > 0 && !error.remedy.isEmpty)
  }
}

/// 1.2 as other tools write it.
@Suite struct XLIFF12ReaderTests {
  private func units(_ body: String) throws -> [XLIFF.Unit] {
    try read(
      """
      <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:my="urn:mine">
      <file original="post" source-language="en" target-language="nl" datatype="html"><body>\(body)</body></file></xliff>
      """
    ).files[0].units
  }

  private func parts(_ unit: String) throws -> [XLIFF.Part] {
    var parts = try units("<trans-unit id='u'>\(unit)</trans-unit>")[0].parts
    for index in parts.indices { parts[index].line = 0 }
    return parts
  }

  @Test func nativeCodeIsDataAndNotText() throws {
    let unit = try #require(
      try units(
        """
        <group translate="no"><trans-unit id="7" resname="n" maxwidth="60" size-unit="char"><source>a <bpt id="1" rid="9" \
        ctype="bold">&lt;b&gt;</bpt>b<ept id="2" rid="9">&lt;/b&gt;</ept> <ph id="3">&lt;br/&gt;</ph><it id="4" pos="close" \
        equiv-text="end">&lt;/b&gt;</it><mrk mtype="term" mid="t" comment="c">c</mrk></source>
        <alt-trans><source>no</source><target>no</target></alt-trans><note from="me">hi</note></trans-unit></group>
        """
      ).first)
    #expect(unit.id == "7" && unit.name == "n" && unit.maximumLength == 60 && !unit.translate)
    #expect(unit.notes == [.init(category: "me", "hi")])
    #expect(unit.parts.count == 1 && unit.parts[0].target == nil)
    #expect(unit.parts[0].source.plainText == "a b c")
    var elements = unit.parts[0].source.elements
    #expect(elements.map(\.isNative) == [true, true, true, true, false, false])
    #expect(elements.map { $0.attributes.map(\.name) } == [["rid"], ["id", "rid"], [], [], [], []])
    for index in elements.indices { (elements[index].isNative, elements[index].attributes) = (false, []) }
    #expect(
      elements == [
        .init(.startCode, at: 2, id: "1", dataReference: "d1", display: "<b>", type: "fmt", subType: "xlf:b"),
        .init(.endCode, at: 3, id: "1", dataReference: "d2", display: "</b>"),
        .init(.standaloneCode, at: 4, id: "3", dataReference: "d3", display: "<br/>"),
        .init(.endCode, at: 4, id: "4", dataReference: "d2", display: "end", isIsolated: true),
        .init(.markStart, at: 4, id: "t", type: "term", value: "c"), .init(.markEnd, at: 5, id: "t"),
      ])
    #expect(unit.originalData.map(\.bytes) == ["<b>", "</b>", "<br/>"].map { Array($0.utf8) })
  }

  @Test func endsFindTheirStartsByIdWhereThereIsNoRid() throws {
    let elements = try parts("<source><bx id='5'/>a<ex id='5'/></source>")[0].source.elements
    #expect(elements.map(\.id) == ["5", "5"] && elements.map(\.kind) == [.startCode, .endCode])
  }

  @Test func segmentsAndGapsComeFromTheMarks() throws {
    let parts = try parts(
      """
      <source>A. B.</source><seg-source><mrk mtype="seg" mid="1">A.</mrk> <mrk mtype="seg" mid="2">B.</mrk></seg-source>
      <target state="needs-review-translation"><mrk mtype="seg" mid="1">X.</mrk>  <mrk mtype="seg" mid="2">Y.</mrk></target>
      """)
    #expect(
      parts == [
        .init(
          .segment, id: "1", state: .translated, subState: "xliff12:needs-review-translation", source: .init("A."),
          target: .init("X.")),
        .init(.ignorable, source: .init(" "), target: .init("  ")),
        .init(
          .segment, id: "2", state: .translated, subState: "xliff12:needs-review-translation", source: .init("B."),
          target: .init("Y.")),
      ])
  }

  @Test func aTargetWithoutMarksIsOneSegment() throws {
    let parts = try parts(
      """
      <source>A. B.</source><seg-source><mrk mtype="seg" mid="1">A.</mrk> <mrk mtype="seg" mid="2">B.</mrk></seg-source>
      <target state="signed-off">X en Y.</target>
      """)
    #expect(parts == [.init(.segment, state: .reviewed, source: .init("A. B."), target: .init("X en Y."))])
  }

  @Test func anEmptyTargetOfSegmentsIsNoTarget() throws {
    let parts = try parts(
      "<source>A.</source><seg-source><mrk mtype='seg' mid='1'>A.</mrk> </seg-source><target state='new'/>")
    #expect(parts.map(\.target) == [nil, nil])
  }

  /// Nothing a translator did is lost, not even what has no place in the source.
  @Test func textBetweenMarksAndUnknownSegmentsAreKept() throws {
    let parts = try parts(
      """
      <source>A.B.</source><seg-source><mrk mtype="seg" mid="1">A.</mrk><mrk mtype="seg" mid="2">B.</mrk></seg-source>
      <target><mrk mtype="seg" mid="1">X.</mrk> en <mrk mtype="seg" mid="2">Y.</mrk><mrk mtype="seg" mid="3">Z.</mrk>!</target>
      """)
    #expect(
      parts == [
        .init(.segment, id: "1", source: .init("A."), target: .init("X.")),
        .init(.ignorable, source: .init(), target: .init(" en ")),
        .init(.segment, id: "2", source: .init("B."), target: .init("Y.")),
        .init(.segment, id: "3", source: .init(), target: .init("Z.")),
        .init(.ignorable, source: .init(), target: .init("!")),
      ])
  }

  /// Targets in the order in which their file has them, sources where there are none.
  private func inTargetOrder(_ parts: [XLIFF.Part]) -> String {
    parts.enumerated().sorted { ($0.element.order ?? $0.offset + 1) < ($1.element.order ?? $1.offset + 1) }
      .map { ($0.element.target ?? $0.element.source).plainText }.joined()
  }

  /// The source is `1. 2. 3.`, in marks of these ids, with white space between them.
  @Test(
    arguments: [
      ("<2/> <1/> <3/>", "b a c", [3, nil, 1, nil, nil]), ("<3/> <2/> <1/>", "c b a", [5, nil, nil, nil, 1]),
      ("<3/>, <1/> <2/>", "c, a b", [3, nil, 5, nil, 1]), ("<2/><1/>!", "b a!3.", [3, nil, 1, nil, nil]),
      ("<3/> <1/>", "c 2. a", [5, nil, nil, nil, 1]), ("<1/> <2/> <3/>", "a b c", [nil, nil, nil, nil, nil]),
      ("<1/><n/><2/> <3/>", "an b c", [nil, nil, nil, nil, nil, nil]),
      ("<1/> <n/> <2/> <3/>", "a n b c", [nil, nil, nil, nil, nil, nil, nil]),
      ("<n/> <1/> <2/> <3/>", "n a b c", [nil, nil, nil, nil, nil, nil, nil]),
      ("<2/> <n/> <1/> <3/>", "b n a c", [5, nil, nil, nil, 1, nil, nil]),
      ("<2/> <n/>", "1. b n 3.", [nil, nil, nil, nil, nil, nil, nil]),
      ("<2/> <1/> <2/> <3/>", "b a b c", [3, nil, 1, nil, nil, nil, nil]),
    ] as [(String, String, [Int?])])
  func theTargetsOrderIsKept(target: String, expected: String, orders: [Int?]) throws {
    var marks = target
    for (id, text) in [("1", "a"), ("2", "b"), ("3", "c"), ("n", "n")] {
      marks = marks.replacing("<\(id)/>", with: "<mrk mtype='seg' mid='\(id)'>\(text)</mrk>")
    }
    let parts = try parts(
      """
      <source>1. 2. 3.</source><seg-source><mrk mtype='seg' mid='1'>1.</mrk> <mrk mtype='seg' mid='2'>2.</mrk> <mrk \
      mtype='seg' mid='3'>3.</mrk></seg-source><target>\(marks)</target>
      """)
    #expect(inTargetOrder(parts) == expected)
    #expect(parts.map(\.order) == orders)
    #expect(parts.map(\.source.plainText).joined() == "1. 2. 3.", "the source keeps its order")
  }

  @Test func aSpanOverSegmentsIsCutIntoHalves() throws {
    let parts = try parts(
      """
      <source><g id="1">A. B.</g></source><seg-source><g id="1"><mrk mtype="seg" mid="1">A.</mrk> <mrk mtype="seg" \
      mid="2">B.</mrk></g></seg-source>
      """)
    #expect(parts.map(\.kind) == [.ignorable, .segment, .ignorable, .segment, .ignorable])
    #expect(parts[0].source.elements == [.init(.startCode, at: 0, id: "1")])
    #expect(parts[4].source.elements == [.init(.endCode, at: 0, id: "1")])
  }

  @Test(
    arguments: [
      ("state='translated'", "", XLIFF.State.translated), ("state='translated'", "approved='yes'", .final),
      ("", "approved='yes'", .final), ("", "", nil), ("state='needs-translation'", "approved='yes'", .initial),
      ("state='x-ours'", "", nil),
    ])
  func statesAreMapped(state: String, approved: String, expected: XLIFF.State?) throws {
    let unit = try units("<trans-unit id='u' \(approved)><source>A</source><target \(state)>B</target></trans-unit>")[0]
    #expect(unit.parts[0].state == expected)
  }

  @Test func ctypesComeBack() throws {
    let types: [(String?, String?)] = [
      ("fmt", "xlf:b"), ("fmt", "xlf:lb"), ("fmt", nil), ("link", nil), ("link", "overzet:mail"), ("image", nil),
      ("ui", "overzet:x-y"), ("other", "xliff12:x-vendor-thing"), (nil, nil),
    ]
    var content = XLIFF.Content("a")
    for (number, (type, subType)) in types.enumerated() {
      content.elements += [
        .init(.standaloneCode, at: 0, id: "x\(number)", type: type, subType: subType),
        .init(.spanStart, at: 0, id: "g\(number)", type: type, subType: subType),
        .init(.spanEnd, at: 1, id: "g\(number)"),
      ]
    }
    // Offsets never fall: each pair after the first is empty.
    for index in content.elements.indices.dropFirst(2) { content.elements[index].offset = 1 }
    let unit = XLIFF.Unit(id: "u", parts: [.init(.segment, source: content)])
    let document = XLIFF.Document(
      version: .v1_2, sourceLanguage: "en", targetLanguage: "nl", files: [.init(id: "f", original: "f", units: [unit])])
    let read = try XLIFF.Reader.read(bytes: XLIFF.Writer.bytes(of: document), fileName: "t")
    #expect(read.withoutLines == document)
  }
}
