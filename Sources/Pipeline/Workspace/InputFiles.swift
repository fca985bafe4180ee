// Finding and reading files that users name, alone or by their folder.
internal import Foundation
internal import Glibc
internal import XMLStream

/// Files that Overzet reads whole: translations, glossaries, configurations.
package enum InputFiles {
  /// Endings of files that hold articles, in lower case.
  package static let articleEndings = [".json", ".ndjson", ".jsonl", ".xml", ".wxr", ".html", ".htm"]
  /// Endings of files that hold translations, CAT tools' own among them.
  package static let xliffEndings = [".xlf", ".xliff", ".sdlxliff", ".mqxliff", ".mxliff"]
  /// Endings of files that hold glossaries.
  package static let glossaryEndings = [".tbx"]

  /// The largest file that is read whole.
  private static let largest = 1 << 30

  /// The bytes of the file at `path`; `-` is standard input.
  /// - Throws: `Failure` where there is no such file, it is larger than 1 GiB, or it can't be read.
  package static func read(_ path: String) throws(Failure) -> [UInt8] {
    do {
      if path == "-" { return [UInt8](try FileHandle.standardInput.readToEnd() ?? Data()) }
      if let bytes = wholeFile(path) { return bytes }
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      if let size = attributes[.size] as? Int, size > largest {
        throw Failure(file: path, problem: "this file is larger than 1 GiB", remedy: "split it")
      }
      return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(
        file: path, problem: "can't be read: \(reason(error))", remedy: "give a file that exists and can be read")
    }
  }

  /// The bytes of a regular file, read once into the array; nil where that is not how it goes.
  private static func wholeFile(_ path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    let size = Int(status.st_size)
    guard size > 0, size <= largest else { return nil }
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let part = Glibc.read(descriptor, buffer.baseAddress.map { $0 + count }, size - count)
        if part < 0, errno == EINTR { continue }
        guard part > 0 else { return }
        count += part
      }
    }
    return bytes.count == size ? bytes : nil
  }

  /// The XML file at `path`, to be read bit by bit, twice where need be; `-` is standard input, which is put into a nameless
  /// file first where it is none.
  /// - Throws: `Failure` where there is no such file, or standard input can't be put by.
  static func source(_ path: String) throws(Failure) -> XMLSource {
    if path == "-" { return .descriptor(try Spool.standardInput()) }
    guard exists(path) else {
      throw Failure(
        file: path, problem: "there is no such file", remedy: "give a file that exists and can be read")
    }
    return .file(path: path)
  }

  /// The first bytes of the regular file at `path`, at most `count`; nil where it can't be read.
  static func beginning(of path: String, count: Int) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: count)
    let found = pread(descriptor, &bytes, count, 0)
    return found < 0 ? nil : Array(bytes[..<found])
  }

  /// Bytes of the file at `path`; 0 where that isn't known.
  static func size(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  /// The files that `paths` name: a file is itself, a folder all files below it with one of `endings` (in lower case),
  /// by name. Hidden files and folders are left out.
  /// - Throws: `Failure` where a path names nothing.
  package static func expand(_ paths: [String], endings: [String]) throws(Failure) -> [String] {
    var files: [String] = []
    for path in paths {
      var isFolder: ObjCBool = false
      if path == "-" {
        files.append(path)
        continue
      }
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        throw Failure(file: path, problem: "there is no such file or folder", remedy: "check the path")
      }
      files += isFolder.boolValue ? filesBelow(path, endings: endings) : [path]
    }
    return files
  }

  /// Bytes of all files at `paths`, or nil where one of them is not a file.
  package static func totalSize(of paths: [String]) -> Int? {
    var total = 0
    for path in paths {
      guard path != "-", let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int else {
        return nil
      }
      total += size
    }
    return total
  }

  /// `path` from the root, without `.` and `..` and links in it.
  package static func absolute(_ path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
  }

  /// Whether something lies at `path`.
  package static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  private static func filesBelow(_ folder: String, endings: [String]) -> [String] {
    guard let names = try? FileManager.default.subpathsOfDirectory(atPath: folder) else { return [] }
    let base = folder.hasSuffix("/") ? folder : folder + "/"
    return names.filter { name in
      let lowered = name.lowercased()
      return endings.contains { lowered.hasSuffix($0) } && !name.split(separator: "/").contains { $0.hasPrefix(".") }
    }.sorted().map { base + $0 }
  }

  private static func reason(_ error: any Error) -> String {
    let code = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    if let code, code.domain == NSPOSIXErrorDomain { return String(cString: strerror(Int32(code.code))) }
    return (error as NSError).code == NSFileReadNoSuchFileError || (error as NSError).code == NSFileNoSuchFileError
      ? "there is no such file" : "the system refuses it"
  }
}
