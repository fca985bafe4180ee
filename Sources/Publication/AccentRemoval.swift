// What WordPress's remove_accents() does to a title before it becomes a slug: Latin letters to ASCII.
//
// Most of WordPress's table is the base letter of Unicode's canonical decomposition, but only in some blocks: `ǧ`
// (U+01E7) stays and is percent-encoded later. So the blocks are listed here, and the rest that has no decomposition.
internal import UnicodeText

/// Latin letters with accents to ASCII, as WordPress does it.
enum AccentRemoval {
  /// `utf8` in form C with the letters replaced that WordPress replaces in the locale `wordPressLocale` (`nl_NL`).
  /// - Throws: `ICUError` for want of ICU's data.
  static func removed(from utf8: [UInt8], wordPressLocale: String) throws(ICUError) -> [UInt8] {
    guard utf8.contains(where: { $0 >= 0x80 }) else { return utf8 }
    let composed = try TextTransforms.normalizedNFC(utf8)
    let rules = LocaleRules(wordPressLocale)
    var result: [UInt8] = []
    result.reserveCapacity(composed.count)
    var scalars = String(decoding: composed, as: UTF8.self).unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      if rules.isCatalan, scalar == "l", scalars.starts(with: ["·", "l"]) {
        result.append(contentsOf: "ll".utf8)
        scalars = scalars.dropFirst(2)
      } else if let replacement = rules.letters[scalar] ?? letters[scalar] {
        result.append(contentsOf: replacement.utf8)
      } else if decomposed.contains(where: { $0.contains(scalar.value) }) {
        let parts = try TextTransforms.normalizedNFD(Array(String(scalar).utf8))
        // Where there is no base letter of ASCII (× and ÷), the character itself.
        if let base = parts.first, base < 0x80 { result.append(base) } else { result.append(contentsOf: parts) }
      } else {
        result.append(contentsOf: String(scalar).utf8)
      }
    }
    return result
  }

  /// Where the base letter of the canonical decomposition is what WordPress writes: Latin-1 and Latin Extended-A, O and U
  /// with horn, Pinyin's vowels, Romanian's comma below, Vietnamese.
  private static let decomposed: [ClosedRange<UInt32>] = [
    0x00C0...0x017F, 0x01A0...0x01A1, 0x01AF...0x01B0, 0x01CD...0x01DC, 0x0218...0x021B, 0x1EA0...0x1EF9,
  ]

  /// What has no decomposition, or another one. The pound sign goes, the euro sign is an E.
  private static let letters: [Unicode.Scalar: String] = [
    "ª": "a", "º": "o", "Æ": "AE", "æ": "ae", "Ð": "D", "ð": "d", "Ø": "O", "ø": "o", "Þ": "TH", "þ": "th", "ß": "s",
    "Đ": "D", "đ": "d", "Ħ": "H", "ħ": "h", "ı": "i", "Ĳ": "IJ", "ĳ": "ij", "ĸ": "k", "Ŀ": "L", "ŀ": "l", "Ł": "L",
    "ł": "l", "ŉ": "n", "Ŋ": "N", "ŋ": "n", "Œ": "OE", "œ": "oe", "Ŧ": "T", "ŧ": "t", "ſ": "s", "ɑ": "a", "€": "E",
    "£": "",
  ]

  /// What is different in WordPress's own list of locales.
  private struct LocaleRules {
    var letters: [Unicode.Scalar: String] = [:]
    var isCatalan = false

    init(_ locale: String) {
      if locale.hasPrefix("de") {
        // Capital sharp s only from WordPress 7.1 on; before, it was percent-encoded.
        letters = ["Ä": "Ae", "ä": "ae", "Ö": "Oe", "ö": "oe", "Ü": "Ue", "ü": "ue", "ß": "ss", "ẞ": "SS"]
      } else if locale == "da_DK" {
        letters = ["Æ": "Ae", "æ": "ae", "Ø": "Oe", "ø": "oe", "Å": "Aa", "å": "aa"]
      } else if locale == "sr_RS" || locale == "bs_BA" {
        letters = ["Đ": "DJ", "đ": "dj"]
      }
      isCatalan = locale == "ca"
    }
  }
}
