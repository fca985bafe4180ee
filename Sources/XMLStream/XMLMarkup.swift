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
    guard let base = bytes.baseAddress else { return nil }
    let match = oxml_find(base + position, bytes.count - position, word.utf8Start, word.utf8CodeUnitCount)
    let offset = match < 0 ? nil : position + match
    found = (position, offset)
    return offset
  }
}

/// Finds start tags in a document of an encoding that is ASCII for ASCII's characters.
package enum XMLMarkup {
  /// Whether more than one element of that local name may begin in `bytes`, whatever its prefix: false only where surely none
  /// does, for text can look like one.
  package static func hasSeveralStartTags(of name: StaticString, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = bytes.baseAddress else { return false }
    var count = 0
    var position = 0
    while true {
      let match = oxml_find(base + position, bytes.count - position, name.utf8Start, name.utf8CodeUnitCount)
      guard match >= 0 else { return false }
      let start = position + match
      position = start + name.utf8CodeUnitCount
      let isBegin = start > 0 && (bytes[start - 1] == 0x3C || bytes[start - 1] == 0x3A)
      if isBegin, position == bytes.count || endsName(bytes[position]) { count += 1 }
      if count > 1 { return true }
    }
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09, 0x0A, 0x0D, 0x2F, 0x3E, 0x3C: true
    default: false
    }
  }
}
