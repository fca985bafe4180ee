// Texts and documents made at random, the same in every run.
import TestSupport

extension SeededGenerator {
  /// UTF-8 of up to 30 characters, rich in those that JSON or WordPress escapes.
  mutating func text() -> [UInt8] {
    let special = Array("\"\\/<>&-'\u{0}\u{8}\u{9}\u{A}\u{C}\u{D}\u{1F}\u{7F}{}[]:,u".unicodeScalars)
    var text = String.UnicodeScalarView()
    for _ in 0..<below(30) {
      switch below(4) {
      case 0: text.append(special[below(special.count)])
      case 1: text.append("-")
      case 2: text.append(Unicode.Scalar(UInt8(0x20 + below(0x5F))))
      default: if let scalar = Unicode.Scalar(UInt32(below(0x11_0000))) { text.append(scalar) }
      }
    }
    return Array(String(text).utf8)
  }

  /// The content of a JSON string: plain characters and escapes of every form.
  mutating func escapedText(loneSurrogates: Bool = true) -> [UInt8] {
    let pieces = [
      "a", "-", "é", "‑", "😀", " ", #"\""#, #"\\"#, #"\/"#, #"\b"#, #"\f"#, #"\n"#, #"\r"#, #"\t"#, #"\u0041"#,
      #"\u00e9"#,
      #"\u2011"#, #"\uFFFF"#, #"\ud83d\ude00"#, #"\uDBFF\uDFFF"#,
    ]
    let lone = [#"\ud83d"#, #"\uDE00"#]
    return (0..<below(12)).flatMap { _ in
      // Lone surrogates stand before something else, since two might be a pair.
      Array((loneSurrogates && below(6) == 0 ? lone[below(2)] + "." : pieces[below(pieces.count)]).utf8)
    }
  }

  /// A JSON document that nests at most `depth` levels, with white space where the grammar lets it stand.
  mutating func document(depth: Int = 5) -> [UInt8] {
    space() + value(depth: depth) + space()
  }

  private mutating func value(depth: Int) -> [UInt8] {
    switch below(depth == 0 ? 5 : 8) {
    case 0: return Array(["true", "false", "null"][below(3)].utf8)
    case 1, 2: return number()
    case 3, 4: return [0x22] + escapedText(loneSurrogates: false) + [0x22]
    case 5, 6:
      let members = (0..<below(5)).map { number in
        space() + [0x22] + Array("k\(number)".utf8) + escapedText(loneSurrogates: false) + [0x22] + space() + [0x3A]
          + space()
          + value(depth: depth - 1) + space()
      }
      return [0x7B] + (members.isEmpty ? space() : Array(members.joined(separator: [0x2C]))) + [0x7D]
    default:
      let elements = (0..<below(5)).map { _ in space() + value(depth: depth - 1) + space() }
      return [0x5B] + (elements.isEmpty ? space() : Array(elements.joined(separator: [0x2C]))) + [0x5D]
    }
  }

  private mutating func number() -> [UInt8] {
    var text = below(3) == 0 ? "-" : ""
    text += below(4) == 0 ? "0" : String(1 + below(100_000))
    if below(3) == 0 { text += "." + String(below(1_000)) }
    if below(4) == 0 { text += ["e", "E", "e+", "E-", "e-"][below(5)] + String(below(20)) }
    return Array(text.utf8)
  }

  private mutating func space() -> [UInt8] {
    below(3) == 0 ? (0..<below(3)).map { _ in [0x20, 0x09, 0x0A, 0x0D][below(4)] } : []
  }
}
