import Testing
import XMLStream

/// A document as a line of text: `<name attribute=value>`, `text`, `</name>`, separated by `|`.
private func outline(
  _ bytes: [UInt8], policy: XMLReader.DoctypePolicy = .refused
) throws(XMLError) -> String {
  let reader = XMLReader(bytes: bytes, file: "test.xml", policy: policy)
  var items: [String] = []
  while true {
    switch try reader.next() {
    case .startElement:
      let attributes = (0..<reader.attributeCount).map {
        " \(reader.attributeName($0).localName)=\(reader.attributeValue($0))"
      }
      items.append("<\(reader.name.localName)\(attributes.joined())>")
    case .endElement: items.append("</\(reader.name.localName)>")
    case .text: items.append(reader.text)
    case .endOfDocument: return items.joined(separator: "|")
    }
  }
}

private func outline(_ text: String, policy: XMLReader.DoctypePolicy = .refused) throws(XMLError) -> String {
  try outline([UInt8](text.utf8), policy: policy)
}

@Suite struct XMLReaderTests {
  @Test func givesElementsAttributesAndText() throws {
    let text =
      "<?xml version='1.0'?><a x='1' y='&lt;&amp;&#10;é'>één<b/> &amp; <!-- no --><?pi no?>twee<![CDATA[<&]]></a>"
    #expect(try outline(text) == "<a x=1 y=<&\né>|één|<b>|</b>| & twee<&|</a>")
  }

  @Test func namesAreExpandedWhateverThePrefix() throws {
    let text = "<p:a xmlns:p='urn:one' xmlns='urn:two' p:k='1' k='2'><a xml:lang='nl'/></p:a>"
    let reader = XMLReader(bytes: [UInt8](text.utf8), file: "t")
    #expect(try reader.next() == .startElement)
    #expect(reader.name == XMLName("a", namespace: "urn:one"))
    #expect(reader.attribute("k") == "2")
    #expect(reader.attribute("k", namespace: "urn:one") == "1")
    #expect(reader.attribute("absent") == nil)
    #expect(try reader.next() == .startElement)
    #expect(reader.name == XMLName("a", namespace: "urn:two"))
    #expect(reader.attribute("lang", namespace: XMLName.xmlNamespace) == "nl")
  }

  @Test func linesAreCountedPast65535() throws {
    let text = "<a>" + String(repeating: "\n", count: 70_000) + "<b/></a>"
    let reader = XMLReader(bytes: [UInt8](text.utf8), file: "t")
    while try reader.next() != .startElement || reader.name.localName != "b" {}
    #expect(reader.line == 70_001)
  }

  @Test func utf16AndByteOrderMarksAreRead() throws {
    let text =
      "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a k=\"ü\">\(String(repeating: "café 💊 ", count: 20_000))</a>"
    let little: [UInt8] =
      [0xFF, 0xFE] + text.utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let big: [UInt8] = [0xFE, 0xFF] + text.utf16.flatMap { unit -> [UInt8] in [UInt8(unit >> 8), UInt8(unit & 0xFF)] }
    let expected = "<a k=ü>|\(String(repeating: "café 💊 ", count: 20_000))|</a>"
    #expect(try outline(little) == expected)
    #expect(try outline(big) == expected)
    #expect(try outline([0xEF, 0xBB, 0xBF] + [UInt8]("<a>é</a>".utf8)) == "<a>|é|</a>")
    let latin = [UInt8]("<?xml version='1.0' encoding='ISO-8859-1'?><a>caf".utf8) + [0xE9] + [UInt8]("</a>".utf8)
    #expect(try outline(latin) == "<a>|café|</a>")
  }

  @Test func aTextOfTwelveMegabytesIsOneEvent() throws {
    let count = 12_000_000
    let text = [UInt8]("<a>".utf8) + [UInt8](repeating: 0x61, count: count) + [UInt8]("</a>".utf8)
    let reader = XMLReader(bytes: text, file: "t")
    #expect(try reader.next() == .startElement)
    #expect(try reader.next() == .text)
    #expect(reader.withTextBytes { $0.count } == count)
    #expect(try reader.next() == .endElement)
    #expect(try reader.next() == .endOfDocument)
  }

  @Test(arguments: [1, 63, 65_530, 65_536, 131_072])
  func chunksDoNotShow(padding: Int) throws {
    let filler = String(repeating: "x", count: padding)
    #expect(
      try outline("<a><b k='\(filler)'>\(filler)&amp;é💊</b>\(filler)</a>")
        == "<a>|<b k=\(filler)>|\(filler)&é💊|</b>|\(filler)|</a>")
  }

  @Test func elementsAreSkippedAndReadWhole() throws {
    let reader = XMLReader(bytes: [UInt8]("<a><b>1<c>2</c></b><d>3<e>4</e>5</d></a>".utf8), file: "t")
    #expect(try reader.next() == .startElement)
    #expect(try reader.next() == .startElement)
    try reader.skipElement()
    #expect(try reader.next() == .startElement)
    #expect(reader.name.localName == "d")
    #expect(try reader.elementText() == "345")
    #expect(try reader.next() == .endElement)
  }
}

@Suite struct XMLReaderRefusalTests {
  private func refusal(_ text: String, policy: XMLReader.DoctypePolicy = .refused) -> XMLError? {
    do {
      _ = try outline(text, policy: policy)
      return nil
    } catch { return error }
  }

  @Test func mismatchedTagsAreLocated() throws {
    let error = try #require(refusal("<a>\n<b>\n</a>"))
    #expect(error.file == "test.xml" && error.line == 3)
    #expect(error.problem.contains("not well-formed") && error.problem.contains("mismatch"))
    #expect(!error.remedy.isEmpty)
  }

  @Test(arguments: [
    "<a>\n<b>text", "<a>\n<b>text<", "<a>\n<b>text</b", "<a>\n<b k='", "<a>\n<b>te &am", "<a>\n<b><![CDATA[x",
  ])
  func aCutFileSaysWhereItEnds(text: String) throws {
    let error = try #require(refusal(text))
    #expect(error.problem.hasPrefix("the file ends inside <"), "\(error)")
    #expect(error.line == 2)
  }

  @Test(arguments: ["", "  \n", "<?xml version='1.0'?>", "<", "{\"id\": 1}", "plain text"])
  func whatIsNoXMLIsRefused(text: String) throws {
    let error = try #require(refusal(text))
    #expect(!error.problem.isEmpty)
  }

  @Test(arguments: [
    "<a b='1' b='2'/>", "<a><p:b/></a>", "<a/><b/>", "<a>\u{1}</a>", "<a>&#1;</a>", "<a k='<'/>", "<a/>x",
  ])
  func whatIsNotWellFormedIsRefused(text: String) {
    #expect(refusal(text) != nil)
  }

  @Test func invalidUTF8IsRefused() {
    #expect(throws: XMLError.self) { try outline([0x3C, 0x61, 0x3E, 0xC3, 0x28, 0x3C, 0x2F, 0x61, 0x3E]) }
  }

  @Test func aDoctypeIsRefusedOrSkippedByPolicy() throws {
    let text = "<?xml version='1.0'?>\n<!DOCTYPE tbx SYSTEM 'TBXcoreStructV02.dtd'>\n<tbx>x</tbx>"
    let refused = try #require(refusal(text))
    #expect(refused.line == 2 && refused.problem.contains("<!DOCTYPE tbx>"))
    #expect(try outline(text, policy: .ignoredWithoutSubset) == "<tbx>|x|</tbx>")
    #expect(
      try outline("<!DOCTYPE a PUBLIC 'p' 'http://example.org/a.dtd'><a/>", policy: .ignoredWithoutSubset) == "<a>|</a>"
    )
  }

  @Test(
    arguments: [
      "<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>",
      "<!DOCTYPE a SYSTEM 'a.dtd' [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><a>&e;</a>",
      "<!DOCTYPE a [<!ENTITY % p SYSTEM 'http://example.org/p'>%p;]><a/>",
      "<!DOCTYPE a [<!ATTLIST a k CDATA 'v'>]><a/>",
      "<!DOCTYPE a []><a/>",
      "<!DOCTYPE a [<!ENTITY l 'lol'><!ENTITY m '&l;&l;&l;&l;&l;&l;&l;&l;'><!ENTITY n '&m;&m;&m;&m;&m;'>]><a>&n;</a>",
    ], [XMLReader.DoctypePolicy.refused, .ignoredWithoutSubset])
  func anInternalSubsetIsAlwaysRefused(text: String, policy: XMLReader.DoctypePolicy) throws {
    let error = try #require(refusal(text, policy: policy))
    #expect(error.problem.contains("declarations of its own"), "\(error)")
  }

  @Test(arguments: ["<a>&nbsp;</a>", "<a k='&nbsp;'/>"])
  func undefinedEntitiesAreRefusedEvenBehindADoctype(body: String) throws {
    #expect(refusal(body) != nil)
    let behind = try #require(refusal("<!DOCTYPE a SYSTEM 'a.dtd'>" + body, policy: .ignoredWithoutSubset))
    #expect(behind.problem.contains("&nbsp;"))
  }

  @Test func nestingIsBounded() throws {
    let deep = { (depth: Int) in
      String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
    }
    #expect(refusal(deep(256)) == nil)
    #expect(try #require(refusal(deep(257))).problem.contains("deep"))
    #expect(refusal(deep(100_000)) != nil)
  }
}
