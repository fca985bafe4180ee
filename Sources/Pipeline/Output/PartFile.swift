// A file that grows while posts are made, and appears under its name when it is whole.
internal import Glibc

/// Writes a file piece by piece beside its place. Without `finish` nothing of it stays.
final class PartFile {
  private let path: String
  private let temporary: String
  private var descriptor: Int32

  /// Begins the file that will be `path`, making the folders on the way.
  /// - Throws: `Failure` where it can't be written, or where `path` is one of `sources`, which are being read.
  init(path: String, sources: [String]) throws(Failure) {
    self.path = path
    temporary = path + ".part-\(getpid())"
    if let source = sources.first(where: { Self.isSameFile($0, path) }) {
      throw Failure(
        file: path, problem: "this is \(source), which is being read", remedy: "name another folder with -o")
    }
    try OutputFile.makeFolder(path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ".")
    descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failure() }
  }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    unlink(temporary)
  }

  /// Appends `bytes`.
  /// - Throws: `Failure` where they can't be written.
  func append(_ bytes: [UInt8]) throws(Failure) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        write(descriptor, buffer.baseAddress.map { $0 + written }, buffer.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure() }
      written += count
    }
  }

  /// Gives the file its name.
  /// - Throws: `Failure` where that fails; nothing stays then.
  func finish() throws(Failure) {
    let isClosed = close(descriptor) == 0
    descriptor = -1
    guard isClosed, rename(temporary, path) == 0 else {
      let failure = failure()
      unlink(temporary)
      throw failure
    }
  }

  private func failure() -> Failure {
    Failure(
      file: path, problem: "can't be written: \(String(cString: strerror(errno)))",
      remedy: "name a folder that you may write to")
  }

  private static func isSameFile(_ one: String, _ other: String) -> Bool {
    var left = stat()
    var right = stat()
    guard stat(one, &left) == 0, stat(other, &right) == 0 else { return false }
    return left.st_dev == right.st_dev && left.st_ino == right.st_ino
  }
}
