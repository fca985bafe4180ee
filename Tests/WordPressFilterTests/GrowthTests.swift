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

  /// The texts of a block with a number of questions.
  enum Questions: CaseIterable {
    case different, reversed, identical, identicalButForCodes, arrays

    func article(_ count: Int) -> Article {
      var attributes: [String] = []
      var html: [String] = []
      for number in 0..<count {
        let text = self == .identical || self == .identicalButForCodes ? "Q" : "Q \(number)"
        switch self {
        case .identicalButForCodes: attributes.append("{\"title\":\"\\u003cb\\u003e\(text)\\u003c/b\\u003e z\"}")
        case .arrays: attributes.append("{\"question\":[\"\(text)\"],\"jsonQuestion\":\"\(text)\"}")
        default: attributes.append("{\"title\":\"\(text)\"}")
        }
        html.append(self == .identicalButForCodes ? "<h3><i>\(text)</i> z</h3>" : "<h3>\(text)</h3>")
      }
      if self == .reversed { html.reverse() }
      let name = self == .arrays ? "yoast" : "rank-math"
      let content =
        "<!-- wp:\(name)/faq-block {\"questions\":[\(attributes.joined(separator: ","))]} -->\(html.joined())"
        + "<!-- /wp:\(name)/faq-block -->"
      return Sample("test", Array(content.utf8), .raw).article
    }
  }

  /// So does the time in which a text of a block is found among its attributes, to extract it and to merge it.
  @Test(arguments: Questions.allCases)
  func timeGrowsWithTheQuestions(questions: Questions) throws {
    let segmenter = try makeSegmenter()
    var times: [Int: Duration] = [:]
    for (count, turns) in [(250, 3), (4000, 1)] {
      let article = questions.article(count)
      var file = try Extractor(segmenter: segmenter).extract(article)
      #expect(file.units.count == (questions == .identicalButForCodes ? 2 * count : count))
      for index in file.units.indices { file.units[index].translate(into: "V") }
      if questions == .identicalButForCodes { file.units.removeAll() }
      let merger = Merger(segmenter: segmenter)
      times[count] = try (0..<turns).map { _ in
        try ContinuousClock().measure { _ = try merger.merge(article, with: file) }
      }.min()
    }
    #expect(try #require(times[4000]) < #require(times[250]) * 100 + .milliseconds(20))
  }
}
