// The agent that XLIFF calls Extractor: an article becomes a file of units.
internal import HTMLTokens
package import Interchange
package import UnicodeText

/// Extracts the text of articles. For one thread at a time, as its segmenter is.
package final class Extractor {
  private let segmenter: Segmenter
  private let rules: TextRules

  /// An extractor that cuts sentences with `segmenter` and finds texts by `rules`.
  package init(segmenter: Segmenter, rules: TextRules) {
    self.segmenter = segmenter
    self.rules = rules
  }

  /// The units of `article`, without targets, and what the merger needs to recognise it.
  /// - Throws: `ICUError` where ICU fails.
  package func extract(_ article: Article) throws(ICUError) -> XLIFF.File {
    var file = header(of: article, SourceHash(of: article, rules))
    let assembler = try Self.assemble(article, segmenter, rules, sink: nil)
    file.units = assembler.units
    file.metadata += assembler.counter.counts.metadata
    return file
  }

  /// The same written to `stream`, unit by unit: no more than one is held at a time.
  /// - Returns: what the file's metadata says of the source: `SourceHash`, 64 hexadecimal digits; and what there is to say of
  ///   the article: what can't be had from it, and what looks like text and was left out.
  /// - Throws: `ICUError` where ICU fails.
  package func extract(
    _ article: Article, to stream: UnitStream
  ) throws(ICUError) -> (hash: String, remarks: [String]) {
    let fields = rules.fields(of: article)
    let hash = SourceHash(of: fields)
    stream.begin(header(of: article, hash))
    let remarks = ExtractionRemarks()
    _ = try Self.assemble(article, segmenter, rules, fields: fields, remarks: remarks, sink: stream)
    stream.end()
    rules.remark(onFieldsOf: article, to: remarks)
    return (hash.description, article.remarks + remarks.texts)
  }

  /// The file of `article` without its units.
  private func header(of article: Article, _ hash: SourceHash) -> XLIFF.File {
    let id = Self.fileIdentifier(of: article)
    var file = XLIFF.File(id: id, original: id)
    file.metadata = [
      XLIFF.Metadatum(Key.article, article.id), XLIFF.Metadatum(Key.type, article.type),
      XLIFF.Metadatum(Key.form, article.form.rawValue),
      XLIFF.Metadatum(Key.sourceHash, "sha256:\(hash)"),
    ]
    if let fingerprint = rules.fingerprint { file.metadata.append(XLIFF.Metadatum(Key.rules, fingerprint)) }
    if let link = article.link {
      file.metadata.append(XLIFF.Metadatum(Key.link, link))
      file.notes.append(XLIFF.Note(category: "address", link))
    }
    if let modified = article.modified { file.metadata.append(XLIFF.Metadatum(Key.modified, modified)) }
    return file
  }

  /// What a file's metadata says of its article.
  package enum Key {
    package static let article = "post-id"
    package static let type = "post-type"
    package static let form = "content-form"
    package static let sourceHash = "source-hash"
    package static let link = "link"
    package static let modified = "modified"
    /// The files of rules beyond the defaults, each with a hash.
    package static let rules = "rules"
  }

  /// `post-24931`: the id of an article's file, an NMTOKEN.
  package static func fileIdentifier(of article: Article) -> String {
    let safe = (article.type + "-" + article.fileName).utf8.map { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: byte
      default: UInt8(ascii: "_")
      }
    }
    return String(decoding: safe, as: UTF8.self)
  }

  /// The units of all fields of `article`: given to `stream`, or kept in the assembler with their places where it is nil.
  /// - Parameters:
  ///   - fields: those that `rules` find text in, where they are known.
  ///   - remarks: where to say what was left out; nil: nobody asks.
  ///   - returned: what takes the units for merging, so that the assembler keeps none; nil: there is none.
  static func assemble(
    _ article: Article, _ segmenter: Segmenter, _ rules: TextRules, fields: [ArticleField]? = nil,
    remarks: ExtractionRemarks? = nil, sink stream: UnitStream?, returned: ReturnedUnits? = nil
  ) throws(ICUError) -> UnitAssembler {
    var scanner = ContentScanner(
      options: .init(
        isRendered: article.form != .raw,
        splitsAtBlankLines: article.form == .raw && !article.hasBlocks, rules: rules, remarks: remarks),
      assembler: UnitAssembler(segmenter: segmenter, stream: stream, returned: returned))
    for (index, field) in (fields ?? rules.fields(of: article)).enumerated() {
      try scanner.scan(field, index: index)
    }
    return scanner.assembler
  }
}
