// What comes through a pipe can be read once; a file without a name can be read again, and is gone with the program.
internal import Glibc

/// Files without names, for what must be read twice.
enum Spool {
  /// A descriptor of standard input that can be sought: its own where that is a regular file, else one of a copy, which is made
  /// once and stays open until the program ends: some files are read twice.
  /// - Throws: `Failure` where the copy can't be made.
  static func standardInput() throws(Failure) -> Int32 { try input.get() }

  private static let input: Result<Int32, Failure> = {
    do throws(Failure) {
      return .success(try copyOfInput())
    } catch {
      return .failure(error)
    }
  }()

  private static func copyOfInput() throws(Failure) -> Int32 {
    var status = stat()
    if fstat(STDIN_FILENO, &status) == 0, status.st_mode & S_IFMT == S_IFREG { return STDIN_FILENO }
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    let file = open(folder, OutputFolder.withoutName | O_RDWR | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw failure(folder) }
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = read(STDIN_FILENO, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        // It is read from where it stands.
        lseek(file, 0, SEEK_SET)
        return file
      }
      let isWritten = buffer.withUnsafeBufferPointer {
        OutputFile.writeAll(UnsafeBufferPointer(rebasing: $0[..<count]), to: file)
      }
      guard isWritten else { throw failure(folder) }
    }
  }

  private static func failure(_ folder: String) -> Failure {
    Failure(
      file: "-", problem: "standard input can't be put by in \(folder): \(String(cString: strerror(errno)))",
      remedy: "make room there, or name another folder in TMPDIR")
  }
}
