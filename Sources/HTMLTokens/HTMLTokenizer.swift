// The tokenization states of the HTML standard over bytes:
// <https://html.spec.whatwg.org/multipage/parsing.html#tokenization>. Every state that can end a token is here; what
// happens inside a tag is in HTMLAttributeScanner.swift, inside a comment or doctype in HTMLTokenizer+Comments.swift,
// inside `script`, `style` and the like in HTMLTokenizer+RawText.swift.

/// Cuts HTML into tokens, each a range over the bytes. Works on any bytes: markup is found by its ASCII characters
/// alone, so invalid UTF-8, NUL and CR pass through unchanged.
///
/// The bytes are handed to each call and never kept, so that no token outlives them unnoticed.
package struct HTMLTokenizer: Sendable {
  /// How text is read, which the last start tag decides.
  package enum TextMode: UInt8, Sendable {
    case data, rcdata, rawtext, scriptData, plaintext, cdataSection
  }

  /// Where the next token begins.
  package private(set) var position: Int
  /// The mode of the text that follows.
  package var mode: TextMode
  /// The name of the last start tag, which alone can end RCDATA, RAWTEXT and script data; a range over the input.
  var lastStartTag: Range<Int>
  /// The same where a caller sets it without an input, in lower case.
  var appropriateEndTag: [UInt8]
  /// Depth in `svg` and `math`, whose `title`, `style` and `script` switch no mode and in which CDATA sections are
  /// read. Known without a tree: HTML inside them, as in `foreignObject`, ends them for good, so that an `svg` that
  /// nobody closed doesn't turn the scripts of the whole rest into markup.
  private var foreignDepth = 0
  /// Asked for once: a static variable asks at each use whether it has been made.
  private let elementNames = HTMLElement.names

  /// A tokenizer at the start of an input.
  /// - Parameters:
  ///   - mode: the initial state; `.data` for documents and fragments.
  ///   - appropriateEndTag: the element that a mode other than data belongs to, in lower case.
  package init(mode: TextMode = .data, appropriateEndTag: String = "") {
    position = 0
    self.mode = mode
    lastStartTag = 0..<0
    self.appropriateEndTag = [UInt8](appropriateEndTag.utf8)
  }

  /// The next token of `bytes`, which must be the same at each call, or nil at their end.
  package mutating func next(in bytes: Span<UInt8>) -> HTMLToken? {
    var token = HTMLToken()
    return next(in: bytes, &token) ? token : nil
  }

  /// The same for whoever asks very often: the token is written to the caller's memory, part by part. One that is returned is
  /// copied as a whole from call to call, and each copy has to wait until the parts have arrived where it reads them.
  /// - Returns: whether there was one; at the end of the bytes `token` stays as it is.
  package mutating func next(in bytes: Span<UInt8>, _ token: inout HTMLToken) -> Bool {
    guard position < bytes.count else { return false }
    switch mode {
    case .data: dataToken(in: bytes, &token)
    case .rcdata, .rawtext: rawTextToken(in: bytes, &token)
    case .scriptData: scriptToken(in: bytes, &token)
    case .plaintext: token.set(.rawCharacters, position..<bytes.count)
    case .cdataSection: token = cdataToken(in: bytes)
    }
    position = token.range.upperBound
    return true
  }

  /// Goes on at `offset`, which lies behind the last token: what is between is no HTML to whoever asks. In the data state only.
  package mutating func skip(to offset: Int) {
    if mode == .data { position = max(position, offset) }
  }

  /// A token of the data state: text up to the next markup, or that markup.
  private mutating func dataToken(in bytes: Span<UInt8>, _ token: inout HTMLToken) {
    let start = position
    var at = start
    while true {
      at = bytes.offset(of: 0x3C, from: at)
      guard at + 1 < bytes.count else { return token.set(.characters, start..<bytes.count) }
      if Self.beginsMarkup(bytes[at + 1]), !(bytes[at + 1] == 0x2F && at + 2 == bytes.count) { break }
      at += 1
    }
    if at > start { return token.set(.characters, start..<at) }
    markupToken(in: bytes, &token)
  }

  /// Tag open state: whether `<` before this byte begins a tag, a comment or the like.
  private static func beginsMarkup(_ byte: UInt8) -> Bool {
    isASCIILetter(byte) || byte == 0x2F || byte == 0x21 || byte == 0x3F
  }

  /// The tag, comment or doctype that begins at `position`.
  private mutating func markupToken(in bytes: Span<UInt8>, _ token: inout HTMLToken) {
    let second = bytes[position + 1]
    switch second {
    case 0x21: token = markupDeclaration(in: bytes)
    case 0x3F: token = bogusComment(in: bytes, contentAt: position + 1)
    case 0x2F:
      let third = bytes[position + 2]
      if third == 0x3E { return token.set(.dropped, position..<position + 3) }
      guard isASCIILetter(third) else {
        token = bogusComment(in: bytes, contentAt: position + 2)
        return
      }
      tag(in: bytes, nameAt: position + 2, kind: .endTag, &token)
    default: tag(in: bytes, nameAt: position + 1, kind: .startTag, &token)
    }
  }

  /// Tag name state and all states up to the `>`.
  mutating func tag(in bytes: Span<UInt8>, nameAt nameStart: Int, kind: HTMLToken.Kind, _ token: inout HTMLToken) {
    var at = nameStart
    while at < bytes.count, !isTagNameEnd(bytes[at]) { at += 1 }
    let name = nameStart..<at
    var end = at
    var isSelfClosing = false
    // Most tags end behind their name.
    if at == bytes.count || bytes[at] != 0x3E {
      var scanner = HTMLAttributeScanner(from: at)
      while scanner.advance(in: bytes) {}
      guard let tagEnd = scanner.tagEnd else { return token.set(.dropped, position..<bytes.count) }
      (end, isSelfClosing) = (tagEnd, kind == .startTag && scanner.isSelfClosing)
    }
    let element = HTMLElement(named: bytes, name, elementNames)
    token.kind = kind
    token.range = position..<end + 1
    token.name = name
    token.content = at..<end
    token.element = element
    token.isSelfClosing = isSelfClosing
    if kind == .startTag {
      lastStartTag = name
      if foreignDepth == 0, !element.isForeignRoot { mode = element.textMode } else { enterForeign(token, in: bytes) }
    } else if element.isForeignRoot, foreignDepth > 0 {
      foreignDepth -= 1
    } else if element == .p || element == .br {
      foreignDepth = 0
    }
  }

  /// The state that tree construction switches to after a start tag (13.2.6.4, "generic raw text element parsing") that stands
  /// in foreign content or begins it.
  private mutating func enterForeign(_ tag: HTMLToken, in bytes: Span<UInt8>) {
    if tag.element.isForeignRoot {
      if !tag.isSelfClosing { foreignDepth += 1 }
      return
    }
    if foreignDepth > 0 {
      guard tag.element.leavesForeignContent || tag.element == .font && isOfHTML(font: tag, in: bytes) else { return }
      foreignDepth = 0
    }
    mode = tag.element.textMode
  }

  /// Whether a `font` in foreign content is HTML's: SVG has one too, without these attributes.
  private func isOfHTML(font tag: HTMLToken, in bytes: Span<UInt8>) -> Bool {
    tag.attribute("color", in: bytes) != nil || tag.attribute("face", in: bytes) != nil
      || tag.attribute("size", in: bytes) != nil
  }

  /// Markup declaration open state (13.2.5.42).
  private mutating func markupDeclaration(in bytes: Span<UInt8>) -> HTMLToken {
    let at = position + 2
    if bytes.hasASCII("--", at: at) { return comment(in: bytes) }
    if bytes.hasASCII("doctype", at: at) { return doctype(in: bytes) }
    if foreignDepth > 0, bytes.hasExactly("[CDATA[", at: at) {
      mode = .cdataSection
      return HTMLToken(.dropped, position..<at + 7)
    }
    return bogusComment(in: bytes, contentAt: at)
  }

  /// CDATA section state (13.2.5.69): text up to `]]>`, then that.
  private mutating func cdataToken(in bytes: Span<UInt8>) -> HTMLToken {
    var at = position
    while at + 2 < bytes.count, !(bytes[at] == 0x5D && bytes[at + 1] == 0x5D && bytes[at + 2] == 0x3E) { at += 1 }
    guard at + 2 < bytes.count else { return HTMLToken(.rawCharacters, position..<bytes.count) }
    if at > position { return HTMLToken(.rawCharacters, position..<at) }
    mode = .data
    return HTMLToken(.dropped, at..<at + 3)
  }
}
