// The lexical forms that values have: of XML 1.0 and XML Schema Part 2, over UTF-8 bytes.

/// Tests on the bytes of a value.
enum Lexical {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  /// XML 1.0, 2.3 (S).
  @inline(__always)
  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D }

  /// Without the white space around it: what XML Schema does with all types but strings.
  static func trimmed(_ bytes: Bytes) -> Bytes {
    var range = 0..<bytes.count
    while let first = range.first, isSpace(bytes[first]) { range = first + 1..<range.upperBound }
    while let last = range.last, isSpace(bytes[last]) { range = range.lowerBound..<last }
    return range.count == bytes.count ? bytes : Bytes(rebasing: bytes[range])
  }

  static func equal(_ bytes: Bytes, _ word: [UInt8]) -> Bool {
    guard bytes.count == word.count else { return false }
    for index in 0..<bytes.count where bytes[index] != word[index] { return false }
    return true
  }

  /// How many tokens there are between white space; nil where one is not what `test` wants.
  static func count(of bytes: Bytes, _ test: (Bytes) -> Bool) -> Int? {
    var count = 0
    var start = 0
    while start < bytes.count {
      if isSpace(bytes[start]) {
        start += 1
        continue
      }
      var end = start
      while end < bytes.count, !isSpace(bytes[end]) { end += 1 }
      guard test(Bytes(rebasing: bytes[start..<end])) else { return nil }
      count += 1
      start = end
    }
    return count
  }

  /// XML 1.0, 2.3 (Nmtoken): one or more name characters.
  static func isNMTOKEN(_ bytes: Bytes) -> Bool {
    guard !bytes.isEmpty else { return false }
    for index in 0..<bytes.count {
      let byte = bytes[index]
      if byte >= 0x80 { return isNameText(bytes) }
      if !isASCIINameCharacter(byte) { return false }
    }
    return true
  }

  @inline(__always)
  private static func isASCIINameCharacter(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x61...0x7A, 0x41...0x5A, 0x30...0x3A, 0x2D, 0x2E, 0x5F: true
    default: false
    }
  }

  private static func isNameText(_ bytes: Bytes) -> Bool {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x2D, 0x2E, 0x30...0x3A, 0x41...0x5A, 0x5F, 0x61...0x7A, 0xB7, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x37D,
        0x37F...0x1FFF, 0x200C...0x200D, 0x203F...0x2040, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF,
        0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x10000...0xEFFFF:
        true
      default: false
      }
    }
  }

  /// Namespaces in XML 1.0, 3 (NCName): an NMTOKEN without a colon that begins like a name.
  static func isIdentifier(_ bytes: Bytes) -> Bool {
    guard isNMTOKEN(bytes), !bytes.contains(0x3A) else { return false }
    switch bytes[0] {
    case 0x30...0x39, 0x2D, 0x2E: return false
    // U+00B7, which may not begin a name.
    case 0xC2: return bytes.count < 2 || bytes[1] != 0xB7
    default: return true
    }
  }

  /// One colon with something on either side, and no white space.
  static func isPrefixed(_ bytes: Bytes) -> Bool {
    guard let colon = bytes.firstIndex(of: 0x3A), colon > 0, colon < bytes.count - 1 else { return false }
    for index in 0..<bytes.count where isSpace(bytes[index]) || (bytes[index] == 0x3A && index != colon) {
      return false
    }
    return true
  }

  /// The integer, or nil where there is none. What does not fit counts as the largest or smallest.
  static func integer(_ bytes: Bytes) -> Int? {
    guard let first = bytes.first else { return nil }
    let isNegative = first == 0x2D
    var value = 0
    var index = isNegative || first == 0x2B ? 1 : 0
    guard index < bytes.count else { return nil }
    while index < bytes.count {
      guard (0x30...0x39).contains(bytes[index]) else { return nil }
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      value = overflow || product > .max - 9 ? .max - 9 : product + Int(bytes[index] - 0x30)
      index += 1
    }
    return isNegative ? -value : value
  }

  /// XML Schema's decimal: digits with at most one point, no exponent.
  static func decimal(_ bytes: Bytes) -> Double? {
    var hasDigit = false
    var hasPoint = false
    for index in 0..<bytes.count {
      switch bytes[index] {
      case 0x30...0x39: hasDigit = true
      case 0x2E where !hasPoint: hasPoint = true
      case 0x2B, 0x2D: if index > 0 { return nil }
      default: return nil
      }
    }
    guard hasDigit else { return nil }
    return number(bytes)
  }

  /// XML Schema's double: a decimal, perhaps with an exponent; not `INF` or `NaN`, which no type here has room for.
  static func double(_ bytes: Bytes) -> Double? {
    guard let exponent = bytes.firstIndex(where: { $0 | 0x20 == 0x65 }) else { return decimal(bytes) }
    guard decimal(Bytes(rebasing: bytes[..<exponent])) != nil,
      integer(Bytes(rebasing: bytes[(exponent + 1)...])) != nil
    else { return nil }
    return number(bytes)
  }

  private static func number(_ bytes: Bytes) -> Double? {
    var text = String(decoding: bytes, as: UTF8.self)
    // Swift's own notation wants digits on both sides of a point.
    if text.last == "." { text += "0" }
    let sign = text.first == "-" || text.first == "+" ? String(text.removeFirst()) : ""
    if text.first == "." { text = "0" + text }
    return Double(sign + text.replacing(".e", with: ".0e").replacing(".E", with: ".0E"))
  }

  static func isHexDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
  }

  static func isHexBinary(_ bytes: Bytes) -> Bool { bytes.count % 2 == 0 && bytes.allSatisfy(isHexDigit) }

  /// `(-?digits|#)` four times, separated by semicolons.
  static func isCoordinates(_ bytes: Bytes) -> Bool {
    let parts = bytes.split(separator: 0x3B, omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { part in
        if part.count == 1, part.first == 0x23 { return true }
        let digits = part.first == 0x2D ? part.dropFirst() : part
        return !digits.isEmpty && digits.allSatisfy { (0x30...0x39).contains($0) }
      }
  }

  private static let mediaTypes = ["text", "multipart", "message", "application", "image", "audio", "video", "model"]

  static func isMediaType(_ bytes: Bytes) -> Bool {
    let top = bytes.prefix { $0 != 0x2F }
    guard mediaTypes.contains(String(decoding: top, as: UTF8.self)) else { return false }
    return top.count == bytes.count || bytes.count > top.count + 1
  }
}
