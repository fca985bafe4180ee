// Law 3: nothing that a translator did is ever lost. Ten thousand returns, each changed on its way.
import Foundation
import Interchange
import TestSupport
import Testing
import XMLStream

@testable import WordPressFilter

@Suite struct ReturnedMutationTests {
  private static let articles: [Article] = [
    Sample(
      "plain", Array("<p>One is here. Two <b>is</b> there.</p><p>Three <img src=x alt=\"an image\"> or four.</p>".utf8),
      .rendered
    ).article,
    Sample(
      "rich",
      Array(
        """
        <h2>Scars &amp; skin</h2><p>A <em>boxcar <strong>scar</strong></em> is <br>wide. It has <a href="/a">edges</a>!</p>
        <ul><li>First item. Second sentence.</li><li>[gallery] and text</li></ul><table><tr><td>Cell</td><td>20&nbsp;%</td></tr>
        </table><p>Cross <b>one <i>two</b> three</i>. Next one. And <code>code</code> too.</p>
        """.utf8), .raw
    ).article,
  ]

  @Test(arguments: 0..<20) func nothingIsLost(batch: Int) throws {
    let segmenter = try makeSegmenter()
    let merger = Merger(segmenter: segmenter)
    for seed in batch * 500..<(batch + 1) * 500 {
      let article = Self.articles[seed % Self.articles.count]
      let current = try Extractor(segmenter: segmenter).extract(article)
      var file = current.translated(Pseudotranslation.of)
      var mutation = ReturnedMutation(seed: seed)
      mutation.apply(to: &file)
      let version = XLIFF.Version.allCases[seed / 2 % 4]
      let document = XLIFF.Document(version: version, sourceLanguage: "en", targetLanguage: "nl", files: [file])
      let (bytes, isCut) = mutation.reencode(XLIFF.Writer.bytes(of: document))
      let returned: XLIFF.File
      do {
        returned = try #require(try XLIFF.Reader.read(bytes: bytes, fileName: "returned").files.first)
      } catch {
        #expect(isCut && error is XMLError, "seed \(seed): \(error)")
        continue
      }
      #expect(!isCut, "seed \(seed)")
      let imported = Importer.take([returned], base: nil, into: current)
      #expect(imported.outcomes.count == returned.units.count, "seed \(seed)")
      #expect(Self.lost(of: returned, in: imported.file) == [], "seed \(seed)")
      // Merging decides the same.
      if imported.isForeign { continue }
      let merged = try merger.merge(article, with: returned)
      let agree = merged.outcomes == imported.outcomes
      #expect(agree, "seed \(seed)")
      #expect(merged.translatedSegments <= merged.segments)
      // What was imported merges as what came back does.
      let second = try merger.merge(article, with: imported.file)
      let isSame = second.article.content == merged.article.content
      #expect(isSame, "seed \(seed)")
    }
  }

  /// Translations in `returned` that `file` holds neither as targets nor as candidates.
  private static func lost(of returned: XLIFF.File, in file: XLIFF.File) -> [String] {
    var held = Set<String>()
    for unit in file.units {
      held.insert(trimmed(unit.targetContent))
      for part in unit.parts { if let target = part.target { held.insert(trimmed(target)) } }
      for match in unit.matches { held.insert(trimmed(match.target)) }
    }
    return returned.units.filter { !held.contains(trimmed($0.targetContent)) }.flatMap(\.parts).filter(\.isTranslated)
      .compactMap { part in
        guard let target = part.target, !held.contains(trimmed(target)) else { return nil }
        return target.plainText
      }
  }

  private static func trimmed(_ content: XLIFF.Content) -> String {
    content.plainText.trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
