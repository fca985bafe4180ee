// What stands before a text may be known only behind it, such as how many words it has.

extension XMLByteWriter {
  /// Takes what has been written since `tail` away from there and puts it in the place of `range`, which lies before it; both
  /// are offsets in the buffer, as `count` gives them.
  package mutating func replace(_ range: Range<Int>, withWhatFollows tail: Int) {
    precondition(range.upperBound <= tail && tail <= filled && !isTagOpen)
    let length = filled - tail
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: max(length, 1)) { copy in
      guard let base = copy.baseAddress else { return }
      base.initialize(from: start + tail, count: length)
      // The two may overlap: `update` moves as memmove does.
      (start + range.lowerBound + length).update(from: start + range.upperBound, count: tail - range.upperBound)
      (start + range.lowerBound).update(from: base, count: length)
    }
    filled -= range.count
  }
}
