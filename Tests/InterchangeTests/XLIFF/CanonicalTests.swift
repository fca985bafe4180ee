import Foundation
import Interchange
import TestSupport
import Testing

/// What is read and written again says the same, element by element: in canonical form nothing differs but what
/// `CanonicalTree` takes out.
@Suite struct XLIFFCanonicalTests {
  @Test(.enabled(if: !ConformanceSuite.all.isEmpty, "needs OASIS's test suites"), arguments: ConformanceSuite.all)
  func oasisFilesComeBack(suite: ConformanceSuite) throws {
    for file in try suite.files("valid") {
      let bytes = try TestFiles.bytes(file)
      let document = try XLIFF.Reader.read(bytes: bytes, fileName: file.lastPathComponent)
      let written = XLIFF.Writer.bytes(of: document)
      let difference = try CanonicalTree(bytes: bytes).difference(to: CanonicalTree(bytes: written))
      #expect(difference == [], "\(file.lastPathComponent)")
    }
  }

  @Test(arguments: Samples12.strict + Samples12.transitional)
  func files12ComeBack(sample: Samples12) throws {
    let (name, bytes) = (sample.name, sample.bytes)
    let document = try XLIFF.Reader.read(bytes: bytes, fileName: name)
    let written = XLIFF.Writer.bytes(of: document)
    var difference = try CanonicalTree(bytes: bytes).difference(to: CanonicalTree(bytes: written))
    // A tool's own status is a state, and written as one too.
    difference.removeAll { name == "extensions" && $0.contains("<target") && $0.contains("MQXliff") }
    #expect(difference == [], "\(difference.joined(separator: "\n"))")
    let again = try XLIFF.Reader.read(bytes: written, fileName: name)
    #expect(again.withoutLines == document.withoutLines)
  }
}
