// A post's blocks: which follow which, and what they say.

/// Makes blocks for one post out of the pool.
struct Composer {
  let pool: PhrasePool
  let writer: PhraseWriter
  var random: SplitMix64

  /// A section: a heading and what stands under it.
  mutating func section(level: Int) -> [Block] {
    var blocks: [Block] = [.heading(level: level, varied(pool.headings, hasMarkup: false))]
    for _ in 0..<random.within(1...3) { blocks.append(paragraph()) }
    switch random.below(16) {
    case 0...5: blocks += [lead(), list()]
    case 6...8: blocks += [lead(), table()]
    case 9...10: blocks.append(.image(image(hasCaption: random.oneIn(2))))
    case 11: blocks.append(quote())
    case 12: blocks += [.separator, paragraph()]
    case 13: blocks.append(.button(label: varied(pool.headings, hasMarkup: false), address: "\(Address.site)/en/book/"))
    case 14: blocks.append(.embed(address: "https://video.example/watch/tour-\(random.below(5000))"))
    default: blocks.append(.gallery((0..<3).map { _ in image(hasCaption: false) }))
    }
    return blocks
  }

  /// A paragraph of one to four sentences.
  mutating func paragraph() -> Block {
    var text = varied(pool.sentences, hasMarkup: true)
    for _ in 0..<random.below(4) {
      text.append(0x20)
      text.write(varied(pool.sentences, hasMarkup: true))
    }
    return .paragraph(text)
  }

  /// The questions at a post's end.
  mutating func questions() -> Block {
    .questions(
      (0..<random.within(3...6)).map { _ in
        let chosen = random.pick(pool.questions)
        return Block.Question(
          id: 1_776_154_000_000 + random.below(1_000_000_000),
          question: chosen.map { varied([$0.question], hasMarkup: false) } ?? [],
          answer: chosen.map { varied([$0.answer], hasMarkup: true) } ?? [])
      })
  }

  /// A post's title.
  mutating func title() -> [UInt8] { varied(pool.titles + pool.headings, hasMarkup: false) }

  /// What a search engine is to show under the title.
  mutating func description() -> [UInt8] { varied(pool.descriptions, hasMarkup: false) }

  private mutating func varied(_ phrases: [Phrase], hasMarkup: Bool) -> [UInt8] {
    guard let phrase = random.pick(phrases) else { return [] }
    return writer.text(phrase, hasMarkup: hasMarkup, random: &random)
  }

  private mutating func lead() -> Block { .paragraph(varied(pool.leads, hasMarkup: true)) }

  private mutating func list() -> Block {
    let items = (0..<random.within(3...7)).map { _ in
      let nested = random.oneIn(10) ? random.within(2...3) : 0
      return Block.Item(
        text: varied(pool.items, hasMarkup: true),
        nested: (0..<nested).map { _ in varied(pool.items, hasMarkup: true) })
    }
    return .list(isOrdered: random.oneIn(4), items)
  }

  private mutating func table() -> Block {
    guard let table = random.pick(pool.tables) else { return .separator }
    let rows = (0..<random.within(3...7)).map { _ in
      (random.pick(table.rows) ?? []).map { varied([$0], hasMarkup: true) }
    }
    return .table(
      header: table.header.map { varied([$0], hasMarkup: false) }, rows: rows,
      caption: table.caption.map { varied([$0], hasMarkup: true) })
  }

  private mutating func image(hasCaption: Bool) -> Block.Image {
    Block.Image(
      id: random.within(2000...9999), alternative: varied(pool.alternatives, hasMarkup: false),
      caption: hasCaption ? varied(pool.captions, hasMarkup: true) : nil)
  }

  private mutating func quote() -> Block {
    guard let quote = random.pick(pool.quotes) else { return .separator }
    return .quote(varied([quote.text], hasMarkup: true), cite: varied([quote.cite], hasMarkup: false))
  }
}
