// The blocks of a post as `WP_Block_Parser` nests them (wp-includes/class-wp-block-parser.php), as ranges over its bytes.

/// The blocks of one post. They lie in one flat list, so that a hundred thousand levels need no stack.
package struct BlockTree: Sendable {
  /// One block, or a stretch of HTML outside of all blocks.
  package struct Block: Sendable {
    /// The name as it is written, without `core/` where that is left out; nil for HTML outside of blocks.
    package var name: Range<Int>?
    /// The JSON object of the attributes as it is written, be it JSON or not; empty where there is none.
    package var attributes: Range<Int>
    /// What stands between its delimiters, in order: WordPress's `innerContent`.
    package var content: [Content]
  }

  /// A part of what a block holds.
  package enum Content: Equatable, Sendable {
    /// HTML, in bytes of the post; together a block's are its `innerHTML`.
    case html(Range<Int>)
    /// A block within, by its index in `blocks`: a null in WordPress's `innerContent`.
    case block(Int)
  }

  /// All blocks, in the order in which they end.
  package private(set) var blocks: [Block] = []
  /// Indices of those that stand in no other block, in WordPress's order. Where blocks are never closed WordPress takes all of
  /// them out of each other, so that their contents overlap.
  package private(set) var roots: [Int] = []

  /// A block that no closing delimiter has been found for yet.
  private struct Frame {
    var block: Block
    /// Where its opening delimiter begins.
    var start: Int
    /// Behind the last delimiter inside.
    var contentStart: Int
    /// Where HTML before it began that no block holds.
    var leadingStart: Int?
  }

  /// The blocks of `bytes`. Any bytes have some.
  package init(_ bytes: [UInt8]) { self.init(bytes.span) }

  init(_ bytes: Span<UInt8>) {
    var delimiters = BlockDelimiters()
    var stack: [Frame] = []
    var offset = 0
    while let delimiter = delimiters.next(in: bytes) {
      let range = delimiter.range
      let block = Block(name: delimiter.comment.name, attributes: delimiter.comment.attributes, content: [])
      let leadingStart = range.lowerBound > offset ? offset : nil
      switch delimiter.comment.kind {
      case .selfClosing:
        if stack.isEmpty {
          if let leadingStart { addFreeform(leadingStart..<range.lowerBound) }
          roots.append(add(block))
        } else {
          add(block, at: range, to: &stack)
        }
      case .opening:
        stack.append(
          Frame(
            block: block, start: range.lowerBound, contentStart: range.upperBound, leadingStart: leadingStart))
      case .closing:
        guard var frame = stack.popLast() else {
          // Behind a closing delimiter too many WordPress looks for no more blocks.
          addFreeform(offset..<bytes.count)
          return
        }
        if stack.isEmpty {
          close(&frame, at: range.lowerBound)
        } else {
          frame.block.content.append(.html(frame.contentStart..<range.lowerBound))
          add(frame.block, at: frame.start..<range.upperBound, to: &stack)
        }
      }
      offset = range.upperBound
    }
    if stack.isEmpty { addFreeform(offset..<bytes.count) }
    while var frame = stack.popLast() { close(&frame, at: bytes.count) }
  }

  private mutating func add(_ block: Block) -> Int {
    blocks.append(block)
    return blocks.count - 1
  }

  private mutating func addFreeform(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    roots.append(add(Block(name: nil, attributes: range.lowerBound..<range.lowerBound, content: [.html(range)])))
  }

  /// Adds `block`, which stands at `range` with its delimiters, to the innermost open one.
  private mutating func add(_ block: Block, at range: Range<Int>, to stack: inout [Frame]) {
    let index = add(block)
    let parent = stack.count - 1
    let html = stack[parent].contentStart..<range.lowerBound
    if !html.isEmpty { stack[parent].block.content.append(.html(html)) }
    stack[parent].block.content.append(.block(index))
    stack[parent].contentStart = range.upperBound
  }

  /// Makes `frame` a block that stands in no other, ending at `end`.
  private mutating func close(_ frame: inout Frame, at end: Int) {
    if frame.contentStart < end { frame.block.content.append(.html(frame.contentStart..<end)) }
    if let start = frame.leadingStart { addFreeform(start..<frame.start) }
    roots.append(add(frame.block))
  }
}
