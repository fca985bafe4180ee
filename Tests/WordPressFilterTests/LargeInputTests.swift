// Inputs that are deep, long, or full of tiny things: no stack overflows, and the time that they take grows with their size.
import Glibc
import Interchange
import Testing

@testable import WordPressFilter

@Suite struct LargeInputTests {
  /// What is repeated, and how its end is.
  struct Shape: Sendable, CustomTestStringConvertible {
    var begin: String
    var end: String
    var testDescription: String { begin }

    init(_ begin: String, _ end: String = "") {
      self.begin = begin
      self.end = end
    }

    /// `count` begins, then as many ends.
    func article(_ count: Int, _ form: Article.Form) -> Article {
      let html = String(repeating: begin, count: count) + "x" + String(repeating: end, count: count)
      return Article(id: "1", form: form, content: Array(html.utf8), file: "large", line: 1)
    }
  }

  static let shapes = [
    Shape("<div>", "</div>"), Shape("<div>a"), Shape("<ul><li>a", "</ul>"), Shape("<blockquote>a</blockquote>"),
    Shape("<b>", "</b>"), Shape("<b>a", "</b>"), Shape("<b>a"), Shape("</b>a"), Shape("<b>a</b>"), Shape("<b></b>"),
    Shape("a<br>"), Shape("<br>"), Shape("<br> "), Shape("<table><tr><td>"), Shape("<svg>", "</svg>"), Shape("<svg>a"),
    Shape("<svg><title>a</title></svg>"), Shape("<svg><text>a"), Shape("<code>", "</code>"),
    Shape("<code>a<i class=notranslate>"),
    Shape("<p translate=no>a"), Shape("<ul><li translate=no>a"), Shape("<li translate=no>a", "</ul>"),
    Shape("<i translate=no>a<b translate=yes>b", "</b></i>"), Shape("<i translate=no>a</i>"),
    Shape("<td translate=no>", "</div>"), Shape("<span lang=en title=a>b</span>"),
    Shape("<!-- wp:group -->", "<!-- /wp:group -->"), Shape("<!-- wp:group {\"a\":1} -->a"),
    Shape("<!-- wp:x {\"a\":1"),
    Shape("<!-- wp:search {\"label\":\"a\"} -->", "<!-- /wp:search -->"),
    Shape("<!-- wp:search {\"label\":\"a\"} /-->"),
    Shape("[x a=\"b\"]", "[/x]"), Shape("[x a=\"b\"]a"), Shape("[x a=\"<b>"), Shape("[["), Shape("["), Shape("[/x]"),
    Shape("<"), Shape("<a "), Shape("<a title=\""), Shape("<!--"), Shape("&"), Shape("&amp;"), Shape("http://a.b "),
    Shape(":"),
    Shape("\n\na"), Shape("a. "), Shape("<h2>a"), Shape("<input value=a type=submit>"), Shape("<p title=a alt=b>"),
  ]

  /// Four times as much takes about four times as long. What is quadratic takes sixteen times as long.
  @Test(arguments: shapes, [Article.Form.raw, .rendered])
  func timeGrowsWithSize(_ shape: Shape, form: Article.Form) throws {
    let few = try seconds(shape.article(4_000, form))
    var many = try seconds(shape.article(16_000, form))
    // What takes no time can't be compared; and a machine may be slow once.
    if many > 0.02, many > few * 9 { many = try min(many, seconds(shape.article(16_000, form))) }
    #expect(many <= 0.02 || many <= few * 9, "\(many) seconds for four times what took \(few)")
  }

  @Test(arguments: shapes)
  func deep(_ shape: Shape) throws { _ = try seconds(shape.article(100_000, .raw)) }

  @Test func aMillionTinyTags() throws {
    _ = try seconds(Shape("<i></i>").article(500_000, .raw))
    _ = try seconds(Shape("<p>a</p>").article(250_000, .raw))
  }

  @Test func anAttributeOfTenMegabytes() throws {
    let word = String(repeating: "Acne heals. ", count: 870_000)
    #expect(word.utf8.count > 10_000_000)
    #expect(try extracted("<p title=\"\(word)\" class=\"\(word)\">x</p>").units.count == 2)
  }

  /// Takes an article apart and puts it together, and says how long this thread has worked for that.
  private func seconds(_ article: Article) throws -> Double {
    let segmenter = try makeSegmenter()
    let start = Self.clock
    let file = try Extractor(segmenter: segmenter).extract(article)
    let merged = try Merger(segmenter: segmenter).merge(
      article, with: [file.translated { $0 }], languages: LanguageChange(from: "en", to: "nl"))
    let end = Self.clock
    #expect(article.content.count == merged.article.content.count)
    _ = BlockTree(article.content)
    return end - start
  }

  private static var clock: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
