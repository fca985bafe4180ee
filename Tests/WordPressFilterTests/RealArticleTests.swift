// The article that the project was begun for. It lies beside the checkout where it lies at all: it is not ours to copy.
import HTMLTokens
import Interchange
import TestSupport
import Testing

@testable import WordPressFilter

@Suite(.enabled(if: TestFiles.shared("seed/post-24931.json") != nil, "shared/seed is not beside this checkout"))
struct RealArticleTests {
  private let article: Article
  private let file: XLIFF.File

  init() throws {
    article = try #require(Samples.real().first).article
    file = try Extractor(segmenter: try makeSegmenter()).extract(article)
  }

  private func texts(_ name: String) -> [String] {
    file.units.filter { $0.name == name }.map(\.sourceContent.shown)
  }

  @Test func fields() {
    #expect((file.id, article.form, article.hasOwnExcerpt) == ("post-24931", .rendered, false))
    #expect(texts("title") == ["Ice Pick Scars: Understanding Causes & Effective Treatments"])
    #expect(texts("seo-title").count == 1 && texts("seo-description").count == 1 && texts("focus-keyword").count == 1)
    #expect(texts("alt").count == 1)
    #expect(texts("excerpt").isEmpty, "WordPress cut it from the content")
  }

  /// Every run of text between tags, less white space, stands in the units in its order and nowhere twice.
  @Test func everyTextIsInExactlyOneUnit() {
    var expected: [UInt8] = []
    var tokenizer = HTMLTokenizer()
    let bytes = article.content
    while let token = tokenizer.next(in: bytes.span) {
      guard token.kind == .characters else { continue }
      TextDecoding.append(bytes.span, token.range, inAttribute: false, to: &expected)
    }
    let found = file.units.filter { $0.name == "content" }.flatMap(\.sourceContent.text)
    #expect(found.filter { !isHTMLSpace($0) } == expected.filter { !isHTMLSpace($0) })
  }

  @Test func specialCharactersSurvive() {
    let text = file.units.map(\.sourceContent.plainText).joined()
    #expect(text.unicodeScalars.contains("\u{2011}") && text.unicodeScalars.contains("\u{202F}"))
    #expect(!text.contains("&#") && !text.contains("</") && !text.contains("<p") && !text.contains("]]>"))
    #expect(file.units.contains { $0.sourceContent.plainText.contains("Boxcar Littekens") })
  }

  @Test func theSameInEveryVersion() throws {
    for version in XLIFF.Version.allCases {
      let read = try #require(try file.exchanged(in: version))
      #expect(read.units.map(\.id) == file.units.map(\.id))
      for (one, other) in zip(read.units, file.units) {
        #expect(one.sourceContent.isSame(as: other.sourceContent), "\(version): \(one.id)")
      }
    }
  }
}
