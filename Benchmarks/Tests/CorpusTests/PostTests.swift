import Corpus
import FoundationEssentials
import Testing

@Suite struct PostTests {
  /// The repository's own examples, three folders above this file's.
  private static let folder =
    #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined()
    + "/Examples/clinic/articles"

  private func posts(_ indices: Range<Int>, seed: UInt64 = 1) throws -> [Post] {
    let pool = try PhrasePool(articles: try ExampleArticle.read(folder: Self.folder).articles)
    return indices.map { Post(index: $0, seed: seed, pool: pool) }
  }

  private struct File: Decodable {
    struct Field: Decodable {
      let raw: String?
      let rendered: String
    }
    let id: Int
    let title: Field
    let content: Field
    let excerpt: Field
  }

  @Test func isTheSameForTheSameSeedWhateverWentBefore() throws {
    let whole = try posts(0..<12)
    let part = try posts(10..<12)
    #expect(whole[10].content == part[0].content)
    #expect(whole[11].content == part[1].content)
    #expect(try posts(0..<1, seed: 2)[0].content != whole[0].content)
  }

  @Test func isAPostOfTheRESTAPI() throws {
    for (index, post) in try posts(0..<60).enumerated() {
      var json: [UInt8] = []
      post.write(to: &json)
      #expect(json.allSatisfy { (0x20...0x7E).contains($0) })
      let file = try JSONDecoder().decode(File.self, from: Data(json))
      #expect(file.id == 100_001 + index)
      #expect((file.content.raw == nil) == (post.form == .rendered))
      #expect(Array((file.content.raw ?? file.content.rendered).utf8) == post.content)
      #expect(!file.title.rendered.isEmpty && file.excerpt.rendered.hasPrefix("<p>"))
    }
  }

  @Test func holdsWhatRealPostsHold() throws {
    let all = try posts(0..<200).map { String(decoding: $0.content, as: UTF8.self) }
    let wanted = [
      "\u{2011}", "\u{202F}", "\u{A0}", "&nbsp;", "&amp;", "&#8217;", "&#038;", "<table", "<ol", "<figcaption",
      "<blockquote",
      "[gallery", "[caption", "[embed]", "wp:rank-math/faq-block", "rank-math-question", "<iframe", "wp:list-item",
      "<sup>",
    ]
    for text in wanted { #expect(all.contains { $0.contains(text) }, "\(text)") }
  }

  @Test func saysAQuestionTwiceAlike() throws {
    let post = try #require(try posts(0..<40).first { $0.form == .blocks })
    let content = String(decoding: post.content, as: UTF8.self)
    let start = try #require(content.firstRange(of: "wp:rank-math/faq-block "))
    let end = try #require(content[start.upperBound...].firstRange(of: " -->"))
    struct Attributes: Decodable {
      struct Question: Decodable {
        let title: String
        let content: String
      }
      let questions: [Question]
    }
    let attributes = try JSONDecoder().decode(
      Attributes.self, from: Data(content[start.upperBound..<end.lowerBound].utf8))
    #expect(attributes.questions.count >= 3)
    for question in attributes.questions {
      #expect(content.contains("<h3 class=\"rank-math-question\">\(question.title)</h3>"))
      #expect(content.contains("<div class=\"rank-math-answer\">\(question.content)</div>"))
    }
  }
}
