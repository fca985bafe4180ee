// Reading and writing XLIFF alone, each as a process of its own: no command does only that.
internal import FoundationEssentials
internal import Glibc
internal import Interchange
internal import XMLStream

/// `bench read`, `bench write`, `bench join`.
enum XLIFFWork {
  /// Why a file can't be worked on.
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// What a document holds: counted, so that nothing of the reading can be left out.
  struct Tally: CustomStringConvertible {
    var files = 0
    var units = 0
    var segments = 0
    var codes = 0
    var textBytes = 0

    var description: String {
      "\(files) files, \(units) units, \(segments) segments, \(codes) codes, \(textBytes) bytes of text"
    }

    mutating func add(_ file: XLIFF.File) {
      files += 1
      for unit in file.units.indices {
        units += 1
        for part in file.units[unit].parts.indices {
          segments += 1
          add(file.units[unit].parts[part].source)
          if let target = file.units[unit].parts[part].target { add(target) }
        }
      }
    }

    private mutating func add(_ content: XLIFF.Content) {
      codes += content.elements.count
      textBytes += content.text.count
    }
  }

  /// Reads all that the model has a place for and keeps none of it.
  static func read(_ path: String) throws -> Tally {
    var tally = Tally()
    try XLIFF.Reader.read(source: .file(path: path), fileName: path) { _, file in tally.add(file) }
    return tally
  }

  /// Reads the first files of a document, a hundredth of `bytes`, and writes them until as many bytes are written.
  static func write(_ path: String, to output: String, bytes: Int) throws -> Int {
    struct Enough: Error {}
    var head: XLIFF.Document?
    var files: [XLIFF.File] = []
    do {
      var text = 0
      try XLIFF.Reader.read(source: .file(path: path), fileName: path) { document, file in
        head = document
        files.append(file)
        for unit in file.units { text += unit.parts.reduce(0) { $0 + $1.source.text.count } }
        if text > bytes / 400 { throw Enough() }
      }
    } catch is Enough {}
    guard let head else { throw Failure(description: "\(path) has no file in it") }
    return try document(head, to: output, bytes: bytes) { number in files[number % files.count] }
  }

  /// Puts the files of all documents of a folder into one, again and again until it has `bytes`.
  static func join(_ folder: String, to output: String, version: XLIFF.Version, bytes: Int) throws -> Int {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".xlf") || $0.hasSuffix(".xliff") }.sorted()
    guard let first = paths.first else { throw Failure(description: "\(folder) holds no XLIFF") }
    var head = try XLIFF.Reader.read(source: .file(path: "\(folder)/\(first)"), fileName: first)
    head.version = version
    return try document(head, to: output, bytes: bytes) { number in
      let path = "\(folder)/\(paths[number % paths.count])"
      var file = try XLIFF.Reader.read(source: .file(path: path), fileName: path).files[0]
      file.id += "-\(number)"
      return file
    }
  }

  private static func document(
    _ head: XLIFF.Document, to output: String, bytes: Int, file: (Int) throws -> XLIFF.File
  ) throws -> Int {
    let descriptor = open(output, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Failure(description: "\(output): \(String(cString: strerror(errno)))") }
    defer { close(descriptor) }
    var writer = XLIFF.Writer(
      version: head.version, sourceLanguage: head.sourceLanguage, targetLanguage: head.targetLanguage)
    var written = 0
    var number = 0
    while written < bytes {
      writer.write(try file(number))
      number += 1
      try writer.drain { written += try put($0, descriptor) }
    }
    writer.end()
    try writer.drain { written += try put($0, descriptor) }
    return written
  }

  private static func put(_ bytes: UnsafeBufferPointer<UInt8>, _ descriptor: Int32) throws -> Int {
    var done = 0
    while done < bytes.count {
      let count = Glibc.write(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done)
      guard count > 0 else { throw Failure(description: "writing failed: \(String(cString: strerror(errno)))") }
      done += count
    }
    return done
  }
}
