// Articles made from real ones by tearing, doubling and moving their bytes, each from a seed.
import Foundation
import TestSupport

@testable import WordPressFilter

enum Mutation {
  /// What is mutated: our own articles, and what lies beside the checkout.
  private static let corpora: [[Sample]] = {
    let html = { (name: String) in name.hasSuffix(".html") || name.hasSuffix(".htm") }
    let corpora: [[Sample]?] = [
      try? Samples.clinic(), try? Samples.own(), try? Samples.html5lib(.rendered),
      try? Samples.blocks("data/wordpress/block-fixtures"), try? Samples.blocks("data/gutenberg"),
      try? Samples.files("data/okapi-html-pairs", .page, html),
      try? Samples.wxr("data/wxr/theme-unit-test/themeunittestdata.wordpress.xml"),
    ]
    return corpora.compactMap { $0 }.filter { !$0.isEmpty }
  }()

  /// How much of an article is taken, in bytes.
  private static let longest = 1200

  private static let bytes = Array("<>&\"'[]{}/!-= \n\t;:#%\\a1".utf8) + [0, 1, 0x0D]

  /// The article of `seed`.
  static func sample(seed: Int) -> Sample {
    var random = SeededGenerator(state: UInt64(seed) &* 0x5851_F42D_4C95_7F2D)
    let corpus = corpora[random.below(corpora.count)]
    let origin = corpus[random.below(corpus.count)]
    var content = window(of: origin.article.content, &random)
    for _ in 0...random.below(6) { mutate(&content, &random) }
    let form: Article.Form = random.below(8) == 0 ? [.raw, .rendered, .page][random.below(3)] : origin.article.form
    return Sample("seed \(seed), of \(origin.name)", content, form)
  }

  /// All of a short article, some part of a long one.
  private static func window(of bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    guard bytes.count > longest else { return bytes }
    let start = boundary(random.below(bytes.count - longest / 2), in: bytes)
    return Array(bytes[start..<boundary(min(start + random.below(longest), bytes.count), in: bytes)])
  }

  private static func mutate(_ content: inout [UInt8], _ random: inout SeededGenerator) {
    let at = boundary(random.below(content.count + 1), in: content)
    let end = boundary(min(at + random.below(40), content.count), in: content)
    switch random.below(5) {
    case 0: content.removeSubrange(at..<end)
    case 1: content.insert(contentsOf: content[at..<end], at: boundary(random.below(content.count + 1), in: content))
    case 2: content.insert(bytes[random.below(bytes.count)], at: at)
    case 3 where at < content.count && content[at] < 0x80: content[at] = bytes[random.below(bytes.count)]
    default:
      let snippets = MutationLawTests.snippets
      content.insert(contentsOf: snippets[random.below(snippets.count)].utf8, at: at)
    }
  }

  /// The offset at or before `offset` where a character begins.
  private static func boundary(_ offset: Int, in bytes: [UInt8]) -> Int {
    var offset = offset
    while offset > 0, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }
}
