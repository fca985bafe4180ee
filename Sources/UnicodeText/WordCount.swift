// How many words a text has, as UAX #29 parts them: <https://www.unicode.org/reports/tr29/#Word_Boundaries>. Every text that
// is extracted is counted, so that plain English is looked at eight bytes at a time.

/// Counts words.
package enum WordCount {
  /// The words of `utf8`: stretches between word boundaries that hold a letter or a number. *don't*, *3.5* and *vitamin_C* are
  /// one word, *well-known* is two. Ideographs, and letters of scripts that write no spaces between words and that only a
  /// dictionary can part, count one each.
  package static func count(in utf8: Span<UInt8>) -> Int {
    utf8.withUnsafeBufferPointer { count(in: $0) }
  }

  /// The same.
  package static func count(in text: UnsafeBufferPointer<UInt8>) -> Int {
    guard let base = text.baseAddress else { return 0 }
    var count = 0
    var at = 0
    // Of the last two bytes that were looked at: which are of words, and which may join two words.
    var words: UInt64 = 0
    var joiners: UInt64 = 0
    while at + 8 <= text.count {
      let bytes = UInt64(littleEndian: UnsafeRawPointer(base + at).loadUnaligned(as: UInt64.self))
      guard bytes & highBits == 0, zeroBytes(bytes ^ every(0x5F)) == 0 else {
        // What is not plain is looked at character by character, from the space before it to the one behind it.
        (count, at) = restart(text, at, count)
        (words, joiners) = (0, 0)
        continue
      }
      let inWords = wordBytes(bytes)
      let starts = inWords & ~(inWords << 8 | words >> 56)
      count += starts.nonzeroBitCount
      let mayJoin = joinerBytes(bytes)
      var joined = starts & (mayJoin << 8 | joiners >> 56) & (inWords << 16 | words >> 48)
      while joined != 0 {
        if isJoined(text, at + joined.trailingZeroBitCount / 8) { count -= 1 }
        joined &= joined - 1
      }
      (words, joiners) = (inWords, mayJoin)
      at += 8
    }
    if at < text.count { (count, _) = restart(text, at, count) }
    return count
  }

  /// Whether the word that begins at `at` goes on with what stands before the character before it, all of them ASCII.
  private static func isJoined(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    let isNumber = { (byte: UInt8) in byte &- 0x30 < 10 }
    guard isNumber(text[at]) == isNumber(text[at - 2]) else { return false }
    switch text[at - 1] {
    case 0x27, 0x2E: return true
    case 0x3A: return !isNumber(text[at])
    default: return isNumber(text[at])
    }
  }

  /// Counts from the last space before `at` on, character by character, up to the first space at or behind `at` and its
  /// block of eight bytes.
  /// - Parameter count: of all words that begin before `at`.
  /// - Returns: of all that begin before the place to go on from, and that place.
  private static func restart(
    _ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ count: Int
  ) -> (count: Int, at: Int) {
    var start = at
    while start > 0, text[start - 1] != 0x20 { start -= 1 }
    var end = min(at + 8, text.count)
    while end < text.count, text[end] != 0x20 { end += 1 }
    let before = scalarCount(UnsafeBufferPointer(rebasing: text[start..<at]))
    return (count - before + scalarCount(UnsafeBufferPointer(rebasing: text[start..<end])), end)
  }

  /// The words of any text, character by character.
  static func scalarCount(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    /// The character before, what belongs to it left aside.
    var last = WordBreakClass.other
    /// The one before that, where `last` stands between two characters that it may join.
    var beforeMiddle = WordBreakClass.other
    /// Whether the word at hand has been counted.
    var isCounted = false
    var at = 0
    while at < text.count {
      let scalar = text.scalar(at: at)
      at += scalar.length
      let current = WordBreakClass(of: scalar.value)
      switch current {
      case .extending: continue
      case .letter, .numeric, .katakana, .connector:
        if !joins(last, current), !joinsOver(beforeMiddle, last, current) { isCounted = false }
        if current != .connector, !isCounted {
          count += 1
          isCounted = true
        }
      case .midLetter, .midNumber, .midBoth:
        beforeMiddle = last
      case .single:
        count += 1
      case .other: break
      }
      last = current
    }
    return count
  }

  /// WB5, WB8–WB10, WB13–WB13b: no boundary between two characters side by side.
  private static func joins(_ last: WordBreakClass, _ current: WordBreakClass) -> Bool {
    switch (last, current) {
    case (.letter, .letter), (.letter, .numeric), (.numeric, .letter), (.numeric, .numeric), (.katakana, .katakana),
      (.connector, _), (.letter, .connector), (.numeric, .connector), (.katakana, .connector):
      true
    default: false
    }
  }

  /// WB6, WB7, WB11, WB12: none around a character between two of a kind.
  private static func joinsOver(
    _ first: WordBreakClass, _ middle: WordBreakClass, _ current: WordBreakClass
  ) -> Bool {
    switch (first, middle, current) {
    case (.letter, .midLetter, .letter), (.letter, .midBoth, .letter), (.numeric, .midNumber, .numeric),
      (.numeric, .midBoth, .numeric):
      true
    default: false
    }
  }

  // MARK: Eight bytes at a time; in each result the high bit of a byte answers for it. All bytes are ASCII.

  @inline(__always) private static var highBits: UInt64 { 0x8080_8080_8080_8080 }

  @inline(__always) private static func every(_ byte: UInt8) -> UInt64 { 0x0101_0101_0101_0101 &* UInt64(byte) }

  /// Bytes from `first` to `last`.
  @inline(__always) private static func bytes(_ bytes: UInt64, from first: UInt8, to last: UInt8) -> UInt64 {
    (bytes &+ every(0x80 - first)) & ~(bytes &+ every(0x7F - last)) & highBits
  }

  @inline(__always) private static func zeroBytes(_ bytes: UInt64) -> UInt64 {
    ~((bytes & ~highBits) &+ ~highBits | bytes) & highBits
  }

  /// Letters and digits.
  @inline(__always) private static func wordBytes(_ bytes: UInt64) -> UInt64 {
    Self.bytes(bytes | every(0x20), from: 0x61, to: 0x7A) | Self.bytes(bytes, from: 0x30, to: 0x39)
  }

  /// `'` `,` `.` `:` `;`.
  @inline(__always) private static func joinerBytes(_ bytes: UInt64) -> UInt64 {
    zeroBytes(bytes ^ every(0x27)) | zeroBytes(bytes ^ every(0x2E)) | zeroBytes(bytes ^ every(0x2C))
      | zeroBytes((bytes | every(0x01)) ^ every(0x3B))
  }
}
