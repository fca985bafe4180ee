// The laws of extraction and merging: what comes back untouched changes no byte; what comes back translated is what is found
// when the article is read again, and the blocks are those that there were.
internal import CLibFuzzer
internal import Interchange
internal import UnicodeText
internal import WordPressFilter

/// Keeps what takes long to make.
final class Bench {
  let extractor: Extractor
  let merger: Merger

  init() throws {
    let segmenter = Segmenter(breaker: try SentenceBreaker(locale: "en", abbreviations: ["Dr.", "e.g."]))
    extractor = Extractor(segmenter: segmenter)
    merger = Merger(segmenter: segmenter)
  }

  func prove(_ input: [UInt8]) throws {
    guard let choice = input.first else { return }
    let form: Article.Form = [.raw, .rendered, .page][Int(choice & 3) % 3]
    let article = Article(id: "1", form: form, content: Array(input.dropFirst()), file: "fuzz", line: 1)
    let file = try extractor.extract(article)
    let untouched = try merger.merge(article, with: file)
    precondition(untouched.article.content == article.content, "an untouched file that changes something")

    var returned = file
    for unit in returned.units.indices {
      // Some units are translated, some come back as they were.
      let isTranslated = choice & 4 == 0 || (unit &* 7 &+ Int(choice >> 3)) & 1 == 0
      for part in returned.units[unit].parts.indices where returned.units[unit].parts[part].kind == .segment {
        let source = returned.units[unit].parts[part].source
        returned.units[unit].parts[part].target = isTranslated ? Self.translated(source) : source
        returned.units[unit].parts[part].state = .translated
      }
    }
    let languages = LanguageChange(from: "en", to: "ar")
    let merged = try merger.merge(article, with: [returned], languages: choice & 64 == 0 ? nil : languages)
    precondition(merged.outcomes.allSatisfy { $0.kind == .applied }, "a translation that is not applied")
    // Delimiters that HTML takes for text go when the text is translated: the post's form may change with them.
    guard merged.article.hasBlocks == article.hasBlocks else { return }
    let again = try extractor.extract(merged.article)
    precondition(again.units.count == returned.units.count, "another number of units")
    for (unit, expected) in zip(again.units, returned.units) {
      precondition(
        unit.parts.flatMap(\.source.text) == expected.parts.flatMap { ($0.target ?? $0.source).text }, "another text")
    }
    if form == .raw, BlockShape.isOfComments(article.content) {
      precondition(BlockShape.difference(article.content, merged.article.content) == nil, "other blocks")
    }
  }

  /// Letters in their full-width forms, codes where they were.
  private static func translated(_ content: XLIFF.Content) -> XLIFF.Content {
    var target = XLIFF.Content()
    var elements = content.elements[...]
    for (offset, byte) in content.text.enumerated() {
      while var element = elements.first, element.offset <= offset {
        element.offset = target.text.count
        target.elements.append(element)
        elements.removeFirst()
      }
      switch byte {
      case 0x41...0x5A: target.text += [0xEF, 0xBC, byte - 0x41 + 0xA1]
      case 0x61...0x7A: target.text += [0xEF, 0xBD, byte - 0x61 + 0x81]
      default: target.text.append(byte)
      }
    }
    for var element in elements {
      element.offset = target.text.count
      target.elements.append(element)
    }
    return target
  }
}

nonisolated(unsafe) let bench = try Bench()
var count = CommandLine.argc
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv

_ = LLVMFuzzerRunDriver(&count, &arguments) { start, length in
  do {
    try bench.prove(Array(UnsafeBufferPointer(start: start, count: length)))
  } catch {
    preconditionFailure("\(error)")
  }
  return 0
}
