// The escapes of WordPress's serialize_block_attributes(): JSON with `/` and Unicode left alone, and then six
// replacements.
import Foundation
import JSONTokens
import TestSupport
import Testing

struct BlockAttributeTests {
  private func escaped(_ text: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    JSONString.appendBlockAttribute(text, to: &output)
    return output
  }

  @Test(arguments: [
    ("a--b", #"a\u002d\u002db"#), ("-", "-"), ("---", #"\u002d\u002d-"#), ("----", #"\u002d\u002d\u002d\u002d"#),
    ("-->", #"\u002d\u002d\u003e"#), ("<b>x</b>", #"\u003cb\u003ex\u003c/b\u003e"#),
    ("a & b &amp;", #"a \u0026 b \u0026amp;"#),
    (#"say "hi""#, #"say \u0022hi\u0022"#), (#"\"#, #"\u005c"#), (#"\""#, #"\u005c\u0022"#),
    (#"C:\new"#, #"C:\u005cnew"#),
    ("a\nb\tc\rd\u{8}e\u{C}", #"a\nb\tc\rd\be\f"#), ("\u{0}\u{1F}", #"\u0000\u001f"#),
    ("https://a.example/", "https://a.example/"),
    ("é‑ 😀\u{7F}", "é‑ 😀\u{7F}"), ("", ""),
  ])
  func escapesAreWordPresss(text: String, content: String) {
    #expect(escaped(Array(text.utf8)) == Array(content.utf8))
  }

  /// Against the replacements as WordPress makes them: over the finished JSON, from left to right.
  @Test func escapingIsReplacingInJSON() throws {
    let replacements = [
      (#"\\"#, #"\u005c"#), ("--", #"\u002d\u002d"#), ("<", #"\u003c"#), (">", #"\u003e"#), ("&", #"\u0026"#),
      (#"\""#, #"\u0022"#),
    ].map { (Array($0.0.utf8), Array($0.1.utf8)) }
    var generator = SeededGenerator(state: 3)
    for _ in 0..<3_000 {
      let text = generator.text()
      var json = JSONString.encoded(text).dropFirst().dropLast()
      var expected: [UInt8] = []
      while let byte = json.first {
        let replacement = replacements.first { json.starts(with: $0.0) }
        expected += replacement?.1 ?? [byte]
        json = json.dropFirst(replacement?.0.count ?? 1)
      }
      let content = escaped(text)
      #expect(content == expected)
      #expect(JSONString.decode(content.span, 0..<content.count) == text)
      _ = try JSONDocument(([0x22] + content + [0x22]).span)
    }
  }

  private static let fixtures = ["data/gutenberg", "data/wordpress/block-fixtures"].compactMap { TestFiles.shared($0) }

  /// The texts in the attributes of Gutenberg's own serialised blocks come out as they stand there. The fixtures lie
  /// beside the checkout; where they are absent, this test is skipped.
  @Test(.enabled(if: !fixtures.isEmpty, "needs Gutenberg's fixtures"))
  func textsOfFixturesComeBack() throws {
    var texts = 0
    for folder in Self.fixtures {
      for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
      where name.hasSuffix(".serialized.html") {
        let html = String(decoding: try TestFiles.bytes(folder.appendingPathComponent(name)), as: UTF8.self)
        for comment in html.components(separatedBy: "<!-- wp:").dropFirst() {
          guard let head = comment.components(separatedBy: "-->").first, let open = head.firstIndex(of: "{"),
            let close = head.lastIndex(of: "}")
          else { continue }
          let json = Array(head[open...close].utf8)
          for node in try JSONDocument(json.span).nodes where node.kind == .string {
            #expect(escaped(JSONString.decode(json.span, node.range)) == Array(json[node.range]), "\(name)")
            texts += 1
          }
        }
      }
    }
    #expect(texts > 100)
  }
}
