// ICU's text functions all have one shape: UTF-16 in, UTF-16 out, and a status that says when out is too small.
internal import CICU

/// What ICU can make of a text.
enum TextTransform {
  case nfc, nfd, nfkcCaseFolding, lowercase

  fileprivate func callAsFunction(
    _ source: UnsafePointer<UInt16>, _ count: Int32, _ destination: UnsafeMutablePointer<UInt16>, _ capacity: Int32,
    _ status: inout Int32
  ) -> Int32 {
    switch self {
    case .nfc: cicu_nfc(source, count, destination, capacity, &status)
    case .nfd: cicu_nfd(source, count, destination, capacity, &status)
    case .nfkcCaseFolding: cicu_nfkc_casefold(source, count, destination, capacity, &status)
    case .lowercase: cicu_lowercase(source, count, destination, capacity, &status)
    }
  }
}

/// A buffer for what ICU's text functions make, kept from call to call.
struct UTF16Buffer: Sendable {
  private var units = [UInt16](repeating: 0, count: 64)
  private var count = 0

  /// Replaces this by what `transform` makes of `source`, with a second call where the first finds too little room.
  /// - Throws: `ICUError` for a source of more than 2³¹ code units or for want of memory.
  mutating func replace(by transform: TextTransform, of source: [UInt16]) throws(ICUError) {
    count = 0
    guard !source.isEmpty else { return }
    guard let length = Int32(exactly: source.count) else {
      throw ICUError(code: "U_INDEX_OUTOFBOUNDS_ERROR", attempt: "transform a text of more than 4 GiB")
    }
    while true {
      var status: Int32 = 0
      let needed = source.withUnsafeBufferPointer { source in
        units.withUnsafeMutableBufferPointer { units in
          guard let from = source.baseAddress, let to = units.baseAddress else { return 0 }
          return Int(transform(from, length, to, Int32(truncatingIfNeeded: units.count), &status))
        }
      }
      if cicu_status_is_overflow(status), needed > units.count {
        units.append(contentsOf: repeatElement(0, count: needed - units.count))
        continue
      }
      try ICUError.check(status, "transform a text")
      count = needed
      return
    }
  }

  /// Replaces `destination` by this.
  func copy(to destination: inout [UInt16]) {
    destination.removeAll(keepingCapacity: true)
    destination.append(contentsOf: units[..<count])
  }

  /// Calls `body` with each scalar; an unpaired surrogate as U+FFFD.
  @inline(__always)
  func forEachScalar(_ body: (UInt32) -> Void) {
    var index = 0
    while index < count {
      let unit = UInt32(units[index])
      index += 1
      guard unit & 0xF800 == 0xD800 else {
        body(unit)
        continue
      }
      if unit < 0xDC00, index < count, units[index] & 0xFC00 == 0xDC00 {
        body(0x10000 + ((unit & 0x3FF) << 10 | UInt32(units[index]) & 0x3FF))
        index += 1
      } else {
        body(0xFFFD)
      }
    }
  }
}
