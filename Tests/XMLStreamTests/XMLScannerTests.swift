import TestSupport
import Testing
import XMLStream

/// Whether the scanner gives what libxml2 gives, for events as for markup, through a usual window and through small
/// ones, in which every tag and text is cut.
private func isReadAlike(_ bytes: [UInt8], windows: [Int]) -> Bool {
  for keepsMarkup in [false, true] {
    let account = Account(bytes, scans: false, keepsMarkup: keepsMarkup)
    for size in [XMLReader.windowSize] + windows
    where Account(bytes, scans: true, keepsMarkup: keepsMarkup, windowSize: size) != account {
      return false
    }
  }
  return true
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
    // Comments, CDATA, processing instructions.
    "<!----><a><!-- - \r\n > é --><b/><!--\n--></a><!-- x --> <?p?>", "<a><!-- -- --></a>", "<a><!-- x ---></a>",
    "<a><!-- <b> & --></a>", "<a><!-- \u{1} --></a>", "<a><!-- x", "<a><!- x --></a>", "<a><!></a>", "<a><!x></a>",
    "<a>1<!-- x -->2<!-- y -->&amp;<?p q?>3\r</a>", "<a>]]<!-- x -->></a>", "<a>]<![CDATA[]>]]></a>", "<!-- x", "<!",
    "<a><![CDATA[]]></a>", "<a><![CDATA[ ]] ]> ]]]></a>", "<a><![CDATA[\r\n\r\r\n<&é]]>\r</a>", "<a><![CDATA[x]]></b>",
    "<a><![CDATA[x", "<a><![CDATA x]]></a>", "<![CDATA[x]]><a/>", "<a/><![CDATA[x]]>", "<a>\r<![CDATA[\n]]></a>",
    "<?p?><a/>", "<?p q ?><a/>\n<?p  q?>", "<?p\nq\r\nr?><a/>", "<a><?xml version='1.0'?></a>", "<a><?XML x?></a>",
    "<a><?xml-stylesheet href='x'?></a>", "<a><?p:q x?></a>", "<a><?p", "<a><?p x", "<a><?p x?", "<a><?p?x?></a>",
    "<a><? p?></a>", "<a><??></a>", "<a><?p? ></a>", "<a><?p x? y?></a>", " <?xml version='1.0'?><a/>", "<a/><?xml?>",
    // Windows line ends.
    "<?xml version='1.0'?>\r\n<a>\r\n<b\r\nc='1'\r\n/>\r\n&#13;\r\n</a\r\n>\r\n", "<a b='\r\n\r\n&#13;&#10;\t'/>",
    // Namespaces.
    "<a xmlns:p='urn:a-b+c.d?x=1#y'><p:b/></a>", "<a xmlns='http://h:80/a%20b#'/>", "<a xmlns='a b'/>",
    "<a xmlns='%'/>",
    "<a xmlns='okapi-framework:x'/>", "<a xmlns='http://www.w3.org/2000/xmlns/'/>", "<a xmlns:p='x&amp;y'/>",
    "<a-name-of-more-than-sixteen.letters x-name-of-more-than-sixteen.letters='1' x-name-of-more-than-sixteen.lettres='2'/>",
    "<a-name-of-more-than-sixteen.letters></a-name-of-more-than-sixteen.lettres>",
  ])
  func saysWhatLibxml2Says(_ text: String) {
    #expect(isReadAlike([UInt8](text.utf8), windows: Array(4...64)), "\(text.debugDescription)")
  }

  @Test func bytesThatAreNoUTF8AreLibxml2s() {
    for bad: [UInt8] in [[0x80], [0xC0, 0x80], [0xC3], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80]] {
      for bytes in [Array("<a>".utf8) + bad + Array("</a>".utf8), Array("<a b='".utf8) + bad + Array("'/>".utf8)] {
        #expect(isReadAlike(bytes, windows: Array(4...16)), "\(bytes)")
      }
    }
  }

  /// 10,000 documents put together of pieces that XML is made of, most of them broken, the same in every run.
  @Test func randomDocumentsAreReadAlike() {
    var random = SeededGenerator(state: 8)
    let pieces = [
      "<a>", "</a>", "<b>", "</b>", "<a/>", "<p:c xmlns:p='u'>", "</p:c>", "<p:c>", " ", "\n", "\t", "\r\n", "text ",
      "é", "\u{2026}", "💊", "&amp;", "&lt;", "&#233;", "&#xE9;", "&bad;", "&", "]]>", "]", ">", "'", "\"", "=",
      "<a b='1'>", "<a b='&quot;x'>", "<a b = \"y\" c='\n'>", "<!-- c -->", "<![CDATA[x]]>", "<?pi?>", "<", "/", "x",
      "<!-- \r\n é -->", "<![CDATA[\r]]", "<?pi a\n?>", "\r", "--", "?>",
    ]
    var readable = 0
    for _ in 0..<10_000 {
      let isWhole = random.below(3) > 0
      let inner = random.text(of: pieces, upTo: 12)
      let bytes = [UInt8]((isWhole ? "<r>\(inner)</r>" : inner).utf8)
      if Account(bytes, scans: false).error == nil { readable += 1 }
      let size = 4 + random.below(60)
      #expect(
        isReadAlike(bytes, windows: [size]), "\(size): \(String(decoding: bytes, as: UTF8.self).debugDescription)")
    }
    #expect(readable > 500)
  }

  /// 10,000 mutations of one document as a tool writes it: a byte changed, taken out or doubled.
  @Test func mutatedDocumentsAreReadAlike() {
    let document =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xliff xmlns=\"urn:x\" xmlns:m=\"urn:m\" version=\"2.1\">\n"
      + "<file id=\"f1\" xml:space=\"preserve\"><m:meta type='a'>1</m:meta>\n<unit id=\"u1\"><segment><source>Één "
      + "<pc id=\"1\" dispStart=\"[b]\">zin &amp; meer</pc> \u{2013} klaar.<!-- een -->\r\n<![CDATA[<b>]]></source></segment><?p q?></unit></file>\n</xliff>\n"
    let original = [UInt8](document.utf8)
    var random = SeededGenerator(state: 9)
    for _ in 0..<10_000 {
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
      let size = 4 + random.below(60)
      #expect(isReadAlike(bytes, windows: [size]), "\(size): \(String(decoding: bytes, as: UTF8.self))")
    }
  }

  @Test func nestingIsBoundedAlike() {
    for depth in [249, 250, 251, 255, 256, 257] {
      let text = String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
      #expect(Account([UInt8](text.utf8), scans: true) == Account([UInt8](text.utf8), scans: false), "\(depth)")
    }
  }

  /// CDATA is handed on by libxml2 in pieces of 300 bytes, between any two of which a line end may be cut.
  @Test func longCDATAHasTheLineEndsOfText() throws {
    for pattern in ["\r\n", "\r", "\n\r", "x\r\n", "]]\r\n"] {
      let inner = String(repeating: pattern, count: 700)
      let expected = inner.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
      for scans in [false, true] {
        let reader = XMLReader(
          bytes: [UInt8]("<a><![CDATA[\(inner)]]><![CDATA[\n]]></a>".utf8), file: "t", scans: scans)
        #expect(try reader.next() == .startElement)
        #expect(try reader.next() == .text)
        #expect(reader.text == expected + "\n", "\(pattern.debugDescription)")
      }
    }
  }
}
