// What WordPress cuts an automatic excerpt from: the content less shortcodes and less the blocks that are not prose
// (`strip_shortcodes()` and `excerpt_remove_blocks()`, wp-includes/shortcodes.php and blocks.php).
internal import HTMLTokens

extension AutomaticExcerpt {
  /// The part of an article's content that its automatic excerpt is made of.
  package static func source(of article: Article) -> [UInt8] {
    guard article.form == .raw else { return article.content }
    // What is no text has no begin that people could read.
    guard StoredData(article.content) == nil else { return [] }
    let content = article.hasBlocks ? withoutOtherBlocks(article.content) : article.content
    return withoutShortcodes(content)
  }

  /// Blocks whose text counts.
  private static let prose: [StaticString] = [
    "freeform", "heading", "html", "list", "media-text", "paragraph", "preformatted", "pullquote", "quote", "table",
    "verse",
  ]
  /// Blocks of whose inner blocks each is judged by itself.
  private static let wrappers: [StaticString] = ["columns", "column", "group"]

  /// A block, and what stands in it.
  private struct Block {
    var name: Range<Int>
    var range: Range<Int>
    var children: [Int]
  }

  private static func withoutOtherBlocks(_ content: [UInt8]) -> [UInt8] {
    let bytes = content.span
    var blocks: [Block] = []
    var open: [Int] = []
    var roots: [Int] = []
    var kept: [UInt8] = []
    var tokenizer = HTMLTokenizer()
    while let token = tokenizer.next(in: bytes) {
      guard token.kind == .comment, let comment = BlockComment(bytes, token.content) else {
        continue
      }
      switch comment.kind {
      case .opening, .selfClosing:
        let index = blocks.count
        blocks.append(Block(name: comment.name, range: token.range, children: []))
        if let parent = open.last { blocks[parent].children.append(index) } else { roots.append(index) }
        if comment.kind == .opening { open.append(index) }
      case .closing:
        guard let last = open.popLast() else { continue }
        blocks[last].range = blocks[last].range.lowerBound..<token.range.upperBound
      }
    }
    // A block that is never closed reaches to the end, as WordPress's parser has it.
    for index in open { blocks[index].range = blocks[index].range.lowerBound..<content.count }
    var at = 0
    for root in roots {
      kept += content[at..<max(at, blocks[root].range.lowerBound)]
      append(root, of: blocks, content, to: &kept)
      at = max(at, blocks[root].range.upperBound)
    }
    return kept + content[at...]
  }

  /// Appends what counts of one block.
  private static func append(_ index: Int, of blocks: [Block], _ content: [UInt8], to kept: inout [UInt8]) {
    var pending = [index]
    while let index = pending.popLast() {
      let block = blocks[index]
      if isNamed(block, in: wrappers, content), !block.children.isEmpty {
        pending += block.children.reversed()
        continue
      }
      let isPlain = block.children.allSatisfy { child in
        isNamed(blocks[child], in: prose, content) && blocks[child].children.isEmpty
      }
      if isNamed(block, in: prose, content), isPlain { kept += content[block.range] + [0x0A] }
    }
  }

  private static func isNamed(_ block: Block, in names: [StaticString], _ content: [UInt8]) -> Bool {
    let bytes = content.span
    var name = block.name
    if name.count > 5, bytes.holds("core/", in: name.lowerBound..<name.lowerBound + 5) {
      name = name.lowerBound + 5..<name.upperBound
    }
    for candidate in names where bytes.holds(candidate, in: name) { return true }
    return false
  }

  /// Without shortcodes, and without what stands in those that show a figure of their own.
  private static func withoutShortcodes(_ content: [UInt8]) -> [UInt8] {
    let bytes = content.span
    var kept: [UInt8] = []
    var at = 0
    var from = 0
    var neverClosed: Set<String> = []
    while at < bytes.count {
      guard bytes[at] == 0x5B, let code = Shortcode(bytes, at: at, end: bytes.count, bareBracketsAreText: false) else {
        at += 1
        continue
      }
      kept += content[from..<at]
      at = code.range.upperBound
      if code.kind == .opening, code.isBlock(in: bytes) {
        let name = String(decoding: content[code.name], as: UTF8.self)
        if !neverClosed.contains(name) {
          if let end = end(of: code, in: bytes) { at = end } else { neverClosed.insert(name) }
        }
      }
      from = at
    }
    return kept + content[from...]
  }

  /// Where the shortcode ends that closes `code`, or nil where none does.
  private static func end(of code: Shortcode, in bytes: Span<UInt8>) -> Int? {
    var at = code.range.upperBound
    while at < bytes.count {
      if bytes[at] == 0x5B, let other = Shortcode(bytes, at: at, end: bytes.count, bareBracketsAreText: false),
        other.kind == .closing, bytes.sameName(other.name, code.name)
      {
        return other.range.upperBound
      }
      at += 1
    }
    return nil
  }
}
