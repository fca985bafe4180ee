// A source that was opened: reading on, beginning again, looking ahead.
internal import Glibc

/// Reads a source's bytes in their order.
///
/// What can't be read again from its beginning (a pipe) is not spooled into a file either: it may never end, and it is
/// for libxml2 alone, which never asks to begin again.
struct XMLInput: ~Copyable {
  private enum Origin {
    case bytes([UInt8])
    case positioned(@Sendable (Int, UnsafeMutableRawBufferPointer) -> Int)
    /// An open regular file, and where in it the document begins.
    case file(Int32, start: Int)
    case stream(Int32)
  }

  private let origin: Origin
  private let ownsDescriptor: Bool
  /// The file's name in errors.
  private let name: String
  /// How many bytes have been read.
  private(set) var offset = 0

  /// Opens `source`.
  /// - Throws: `XMLError` without a line where it can't be opened.
  init(_ source: XMLSource, name: String) throws(XMLError) {
    self.name = name
    switch source {
    case .bytes(let bytes):
      origin = .bytes(bytes)
      ownsDescriptor = false
    case .positioned(let read):
      origin = .positioned(read)
      ownsDescriptor = false
    case .descriptor(let descriptor):
      origin = Self.origin(descriptor)
      ownsDescriptor = false
    case .file(let path):
      let descriptor = open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else {
        throw XMLError(
          file: name, line: 0, problem: "it can't be opened: \(String(cString: strerror(errno)))",
          remedy: "name a file that is there and may be read")
      }
      origin = Self.origin(descriptor)
      ownsDescriptor = true
    }
  }

  /// The bytes of an array, which are there.
  init(_ bytes: [UInt8]) {
    origin = .bytes(bytes)
    ownsDescriptor = false
    name = ""
  }

  deinit {
    guard ownsDescriptor else { return }
    switch origin {
    case .file(let descriptor, _), .stream(let descriptor): close(descriptor)
    case .bytes, .positioned: break
    }
  }

  private static func origin(_ descriptor: Int32) -> Origin {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return .stream(descriptor) }
    return .file(descriptor, start: max(0, Int(lseek(descriptor, 0, SEEK_CUR))))
  }

  /// Whether it can be read again, and looked ahead into.
  var isSeekable: Bool {
    if case .stream = origin { false } else { true }
  }

  /// Goes back to the beginning. Only where it is seekable.
  mutating func rewind() { offset = 0 }

  /// Reads on.
  /// - Returns: how many bytes there were, 0 at the end.
  /// - Throws: `XMLError` without a line where reading fails.
  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(XMLError) -> Int {
    let count = try read(at: offset, into: buffer)
    offset += count
    return count
  }

  /// Reads from `offset` on and stays where it is, unless it is not seekable.
  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(XMLError) -> Int {
    switch origin {
    case .bytes(let bytes):
      let count = min(buffer.count, bytes.count - min(offset, bytes.count))
      if count > 0 {
        bytes.withUnsafeBytes { buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[offset..<offset + count])) }
      }
      return count
    case .positioned(let read): return min(buffer.count, max(0, read(offset, buffer)))
    case .file(let descriptor, let start):
      return try transferred { pread(descriptor, buffer.baseAddress, buffer.count, start + offset) }
    case .stream(let descriptor):
      return try transferred { Glibc.read(descriptor, buffer.baseAddress, buffer.count) }
    }
  }

  private func transferred(_ call: () -> Int) throws(XMLError) -> Int {
    while true {
      let count = call()
      if count >= 0 { return count }
      if errno == EINTR { continue }
      throw XMLError(
        file: name, line: 0, problem: "reading it failed: \(String(cString: strerror(errno)))",
        remedy: "give a file or a pipe that can be read")
    }
  }
}
