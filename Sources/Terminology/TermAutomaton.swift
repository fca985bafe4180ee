// A deterministic automaton over bytes: a trie packed into two arrays (a double array), its alphabet shrunk to the bytes that
// occur. Aoe, J. (1989), "An efficient digital search algorithm by using a double-array structure".

/// Recognises a set of byte strings; each has a value. Built once, then only read.
struct TermAutomaton: Sendable {
  /// Byte → its class; 0 for a byte that no string has.
  private(set) var classes: [UInt8]
  /// State → the state that class 0 would lead to: the state for class `c` lies `c` further on, where `check` agrees.
  private(set) var base: [Int32]
  /// State → the state that it is reached from; -1 for a free place.
  private(set) var check: [Int32]
  /// State → the value of the string that ends there, or -1.
  private(set) var values: [Int32]

  /// The automaton of `strings`, which must be sorted, different, and not empty; a string's value is its place.
  init(sorted strings: [[UInt8]]) {
    var classes = [UInt8](repeating: 0, count: 256)
    var count: UInt8 = 0
    for byte in Set(strings.joined()).sorted() where count < 255 {
      count += 1
      classes[Int(byte)] = count
    }
    self.classes = classes
    base = [0]
    check = [-1]
    values = [-1]
    var packer = Packer(alphabet: Int(count) + 1)
    pack(strings, 0..<strings.count, depth: 0, state: 0, &packer)
    // Room behind the last state, so that no step needs a test of the bounds.
    grow(to: base.count + Int(count) + 1)
  }

  /// Finds free places for the children of a state.
  private struct Packer {
    var alphabet: Int
    /// No place below is free.
    var firstFree = 1
  }

  /// Adds the strings `range`, which share their first `depth` bytes, below `state`.
  private mutating func pack(
    _ strings: [[UInt8]], _ range: Range<Int>, depth: Int, state: Int, _ packer: inout Packer
  ) {
    var first = range.lowerBound
    if first < range.upperBound, strings[first].count == depth {
      values[state] = Int32(first)
      first += 1
    }
    guard first < range.upperBound else { return }
    var children: [(class: Int, range: Range<Int>)] = []
    while first < range.upperBound {
      let byte = strings[first][depth]
      var end = first + 1
      while end < range.upperBound, strings[end][depth] == byte { end += 1 }
      children.append((Int(classes[Int(byte)]), first..<end))
      first = end
    }
    let place = freePlace(for: children.map(\.class), &packer)
    base[state] = Int32(place)
    for child in children { check[place + child.class] = Int32(state) }
    for child in children { pack(strings, child.range, depth: depth + 1, state: place + child.class, &packer) }
  }

  private mutating func freePlace(for classes: [Int], _ packer: inout Packer) -> Int {
    let lowest = classes[0]
    var candidate = packer.firstFree
    var isFirst = true
    while true {
      grow(to: candidate + packer.alphabet)
      if check[candidate] == -1 {
        if isFirst { packer.firstFree = candidate }
        isFirst = false
        let place = candidate - lowest
        grow(to: place + packer.alphabet)
        if place >= 0, classes.allSatisfy({ check[place + $0] == -1 }) { return place }
      }
      candidate += 1
    }
  }

  private mutating func grow(to count: Int) {
    guard count > base.count else { return }
    let more = count - base.count
    base.append(contentsOf: repeatElement(0, count: more))
    check.append(contentsOf: repeatElement(-1, count: more))
    values.append(contentsOf: repeatElement(-1, count: more))
  }
}

extension TermAutomaton {
  /// How many bytes the arrays take.
  var byteCount: Int { classes.count + base.count * 12 }

  /// Lends the arrays for stepping through a text.
  func withView<Result>(_ body: (View) throws -> Result) rethrows -> Result {
    try classes.withUnsafeBufferPointer { classes in
      try base.withUnsafeBufferPointer { base in
        try check.withUnsafeBufferPointer { check in
          try values.withUnsafeBufferPointer { values in
            try body(View(classes: classes, base: base, check: check, values: values))
          }
        }
      }
    }
  }

  /// The arrays, lent.
  struct View {
    fileprivate let classes: UnsafeBufferPointer<UInt8>
    fileprivate let base: UnsafeBufferPointer<Int32>
    fileprivate let check: UnsafeBufferPointer<Int32>
    fileprivate let values: UnsafeBufferPointer<Int32>

    fileprivate init(
      classes: UnsafeBufferPointer<UInt8>, base: UnsafeBufferPointer<Int32>, check: UnsafeBufferPointer<Int32>,
      values: UnsafeBufferPointer<Int32>
    ) {
      self.classes = classes
      self.base = base
      self.check = check
      self.values = values
    }

    /// The state before any byte.
    static var start: Int32 { 0 }

    /// The state after `byte`, or -1 where no string goes on so. State and arrays are this automaton's own, so that every
    /// index is within bounds by construction.
    @inline(__always)
    func next(_ state: Int32, _ byte: UInt8) -> Int32 {
      let letter = classes[Int(byte)]
      guard letter != 0 else { return -1 }
      let target = base[Int(state)] &+ Int32(letter)
      return check[Int(target)] == state ? target : -1
    }

    /// The value of the string that ends in `state`, or -1.
    @inline(__always)
    func value(_ state: Int32) -> Int32 { values[Int(state)] }
  }
}
