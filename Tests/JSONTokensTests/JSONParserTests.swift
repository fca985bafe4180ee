// The grammar of RFC 8259: what is JSON, what is not, and where it stops being it.
import JSONTokens
import Testing

struct JSONParserTests {
  private func parse(_ text: String) throws(JSONError) -> JSONDocument { try JSONDocument(Array(text.utf8).span) }

  @Test(arguments: [
    "0", "-0", "1", "-1", "10", "0.5", "-0.05", "1e5", "1E5", "1e+5", "1e-5", "1.25E+007", "0e0",
    "123456789012345678901234567890",
    "1e99999",
  ])
  func numbers(text: String) throws {
    let document = try parse(" \(text)\n")
    #expect(document.nodes.map(\.kind) == [.number])
    #expect(document.nodes.first?.range == 1..<1 + text.utf8.count)
  }

  @Test(arguments: [
    #""""#, #""a""#, #""é‑\#u{2028}\#u{7F}\#u{10FFFF}""#, #""\"\\\/\b\f\n\r\t""#, #""\u0000\u00e9\u00E9""#,
    #""\ud83d\ude00""#,
    #""\ud800""#, #""\udc00\ud800""#, #"" / ' { [ , : ""#,
  ])
  func strings(text: String) throws {
    let document = try parse(text)
    #expect(document.nodes.map(\.kind) == [.string])
    #expect(document.nodes.first?.range == 1..<text.utf8.count - 1)
    #expect(document.nodes.first?.isEscaped == text.contains("\\"))
  }

  @Test(arguments: [
    "true", "false", "null", "[]", "{}", " [ ] ", "\t{\r\n}", "[[],{}]", "[1,\"a\",null,true,false,[{}]]",
    #"{"a":1,"a":2,"":{"b":[]}}"#, "\r\n[ 1 ,\t2 ]\r\n",
  ])
  func otherValues(text: String) throws {
    _ = try parse(text)
  }

  /// Texts that are not JSON, with the byte at which they stop being it; a number or text that is cut off begins there.
  @Test(arguments: [
    ("", 0), (" ", 1), ("[", 1), ("[1", 2), ("[1,", 3), ("[1, ", 4), ("[1,]", 3), ("[,1]", 1), ("[1 2]", 3),
    ("[1,,2]", 3),
    ("[}", 1), ("{", 1), ("{]", 1), ("{,}", 1), ("{1:2}", 1), ("{a:1}", 1), (#"{"a""#, 4), (#"{"a":"#, 5),
    (#"{"a":1"#, 6),
    (#"{"a":1,"#, 7), (#"{"a":1,}"#, 7), (#"{"a" 1}"#, 5), (#"{"a"}"#, 4), (#"{"a":}"#, 5), (#"{"a":1 "b":2}"#, 7),
    (#"{"a":1,2}"#, 7), ("]", 0), ("}", 0), (",", 0), (":", 0), ("tru", 0), ("nul", 0), ("True", 0), ("truex", 4),
    ("true1", 4), ("NaN", 0), ("Infinity", 0), ("-Infinity", 0), ("undefined", 0), ("1 2", 2), ("[1]]", 3), ("{}{}", 2),
    ("[1]\u{0}", 3), ("+1", 0), (".5", 0), ("-", 0), ("-a", 0), ("01", 0), ("-01", 0), ("00", 0), ("1.", 0),
    ("1.e3", 0),
    ("1e", 0), ("1e+", 0), ("[1e]", 1), ("0x1", 1), ("1a", 1), ("1_000", 1), ("'a'", 0), ("// a\n1", 0), ("/**/1", 0),
    ("1 // a", 2), ("\u{FEFF}1", 0), ("\u{A0}1", 0), ("\u{B}1", 0), ("\u{C}1", 0), ("é", 0),
  ])
  func whatIsNoJSONIsRefused(text: String, offset: Int) {
    let error = #expect(throws: JSONError.self) { try parse(text) }
    #expect(error?.offset == offset)
    #expect(error?.problem.isEmpty == false)
  }

  @Test(arguments: [
    (#"""#, 0), (#""a"#, 0), (#"["a"#, 1), (#""\""#, 0), (#""\"#, 1), (#""\x""#, 1), (#""\'""#, 1), (#""\U0041""#, 1),
    (#""\u""#, 1),
    (#""\u12""#, 1), (#""\u12G4""#, 1), (#""\u+123""#, 1), (#""\u 123""#, 1), (#""a\u123"#, 2), ("\"a\nb\"", 2),
    ("\"\t\"", 1),
    ("\"\r\n\"", 1), ("\"a\\\nb\"", 2), (#"{"a\q":1}"#, 3),
  ])
  func badStringsAreRefused(text: String, offset: Int) {
    let error = #expect(throws: JSONError.self) { try parse(text) }
    #expect(error?.offset == offset)
  }

  @Test func controlCharactersAreRefused() {
    for value in UInt8(0)..<0x20 {
      let error = #expect(throws: JSONError.self) { try JSONDocument([0x22, 0x61, value, 0x22].span) }
      #expect(error?.offset == 2)
    }
  }

  @Test(arguments: [("[", "]"), (#"{"a":"#, "}"), (#"[{"":"#, "}]")])
  func nestingEndsAt512(open: String, close: String) throws {
    let levels = open.contains("[{") ? 2 : 1
    let deepest = 512 / levels
    let inner = String(repeating: open, count: deepest)
    let document = try parse(inner + "0" + String(repeating: close, count: deepest))
    #expect(document.nodes.last?.kind == .number)

    let error = #expect(throws: JSONError.self) { try parse(inner + open + "0") }
    #expect(error?.offset == inner.utf8.count)
    // Depth costs no stack.
    #expect(throws: JSONError.self) { try parse(String(repeating: open, count: 200_000)) }
  }

  /// No cut of a document is JSON, and all are refused inside what was given.
  @Test func everyCutIsRefused() {
    let bytes = Array(#"{"a":[1.5e-3,"b\u00e9\n",true,{"c":null}],"d":{}}"#.utf8)
    for length in 0..<bytes.count {
      let error = #expect(throws: JSONError.self) { try JSONDocument(bytes.span.extracting(first: length)) }
      #expect((error?.offset ?? -1) >= 0 && (error?.offset ?? .max) <= length)
    }
  }
}
