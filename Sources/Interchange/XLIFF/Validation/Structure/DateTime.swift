// XML Schema's dateTime (Part 2, 3.2.7): `-?yyyy-mm-ddThh:mm:ss(.s+)?(Z|±hh:mm)?`.

/// Tests dates with times.
enum DateTime {
  /// Whether `bytes` are a date that exists with a time that does.
  static func isValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var cursor = Cursor(bytes)
    _ = cursor.take(0x2D)
    guard let year = cursor.number(digits: 4...18), cursor.take(0x2D), let month = cursor.number(digits: 2...2),
      cursor.take(0x2D), let day = cursor.number(digits: 2...2), cursor.take(0x54),
      let hour = cursor.number(digits: 2...2), cursor.take(0x3A), let minute = cursor.number(digits: 2...2),
      cursor.take(0x3A), let second = cursor.number(digits: 2...2)
    else { return false }
    var hasFraction = false
    if cursor.take(0x2E) {
      guard let fraction = cursor.number(digits: 1...18) else { return false }
      hasFraction = fraction > 0
    }
    guard (1...12).contains(month), day >= 1, day <= days(of: month, in: year), minute <= 59, second <= 59 else {
      return false
    }
    guard hour <= 23 || (hour == 24 && minute == 0 && second == 0 && !hasFraction) else { return false }
    return cursor.isAtEnd || cursor.takesZone()
  }

  private static func days(of month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private struct Cursor {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    var isAtEnd: Bool { position == bytes.count }

    mutating func take(_ byte: UInt8) -> Bool {
      guard position < bytes.count, bytes[position] == byte else { return false }
      position += 1
      return true
    }

    mutating func number(digits: ClosedRange<Int>) -> Int? {
      var value = 0
      let start = position
      while position < bytes.count, position - start < digits.upperBound, (0x30...0x39).contains(bytes[position]) {
        value = value * 10 + Int(bytes[position] - 0x30)
        position += 1
      }
      return position - start >= digits.lowerBound ? value : nil
    }

    mutating func takesZone() -> Bool {
      if take(0x5A) { return isAtEnd }
      guard take(0x2B) || take(0x2D), let hours = number(digits: 2...2), take(0x3A), let minutes = number(digits: 2...2)
      else { return false }
      return isAtEnd && minutes <= 59 && (hours <= 13 || (hours == 14 && minutes == 0))
    }
  }
}
