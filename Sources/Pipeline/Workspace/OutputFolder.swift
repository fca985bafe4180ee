// A folder that thousands of files are written into: what the file system does for each is a good part of the work.
internal import Glibc

/// An open folder. Files appear in it when they are complete, as with `OutputFile`, but a new one has no name until then: of the
/// folder's entries, which file systems are slow to search and change, one is written where a file that is renamed needs two and
/// the removal of the first.
final class OutputFolder: Sendable {
  private let path: String
  private let descriptor: Int32

  /// The folder at `path`, which is made where it isn't there yet.
  /// - Throws: `Failure` where it can't be.
  init(_ path: String) throws(Failure) {
    self.path = path
    try OutputFile.makeFolder(path)
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw OutputFile.failure(path) }
  }

  deinit { close(descriptor) }

  /// Writes `bytes` to the file `name` in this folder, in place of one that was there.
  /// - Throws: `Failure` where that can't be.
  func write(_ bytes: UnsafeBufferPointer<UInt8>, to name: String) throws(Failure) {
    guard isLinked(bytes, as: name) else { return try OutputFile.write(bytes, to: path + "/" + name) }
  }

  /// Writes a file without a name and gives it one; says whether that went well, which it does not on all file systems.
  private func isLinked(_ bytes: UnsafeBufferPointer<UInt8>, as name: String) -> Bool {
    let file = openat(descriptor, ".", O_WRONLY | Self.withoutName | O_CLOEXEC, 0o644)
    guard file >= 0 else { return false }
    var isLinked = OutputFile.writeAll(bytes, to: file) && give(name, to: file)
    if !isLinked, errno == EEXIST {
      // Only a name that is free can be given, and only a file that has one takes that of another.
      let temporary = "\(name).part-\(getpid())"
      isLinked = give(temporary, to: file) && renameat(descriptor, temporary, descriptor, name) == 0
    }
    return close(file) == 0 && isLinked
  }

  private func give(_ name: String, to file: Int32) -> Bool {
    linkat(file, "", descriptor, name, Self.fileItself) == 0
      // Linux before 6.10 lets only root do it so.
      || linkat(AT_FDCWD, "/proc/self/fd/\(file)", descriptor, name, AT_SYMLINK_FOLLOW) == 0
  }

  /// `AT_EMPTY_PATH` (linkat(2)), which GNU's headers show only to whoever asks for it.
  private static let fileItself: Int32 = 0x1000

  /// `O_TMPFILE` (open(2)), a macro that Swift doesn't see.
  static let withoutName: Int32 = 0o20_000_000 | O_DIRECTORY
}
