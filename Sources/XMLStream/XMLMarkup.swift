// Looking for tags in bytes without reading a document: for what can be told apart by a name alone.
internal import Glibc

/// Finds start tags in a document of an encoding that is ASCII for ASCII's characters.
package enum XMLMarkup {
  /// The offset of the first `<` from `position` on; nil where there is none.
  package static func nextTag(in bytes: UnsafeBufferPointer<UInt8>, from position: Int) -> Int? {
    guard let base = bytes.baseAddress, position < bytes.count,
      let found = memchr(base + position, 0x3C, bytes.count - position)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// Whether at the `<` at `offset` an element of that local name begins, whatever its prefix.
  package static func hasLocalName(
    _ name: StaticString, _ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int
  ) -> Bool {
    var start = offset + 1
    var end = start
    while end < bytes.count, !endsName(bytes[end]) {
      if bytes[end] == 0x3A { start = end + 1 }
      end += 1
    }
    guard end - start == name.utf8CodeUnitCount else { return false }
    return name.withUTF8Buffer { name in
      for index in 0..<name.count where bytes[start + index] != name[index] { return false }
      return true
    }
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09, 0x0A, 0x0D, 0x2F, 0x3E, 0x3C: true
    default: false
    }
  }
}
