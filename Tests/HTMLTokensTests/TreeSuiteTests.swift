// html5lib's suite lies beside the checkout; where it is absent, this test is skipped.
import Foundation
import HTMLTokens
import TestSupport
import Testing

struct TreeSuiteTests {
  private static let folder = TestFiles.shared("data/html5lib/tree-construction")

  @Test(.enabled(if: folder != nil, "needs html5lib's tree construction tests"))
  func textAndMarkupAreToldApart() throws {
    let files = try FileManager.default.contentsOfDirectory(
      at: try #require(Self.folder), includingPropertiesForKeys: nil)
    var passed = 0
    var found = 0
    var skipped = 0
    for file in files where file.pathExtension == "dat" {
      for test in try TreeCase.cases(of: file) {
        if test.isNotOurs {
          skipped += 1
          continue
        }
        #expect(test.outline == test.expected, "\(test.name): \(test.input.debugText)")
        found += test.expected.comments.count + test.expected.texts.count
        passed += test.outline == test.expected ? 1 : 0
      }
    }
    // Comments and texts of those elements in the suite as it is: fewer mean that its dumps are misread.
    #expect(found >= 137)
    print("html5lib tree construction: \(passed) passed, \(skipped) skipped")
  }
}
