// Exports that we write: what is read back is what was written, and other programs read them too.
import Foundation
import TestSupport
import Testing

@testable import WordPressFilter

@Suite struct WXRWritingTests {
  private static let pieces = [
    "<p>Tekst</p>", "]]>", "]]", ">", "]", "<![CDATA[", "&amp;", "&", "<", "\"", "'", "\n", "\t", "\r", "\r\n", " ",
    "é",
    "\u{1F600}", "\u{FEFF}", "\u{85}", "\u{2028}", "</content:encoded>", "</item>", "<item>", "-->", "<!--", "\\", "%",
  ]

  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  private func file(_ items: [WXRItem], head: WXRHead? = nil) -> [UInt8] {
    var writer = WXRWriter()
    writer.begin(head ?? WXRHead(title: bytes("Lindenhof & more"), link: "https://e.org", language: "nl"))
    for item in items { writer.item(item) }
    writer.end()
    #expect(writer.leftOut.isEmpty)
    return writer.take()
  }

  @Test func whatIsReadBackIsWhatWasWritten() throws {
    var random = SeededGenerator(state: 7)
    var items: [WXRItem] = []
    for number in 1...200 {
      let text = { (random: inout SeededGenerator) in self.bytes(random.text(of: Self.pieces, upTo: 12)) }
      var item = WXRItem(
        title: text(&random), content: text(&random), excerpt: text(&random), type: "post", status: "draft",
        slug: "slug-\(number)")
      item.id = number
      item.guid = "https://e.org/?overzet=nl-\(number)&x=<"
      item.link = "https://e.org/a?b=1&c=2"
      item.author = "anna"
      item.localDate = "2026-05-18T08:55:40"
      item.date = "2026-05-18T06:55:40"
      item.settings = [Article.Setting(name: "menu_order", value: "3")]
      item.terms = [Article.Term(domain: "post_tag", slug: "a\"b<&\n", name: text(&random))]
      item.meta = [("rank_math_title", text(&random)), ("twice", text(&random)), ("twice", text(&random))]
      items.append(item)
    }
    let (articles, errors) = try WXRReadingTests.read(file(items))
    #expect(errors.isEmpty && articles.count == items.count)
    for (article, item) in zip(articles, items) {
      #expect(article.title == item.title && article.content == item.content && article.excerpt == item.excerpt)
      #expect(article.id == item.id.map(String.init) && article.slug == item.slug && article.guid == item.guid)
      #expect(article.link == item.link && article.author == item.author && article.status == "draft")
      #expect(article.localDate == item.localDate && article.date == item.date && article.settings == item.settings)
      #expect(article.terms == item.terms)
      #expect(article.meta.map(\.key) == item.meta.map(\.key) && article.meta.map(\.text) == item.meta.map(\.value))
    }
  }

  @Test func theHeadIsTheSourcesWithoutWhatTiesPostsTogether() throws {
    let head = """
      <wp:author><wp:author_login>anna</wp:author_login></wp:author>
      <wp:category><wp:category_nicename>skin</wp:category_nicename><wp:cat_name><![CDATA[Skin & hair]]></wp:cat_name>
      <wp:termmeta><wp:meta_key>order</wp:meta_key><wp:meta_value>1</wp:meta_value></wp:termmeta></wp:category>
      <wp:term><wp:term_taxonomy>post_translations</wp:term_taxonomy><wp:term_slug>pll_1</wp:term_slug></wp:term>
      <wp:term><wp:term_taxonomy>genre</wp:term_taxonomy><wp:term_slug>b</wp:term_slug></wp:term>
      """
    let text = WXRReadingTests.export([WXRReadingTests.item(1)], head: head)
    let channel = try #require(try channel(bytes(text)))
    #expect(String(decoding: channel.title, as: UTF8.self) == "Lindenhof & more" && channel.version == "1.2")
    let written = file([], head: WXRHead(of: channel, language: "nl"))
    let again = try #require(try self.channel(written))
    #expect(again.entries == channel.entries.filter { $0.members.first?.text != bytes("post_translations") })
    #expect(again.entries.count == 3 && again.language == "nl" && again.baseSiteAddress == "https://www.example.org")
    #expect(again.link == channel.link && again.title == channel.title)
  }

  /// The head of a file, which is also given where it has no items.
  private func channel(_ file: [UInt8]) throws -> WXRChannel? {
    let whole = String(decoding: file, as: UTF8.self)
    let withItem = whole.contains("<item>") ? whole : whole.replacing("</channel>", with: "<item></item></channel>")
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).xml")
    try Data(withItem.utf8).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    var source = try ArticleSource(path: url.path)
    return try source.next()?.channel
  }

  @Test func whatXMLCanNotHoldIsLeftOutAndNamed() throws {
    var writer = WXRWriter()
    writer.begin(WXRHead(title: bytes("a\u{0}b"), link: "", language: "nl"))
    var item = WXRItem(
      title: bytes("a\u{8}b"), content: bytes("c\u{FFFE}\u{FFFF}\u{FFFD}d"), excerpt: [0x65, 0xFF], type: "post",
      status: "draft", slug: "")
    item.id = 1
    writer.item(item)
    writer.end()
    #expect(writer.leftOut == [0, 8, 0xFFFE, 0xFFFF])
    let (articles, errors) = try WXRReadingTests.read(writer.take())
    #expect(errors.isEmpty && articles.map(\.title) == [bytes("ab")])
    #expect(articles.map(\.content) == [bytes("c\u{FFFD}d")] && articles.map(\.excerpt) == [bytes("e\u{FFFD}")])
  }

  // MARK: Meta fields that are no text

  @Test(arguments: [
    (#""a\u00e9""#, "aé"), ("12", "12"), ("1.50", "1.50"), ("true", "1"), ("false", ""), ("null", nil),
    ("nonsense", nil),
    (#"["index"]"#, #"a:1:{i:0;s:5:"index";}"#), ("[]", "a:0:{}"), ("{}", "a:0:{}"),
    (
      #"{"é\"":[1,2.5,true,false,null,{"a":"b"}]}"#,
      #"a:1:{s:3:"é"";a:6:{i:0;i:1;i:1;d:2.5;i:2;b:1;i:3;b:0;i:4;N;i:5;a:1:{s:1:"a";s:1:"b";}}}"#
    ),
  ])
  func serialized(json: String, value: String?) {
    #expect(PHPSerialization.metaValue(json: bytes(json)).map { String(decoding: $0, as: UTF8.self) } == value)
  }
}
