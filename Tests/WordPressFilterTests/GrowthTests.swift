// Time grows with the length of an article and no faster, whatever is in it.
import Interchange
import Testing

@testable import WordPressFilter

@Suite(.serialized) struct GrowthTests {
  /// What is written how often in a row: `begin` and as many `end`, all the begins first.
  struct Shape: Sendable, CustomTestStringConvertible {
    var begin: String
    var end = ""
    var testDescription: String { begin + "…" + end }

    func article(_ count: Int) -> Article {
      let html = "<p>x" + String(repeating: begin, count: count) + "y" + String(repeating: end, count: count)
      return Sample("test", Array(html.utf8), .raw).article
    }
  }

  private func time(_ article: Article) throws -> Duration {
    let extractor = Extractor(segmenter: try makeSegmenter())
    let stream = UnitStream(version: .v2_1, from: "en", to: "nl")
    return try ContinuousClock().measure {
      _ = try extractor.extract(article, to: stream)
      stream.drain { _ in }
    }
  }

  /// Sixteen times as much takes less than a hundred times as long: quadratic growth would take 256 times. The bound is
  /// generous, for others use the machine too.
  @Test(arguments: [
    Shape(begin: "<div>", end: "</div>"), Shape(begin: "<span>a", end: "</span>"), Shape(begin: "<span>a"),
    Shape(begin: "<ul><li>a", end: "</li></ul>"), Shape(begin: "<table><tr><td>a", end: "</td></tr></table>"),
    Shape(begin: "<!-- wp:group -->a", end: "<!-- /wp:group -->"), Shape(begin: "<svg>"), Shape(begin: "<code>"),
    Shape(begin: "<b>x</b>"), Shape(begin: "<br>"), Shape(begin: "<a>x"), Shape(begin: "[x]a "), Shape(begin: "[x "),
    Shape(begin: "</b>"), Shape(begin: "<b>a<i>b</b>c</i>"), Shape(begin: "<b><i>", end: "</b></i>"),
    Shape(begin: "<img alt=a>"), Shape(begin: "A b. "), Shape(begin: "&amp;"), Shape(begin: "<!--"),
    Shape(begin: "<h2>a</h2>"), Shape(begin: "https://a.example "),
  ])
  func timeGrowsWithTheLength(shape: Shape) throws {
    let short = (0..<3).compactMap { _ in try? time(shape.article(500)) }.min() ?? .zero
    let long = try time(shape.article(8000))
    #expect(long < short * 100 + .milliseconds(20))
  }
}
