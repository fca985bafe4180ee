// What must hold of the tokens of any bytes whatever.
import HTMLTokens

/// The first law that the tokens of `bytes` break, in words, or nil. Attributes and character references are read too,
/// so that they meet every input that the tokenizer meets.
func brokenLaw(_ bytes: [UInt8], _ start: HTMLTokenizer) -> String? {
  var tokenizer = start
  var at = 0
  while let token = tokenizer.next(in: bytes.span) {
    guard token.range.lowerBound == at else { return "a token begins at \(token.range.lowerBound), not at \(at)" }
    guard !token.range.isEmpty else { return "an empty token at \(at)" }
    guard token.range.upperBound <= bytes.count else { return "a token ends behind the input" }
    guard tokenizer.position == token.range.upperBound else { return "the position is not the end of the last token" }
    at = token.range.upperBound
    if let problem = brokenLaw(in: token, bytes) { return "\(problem), in the token at \(token.range)" }
  }
  guard at == bytes.count else { return "the tokens end at \(at) of \(bytes.count)" }
  guard tokenizer.next(in: bytes.span) == nil else { return "a token follows the end" }
  return nil
}

private func brokenLaw(in token: HTMLToken, _ bytes: [UInt8]) -> String? {
  switch token.kind {
  case .startTag, .endTag:
    guard token.range.lowerBound < token.name.lowerBound, !token.name.isEmpty,
      token.name.upperBound == token.content.lowerBound, token.content.upperBound == token.range.upperBound - 1
    else { return "name or content lie wrong" }
    return token.kind == .startTag ? brokenLaw(inAttributesOf: token, bytes) : nil
  case .comment, .doctype:
    return token.content.clamped(to: token.range) == token.content ? nil : "the content leaves the token"
  case .characters:
    return brokenLaw(inReferencesOf: token.range, bytes, inAttribute: false)
  case .rawCharacters, .dropped:
    return nil
  }
}

private func brokenLaw(inAttributesOf token: HTMLToken, _ bytes: [UInt8]) -> String? {
  var scanner = HTMLAttributeScanner(of: token)
  var at = token.content.lowerBound
  while let attribute = scanner.next(in: bytes.span) {
    guard attribute.name.lowerBound >= at, !attribute.name.isEmpty,
      attribute.value.lowerBound >= attribute.name.upperBound,
      attribute.value.upperBound <= token.content.upperBound
    else { return "an attribute lies wrong" }
    at = attribute.value.upperBound + (attribute.quote == 0 ? 0 : 1)
    if let problem = brokenLaw(inReferencesOf: attribute.value, bytes, inAttribute: true) { return problem }
  }
  return scanner.tagEnd == token.content.upperBound ? nil : "the attributes end elsewhere than the tag"
}

private func brokenLaw(inReferencesOf range: Range<Int>, _ bytes: [UInt8], inAttribute: Bool) -> String? {
  var at = range.lowerBound
  while at < range.upperBound {
    if bytes[at] == 0x26,
      let found = CharacterReference.decode(in: bytes.span, at: at, end: range.upperBound, inAttribute: inAttribute)
    {
      guard found.length >= 3, at + found.length <= range.upperBound else { return "a reference leaves its text" }
      at += found.length
    } else {
      at += 1
    }
  }
  return nil
}
