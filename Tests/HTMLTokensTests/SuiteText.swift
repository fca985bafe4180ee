// The texts and tokens of html5lib's JSON.

/// Reads the texts of one case.
struct SuiteText {
  /// Whether `\uHHHH` stands in the texts themselves, beyond JSON's own escapes.
  var isDoubleEscaped: Bool

  /// The bytes of `text`; a lone surrogate gives the three bytes that UTF-8's pattern would give it.
  func bytes(_ text: String) -> [UInt8] {
    guard isDoubleEscaped else { return Array(text.utf8) }
    let units = Array(text.utf16)
    var result: [UInt8] = []
    var at = 0
    while at < units.count {
      if units[at] == 0x5C, at + 6 <= units.count, units[at + 1] == 0x75,
        let unit = UInt16(String(decoding: units[at + 2..<at + 6], as: UTF16.self), radix: 16)
      {
        result += threeBytes(of: unit)
        at += 6
      } else {
        result += Array(String(decoding: [units[at]], as: UTF16.self).utf8)
        at += 1
      }
    }
    return result
  }

  private func threeBytes(of unit: UInt16) -> [UInt8] {
    if let scalar = Unicode.Scalar(unit) { return Array(String(scalar).utf8) }
    return [0xE0 | UInt8(unit >> 12), 0x80 | UInt8(unit >> 6 & 0x3F), 0x80 | UInt8(unit & 0x3F)]
  }

  /// The expected token that `json` describes, or nil where it is none.
  func token(_ json: [Any]) -> StandardToken? {
    let texts = json.map { ($0 as? String).map(bytes) }
    switch json.first as? String {
    case "DOCTYPE":
      guard json.count == 5, let isCorrect = json[4] as? Bool else { return nil }
      return .doctype(name: texts[1], publicIdentifier: texts[2], systemIdentifier: texts[3], isCorrect: isCorrect)
    case "StartTag":
      guard json.count >= 3, let name = texts[1], let values = json[2] as? [String: String] else { return nil }
      var attributes: [[UInt8]: [UInt8]] = [:]
      for (name, value) in values { attributes[bytes(name)] = bytes(value) }
      return .startTag(name: name, attributes: attributes, isSelfClosing: json.count > 3)
    case "EndTag": return texts.count > 1 ? texts[1].map { .endTag(name: $0) } : nil
    case "Comment": return texts.count > 1 ? texts[1].map { .comment($0) } : nil
    case "Character": return texts.count > 1 ? texts[1].map { .characters($0) } : nil
    default: return nil
    }
  }
}
