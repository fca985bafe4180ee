// A scanner for the XML that tools write: UTF-8, tags, text, the five entities and character references. It reads what it
// surely reads as libxml2 does and refuses to judge the rest (`unsure`), which libxml2 then reads from the start, errors
// and all. So there is one authority on what is XML, and no copy of a text on the way (Documentation/decisions/0008).
internal import CLibXML2

/// Scans one document. The bytes are lent to each call, always the same ones.
struct XMLScanner {
  /// What `next` came to.
  enum Step {
    case startElement, endElement, text, endOfDocument
    /// Something here is not for this scanner; it stays where it is.
    case unsure
  }

  /// Bytes of the document, or of `arena` where they had to be decoded.
  struct Slice {
    var start = 0
    var count = 0
    var isDecoded = false
  }

  struct Attribute {
    /// The number of the name.
    var name: Int
    var value: Slice
  }

  /// Numbers and names met so far.
  private(set) var names = XMLScannerNames()
  /// The number of the current element's name.
  private(set) var name = 0
  /// Of the current start tag.
  private(set) var attributes: [Attribute] = []
  /// The current text.
  private(set) var text = Slice()
  /// What was decoded for the current event.
  private(set) var arena: [UInt8] = []
  /// Where the next event begins; behind the markup of the current one.
  private(set) var position = 0

  /// An element that has begun.
  private struct Open {
    var rawName: Range<Int>
    var name: Int
    var declaresNamespaces: Bool
  }

  private var open: [Open] = []
  private var raw: [RawAttribute] = []
  private var isAtStart = true
  private var hasRoot = false
  /// Whether the current start tag was an empty-element tag, whose end comes next.
  private var isEmpty = false
  /// Whether nobody will ask for attributes.
  private var isSkipping = false

  /// A start tag's attribute as it stands.
  private struct RawAttribute {
    var name: XMLRawName
    var value: Range<Int>
    var needsDecoding: Bool
  }

  /// Longer tags and names, more attributes and deeper nesting are for libxml2 to judge, which has bounds of its own.
  private static let longestTag = 1 << 20
  private static let longestName = 1000
  private static let mostAttributes = 64
  private static let mostNames = 5000
  private static let deepest = 250

  /// Goes to the next event.
  mutating func next(_ bytes: UnsafeBufferPointer<UInt8>) -> Step {
    if isAtStart {
      guard skipDeclaration(bytes) else { return .unsure }
      isAtStart = false
    }
    if isEmpty {
      isEmpty = false
      return end()
    }
    if open.isEmpty {
      var at = position
      while at < bytes.count, Self.isSpace(bytes[at]) { at += 1 }
      guard at < bytes.count else { return hasRoot ? .endOfDocument : .unsure }
      guard !hasRoot, bytes[at] == 0x3C else { return .unsure }
      hasRoot = true
      return tag(bytes, at: at)
    }
    guard position < bytes.count else { return .unsure }
    return bytes[position] == 0x3C ? tag(bytes, at: position) : scanText(bytes)
  }

  /// Goes past the end tag of the element whose start tag is the current event.
  /// - Returns: how many events that were; nil where there is anything in it that is not for this scanner.
  mutating func skipElement(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    isSkipping = true
    defer { isSkipping = false }
    var depth = 1
    var count = 0
    while depth > 0 {
      switch next(bytes) {
      case .startElement: depth += 1
      case .endElement: depth -= 1
      case .text: break
      case .endOfDocument, .unsure: return nil
      }
      count += 1
    }
    return count
  }

  /// How many lines begin in `range`.
  static func lineCount(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    guard let base = bytes.baseAddress else { return 0 }
    return oxml_count(base + range.lowerBound, range.count, 0x0A)
  }

  @inline(__always)
  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D }

  // MARK: Tags

  private mutating func tag(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Step {
    guard start + 1 < bytes.count else { return .unsure }
    return bytes[start + 1] == 0x2F ? endTag(bytes, at: start) : startTag(bytes, at: start)
  }

  /// `</name S? >`, the name as in the start tag.
  private mutating func endTag(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Step {
    guard let expected = open.last?.rawName else { return .unsure }
    var at = start + 2
    guard at + expected.count < bytes.count else { return .unsure }
    for index in 0..<expected.count where bytes[at + index] != bytes[expected.lowerBound + index] { return .unsure }
    at += expected.count
    while at < bytes.count, Self.isSpace(bytes[at]) { at += 1 }
    guard at < bytes.count, bytes[at] == 0x3E else { return .unsure }
    position = at + 1
    return end()
  }

  private mutating func end() -> Step {
    guard let element = open.popLast() else { return .unsure }
    name = element.name
    if element.declaresNamespaces { names.leaveScope() }
    return .endElement
  }

  private mutating func startTag(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Step {
    guard open.count < Self.deepest, names.count < Self.mostNames, let element = rawName(bytes, at: start + 1) else {
      return .unsure
    }
    raw.removeAll(keepingCapacity: true)
    var at = element.range.upperBound
    var namespaces = 0
    while true {
      let gap = at
      while at < bytes.count, Self.isSpace(bytes[at]) { at += 1 }
      guard at < bytes.count, at - start < Self.longestTag else { return .unsure }
      if bytes[at] == 0x3E || bytes[at] == 0x2F { break }
      guard at > gap, raw.count < Self.mostAttributes, let attribute = rawAttribute(bytes, at: at) else {
        return .unsure
      }
      if attribute.name.declaresNamespace(bytes) { namespaces += 1 }
      raw.append(attribute)
      at = attribute.value.upperBound + 1
    }
    let closes = bytes[at] == 0x2F
    if closes {
      at += 1
      guard at < bytes.count, bytes[at] == 0x3E else { return .unsure }
    }
    if namespaces > 0, !enterScope(bytes) { return .unsure }
    guard let number = names.number(element, bytes, isAttribute: false),
      isSkipping && areAttributesPlain || resolveAttributes(bytes)
    else {
      return .unsure
    }
    name = number
    open.append(Open(rawName: element.range, name: number, declaresNamespaces: namespaces > 0))
    isEmpty = closes
    position = at + 1
    return .startElement
  }

  /// Takes in the namespaces that the start tag declares.
  private mutating func enterScope(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    names.enterScope()
    for attribute in raw where attribute.name.declaresNamespace(bytes) {
      guard !attribute.needsDecoding, names.declare(attribute.name, attribute.value, bytes) else { return false }
    }
    return true
  }

  /// Whether the attributes are surely right without being resolved: no prefixes, no references, no name twice.
  private var areAttributesPlain: Bool {
    for index in raw.indices {
      if raw[index].needsDecoding || raw[index].name.colon >= 0 { return false }
      for other in 0..<index where raw[other].name.hash == raw[index].name.hash { return false }
    }
    return true
  }

  /// Fills `attributes` with all that are not declarations of namespaces; no name may come twice.
  private mutating func resolveAttributes(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    attributes.removeAll(keepingCapacity: true)
    arena.removeAll(keepingCapacity: true)
    for index in raw.indices {
      if raw[index].name.declaresNamespace(bytes) { continue }
      guard let number = names.number(raw[index].name, bytes, isAttribute: true) else { return false }
      for known in attributes.indices where attributes[known].name == number { return false }
      var value = Slice(start: raw[index].value.lowerBound, count: raw[index].value.count)
      if raw[index].needsDecoding {
        let start = arena.count
        guard XMLDecoding.append(bytes, raw[index].value, isAttribute: true, to: &arena) else { return false }
        value = Slice(start: start, count: arena.count - start, isDecoded: true)
      }
      attributes.append(Attribute(name: number, value: value))
    }
    return true
  }

  /// A name of ASCII letters, digits, `-`, `.`, `_`, with at most one colon inside (Namespaces in XML 1.0, 4).
  private func rawName(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> XMLRawName? {
    var at = start
    var colon = -1
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    while at < bytes.count {
      let byte = bytes[at]
      if byte == 0x3A {
        guard colon < 0, at > start else { return nil }
        colon = at
      } else if !Self.isNameByte(byte) {
        break
      }
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
      at += 1
    }
    guard at > start, at - start < Self.longestName, Self.isNameStart(bytes[start]),
      colon < 0 || (colon + 1 < at && Self.isNameStart(bytes[colon + 1]))
    else { return nil }
    return XMLRawName(range: start..<at, colon: colon, hash: hash)
  }

  @inline(__always)
  private static func isNameStart(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte == 0x5F }

  @inline(__always)
  private static func isNameByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x2D || byte == 0x2E || byte == 0x5F
  }

  /// `name S? = S? "value"`; the position behind the closing quote is one behind the value.
  private func rawAttribute(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> RawAttribute? {
    guard let name = rawName(bytes, at: start) else { return nil }
    var at = name.range.upperBound
    while at < bytes.count, Self.isSpace(bytes[at]) { at += 1 }
    guard at < bytes.count, bytes[at] == 0x3D else { return nil }
    at += 1
    while at < bytes.count, Self.isSpace(bytes[at]) { at += 1 }
    guard at < bytes.count, bytes[at] == 0x22 || bytes[at] == 0x27 else { return nil }
    let quote = bytes[at]
    at += 1
    let from = at
    var needsDecoding = false
    while at < bytes.count {
      let byte = bytes[at]
      if byte == quote { return RawAttribute(name: name, value: from..<at, needsDecoding: needsDecoding) }
      if byte >= 0x80 {
        let length = XMLCharacter.length(at: at, in: bytes)
        guard length > 0 else { return nil }
        at += length
        continue
      }
      if byte < 0x20 {
        // A carriage return is rare enough to leave to libxml2.
        guard byte == 0x09 || byte == 0x0A else { return nil }
        needsDecoding = true
      } else if byte == 0x26 {
        needsDecoding = true
      } else if byte == 0x3C {
        return nil
      }
      at += 1
    }
    return nil
  }

  // MARK: Text

  /// Character data up to the next tag.
  private mutating func scanText(_ bytes: UnsafeBufferPointer<UInt8>) -> Step {
    guard let (end, needsDecoding) = XMLDecoding.endOfText(bytes, from: position),
      end + 1 < bytes.count, bytes[end + 1] != 0x21, bytes[end + 1] != 0x3F
    else { return .unsure }
    text = Slice(start: position, count: end - position)
    if needsDecoding {
      arena.removeAll(keepingCapacity: true)
      guard XMLDecoding.append(bytes, position..<end, isAttribute: false, to: &arena) else { return .unsure }
      text = Slice(start: 0, count: arena.count, isDecoded: true)
    }
    position = end
    return .text
  }

  // MARK: The declaration

  /// Goes past a byte-order mark and an XML declaration of version 1.0 in UTF-8.
  private mutating func skipDeclaration(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var cursor = XMLDeclarationCursor(bytes: bytes)
    guard cursor.skip() else { return false }
    position = cursor.position
    return true
  }
}
