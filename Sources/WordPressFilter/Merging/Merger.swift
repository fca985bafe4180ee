// The agent that XLIFF calls Merger: a returned file and its article become the translated article. The article is read
// anew, so nothing of it need travel with the file; what the file says is applied as edits of the bytes it was taken from.
internal import HTMLTokens
package import Interchange
internal import UnicodeText

/// Puts translations into articles. For one thread at a time, as its segmenter is.
package final class Merger {
  private let segmenter: Segmenter

  /// A merger that cuts sentences with `segmenter`, which must be the extractor's.
  package init(segmenter: Segmenter) {
    self.segmenter = segmenter
  }

  /// `article` with the translations of `file` in place of its text.
  ///
  /// A unit whose target is the source, code for code, changes no byte. Units and segments without a target keep the
  /// source's text. A file of another article is not an error here: its units are all stale or unknown.
  /// - Throws: `ICUError` where ICU fails; `EditConflict` where two units stand in the same bytes, which they never do.
  package func merge(_ article: Article, with file: XLIFF.File) throws -> MergedArticle {
    let assembled = try Extractor.assemble(article, segmenter, sink: nil)
    var places: [String: Int] = [:]
    for (index, unit) in assembled.units.enumerated() { places[unit.id] = index }
    let isCurrent = file.metadatum(Extractor.Key.sourceHash) == "sha256:\(SourceHash(of: article))"
    let fields = FieldRules.fields(of: article)

    var edits = ArticleEdits()
    var outcomes: [UnitOutcome] = []
    var taken: Set<Int> = []
    var translatedSegments = 0
    for unit in file.units {
      guard let index = places[unit.id] else {
        outcomes.append(Self.outcomeOfAbsent(unit, isCurrent: isCurrent))
        continue
      }
      guard taken.insert(index).inserted else {
        outcomes.append(
          UnitOutcome(kind: .refused, unit: unit.id, line: unit.line, reason: "the unit stands in the file twice"))
        continue
      }
      let translation = UnitTranslation(source: assembled.units[index], returned: unit)
      outcomes.append(translation.outcome)
      guard translation.outcome.kind == .applied else { continue }
      translatedSegments += translation.translatedSegments
      for location in assembled.locations[index] {
        edits.add(try translation.changes(segmenter, location.pieces), at: location)
      }
    }
    return MergedArticle(
      article: try Self.apply(edits.edits(of: fields), fields, to: article),
      outcomes: outcomes,
      segments: assembled.units.reduce(0) { $0 + $1.parts.count { $0.kind == .segment } },
      translatedSegments: translatedSegments,
      absentUnits: assembled.units.indices.filter { !taken.contains($0) }.map { assembled.units[$0].id })
  }

  private static func outcomeOfAbsent(_ unit: XLIFF.Unit, isCurrent: Bool) -> UnitOutcome {
    let isForeign = isCurrent || !unit.id.contains("-")
    return UnitOutcome(
      kind: isForeign ? .unknown : .stale, unit: unit.id, line: unit.line,
      reason: isForeign
        ? "the article has no such unit" : "the source of this unit was edited after the file was exported")
  }

  private static func apply(
    _ edits: [[Edit]], _ fields: [ArticleField], to article: Article
  ) throws(EditConflict) -> Article {
    var merged = article
    for (index, field) in fields.enumerated() where !edits[index].isEmpty {
      let bytes = try Edit.apply(edits[index], to: field.bytes)
      switch field.name {
      case "title" where field.metaKey == nil: merged.title = bytes
      case "content" where field.metaKey == nil: merged.content = bytes
      case "excerpt" where field.metaKey == nil: merged.excerpt = bytes
      default: merged.setMeta(field.metaKey, bytes)
      }
    }
    return merged
  }
}
