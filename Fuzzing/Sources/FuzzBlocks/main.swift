// The block parser's law: every block has a place, each but the outermost stands in one other, and where all are closed the
// parts of all contents lie in the input one behind the other.
internal import CLibFuzzer
internal import WordPressFilter

var count = CommandLine.argc
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv

_ = LLVMFuzzerRunDriver(&count, &arguments) { start, length in
  let bytes = Array(UnsafeBufferPointer(start: start, count: length))
  let tree = BlockTree(bytes)
  var parents = [Int](repeating: 0, count: tree.blocks.count)
  for root in tree.roots { parents[root] += 1 }
  for (index, block) in tree.blocks.enumerated() {
    precondition(block.name.map { $0.upperBound <= bytes.count && !$0.isEmpty } ?? true, "a name outside of the input")
    precondition(block.attributes.upperBound <= bytes.count, "attributes outside of the input")
    var end = 0
    for part in block.content {
      switch part {
      case .html(let range):
        precondition(range.lowerBound >= end && range.upperBound <= bytes.count, "contents that overlap")
        end = range.upperBound
      case .block(let inner):
        precondition(inner < index, "a block that ends behind the one around it")
        parents[inner] += 1
      }
    }
  }
  precondition(parents.allSatisfy { $0 == 1 }, "a block that stands nowhere, or twice")
  precondition(BlockShape.difference(bytes, bytes) == nil, "blocks that differ from themselves")
  return 0
}
