// What lies at the place that something is written to: a file is replaced, a device or a pipe is written into.
internal import Glibc

/// Where output goes.
enum Destination {
  /// A file, or nothing yet: its path, behind all links.
  case file(String)
  /// A device, a pipe, a socket: it stays what it is.
  case stream

  /// What lies at `path`.
  init(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      self = .file(path)
      return
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG, S_IFDIR:
      guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK, let real = realpath(path, nil) else {
        self = .file(path)
        return
      }
      self = .file(String(cString: real))
      free(real)
    default: self = .stream
    }
  }
}
