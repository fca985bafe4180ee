// The laws on everything that lies at hand. Third-party corpora are read from beside the checkout and skipped where they are
// absent; a corpus of our own is never absent.
import TestSupport
import Testing

@testable import WordPressFilter

private let data = "shared/data is not beside this checkout"

@Suite struct CorpusLawTests {
  // No sample breaks a law. Where one must, name it here with the reason.
  private func prove(_ samples: [Sample], atLeast count: Int, singleSegments: Int = 8) throws {
    #expect(samples.count >= count, "the corpus is not whole")
    var laws = try Laws()
    laws.singleSegments = singleSegments
    for sample in samples {
      let violations = try laws.violations(sample)
      #expect(violations.isEmpty, "\(sample.name)")
    }
  }

  @Test func clinic() throws { try prove(Samples.clinic(), atLeast: 4, singleSegments: 30) }

  @Test func fuzzing() throws { try prove(Samples.own(), atLeast: 5) }

  @Test(.enabled(if: TestFiles.shared("seed") != nil, "shared/seed is not beside this checkout"))
  func realArticle() throws { try prove(Samples.real(), atLeast: 1, singleSegments: 200) }

  @Test(.enabled(if: TestFiles.shared("data/wordpress/block-fixtures") != nil, Comment(rawValue: data)))
  func wordPressBlocks() throws { try prove(Samples.blocks("data/wordpress/block-fixtures"), atLeast: 140) }

  @Test(.enabled(if: TestFiles.shared("data/gutenberg") != nil, Comment(rawValue: data)))
  func gutenbergBlocks() throws { try prove(Samples.blocks("data/gutenberg"), atLeast: 128) }

  @Test(
    .enabled(if: TestFiles.shared("data/html5lib") != nil, Comment(rawValue: data)),
    arguments: [Article.Form.rendered, .raw])
  func html5lib(form: Article.Form) throws { try prove(Samples.html5lib(form), atLeast: 770) }

  @Test(.enabled(if: TestFiles.shared("data/okapi-html-pairs") != nil, Comment(rawValue: data)))
  func okapi() throws {
    let samples = try Samples.files("data/okapi-html-pairs", .page) { $0.hasSuffix(".html") || $0.hasSuffix(".htm") }
    try prove(samples, atLeast: 34, singleSegments: 3)
  }

  @Test(.enabled(if: TestFiles.shared("data/wxr") != nil, Comment(rawValue: data)))
  func themeUnitTest() throws {
    try prove(Samples.wxr("data/wxr/theme-unit-test/themeunittestdata.wordpress.xml"), atLeast: 80)
  }
}
