import Testing

/// Documents of 1.2 that between them use each of its elements and attributes.
struct Samples12: Sendable, CustomTestStringConvertible {
  let name: String
  let bytes: [UInt8]

  var testDescription: String { name }

  private init(_ name: String, _ bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// A document of one file.
  /// - Parameter root: attributes of `<xliff>`.
  static func document(_ content: String, root: String = "", file: String = "") -> [UInt8] {
    Array(
      """
      <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" \(root)>
      <file original="post.html" source-language="en" target-language="nl" datatype="html" \(file)>\(content)</file></xliff>
      """.utf8)
  }

  /// What the strict schema takes.
  static let strict: [Samples12] = [
    Samples12("header", document(header + "<body/>", root: "xml:lang=\"en\"", file: fileAttributes)),
    Samples12("groups", document(header + "<body>\(groups)</body>", file: "tool-id=\"t1\" xml:space=\"preserve\"")),
    Samples12("units", document(header + "<body>\(units)</body>", file: "tool-id=\"t1\"")),
    Samples12("codes", document("<body>\(codes)</body>")),
    Samples12("segments", document("<body>\(segments)</body>")),
    Samples12("candidates", document(header + "<body>\(candidates)</body>", file: "tool-id=\"t1\"")),
  ]

  /// What only the transitional one does: other tools' extensions.
  static let transitional: [Samples12] = [
    Samples12(
      "extensions",
      document(extensions, root: "xmlns:sdl=\"http://sdl.com/FileTypes/SdlXliff/1.0\" sdl:version=\"1.0\"")),
    Samples12("modules", document(modules)),
  ]

  private static let fileAttributes = """
    date="2026-01-02T03:04:05Z" tool-id="t1" category="medical" product-name="p" product-version="1" build-num="7" \
    xml:space="default"
    """

  private static let header = """
    <header>
    <skl><internal-file form="text" crc="1">a &lt;skeleton> &amp; more</internal-file></skl>
    <phase-group><phase phase-name="p1" process-name="translation" company-name="c" tool-id="t1" date="2026-01-02T03:04:05Z" \
    job-id="j" contact-name="n" contact-email="e" contact-phone="0"><note from="x">een fase</note></phase></phase-group>
    <glossary><external-file href="terms.tbx" crc="2" uid="g1"/></glossary>
    <reference><internal-file>see there</internal-file></reference>
    <count-group name="all"><count count-type="total" phase-name="p1" unit="word">120</count><count unit="character">9</count></count-group>
    <tool tool-id="t1" tool-name="Tool" tool-version="1" tool-company="c"/>
    <note xml:lang="nl" priority="3" from="me" annotates="source">een noot</note><note>a note</note>
    </header>
    """

  private static let groups = """
    <group id="g1" datatype="html" xml:space="default" restype="x-my:list" resname="list" extradata="e" extype="t" help-id="h" \
    menu="m" menu-option="o" menu-name="n" coord="1;2;3;4" font="Arial" css-style="a:b" style="s" exstyle="x" translate="no" \
    reformat="no" size-unit="pixel" maxwidth="9" minwidth="1" maxheight="9" minheight="1" maxbytes="99" minbytes="1" charclass="c" \
    merged-trans="yes">
    <context-group name="where" crc="3" purpose="information match"><context context-type="sourcefile" match-mandatory="yes" \
    crc="4">a.html</context><context context-type="linenumber">12</context></context-group>
    <count-group name="words"><count unit="word">3</count></count-group>
    <note annotates="general">about the group</note>
    <group><trans-unit id="1" xml:space="preserve"><source>One</source></trans-unit></group>
    <trans-unit id="2" translate="yes"><source>Two</source></trans-unit>
    <group id="g2" translate="yes"><trans-unit id="3" translate="no"><source>Three</source></trans-unit></group>
    <bin-unit id="b1" mime-type="image/png" approved="yes" translate="no" reformat="yes" restype="x-i" resname="r"><bin-source>\
    <external-file href="a.png"/></bin-source><bin-target mime-type="image/png" state="final"><internal-file form="b64">AA==\
    </internal-file></bin-target><note>picture</note></bin-unit>
    </group>
    """

  private static let units = """
    <trans-unit id="u 1/ü" approved="yes" translate="no" reformat="coord" xml:space="preserve" datatype="plaintext" \
    phase-name="p1" restype="row" resname="r" extradata="e" extype="t" help-id="h" menu="m" menu-option="o" menu-name="n" \
    coord="1;2;3;4" font="Arial" css-style="a:b" style="s" exstyle="x" size-unit="char" maxwidth="60" minwidth="2" maxbytes="90" \
    minbytes="1" charclass="c" merged-trans="no"><source xml:lang="en">One</source><target state="final" \
    state-qualifier="exact-match" phase-name="p1" xml:lang="nl" resname="z" coord="1;2;3;4" font="F" css-style="c:d" style="s" \
    exstyle="t" equiv-trans="no">Een</target><context-group name="c"><context context-type="x-my">here</context></context-group>\
    <count-group name="n"><count>1</count></count-group><note from="glossary">no entry</note></trans-unit>
    <trans-unit id="2" size-unit="char" maxwidth="12"><source>Two</source><target state="needs-review-translation"/></trans-unit>
    <trans-unit id="3" size-unit="pixel" maxwidth="12"><source>  Three\n </source><target state="x-my:own">Drie</target></trans-unit>
    <trans-unit id="4"><source>acne scar</source><note from="glossary" annotates="source">term: acne scar
    term source: a
    translation: acnelitteken
    translation source: b
    translation: litteken\\nvan acne
    definition: what acne leaves: scars
    definition source: c
    at: #m1
    id: t1</note></trans-unit>
    """

  private static let codes = """
    <trans-unit id="1"><source>a<g id="1" ctype="bold" clone="no" xid="2" equiv-text="[b]">b<x id="2" ctype="image" clone="yes"/>\
    <g id="3" ctype="x-html-sup">c</g></g><bx id="4" rid="4" ctype="italic"/>d<bx id="5" rid="r5" ctype="x-my"/><ex id="4" \
    rid="4" equiv-text="[/i]"/>e<ex id="6" rid="r5"/><mrk mtype="term" mid="m1" comment="c">f<mrk mtype="protected">g</mrk>\
    </mrk><mrk mtype="x-my:thing" mid="m2">h</mrk><mrk mtype="abbrev">i</mrk></source></trans-unit>
    <trans-unit id="2"><source><bpt id="1" rid="1" ctype="link" crc="c1" equiv-text="[a]">&lt;a href="x"&gt;</bpt>a<ept id="2" \
    rid="1" crc="c2">&lt;/a&gt;</ept><ph id="3" ctype="lb" crc="c3" assoc="preceding">&lt;br/&gt;</ph><ph id="4"/><it id="5" \
    pos="open" rid="9" ctype="bold">&lt;b&gt;</it>b<it id="6" pos="close" crc="c4">&lt;/b&gt;</it></source><target><ph id="3" \
    ctype="lb" crc="c3" assoc="preceding">&lt;br/&gt;</ph><bpt id="1" rid="1" ctype="link">&lt;a href="x"&gt;</bpt>a<ept id="2" \
    rid="1">&lt;/a&gt;</ept></target></trans-unit>
    """

  private static let segments = """
    <trans-unit id="1"><source>One. Two.</source><seg-source xml:lang="en"><mrk mtype="seg" mid="0">One.</mrk> <mrk mtype="seg" \
    mid="1" comment="c">Two.</mrk></seg-source><target state="translated"><mrk mtype="seg" mid="0">Een.</mrk> <mrk mtype="seg" \
    mid="1" comment="d">Twee.</mrk></target></trans-unit>
    <trans-unit id="2"><source>One</source><seg-source><mrk mtype="seg" mid="0">One</mrk></seg-source><target><mrk mtype="seg" \
    mid="0">Een</mrk></target></trans-unit>
    <trans-unit id="3"><source>A. B. C.</source><seg-source><mrk mtype="seg" mid="0">A.</mrk> <mrk mtype="seg" mid="1">B.</mrk> \
    <mrk mtype="seg" mid="2">C.</mrk></seg-source><target><mrk mtype="seg" mid="2">c.</mrk> <mrk mtype="seg" mid="0">a.</mrk> \
    <mrk mtype="seg" mid="1">b.</mrk></target></trans-unit>
    """

  private static let candidates = """
    <trans-unit id="1"><source>One. Two.</source><seg-source><mrk mtype="seg" mid="0">One.</mrk> <mrk mtype="seg" \
    mid="1">Two.</mrk></seg-source><alt-trans match-quality="85%" origin="memory" mid="1" tool-id="t1" crc="1" \
    xml:lang="nl" datatype="html" xml:space="preserve" restype="row" resname="r" extradata="e" extype="t" help-id="h" menu="m" \
    menu-option="o" menu-name="n" coord="1;2;3;4" font="f" css-style="a:b" style="s" exstyle="x" phase-name="p1" \
    alttranstype="previous-version"><source xml:lang="en">Two</source><target xml:lang="nl" state="translated" \
    state-qualifier="leveraged-tm">Twee <ph id="1">&lt;br/&gt;</ph></target><context-group><context context-type="x-a">z</context>\
    </context-group><note>from a memory</note></alt-trans>
    <alt-trans alttranstype="reference"><target xml:lang="de">Eins. Zwei.</target></alt-trans>
    <alt-trans alttranstype="rejected"><target state-qualifier="x-my">Nee</target></alt-trans>
    <alt-trans><target state-qualifier="leveraged-mt"><g id="1">Een</g>. Twee.</target></alt-trans></trans-unit>
    """

  private static let extensions = """
    <header><sdl:filetype-info><sdl:filetype-id>Html 5</sdl:filetype-id></sdl:filetype-info></header><body>
    <group sdl:k="v"><sdl:cxts xmlns:m="urn:m" m:a="1"><sdl:cxt id="1">a &lt; b</sdl:cxt></sdl:cxts>
    <trans-unit id="1" sdl:locked="true" xmlns:mq="MQXliff" mq:status="Confirmed" mq:segmentguid="7"><source sdl:x="1">One</source>
    <seg-source sdl:y="1"><mrk mtype="seg" mid="1" sdl:p="q">One</mrk></seg-source><target mq:z="2"><mrk mtype="seg" mid="1"><g id="1" \
    sdl:f="b">Een</g><x id="2" sdl:g="c"/><mrk mtype="x-sdl-comment" sdl:cid="5">!</mrk></mrk></target>
    <alt-trans mq:src="tm"><target mq:t="1">Een</target><mq:more>x</mq:more></alt-trans>
    <sdl:seg-defs><sdl:seg id="1" conf="Translated"><sdl:value key="k">v</sdl:value></sdl:seg></sdl:seg-defs>
    <mq:minorversions><mq:historical/><plain xmlns="">text</plain></mq:minorversions></trans-unit></group></body>
    """

  private static let modules = """
    <header><mda:metadata xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0" id="x"><mda:metaGroup category="a"><mda:meta type="k">v\
    </mda:meta></mda:metaGroup></mda:metadata></header><body>
    <trans-unit id="1" xmlns:its="http://www.w3.org/2005/11/its" its:person="p"><source>a <mrk mtype="x-its" \
    its:locQualityIssueType="omission" its:locQualityIssueComment="c">b</mrk></source>
    <val:validation xmlns:val="urn:oasis:names:tc:xliff:validation:2.0"><val:rule isPresent="x" occurs="2"/></val:validation>
    </trans-unit></body>
    """
}
