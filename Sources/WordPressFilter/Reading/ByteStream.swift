// Reading a file or standard input in pieces, so that memory follows the largest article and not the file.
internal import Glibc

/// The bytes of a file, from its begin to its end. Closes the file when it goes.
final class ByteStream {
  /// The name that errors give: the path, or `<stdin>`.
  let name: String
  /// Bytes of the whole file, where it is a file.
  let size: Int?
  private let descriptor: Int32

  /// Opens `path`; `-` is standard input.
  /// - Throws: `ArticleError` where there is no such file or it can't be read.
  init(path: String) throws(ArticleError) {
    guard path != "-" else {
      (name, descriptor, size) = ("<stdin>", 0, nil)
      return
    }
    name = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw ArticleError(
        file: path, line: 0, problem: String(cString: strerror(errno)), remedy: "give a file that can be read")
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
      close(descriptor)
      throw ArticleError(
        file: path, line: 0, problem: "this is a folder", remedy: "give the files in it, such as \(path)/*.json")
    }
    size = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
  }

  deinit {
    if descriptor > 0 { close(descriptor) }
  }

  /// Appends up to `count` bytes to `buffer`.
  /// - Returns: whether there were any.
  func read(into buffer: inout [UInt8], count: Int) throws(ArticleError) -> Bool {
    let received = withUnsafeTemporaryAllocation(byteCount: count, alignment: 16) { space in
      var received = -1
      repeat { received = Glibc.read(descriptor, space.baseAddress, count) } while received < 0 && errno == EINTR
      if received > 0 { buffer.append(contentsOf: UnsafeRawBufferPointer(rebasing: space[..<received])) }
      return received
    }
    guard received >= 0 else {
      throw ArticleError(
        file: name, line: 0, problem: "reading failed: \(String(cString: strerror(errno)))",
        remedy: "give a file that can be read")
    }
    return received > 0
  }
}

extension Array where Element == UInt8 {
  /// The index of the first line feed at or behind `start`, or nil.
  func firstIndex(ofLineFeedFrom start: Int) -> Int? {
    guard start < count else { return nil }
    return withUnsafeBytes { bytes -> Int? in
      guard let base = bytes.baseAddress, let found = memchr(base + start, 0x0A, bytes.count - start) else {
        return nil
      }
      return UnsafeRawPointer(found) - base
    }
  }
}
