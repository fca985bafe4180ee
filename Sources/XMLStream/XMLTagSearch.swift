// Looking for tags in bytes without reading a document: for what can be told apart by a name alone.
internal import CLibXML2

/// Where a word stands next, looked for once for each place.
struct XMLLookAhead {
  /// The place, and from where on it is the first; nil where the word does not come again.
  private var found: (from: Int, offset: Int?)?

  /// The offset of the first `word` that begins at `position` or behind; nil where there is none.
  mutating func offset(of word: StaticString, in bytes: UnsafeBufferPointer<UInt8>, from position: Int) -> Int? {
    if let found, found.from <= position {
      guard let offset = found.offset else { return nil }
      if offset >= position { return offset }
    }
    let offset = XMLTagSearch.offset(of: word, in: bytes, from: position)
    found = (position, offset)
    return offset
  }
}

/// Where the words stand next that tell whether an element may hold something.
struct XMLLookAheads {
  private var name = XMLLookAhead()
  private var end = XMLLookAhead()
  private var declaration = XMLLookAhead()
  private var instruction = XMLLookAhead()

  /// Whether `name` may stand before the next `end`, an end tag; nil where `end` does not come. What looks like an end
  /// tag is one where neither comment, CDATA nor processing instruction begins before it.
  mutating func mayHold(
    _ name: StaticString, before end: StaticString, in bytes: UnsafeBufferPointer<UInt8>, from position: Int
  ) -> Bool? {
    guard let limit = self.end.offset(of: end, in: bytes, from: position) else { return nil }
    if let found = self.name.offset(of: name, in: bytes, from: position), found < limit { return true }
    if let found = declaration.offset(of: "<!", in: bytes, from: position), found < limit { return true }
    if let found = instruction.offset(of: "<?", in: bytes, from: position), found < limit { return true }
    return false
  }
}

/// Finds start tags in a document of an encoding that is ASCII for ASCII's characters.
enum XMLTagSearch {
  /// The offset of the first `word` from `position` on.
  static func offset(of word: StaticString, in bytes: UnsafeBufferPointer<UInt8>, from position: Int) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    let match = oxml_find(base + position, bytes.count - position, word.utf8Start, word.utf8CodeUnitCount)
    return match < 0 ? nil : position + match
  }

  /// Whether the start tag of an element of that local name may begin from `position` on, whatever its prefix: false
  /// only where surely none does, for text can look like one. One that is cut at the end is not found.
  static func mayHoldStartTag(
    of name: StaticString, in bytes: UnsafeBufferPointer<UInt8>, from position: Int
  ) -> Bool {
    var position = position
    while let start = offset(of: name, in: bytes, from: position) {
      position = start + name.utf8CodeUnitCount
      guard position < bytes.count else { return false }
      let isBegin = start > 0 && (bytes[start - 1] == 0x3C || bytes[start - 1] == 0x3A)
      if isBegin, endsName(bytes[position]) { return true }
    }
    return false
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09, 0x0A, 0x0D, 0x2F, 0x3E, 0x3C: true
    default: false
    }
  }
}
