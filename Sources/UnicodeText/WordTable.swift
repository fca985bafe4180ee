// A set of words that is asked about stretches of text, in any case, without making a String or an array of them.
internal import CICU

/// Words with a value each, found by the bytes of a text. Words are compared scalar by scalar, simply lower-cased.
struct WordTable {
  private struct Entry {
    var scalars: [UInt32]
    var value: UInt8
  }

  private var entries: [UInt64: [Entry]] = [:]
  private var longest = 0

  /// Adds `word`; where it was there before, the lower of the two values stays.
  mutating func insert(_ word: some Sequence<Unicode.Scalar>, _ value: UInt8 = 0) {
    let scalars = word.map { Self.lowered($0.value) }
    guard !scalars.isEmpty else { return }
    longest = max(longest, scalars.count)
    var hash = Self.seed
    for scalar in scalars { Self.add(scalar, to: &hash) }
    var candidates = entries[hash] ?? []
    if let index = candidates.firstIndex(where: { $0.scalars == scalars }) {
      candidates[index].value = min(value, candidates[index].value)
    } else {
      candidates.append(Entry(scalars: scalars, value: value))
    }
    entries[hash] = candidates
  }

  /// The value of the word that is exactly the bytes `range` of `text`; nil where it is none of ours.
  func value(of range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> UInt8? {
    // A scalar takes 4 bytes at most, so a longer stretch can be none of ours.
    guard !range.isEmpty, range.count <= longest * 4 else { return nil }
    var hash = Self.seed
    var position = range.lowerBound
    while position < range.upperBound {
      let scalar = text.scalar(at: position)
      Self.add(Self.lowered(scalar.value), to: &hash)
      position += scalar.length
    }
    guard let candidates = entries[hash] else { return nil }
    return candidates.first { matches($0.scalars, range, text) }?.value
  }

  private func matches(_ scalars: [UInt32], _ range: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var position = range.lowerBound
    for expected in scalars {
      guard position < range.upperBound else { return false }
      let scalar = text.scalar(at: position)
      guard Self.lowered(scalar.value) == expected else { return false }
      position += scalar.length
    }
    return position == range.upperBound
  }

  // FNV-1a, over scalars.
  private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

  @inline(__always)
  private static func add(_ scalar: UInt32, to hash: inout UInt64) {
    hash = (hash ^ UInt64(scalar)) &* 0x0000_0100_0000_01b3
  }

  @inline(__always)
  private static func lowered(_ scalar: UInt32) -> UInt32 {
    if scalar < 0x80 { return scalar &- 0x41 < 26 ? scalar | 0x20 : scalar }
    return cicu_simple_lowercase(scalar)
  }
}
