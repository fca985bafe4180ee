// One job at a time in a folder.
internal import Glibc

/// Holds `work/.lock` while it lives. The system lets go of it even where the program is killed.
final class JobLock {
  private let descriptor: Int32

  /// Takes the lock in `folder`.
  /// - Throws: `Failure` where another job has it.
  init(folder: String) throws(Failure) {
    try OutputFile.makeFolder(folder)
    let path = folder + "/.lock"
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw Failure(
        file: path, problem: "can't be opened: \(String(cString: strerror(errno)))",
        remedy: "name a work folder that you may write to")
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw Failure(file: path, problem: "another job is at work here", remedy: "wait until it has ended")
    }
  }

  deinit {
    close(descriptor)
  }
}
