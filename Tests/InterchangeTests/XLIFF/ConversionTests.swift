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
      let difference = try CanonicalTree(bytes: bytes).difference(to: CanonicalTree(bytes: back.bytes))
      if !difference.isEmpty {
        Issue.record("\(name): \(there.losses.description)\n\(difference.joined(separator: "\n"))")
      }
    }
    #expect(try complaints(about: converted, version: .v1_2) == "")
    #expect(try complaints(about: returned, version: suite.name.hasSuffix("2.2") ? .v2_2 : .v2_1) == "")
  }

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
      if !difference.isEmpty {
        Issue.record("\(sample.name): \(there.losses.description)\n\(difference.joined(separator: "\n"))")
      }
    }
    #expect(try complaints(about: converted, version: version) == "")
    #expect(try complaints(about: returned, version: .v1_2) == "")
  }
}
