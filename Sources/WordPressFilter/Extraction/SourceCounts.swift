// How much there is to translate: what a translator is paid by, and plans by.
internal import HTMLTokens
internal import Interchange
internal import UnicodeText

/// Counts of the sources of one article, or of many.
package struct SourceCounts: Sendable, Equatable {
  package var units = 0
  package var segments = 0
  /// Words of the segments, as `WordCount` has them; a line break parts two.
  package var words = 0
  /// Code points of the segments, white space in them included.
  package var characters = 0
  /// Segments that say, with the same codes in the same places, what an earlier one of the article says.
  package var repetitions = 0

  /// None.
  package init() {}

  /// Adds those of `other`; a segment that both have is no repetition.
  package static func += (left: inout SourceCounts, right: SourceCounts) {
    left.units += right.units
    left.segments += right.segments
    left.words += right.words
    left.characters += right.characters
    left.repetitions += right.repetitions
  }

  /// What a file says of them, by keys.
  var metadata: [XLIFF.Metadatum] {
    [
      XLIFF.Metadatum("units", String(units)), XLIFF.Metadatum("segments", String(segments)),
      XLIFF.Metadatum("words", String(words)), XLIFF.Metadatum("characters", String(characters)),
      XLIFF.Metadatum("repetitions", String(repetitions)),
    ]
  }

  /// The same as XLIFF 1.2 has it: `<count-group>` in a header.
  var header12: XLIFF.MetaGroup {
    func count(_ type: String, _ unit: String, _ value: Int) -> XLIFF.MetaGroup.Item {
      .group(
        XLIFF.MetaGroup(
          category: "xliff12:count",
          items: [
            .meta(.init("count-type", type)), .meta(.init("unit", unit)), .meta(.init("#text", String(value))),
          ]))
    }
    return XLIFF.MetaGroup(
      category: "xliff12:count-group",
      items: [
        .meta(.init("name", "overzet")), count("total", "trans-unit", units), count("total", "segment", segments),
        count("total", "word", words), count("total", "character", characters),
        count("repetition", "segment", repetitions),
      ])
  }
}

/// Counts the units of one article after the other. For one thread at a time; its memory is used again.
struct SourceCounter {
  private(set) var counts = SourceCounts()
  private var repeated = HashTable()

  /// Another article begins.
  mutating func begin() {
    counts = SourceCounts()
    repeated.removeAll()
  }

  /// Counts the unit of a settled draft.
  /// - Parameter known: its words, where they have been counted; a line break among its codes is for this to see.
  mutating func add(_ draft: borrowing UnitDraft, _ parts: [Segmenter.Part], _ known: WordCount?) {
    counts.units += 1
    // A unit that is one text has one piece.
    let hasCodes = draft.pieces.count > 1
    draft.text.withUnsafeBufferPointer { text in
      let hasBreaks = hasCodes && draft.pieces.contains { $0.element == .br }
      if let known, !hasBreaks {
        counts.words += known.words
      } else {
        counts.words += Self.words(in: text, draft.pieces.filter { $0.element == .br }.map(\.textOffset))
      }
      counts.characters += CodePoints.count(in: text.span)
      for part in parts.indices {
        let range = UnsafeBufferPointer(rebasing: text[parts[part].text])
        guard !parts[part].isGap else {
          counts.characters -= CodePoints.count(in: range.span)
          continue
        }
        counts.segments += 1
        var hash = TextHash.of(range)
        if hasCodes {
          for piece in parts[part].pieces where draft.pieces[piece].kind != .text {
            let offset = draft.pieces[piece].textOffset - parts[part].text.lowerBound
            TextHash.add(
              UInt64(truncatingIfNeeded: offset) << 16 | UInt64(draft.pieces[piece].kind.rawValue) << 8
                | UInt64(draft.pieces[piece].element.rawValue), to: &hash)
          }
        }
        if !repeated.insert(hash) { counts.repetitions += 1 }
      }
    }
  }

  /// The words of a text with line breaks at these offsets: each parts two words, though nothing of it is text.
  private static func words(in text: UnsafeBufferPointer<UInt8>, _ breaks: [Int]) -> Int {
    var count = 0
    var start = 0
    for end in breaks + [text.count] {
      count += WordCount.words(in: UnsafeBufferPointer(rebasing: text[start..<end]))
      start = end
    }
    return count
  }
}

/// A hash of texts, eight bytes at a time: who collides gains nothing.
private enum TextHash {
  static func of(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = UInt64(text.count) &* 0x9E37_79B9_7F4A_7C15
    guard let base = text.baseAddress else { return hash }
    var at = 0
    while at + 8 <= text.count {
      add(UnsafeRawPointer(base + at).loadUnaligned(as: UInt64.self), to: &hash)
      at += 8
    }
    var rest: UInt64 = 0
    while at < text.count {
      rest = rest << 8 | UInt64(text[at])
      at += 1
    }
    add(rest, to: &hash)
    return hash
  }

  @inline(__always)
  static func add(_ value: UInt64, to hash: inout UInt64) {
    let product = (hash ^ value).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    hash = product.high ^ product.low &+ value
  }
}

/// A set of hashes in an open table that is emptied for each article without being written over: small, so that it stays in the
/// processor's nearest memory.
private struct HashTable {
  /// 48 bits of a hash, and in the lowest 16 the round that it was added in; another round's is a free slot.
  private var slots = [UInt64](repeating: 0, count: 512)
  private var round: UInt64 = 1
  private var used = 0

  mutating func removeAll() {
    used = 0
    round += 1
    guard round > 0xFFFF else { return }
    round = 1
    for index in slots.indices { slots[index] = 0 }
  }

  /// Adds `hash` and says whether it is new.
  mutating func insert(_ hash: UInt64) -> Bool {
    if used * 2 >= slots.count { grow() }
    let entry = hash & ~0xFFFF | round
    let mask = slots.count - 1
    return slots.withUnsafeMutableBufferPointer { slots in
      var index = Int(truncatingIfNeeded: hash >> 32) & mask
      while slots[index] & 0xFFFF == round {
        if slots[index] == entry { return false }
        index = (index + 1) & mask
      }
      slots[index] = entry
      used += 1
      return true
    }
  }

  private mutating func grow() {
    let old = slots
    slots = [UInt64](repeating: 0, count: old.count * 2)
    used = 0
    for slot in old where slot & 0xFFFF == round { _ = insert(slot) }
  }
}
