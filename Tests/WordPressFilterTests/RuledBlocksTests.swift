// What rules of blocks find, and that it goes back into its place.
import Interchange
import Testing

@testable import WordPressFilter

/// What an article is by other rules than the defaults.
struct RuledArticle {
  var article: Article
  let rules: TextRules

  init(_ html: String, plugin: String = "<wpml-config/>") throws {
    article = Sample("ruled", Array(html.utf8), .raw).article
    rules = try TextRules.over([plugin])
  }

  func file() throws -> XLIFF.File {
    try Extractor(segmenter: try makeSegmenter(), rules: rules).extract(article)
  }

  func units() throws -> [String] {
    try file().units.map { ($0.name == "content" ? "" : "\($0.name ?? ""): ") + $0.sourceContent.shown }
  }

  func remarks() throws -> [String] {
    try Extractor(segmenter: try makeSegmenter(), rules: rules)
      .extract(article, to: UnitStream(version: .v2_1, from: "en", to: "nl")).remarks
  }

  /// The content with each target in the place of the unit whose source it is given for.
  func merged(_ targets: [String: String]) throws -> Article {
    var file = try file()
    for index in file.units.indices {
      if let target = targets[file.units[index].sourceContent.shown] { file.units[index].translate(into: target) }
    }
    let merged = try Merger(segmenter: try makeSegmenter(), rules: rules).merge(article, with: file)
    #expect(merged.count(.applied) == targets.count)
    return merged.article
  }

  func mergedContent(_ targets: [String: String]) throws -> String {
    String(decoding: try merged(targets).content, as: UTF8.self)
  }
}

@Suite struct RuledBlocksTests {
  private func plugin(_ block: String) -> String {
    "<wpml-config><gutenberg-blocks>\(block)</gutenberg-blocks></wpml-config>"
  }

  @Test(arguments: [
    // Nested keys, `*`, arrays without it, a list of strings.
    (
      "<key name=\"a\"><key name=\"*\"><key name=\"t\"/></key></key>", #"{"a":[{"t":"One","u":"no"},{"t":"Two"}]}"#,
      ["One", "Two"]
    ),
    ("<key name=\"a\"><key name=\"t\"/></key>", #"{"a":[{"t":"One"},{"t":"Two"}]}"#, ["One", "Two"]),
    ("<key name=\"a\"><key name=\"t\"/></key>", #"{"a":{"t":"One"}}"#, ["One"]),
    ("<key name=\"pros\"/>", #"{"pros":["One","Two",3]}"#, ["One", "Two"]),
    ("<key name=\"*_text\"/>", #"{"a_text":"One","text":"x","b_text":"Two"}"#, ["One", "Two"]),
    ("<key name=\"/^h[1-6]$/\" search-method=\"regex\"/>", #"{"h1":"One","h7":"x"}"#, ["One"]),
    ("<key name=\"u\" type=\"link\"/><key name=\"*\"/>", #"{"u":"Link text","v":"One"}"#, ["One"]),
    ("<key name=\"u\"/>", #"{"u":"https://a.example/b"}"#, []),
    (
      "<key name=\"j\" encoding=\"json\"><key name=\"t\"/></key>", #"{"j":"[{\"t\":\"One \\u0026 two\"}]"}"#,
      ["One & two"]
    ),
    (
      "<key name=\"j\" encoding=\"json\"/>", #"{"j":"[{\"t\":\"One\",\"u\":{\"v\":\"Two\"},\"n\":1}]"}"#,
      ["One", "Two"]
    ),
    ("<key name=\"caf\u{E9}\"/>", #"{"caf\u00e9":"One"}"#, ["One"]),
  ])
  func keys(keys: String, json: String, expected: [String]) throws {
    let ruled = try RuledArticle(
      "<!-- wp:acme/box \(json) /-->",
      plugin: plugin("<gutenberg-block type=\"acme/box\" translate=\"1\">\(keys)</gutenberg-block>"))
    #expect(try ruled.units() == expected.map { "content.attribute: " + $0 })
    #expect(try ruled.mergedContent([:]) == "<!-- wp:acme/box \(json) /-->")
  }

  @Test func jsonInJSONIsEscapedTwice() throws {
    let html = #"<!-- wp:acme/box {"j":"[{\u0022t\u0022:\u0022One\u0022,\u0022u\u0022:1}]"} /-->"#
    let ruled = try RuledArticle(
      html,
      plugin: plugin(
        "<gutenberg-block type=\"acme/box\"><key name=\"j\" encoding=\"json\"><key name=\"t\"/></key></gutenberg-block>"
      ))
    #expect(
      try ruled.mergedContent(["One": "A \"b\" <c>"])
        == html.replacing("One", with: #"A \u005c\u0022b\u005c\u0022 \u0026lt;c\u0026gt;"#))
  }

  /// By its own name, its namespace, and `core/` written out or not.
  @Test(arguments: [
    ("acme/box", "acme/box"), ("acme", "acme/other"), ("acme/*", "acme/other"), ("core/x", "x"), ("core/x", "core/x"),
  ])
  func blocksAreFoundByName(type: String, name: String) throws {
    let ruled = try RuledArticle(
      "<!-- wp:\(name) {\"t\":\"One\"} /--><!-- wp:other/box {\"t\":\"Two\"} /-->",
      plugin: plugin("<gutenberg-block type=\"\(type)\" translate=\"1\"><key name=\"t\"/></gutenberg-block>"))
    #expect(try ruled.units() == ["content.attribute: One"])
  }

  @Test(arguments: [
    ("//div/@data-title", ["content.attribute: T1", "content.attribute: T2"]),
    ("//div[@class='a b']/@data-title", ["content.attribute: T1"]),
    ("//div[contains(@class,'c')]/@data-title | //x/@y", ["content.attribute: T2"]),
    ("//*[contains(concat(' ',normalize-space(@class),' '),' b ')]/@data-title", ["content.attribute: T1"]),
    ("/section/div[starts-with(@id,'i')]/@*[name()='data-title']", ["content.attribute: T2"]),
    ("/div/@data-title", []), ("//p/@data-title", []), ("//a/@data-title", []),
  ])
  func attributesByXPath(path: String, expected: [String]) throws {
    let html =
      "<!-- wp:acme/box --><section><div class=\"a b\" data-title=\"T1\">Text</div><div class=c id='i1' data-title=T2 data-x=\"n\">x</div></section><!-- /wp:acme/box --><div data-title=\"Outside\"></div>"
    let ruled = try RuledArticle(
      html,
      plugin: plugin("<gutenberg-block type=\"acme/box\" translate=\"1\"><xpath>\(path)</xpath></gutenberg-block>"))
    #expect(try ruled.units().filter { $0.contains(":") }.sorted() == expected)
    guard expected.contains("content.attribute: T2") else { return }
    #expect(try ruled.mergedContent(["T2": "A \"b\""]).contains("data-title=A&#32;&quot;b&quot; "))
  }

  @Test func aLinkIsNoText() throws {
    let ruled = try RuledArticle(
      "<!-- wp:acme/box --><a href=\"/x\" data-u=\"U\">Text</a><!-- /wp:acme/box -->",
      plugin: plugin("<gutenberg-block type=\"acme/box\"><xpath type=\"link\">//a/@data-u</xpath></gutenberg-block>"))
    #expect(try ruled.units() == ["{1}Text{/1}"])
  }

  /// Its own text goes, that of its inner blocks stays, and what went is said.
  @Test func aBlockThatIsNotTranslated() throws {
    let ruled = try RuledArticle(
      "<!-- wp:acme/no {\"t\":\"Own\"} --><p title=\"Tip\">Before <img alt=\"Pic\"></p><!-- wp:paragraph --><p>Inner</p><!-- /wp:paragraph -->after<!-- /wp:acme/no --><p>Behind</p>",
      plugin: plugin("<gutenberg-block type=\"acme/no\" translate=\"0\"><key name=\"t\"/></gutenberg-block>"))
    #expect(try ruled.units() == ["Inner", "Behind"])
    #expect(try ruled.remarks().map { $0.prefix(27) }.allSatisfy { $0 == "excluded by rule: wp:acme/no".prefix(27) })
    #expect(try ruled.remarks().count == 4)
    #expect(try ruled.mergedContent(["Inner": "Binnen"]).contains("<p>Binnen</p>"))
  }

  @Test func attributesThatARuleTakesOutAreSaid() throws {
    let ruled = try RuledArticle(
      "<!-- wp:acme/no {\"heading\":\"Book your visit today\",\"url\":\"Some words in an address\",\"t\":\"Read me now\"} /-->",
      plugin: plugin("<gutenberg-block type=\"acme/no\" translate=\"0\"><key name=\"t\"/></gutenberg-block>"))
    #expect(try ruled.units() == [])
    #expect(
      try ruled.remarks() == [
        "excluded by rule: wp:acme/no attribute \"heading\" (\"Book your visit today\")",
        "excluded by rule: wp:acme/no attribute \"t\" (\"Read me now\")",
      ])
  }

  @Test func anUnknownEncodingIsSaidByItsName() throws {
    let ruled = try RuledArticle(
      "<p>A [box b=\"Nop\"]Uryyb gurer[/box] z</p>",
      plugin:
        "<wpml-config><shortcodes><shortcode><tag encoding=\"rot13\">box</tag><attributes><attribute encoding=\"rot13\">b</attribute></attributes></shortcode></shortcodes></wpml-config>"
    )
    #expect(try ruled.units() == ["A {1} z"])
    #expect(
      try Set(ruled.remarks()) == [
        "not extracted: what [box] encloses, which is written as rot13 (\"Uryyb gurer\")",
        "not extracted: [box] attribute \"b\", which is written as rot13 (\"Nop\")",
      ])
  }

  // MARK: Copies

  @Test func moreTextIsOneUnit() throws {
    let html = "<!-- wp:more {\"customText\":\"Read on\"} -->\n<!--more Read on-->\n<!-- /wp:more -->"
    let ruled = try RuledArticle(html)
    #expect(try ruled.units() == ["Read on"])
    #expect(
      try ruled.mergedContent(["Read on": "Lees \"meer\"--> & [x]"])
        == "<!-- wp:more {\"customText\":\"Lees \\u0022meer\\u0022\\u002d\\u002d\\u0026gt; \\u0026amp; \\u0026#91;x]\"} -->\n<!--more Lees \"meer\"--&gt; &amp; &#91;x]-->\n<!-- /wp:more -->"
    )
  }

  @Test(arguments: [
    ("<!--more-->", []), ("<!--more Words here-->", ["Words here"]), ("<!--moreover it-->", []),
    ("<!--nextpage-->", []),
  ])
  func moreTagsOfClassicPosts(tag: String, expected: [String]) throws {
    #expect(try RuledArticle("<p>A</p>" + tag + "<p>B</p>").units() == ["A"] + expected + ["B"])
  }

  @Test(arguments: [
    (
      "<!-- wp:button {\"text\":\"Book \\u003cem\\u003enow\\u003c/em\\u003e\",\"title\":\"Tip\"} --><div><a title=\"Tip\">Book <em>now</em></a></div><!-- /wp:button -->",
      ["{1}Book {2}now{/2}{/1}", "content.title: Tip"]
    ),
    (
      "<!-- wp:image {\"alt\":\"Face\",\"caption\":\"Cap\"} --><figure><img alt=\"Face\"><figcaption>Cap</figcaption></figure><!-- /wp:image -->",
      ["alt: Face", "Cap"]
    ),
    (
      "<!-- wp:video {\"tracks\":[{\"src\":\"/a.vtt\",\"label\":\"English\"}]} --><figure><video src=\"x\"><track label=\"English\"></video></figure><!-- /wp:video -->",
      ["content.label: English"]
    ),
    (
      "<!-- wp:table-of-contents {\"headings\":[{\"content\":\"A & b\",\"level\":2,\"link\":\"#a\"}]} --><nav><ol><li><a href=\"#a\">A &amp; b</a></li></ol></nav><!-- /wp:table-of-contents -->",
      ["{1}A & b{/1}"]
    ),
    (
      "<!-- wp:block {\"ref\":1,\"content\":{\"Head\":{\"content\":\"Hello \\u003cb\\u003eyou\\u003c/b\\u003e\",\"url\":\"/x\"}}} /-->",
      ["content.attribute: Hello {1}you{/1}"]
    ),
    (
      "<!-- wp:paragraph {\"placeholder\":\"Write here\",\"metadata\":{\"name\":\"My block\"}} --><p>A</p><!-- /wp:paragraph -->",
      ["A"]
    ),
    (
      "<!-- wp:navigation-link {\"label\":\"L\",\"description\":\"D\",\"title\":\"T\",\"url\":\"/x\"} /-->",
      ["content.attribute: L", "content.attribute: D", "content.attribute: T"]
    ),
  ])
  func coreBlocks(html: String, expected: [String]) throws {
    let ruled = try RuledArticle(html)
    #expect(try ruled.units() == expected)
    #expect(try ruled.remarks() == [])
    #expect(try Laws().violations(Sample("core", Array(html.utf8), .raw)) == [])
  }

  /// What differs stays two units, and both are told of: people, and whoever reads the file.
  @Test func copiesThatDiffer() throws {
    let html = """
      <!-- wp:rank-math/faq-block {"questions":[{"title":"Old question?","content":"Same","visible":true},{"title":"Hidden?",\
      "content":"No","visible":false}]} --><h3>New question?</h3><p>Same</p><!-- /wp:rank-math/faq-block -->
      """
    let ruled = try RuledArticle(html)
    #expect(
      try ruled.units() == [
        "New question?", "Same", "content.attribute: Old question?", "content.attribute: Hidden?",
        "content.attribute: No",
      ])
    let remarks = try ruled.remarks()
    #expect(
      remarks.count == 1
        && remarks[0].hasPrefix(
          "blocks.copies-differ: wp:rank-math/faq-block attribute \"questions > title\" (\"Old question?\")")
    )
    #expect(
      try ruled.file().units.map { $0.notes.contains { $0.category == "blocks.copies-differ" } } == [
        false, false, true, false, false,
      ])
  }
}
