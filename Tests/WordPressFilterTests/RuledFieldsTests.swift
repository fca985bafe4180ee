// What rules of fields find: JSON in meta fields, Elementor's pages, Advanced Custom Fields; and what is said to be left out.
import Interchange
import TestSupport
import Testing

@testable import WordPressFilter

@Suite struct RuledFieldsTests {
  private func ruled(_ json: String, plugin: String = "<wpml-config/>") throws -> RuledArticle {
    var ruled = try RuledArticle("", plugin: plugin)
    ruled.article = try Article(json: Array(#"{"id":1,"content":{"raw":""},\#(json)}"#.utf8), file: "t", line: 1)
    return ruled
  }

  private func text(_ article: Article, _ key: String) -> String {
    article.meta.first { $0.key == key }?.text.map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// A list, an object, and a string that holds JSON, of which no key is named: every string in them.
  @Test func allStringsOfAValue() throws {
    let ruled = try ruled(
      #""meta":{"arr":["One text here","Two text here"],"obj":{"k":"Obj text here","n":1},"num":3}"#,
      plugin:
        "<wpml-config><custom-fields><custom-field action=\"translate\">arr</custom-field><custom-field action=\"translate\">obj</custom-field><custom-field action=\"translate\">num</custom-field></custom-fields></wpml-config>"
    )
    #expect(
      try ruled.units() == ["meta.arr: One text here", "meta.arr: Two text here", "meta.obj: Obj text here"])
    let merged = try ruled.merged(["Two text here": "Twee", "Obj text here": "Ding"])
    #expect(
      merged.meta.map { String(decoding: $0.json, as: UTF8.self) }
        == [#"["One text here","Twee"]"#, #"{"k":"Ding","n":1}"#, "3"])
    #expect(try ruled.remarks() == [])
  }

  @Test(arguments: [
    (#"a:1:{s:5:"title";s:15:"Some title here";}"#, true), (#"a:1:{s:3:"url";s:15:"Some title here";}"#, false),
    (#"a:2:{i:0;s:4:"left";i:1;s:14:"Words to read.";}"#, true), (#"a:1:{s:5:"width";i:3;}"#, false),
    (#"s:15:"Some title here";"#, true), (#"a:1:{s:999:"Some title here";}"#, false),
  ])
  func serializedFieldsAreLeftAlone(value: String, isSaid: Bool) throws {
    let json = value.replacing("\"", with: "\\\"")
    let said = ["not extracted: meta field \"x\" is PHP serialization"]
    let unruled = try ruled("\"meta\":{\"x\":\"\(json)\"}")
    #expect(try unruled.units() == [] && unruled.remarks() == (isSaid ? said : []))
    let ruled = try ruled(
      "\"meta\":{\"x\":\"\(json)\"}",
      plugin:
        "<wpml-config><custom-fields><custom-field action=\"translate\">x</custom-field></custom-fields></wpml-config>")
    #expect(try ruled.units() == [] && ruled.remarks() == said)
  }

  @Test func footnotes() throws {
    let ruled = try ruled(#""meta":{"footnotes":"[{\"content\":\"See <em>this<\\/em> & that.\",\"id\":\"a1-b2\"}]"}"#)
    #expect(try ruled.units() == ["footnotes: See {1}this{/1} & that."])
    let merged = try ruled.merged(["See {1}this{/1} & that.": "Zie {1}dit{/1} \"x\"/y."])
    #expect(text(merged, "footnotes") == #"[{"content":"Zie <em>dit<\/em> \"x\"\/y.","id":"a1-b2"}]"#)
    #expect(try Laws().violations(Sample("footnotes", article: ruled.article)) == [])
  }

  private let page = #"""
    [{"id":"1a","elType":"section","settings":[],"elements":[{"id":"2b","elType":"column","settings":{"_column_size":100},"elements":[
    {"id":"3c","elType":"widget","settings":{"title":"Caf\u00e9 & more","link":{"url":"https:\/\/x.example\/"},"align":"left"},"elements":[],"widgetType":"heading"},
    {"id":"4d","elType":"widget","settings":{"editor":"<p>Hello <strong>you<\/strong>.<\/p><p>Bye.<\/p>"},"elements":[],"widgetType":"text-editor"},
    {"id":"5e","elType":"widget","settings":{"tabs":[{"_id":"x","tab_title":"[One]","tab_content":"<p>Text<\/p>"}]},"elements":[],"widgetType":"toggle"},
    {"id":"6f","elType":"widget","settings":{"html":"<b>Markup of its own here<\/b>"},"elements":[],"widgetType":"html"},
    {"id":"7a","elType":"widget","settings":{"my_line":"Call us any time."},"elements":[],"widgetType":"acme"}]}]}]
    """#

  private func elementor(plugin: String = "<wpml-config/>") throws -> RuledArticle {
    var ruled = try RuledArticle("", plugin: plugin)
    ruled.article.meta = [Article.MetaField(key: "_elementor_data", text: Array(page.utf8), json: [])]
    return ruled
  }

  @Test func elementorsPagesAreEditedInPlace() throws {
    let ruled = try elementor()
    #expect(
      try ruled.units()
        == ["Caf\u{E9} & more", "Hello {1}you{/1}.", "Bye.", "[One]", "Text"].map { "elementor: " + $0 })
    #expect(try ruled.remarks() == ["not extracted: Elementor > \"acme > my_line\" (\"Call us any time.\")"])
    let merged = try ruled.merged([
      "Caf\u{E9} & more": "Th\u{E9} & <\u{1F600}>", "Hello {1}you{/1}.": "Dag, {1}jij{/1}/u.", "[One]": "[E\u{E9}n]",
    ])
    let expected =
      page.replacing(#"Caf\u00e9 & more"#, with: #"Th\u00e9 & &lt;\ud83d\ude00&gt;"#)
      .replacing(#"Hello <strong>you<\/strong>."#, with: #"Dag, <strong>jij<\/strong>\/u."#)
      .replacing("[One]", with: #"[E\u00e9n]"#)
    #expect(text(merged, "_elementor_data") == expected)
    #expect(try Laws().violations(Sample("elementor", article: ruled.article)) == [])
  }

  @Test func widgetsOfPlugIns() throws {
    let ruled = try elementor(
      plugin:
        "<wpml-config><elementor-widgets><widget name=\"acme\"><fields><field type=\"Line\">my_line</field></fields></widget></elementor-widgets></wpml-config>"
    )
    #expect(try ruled.units().last == "elementor: Call us any time." && ruled.remarks() == [])
  }

  @Test func whatIsNoJSONIsSaid() throws {
    let ruled = try ruled(#""meta":{"_elementor_data":"a:1:{i:0;s:2:\"Hi\";}"}"#)
    #expect(try ruled.units() == [] && ruled.remarks().count == 1)
  }

  @Test func advancedCustomFields() throws {
    let ruled = try ruled(
      #""meta":{"intro":"Welcome & <b>hello</b> there.","_intro":"field_1","size":"large","_size":"field_2","other":"No field at all"},"acf":{"lead":"A fine lead.","size":"large","rows":[{"text":"One more line.","n":1}]}"#
    )
    #expect(
      try ruled.units() == [
        "meta.intro: Welcome & {1}hello{/1} there.", "acf.lead: A fine lead.", "acf.rows: One more line.",
      ])
    #expect(try ruled.remarks() == ["not extracted: meta field \"other\" (\"No field at all\")"])
    let merged = try ruled.merged([
      "Welcome & {1}hello{/1} there.": "Dag & {1}hoi{/1}.", "One more line.": "Nog \"\u{E9}\u{E9}n\".",
    ])
    #expect(text(merged, "intro") == "Dag & <b>hoi</b>.")
    #expect(
      String(decoding: merged.advancedFields[2].json, as: UTF8.self)
        == "[{\"text\":\"Nog \\\"\u{E9}\u{E9}n\\\".\",\"n\":1}]")
    #expect(try Laws().violations(Sample("acf", article: ruled.article)) == [])
  }

  @Test func blocksOfAdvancedCustomFields() throws {
    let html =
      #"<!-- wp:acf/quote {"name":"acf/quote","data":{"quote":"It went well & fine.","_quote":"field_1","layout":"left","_layout":"field_2","alone":"Nobody names it"},"mode":"preview"} /-->"#
    let ruled = try RuledArticle(html)
    #expect(try ruled.units() == ["content.attribute: It went well & fine."])
    #expect(try ruled.remarks().count == 1)
    #expect(
      try ruled.mergedContent(["It went well & fine.": "A & b."])
        == html.replacing("It went well & fine.", with: "A \\u0026 b."))
  }

  /// Objects that WordPress gives as such, without a string around them.
  @Test func valuesThatAreJSON() throws {
    let ruled = try ruled(
      #""meta":{"acme":{"rows": [ {"label":"One","id":"x"} ], "n": 1.0}}"#,
      plugin:
        "<wpml-config><custom-fields-texts><key name=\"acme\"><key name=\"rows\"><key name=\"*\"><key name=\"label\"/></key></key></key></custom-fields-texts></wpml-config>"
    )
    #expect(try ruled.units() == ["meta.acme: One"])
    #expect(
      String(decoding: try ruled.merged(["One": "E\u{E9}n"]).meta[0].json, as: UTF8.self)
        == "{\"rows\": [ {\"label\":\"E\u{E9}n\",\"id\":\"x\"} ], \"n\": 1.0}")
  }

  @Test(arguments: [
    ("heading", "Book your visit today", true), ("x", "Book your visit today", true), ("x", "see you soon", true),
    ("title", "Hello", true), ("buttonText", "Zoeken", true), ("x", "Hello", false), ("title", "hello", false),
    ("x", "top left", false), ("caption", "top left", true), ("className", "My Own Class here", false),
    ("backgroundPosition", "Top left corner now", false), ("x", "https://a.example/Some thing", false),
    ("url", "Not a url at all", false), ("x", "/some/path", false), ("x", "#Abc", false), ("x", "12 34 56", false),
    ("x", "2024-01-02 10:00", false), ("x", "is-style-x has-y-color", false), ("x", "{\"a\":\"b c d\"}", false),
    ("x", "a:1:{s:1:\"a b c d\"}", false), ("fontFamily", "Open Sans Pro Light", false),
    ("x", "<p>Two words.</p>", true),
    ("text", "", false), ("x", "\u{65E5}\u{672C} \u{8A9E}\u{6587}", true), ("title", "fooBar", false),
    ("x", "a b", false),
    ("x", "rgba(0, 0, 0, 0.5) one two three", false), ("icon", "Some icon name here", false),
  ])
  func prose(key: String, text: String, isProse: Bool) {
    #expect(Prose.isProse(Array(text.utf8), key: Array(key.utf8)) == isProse)
  }

  /// Named up to twenty, then counted; cut at forty characters; rules silence.
  @Test func whatIsLeftOutIsListed() throws {
    let blocks = (1...25).map {
      "<!-- wp:acme/b {\"heading\":\"Words that number \($0) and ever so many more of them\"} /-->"
    }.joined()
    let remarks = try RuledArticle(blocks).remarks()
    #expect(remarks.count == 21 && remarks.last == "and 5 more of the same kind")
    #expect(
      remarks[0] == "not extracted: wp:acme/b attribute \"heading\" (\"Words that number 1 and ever so many mor…\")")
    let silent = try RuledArticle(
      blocks,
      plugin:
        "<wpml-config><gutenberg-blocks><gutenberg-block type=\"acme\"><key name=\"heading\" type=\"link\"/></gutenberg-block></gutenberg-blocks></wpml-config>"
    )
    #expect(try silent.remarks() == [])
  }

  @Test func theFileNamesRulesBeyondTheDefaults() throws {
    #expect(
      try RuledArticle("").file().metadatum("rules")
        == "plugin-1.xml \(String(SourceHash(of: Array("<wpml-config/>".utf8)).description.prefix(8)))")
    #expect(try extracted("<p>A</p>").metadatum("rules") == nil)
  }

  /// Pages with bytes missing, doubled or changed: identity, one target, pseudo-translation, or no unit at all.
  @Test func tornPagesKeepTheLaws() throws {
    var laws = try Laws()
    laws.singleSegments = 2
    for seed in 0..<150 {
      var random = SeededGenerator(state: UInt64(seed))
      var bytes = Array(page.utf8)
      for _ in 0...random.below(3) {
        let at = random.below(bytes.count)
        switch random.below(3) {
        case 0: bytes.remove(at: at)
        case 1: bytes.insert(bytes[at], at: at)
        default: bytes[at] = Array("\"\\{}[]<>&a/".utf8)[random.below(11)]
        }
      }
      var article = Sample("torn", [], .raw).article
      article.meta = [Article.MetaField(key: "_elementor_data", text: bytes, json: [])]
      article.setMeta("_elementor_data", bytes)
      #expect(try laws.violations(Sample("seed \(seed)", article: article)) == [], "seed \(seed)")
    }
  }

  /// JSON as deep as it is read, and rules as deep as XML is: no stack overflow, in time.
  @Test func whatNestsDeep() throws {
    let depth = 250
    let deep =
      String(repeating: "[{\"a\":", count: depth) + "\"Some words in here\"" + String(repeating: "}]", count: depth)
    let ruled = try ruled("\"meta\":{\"deep\":\(deep)}")
    #expect(try ruled.remarks().count == 1)
    let elements = String(repeating: "[{\"elements\":", count: depth) + "[]" + String(repeating: "}]", count: depth)
    var page = try elementor()
    page.article.meta[0].text = Array(elements.utf8)
    #expect(try page.units() == [])
    #expect(throws: (any Error).self) {
      var rules = TextRules()
      try rules.add(Array(String(repeating: "<wpml-config>", count: 100_000).utf8), file: "deep", isDefault: false)
    }
    #expect(throws: XPathExpression.SyntaxError.self) {
      try XPathExpression.parse("//a[" + String(repeating: "(", count: 100_000))
    }
  }
}
