// Contents that are no text: types of plug-ins', and of any type what PHP or JSON wrote as a whole.
import TestSupport
import Testing

@testable import WordPressFilter

@Suite struct StoredDataTests {
  @Test(arguments: [
    ("a:2:{i:0;s:1:\"a\";i:1;s:1:\"b\";}", StoredData.php), ("O:8:\"stdClass\":0:{}", .php),
    ("s:12:\"Hello there.\";", .php), (" a:0:{}\n", .php), ("i:42;", .php), ("b:0;", .php), ("d:-0.5;", .php),
    ("{\"a\":\"Some text here\"}", .json), ("\n[{\"a\":1}]", .json), ("{}", .json),
    ("", nil), (" ", nil), ("a:", nil), ("a:12", nil), ("a: one; b: two;", nil), ("s:1:", nil), ("O:xx", nil),
    ("<p>a:1:{}</p>", nil), ("[gallery]", nil), ("[vc_row]Text[/vc_row]", nil), ("{name}, hello}", nil),
    ("\"Hello there.\"", nil), ("42", nil), ("a:1 is a ratio;", nil), ("i:e;x;", nil),
  ])
  func whatIsStored(text: String, expected: StoredData?) {
    #expect(StoredData(Array(text.utf8)) == expected)
  }

  @Test(arguments: [
    ("a:1:{s:1:\"t\";s:15:\"Some title here\";}", "PHP serialization"), ("{\"t\":\"Some title\"}", "JSON"),
  ])
  func contentsAndExcerptsAreLeftAlone(text: String, name: String) throws {
    var ruled = try RuledArticle(text)
    ruled.article.title = Array("A title".utf8)
    #expect(try ruled.units() == ["title: A title"])
    #expect(try ruled.remarks() == ["not extracted: content is \(name)"])
    #expect(String(decoding: try ruled.merged(["A title": "Een titel"]).content, as: UTF8.self) == text)
    #expect(AutomaticExcerpt.source(of: ruled.article).isEmpty)
    #expect(try Laws().violations(Sample("stored", article: ruled.article)) == [])

    ruled = try RuledArticle("<p>Text</p>")
    ruled.article.excerpt = Array(text.utf8)
    ruled.article.hasOwnExcerpt = true
    #expect(try ruled.units() == ["Text"])
    #expect(try ruled.remarks() == ["not extracted: excerpt is \(name)"])
  }

  @Test(arguments: [
    "acf-field", "acf-field-group", "custom_css", "wpforms", "wpcf7_contact_form", "elementor_snippet", "nf_sub",
    "shop_order", "scheduled-action", "amn_wpforms-lite", "et_theme_builder",
  ])
  func typesOfPlugInsArePassedOver(type: String) throws {
    let articles = try WXRReadingTests.read(
      WXRReadingTests.export([WXRReadingTests.item(1, type: type), WXRReadingTests.item(2, type: "wp_block")]))
    #expect(articles.map(\.passingOver) == ["of type \(type)", nil])
  }
}
