// The agent that XLIFF calls Merger: a returned file and its article become the translated article. The article is read
// anew, so nothing of it need travel with the file; what the file says is applied as edits of the bytes it was taken from.
internal import HTMLTokens
package import Interchange
internal import UnicodeText

/// Puts translations into articles. For one thread at a time, as its segmenter is.
package final class Merger {
  private let segmenter: Segmenter
  private let rules: TextRules

  /// A merger that cuts sentences with `segmenter` and finds texts by `rules`; both must be the extractor's.
  package init(segmenter: Segmenter, rules: TextRules) {
    self.segmenter = segmenter
    self.rules = rules
  }

  /// `article` with the translations of `file` in place of its text.
  ///
  /// A unit whose target is the source, code for code, changes no byte. Units and segments without a target keep the
  /// source's text. A file of another article is not an error here: its units are all stale or unknown.
  /// - Throws: `ICUError` where ICU fails; `EditConflict` where two units stand in the same bytes, which they never do;
  ///   `ArticleError` where a translation would change the post's blocks.
  package func merge(_ article: Article, with file: XLIFF.File) throws -> MergedArticle {
    try merge(article, with: [file])
  }

  /// The same with several files of one article and language. Of a unit that more than one translates, the last translation
  /// that can be used is taken; a file without one takes nothing away.
  /// - Parameter languages: where they are given and anything is translated, what the article says of its language follows.
  package func merge(
    _ article: Article, with files: [XLIFF.File], languages: LanguageChange? = nil
  ) throws -> MergedArticle {
    let returned = ReturnedUnits(files)
    let fields = rules.fields(of: article)
    _ = try Extractor.assemble(article, segmenter, rules, fields: fields, sink: nil, returned: returned)
    let hash = SourceHash(of: fields)
    let (translations, present, outcomes) = collect(returned, hash)
    var edits = ArticleEdits()
    var translatedSegments = 0
    for index in translations.indices {
      guard let translation = translations[index], translation.outcome.kind == .applied else { continue }
      translatedSegments += translation.translatedSegments
      for location in returned.locations[index] {
        if case .childArray(let array) = location.host {
          if let target = translation.wholeTarget { edits.add(target, in: array, at: location) }
          continue
        }
        edits.add(try translation.changes(segmenter, location.pieces), at: location)
      }
    }
    if let languages, translatedSegments > 0 {
      let translated = translations.indices.filter { translations[$0]?.outcome.kind == .applied }
      Self.add(languages, to: &edits, fields, translated.flatMap { returned.locations[$0] })
    }
    let merged = try Self.apply(edits.edits(of: fields), fields, to: article)
    try BlockShape.verify(merged, of: article)
    return MergedArticle(
      article: merged,
      outcomes: outcomes,
      segments: returned.segments,
      translatedSegments: translatedSegments,
      absentUnits: present.indices.filter { !present[$0] }.map(returned.identifier),
      sourceHash: hash)
  }

  /// Adds the edits of what the HTML says of its language, in the fields and in the attributes of blocks.
  /// - Parameter locations: those of the units that are translated.
  private static func add(
    _ languages: LanguageChange, to edits: inout ArticleEdits, _ fields: [ArticleField], _ locations: [UnitLocation]
  ) {
    var ranges = [[Range<Int>]](repeating: [], count: fields.count)
    var hosts: [(host: DecodedAttribute, field: Int, ranges: [Range<Int>])] = []
    var known: [ObjectIdentifier: Int] = [:]
    for location in locations where location.encoding != .plain {
      switch location.host {
      case .field: ranges[location.field].append(location.range)
      case .blockAttribute(let host):
        let index = known[ObjectIdentifier(host)] ?? hosts.count
        if index == hosts.count { hosts.append((host, location.field, [])) }
        known[ObjectIdentifier(host)] = index
        hosts[index].ranges.append(location.range)
      case .childArray: continue
      }
    }
    for (index, field) in fields.enumerated() where field.syntax.isHTML {
      edits.add(languages.edits(of: field.bytes.span, translated: ranges[index]), inTagsOf: index)
    }
    for (host, field, ranges) in hosts {
      let bytes = host.bytes
      edits.add(languages.edits(of: bytes.span, translated: ranges), inTagsOf: field, host)
    }
  }

  /// For each unit that is translated the translation that is taken, for each of the article whether a file has it, and what
  /// became of each unit of each file, in their order.
  private func collect(
    _ returned: ReturnedUnits, _ hash: SourceHash
  ) -> (translations: [UnitTranslation?], present: [Bool], outcomes: [UnitOutcome]) {
    let files = returned.files
    var places = UnitPlaces(of: returned)
    var present = [Bool](repeating: false, count: returned.count)
    var choice = TranslationChoice(count: returned.units.count)
    choice.reserve(files.reduce(0) { $0 + $1.units.count })
    for (number, file) in files.enumerated() {
      let isCurrent = file.metadatum(Extractor.Key.sourceHash) == "sha256:\(hash)"
      var seen = [Bool](repeating: false, count: returned.count)
      for (place, unit) in file.units.enumerated() {
        guard let known = places.index(of: unit.id) else {
          choice.add(.absent(unit, file: number, isCurrent: isCurrent))
          continue
        }
        let index = Int(returned.places[known])
        if returned.isTranslated[number][place], index >= 0 {
          choice.add(unit, of: returned.units[index], at: index, file: number, isRepeated: seen[known])
        } else {
          choice.add(.unchanged(unit, file: number))
        }
        (seen[known], present[known]) = (true, true)
      }
    }
    return (choice.translations, present, choice.outcomes)
  }

  private static func apply(
    _ edits: [[Edit]], _ fields: [ArticleField], to article: Article
  ) throws(EditConflict) -> Article {
    var merged = article
    for (index, field) in fields.enumerated() where !edits[index].isEmpty {
      let bytes = try Edit.apply(edits[index], to: field.bytes)
      merged.set(bytes, in: field.place)
    }
    return merged
  }
}

/// Finds units by their ids. Returned files mostly have them in the order of the article: only where one is not next is a
/// table made.
private struct UnitPlaces {
  private let units: ReturnedUnits
  private var table: [String: Int]?
  private var next = 0

  init(of units: ReturnedUnits) { self.units = units }

  /// The index of the unit of that id, or nil.
  mutating func index(of id: String) -> Int? {
    if next < units.count, units.isIdentifier(id, of: next) {
      next += 1
      return next - 1
    }
    if table == nil {
      var places: [String: Int] = [:]
      places.reserveCapacity(units.count)
      for index in 0..<units.count { places[units.identifier(index)] = index }
      table = places
    }
    guard let index = table?[id] else { return nil }
    next = index + 1
    return index
  }
}
