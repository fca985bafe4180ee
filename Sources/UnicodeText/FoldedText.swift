// A text in the form in which terms are looked for, and the way back from there to the bytes that a reader sees.
internal import CICU

/// A folded copy of a text, with the original range of every part of it. One value is meant to be used for many texts:
/// its buffers are kept. See `fold(_:)` for what folding does.
package struct FoldedText: Sendable {
  /// The folded text: UTF-8.
  package private(set) var bytes: [UInt8] = []

  /// From some byte of the folded text on, what stands for what.
  private struct Run {
    /// The folded byte where it begins.
    var folded: Int
    /// The original byte where it begins.
    var original: Int
    /// 0: byte for byte. Else the number of original bytes that all its folded bytes stand for together.
    var length: Int
  }
  private var runs: [Run] = []

  private let foldsDiacritics: Bool
  private var cluster: [UInt16] = []
  private var result = UTF16Buffer()

  /// An empty text.
  /// - Parameter foldDiacritics: whether é becomes e; ø, ł and the like have no such parts and stay.
  /// - Throws: `ICUError` where ICU's normalisation data can't be had.
  package init(foldDiacritics: Bool = false) throws(ICUError) {
    foldsDiacritics = foldDiacritics
    var status: Int32 = 0
    _ = cicu_nfkc_casefold_has_boundary_before(0x61, &status)
    try ICUError.check(status, "open its case folding")
  }

  /// Replaces this by the folded form of `utf8`.
  ///
  /// - Letters: NFKC case folding, across characters: `E` and U+0301 is é, ﬁ is fi, ² is 2, ß is ss.
  /// - U+2010–2015, U+2212, U+2043: hyphen-minus. Curly quotes, U+00B4, U+02BC: straight quotes.
  /// - Soft hyphen, zero-width and other default-ignorable characters: gone.
  /// - Any run of white space, line ends and no-break spaces too: one space. None is trimmed.
  /// - Ill-formed bytes: U+FFFD each.
  /// - Throws: `ICUError`, for want of memory only.
  package mutating func fold(_ utf8: Span<UInt8>) throws(ICUError) {
    bytes.removeAll(keepingCapacity: true)
    runs.removeAll(keepingCapacity: true)
    bytes.reserveCapacity(utf8.count)
    try utf8.withUnsafeBufferPointer { text throws(ICUError) in try fold(text) }
  }

  /// The bytes of `term` folded by the same rules and trimmed: what an automaton looks for.
  /// - Throws: as `fold(_:)`.
  package static func folded(term: String, foldDiacritics: Bool = false) throws(ICUError) -> [UInt8] {
    var folded = try FoldedText(foldDiacritics: foldDiacritics)
    let utf8 = Array(term.utf8)
    try folded.fold(utf8.span)
    guard let first = folded.bytes.firstIndex(where: { $0 != 0x20 }),
      let last = folded.bytes.lastIndex(where: { $0 != 0x20 })
    else { return [] }
    return Array(folded.bytes[first...last])
  }

  /// The original bytes that gave the folded bytes `range`, which must lie in `bytes`, hold at least one and begin and
  /// end at characters. A character that gave several (ﬁ) belongs to a range whole even where only part of it is in it;
  /// what vanished at its ends (U+00AD) does not belong to it.
  package func originalRange(of range: Range<Int>) -> Range<Int> {
    precondition(!range.isEmpty && range.upperBound <= bytes.count)
    let first = run(of: range.lowerBound)
    let last = run(of: range.upperBound - 1)
    let start = first.length == 0 ? first.original + range.lowerBound - first.folded : first.original
    let end = last.length == 0 ? last.original + range.upperBound - last.folded : last.original + last.length
    return start..<end
  }

  /// The last run that begins at or before the folded byte `offset`.
  private func run(of offset: Int) -> Run {
    var (low, high) = (0, runs.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle].folded <= offset { low = middle } else { high = middle }
    }
    return runs[low]
  }
}

// MARK: - Folding

extension FoldedText {
  private mutating func fold(_ text: UnsafeBufferPointer<UInt8>) throws(ICUError) {
    var position = 0
    while position < text.count {
      let plain = Self.plainEnd(in: text, from: position, afterSpace: bytes.last == 0x20)
      if plain > position {
        appendPlain(UnsafeBufferPointer(rebasing: text[position..<plain]), original: position)
        position = plain
        continue
      }
      let scalar = text.scalar(at: position)
      let folded = ScalarFolding.folded(scalar.value)
      switch folded {
      case ScalarFolding.dropped:
        position += scalar.length
      case 0x20, 0x09...0x0D:
        appendSpace(original: position, length: scalar.length)
        position += scalar.length
      case 0..<0x80:
        // A dash, a quote, or an ASCII control character that plainEnd stopped at.
        appendRun(original: position, length: scalar.length == 1 ? 0 : scalar.length)
        bytes.append(UInt8(truncatingIfNeeded: folded))
        position += scalar.length
      default:
        let begins = ScalarFolding.beginsCluster(scalar.value)
        position = try appendCluster(in: text, from: begins ? position : removeLast() ?? position)
      }
    }
  }

  /// The end of the stretch from `start` on that needs no more than lower-casing: ASCII without control characters and
  /// with no two spaces side by side. Eight bytes at a time.
  private static func plainEnd(in text: UnsafeBufferPointer<UInt8>, from start: Int, afterSpace: Bool) -> Int {
    guard let base = text.baseAddress else { return start }
    let (ones, high) = (0x0101_0101_0101_0101 as UInt64, 0x8080_8080_8080_8080 as UInt64)
    var position = start
    var carry: UInt64 = afterSpace ? 0x80 : 0
    while position + 8 <= text.count {
      let word = UInt64(
        littleEndian: UnsafeRawPointer(base + position).loadUnaligned(as: UInt64.self))
      let controls = ~((word | high) &- 0x20 &* ones) & high
      let difference = word ^ 0x20 &* ones
      let spaces = ~(((difference & ~high) &+ ~high) | difference) & high
      let stops = (word & high) | controls | (spaces & (spaces << 8 | carry))
      if stops != 0 { return position + stops.trailingZeroBitCount / 8 }
      carry = spaces >> 56
      position += 8
    }
    var previousIsSpace = carry != 0
    while position < text.count {
      let byte = text[position]
      if byte < 0x20 || byte >= 0x80 || (byte == 0x20 && previousIsSpace) { break }
      previousIsSpace = byte == 0x20
      position += 1
    }
    return position
  }

  private mutating func appendPlain(_ stretch: UnsafeBufferPointer<UInt8>, original: Int) {
    appendRun(original: original, length: 0)
    let start = bytes.count
    bytes.append(contentsOf: stretch)
    bytes.withUnsafeMutableBufferPointer { buffer in
      // Without a branch, so that the compiler can do sixteen at a time.
      for index in start..<buffer.count {
        let byte = buffer[index]
        buffer[index] = byte | (byte &- 0x41 < 26 ? 0x20 : 0)
      }
    }
  }

  /// A white space character: a space, or a longer stretch of the original for the space that is there already.
  private mutating func appendSpace(original: Int, length: Int) {
    guard bytes.last == 0x20, let last = runs.last else {
      appendRun(original: original, length: length == 1 ? 0 : length)
      bytes.append(0x20)
      return
    }
    let folded = bytes.count - 1
    if last.length > 0 {
      runs[runs.count - 1].length = original + length - last.original
      return
    }
    let start = last.original + folded - last.folded
    if last.folded == folded { runs.removeLast() }
    runs.append(Run(folded: folded, original: start, length: original + length - start))
  }

  /// What is appended next to `bytes` stands for the original from `original` on: byte for byte where `length` is 0.
  private mutating func appendRun(original: Int, length: Int) {
    if length == 0, let last = runs.last, last.length == 0, last.original - last.folded == original - bytes.count {
      return
    }
    runs.append(Run(folded: bytes.count, original: original, length: length))
  }

  /// Takes the last character back, so that a mark after it can be folded with it; gives the original offset where it
  /// begins. Nil where the text begins or has a space: nothing composes with that.
  private mutating func removeLast() -> Int? {
    guard let lastByte = bytes.last, lastByte != 0x20, let last = runs.last else { return nil }
    guard last.length == 0 else {
      bytes.removeLast(bytes.count - last.folded)
      runs.removeLast()
      return last.original
    }
    var folded = bytes.count - 1
    while folded > last.folded, bytes[folded] & 0xC0 == 0x80 { folded -= 1 }
    bytes.removeLast(bytes.count - folded)
    if last.folded == folded { runs.removeLast() }
    return last.original + folded - last.folded
  }

  /// Folds the character at byte `start` together with all after it that may change or compose with it; gives the offset
  /// of what comes next.
  private mutating func appendCluster(
    in text: UnsafeBufferPointer<UInt8>, from start: Int
  ) throws(ICUError) -> Int {
    let first = text.scalar(at: start)
    var end = start + first.length
    cluster.removeAll(keepingCapacity: true)
    cluster.append(scalar: ScalarFolding.folded(first.value))
    var position = end
    // An ASCII character never composes with what stands before it.
    while position < text.count, text[position] >= 0x80 {
      let scalar = text.scalar(at: position)
      let folded = ScalarFolding.folded(scalar.value)
      if folded != ScalarFolding.dropped {
        if ScalarFolding.beginsCluster(folded) { break }
        cluster.append(scalar: folded)
        end = position + scalar.length
      }
      position += scalar.length
    }
    try result.replace(by: .nfkcCaseFolding, of: cluster)
    if foldsDiacritics { try removeDiacritics() }
    appendResult(original: start, length: end - start, isOneScalar: end == start + first.length)
    return end
  }

  /// Takes the marks out of `result` and composes again what is no mark, such as Hangul.
  private mutating func removeDiacritics() throws(ICUError) {
    result.copy(to: &cluster)
    try result.replace(by: .nfd, of: cluster)
    cluster.removeAll(keepingCapacity: true)
    result.forEachScalar { if !ScalarFolding.isDiacritic($0) { cluster.append(scalar: $0) } }
    try result.replace(by: .nfc, of: cluster)
  }

  private mutating func appendResult(original: Int, length: Int, isOneScalar: Bool) {
    let start = bytes.count
    var scalars = 0
    result.forEachScalar { scalar in
      let folded = ScalarFolding.folded(scalar)
      guard folded != ScalarFolding.dropped else { return }
      bytes.append(scalar: folded)
      scalars += 1
    }
    guard scalars > 0 else { return }
    let isByteForByte = isOneScalar && scalars == 1 && bytes.count - start == length
    if isByteForByte, let last = runs.last, last.length == 0, last.original - last.folded == original - start { return }
    runs.append(Run(folded: start, original: original, length: isByteForByte ? 0 : length))
  }
}
