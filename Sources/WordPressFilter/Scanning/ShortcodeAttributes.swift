// The attributes of a shortcode, as `shortcode_parse_atts()` takes them apart (wp-includes/shortcodes.php).
internal import HTMLTokens

/// Walks through the attributes of one shortcode.
struct ShortcodeAttributes {
  /// An attribute, as ranges over the bytes that the shortcode stands in.
  struct Attribute: Equatable {
    /// Empty for a value without a name.
    var name: Range<Int>
    var value: Range<Int>
    /// The quotes around the value, 0 for none.
    var quote: UInt8
  }

  private var at: Int
  private let end: Int

  /// The attributes of `shortcode`, which is no closing one.
  init(of shortcode: Shortcode, in bytes: Span<UInt8>) {
    at = shortcode.name.upperBound
    let bracket = bytes.offset(of: 0x5D, from: at)
    end = bracket > at && bytes[bracket - 1] == 0x2F ? bracket - 1 : min(bracket, bytes.count)
  }

  /// The next attribute, or nil after the last one.
  mutating func next(in bytes: Span<UInt8>) -> Attribute? {
    while at < end, Self.space(bytes, at) > 0 { at += Self.space(bytes, at) }
    guard at < end else { return nil }
    if let named = named(in: bytes) {
      at = named.value.upperBound + (named.quote == 0 ? 0 : 1)
      return named
    }
    let positional = value(at, in: bytes) ?? word(in: bytes)
    at = positional.value.upperBound + (positional.quote == 0 ? 0 : 1)
    return positional
  }

  /// `name = "value"`, `name='value'` or `name=value`, if that stands here.
  private func named(in bytes: Span<UInt8>) -> Attribute? {
    var offset = at
    while offset < end, Self.isNameByte(bytes[offset]) { offset += 1 }
    let name = at..<offset
    guard !name.isEmpty else { return nil }
    while offset < end, Self.space(bytes, offset) > 0 { offset += Self.space(bytes, offset) }
    guard offset < end, bytes[offset] == 0x3D else { return nil }
    offset += 1
    while offset < end, Self.space(bytes, offset) > 0 { offset += Self.space(bytes, offset) }
    if var quoted = value(offset, in: bytes) {
      quoted.name = name
      return quoted
    }
    let start = offset
    while offset < end, Self.space(bytes, offset) == 0 {
      if bytes[offset] == 0x22 || bytes[offset] == 0x27 { return nil }
      offset += 1
    }
    return offset > start ? Attribute(name: name, value: start..<offset, quote: 0) : nil
  }

  /// The quoted value at `offset`, behind which white space or the end stands; nil where none does.
  private func value(_ offset: Int, in bytes: Span<UInt8>) -> Attribute? {
    guard offset < end, bytes[offset] == 0x22 || bytes[offset] == 0x27 else { return nil }
    let close = bytes.offset(of: bytes[offset], from: offset + 1)
    guard close < end, close + 1 == end || Self.space(bytes, close + 1) > 0 else { return nil }
    return Attribute(name: 0..<0, value: offset + 1..<close, quote: bytes[offset])
  }

  /// All up to the next white space.
  private func word(in bytes: Span<UInt8>) -> Attribute {
    var offset = at
    while offset < end, Self.space(bytes, offset) == 0 { offset += 1 }
    return Attribute(name: 0..<0, value: at..<offset, quote: 0)
  }

  /// Letters, digits, `_` and `-`.
  private static func isNameByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x5F || byte == 0x2D
  }

  /// How many bytes of white space stand at `offset`: U+00A0 and U+200B are some to WordPress.
  private static func space(_ bytes: Span<UInt8>, _ offset: Int) -> Int {
    let byte = bytes[offset]
    if byte == 0x20 || byte &- 0x09 < 5 { return 1 }
    if byte == 0xC2, offset + 1 < bytes.count, bytes[offset + 1] == 0xA0 { return 2 }
    if byte == 0xE2, offset + 2 < bytes.count, bytes[offset + 1] == 0x80, bytes[offset + 2] == 0x8B { return 3 }
    return 0
  }
}
