// One post of the corpus.

/// A post before it is written as JSON.
package struct Post {
  /// What a post's source is.
  package enum Form: String, CaseIterable, Sendable {
    /// `content.rendered` only, as anybody may fetch it.
    case rendered
    /// `content.raw` of the block editor, and what WordPress renders of it.
    case blocks
    /// `content.raw` of the classic editor, and what WordPress renders of it.
    case classic
  }

  package let form: Form
  let id: Int
  let title: [UInt8]
  /// The HTML that is to be translated: `raw` where there is one, else `rendered`.
  package let content: [UInt8]
  let rendered: [UInt8]
  /// Written by hand, or nil.
  let excerpt: [UInt8]?
  let description: [UInt8]
  /// The texts of the content's blocks, each once for each time it is read.
  package let texts: [[UInt8]]

  /// Post `index` (from 0) of the corpus `seed`.
  package init(index: Int, seed: UInt64, pool: PhrasePool) {
    var random = SplitMix64(seed: seed, index: index)
    // Of ten posts six are public exports, three come from the block editor, one is an old one.
    let form: Form = [.rendered, .blocks, .classic][[0, 0, 0, 0, 0, 0, 1, 1, 1, 2][random.below(10)]]
    let target = random.within(4_500...17_000)
    let hasExcerpt = random.oneIn(4)
    let typography = Typography(form: form, random: &random)
    var composer = Composer(pool: pool, writer: PhraseWriter(typography: typography), random: random)
    var content: [UInt8] = []
    var rendered: [UInt8] = []
    var texts: [[UInt8]] = []
    func add(_ block: Block) {
      texts += block.texts
      RenderedContent.write(block, to: &rendered)
      switch form {
      case .rendered: break
      case .blocks: BlockContent.write(block, to: &content)
      case .classic: ClassicContent.write(block, to: &content)
      }
    }
    for _ in 0..<2 { add(composer.paragraph()) }
    var sections = 0
    while (form == .rendered ? rendered : content).count < target {
      sections += 1
      composer.section(level: sections % 3 == 0 ? 3 : 2).forEach(add)
    }
    add(.heading(level: 2, Array("Frequently Asked Questions".utf8)))
    add(composer.questions())
    self.form = form
    id = 100_001 + index
    title = composer.title()
    excerpt = hasExcerpt ? composer.description() : nil
    description = composer.description()
    self.content = form == .rendered ? rendered : content
    self.rendered = rendered
    self.texts = texts
  }
}
