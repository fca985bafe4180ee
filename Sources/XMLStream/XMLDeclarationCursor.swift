/// Goes past what may stand before a document's first tag: a byte-order mark and the XML declaration (XML 1.0, 2.8).
struct XMLDeclarationCursor {
  let bytes: UnsafeBufferPointer<UInt8>
  private(set) var position = 0

  /// As many bytes should be there as it may need, unless the document has fewer.
  static let longest = 256

  /// A cursor at the start of `bytes`.
  init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// Whether the document is in UTF-8 by its declaration, or has none; the position is behind it then.
  mutating func skip() -> Bool {
    if takes("\u{FEFF}") {}
    guard takes("<?xml") else { return true }
    guard takesSpace(), takes("version="), takesQuoted("1.0") else { return false }
    var hasSpace = takesSpace()
    if hasSpace, takes("encoding=") {
      guard takesQuoted("utf-8") else { return false }
      hasSpace = takesSpace()
    }
    if hasSpace, takes("standalone=") {
      guard takesQuoted("yes") || takesQuoted("no") else { return false }
      _ = takesSpace()
    }
    return takes("?>")
  }

  private mutating func takes(_ literal: StaticString) -> Bool {
    let count = literal.utf8CodeUnitCount
    guard bytes.count - position >= count else { return false }
    for index in 0..<count where bytes[position + index] != literal.utf8Start[index] { return false }
    position += count
    return true
  }

  private mutating func takesSpace() -> Bool {
    let start = position
    while position < bytes.count, XMLScanner.isSpace(bytes[position]) { position += 1 }
    return position > start
  }

  /// Takes `value`, in any case, between quotes; nothing where it isn't that.
  private mutating func takesQuoted(_ value: StaticString) -> Bool {
    let count = value.utf8CodeUnitCount
    guard bytes.count - position >= count + 2 else { return false }
    let quote = bytes[position]
    guard quote == 0x22 || quote == 0x27, bytes[position + count + 1] == quote else { return false }
    for index in 0..<count {
      var byte = bytes[position + 1 + index]
      if byte &- 0x41 < 26 { byte |= 0x20 }
      if byte != value.utf8Start[index] { return false }
    }
    position += count + 2
    return true
  }
}
