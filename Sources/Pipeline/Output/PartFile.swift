// A file that grows while posts are made, and appears under its name when it is whole.
internal import Glibc

/// Writes a file piece by piece without a name; without `finish` nothing of it stays, whatever ends the program. What is no
/// regular file is written into.
final class PartFile {
  private let path: String
  /// The name that it has, or gets for a moment, beside its place; nil where it is written into.
  private let temporary: String?
  /// Whether it has that name already: not all file systems have files without names.
  private var isNamed = false
  private var descriptor: Int32 = -1

  /// Begins the file that will be `path`, making the folders on the way.
  /// - Throws: `Failure` where it can't be written, or where `path` is one of `sources`, which are being read.
  init(path: String, sources: [String]) throws(Failure) {
    switch Destination(path) {
    case .file(let real): (self.path, temporary) = (real, real + ".part-\(getpid())")
    case .stream: (self.path, temporary) = (path, nil)
    }
    if let source = sources.first(where: { Self.isSameFile($0, path) }) {
      throw Failure(
        file: path, problem: "this is \(source), which is being read", remedy: "name another folder with -o")
    }
    if let temporary {
      let folder =
        self.path.lastIndex(of: "/").map { $0 == self.path.startIndex ? "/" : String(self.path[..<$0]) } ?? "."
      try OutputFile.makeFolder(folder)
      descriptor = open(folder, OutputFolder.withoutName | O_WRONLY | O_CLOEXEC, 0o644)
      if descriptor < 0 {
        isNamed = true
        descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
      }
    } else {
      descriptor = open(path, O_WRONLY | O_CLOEXEC)
    }
    guard descriptor >= 0 else { throw failure() }
  }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    if isNamed, let temporary { unlink(temporary) }
  }

  /// Appends `bytes`.
  /// - Throws: `Failure` where they can't be written.
  func append(_ bytes: [UInt8]) throws(Failure) {
    guard bytes.withUnsafeBufferPointer({ OutputFile.writeAll($0, to: descriptor) }) else { throw failure() }
  }

  /// The same from memory that is not an array's.
  func append(_ bytes: UnsafeBufferPointer<UInt8>) throws(Failure) {
    guard OutputFile.writeAll(bytes, to: descriptor) else { throw failure() }
  }

  /// Gives the file its name.
  /// - Throws: `Failure` where that fails; nothing stays then.
  func finish() throws(Failure) {
    if let temporary, !isNamed {
      // Only with a name can it take the place of what is there.
      unlink(temporary)
      let isLinked = linkat(AT_FDCWD, "/proc/self/fd/\(descriptor)", AT_FDCWD, temporary, AT_SYMLINK_FOLLOW) == 0
      guard isLinked else { throw failure() }
      isNamed = true
    }
    let isClosed = close(descriptor) == 0
    descriptor = -1
    guard isClosed, temporary.map({ rename($0, path) == 0 }) ?? true else {
      let failure = failure()
      if let temporary { unlink(temporary) }
      throw failure
    }
  }

  private func failure() -> Failure { OutputFile.failure(path) }

  private static func isSameFile(_ one: String, _ other: String) -> Bool {
    var left = stat()
    var right = stat()
    guard stat(one, &left) == 0, stat(other, &right) == 0 else { return false }
    return left.st_dev == right.st_dev && left.st_ino == right.st_ino
  }
}
