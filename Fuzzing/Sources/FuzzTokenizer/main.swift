// The tokenizer's law: the ranges of all tokens, one behind the other, are the input, and what they name lies inside them.
internal import CLibFuzzer
internal import HTMLTokens

var count = CommandLine.argc
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv

_ = LLVMFuzzerRunDriver(&count, &arguments) { start, length in
  let bytes = Array(UnsafeBufferPointer(start: start, count: length))
  var tokenizer = HTMLTokenizer()
  var end = 0
  while let token = tokenizer.next(in: bytes.span) {
    precondition(token.range.lowerBound == end && !token.range.isEmpty, "a gap between two tokens, or an empty one")
    precondition(token.name.isEmpty || token.range.contains(token.name.lowerBound), "a name outside of its tag")
    precondition(
      token.content.isEmpty || token.content.clamped(to: token.range) == token.content, "a content outside of its token")
    if token.kind == .startTag {
      var scanner = HTMLAttributeScanner(of: token)
      while let attribute = scanner.next(in: bytes.span) {
        precondition(attribute.value.upperBound <= token.range.upperBound, "an attribute outside of its tag")
      }
    }
    end = token.range.upperBound
  }
  precondition(end == bytes.count, "the tokens end before the input")
  return 0
}
