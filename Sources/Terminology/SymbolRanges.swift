// Where a folded text has letters or digits that stand for a symbol: `tm` for ™, `1` for ¹.
internal import UnicodeText

/// The stretches of a folded text that are symbols in the original. Folding makes letters and digits of them, so a boundary
/// that is tested on the folded text alone would join them to the word before: *Botox™*, *litteken¹*.
///
/// Symbols are the general categories Sm, Sc, Sk and So, and No (superscripts, circled digits, fractions) but for subscripts:
/// those belong to a formula, as in *CO₂-laser*.
struct SymbolRanges: Sendable {
  /// Bytes of the folded text, in its order. Empty for nearly every text.
  private(set) var ranges: [Range<Int>] = []

  /// Looks through `original` for the symbols that `folded` has letters or digits for.
  /// - Parameter original: UTF-8, the text that `folded` was made of.
  init(original: UnsafeBufferPointer<UInt8>, folded: FoldedText) {
    var position = 0
    while position < original.count {
      // Eight bytes of ASCII at once: most texts are nothing else.
      if position + 8 <= original.count, let base = original.baseAddress,
        UnsafeRawPointer(base + position).loadUnaligned(as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        position += 8
        continue
      }
      let lead = original[position]
      // The leads of all symbols that have a compatibility mapping; E2 80 is punctuation, and frequent.
      guard lead >= 0xC2, lead == 0xC2 || lead == 0xE2 || lead == 0xE3 || lead == 0xF0 else {
        position += 1
        continue
      }
      let isPunctuation = lead == 0xE2 && position + 1 < original.count && original[position + 1] == 0x80
      if !isPunctuation, Self.isSymbol(CodePoints.value(at: position, in: original.span)) {
        let range = Self.foldedRange(of: position, in: folded)
        if !range.isEmpty, ranges.last?.upperBound ?? 0 <= range.lowerBound { ranges.append(range) }
      }
      position += 1
    }
  }

  /// The place in `ranges` of the symbol that the folded byte `offset` belongs to, or nil.
  func index(at offset: Int) -> Int? {
    let place = ranges.firstPlace { $0.upperBound > offset }
    return place < ranges.count && ranges[place].lowerBound <= offset ? place : nil
  }

  private static func isSymbol(_ codePoint: UInt32) -> Bool {
    guard let scalar = Unicode.Scalar(codePoint) else { return false }
    switch scalar.properties.generalCategory {
    case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol: return true
    case .otherNumber: return !(0x2080...0x2089 ~= codePoint)
    default: return false
    }
  }

  /// The folded bytes that stand for the original's character at byte `offset`; empty where it vanished or is folded
  /// together with what stands before it.
  private static func foldedRange(of offset: Int, in folded: FoldedText) -> Range<Int> {
    let bytes = folded.bytes.indices
    let start = bytes.firstPlace { folded.originalRange(of: $0..<$0 + 1).upperBound > offset }
    guard start < bytes.count, folded.originalRange(of: start..<start + 1).lowerBound == offset else { return 0..<0 }
    let first = folded.originalRange(of: start..<start + 1)
    // Byte for byte: folding left the symbol as it is, and no symbol is a word character.
    guard first.count > 1 else { return 0..<0 }
    return start..<bytes.firstPlace { folded.originalRange(of: $0..<$0 + 1).lowerBound >= first.upperBound }
  }
}

extension RandomAccessCollection where Index == Int {
  /// How many elements stand before the first that `holds`, by halving: those for which it does come last.
  fileprivate func firstPlace(where holds: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[startIndex + middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
