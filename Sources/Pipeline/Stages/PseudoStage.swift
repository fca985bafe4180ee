// pseudo: a translation that nobody can mistake for one, to prove that every text of an article was found.
internal import Interchange
internal import Synchronization
internal import XMLStream

/// Fills XLIFF files with pseudo-translations: every letter of the Latin alphabet gets an accent, every segment brackets.
package struct PseudoStage: Sendable {
  /// Where the files go, under the names they have below the folder they were found in; nil: beside the originals, as
  /// `NAME.pseudo.xlf`.
  package var folder: String?

  /// A stage that writes below `folder`.
  package init(folder: String?) {
    self.folder = folder
  }

  /// What came of a run.
  package struct Report: Sendable {
    /// The files written, by name.
    package var paths: [String] = []
    package var segments = 0
    package var failures: [Failure] = []
  }

  /// Fills the files that `paths` name, files or folders, on all cores.
  package func run(_ paths: [String], progress: StageProgress = StageProgress()) throws(Failure) -> Report {
    var jobs: [(input: String, output: String)] = []
    var outputs: [String: String] = [:]
    for path in paths {
      for file in try InputFiles.expand([path], endings: InputFiles.xliffEndings) {
        // What an earlier run has left beside the originals is none of them.
        if file != path, folder == nil, file.hasSuffix(".pseudo.xlf") { continue }
        let output = output(for: file, below: path)
        if let other = outputs.updateValue(file, forKey: output) {
          throw Failure(
            file: file, problem: "this would be written to \(output), and so would \(other)",
            remedy: "give a folder that holds both, or write each into a folder of its own with -o")
        }
        jobs.append((file, output))
      }
    }
    let queue = Mutex(jobs[...])
    let report = Mutex(Report())
    Workers.run { _ in
      var own = Report()
      while let job = queue.withLock({ $0.popFirst() }) {
        do {
          own.segments += try fill(job.input, job.output)
          own.paths.append(job.output)
          progress.add(bytes: InputFiles.size(of: job.input))
        } catch {
          own.failures.append(Failure(error, file: job.input))
        }
      }
      report.withLock { report in
        report.paths += own.paths
        report.segments += own.segments
        report.failures += own.failures
      }
    }
    var whole = report.withLock { $0 }
    whole.paths.sort()
    whole.failures.sort { $0.file < $1.file }
    return whole
  }

  private func output(for file: String, below path: String) -> String {
    guard let folder else {
      let stem = file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
      return stem + ".pseudo.xlf"
    }
    let parent = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let base = file == path ? parent : path.hasSuffix("/") ? path : path + "/"
    return folder + "/" + file.dropFirst(base.count)
  }

  /// Writes the file at `output`.
  /// - Returns: segments filled.
  private func fill(_ input: String, _ output: String) throws -> Int {
    var document = try XLIFF.Reader.read(source: InputFiles.source(input), fileName: input)
    var segments = 0
    for file in document.files.indices {
      for unit in document.files[file].units.indices where document.files[file].units[unit].translate {
        for part in document.files[file].units[unit].parts.indices
        where document.files[file].units[unit].parts[part].kind == .segment {
          let source = document.files[file].units[unit].parts[part].source
          document.files[file].units[unit].parts[part].target = PseudoText.translation(of: source)
          document.files[file].units[unit].parts[part].state = .translated
          segments += 1
        }
      }
    }
    // A document without a target language can hold no targets.
    if document.targetLanguage == nil { document.targetLanguage = document.sourceLanguage + "-x-pseudo" }
    try OutputFile.write(XLIFF.Writer.bytes(of: document), to: output)
    return segments
  }
}

/// Text with an accent on every letter.
enum PseudoText {
  /// `content` in brackets, its letters accented, its codes where they were.
  static func translation(of content: XLIFF.Content) -> XLIFF.Content {
    var translation = XLIFF.Content(text: [UInt8]("\u{27E6}".utf8))
    translation.text.reserveCapacity(content.text.count * 2 + 6)
    // Marks say something of the source: a translation has none.
    var elements = content.codes[...]
    for (offset, byte) in content.text.enumerated() {
      move(&elements, upTo: offset, into: &translation)
      if let accented = accents[Int(byte)] { translation.text += accented } else { translation.text.append(byte) }
    }
    move(&elements, upTo: .max, into: &translation)
    translation.text += "\u{27E7}".utf8
    return translation
  }

  private static func move(
    _ elements: inout ArraySlice<XLIFF.InlineElement>, upTo offset: Int, into content: inout XLIFF.Content
  ) {
    while var element = elements.first, element.offset <= offset {
      elements.removeFirst()
      element.offset = content.text.count
      content.elements.append(element)
    }
  }

  private static let accents: [[UInt8]?] = {
    var table = [[UInt8]?](repeating: nil, count: 256)
    let plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
    let accented = "åƀçđéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇĐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ"
    for (letter, replacement) in zip(plain.utf8, accented) { table[Int(letter)] = [UInt8](String(replacement).utf8) }
    return table
  }()
}
