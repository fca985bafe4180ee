// Cutting a stream into its JSON values without holding more than one: an array's elements, or values that follow each
// other.

/// Finds where a value ends that may not have arrived whole. Tells objects and strings apart only as far as it must;
/// whether the value is JSON is for JSONDocument to say.
package struct JSONValueBoundary: Sendable {
  private var depth = 0
  private var isInString = false
  private var isAfterBackslash = false
  private var hasBegun = false
  /// How much of the value has been looked at, in bytes from its begin.
  private var seen = 0

  /// A search that begins at a value's first byte.
  package init() {}

  /// The end of the value that begins at `start`, as an offset, or nil where `bytes` does not reach it. Called again
  /// with more bytes behind the same begin, it goes on where it stopped.
  package mutating func end(in bytes: Span<UInt8>, from start: Int) -> Int? {
    var at = start + seen
    defer { seen = at - start }
    while at < bytes.count {
      let byte = bytes[at]
      if isInString {
        if isAfterBackslash {
          isAfterBackslash = false
        } else if byte == 0x5C {
          isAfterBackslash = true
        } else if byte == 0x22 {
          isInString = false
          if depth == 0 { return at + 1 }
        }
      } else {
        switch byte {
        case 0x22: isInString = true
        case 0x7B, 0x5B: depth += 1
        case 0x7D, 0x5D:
          if depth == 0 { return at }
          depth -= 1
          if depth == 0 { return at + 1 }
        case 0x2C, 0x20, 0x0A, 0x0D, 0x09:
          if depth == 0, hasBegun { return at }
        default: break
        }
      }
      hasBegun = true
      at += 1
    }
    return nil
  }
}
