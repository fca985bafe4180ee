// ICU's own sentence break iterator: the rules of locales that tailor them, and the measure of our fast path.
internal import CICU

/// The one owner of an ICU sentence break iterator. One thread at a time.
struct SentenceBreakIterator: ~Copyable {
  private let handle: OpaquePointer

  /// An iterator with ICU's rules for `locale`; ICU falls back on the root's rules for a locale it does not know.
  init(locale: String) throws(ICUError) {
    var status: Int32 = 0
    let opened = cicu_sentence_breaks_open(locale, &status)
    try ICUError.check(status, "open its sentence rules for \(locale)")
    guard let opened else { throw ICUError(code: "U_MEMORY_ALLOCATION_ERROR", attempt: "open its sentence rules") }
    handle = opened
  }

  deinit { cicu_sentence_breaks_close(handle) }

  /// Appends to `ends` the byte offset of each boundary of `utf8` but the first, which is 0. The longest text is 2 GiB.
  borrowing func appendBoundaries(of utf8: UnsafeBufferPointer<UInt8>, to ends: inout [Int]) throws(ICUError) {
    guard let base = utf8.baseAddress, !utf8.isEmpty else { return }
    guard let count = Int32(exactly: utf8.count) else {
      throw ICUError(code: "U_INDEX_OUTOFBOUNDS_ERROR", attempt: "break a text of more than 2 GiB into sentences")
    }
    var status: Int32 = 0
    cicu_sentence_breaks_set_text(handle, base, count, &status)
    try ICUError.check(status, "read a text to break into sentences")
    while true {
      let boundary = cicu_sentence_breaks_next(handle)
      if boundary < 0 { return }
      ends.append(Int(boundary))
    }
  }

  /// Whether `other` has the same compiled rules.
  borrowing func hasSameRules(as other: borrowing SentenceBreakIterator) throws(ICUError) -> Bool {
    var status: Int32 = 0
    let equal = cicu_sentence_breaks_have_equal_rules(handle, other.handle, &status)
    try ICUError.check(status, "compare its sentence rules")
    return equal
  }
}
