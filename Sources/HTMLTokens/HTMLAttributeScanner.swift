// The attribute states, 13.2.5.32 to 13.2.5.40 of the HTML standard. The tokenizer uses them to find a tag's end;
// whoever wants the attributes runs them again over the same bytes, so a tag whose attributes nobody asks for costs no
// memory.

/// Reads the attributes of one tag, in order.
package struct HTMLAttributeScanner: Sendable {
  private var at: Int
  /// Where the tag's `>` stands, once it is reached.
  package private(set) var tagEnd: Int?
  /// Whether a `/` stands right before that `>`.
  package private(set) var isSelfClosing = false
  /// What `advance` has read: the attribute's name as it is written.
  package private(set) var name = 0..<0
  /// Its value without its quotes; empty where there is none.
  package private(set) var value = 0..<0
  /// `"`, `'`, 0 for an unquoted value.
  package private(set) var quote: UInt8 = 0
  /// Whether there is an `=`.
  package private(set) var hasValue = false

  /// A scanner that begins behind a tag's name.
  package init(from start: Int) { at = start }

  /// The attributes of `tag`, a start tag.
  package init(of tag: HTMLToken) { at = tag.name.upperBound }

  /// The next attribute, or nil at the end of the tag or of the bytes. Duplicates are given too: HTML drops all but the
  /// first.
  package mutating func next(in bytes: Span<UInt8>) -> HTMLAttribute? {
    guard advance(in: bytes) else { return nil }
    return HTMLAttribute(name: name, value: value, quote: quote, hasValue: hasValue)
  }

  /// The same for whoever asks very often: the attribute is to be read from the scanner itself.
  /// - Returns: whether there was one.
  package mutating func advance(in bytes: Span<UInt8>) -> Bool {
    guard tagEnd == nil else { return false }
    while at < bytes.count {
      let byte = bytes[at]
      if isHTMLSpace(byte) {
        at += 1
      } else if byte == 0x2F {
        at += 1
        if at < bytes.count, bytes[at] == 0x3E { isSelfClosing = true }
      } else if byte == 0x3E {
        tagEnd = at
        return false
      } else {
        return attribute(in: bytes)
      }
    }
    return false
  }

  /// Attribute name state to after attribute value state.
  @inline(__always)
  private mutating func attribute(in bytes: Span<UInt8>) -> Bool {
    let nameStart = at
    at += 1  // A leading `=` belongs to the name (13.2.5.32).
    while at < bytes.count, !isTagNameEnd(bytes[at]), bytes[at] != 0x3D { at += 1 }
    name = nameStart..<at
    var equals = at
    while equals < bytes.count, isHTMLSpace(bytes[equals]) { equals += 1 }
    guard equals < bytes.count, bytes[equals] == 0x3D else {
      (value, quote, hasValue) = (at..<at, 0, false)
      return true
    }
    at = equals + 1
    while at < bytes.count, isHTMLSpace(bytes[at]) { at += 1 }
    guard at < bytes.count else { return false }
    hasValue = true
    quote = bytes[at]
    if quote == 0x22 || quote == 0x27 {
      let valueStart = at + 1
      at = valueStart
      at = bytes.offset(of: quote, from: at)
      guard at < bytes.count else { return false }
      at += 1
      value = valueStart..<at - 1
      return true
    }
    let valueStart = at
    while at < bytes.count, bytes[at] != 0x3E, !isHTMLSpace(bytes[at]) { at += 1 }
    (value, quote) = (valueStart..<at, 0)
    return true
  }
}

extension HTMLToken {
  /// The first attribute of this start tag whose name is `name` (given in lower case), or nil.
  package func attribute(_ name: StaticString, in bytes: Span<UInt8>) -> HTMLAttribute? {
    guard kind == .startTag, !content.isEmpty else { return nil }
    var scanner = HTMLAttributeScanner(of: self)
    while scanner.advance(in: bytes) {
      if scanner.name.count == name.utf8CodeUnitCount, bytes.hasASCII(name, at: scanner.name.lowerBound) {
        return HTMLAttribute(
          name: scanner.name, value: scanner.value, quote: scanner.quote, hasValue: scanner.hasValue)
      }
    }
    return nil
  }
}
