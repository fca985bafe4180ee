import Foundation
import TestSupport
import Testing

@testable import Interchange

/// Documentation/validation.md lists the rules; it may not lag behind.
@Suite struct XLIFFValidationDocumentationTests {
  @Test func everyRuleIsDocumentedWithItsSeverity() throws {
    let page = TestFiles.repository.appendingPathComponent("Documentation/validation.md")
    let text = String(decoding: try TestFiles.bytes(page), as: UTF8.self)
    var documented: [String: String] = [:]
    for line in text.split(separator: "\n") where line.hasPrefix("| `") {
      let columns = line.split(separator: "|").map { $0.filter { $0 != " " && $0 != "`" } }
      #expect(documented.updateValue(columns[1], forKey: columns[0]) == nil, "\(columns[0]) is there twice")
    }
    let rules = Dictionary(uniqueKeysWithValues: ValidationRule.allCases.map { ($0.rawValue, $0.severity.rawValue) })
    #expect(documented == rules)
  }

  @Test func everyRuleNamesItsClause() {
    #expect(ValidationRule.allCases.filter { $0.clause.isEmpty } == [.tooMany])
  }
}
