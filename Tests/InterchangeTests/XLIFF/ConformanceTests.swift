// OASIS's own test suites lie beside the checkout; where they are absent, these tests are skipped.
import Foundation
import Interchange
import TestSupport
import Testing

/// One suite of OASIS's: files with the verdict that a processor should come to.
struct ConformanceSuite: Sendable, CustomTestStringConvertible {
  let folder: URL
  let name: String

  var testDescription: String { name }

  static let all: [ConformanceSuite] = ["oasis-xliff-2.1", "oasis-xliff-2.2"].compactMap { name in
    TestFiles.shared("data/\(name)/manifest.tsv").map {
      ConformanceSuite(folder: $0.deletingLastPathComponent(), name: name)
    }
  }

  /// Files that OASIS calls valid and that are not, by the shared data's own account.
  private static let faulty = ["Good-pgs_plural", "Good-mda_top-level", "Good-itsm_text-analytics"]

  /// The files of that verdict, `valid` or `invalid`.
  func files(_ verdict: String) throws -> [URL] {
    let manifest = try String(contentsOf: folder.appendingPathComponent("manifest.tsv"), encoding: .utf8)
    return manifest.split(separator: "\n").dropFirst().compactMap { row in
      let columns = row.split(separator: "\t")
      guard columns.count > 1, columns[1] == verdict, !Self.faulty.contains(where: { columns[0].contains($0) }) else {
        return nil
      }
      return folder.appendingPathComponent("test-suite").appendingPathComponent(String(columns[0]))
    }
  }
}

@Suite(.enabled(if: !ConformanceSuite.all.isEmpty, "needs OASIS's test suites"))
struct XLIFFConformanceTests {
  @Test(arguments: ConformanceSuite.all)
  func everyValidFileIsAcceptedAndSurvives(suite: ConformanceSuite) throws {
    let files = try suite.files("valid")
    #expect(files.count > 30)
    for file in files {
      let bytes = try TestFiles.bytes(file)
      let errors = try XLIFF.Validator.validate(bytes: bytes, fileName: file.lastPathComponent).filter {
        $0.severity == .error
      }
      #expect(errors == [], "\(file.lastPathComponent)")
      let document = try XLIFF.Reader.read(bytes: bytes, fileName: file.lastPathComponent)
      let again = try XLIFF.Reader.read(bytes: XLIFF.Writer.bytes(of: document), fileName: "again.xlf")
      #expect(again.withoutLines == document.held.withoutLines, "\(file.lastPathComponent)")
    }
  }

  /// Each invalid file is refused, and by the rule that its name speaks of.
  @Test(arguments: ConformanceSuite.all)
  func invalidFilesAreRefusedForTheirReason(suite: ConformanceSuite) throws {
    let files = try suite.files("invalid")
    #expect(files.count > 80)
    for file in files {
      let messages = try XLIFF.Validator.validate(bytes: TestFiles.bytes(file), fileName: file.lastPathComponent)
      let name = file.deletingPathExtension().lastPathComponent
      let reason = try #require(ValidationReasons.rules[name], "\(name) has no rule in ValidationReasons")
      let found = messages.filter { $0.severity == .error }.map(\.rule)
      #expect(found.contains(reason), "\(name): \(found)")
    }
  }
}
