// What the folding of texts for term matching does to single characters, before and after Unicode's own case folding.
internal import CICU

/// The rules of DESIGN "Matching terms" that Unicode doesn't know: dashes, quotes, spaces, what is not seen.
enum ScalarFolding {
  /// What `folded` gives for a character that vanishes; no scalar.
  static let dropped = UInt32.max

  /// What `scalar` becomes: a hyphen, a straight quote, a space, `dropped`, or itself.
  ///
  /// The characters that vanish are default-ignorable ones, which NFKC case folding takes out too; here they go first, so
  /// that `e`, U+00AD, U+0301 is an é.
  @inline(__always)
  static func folded(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0..<0x80: scalar
    case 0x2010...0x2015, 0x2043, 0x2212: 0x2D
    case 0x00B4, 0x02BC, 0x2018...0x201B: 0x27
    case 0x201C...0x201F: 0x22
    case 0x0085, 0x00A0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: 0x20
    case 0x00AD, 0x034F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF: dropped
    default: scalar
    }
  }

  /// Whether `scalar` is a mark that `foldDiacritics` takes away: the block Combining Diacritical Marks.
  @inline(__always)
  static func isDiacritic(_ scalar: UInt32) -> Bool { scalar >= 0x0300 && scalar < 0x0370 }

  /// Whether NFKC case folding changes and composes nothing across the place before `scalar`. ICU's data must have been
  /// opened; without it this is false.
  @inline(__always)
  static func beginsCluster(_ scalar: UInt32) -> Bool {
    var status: Int32 = 0
    return cicu_nfkc_casefold_has_boundary_before(scalar, &status)
  }
}
