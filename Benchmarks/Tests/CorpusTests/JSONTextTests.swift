import Corpus
import FoundationEssentials
import Testing

@Suite struct JSONTextTests {
  @Test(arguments: [
    ("a/b", #""a\/b""#), ("\"\\", #""\"\\""#), ("\n\t\r\u{8}\u{C}\u{1}", #""\n\t\r\b\f\u0001""#),
    ("5\u{202F}% €", #""5\u202f% \u20ac""#), ("😀", #""\ud83d\ude00""#), ("<&>'\u{7F}", "\"<&>'\u{7F}\""),
  ])
  func writesAsPHPDoes(text: String, json: String) throws {
    var bytes: [UInt8] = []
    bytes.write(json: Array(text.utf8))
    #expect(String(decoding: bytes, as: UTF8.self) == json)
    #expect(try JSONDecoder().decode([String].self, from: Data([0x5B] + bytes + [0x5D])) == [text])
  }

  @Test func escapesWhatCouldEndABlockComment() throws {
    let text = #"<b class="x">a -- b --- c</b> &amp; \ –"#
    var bytes: [UInt8] = []
    bytes.write(blockAttribute: Array(text.utf8))
    let json = String(decoding: bytes, as: UTF8.self)
    #expect(!json.contains("--"))
    #expect(!json.contains("<") && !json.contains(">") && !json.contains("&"))
    #expect(json.contains(#"\u0022x\u0022"#))
    #expect(try JSONDecoder().decode([String].self, from: Data([0x5B] + bytes + [0x5D])) == [text])
  }
}
