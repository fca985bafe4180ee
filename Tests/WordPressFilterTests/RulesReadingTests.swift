// Reading wpml-config.xml: what is understood, what is passed over, what is refused, and by which name.
import Testing
import XMLStream

@testable import WordPressFilter

@Suite struct RulesReadingTests {
  private func rules(_ xml: String) throws -> TextRules {
    var rules = TextRules()
    try rules.add(Array(xml.utf8), file: "folder/plugin.xml", isDefault: false)
    return rules.completed()
  }

  @Test func theDefaultsAreRead() {
    let rules = TextRules.defaults
    #expect(rules.overlays.isEmpty && rules.fingerprint == nil)
    #expect(rules.action(for: "rank_math_canonical_url") == .replace && rules.action(for: "x_CANONICAL_y") == .replace)
    #expect(rules.action(for: "_wp_page_template") == .copy && rules.action(for: "whatever") == .copy)
  }

  @Test func fieldsHaveActionsAndPatterns() throws {
    let rules = try rules(
      """
      <wpml-config><custom-fields>
        <custom-field action="translate"> acme_intro </custom-field><custom-field action="copy-once">acme_layout</custom-field>
        <custom-field action="ignore">acme_cache*</custom-field><custom-field action="copy">acme_*</custom-field>
      </custom-fields></wpml-config>
      """)
    #expect(rules.action(for: "acme_intro") == .translate && rules.action(for: "acme_layout") == .copyOnce)
    #expect(rules.action(for: "acme_cache_1") == .ignore && rules.action(for: "acme_x") == .copy)
    #expect(rules.overlays.map(\.name) == ["plugin.xml"] && rules.fingerprint?.hasPrefix("plugin.xml ") == true)
  }

  /// A later file goes before an earlier one, and a name before a pattern.
  @Test func filesAreLaidOverEachOther() throws {
    var rules = TextRules()
    for (action, name) in [("translate", "a"), ("copy", "a"), ("ignore", "*")] {
      let xml =
        "<wpml-config><custom-fields><custom-field action=\"\(action)\">\(name)</custom-field></custom-fields></wpml-config>"
      try rules.add(Array(xml.utf8), file: "f", isDefault: true)
    }
    #expect(rules.action(for: "a") == .copy && rules.action(for: "b") == .ignore && rules.overlays.isEmpty)
  }

  @Test func shortcodesAnswerByBytes() throws {
    let rules = try rules(
      """
      <wpml-config><shortcodes><shortcode><tag ignore-content="1">vc_box</tag><attributes>
        <attribute>Title</attribute><attribute type="link">href</attribute>
        <attribute encoding="base64">raw</attribute><attribute label="Items" encoding="urlencoded_json">values</attribute>
      </attributes></shortcode><shortcode><tag encoding="base64">vc_raw</tag></shortcode></shortcodes></wpml-config>
      """)
    let bytes = Array("[vc_box TITLE='a'] vc_raw [other".utf8)
    let found = rules.shortcode(bytes.span, 1..<7)
    let box = try #require(found)
    #expect(box.ignoresContent && box.attributes.map(\.isText) == [true, false, true, true])
    let title = box.attribute(bytes.span, 8..<13)
    #expect(title?.encoding == .plain)
    #expect(box.attributes[2].encoding == .base64 && box.attributes[3].encoding == .urlEncodedJSON)
    let (raw, other) = (rules.shortcode(bytes.span, 19..<25), rules.shortcode(bytes.span, 27..<32))
    #expect(raw?.contentEncoding == .base64 && other == nil)
  }

  /// What is about a site and not about an article is no error.
  @Test func otherSectionsArePassedOver() throws {
    _ = try rules(
      """
      <?xml version="1.0"?><!-- c --><wpml-config><custom-types><custom-type translate="1">x</custom-type></custom-types>
      <taxonomies/><custom-term-fields><custom-term-field action="translate">y</custom-term-field></custom-term-fields>
      <admin-texts><key name="o"><key name="p"/></key></admin-texts><language-switcher-settings/>
      <shortcode-list>a,b</shortcode-list><built-with-page-builder>/x/</built-with-page-builder></wpml-config>
      """)
  }

  @Test(arguments: [
    ("<wpml-config>\n<a/></wpml-config>", 2, "<a> is no section"), ("<html/>", 1, "<html>"), ("", 0, ""),
    (
      "<wpml-config>\n<custom-fields><custom-field action=\"translated\">x</custom-field></custom-fields></wpml-config>",
      2,
      "translated"
    ),
    (
      "<wpml-config><custom-fields>\n\n<custom-field action=\"copy\" encoding=\"php\">x</custom-field></custom-fields></wpml-config>",
      3, "php"
    ),
    ("<wpml-config><gutenberg-blocks><gutenberg-block/></gutenberg-blocks></wpml-config>", 1, "no type"),
    (
      "<wpml-config><gutenberg-blocks><gutenberg-block type=\"a/b\" translate=\"yes\"/></gutenberg-blocks></wpml-config>",
      1,
      "yes"
    ),
    (
      "<wpml-config><gutenberg-blocks><gutenberg-block type=\"a/b\"><xpath>//a[last()]/@title</xpath></gutenberg-block></gutenberg-blocks></wpml-config>",
      1, "last()"
    ),
    (
      "<wpml-config><gutenberg-blocks><gutenberg-block type=\"a/b\"><key name=\"(\" search-method=\"regex\"/></gutenberg-block></gutenberg-blocks></wpml-config>",
      1, "regular expression"
    ),
    (
      "<wpml-config><gutenberg-blocks><gutenberg-block type=\"a/b\"><key name=\"a\" search-method=\"magic\"/></gutenberg-block></gutenberg-blocks></wpml-config>",
      1, "magic"
    ),
    ("<wpml-config><shortcodes><shortcode/></shortcodes></wpml-config>", 1, "no <tag>"),
    ("<wpml-config><elementor-widgets><widget name=\"a\"><x/></widget></elementor-widgets></wpml-config>", 1, "<x>"),
    ("<wpml-config><custom-fields></wpml-config>", 1, ""),
  ])
  func whatIsNotUnderstoodIsRefusedByName(xml: String, line: Int, problem: String) throws {
    let error = #expect(throws: XMLError.self) { try rules(xml) }
    #expect(error?.file == "folder/plugin.xml" && (line == 0 || error?.line == line))
    #expect(problem.isEmpty || error?.problem.contains(problem) == true, "\(error?.problem ?? "")")
    #expect(error?.remedy.isEmpty == false)
  }

  /// What changes no result is passed over, and the rest of the file holds.
  @Test func whatIsHarmlessIsPassedOver() throws {
    let rules = try rules(
      """
      <wpml-config><custom-fields><custom-field>x</custom-field><custom-field action="translate">y</custom-field></custom-fields>
      <gutenberg-blocks><gutenberg-block type="a/b"><xpath>//p[1]/following-sibling::ul</xpath></gutenberg-block></gutenberg-blocks>
      <shortcodes><shortcode><tag>box</tag><attributes><attribute encoding="rot13">b</attribute></attributes></shortcode></shortcodes>
      </wpml-config>
      """)
    #expect(rules.action(for: "x") == .copy && rules.action(for: "y") == .translate)
    let bytes = Array("box".utf8)
    let box = rules.shortcode(bytes.span, 0..<3)
    #expect(box?.attributes.first?.encoding == .unknown && box?.attributes.first?.encodingName == "rot13")
  }

  @Test(arguments: [
    ("a*", "abc", true), ("*", "", true), ("*_x", "a_y_x", true), ("a*b*c", "aXbXbc", true), ("a*b", "a", false),
    ("A_*", "a_b", true), ("a", "A", false),
  ])
  func wildcards(pattern: String, name: String, matches: Bool) {
    #expect(NamePattern(pattern).matches(Array(name.utf8)) == matches)
  }

  @Test(arguments: [
    ("//figure/img/@alt", 2, true), ("//div[contains(@class, \"a\")]//*[self::h1 or self::p]", 2, false),
    ("/a/b/text()", 2, false), ("//input/@*[name()='data-label' or name()='value']", 1, true),
    ("//*[contains(concat(' ',normalize-space(@class),' '),' x ')]/@title", 1, true),
    ("//a[@data-x='1' and not(@href)]", 1, false), ("//summary | //p", 1, false),
  ])
  func paths(text: String, steps: Int, isAttribute: Bool) throws {
    let paths = try XPathExpression.parse(text)
    #expect(paths[0].steps.count == steps && paths[0].result.isAttribute == isAttribute)
    #expect(paths.count == (text.contains(" | ") ? 2 : 1))
  }

  @Test(arguments: [
    "//a[1]", "//a/following-sibling::b", "//a[", "//", "count(//a)", "//a[text()='x']", "//a/@b/c", "//a |",
  ])
  func otherPathsAreRefused(text: String) {
    #expect(throws: XPathExpression.SyntaxError.self) { try XPathExpression.parse(text) }
  }
}
