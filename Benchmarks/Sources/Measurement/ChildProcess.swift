// A program run as people run it, and what the kernel says it took.
internal import FoundationEssentials
internal import Glibc

/// A program with its arguments.
package struct ChildProcess {
  /// What a run took.
  package struct Usage: Equatable, Sendable, Codable {
    /// Seconds by the clock, from before the start to after the end.
    package var wall = 0.0
    /// Seconds on a core, of the program and the kernel for it, all threads together.
    package var cpu = 0.0
    /// What of `cpu` went to the kernel, such as for making files.
    package var system = 0.0
    /// The most memory the process held at once, in bytes. Linux counts what the parent held at the start to the child, so
    /// this is never less than the benchmark's own.
    package var peakBytes = 0

    package init(wall: Double = 0, cpu: Double = 0, system: Double = 0, peakBytes: Int = 0) {
      self.wall = wall
      self.cpu = cpu
      self.system = system
      self.peakBytes = peakBytes
    }
  }

  /// Why a run counts for nothing.
  package struct Failure: Error, CustomStringConvertible, Equatable {
    package var description: String

    /// What happened, for people.
    package init(description: String) { self.description = description }
  }

  /// A path, or a name to be found in `PATH`.
  package var program: String
  package var arguments: [String]
  package var folder: String
  /// The file for what the program prints to standard error; nil throws it away. Standard output is thrown away always.
  package var errorFile: String?

  /// `program` with `arguments`, to be run in `folder`.
  package init(program: String, arguments: [String], folder: String, errorFile: String? = nil) {
    self.program = program
    self.arguments = arguments
    self.folder = folder
    self.errorFile = errorFile
  }

  /// The command as one would type it.
  package var commandLine: String { ([program] + arguments).joined(separator: " ") }

  /// Runs the program to its end.
  /// - Throws: `Failure` where it can't be started, is killed, or ends with another code than 0.
  package func run() throws(Failure) -> Usage {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, errorFile ?? "/dev/null", O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
    let environment = ProcessInfo.processInfo.environment.map { "\($0)=\($1)" }
    var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup($0) } + [nil]
    defer { (words + variables).forEach { free($0) } }
    // A child begins where its parent is: Glibc's module does not offer posix_spawn_file_actions_addchdir_np.
    let home = FileManager.default.currentDirectoryPath
    guard chdir(folder) == 0 else { throw Failure(description: "\(folder): \(String(cString: strerror(errno)))") }
    var process: pid_t = 0
    let start = Self.now()
    let error = posix_spawnp(&process, program, &actions, nil, &words, &variables)
    chdir(home)
    guard error == 0 else {
      throw Failure(description: "\(program) can't be started: \(String(cString: strerror(error)))")
    }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0 {
      guard errno == EINTR else { throw Failure(description: "\(program): \(String(cString: strerror(errno)))") }
    }
    let wall = Self.now() - start
    try Self.check(status, program: program, said: firstLines)
    return Usage(
      wall: wall, cpu: Self.seconds(usage.ru_utime) + Self.seconds(usage.ru_stime),
      system: Self.seconds(usage.ru_stime), peakBytes: usage.ru_maxrss * 1024)
  }

  /// Seconds on a core that this process and all that it has waited for took so far.
  package static var ownSeconds: Double {
    var own = rusage()
    var children = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &own)
    getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &children)
    return [own.ru_utime, own.ru_stime, children.ru_utime, children.ru_stime].map(seconds).reduce(0, +)
  }

  /// The peak memory of this program so far, in bytes: the least that a child's can be. The kernel's `ru_maxrss` would hold
  /// that of the program which was replaced by this one, too, such as `swift run`.
  package static var ownPeakBytes: Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return (line?.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first.flatMap { Int($0) } ?? 0) * 1024
  }

  private static func check(_ status: Int32, program: String, said: String) throws(Failure) {
    // The macros of <sys/wait.h>, which are not imported: the low seven bits name a signal, the next eight a code.
    let signal = status & 0x7F
    let code = (status >> 8) & 0xFF
    guard signal != 0 || code != 0 else { return }
    let end = signal != 0 ? "killed by signal \(signal)" : "ended with \(code)"
    throw Failure(description: "\(end)\(said.isEmpty ? "" : ": \(said)")")
  }

  private var firstLines: String {
    guard let errorFile, let text = try? String(contentsOfFile: errorFile, encoding: .utf8) else { return "" }
    let lines = text.split(separator: "\n")
    return lines.prefix(3).joined(separator: " / ") + (lines.count > 3 ? " … (\(lines.count) lines)" : "")
  }

  /// Seconds of a clock that only goes forward.
  package static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
}
