// The laws of extraction and merging, as functions that name what breaks them.
import HTMLTokens
import Interchange

@testable import WordPressFilter

/// Proves the laws on one sample after another.
struct Laws {
  let extractor: Extractor
  let merger: Merger
  let segmenter: Segmenter
  /// Of how many units of a sample the law of the single segment is proved.
  var singleSegments = 8

  init() throws {
    segmenter = try makeSegmenter()
    extractor = Extractor(segmenter: segmenter)
    merger = Merger(segmenter: segmenter)
  }

  /// What of `sample` breaks which law; empty where all hold.
  func violations(_ sample: Sample) throws -> [String] {
    let file = try extractor.extract(sample.article)
    return try identity(sample.article, file) + singleSegment(sample.article, file) + pseudo(sample.article, file)
  }

  // MARK: Identity

  /// A file that comes back untouched, or with targets equal to its sources, changes no byte, however it travelled.
  func identity(_ article: Article, _ file: XLIFF.File) throws -> [String] {
    var found: [String] = []
    for (name, returned) in [("untouched", file), ("equal targets", file.translated { $0 })] {
      if try !isSame(merger.merge(article, with: returned), article) { found.append("identity, \(name)") }
      for version in [XLIFF.Version.v1_2, .v2_1] {
        if version == .v1_2, file.units.contains(where: { !$0.isWritableIn12 }) { continue }
        guard let exchanged = try returned.exchanged(in: version) else {
          found.append("no file in \(version)")
          continue
        }
        let merged = try merger.merge(article, with: exchanged)
        if !isSame(merged, article) { found.append("identity, \(name), by XLIFF \(version.rawValue)") }
        let expected: UnitOutcome.Kind = name == "untouched" ? .unchanged : .applied
        if let other = merged.outcomes.first(where: { $0.kind != expected }) {
          found.append("\(name) by XLIFF \(version.rawValue): \(other)")
        }
      }
    }
    return found
  }

  private func isSame(_ merged: MergedArticle, _ article: Article) -> Bool {
    merged.article.title == article.title && merged.article.content == article.content
      && merged.article.excerpt == article.excerpt && merged.article.meta == article.meta
      && merged.article.advancedFields == article.advancedFields
  }

  // MARK: One segment

  /// A target of one segment changes bytes of its unit only, and no other text.
  func singleSegment(_ article: Article, _ file: XLIFF.File) throws -> [String] {
    let locations = try Extractor.assemble(article, segmenter, sink: nil).locations
    let fields = TextRules.defaults.fields(of: article)
    var found: [String] = []
    let step = max(1, file.units.count / singleSegments)
    for index in stride(from: 0, to: file.units.count, by: step) {
      let segments = file.units[index].parts.indices.filter { file.units[index].parts[$0].kind == .segment }
      let part = segments[index % segments.count]
      var returned = file
      let source = returned.units[index].parts[part].source
      returned.units[index].parts[part].target = Pseudotranslation.of(source)
      let merged = try merger.merge(article, with: returned)
      if merged.article.hasBlocks != article.hasBlocks { continue }
      for (after, before) in zip(TextRules.defaults.fields(of: merged.article), fields)
      where after.bytes != before.bytes {
        let ranges = locations[index].filter { fields[$0.field].name == before.name && $0.field < fields.count }
          .map(\.rangeInField).sorted { $0.lowerBound < $1.lowerBound }
        if !after.bytes.differs(from: before.bytes, onlyIn: ranges) {
          found.append("a single target of \(file.units[index].id) changes bytes elsewhere")
        }
      }
      let expected = returned.units.map { $0.targetContent }
      found += try extractor.extract(merged.article).differences(from: expected).map { "single target: \($0)" }
    }
    return found
  }

  // MARK: Pseudo-translation

  /// A translation of everything leaves all markup, no text, and comes out as it went in.
  func pseudo(_ article: Article, _ file: XLIFF.File) throws -> [String] {
    let returned = file.translated(Pseudotranslation.of)
    let merged = try merger.merge(article, with: returned)
    // WordPress calls a post one of blocks where `<!-- wp:` stands anywhere in it, so also where that is the text of a
    // `<textarea>`. Once that text is translated, the post is read as a classic one.
    if merged.article.hasBlocks != article.hasBlocks { return [] }
    var found = merged.outcomes.filter { $0.kind != .applied }.map { "pseudo: \($0)" }
    if !merged.isComplete { found.append("pseudo: \(merged.translatedSegments) of \(merged.segments) segments") }
    if !merged.absentUnits.isEmpty { found.append("pseudo: absent \(merged.absentUnits)") }
    found += try extractor.extract(merged.article).differences(from: returned.units.map(\.targetContent))
    for (before, after) in zip(TextRules.defaults.fields(of: article), TextRules.defaults.fields(of: merged.article))
    where before.syntax.isMarkup {
      found += Markup.differences(before.bytes, after.bytes)
      found += Markup.untranslated(after.bytes, bareBracketsAreText: article.form != .raw || !before.syntax.isContent)
    }
    return found
  }
}

extension XLIFF.File {
  /// How the units' texts and codes differ from `expected`.
  func differences(from expected: [XLIFF.Content]) -> [String] {
    guard units.count == expected.count else { return ["\(units.count) units instead of \(expected.count)"] }
    return zip(units, expected).compactMap { unit, expected in
      unit.sourceContent.isSame(as: expected)
        ? nil : "\(unit.name ?? ""): “\(unit.sourceContent.shown)” instead of “\(expected.shown)”"
    }
  }
}

extension XLIFF.Content {
  /// The text with its codes as `{1}`.
  var shown: String {
    var shown = ""
    var at = 0
    for code in codes {
      let isEnd = code.kind == .spanEnd || code.kind == .endCode
      shown += String(decoding: text[at..<code.offset], as: UTF8.self) + "{\(isEnd ? "/" : "")\(code.id)}"
      at = code.offset
    }
    return shown + String(decoding: text[at...], as: UTF8.self)
  }
}

extension XLIFF.Unit {
  /// Whether XLIFF 1.2 has a way to write all of its text; XML forbids some characters.
  var isWritableIn12: Bool {
    parts.allSatisfy { part in
      part.source.plainText.unicodeScalars.allSatisfy { scalar in
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x20...0xFFFD, 0x10000...: true
        default: false
        }
      }
    }
  }
}

extension ArticleField.Syntax {
  /// Whether tags may stand in it.
  fileprivate var isMarkup: Bool {
    switch self {
    case .content, .inline: true
    case .plain, .json, .elementor: false
    }
  }
}

extension UnitLocation {
  /// The bytes of the field that the unit stands in.
  var rangeInField: Range<Int> {
    guard let first = pieces.first, let last = pieces.last else { return 0..<0 }
    switch host {
    case .field: return first.range.lowerBound..<last.range.upperBound
    case .blockAttribute(let attribute):
      return attribute.map[first.range.lowerBound]..<attribute.map[last.range.upperBound]
    case .childArray(let array): return array.range
    }
  }
}

extension Array where Element == UInt8 {
  /// Whether these bytes are `other` outside of `ranges`, which are ascending ranges of `other`.
  func differs(from other: [UInt8], onlyIn ranges: [Range<Int>]) -> Bool {
    guard let first = ranges.first, let last = ranges.last else { return self == other }
    let head = other[..<first.lowerBound]
    let tail = other[last.upperBound...]
    guard starts(with: head), count >= head.count + tail.count, suffix(tail.count).elementsEqual(tail) else {
      return false
    }
    var at = head.count
    for (left, right) in zip(ranges, ranges.dropFirst()) {
      let middle = other[left.upperBound..<right.lowerBound]
      guard let found = firstIndex(of: middle, from: at, to: count - tail.count) else { return false }
      at = found + middle.count
    }
    return true
  }

  private func firstIndex(of needle: ArraySlice<UInt8>, from start: Int, to end: Int) -> Int? {
    guard start + needle.count <= end else { return nil }
    return (start...end - needle.count).first { self[$0..<$0 + needle.count].elementsEqual(needle) }
  }
}
