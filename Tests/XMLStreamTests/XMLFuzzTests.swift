import Foundation
import TestSupport
import Testing
import XMLStream

/// Mutations of real files, read in all ways: the scanner must say what libxml2 says, whatever the windows. As many as
/// `OVERZET_XML_MUTATIONS` says, from the seed `OVERZET_XML_SEED`.
@Suite struct XMLFuzzTests {
  private static func number(_ name: String, default value: Int) -> Int {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) } ?? value
  }

  /// What is put into documents: where the rules of XML are easily got wrong.
  private static let pieces = [
    "<!--", "-->", "--", "<![CDATA[", "]]>", "]]", "]", "<?p", "?>", "<?xml ", "<!DOCTYPE a>", "&", "&amp;", "&#13;",
    "&#x1F600;", "&#0;", "&bad;", "\r", "\r\n", "\n", "\t", "\u{0}", "\u{1}", "\u{FFFE}", "é", "💊", "<", ">", "</",
    "/>",
    "<é/>", "<p:a/>", " xmlns:p='urn:p'", " xmlns='urn:q'", " xmlns=''", " a='1'", " a=\"\r\n\"", "'", "\"", "=", ":",
    " ",
    "xml:lang='nl'", "\u{FEFF}", "<a-name-that-is-longer-than-sixteen/>",
  ].map { [UInt8]($0.utf8) }

  private static let documents: [[UInt8]] = {
    let own =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<!-- c --><?p q?>\n<xliff xmlns=\"urn:x\" xmlns:m='urn:m' version=\"2.1\">\n"
      + "<file id=\"f1\" xml:space=\"preserve\"><m:meta type='a'>1 &lt; 2</m:meta>\n<unit id=\"u1\"><segment><source>Één "
      + "<pc id=\"1\" dispStart=\"[b]\">zin &amp; meer</pc> \u{2013} klaar.<![CDATA[<b>]]></source></segment></unit></file>\n"
      + "</xliff>\n<!-- d -->"
    let files = XMLCorpusTests.files.compactMap { try? TestFiles.bytes($0) }.filter { $0.count < 6000 }
    return [[UInt8](own.utf8)] + files
  }()

  private static func mutate(_ original: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = original
    for _ in 0...random.below(4) where !bytes.isEmpty {
      let at = random.below(bytes.count)
      let length = min(bytes.count - at, 1 + random.below(random.below(4) == 0 ? 200 : 6))
      switch random.below(6) {
      case 0: bytes.removeSubrange(at..<at + length)
      case 1: bytes.insert(contentsOf: bytes[at..<at + length], at: random.below(bytes.count))
      case 2: bytes[at] = UInt8(truncatingIfNeeded: random.next())
      case 3: bytes = Array(bytes[..<at]) + (random.below(8) == 0 ? [] : bytes[at...])
      default: bytes.insert(contentsOf: pieces[random.below(pieces.count)], at: at)
      }
    }
    return bytes
  }

  @Test func mutationsAreReadAlike() {
    var random = SeededGenerator(state: UInt64(Self.number("OVERZET_XML_SEED", default: 12)))
    var readable = 0
    for _ in 0..<Self.number("OVERZET_XML_MUTATIONS", default: 500) {
      let bytes = Self.mutate(Self.documents[random.below(Self.documents.count)], &random)
      let keepsMarkup = random.below(2) == 0
      let policy: XMLReader.DoctypePolicy = random.below(2) == 0 ? .refused : .ignoredWithoutSubset
      let account = Account(bytes, scans: false, keepsMarkup: keepsMarkup, policy: policy)
      if account.error == nil { readable += 1 }
      for size in [4 + random.below(61), 64 + random.below(1000), XMLReader.windowSize] {
        let other = Account(bytes, scans: true, keepsMarkup: keepsMarkup, windowSize: size, policy: policy)
        // Where in CDATA without an end libxml2 sees that, depends on what it is handed at once.
        let isSame = size < XMLReader.windowSize ? (other.error == nil) == (account.error == nil) : other == account
        guard !isSame || other.events != account.events else { continue }
        let difference = zip(account.events + ["\(account.error as Any)"], other.events + ["\(other.error as Any)"])
          .first { $0 != $1 }
        Issue.record(
          """
          window \(size), markup \(keepsMarkup), \(policy): \(difference as Any)
          \(String(decoding: bytes, as: UTF8.self).debugDescription)
          """)
      }
    }
    #expect(readable > 10)
  }
}
