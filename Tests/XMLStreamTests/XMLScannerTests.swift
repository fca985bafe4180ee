import TestSupport
import Testing
import XMLStream

/// What a reader says of a document: its events with lines, and its error, where it has one.
private struct Account: Equatable {
  var events: [String] = []
  var error: XMLError?

  init(_ bytes: [UInt8], scans: Bool) {
    let reader = XMLReader(bytes: bytes, file: "t", scans: scans)
    do throws(XMLError) {
      while true {
        switch try reader.next() {
        case .startElement:
          let attributes = (0..<reader.attributeCount).map { position in
            "\(reader.attributeName(position))=\(reader.attributeValue(position))"
          }
          events.append("\(reader.line) <\(reader.name) \(attributes)")
        case .endElement: events.append("\(reader.line) </\(reader.name) \(reader.attributeCount)")
        case .text: events.append(reader.text)
        case .endOfDocument: return
        }
      }
    } catch {
      self.error = error
    }
  }
}

/// The scanner must give what libxml2 gives, for every document: events, lines, errors.
@Suite struct XMLScannerTests {
  @Test(arguments: [
    "<a/>", "\u{FEFF}<a>x</a>\n\n", "<?xml version=\"1.0\" encoding=\"utf-8\" standalone='yes' ?>\r\n<a></a>",
    "<?xml version='1.0'?><!-- before --><a>x</a>", "<a>one<!-- c -->two<![CDATA[<&]]>three</a><!-- after -->",
    "<a x='1'\n y = \"&lt;&#10;&quot;\t\n'\">a &amp; b &#x1F600; c</a >", "<a>\r\n1\r2</a>", "<a b='\r\n'/>",
    "<p:a xmlns:p='urn:1' xmlns='urn:2' p:k='1' k='2'><b xmlns='' xmlns:p='urn:3' p:k='3'/><b/><p:b/></p:a>",
    "<a xml:lang='nl' xml:space='preserve'><b xmlns:q='urn:1' q:x='1'/></a>",
    // What is wrong.
    "", " ", "x", "<a>", "<a", "<a b", "<a b=", "<a b='", "<a></b>", "<a></a", "<a></a>x", "<a/><b/>", "<a>]]></a>",
    "<a b='1' b='2'/>", "<a xmlns:p='u' xmlns:q='u' p:k='1' q:k='2'/>", "<p:a/>", "<a p:k='1'/>", "<a b='<'/>",
    "<a>&nbsp;</a>", "<a>&#0;</a>", "<a>&#xD800;</a>", "<a>&#1114112;</a>", "<a>&amp</a>", "<a>&;</a>", "<a>& </a>",
    "<a>\u{1}</a>", "<a>\u{FFFE}</a>", "<a b=1/>", "<a b='1'c='2'/>", "<1a/>", "<a:/>", "<:a/>", "<a:b:c/>",
    "<a xmlns:xml='urn:1'/>", "<a xmlns:p=''/>", "<a xmlns:p='u' xmlns:p='v'/>", "<a><?pi x?></a>",
    "<!DOCTYPE a><a/>", "<?xml version='1.1'?><a/>", "<?xml version='1.0' encoding='latin1'?><a>\u{E9}</a>",
    "<é>x</é>", "<a é='1'/>", "<a>\u{0}</a>", "<a>x", "<a><b>\n\n</a>",
  ])
  func saysWhatLibxml2Says(_ text: String) {
    let bytes = [UInt8](text.utf8)
    #expect(Account(bytes, scans: true) == Account(bytes, scans: false), "\(text.debugDescription)")
  }

  @Test func bytesThatAreNoUTF8AreLibxml2s() {
    for bad: [UInt8] in [[0x80], [0xC0, 0x80], [0xC3], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80]] {
      for bytes in [Array("<a>".utf8) + bad + Array("</a>".utf8), Array("<a b='".utf8) + bad + Array("'/>".utf8)] {
        #expect(Account(bytes, scans: true) == Account(bytes, scans: false), "\(bytes)")
      }
    }
  }

  /// 20,000 documents put together of pieces that XML is made of, most of them broken, the same in every run.
  @Test func randomDocumentsAreReadAlike() {
    var random = SeededGenerator(state: 8)
    let pieces = [
      "<a>", "</a>", "<b>", "</b>", "<a/>", "<p:c xmlns:p='u'>", "</p:c>", "<p:c>", " ", "\n", "\t", "\r\n", "text ",
      "é", "\u{2026}", "💊", "&amp;", "&lt;", "&#233;", "&#xE9;", "&bad;", "&", "]]>", "]", ">", "'", "\"", "=",
      "<a b='1'>", "<a b='&quot;x'>", "<a b = \"y\" c='\n'>", "<!-- c -->", "<![CDATA[x]]>", "<?pi?>", "<", "/", "x",
    ]
    var readable = 0
    for _ in 0..<20_000 {
      let isWhole = random.below(3) > 0
      let inner = random.text(of: pieces, upTo: 12)
      let bytes = [UInt8]((isWhole ? "<r>\(inner)</r>" : inner).utf8)
      let account = Account(bytes, scans: false)
      if account.error == nil { readable += 1 }
      #expect(Account(bytes, scans: true) == account, "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
    }
    #expect(readable > 500)
  }

  /// 20,000 mutations of one document as a tool writes it: a byte changed, taken out or doubled.
  @Test func mutatedDocumentsAreReadAlike() {
    let document =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xliff xmlns=\"urn:x\" xmlns:m=\"urn:m\" version=\"2.1\">\n"
      + "<file id=\"f1\" xml:space=\"preserve\"><m:meta type='a'>1</m:meta>\n<unit id=\"u1\"><segment><source>Één "
      + "<pc id=\"1\" dispStart=\"[b]\">zin &amp; meer</pc> \u{2013} klaar.</source></segment></unit></file>\n</xliff>\n"
    let original = [UInt8](document.utf8)
    var random = SeededGenerator(state: 9)
    for _ in 0..<20_000 {
      var bytes = original
      for _ in 0...random.below(3) {
        let at = random.below(bytes.count)
        switch random.below(4) {
        case 0: bytes.remove(at: at)
        case 1: bytes.insert(bytes[random.below(bytes.count)], at: at)
        case 2: bytes[at] = UInt8(truncatingIfNeeded: random.next())
        default: bytes[at] = bytes[random.below(bytes.count)]
        }
      }
      #expect(Account(bytes, scans: true) == Account(bytes, scans: false), "\(String(decoding: bytes, as: UTF8.self))")
    }
  }

  @Test func nestingIsBoundedAlike() {
    for depth in [249, 250, 251, 255, 256, 257] {
      let text = String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
      #expect(Account([UInt8](text.utf8), scans: true) == Account([UInt8](text.utf8), scans: false), "\(depth)")
    }
  }
}
