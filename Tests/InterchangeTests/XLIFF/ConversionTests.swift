import Foundation
import Interchange
import TestSupport
import Testing
import XMLStream

/// `bytes` in another version.
private func convert(_ bytes: [UInt8], to version: XLIFF.Version) throws -> (bytes: [UInt8], losses: XLIFF.Losses) {
  var result: [UInt8] = []
  let losses = try XLIFF.Converter.convert({ .bytes(bytes) }, fileName: "a.xlf", to: version) { result += $0 }
  return (result, losses)
}

@Suite struct XLIFFConversionTests {
  /// A folder of converted files, to be validated together.
  private func complaints(about files: [(name: String, bytes: [UInt8])], version: XLIFF.Version) throws -> String {
    guard SchemaValidator.isAvailable else { return "" }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("overzet-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let urls = try files.map { file in
      let url = folder.appendingPathComponent(file.name)
      try Data(file.bytes).write(to: url)
      return url
    }
    return try SchemaValidator.complaints(about: urls, schema: SchemaValidator.schemas(for: version)[0])
  }

  @Test(.enabled(if: !ConformanceSuite.all.isEmpty, "needs OASIS's test suites"), arguments: ConformanceSuite.all)
  func filesOf2GoTo12AndBack(suite: ConformanceSuite) throws {
    var converted: [(name: String, bytes: [UInt8])] = []
    var returned: [(name: String, bytes: [UInt8])] = []
    for file in try suite.files("valid") {
      let name = file.lastPathComponent
      let bytes = try TestFiles.bytes(file)
      let version = try XLIFF.Reader.read(bytes: bytes, fileName: name).version
      let there = try convert(bytes, to: .v1_2)
      let back = try convert(there.bytes, to: version)
      converted.append((name, there.bytes))
      returned.append((name, back.bytes))
      let original = try XLIFF.Reader.read(bytes: bytes, fileName: name)
      let read = try XLIFF.Reader.read(bytes: back.bytes, fileName: name)
      let (held, again) = (original.heldThrough12.withoutLines, read.heldThrough12.withoutLines)
      if again != held { Issue.record("\(name): \(difference(held, again))") }
    }
    #expect(try complaints(about: converted, version: .v1_2) == "")
    #expect(try complaints(about: returned, version: suite.name.hasSuffix("2.2") ? .v2_2 : .v2_1) == "")
  }

  /// The elements of each sample that do not come back from 2.x as they were, and why.
  private static let differs: [String: Set<String>] = [
    // A note's language, a checksum, and `xml:space="default"` that is the default.
    "header": ["note", "internal-file", "file"],
    // `bin-unit`s, which stand behind the file's head; `annotates="general"`; `xml:space` of the file goes to its units.
    "groups": ["bin-unit", "bin-source", "bin-target", "external-file", "internal-file", "note", "file", "group"],
    "units": ["note", "internal-file"],
    // `crc`, `assoc`, `clone="yes"`; an `id` and `rid` of an end's own; a `ph` with nothing in it; `mid`s where none were.
    "codes": ["ept", "ph", "it", "bpt", "mrk", "ex", "bx", "x"],
    // Comments on segments' marks.
    "segments": ["mrk"],
    // A candidate for a whole unit is for its first segment, and has a source.
    "candidates": ["alt-trans", "note", "internal-file", "source"],
    // Other tools' attributes on codes and marks; a `mid` that a code has for its id; a tool's own status, which is a state.
    "extensions": ["alt-trans", "mrk", "x", "g", "source", "target"],
    "modules": ["mrk"],
  ]

  @Test(arguments: [XLIFF.Version.v2_0, .v2_1, .v2_2])
  func samplesOf12GoTo2AndBack(version: XLIFF.Version) throws {
    var converted: [(name: String, bytes: [UInt8])] = []
    var returned: [(name: String, bytes: [UInt8])] = []
    for sample in Samples12.strict + Samples12.transitional {
      let there = try convert(sample.bytes, to: version)
      let back = try convert(there.bytes, to: .v1_2)
      converted.append((sample.name, there.bytes))
      returned.append((sample.name, back.bytes))
      let difference = try CanonicalTree(bytes: sample.bytes).difference(to: CanonicalTree(bytes: back.bytes))
      let elements = difference.compactMap { line in
        line.split(separator: "<").dropFirst().first?.split(whereSeparator: { " >\"".contains($0) }).first.map(
          String.init)
      }
      #expect(Set(elements) == Self.differs[sample.name], "\(sample.name): \(difference.joined(separator: "\n"))")
      #expect(sample.name == "modules" || !there.losses.isEmpty)
    }
    #expect(try complaints(about: converted, version: version) == "")
    #expect(try complaints(about: returned, version: .v1_2) == "")
  }

  @Test(arguments: [XLIFF.Version.v2_0, .v2_1, .v2_2], 1...60 as ClosedRange<UInt64>)
  func randomDocumentsGoTo12AndBack(version: XLIFF.Version, seed: UInt64) throws {
    let document = RandomDocument.make(seed: seed, version: version, hasOnly2: false)
    let there = try convert(XLIFF.Writer.bytes(of: document), to: .v1_2)
    let back = try convert(there.bytes, to: version)
    let read = try XLIFF.Reader.read(bytes: back.bytes, fileName: "a.xlf")
    let (held, again) = (document.heldThrough12.withoutLines, read.heldThrough12.withoutLines)
    if again != held { Issue.record("\(difference(held, again))") }
  }

  /// Within a version the copy is the same in canonical form, and between versions of 2.x the same to read.
  @Test(.enabled(if: !ConformanceSuite.all.isEmpty, "needs OASIS's test suites"), arguments: ConformanceSuite.all)
  func filesOf2StayAsTheyAre(suite: ConformanceSuite) throws {
    var converted: [XLIFF.Version: [(name: String, bytes: [UInt8])]] = [:]
    for file in try suite.files("valid") {
      let bytes = try TestFiles.bytes(file)
      let name = file.lastPathComponent
      let document = try XLIFF.Reader.read(bytes: bytes, fileName: name)
      for version in [XLIFF.Version.v2_0, .v2_1, .v2_2] {
        let result = try convert(bytes, to: version)
        #expect(result.losses.isEmpty)
        converted[version, default: []].append((name, result.bytes))
        // But for namespace and version nothing differs.
        let namespaces = (document.version.namespace.description, version.namespace.description)
        let text = String(decoding: result.bytes, as: UTF8.self).replacing(namespaces.1, with: namespaces.0)
        let changes = try CanonicalTree(bytes: bytes).difference(to: CanonicalTree(bytes: Array(text.utf8)))
        #expect(
          changes.allSatisfy { $0.dropFirst().hasPrefix(" <xliff ") } && changes.count <= 2, "\(name): \(changes)")
        guard version == document.version, SchemaValidator.isAvailable else { continue }
        #expect(try SchemaValidator.canonical(bytes) == SchemaValidator.canonical(result.bytes), "\(name)")
      }
    }
    for (version, files) in converted { #expect(try complaints(about: files, version: version) == "") }
  }

  /// Ends that no start fits, crossing annotations, many segments: none of them by the square.
  @Test func veryManyElementsTakeTimeInProportion() throws {
    let count = 20_000
    let starts = (0..<count).map { "<sm id=\"m\($0)\" type=\"term\"/>" }.joined()
    let ends = (0..<count).map { "<em startRef=\"m\($0)\"/>" }.joined()
    let codes = (0..<count).map { "<ph id=\"c\($0)\"/>" }.joined()
    let segments = (0..<count).map { "<segment id=\"s\($0)\"><source>a</source><target>b</target></segment>" }.joined()
    let text = """
      <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="nl"><file id="f"><unit id="u"><segment>\
      <source>\(starts)\(codes)\(ends)</source></segment></unit><unit id="v">\(segments)</unit></file></xliff>
      """
    let there = try convert(Array(text.utf8), to: .v1_2)
    let back = try convert(there.bytes, to: .v2_1)
    let read = try XLIFF.Reader.read(bytes: back.bytes, fileName: "a.xlf").files[0].units
    #expect(read[0].parts[0].source.codes.count == count && read[1].parts.count == count)
    #expect(there.losses.counts["annotations that cross something"] == count - 1)
  }

  @Test func whatOnly22SaysIsCountedAndLeftOut() throws {
    let text = """
      <xliff xmlns="urn:oasis:names:tc:xliff:document:2.2" xmlns:res="urn:oasis:names:tc:xliff:resourcedata:2.0" version="2.2" \
      srcLang="en"><!-- kept --><notes><note>a</note></notes><m:metadata xmlns:m="urn:oasis:names:tc:xliff:metadata:2.0"><m:metaGroup>\
      <m:meta type="k">v</m:meta></m:metaGroup></m:metadata><file id="f"><res:resourceData><res:resourceItem id="r" mimeType="x">\
      <notes><note>b</note></notes><res:source href="s"/></res:resourceItem></res:resourceData><notes><note ref="#u" id="n">c</note>\
      </notes><unit id="u"><segment><source>d</source></segment></unit></file></xliff>
      """
    let older = try convert(Array(text.utf8), to: .v2_1)
    #expect(
      older.losses.counts == [
        "notes of the document": 1, "metadata of the document": 1, "notes of resources": 1, "references of notes": 1,
      ])
    let result = String(decoding: older.bytes, as: UTF8.self)
    #expect(result.contains("<!-- kept -->") && result.contains("<note id=\"n\">c</note>") && !result.contains("2.2"))
    #expect(!result.contains("<note>b") && result.contains("<res:source href=\"s\"/>"))
    #expect(try complaints(about: [("a.xlf", older.bytes)], version: .v2_1) == "")
  }
}
