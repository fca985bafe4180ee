// Which way a language is written: the languages and scripts that CLDR's `layout/orientation` has from right to left.

/// The values of HTML's `dir`.
enum WritingDirection: String {
  case leftToRight = "ltr"
  case rightToLeft = "rtl"

  private static let rightToLeftScripts: Set<String> = [
    "adlm", "arab", "hebr", "mand", "mend", "nkoo", "rohg", "samr", "syrc", "thaa",
  ]
  private static let rightToLeftLanguages: Set<String> = [
    "ar", "arc", "azb", "ckb", "dv", "fa", "glk", "he", "iw", "ji", "ks", "lrc", "mzn", "nqo", "pnb", "ps", "sd", "syr",
    "ug", "ur", "yi",
  ]

  /// That of a language, by the script in its tag (BCP 47) or by the one it is commonly written in.
  init(ofLanguage tag: String) {
    let parts = tag.lowercased().split(whereSeparator: { $0 == "-" || $0 == "_" }).map(String.init)
    let isRightToLeft =
      if let script = parts.dropFirst().first(where: { $0.utf8.count == 4 }) {
        Self.rightToLeftScripts.contains(script)
      } else {
        parts.first.map(Self.rightToLeftLanguages.contains) ?? false
      }
    self = isRightToLeft ? .rightToLeft : .leftToRight
  }
}
