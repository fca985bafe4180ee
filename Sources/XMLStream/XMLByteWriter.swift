// Our own XML writer: bytes in, bytes out. libxml2's writer works through C strings and one call a character class;
// this one scans eight bytes at a time and copies runs.

/// Writes well-formed UTF-8 XML into a growing buffer. The caller closes what it opens and gives valid names;
/// text and attribute values are escaped here, and what XML 1.0 forbids becomes U+FFFD.
///
/// What is called for every unit is `@inlinable`, so that a literal becomes a few stores in the module that writes it.
@usableFromInline
package struct XMLByteWriter: ~Copyable {
  @usableFromInline var start: UnsafeMutablePointer<UInt8>
  @usableFromInline var capacity: Int
  @usableFromInline var filled = 0
  /// Bytes at the buffer's begin that belong to nothing: see `replace`.
  @usableFromInline var skipped = 0
  /// Whether a start tag lacks its `>`: attributes may follow.
  @usableFromInline var isTagOpen = false

  /// Bytes in the buffer, up to where the next one goes.
  @inlinable package var count: Int { filled }

  /// A writer with room for `capacity` bytes; it grows.
  package init(capacity: Int = 1 << 16) {
    self.capacity = max(capacity, 64)
    start = .allocate(capacity: self.capacity)
  }

  deinit { start.deallocate() }

  // MARK: Markup

  /// `<?xml version="1.0" encoding="UTF-8"?>` and a line feed.
  package mutating func declaration() {
    append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
  }

  /// A start tag; attributes may follow, and whatever comes after them closes it.
  @inlinable package mutating func startElement(_ name: StaticString) {
    closeStartTag()
    append(0x3C)
    append(name)
    isTagOpen = true
  }

  /// The end of the element `name`; `<name/>` where nothing came after the start tag.
  @inlinable package mutating func endElement(_ name: StaticString) {
    if isTagOpen {
      append("/>")
      isTagOpen = false
    } else {
      append("</")
      append(name)
      append(0x3E)
    }
  }

  /// An element of text only.
  package mutating func element(_ name: StaticString, _ text: String) {
    startElement(name)
    self.text(text)
    endElement(name)
  }

  /// An attribute of the start tag that was just begun.
  package mutating func attribute(_ name: StaticString, _ value: String) {
    beginAttribute(name)
    Self.withUTF8(of: value) { escape($0, isAttribute: true, forbidden: Self.replaceForbidden) }
    append(0x22)
  }

  /// An attribute whose value is known at compile time and needs no escaping.
  package mutating func attribute(_ name: StaticString, literal value: StaticString) {
    beginAttribute(name)
    append(value)
    append(0x22)
  }

  /// An attribute whose value is `prefix`, which needs no escaping, and then `value`.
  package mutating func attribute(_ name: StaticString, prefix: StaticString, _ value: String) {
    beginAttribute(name)
    append(prefix)
    Self.withUTF8(of: value) { escape($0, isAttribute: true, forbidden: Self.replaceForbidden) }
    append(0x22)
  }

  /// Closes a start tag's `>`, so that `markup` may follow it.
  @inlinable package mutating func closeStartTag() {
    guard isTagOpen else { return }
    append(0x3E)
    isTagOpen = false
  }

  /// A line feed between elements.
  @inlinable package mutating func newline() {
    closeStartTag()
    append(0x0A)
  }

  // MARK: Markup as it stands

  /// Appends `literal` as it is: markup, or a part of it, where no start tag is open.
  @inlinable @inline(__always) package mutating func markup(_ literal: StaticString) {
    assert(!isTagOpen, "markup stands behind a start tag that is closed")
    append(literal)
  }

  /// Appends a whole number in decimal digits, as it stands in a tag that `markup` has begun.
  @inlinable @inline(__always) package mutating func markup(number: Int) {
    guard number < 0 || number > 9 else { return append(0x30 | UInt8(truncatingIfNeeded: number)) }
    append(digitsOf: number)
  }

  /// Appends bytes that need no escaping, such as an NMTOKEN, inside a tag that `markup` has begun.
  @inlinable package mutating func markup(_ bytes: borrowing Span<UInt8>) {
    bytes.withUnsafeBufferPointer { append($0) }
  }

  /// Appends an attribute's value, escaped, inside a tag that `markup` has begun.
  package mutating func attributeValue(_ value: String) {
    Self.withUTF8(of: value) { escape($0, isAttribute: true, forbidden: Self.replaceForbidden) }
  }

  /// The same from UTF-8.
  package mutating func attributeValue(_ bytes: UnsafeBufferPointer<UInt8>) {
    escape(bytes, isAttribute: true, forbidden: Self.replaceForbidden)
  }

  // MARK: Text

  /// Text, escaped.
  package mutating func text(_ string: String) {
    closeStartTag()
    Self.withUTF8(of: string) { escape($0, isAttribute: false, forbidden: Self.replaceForbidden) }
  }

  /// Text as UTF-8, escaped; bytes that are no UTF-8 become U+FFFD.
  package mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    closeStartTag()
    escape(bytes, isAttribute: false, forbidden: Self.replaceForbidden)
  }

  /// Text as UTF-8, escaped, where `forbidden` writes what stands for a code point that XML 1.0 forbids (2.2, `Char`).
  package mutating func text(
    _ bytes: UnsafeBufferPointer<UInt8>, forbidden: (inout XMLByteWriter, UInt32) -> Void
  ) {
    closeStartTag()
    escape(bytes, isAttribute: false, forbidden: forbidden)
  }

  // MARK: The buffer

  /// The bytes so far, which leave the buffer.
  package mutating func take() -> [UInt8] {
    defer { (filled, skipped) = (0, 0) }
    return [UInt8](UnsafeBufferPointer(start: start + skipped, count: filled - skipped))
  }

  /// Lends the bytes so far to `body`; then they leave the buffer, which keeps its size.
  package mutating func drain<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
    defer { (filled, skipped) = (0, 0) }
    return try body(UnsafeBufferPointer(start: start + skipped, count: filled - skipped))
  }

  @usableFromInline @inline(never)
  mutating func append(digitsOf number: Int) {
    for byte in String(number).utf8 { append(byte) }
  }

  /// Forgets the bytes so far; the buffer keeps its size.
  package mutating func removeAll() {
    filled = 0
    skipped = 0
    isTagOpen = false
  }

  /// Appends bytes as they are.
  @inlinable mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress, bytes.count > 0 else { return }
    reserve(bytes.count)
    (start + filled).update(from: source, count: bytes.count)
    filled += bytes.count
  }

  /// Appends what was written in our own code.
  @inlinable @inline(__always) mutating func append(_ literal: StaticString) {
    let length = literal.utf8CodeUnitCount
    reserve(length)
    (start + filled).update(from: literal.utf8Start, count: length)
    filled += length
  }

  @inlinable @inline(__always) mutating func append(_ byte: UInt8) {
    reserve(1)
    start[filled] = byte
    filled += 1
  }

  private mutating func beginAttribute(_ name: StaticString) {
    assert(isTagOpen, "an attribute needs a start tag")
    append(0x20)
    append(name)
    append("=\"")
  }

  /// Makes room for `needed` bytes.
  @inlinable @inline(__always) mutating func reserve(_ needed: Int) {
    if capacity - filled < needed { grow(by: needed) }
  }

  @usableFromInline @inline(never)
  mutating func grow(by needed: Int) {
    capacity = max(capacity * 2, filled + needed)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: start, count: filled)
    start.deallocate()
    start = larger
  }

  /// Lends a string's UTF-8 without a copy where it is native, as it nearly always is.
  static func withUTF8(of string: String, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    if string.utf8.withContiguousStorageIfAvailable(body) == nil {
      var copy = string
      copy.withUTF8(body)
    }
  }

  private static func replaceForbidden(_ writer: inout XMLByteWriter, _ codePoint: UInt32) {
    writer.append("\u{FFFD}")
  }
}
