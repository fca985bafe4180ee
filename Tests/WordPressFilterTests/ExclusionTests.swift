// What stays untranslated, and that nothing else does. That nothing else does is also what `Markup.untranslated` proves of
// every sample in `CorpusLawTests` and of 120,000 broken ones in `MutationLawTests`.
import Foundation
import HTMLTokens
import TestSupport
import Testing

@testable import WordPressFilter

@Suite struct ExclusionTests {
  @Test func theListIsThatOfTheDocumentation() throws {
    for exclusion in Exclusion.all { print("not translated: \(exclusion.what): \(exclusion.reason)") }
    let page = String(
      decoding: try TestFiles.bytes(TestFiles.repository.appendingPathComponent("Documentation/extraction.md")),
      as: UTF8.self)
    let start = try #require(page.range(of: "## What is left out"))
    let section = page[start.upperBound...].components(separatedBy: "\n## ")[0]
    let rows = section.split(separator: "\n").filter { $0.hasPrefix("| ") && !$0.hasPrefix("| what | why") }
    #expect(rows.map(String.init) == Exclusion.all.map { "| \($0.what) | \($0.reason) |" })
  }

  @Test func itsElementsAreThoseThatAreLeftOut() {
    #expect(Set(HTMLElement.allCases.filter { $0.flow == .opaque }) == Exclusion.elements)
  }

  /// The independent walk finds what extraction would miss: it is no law that can't be broken.
  @Test(arguments: [
    ("<p>left</p>", ["untranslated: left"]), ("<img alt=left>", ["untranslated attribute: left"]),
    ("<svg><title>left</title><style>a</style></svg>", ["untranslated: left"]),
    ("<i translate=no>a <b translate=yes>left</b></i>", ["untranslated: left"]),
    ("<code>a</code><p class=notranslate>b<p>left", ["untranslated: left"]),
  ])
  func theWalkSeesWhatIsLeft(html: String, expected: [String]) {
    let bytes = Array(html.utf8)
    let article = Article(id: "1", form: .rendered, content: bytes, file: "", line: 1)
    let reading = Markup.Reading(article, TextRules.defaults.fields(of: article)[0])
    #expect(Markup.untranslated(bytes, reading) == expected)
  }
}
