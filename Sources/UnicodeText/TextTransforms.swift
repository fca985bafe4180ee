// Whole texts through ICU: normal form C and D, and lower case. For titles and files, not for the hot path.
/// Unicode's transformations of whole texts, UTF-8 to UTF-8. Ill-formed bytes come out as U+FFFD where ICU has to look.
package enum TextTransforms {
  /// `utf8` in Normalization Form C (UAX #15); the same bytes where it is in that form already.
  /// - Throws: `ICUError` for want of data or memory.
  package static func normalizedNFC(_ utf8: [UInt8]) throws(ICUError) -> [UInt8] {
    // The first character that form C may change is U+0300 (CC 80).
    guard utf8.contains(where: { $0 >= 0xCC }) else { return utf8 }
    return try transform(utf8, by: .nfc)
  }

  /// `utf8` in Normalization Form D: base letters followed by their marks.
  /// - Throws: as `normalizedNFC`.
  package static func normalizedNFD(_ utf8: [UInt8]) throws(ICUError) -> [UInt8] {
    guard utf8.contains(where: { $0 >= 0x80 }) else { return utf8 }
    return try transform(utf8, by: .nfd)
  }

  /// `utf8` in lower case by the rules of no language: full mappings, a Σ at the end of a word as ς.
  /// - Throws: as `normalizedNFC`.
  package static func lowercased(_ utf8: [UInt8]) throws(ICUError) -> [UInt8] {
    try transform(utf8, by: .lowercase)
  }

  private static func transform(_ utf8: [UInt8], by transform: TextTransform) throws(ICUError) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(utf8.count)
    utf8.withUnsafeBufferPointer { text in
      var position = 0
      while position < text.count {
        let scalar = text.scalar(at: position)
        units.append(scalar: scalar.value)
        position += scalar.length
      }
    }
    var buffer = UTF16Buffer()
    try buffer.replace(by: transform, of: units)
    var result: [UInt8] = []
    result.reserveCapacity(utf8.count)
    buffer.forEachScalar { result.append(scalar: $0) }
    return result
  }
}
