// html5lib's suite lies beside the checkout; where it is absent, these tests are skipped.
import Foundation
import HTMLTokens
import TestSupport
import Testing

@Suite(.enabled(if: !TokenizerCase.files.isEmpty, "needs html5lib's tokenizer tests"))
struct TokenizerSuiteTests {
  /// Every case in every initial state gives the standard's tokens.
  @Test func everyCaseGivesTheStandardsTokens() throws {
    var passed = 0
    for file in TokenizerCase.files {
      for test in try TokenizerCase.cases(of: file) {
        let tokenizer = try #require(test.tokenizer, "\(test.file): unknown state \(test.state)")
        let tokens = test.tokens(from: tokenizer)
        #expect(tokens == test.expected, "\(test.file): \(test.description) (\(test.state)): \(test.input.debugText)")
        passed += tokens == test.expected ? 1 : 0
      }
    }
    // The suite as it is beside the checkout: 5,172 cases, some in several initial states.
    #expect(passed >= 5_186)
    print("html5lib tokenizer: \(passed) passed, 0 skipped")
  }
}

extension [UInt8] {
  /// The bytes as a text for a failure's message.
  var debugText: String { String(decoding: self, as: UTF8.self).debugDescription }
}
