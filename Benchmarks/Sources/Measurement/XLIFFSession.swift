// Large XLIFF files, made by Overzet's own commands, and what is done with them.
internal import FoundationEssentials

/// Measures work on XLIFF files of one size, in turn with `xmllint --stream --noout` on the same file.
package struct XLIFFSession {
  /// The folder of the repository, in which commands run so that they find its configuration.
  package var root: String
  package var overzet: String
  /// A file of posts, whose translations are put into a large file again and again.
  package var source: String
  /// The folder that all goes into; it is removed at the end.
  package var folder: String
  package var runs: Int
  /// Bytes of the large files, about.
  package var bytes: Int
  /// Called with a line when something begins.
  package var note: (String) -> Void

  package init(
    root: String, overzet: String, source: String, folder: String, runs: Int, bytes: Int,
    note: @escaping (String) -> Void
  ) {
    self.root = root
    self.overzet = overzet
    self.source = source
    self.folder = folder
    self.runs = runs
    self.bytes = bytes
    self.note = note
  }

  /// A row for the reference on each version's file, and one for each stage.
  package func measure(_ stages: [XLIFFStage]) -> [Report.Row] {
    var rows: [Report.Row] = []
    for version in Set(stages.map(\.version)).sorted(by: >) {
      rows += measure(stages.filter { $0.version == version }, version: version)
    }
    try? FileManager.default.removeItem(atPath: folder)
    return rows
  }

  private func measure(_ stages: [XLIFFStage], version: String) -> [Report.Row] {
    let file = "\(folder)/large-\(version).xlf"
    let arguments = ["--stream", "--noout", file]
    let reference = command("xmllint", arguments)
    var total = row("xmllint on \(version)", "xmllint", arguments)
    var rows: [Report.Row] = []
    do throws(ChildProcess.Failure) {
      try make(file, version: version)
      // Once unmeasured, so that the file lies in memory.
      _ = try reference.run()
    } catch {
      total.problem = "failed: \(error) (xmllint is in libxml2-utils)"
      return [total]
    }
    for stage in stages {
      let arguments = stage.arguments(file: file, output: "\(folder)/converted.xlf", bytes: bytes)
      let work = command(stage.program(overzet: overzet), arguments)
      var row = row(stage.name, stage.program(overzet: overzet) == overzet ? "overzet" : "bench", arguments)
      do throws(ChildProcess.Failure) {
        for run in 1...max(1, runs) {
          note("\(stage.name), run \(run) of \(runs)")
          row.reference.runs.append(try reference.run())
          row.sample.runs.append(try work.run())
        }
      } catch {
        row.problem = "failed: \(error)"
      }
      total.sample.runs += row.reference.runs
      rows.append(row)
    }
    return [total] + rows
  }

  /// Extracts the posts, translates them to pseudo-Dutch, and joins them to one file.
  private func make(_ file: String, version: String) throws(ChildProcess.Failure) {
    note("making \(file)")
    do { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) } catch {
      throw ChildProcess.Failure(description: "\(folder) can't be made: \(error)")
    }
    let (extracted, translated) = ("\(folder)/xliff-\(version)", "\(folder)/pseudo-\(version)")
    _ = try command(overzet, ["extract", source, "--to", "nl", "--xliff", version, "-o", extracted, "-q"]).run()
    _ = try command(overzet, ["pseudo", "\(extracted)/nl", "-o", translated, "-q"]).run()
    _ = try command("/proc/self/exe", ["join", translated, file, version, String(bytes)]).run()
  }

  private func command(_ program: String, _ arguments: [String]) -> ChildProcess {
    ChildProcess(program: program, arguments: arguments, folder: root, errorFile: "\(folder)/stderr.txt")
  }

  private func row(_ name: String, _ program: String, _ arguments: [String]) -> Report.Row {
    let command = ([program] + arguments).joined(separator: " ").replacing(folder + "/", with: "")
    return Report.Row(name: name, command: command, bytes: bytes)
  }
}
