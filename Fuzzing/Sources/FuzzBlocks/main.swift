// The block parser's law: every block has a place, each but the outermost stands in one other, and where all are closed the
// parts of all contents lie in the input one behind the other.
internal import CLibFuzzer
internal import WordPressFilter

/// Stops with `law` where it does not hold; `precondition` says nothing in an optimised program.
func require(_ holds: Bool, _ law: String) {
  if !holds { fatalError(law) }
}

var count = CommandLine.argc
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv

_ = LLVMFuzzerRunDriver(&count, &arguments) { start, length in
  let bytes = Array(UnsafeBufferPointer(start: start, count: length))
  let tree = BlockTree(bytes)
  var parents = [Int](repeating: 0, count: tree.blocks.count)
  for root in tree.roots { parents[root] += 1 }
  for (index, block) in tree.blocks.enumerated() {
    require(block.name.map { $0.upperBound <= bytes.count && !$0.isEmpty } ?? true, "a name outside of the input")
    require(block.attributes.upperBound <= bytes.count, "attributes outside of the input")
    var end = 0
    for part in block.content {
      switch part {
      case .html(let range):
        require(range.lowerBound >= end && range.upperBound <= bytes.count, "contents that overlap")
        end = range.upperBound
      case .block(let inner):
        require(inner < index, "a block that ends behind the one around it")
        parents[inner] += 1
      }
    }
  }
  require(parents.allSatisfy { $0 == 1 }, "a block that stands nowhere, or twice")
  require(BlockShape.difference(bytes, bytes) == nil, "blocks that differ from themselves")
  return 0
}
