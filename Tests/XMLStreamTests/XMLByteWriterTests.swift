import Testing
import XMLStream

@Suite struct XMLByteWriterTests {
  private func written(_ body: (inout XMLByteWriter) -> Void) -> String {
    var writer = XMLByteWriter(capacity: 1)
    body(&writer)
    return String(decoding: writer.take(), as: UTF8.self)
  }

  private func text(_ bytes: [UInt8]) -> String {
    written { writer in bytes.withUnsafeBufferPointer { writer.text($0) } }
  }

  @Test func elementsOpenAndClose() {
    let xml = written {
      $0.declaration()
      $0.startElement("a")
      $0.attribute("k", "v")
      $0.startElement("b")
      $0.endElement("b")
      $0.element("c", "x<y")
      $0.endElement("a")
    }
    #expect(xml == "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a k=\"v\"><b/><c>x&lt;y</c></a>")
  }

  @Test func textIsEscaped() {
    #expect(text([UInt8]("a & b < c > d \" ' \t\n\r".utf8)) == "a &amp; b &lt; c &gt; d \" ' \t\n&#13;")
  }

  @Test func attributesKeepTheirLineEnds() {
    let xml = written {
      $0.startElement("a")
      $0.attribute("k", "&<>\"'\t\n\r é💊")
      $0.endElement("a")
    }
    #expect(xml == "<a k=\"&amp;&lt;&gt;&quot;'&#9;&#10;&#13; é💊\"/>")
  }

  /// Every byte at every place of a word, among neighbours that set other bits: the eight-byte scan must miss none.
  @Test func everyByteIsFoundAtEveryPlace() {
    for byte in UInt8(0)...0x7F {
      for place in 0..<17 {
        for neighbour: UInt8 in [0x20, 0x21, 0x3D, 0x7F, 0x61] {
          var bytes = [UInt8](repeating: neighbour, count: 17)
          bytes[place] = byte
          let expected = bytes.map { byte in
            switch byte {
            case 0x26: "&amp;"
            case 0x3C: "&lt;"
            case 0x3E: "&gt;"
            case 0x0D: "&#13;"
            case 0x09, 0x0A, 0x20...0x7F: String(UnicodeScalar(byte))
            default: "\u{FFFD}"
            }
          }.joined()
          #expect(text(bytes) == expected, "byte \(byte) at \(place) among \(neighbour)")
        }
      }
    }
  }

  @Test(
    arguments: [
      ([0xC0, 0x80], 2), ([0xED, 0xA0, 0x80], 3), ([0xF4, 0x90, 0x80, 0x80], 4), ([0xE2, 0x80], 2), ([0x80], 1),
      ([0xFF], 1), ([0xF0, 0x8F, 0xBF, 0xBF], 4), ([0xE0, 0x9F, 0xBF], 3), ([0xEF, 0xBF, 0xBE], 1),
      ([0xEF, 0xBF, 0xBF], 1),
    ] as [([UInt8], Int)])
  func whatIsNoCharacterIsReplaced(bytes: [UInt8], count: Int) {
    #expect(text([0x61] + bytes + [0x62]) == "a" + String(repeating: "\u{FFFD}", count: count) + "b")
  }

  @Test func forbiddenCodePointsCanBeWrittenOtherwise() {
    let bytes = [0x61, 0x01, 0x62, 0xEF, 0xBF, 0xBE, 0xEF, 0xBF, 0xBF, 0x80] as [UInt8]
    var found: [UInt32] = []
    let xml = written { writer in
      bytes.withUnsafeBufferPointer { bytes in
        writer.text(bytes) { writer, codePoint in
          found.append(codePoint)
          writer.startElement("cp")
          writer.endElement("cp")
          writer.closeStartTag()
        }
      }
    }
    #expect(found == [1, 0xFFFE, 0xFFFF])
    #expect(xml == "a<cp/>b<cp/><cp/>\u{FFFD}")
  }

  @Test func whatIsWrittenIsReadBack() throws {
    let text = "één & <twee> \"drie\" \t\n\r vier\u{202F}vijf\u{2011}zes\u{AD} 💊 \u{7F}\u{85}\u{2028}"
    var writer = XMLByteWriter()
    writer.startElement("a")
    writer.attribute("k", text)
    writer.text(text)
    writer.endElement("a")
    let reader = XMLReader(bytes: writer.take(), file: "t")
    #expect(try reader.next() == .startElement)
    #expect(reader.attribute("k") == text)
    #expect(try reader.elementText() == text)
  }

  @Test func drainingEmptiesTheBuffer() {
    var writer = XMLByteWriter()
    writer.element("a", "1")
    #expect(writer.drain { $0.count } == 8)
    #expect(writer.count == 0)
    writer.element("b", "")
    #expect(String(decoding: writer.take(), as: UTF8.self) == "<b></b>")
  }
}
