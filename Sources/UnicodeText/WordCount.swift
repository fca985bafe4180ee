// How many words a text has, as UAX #29 parts them: <https://www.unicode.org/reports/tr29/#Word_Boundaries>. The rules are a
// table: what the text so far ends in, and the class of the next character, tell what it ends in then and whether a word began.

/// Counts the words of a text, byte by byte. Every text that is extracted is counted: whoever goes through its
/// bytes anyway hands them on to `add`, which is inlined there and waits for nothing but itself.
///
/// A word is a stretch between word boundaries that holds a letter or a number. *don't*, *3.5* and *vitamin_C* are one word,
/// *well-known* is two. Ideographs, and letters of scripts that write no spaces between words and that only a dictionary can part,
/// count one each.
@usableFromInline
package struct WordCount {
  @usableFromInline let classes: UnsafePointer<UInt8>
  @usableFromInline let transitions: UnsafePointer<UInt8>
  @usableFromInline let beginnings: UnsafePointer<UInt8>
  /// Times 16, so that from one byte to the next there is little to wait for.
  @usableFromInline var state: UInt8 = 0
  /// Words that have begun.
  @usableFromInline package internal(set) var words = 0

  /// Nothing so far.
  package init() {
    classes = WordTables.classes
    transitions = WordTables.transitions
    beginnings = WordTables.beginnings
  }

  /// Counts the byte at `offset` of `text`; each is given once, in their order.
  @inlinable @inline(__always)
  package mutating func add(_ byte: UInt8, at offset: Int, in text: UnsafeBufferPointer<UInt8>) {
    var kind = classes[Int(byte)]
    if kind == 0x0F { kind = WordTables.classOfCharacter(at: offset, in: text) }
    let place = Int(state | kind)
    words &+= Int(beginnings[place])
    state = transitions[place]
  }

  /// The words of `text`.
  package static func words(in text: UnsafeBufferPointer<UInt8>) -> Int {
    var count = WordCount()
    for offset in text.indices { count.add(text[offset], at: offset, in: text) }
    return count.words
  }
}

/// The tables, made once and never freed: all threads read them without counting references.
@usableFromInline
enum WordTables {
  /// For each byte the raw value of its character's `WordBreakClass`: of ASCII; those that go on with a character are passed over
  /// as what extends it, and 15 stands where one begins that is not ASCII.
  static var classes: UnsafePointer<UInt8> { tables.classes }
  /// For each state, times 16, and class the next state, times 16.
  static var transitions: UnsafePointer<UInt8> { tables.transitions }
  /// For the same 1 where a word begins, else 0.
  static var beginnings: UnsafePointer<UInt8> { tables.beginnings }

  /// The class of the character beyond ASCII that begins at `offset`.
  @usableFromInline @inline(never)
  static func classOfCharacter(at offset: Int, in text: UnsafeBufferPointer<UInt8>) -> UInt8 {
    let scalar = text.scalar(at: offset).value
    return scalar < knownCount ? tables.known[Int(scalar)] : WordBreakClass(of: scalar).rawValue
  }

  /// Latin, Greek, Cyrillic and other alphabets, and general punctuation are asked for again and again.
  private static let knownCount: UInt32 = 0x2070

  private static let tables = Tables()

  private struct Tables: @unchecked Sendable {
    let classes: UnsafePointer<UInt8>
    let transitions: UnsafePointer<UInt8>
    let beginnings: UnsafePointer<UInt8>
    let known: UnsafePointer<UInt8>

    init() {
      let classes = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
      for byte in 0..<256 {
        classes[byte] =
          byte < 0x80
          ? WordBreakClass(of: UInt32(byte)).rawValue : byte < 0xC0 ? WordBreakClass.extending.rawValue : 0x0F
      }
      let known = UnsafeMutablePointer<UInt8>.allocate(capacity: Int(knownCount))
      for scalar in 0..<knownCount { known[Int(scalar)] = WordBreakClass(of: scalar).rawValue }
      let count = State.allCases.count * 16
      let transitions = UnsafeMutablePointer<UInt8>.allocate(capacity: count)
      transitions.initialize(repeating: 0, count: count)
      let beginnings = UnsafeMutablePointer<UInt8>.allocate(capacity: count)
      beginnings.initialize(repeating: 0, count: count)
      for state in State.allCases {
        for kind in WordBreakClass.allCases {
          let (next, begins) = state.next(kind)
          let place = Int(state.rawValue << 4 | kind.rawValue)
          transitions[place] = next.rawValue << 4
          beginnings[place] = begins ? 1 : 0
        }
      }
      self.classes = UnsafePointer(classes)
      self.known = UnsafePointer(known)
      self.transitions = UnsafePointer(transitions)
      self.beginnings = UnsafePointer(beginnings)
    }
  }

  /// What a text ends in.
  private enum State: UInt8, CaseIterable {
    /// Nothing that goes on.
    case none
    case letter, numeric, katakana
    /// ExtendNumLet, of a word that has begun or not.
    case connector, connectorInWord
    /// What may join two letters, or two numbers, and stands behind the first.
    case middleOfLetters, middleOfNumbers

    /// What it ends in with a character of `kind` more, and whether that begins a word.
    func next(_ kind: WordBreakClass) -> (State, begins: Bool) {
      switch kind {
      // WB4.
      case .extending: return (self, false)
      // WB5, WB7, WB10, WB13b.
      case .letter:
        return (.letter, ![.letter, .numeric, .connectorInWord, .middleOfLetters].contains(self))
      // WB8, WB9, WB11, WB13b.
      case .numeric:
        return (.numeric, ![.letter, .numeric, .connectorInWord, .middleOfNumbers].contains(self))
      // WB13, WB13b.
      case .katakana: return (.katakana, ![.katakana, .connectorInWord].contains(self))
      // WB13a.
      case .connector:
        let isInWord = [.letter, .numeric, .katakana, .connectorInWord].contains(self)
        return (isInWord ? .connectorInWord : .connector, false)
      // WB6, WB12.
      case .midLetter: return (self == .letter ? .middleOfLetters : .none, false)
      case .midNumber: return (self == .numeric ? .middleOfNumbers : .none, false)
      case .midBoth:
        return (self == .letter ? .middleOfLetters : self == .numeric ? .middleOfNumbers : .none, false)
      case .single: return (.none, true)
      case .other: return (.none, false)
      }
    }
  }
}
