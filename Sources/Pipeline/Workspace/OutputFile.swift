// Writing files whole or not at all.
internal import Glibc

/// Files that Overzet writes.
package enum OutputFile {
  /// Writes `bytes` to `path`, making the folders on the way. The file appears under its name when it is complete, in place
  /// of one that was there; whoever interrupts this leaves the old file as it was.
  /// - Throws: `Failure` where the folder or the file can't be written.
  package static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    try bytes.withUnsafeBufferPointerThrowing { (buffer) throws(Failure) in try write(buffer, to: path) }
  }

  /// The same from memory that is not an array's.
  package static func write(_ bytes: UnsafeBufferPointer<UInt8>, to path: String) throws(Failure) {
    switch Destination(path) {
    case .file(let path): try replace(path, with: bytes)
    case .stream: try pour(bytes, into: path)
    }
  }

  /// Writes into what is no regular file: a device, a pipe.
  private static func pour(_ bytes: UnsafeBufferPointer<UInt8>, into path: String) throws(Failure) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path) }
    let isWritten = writeAll(bytes, to: descriptor)
    let failure = failure(path)
    guard close(descriptor) == 0, isWritten else { throw failure }
  }

  private static func replace(_ path: String, with bytes: UnsafeBufferPointer<UInt8>) throws(Failure) {
    let temporary = path + ".part-\(getpid())"
    var descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    if descriptor < 0, errno == ENOENT {
      try makeFolder(parent(of: path))
      descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    }
    guard descriptor >= 0 else { throw failure(path) }
    guard writeAll(bytes, to: descriptor) else {
      let failure = failure(path)
      close(descriptor)
      unlink(temporary)
      throw failure
    }
    guard close(descriptor) == 0, rename(temporary, path) == 0 else {
      let failure = failure(path)
      unlink(temporary)
      throw failure
    }
  }

  /// Writes all of `bytes` to an open file; says whether that went well, else `errno` tells why.
  static func writeAll(_ bytes: UnsafeBufferPointer<UInt8>, to descriptor: Int32) -> Bool {
    var written = 0
    while written < bytes.count {
      let count = Glibc.write(descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return false }
      written += count
    }
    return true
  }

  /// Makes `path` and the folders above it, where they are not there yet.
  package static func makeFolder(_ path: String) throws(Failure) {
    guard !path.isEmpty, mkdir(path, 0o755) != 0, errno != EEXIST else { return }
    guard errno == ENOENT else { throw failure(path) }
    try makeFolder(parent(of: path))
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw failure(path) }
  }

  private static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Why `path` can't be written, as `errno` has it.
  static func failure(_ path: String) -> Failure {
    Failure(
      file: path, problem: "can't be written: \(String(cString: strerror(errno)))",
      remedy: "name a folder that you may write to")
  }
}

extension Array where Element == UInt8 {
  /// `withUnsafeBufferPointer` for a body that throws failures.
  fileprivate func withUnsafeBufferPointerThrowing(
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    try withUnsafeBufferPointer { (buffer) throws(Failure) in try body(buffer) }
  }
}
