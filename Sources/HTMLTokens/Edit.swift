// Changing HTML without writing it anew: edits are lexical, as (range, bytes), and applied in one pass.

/// The replacement of a range of bytes.
package struct Edit: Equatable, Sendable {
  /// What goes, in bytes of the original.
  package var range: Range<Int>
  /// What comes in its place.
  package var replacement: [UInt8]

  /// `replacement` in place of `range`.
  package init(_ range: Range<Int>, _ replacement: [UInt8]) {
    self.range = range
    self.replacement = replacement
  }

  /// `bytes` with all `edits` made, given in any order. An edit of an empty range inserts; insertions at one place
  /// follow each other as they are given, before the replacement of what stands there.
  /// - Throws: `EditConflict` where two edits overlap or one leaves `bytes`; nothing is guessed then.
  package static func apply(_ edits: [Edit], to bytes: [UInt8]) throws(EditConflict) -> [UInt8] {
    guard !edits.isEmpty else { return bytes }
    let sorted = edits.sorted {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + edits.reduce(0) { $0 + $1.replacement.count })
    var at = 0
    for edit in sorted {
      guard edit.range.lowerBound >= at, edit.range.upperBound <= bytes.count else {
        throw EditConflict(range: edit.range)
      }
      result.append(contentsOf: bytes[at..<edit.range.lowerBound])
      result.append(contentsOf: edit.replacement)
      at = edit.range.upperBound
    }
    result.append(contentsOf: bytes[at...])
    return result
  }
}

/// Two edits of the same bytes, or one beyond their end.
package struct EditConflict: Error, Equatable {
  /// The later of the two ranges.
  package var range: Range<Int>
}
