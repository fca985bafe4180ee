// The built program, run as its users run it: a process with arguments, standard input and a folder it works in.
import Foundation
import TestSupport
import Testing

/// `overzet`, beside the test bundle that it was built with.
enum Program {
  /// How a run ended, and what it said.
  struct Outcome {
    var status: Int32
    var output: [UInt8]
    var errors: String

    /// Standard output as text.
    var text: String { String(decoding: output, as: UTF8.self) }
    /// The lines of standard output, without an empty one at the end.
    var lines: [String] { text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init) }
    /// What could not be done: the lines `overzet: …` of standard error, without that word.
    var failures: [String] {
      errors.split(separator: "\n").filter { $0.hasPrefix("overzet: ") }.map { String($0.dropFirst(9)) }
    }
    /// Standard output as a JSON object.
    func json() throws -> [String: Any] {
      try #require(try JSONSerialization.jsonObject(with: Data(output)) as? [String: Any])
    }
  }

  /// Where the program is: the test target depends on it, so that it lies where the test bundle does.
  static let url: URL? = {
    let arguments = ProcessInfo.processInfo.arguments
    let places = ["/proc/self/exe"] + arguments.filter { $0.contains(".xctest") }
    return places.lazy
      .map { URL(fileURLWithPath: $0).resolvingSymlinksInPath() }
      .flatMap { [$0.deletingLastPathComponent(), $0.deletingLastPathComponent().deletingLastPathComponent()] }
      .map { $0.appendingPathComponent("overzet") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }()

  /// Runs the program to its end.
  /// - Parameters:
  ///   - input: what it reads on standard input; nothing where nil.
  ///   - folder: where it works; a folder that is no project where nil.
  static func run(_ arguments: [String], input: [UInt8]? = nil, in folder: URL? = nil) throws -> Outcome {
    try run(#require(url, "the program lies beside the tests"), arguments, input: input, in: folder)
  }

  /// The same for any program.
  static func run(
    _ program: URL, _ arguments: [String], input: [UInt8]? = nil, in folder: URL? = nil,
    environment: [String: String] = [:]
  ) throws -> Outcome {
    // Files, not pipes: a pipe that nobody empties stops the program.
    let streams = try TemporaryFolder()
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder ?? streams.url
    var variables = ProcessInfo.processInfo.environment
    for name in ["OVERZET_HOME", "COLUMNS", "NO_COLOR"] { variables[name] = nil }
    process.environment = variables.merging(environment) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: streams.write(input ?? [], to: "input"))
    process.standardOutput = try FileHandle(forWritingTo: streams.write([], to: "output"))
    process.standardError = try FileHandle(forWritingTo: streams.write([], to: "errors"))
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit, "the program was ended by a signal")
    return Outcome(
      status: process.terminationStatus, output: try TestFiles.bytes(streams.url.appendingPathComponent("output")),
      errors: String(decoding: try TestFiles.bytes(streams.url.appendingPathComponent("errors")), as: UTF8.self))
  }
}

/// A folder that goes with the test that made it.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("overzet-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// The path of `name` in it.
  func path(_ name: String) -> String { url.appendingPathComponent(name).path }

  /// Writes a file, with the folders on its way.
  @discardableResult
  func write(_ bytes: [UInt8], to name: String) throws -> URL {
    let file = url.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    return file
  }

  /// The same for text; gives the file's path.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String { try write(Array(text.utf8), to: name).path }

  /// The text of a file in it.
  func text(_ name: String) throws -> String {
    String(decoding: try TestFiles.bytes(url.appendingPathComponent(name)), as: UTF8.self)
  }

  /// All files in it, by their paths within.
  func files() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: url.path).filter { name in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: path(name), isDirectory: &isFolder) && !isFolder.boolValue
    }.sorted()
  }
}
