// What stands before a text may be known only behind it, such as how many words it has.

extension XMLByteWriter {
  /// Leaves room for `count` bytes that are known later: `replace` fills it.
  package mutating func leaveRoom(_ count: Int) {
    closeStartTag()
    reserve(count)
    filled += count
  }

  /// Takes what has been written since `tail` away from there and puts it in the place of `range`, which lies before it; both
  /// are offsets in the buffer, as `count` gives them, and nothing has been replaced before. If it is not longer than `range`, only
  /// what stands before that is moved, and what stands between stays.
  package mutating func replace(_ range: Range<Int>, withWhatFollows tail: Int) {
    precondition(range.upperBound <= tail && tail <= filled && !isTagOpen && skipped == 0)
    let length = filled - tail
    guard length > range.count else {
      let free = range.count - length
      (start + free).update(from: start, count: range.lowerBound)
      (start + range.lowerBound + free).update(from: start + tail, count: length)
      (filled, skipped) = (tail, free)
      return
    }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: length) { copy in
      guard let base = copy.baseAddress else { return }
      base.initialize(from: start + tail, count: length)
      // The two may overlap: `update` moves as memmove does.
      (start + range.lowerBound + length).update(from: start + range.upperBound, count: tail - range.upperBound)
      (start + range.lowerBound).update(from: base, count: length)
    }
    filled -= range.count
  }
}
