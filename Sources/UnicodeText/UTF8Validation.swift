// Whether bytes are UTF-8: asked once of every file that comes in.

/// Validation of bytes as UTF-8 (RFC 3629: no overlong forms, no surrogates).
package enum UTF8Validation {
  /// The offset of the first byte that is not part of well-formed UTF-8; nil where all is well. A character that is cut
  /// off at the end is ill-formed at its first byte.
  package static func firstInvalidByte(of bytes: Span<UInt8>) -> Int? {
    do {
      _ = try UTF8Span(validating: bytes)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }
}
