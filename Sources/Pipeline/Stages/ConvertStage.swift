// convert: XLIFF of one version as another.
internal import Glibc
package import Interchange
internal import Synchronization
internal import XMLStream

/// Converts XLIFF files to another version, several side by side. A file appears under its name when it is whole.
package struct ConvertStage: Sendable {
  package var version: XLIFF.Version
  /// Where the results go; nil: beside the originals, as `NAME-2.1.xlf`. `-` is standard output, for one document.
  package var output: String?
  /// How many files to work on side by side; nil: one a core.
  package var jobs: Int?

  /// A stage that converts to `version`.
  package init(version: XLIFF.Version, output: String?, jobs: Int? = nil) {
    self.version = version
    self.output = output
    self.jobs = jobs
  }

  /// What came of a run.
  package struct Report: Sendable {
    /// The files written, by name.
    package var paths: [String] = []
    /// The document that goes to standard output.
    package var bytes: [UInt8]?
    /// What the version has no words for, by the file that said it.
    package var losses: [(file: String, losses: XLIFF.Losses)] = []
    package var failures: [Failure] = []
  }

  private struct Job {
    var input: String
    /// nil: standard output.
    var output: String?
  }

  /// Converts the files that `paths` name: files, folders, or `-` for standard input.
  /// - Throws: `Failure` where a path names nothing, or two files would be written to one place.
  package func run(_ paths: [String], progress: StageProgress = StageProgress()) throws(Failure) -> Report {
    let jobs = try jobs(paths)
    let queue = Mutex(jobs[...])
    let report = Mutex(Report())
    Workers.run(self.jobs.map { min($0, jobs.count) }) { _ in
      while let job = queue.withLock({ $0.popFirst() }) {
        do {
          let (losses, bytes) = try convert(job)
          report.withLock { report in
            if let path = job.output { report.paths.append(path) }
            if let bytes { report.bytes = bytes }
            if !losses.isEmpty { report.losses.append((job.input, losses)) }
          }
          progress.add(bytes: InputFiles.size(of: job.input))
        } catch {
          report.withLock { $0.failures.append(Failure(error, file: job.input)) }
        }
      }
    }
    var whole = report.withLock { $0 }
    whole.paths.sort()
    whole.losses.sort { $0.file < $1.file }
    whole.failures.sort { $0.file < $1.file }
    return whole
  }

  // MARK: Which file becomes which

  private func jobs(_ paths: [String]) throws(Failure) -> [Job] {
    var jobs: [Job] = []
    var taken: [String: String] = [:]
    for path in paths {
      for file in try InputFiles.expand([path], endings: InputFiles.xliffEndings) {
        // What an earlier run has left beside the originals is none of them.
        if file != path, output == nil, Self.isOutput(file) { continue }
        let target = target(for: file, below: path, isOnly: paths.count == 1 && file == path)
        if let target, let other = taken.updateValue(file, forKey: target) {
          throw Failure(
            file: file, problem: "this would be written to \(target), and so would \(other)",
            remedy: "give a folder that holds both, or write each into a folder of its own with -o")
        }
        jobs.append(Job(input: file, output: target))
      }
    }
    if jobs.count > 1, let job = jobs.first(where: { $0.output == nil }) {
      throw Failure(
        file: job.input, problem: "several documents can't go to standard output", remedy: "name a folder with -o")
    }
    return jobs
  }

  /// Where a file goes; nil: to standard output.
  private func target(for file: String, below path: String, isOnly: Bool) -> String? {
    guard let output else { return file == "-" ? nil : Self.stem(file) + "-\(version.rawValue).xlf" }
    if output == "-" { return nil }
    if isOnly, !output.hasSuffix("/"), !Self.isFolder(output) { return output }
    let folder = output.hasSuffix("/") ? output : output + "/"
    if file == "-" { return folder + "standard-input.xlf" }
    let parent = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let base = file == path ? parent : path.hasSuffix("/") ? path : path + "/"
    let name = String(file.dropFirst(base.count))
    // A CAT tool's own ending would promise what is no longer in it.
    let keepsName = name.lowercased().hasSuffix(".xlf") || name.lowercased().hasSuffix(".xliff")
    return folder + (keepsName ? name : Self.stem(name) + ".xlf")
  }

  private static func isOutput(_ file: String) -> Bool {
    XLIFF.Version.allCases.contains { file.hasSuffix("-\($0.rawValue).xlf") }
  }

  private static func stem(_ path: String) -> String {
    let name = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    return path[name...].lastIndex(of: ".").map { String(path[..<$0]) } ?? path
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  // MARK: Converting one

  /// Converts a document.
  /// - Returns: what is lost, and the result where it goes to standard output: that gets whole documents only.
  private func convert(_ job: Job) throws -> (losses: XLIFF.Losses, bytes: [UInt8]?) {
    let source = try InputFiles.source(job.input)
    let name = job.input == "-" ? "<stdin>" : job.input
    guard let path = job.output else {
      var bytes: [UInt8] = []
      let losses = try XLIFF.Converter.convert({ source }, fileName: name, to: version) { bytes += $0 }
      return (losses, bytes)
    }
    let file = try PartFile(path: path, sources: job.input == "-" ? [] : [job.input])
    let losses = try XLIFF.Converter.convert({ source }, fileName: name, to: version) { try file.append($0) }
    try file.finish()
    return (losses, nil)
  }
}
