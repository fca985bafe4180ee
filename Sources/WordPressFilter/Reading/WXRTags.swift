// The tags that a WordPress export is cut at, found without reading what lies between them. In well-formed XML `<` stands
// only where markup begins, in comments, in CDATA and in processing instructions, so these are all that must be known.
internal import Glibc

/// Finds the tags of the frame (`rss`, `channel`, `item`) in bytes that arrive piece by piece.
struct WXRTags {
  /// Which tag stands there.
  enum Kind: Equatable {
    /// The first start tag of the file, whatever its name.
    case root
    case channel, item, itemEnd, channelEnd
    /// `<item/>`.
    case emptyItem
  }

  private var hasRoot = false
  /// How much has been looked at, in bytes from where the search begins.
  private var seen = 0

  /// Tells that `count` bytes from the search's begin have been used up.
  mutating func advance(by count: Int) { seen = max(0, seen - count) }

  /// Goes back to what stands `offset` bytes behind the search's begin.
  mutating func look(againFrom offset: Int) { seen = offset }

  /// The next tag, or nil where `bytes` does not reach it. Called again with more bytes behind the same `start`, it goes on
  /// where it stopped.
  mutating func next(in bytes: Span<UInt8>, from start: Int) -> (kind: Kind, range: Range<Int>)? {
    while let begin = bytes.firstOffset(of: 0x3C, from: start + seen) {
      seen = begin - start
      guard let end = Self.end(of: begin, in: bytes) else { return nil }
      seen = end - start
      if let kind = kind(begin..<end, in: bytes) { return (kind, begin..<end) }
    }
    seen = max(seen, bytes.count - start)
    return nil
  }

  private mutating func kind(_ range: Range<Int>, in bytes: Span<UInt8>) -> Kind? {
    switch bytes[range.lowerBound + 1] {
    case 0x21, 0x3F: return nil
    case 0x2F:
      if Self.isNamed("/item", range, in: bytes) { return .itemEnd }
      return Self.isNamed("/channel", range, in: bytes) ? .channelEnd : nil
    default:
      guard hasRoot else {
        hasRoot = true
        return .root
      }
      if Self.isNamed("item", range, in: bytes) {
        return bytes[range.upperBound - 2] == 0x2F ? .emptyItem : .item
      }
      return Self.isNamed("channel", range, in: bytes) ? .channel : nil
    }
  }

  /// Whether the tag at `range` has that name and no prefix.
  static func isNamed(_ name: StaticString, _ range: Range<Int>, in bytes: Span<UInt8>) -> Bool {
    let behind = range.lowerBound + 1 + name.utf8CodeUnitCount
    guard behind < range.upperBound, bytes.begins(name, at: range.lowerBound + 1) else { return false }
    let next = bytes[behind]
    return next == 0x3E || next == 0x2F || isXMLSpace(next)
  }

  /// Where the markup that begins at `begin` ends, or nil where `bytes` does not tell.
  private static func end(of begin: Int, in bytes: Span<UInt8>) -> Int? {
    guard begin + 1 < bytes.count else { return nil }
    switch bytes[begin + 1] {
    case 0x3F: return bytes.end(of: "?>", from: begin + 2)
    case 0x21:
      // Nine bytes tell CDATA from a comment and both from a declaration.
      guard begin + 9 <= bytes.count else { return nil }
      if bytes.begins("<![CDATA[", at: begin) { return bytes.end(of: "]]>", from: begin + 9) }
      if bytes.begins("<!--", at: begin) { return bytes.end(of: "-->", from: begin + 4) }
      return bytes.end(of: ">", from: begin + 2)
    case 0x2F: return bytes.end(of: ">", from: begin + 2)
    default:
      var quote: UInt8 = 0
      var at = begin + 1
      while at < bytes.count {
        let byte = bytes[at]
        if quote != 0 {
          if byte == quote { quote = 0 }
        } else if byte == 0x22 || byte == 0x27 {
          quote = byte
        } else if byte == 0x3E {
          return at + 1
        }
        at += 1
      }
      return nil
    }
  }
}

/// Space, tab, carriage return, line feed (XML 1.0, 2.3).
func isXMLSpace(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
}

extension Span where Element == UInt8 {
  /// The offset of the first `byte` at or behind `start`.
  func firstOffset(of byte: UInt8, from start: Int) -> Int? {
    guard start < count else { return nil }
    return withUnsafeBytes { bytes -> Int? in
      guard let base = bytes.baseAddress, let found = memchr(base + start, Int32(byte), bytes.count - start) else {
        return nil
      }
      return UnsafeRawPointer(found) - base
    }
  }

  /// The offset behind the first `text` at or behind `start`.
  func end(of text: StaticString, from start: Int) -> Int? {
    var at = start
    while let found = firstOffset(of: text.utf8Start[0], from: at) {
      if begins(text, at: found) { return found + text.utf8CodeUnitCount }
      at = found + 1
    }
    return nil
  }

  /// Whether `text` stands at `offset`.
  func begins(_ text: StaticString, at offset: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    guard offset >= 0, offset + length <= count else { return false }
    return withUnsafeBytes { bytes in
      bytes.baseAddress.map { memcmp($0 + offset, text.utf8Start, length) == 0 } ?? false
    }
  }

  /// How many line feeds stand in `range`.
  func lines(in range: Range<Int>) -> Int {
    var lines = 0
    var at = range.lowerBound
    while at < range.upperBound, let found = firstOffset(of: 0x0A, from: at), found < range.upperBound {
      lines += 1
      at = found + 1
    }
    return lines
  }
}
