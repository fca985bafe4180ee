import Foundation
import Interchange
import TestSupport
import Testing

@testable import Terminology

/// The real article, which lies outside the repository; skipped where it doesn't.
@Suite(.enabled(if: TestFiles.shared("seed/post-24931.json") != nil, "the real article is not there"))
struct ArticleTests {
  /// Title, content and description as a reader sees them.
  static func text() throws -> String {
    struct Post: Decodable {
      struct Field: Decodable { var rendered: String }
      var title: Field
      var content: Field
      var meta: [String: String]
    }
    let file = try #require(TestFiles.shared("seed/post-24931.json"))
    let post = try JSONDecoder().decode(Post.self, from: Data(contentsOf: file))
    let html = post.title.rendered + "\n" + post.content.rendered
    return html.replacing(#/<[^>]*>/#, with: " ").replacing("&amp;", with: "&").replacing("&lt;", with: "<")
  }

  @Test(arguments: [("non-surgical", TBX.PartOfSpeech.adjective, 6), ("after-care", .noun, 5), ("follow-up", .noun, 4)])
  func findsWhatAPlainSearchCannot(term: String, part: TBX.PartOfSpeech, expected: Int) throws {
    let matcher = try Sample.matcher(
      "en",
      [
        .init("non-surgical", .adjective), .init("after-care"), .init("follow-up"),
      ])
    let text = try Self.text()
    #expect(!text.contains(term))
    let found = try matcher.matches(in: Array(text.utf8)).filter { $0.term.text == term }
    #expect(found.count == expected)
    // Offsets are the original's.
    let scalars = Array(text.unicodeScalars)
    for match in found {
      let there = String(String.UnicodeScalarView(scalars[match.codePointRange]))
      #expect(there.lowercased().replacing("\u{2011}", with: "-") == term)
    }
  }
}
