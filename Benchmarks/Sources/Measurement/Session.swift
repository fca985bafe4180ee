// The order of things: reference and command in turn, output emptied before each run, outside of the clock.
internal import FoundationEssentials

/// Measures stages on one corpus.
package struct Session {
  /// The folder of the repository, in which commands run so that they find its configuration.
  package var root: String
  package var overzet: String
  /// The folder of the corpus, absolute; output goes to `out` in it.
  package var corpus: String
  package var runs: Int
  package var htmlBytes: Int
  package var samplePosts: Int
  package var sampleHTMLBytes: Int
  /// Called with a line when something begins.
  package var note: (String) -> Void

  package init(
    root: String, overzet: String, corpus: String, runs: Int, htmlBytes: Int, samplePosts: Int, sampleHTMLBytes: Int,
    note: @escaping (String) -> Void
  ) {
    self.root = root
    self.overzet = overzet
    self.corpus = corpus
    self.runs = runs
    self.htmlBytes = htmlBytes
    self.samplePosts = samplePosts
    self.sampleHTMLBytes = sampleHTMLBytes
    self.note = note
  }

  private var output: String { corpus + "/out" }
  private var html: String { corpus + "/html" }

  /// The rows of the reference, of `stages` in the order of the pipeline, and of extract on a fiftieth of the posts.
  package func measure(_ stages: [Stage]) -> [Report.Row] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: html).sorted()) ?? []
    let reference = Reference(folder: html, files: files)
    var total = Report.Row(name: "xmllint", command: "xmllint --html --noout html/*.html", bytes: htmlBytes)
    total.problem = warmUp(reference)
    var rows: [Report.Row] = []
    var failed: Set<Stage> = []
    for stage in Stage.allCases where stages.contains(stage) {
      var row = row(stage, source: "\(corpus)/posts.ndjson")
      measure(
        stage, source: "\(corpus)/posts.ndjson", failed: failed, reference: total.problem == nil ? reference : nil, &row
      )
      total.sample.runs += row.reference.runs
      if row.problem != nil { failed.insert(stage) }
      rows.append(row)
      if stage == .extract, row.problem == nil { rows.append(sampleRow()) }
    }
    try? FileManager.default.removeItem(atPath: aside)
    if total.sample.runs.isEmpty, total.problem == nil { total.problem = "not run: no stage was" }
    return [total] + rows
  }

  /// Reads all HTML once, so that the first run finds it in memory as the others do; says what is wrong with the reference.
  private func warmUp(_ reference: Reference) -> String? {
    note("xmllint, once unmeasured")
    do throws(ChildProcess.Failure) {
      _ = try reference.run()
      return nil
    } catch {
      return "failed: \(error) (install libxml2-utils)"
    }
  }

  private func row(_ stage: Stage, source: String) -> Report.Row {
    let program = stage == .tokenize ? "bench" : "overzet"
    let command = ([program] + stage.arguments(source: source, html: html, output: output)).joined(separator: " ")
    return Report.Row(
      name: stage.rawValue, command: command.replacing(corpus + "/", with: ""), bytes: htmlBytes)
  }

  /// Extract on a fiftieth of the posts, into a folder of its own: its memory beside that of extract on all shows growth.
  private func sampleRow() -> Report.Row {
    let source = "\(corpus)/sample.ndjson"
    var sample = self
    sample.htmlBytes = sampleHTMLBytes
    var row = sample.row(.extract, source: source)
    row.name = "extract, \(samplePosts) posts"
    measure(.extract, source: source, output: output + "/sample", failed: [], reference: nil, &row)
    return row
  }

  private func measure(
    _ stage: Stage, source: String, output: String? = nil, failed: Set<Stage>, reference: Reference?,
    _ row: inout Report.Row
  ) {
    let output = output ?? self.output
    if let needed = stage.needs {
      if failed.contains(needed) {
        row.problem = "not run: \(needed) failed"
        return
      }
      if !FileManager.default.fileExists(atPath: "\(output)/\(needed.makes ?? "")") {
        row.problem = "not run: there is no output of \(needed) yet (add it to --stages)"
        return
      }
    }
    let command = ChildProcess(
      program: stage.program(overzet: overzet),
      arguments: stage.arguments(source: source, html: html, output: output), folder: root,
      errorFile: "\(self.output)/stderr.txt")
    do throws(ChildProcess.Failure) {
      for run in 1...max(1, runs) {
        note("\(row.name), run \(run) of \(runs)")
        if let reference { row.reference.runs.append(try reference.run()) }
        try empty(stage, in: output)
        row.sample.runs.append(try command.run())
      }
    } catch {
      row.problem = "failed: \(error)"
    }
  }

  /// Takes away what `stage` made before. It is put aside, and removed when all is measured: ext4 is slow to make files
  /// just after as many were removed, for it looks at every inode that was in use a while ago (`recently_deleted`).
  private func empty(_ stage: Stage, in output: String) throws(ChildProcess.Failure) {
    do {
      let files = FileManager.default
      try files.createDirectory(atPath: output, withIntermediateDirectories: true)
      if let folder = stage.makes, files.fileExists(atPath: "\(output)/\(folder)") {
        try files.createDirectory(atPath: aside, withIntermediateDirectories: true)
        try files.moveItem(atPath: "\(output)/\(folder)", toPath: "\(aside)/\(UUID().uuidString)")
      }
    } catch {
      throw ChildProcess.Failure(description: "\(output) can't be emptied: \(error)")
    }
  }

  private var aside: String { output + "/aside" }
}
