// What the example clinic is there to show: one translation clean, one adrift, one with a code that was lost.
import Foundation
import TestSupport
import Testing

@Suite struct ExamplesTests {
  /// A finding, as far as the examples promise it.
  struct Found: Hashable {
    var check: String
    var side: String
    var text: String
    var suggestion: String
  }

  /// The findings of all returned files by post: one run for all tests.
  private static let findings: [String: [Found]] = {
    let outcome = try? Program.run([
      "check", Examples.returned, "--glossary", Examples.glossary, "--format", "json",
    ])
    let all = (try? outcome?.json())?["findings"] as? [[String: Any]] ?? []
    return Dictionary(grouping: all) { finding in
      let file = (finding["file"] as? String ?? "").split(separator: "/").last ?? ""
      return String(file.prefix(4))
    }.mapValues { findings in
      findings.map { finding in
        Found(
          check: finding["check"] as? String ?? "", side: finding["side"] as? String ?? "",
          text: finding["text"] as? String ?? "", suggestion: (finding["suggestions"] as? [String])?.first ?? "")
      }
    }
  }()

  private static func terms(_ post: String) throws -> [Found] {
    try #require(findings[post]).filter { $0.check.hasPrefix("terminology.") }
  }

  @Test func theGoodTranslationIsCleanButForTheDutchWordInItsSource() throws {
    #expect(
      try Self.terms("1201") == [
        Found(check: "terminology.foreign", side: "source", text: "Littekens", suggestion: "scar")
      ])
  }

  @Test func theDriftingOneIsReportedTermByTerm() throws {
    let drifts = Dictionary(
      try Self.terms("1202").map { ($0.text, $0.suggestion) }, uniquingKeysWith: { first, _ in first })
    #expect(
      drifts == [
        "sunscreen": "zonnebrandcrème", "Laser resurfacing": "huidvernieuwing met laser", "Aftercare": "nazorg",
        "skincare": "huidverzorging", "downtime": "hersteltijd", "acne litteken": "acnelitteken",
        "chemical peel": "chemische peeling", "scar": "litteken",
      ])
    #expect(try Self.terms("1202").count == 8)
  }

  @Test func theBrokenOneNamesTheCode() throws {
    #expect(try Self.terms("1203").isEmpty)
    let codes = try #require(Self.findings["1203"]).filter { $0.check == "markup.codes" }
    #expect(codes.contains { $0.text == "[a]" })
  }

  /// A clinic's hours are no decimals: `8.30 uur` is how Dutch writes a time.
  @Test func noNumberIsFalselyReported() throws {
    for post in ["1201", "1202", "1203"] {
      #expect(try #require(Self.findings[post]).filter { $0.check == "numbers" }.isEmpty, "\(post)")
    }
  }

  @Test func theBrokenUnitAloneKeepsTheSourcesText() throws {
    let folder = try TemporaryFolder()
    _ = try Program.run([
      "merge", Examples.articles + "/first-visit.json", "--xliff", Examples.returned + "/1203-first-visit.nl.xlf",
      "-o", folder.path("posts"),
    ])
    let post = try jsonObject(at: folder.path("posts/nl/1203.json"))
    let content = try #require(post["content"] as? String)
    #expect(content.contains(">contact us</a>"))
    #expect(content.contains("Onze receptie is op de begane grond"))
    #expect(!content.contains("Our reception desk"))
    let units = try #require(member(post, "overzet", "units") as? [String: Int])
    #expect(units["refused"] == 1 && units["applied"] == 23)
  }

  @Test func returnedFilesAreSound() throws {
    let outcome = try Program.run(["validate", Examples.returned, "--format", "json"])
    let messages = try #require(try outcome.json()["messages"] as? [[String: Any]])
    #expect(messages.allSatisfy { ($0["file"] as? String)?.contains("1203") == true })
    #expect(messages.contains { ($0["message"] as? String)?.contains("[a]") == true })
  }

  @Test(.enabled(if: Examples.realArticle != nil, "needs the real article"))
  func theRealArticlesDutchWordIsFound() throws {
    let folder = try TemporaryFolder()
    let real = try #require(Examples.realArticle).path
    _ = try Program.run(["extract", real, "--to", "nl", "-o", folder.path("out")])
    let outcome = try Program.run([
      "check", folder.path("out"), "--glossary", Examples.glossary, "--format", "json",
    ])
    #expect(outcome.status == 1)
    let findings = try #require(try outcome.json()["findings"] as? [[String: Any]])
    #expect(findings.map { $0["text"] as? String } == ["Littekens"])
    #expect(findings.first?["concept"] as? String == "c-scar")
    #expect(findings.first?["start"] as? Int == 7 && findings.first?["end"] as? Int == 16)
  }
}
