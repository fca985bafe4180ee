// The program that all figures are held against.

/// `xmllint --html --noout` of libxml2 over the HTML of all posts.
package struct Reference {
  package let calls: [ChildProcess]

  /// Bytes of arguments a call may have: half of what Linux gives a process with the usual stack of 8 MiB, with its pointers.
  private static let limit = 1 << 20

  /// - Parameters:
  ///   - folder: where the files lie.
  ///   - files: their names, relative to it.
  package init(folder: String, files: [String]) {
    var calls: [ChildProcess] = []
    var names: [String] = []
    var bytes = 0
    for file in files {
      let size = file.utf8.count + 1 + MemoryLayout<UnsafePointer<CChar>>.size
      if bytes + size > Self.limit {
        calls.append(Self.call(folder, names))
        names = []
        bytes = 0
      }
      names.append(file)
      bytes += size
    }
    if !names.isEmpty { calls.append(Self.call(folder, names)) }
    self.calls = calls
  }

  /// One pass over all files.
  /// - Throws: `ChildProcess.Failure`, as where xmllint is not installed.
  package func run() throws(ChildProcess.Failure) -> ChildProcess.Usage {
    var usage = ChildProcess.Usage()
    for call in calls { usage.add(try call.run()) }
    return usage
  }

  private static func call(_ folder: String, _ files: [String]) -> ChildProcess {
    ChildProcess(program: "xmllint", arguments: ["--html", "--noout"] + files, folder: folder)
  }
}
