// RCDATA, RAWTEXT and script data: text in which only one end tag is markup (13.2.5.2 to 13.2.5.31 of the HTML
// standard).

extension HTMLTokenizer {
  /// RCDATA and RAWTEXT: text up to the appropriate end tag, or that end tag.
  mutating func rawTextToken(in bytes: Span<UInt8>, _ token: inout HTMLToken) {
    var at = position
    while true {
      at = bytes.offset(of: 0x3C, from: at)
      if at == bytes.count || isAppropriateEndTag(in: bytes, at: at) { break }
      at += 1
    }
    let kind: HTMLToken.Kind = mode == .rcdata ? .characters : .rawCharacters
    if at > position { token.set(kind, position..<at) } else { endRawText(in: bytes, &token) }
  }

  /// Script data, its escaped states (`<!--`) and its double escaped ones (`<!-- <script>`).
  mutating func scriptToken(in bytes: Span<UInt8>, _ token: inout HTMLToken) {
    var at = position
    var escape = Escape.none
    while at < bytes.count {
      switch bytes[at] {
      case 0x3C:
        if escape != .double, isAppropriateEndTag(in: bytes, at: at) {
          return at > position ? token.set(.rawCharacters, position..<at) : endRawText(in: bytes, &token)
        }
        if escape == .none, bytes.hasExactly("<!--", at: at) {
          escape = .single
          // `<!-->` and `<!--->` leave the escaped states at once: their dashes count for the end too.
          at += 2
          continue
        }
        if escape == .single, isScriptName(in: bytes, at: at + 1) { escape = .double }
        if escape == .double, at + 1 < bytes.count, bytes[at + 1] == 0x2F, isScriptName(in: bytes, at: at + 2) {
          escape = .single
        }
      case 0x2D:
        if escape != .none, bytes.hasExactly("-->", at: at) { escape = .none }
      default: break
      }
      at += 1
    }
    token.set(.rawCharacters, position..<bytes.count)
  }

  private enum Escape { case none, single, double }

  private mutating func endRawText(in bytes: Span<UInt8>, _ token: inout HTMLToken) {
    mode = .data
    tag(in: bytes, nameAt: position + 2, kind: .endTag, &token)
  }

  /// Whether `script` and a byte that ends a tag's name stand here.
  private func isScriptName(in bytes: Span<UInt8>, at offset: Int) -> Bool {
    bytes.hasASCII("script", at: offset) && offset + 6 < bytes.count && isTagNameEnd(bytes[offset + 6])
  }

  /// "Appropriate end tag token": its name is that of the last start tag.
  private func isAppropriateEndTag(in bytes: Span<UInt8>, at offset: Int) -> Bool {
    let length = lastStartTag.isEmpty ? appropriateEndTag.count : lastStartTag.count
    let name = offset + 2
    guard length > 0, name + length < bytes.count, bytes[offset + 1] == 0x2F, isTagNameEnd(bytes[name + length]) else {
      return false
    }
    for index in 0..<length {
      let expected =
        lastStartTag.isEmpty
        ? appropriateEndTag[index] : lowercasedASCII(bytes[lastStartTag.lowerBound + index])
      if lowercasedASCII(bytes[name + index]) != expected { return false }
    }
    return true
  }
}
