// What the standard does to text and our tokenizer leaves to its callers: newlines, NUL, character references, case.
import HTMLTokens

/// Reads ranges of one input as the standard would.
struct StandardText {
  let bytes: [UInt8]

  /// Where character references are decoded, and by which rule.
  enum References { case none, inText, inAttribute }

  /// The text at `range`.
  /// - Parameter keepsNUL: the data and CDATA section states pass NUL on; all others make it U+FFFD.
  func text(_ range: Range<Int>, references: References = .none, keepsNUL: Bool = false) -> [UInt8] {
    var result: [UInt8] = []
    var at = range.lowerBound
    while at < range.upperBound {
      let byte = bytes[at]
      if byte == 0x26, references != .none,
        let found = CharacterReference.decode(
          in: bytes.span, at: at, end: range.upperBound, inAttribute: references == .inAttribute)
      {
        result += Array(String(found.first).utf8)
        if let second = found.second { result += Array(String(second).utf8) }
        at += found.length
        continue
      }
      switch byte {
      // "Normalize newlines", which the standard does before it tokenizes (13.2.3.5).
      case 0x0D where at + 1 < bytes.count && bytes[at + 1] == 0x0A: break
      case 0x0D: result.append(0x0A)
      case 0x00 where !keepsNUL: result += [0xEF, 0xBF, 0xBD]
      default: result.append(byte)
      }
      at += 1
    }
    return result
  }

  /// A name in lower case.
  func name(_ range: Range<Int>) -> [UInt8] { text(range).map(lowercasedASCII) }
}
