import HTMLTokens
import TestSupport
import Testing

struct EditTests {
  /// Against the plain way: edits made one by one from the end, after which nothing before them has moved.
  @Test func editsTouchOnlyTheirRanges() throws {
    var generator = SeededGenerator(state: 11)
    for _ in 0..<2_000 {
      let bytes = (0..<generator.below(60)).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
      var edits: [Edit] = []
      var at = 0
      while at < bytes.count {
        let start = at + generator.below(8)
        let end = start + generator.below(6)
        guard end <= bytes.count else { break }
        edits.append(
          Edit(start..<end, (0..<generator.below(5)).map { _ in UInt8(truncatingIfNeeded: generator.next()) }))
        at = end + 1
      }
      var expected = bytes
      for edit in edits.reversed() { expected.replaceSubrange(edit.range, with: edit.replacement) }
      #expect(try Edit.apply(edits.shuffled(using: &generator), to: bytes) == expected)

      let untouched = edits.map { Edit($0.range, Array(bytes[$0.range])) }
      #expect(try Edit.apply(untouched.shuffled(using: &generator), to: bytes) == bytes)
    }
  }

  @Test func noEditsChangeNothing() throws {
    #expect(try Edit.apply([], to: [1, 2, 3]) == [1, 2, 3])
    #expect(try Edit.apply([], to: []) == [])
  }

  @Test func neighboursDoNotOverlap() throws {
    let edits = [Edit(2..<4, [0x42]), Edit(0..<2, [0x41])]
    #expect(try Edit.apply(edits, to: [1, 2, 3, 4]) == [0x41, 0x42])
  }

  /// Insertions keep their order and stand before the replacement of what was there, whichever is given first.
  @Test func insertionsAtOnePlace() throws {
    let replacement = Edit(1..<2, [9])
    let first = Edit(1..<1, [7])
    let second = Edit(1..<1, [8])
    for edits in [[replacement, first, second], [first, replacement, second], [first, second, replacement]] {
      #expect(try Edit.apply(edits, to: [1, 2, 3]) == [1, 7, 8, 9, 3])
    }
    #expect(try Edit.apply([Edit(3..<3, [4])], to: [1, 2, 3]) == [1, 2, 3, 4])
  }

  @Test(
    arguments: [
      ([0..<2, 1..<3], 1..<3), ([1..<3, 0..<2], 1..<3), ([1..<3, 1..<3], 1..<3), ([0..<4, 2..<2], 2..<2),
      ([0..<5], 0..<5), ([5..<5], 5..<5), ([-1..<1], -1..<1), ([0..<Int.max, 0..<Int.max], 0..<Int.max),
    ] as [([Range<Int>], Range<Int>)])
  func overlapsAreRefused(ranges: [Range<Int>], refused: Range<Int>) {
    let conflict = #expect(throws: EditConflict.self) {
      try Edit.apply(ranges.map { Edit($0, []) }, to: [1, 2, 3, 4])
    }
    #expect(conflict?.range == refused)
  }
}
