// The part of a document that is in memory. It slides along, and grows where a single tag does not fit.

/// What a scanner sees of a window: `count` bytes, and behind them sixteen zero bytes, so that a scan stops at the end
/// of its own accord (no document may hold U+0000) and words can be loaded without a look at the end.
struct XMLView {
  var base: UnsafePointer<UInt8>
  var count: Int
  /// Whether the document ends with them.
  var isLast: Bool

  /// The bytes as a buffer.
  var buffer: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }
}

/// A buffer over a run of a document's bytes.
struct XMLWindow: ~Copyable {
  private var start: UnsafeMutablePointer<UInt8>
  /// Bytes that there is room for.
  private(set) var capacity: Int
  private var count = 0
  /// Whether the document ends with what is in the window.
  private(set) var isLast = false

  /// Zero bytes behind the last one.
  private static let padding = 16

  /// A window with nothing in it yet.
  init(capacity: Int) {
    self.capacity = max(4, capacity)
    start = .allocate(capacity: self.capacity + Self.padding)
    start.initialize(repeating: 0, count: Self.padding)
  }

  deinit { start.deallocate() }

  /// What is in the window, until it is filled again.
  var view: XMLView {
    @inline(__always) get { XMLView(base: UnsafePointer(start), count: count, isLast: isLast) }
  }

  /// Lets go of the bytes before `position`, or doubles the room where that frees none.
  mutating func drop(to position: Int) {
    count -= position
    if position > 0 {
      start.update(from: start + position, count: count + Self.padding)
    } else if count == capacity {
      grow()
    }
  }

  /// Reads on behind what is there, for which there must be room.
  /// - Throws: `XMLError` where the source can't be read.
  mutating func fill(reading input: inout XMLInput) throws(XMLError) {
    // Of a pipe more than nothing is enough: its writer need not be waited for. But libxml2 wants four bytes to begin.
    // The scanner begins a tag again with each filling, so it is given as much as there is room for.
    let enough = input.isSeekable ? capacity : 4
    repeat {
      let room = UnsafeMutableRawBufferPointer(start: start + count, count: capacity - count)
      let added = try input.read(into: room)
      isLast = added == 0
      count += added
      (start + count).update(repeating: 0, count: Self.padding)
    } while count < enough && !isLast
  }

  /// Forgets all, to begin again.
  mutating func empty() {
    count = 0
    isLast = false
    start.update(repeating: 0, count: Self.padding)
  }

  private mutating func grow() {
    capacity *= 2
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity + Self.padding)
    larger.update(from: start, count: count + Self.padding)
    start.deallocate()
    start = larger
  }
}
