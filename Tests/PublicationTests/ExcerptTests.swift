import Foundation
import TestSupport
import Testing

@testable import Publication

@Suite struct ExcerptTests {
  private func excerpt(_ html: String, words: Int = 55) -> String {
    String(decoding: Excerpt.automatic(fromRendered: Array(html.utf8), words: words), as: UTF8.self)
  }

  @Test(.enabled(if: TestFiles.shared("seed/post-24931.json") != nil, "needs the real article beside the checkout"))
  func isWhatWordPressMadeOfTheRealArticle() throws {
    let file = try #require(TestFiles.shared("seed/post-24931.json"))
    let post = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
    let content = try #require((post["content"] as? [String: Any])?["rendered"] as? String)
    let expected = try #require((post["excerpt"] as? [String: Any])?["rendered"] as? String)
    #expect("<p>\(excerpt(content))</p>" == expected)
  }

  @Test func aShortTextIsWhole() {
    #expect(excerpt("<p>One <em>two</em>\n\n three &amp; four.</p>\n") == "One two three &amp; four.")
    #expect(excerpt(String(repeating: "w ", count: 55)) == String(repeating: "w ", count: 55).dropLast())
    #expect(
      excerpt(String(repeating: "w ", count: 56)) == String(repeating: "w ", count: 55).dropLast() + " [&hellip;]")
    #expect(excerpt("") == "")
    #expect(excerpt("<p></p>\n<img alt=\"a b\">") == "")
  }

  @Test func noBreakSpacesAreInsideWords() {
    #expect(excerpt("a\u{202F}b c\u{00A0}d e", words: 2) == "a\u{202F}b c\u{00A0}d [&hellip;]")
  }

  @Test func whatIsNotTextGoes() {
    #expect(excerpt("a<script>if (a<b) x('</p>')</script>b <STYLE>p>{}</Style> c<!-- d > e --> f") == "ab c f")
    #expect(excerpt("one<sup data-fn=\"x\" class=\"fn\"><a href=\"#x\" id=\"x-link\">1</a></sup> two") == "one two")
    #expect(excerpt("x ]]> y") == "x ]]&gt; y")
    #expect(excerpt("a < b <p title=\"c > d\">e</p>") == "a < b e")
  }

  /// WordPress's own tests of the two functions, but for those about PHP's types and about counting characters.
  @Test(.enabled(if: WordPressVector.isAvailable("wpStripAllTags"), "needs WordPress's vectors beside the checkout"))
  func wpStripAllTags() throws {
    var count = 0
    for vector in try WordPressVector.all("wpStripAllTags") {
      guard vector.arguments.count == 1, let text = vector.text(0) else { continue }
      #expect(
        String(decoding: TagStripper.strippedAll(Array(text.utf8)), as: UTF8.self) == vector.expected, "\(vector)")
      count += 1
    }
    #expect(count == 5)
  }

  @Test(.enabled(if: WordPressVector.isAvailable("wpTrimWords"), "needs WordPress's vectors beside the checkout"))
  func wpTrimWords() throws {
    var count = 0
    for vector in try WordPressVector.all("wpTrimWords") where vector.locale == nil && vector.arguments.count < 3 {
      let words = vector.arguments.count > 1 ? vector.arguments[1] as? Int ?? 55 : 55
      let expected = vector.expected.replacing("&hellip;", with: Excerpt.more)
      #expect(excerpt(try #require(vector.text(0)), words: words) == expected, "\(vector)")
      count += 1
    }
    #expect(count == 6)
  }
}
