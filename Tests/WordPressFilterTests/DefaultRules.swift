// The rules that the repository ships, for tests: what is found by them is what users get.
import Foundation
import Interchange
import TestSupport
import UnicodeText
import XMLStream

@testable import WordPressFilter

extension TextRules {
  /// The rules of `rules/`.
  static let defaults: TextRules = {
    do {
      return try over([])
    } catch {
      fatalError("rules/ can't be read: \(error)")
    }
  }()

  /// The default rules, and `files` (the contents of `wpml-config.xml`s) laid over them.
  static func over(_ files: [String]) throws -> TextRules {
    var rules = TextRules()
    let folder = TestFiles.repository.appendingPathComponent("rules")
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).filter({ $0.hasSuffix(".xml") })
      .sorted()
    {
      try rules.add(try TestFiles.bytes(folder.appendingPathComponent(name)), file: name, isDefault: true)
    }
    for (index, file) in files.enumerated() {
      try rules.add(Array(file.utf8), file: "plugin-\(index + 1).xml", isDefault: false)
    }
    return rules.completed()
  }
}

extension Extractor {
  convenience init(segmenter: Segmenter) { self.init(segmenter: segmenter, rules: .defaults) }

  static func assemble(_ article: Article, _ segmenter: Segmenter, sink: UnitStream?) throws -> UnitAssembler {
    try assemble(article, segmenter, .defaults, sink: sink)
  }
}

extension Merger {
  convenience init(segmenter: Segmenter) { self.init(segmenter: segmenter, rules: .defaults) }
}

extension Article {
  /// Sets the text of the meta field `key`, as WordPress's own JSON has it.
  mutating func setMeta(_ key: String, _ text: [UInt8]) {
    guard let index = meta.firstIndex(where: { $0.key == key }) else { return }
    set(text, in: .metaText(index))
  }
}

extension SourceHash {
  init(of article: Article) { self.init(of: article, .defaults) }
}
