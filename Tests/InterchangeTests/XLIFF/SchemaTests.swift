// The OASIS schemas lie beside the checkout and `xmllint` comes with Debian's libxml2-utils: where either is absent,
// these tests are skipped.
import Foundation
import Interchange
import TestSupport
import Testing

/// Runs `xmllint` over files of ours with a schema of OASIS's.
enum SchemaValidator {
  static let isAvailable = TestFiles.shared("data/schemas") != nil && run(["--version"]).status == 0

  /// The paths, below the schemas' folder, of the schemas that a document of `version` must be valid against.
  static func schemas(for version: XLIFF.Version) -> [String] {
    switch version {
    case .v1_2: ["xliff12/xliff-core-1.2-transitional.xsd", "xliff12/xliff-core-1.2-strict.xsd"]
    case .v2_0, .v2_1: ["xliff21/all.xsd"]
    case .v2_2: ["xliff22/all.xsd"]
    }
  }

  /// What `xmllint` has against `files`; empty where they are valid.
  static func complaints(about files: [URL], schema: String) throws -> String {
    let schemas = try #require(TestFiles.shared("data/schemas"))
    let result = run(
      ["--nonet", "--noout", "--huge", "--schema", schemas.appendingPathComponent(schema).path] + files.map(\.path),
      catalog: schemas.appendingPathComponent("catalog.xml").path)
    return result.status == 0 ? "" : result.output
  }

  /// A document in canonical form (C14N, with comments).
  static func canonical(_ bytes: [UInt8]) throws -> Data {
    let folder = FileManager.default.temporaryDirectory
    let file = folder.appendingPathComponent("overzet-\(UUID().uuidString).xml")
    let result = folder.appendingPathComponent("overzet-\(UUID().uuidString).c14n")
    defer {
      try? FileManager.default.removeItem(at: file)
      try? FileManager.default.removeItem(at: result)
    }
    try Data(bytes).write(to: file)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["xmllint", "--nonet", "--c14n", file.path]
    try Data().write(to: result)
    process.standardOutput = try FileHandle(forWritingTo: result)
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return try Data(contentsOf: result)
  }

  private static func run(_ arguments: [String], catalog: String = "") -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["xmllint"] + arguments
    process.environment = ProcessInfo.processInfo.environment.merging(["XML_CATALOG_FILES": catalog]) { $1 }
    let pipe = Pipe()
    process.standardError = pipe
    process.standardOutput = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return (127, "xmllint could not be started") }
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let lines = String(decoding: output, as: UTF8.self).split(separator: "\n").filter { !$0.hasSuffix(" validates") }
    return (process.terminationStatus, lines.prefix(20).joined(separator: "\n"))
  }
}

@Suite(.enabled(if: SchemaValidator.isAvailable, "needs the OASIS schemas and xmllint"))
struct XLIFFSchemaTests {
  /// 90 random documents and the special cases, in one run of `xmllint` for each schema.
  @Test(arguments: XLIFF.Version.allCases)
  func everyWriteIsValid(version: XLIFF.Version) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("overzet-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var documents = (1...60 as ClosedRange<UInt64>).map { RandomDocument.make(seed: $0, version: version) }
    documents += (61...90 as ClosedRange<UInt64>).map {
      RandomDocument.make(seed: $0, version: version, hasExtensions: version != .v1_2)
    }
    documents += Self.specialCases(version)
    var files: [URL] = []
    var plain: [URL] = []
    for (number, document) in documents.enumerated() {
      let file = folder.appendingPathComponent("\(number).xlf")
      let bytes = XLIFF.Writer.bytes(of: document)
      try Data(bytes).write(to: file)
      files.append(file)
      // The strict schema takes nothing of another namespace.
      if String(decoding: bytes, as: UTF8.self).ranges(of: "xmlns").count == 1 { plain.append(file) }
    }
    for (number, schema) in SchemaValidator.schemas(for: version).enumerated() {
      let complaints = try SchemaValidator.complaints(about: number == 0 ? files : plain, schema: schema)
      #expect(complaints == "", "\(complaints)")
    }
    #expect(version != .v1_2 || plain.count > 30)
  }

  /// The samples of 1.2, as they are and as they are written again.
  @Test(arguments: [(Samples12.strict, 2), (Samples12.strict + Samples12.transitional, 1)])
  func samplesOf12AreValid(samples: [Samples12], schemas: Int) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("overzet-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var files: [URL] = []
    for sample in samples {
      let written = XLIFF.Writer.bytes(of: try XLIFF.Reader.read(bytes: sample.bytes, fileName: sample.name))
      for (number, bytes) in [sample.bytes, written].enumerated() {
        let file = folder.appendingPathComponent("\(sample.name)-\(number).xlf")
        try Data(bytes).write(to: file)
        files.append(file)
      }
    }
    for schema in SchemaValidator.schemas(for: .v1_2).prefix(schemas) {
      let complaints = try SchemaValidator.complaints(about: files, schema: schema)
      #expect(complaints == "", "\(complaints)")
    }
  }

  /// What random documents do not have: nothing in it, a partial target whose code began in a segment without one, a
  /// copied code, spans that cross.
  private static func specialCases(_ version: XLIFF.Version) -> [XLIFF.Document] {
    let start = XLIFF.InlineElement(.startCode, at: 0, id: "1", type: "fmt", subType: "xlf:b")
    let end = XLIFF.InlineElement(.endCode, at: 1, id: "1")
    let partial = XLIFF.Unit(
      id: "u1",
      parts: [
        .init(.segment, source: .init(text: [0x61], elements: [start])), .init(.ignorable, source: .init(" ")),
        .init(
          .segment, state: .translated, source: .init(text: [0x62], elements: [end]),
          target: .init(text: [0x63], elements: [end])),
      ])
    let spans: [XLIFF.InlineElement] = [
      .init(.spanStart, at: 0, id: "1"), .init(.markStart, at: 1, id: "m1", type: "term"),
      .init(.spanStart, at: 1, id: "2"),
      .init(.spanEnd, at: 2, id: "1"), .init(.spanEnd, at: 3, id: "2"), .init(.markEnd, at: 4, id: "m1"),
      .init(.spanStart, at: 4, id: "3"),
    ]
    let crossing = XLIFF.Unit(
      id: "u2", parts: [.init(.segment, source: .init(text: Array("abcd".utf8), elements: spans))])
    let copies: [XLIFF.InlineElement] = [
      start, end, .init(.startCode, at: 2, id: "1"), .init(.endCode, at: 2, id: "1"),
    ]
    let copied = XLIFF.Unit(
      id: "u3",
      parts: [
        .init(
          .segment, source: .init(text: [0x61], elements: [start, end]),
          target: .init(text: [0x62, 0x63], elements: copies))
      ])
    let bare = XLIFF.Unit(id: "u4")
    let file = XLIFF.File(id: "f", original: "", units: [partial, crossing, copied, bare])
    let empty = XLIFF.File(id: "f", original: "post", metadata: [.init("a", "b")])
    return [[file], [empty]].map {
      XLIFF.Document(version: version, sourceLanguage: "en", targetLanguage: "nl", files: $0)
    }
  }
}
