import TestSupport
import Testing

@testable import Terminology

@Suite struct TermAutomatonTests {
  private func value(_ automaton: TermAutomaton, _ string: [UInt8]) -> Int? {
    automaton.withView { view in
      var state = TermAutomaton.View.start
      for byte in string {
        state = view.next(state, byte)
        if state < 0 { return nil }
      }
      let value = view.value(state)
      return value < 0 ? nil : Int(value)
    }
  }

  @Test func knowsItsStringsAndNoOthers() {
    var generator = SeededGenerator(state: 7)
    var strings: Set<[UInt8]> = []
    while strings.count < 4_000 {
      let length = Int(generator.next() % 12) + 1
      strings.insert((0..<length).map { _ in UInt8(truncatingIfNeeded: 0x60 + generator.next() % 7) })
    }
    let sorted = strings.sorted { $0.lexicographicallyPrecedes($1) }
    let automaton = TermAutomaton(sorted: sorted)
    for (index, string) in sorted.enumerated() {
      #expect(value(automaton, string) == index)
      let longer = string + [0x61]
      #expect((value(automaton, longer) != nil) == strings.contains(longer))
    }
    for _ in 0..<4_000 {
      let other = (0..<6).map { _ in UInt8(truncatingIfNeeded: 0x60 + generator.next() % 9) }
      #expect((value(automaton, other) != nil) == strings.contains(other))
    }
  }

  @Test func mayBeEmpty() {
    let automaton = TermAutomaton(sorted: [])
    #expect(value(automaton, []) == nil)
    #expect(value(automaton, [0x61]) == nil)
  }

  @Test func takesEveryByte() {
    let strings = (0...255).map { [UInt8($0)] }
    let automaton = TermAutomaton(sorted: strings)
    // 255 classes are as many as a byte can number; the last byte is then in no string, and no other is mistaken for it.
    for string in strings.dropLast() { #expect(value(automaton, string) == Int(string[0])) }
  }
}
