// The doctype states, 13.2.5.53 to 13.2.5.68 of the HTML standard, over what our token holds between `<!DOCTYPE` and
// `>`.
import HTMLTokens

/// Reads the parts of one doctype.
struct StandardDoctype {
  private let bytes: [UInt8]
  /// Whether a `>` ends the doctype, not the end of the file.
  private let isClosed: Bool
  private var at: Int
  private let end: Int

  static func token(of token: HTMLToken, in bytes: [UInt8]) -> StandardToken {
    var doctype = StandardDoctype(
      bytes: bytes, isClosed: token.range.upperBound > token.content.upperBound, at: token.content.lowerBound,
      end: token.content.upperBound)
    return doctype.read()
  }

  private mutating func read() -> StandardToken {
    skipSpace()
    guard at < end else { return token(nil, isCorrect: false) }
    let nameStart = at
    while at < end, !isHTMLSpace(bytes[at]) { at += 1 }
    let name = StandardText(bytes: bytes).name(nameStart..<at)
    skipSpace()
    guard at < end else { return token(name, isCorrect: isClosed) }
    if skip("public") {
      guard let (publicIdentifier, isWhole) = identifier() else { return token(name, isCorrect: false) }
      guard isWhole else { return token(name, publicIdentifier, isCorrect: false) }
      skipSpace()
      guard at < end else { return token(name, publicIdentifier, isCorrect: isClosed) }
      return systemIdentifier(name, publicIdentifier)
    }
    if skip("system") { return systemIdentifier(name, nil) }
    return token(name, isCorrect: false)
  }

  /// What follows a system identifier is an error that leaves the doctype correct.
  private mutating func systemIdentifier(_ name: [UInt8], _ publicIdentifier: [UInt8]?) -> StandardToken {
    guard let (systemIdentifier, isWhole) = identifier() else { return token(name, publicIdentifier, isCorrect: false) }
    skipSpace()
    return token(name, publicIdentifier, systemIdentifier, isCorrect: isWhole && (at < end || isClosed))
  }

  /// A quoted text and whether its quote closes, or nil where none begins.
  private mutating func identifier() -> ([UInt8], Bool)? {
    skipSpace()
    guard at < end, bytes[at] == 0x22 || bytes[at] == 0x27 else { return nil }
    let quote = bytes[at]
    at += 1
    let start = at
    while at < end, bytes[at] != quote { at += 1 }
    let text = StandardText(bytes: bytes).text(start..<at)
    guard at < end else { return (text, false) }
    at += 1
    return (text, true)
  }

  private mutating func skip(_ keyword: String) -> Bool {
    guard end - at >= keyword.utf8.count,
      bytes[at..<at + keyword.utf8.count].map(lowercasedASCII) == Array(keyword.utf8)
    else { return false }
    at += keyword.utf8.count
    return true
  }

  private mutating func skipSpace() {
    while at < end, isHTMLSpace(bytes[at]) { at += 1 }
  }

  private func token(
    _ name: [UInt8]?, _ publicIdentifier: [UInt8]? = nil, _ systemIdentifier: [UInt8]? = nil, isCorrect: Bool
  ) -> StandardToken {
    .doctype(name: name, publicIdentifier: publicIdentifier, systemIdentifier: systemIdentifier, isCorrect: isCorrect)
  }
}
