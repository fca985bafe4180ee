// Short ways to say what an article's units are.
import Interchange

@testable import WordPressFilter

/// The file of an article whose content is `html`.
func extracted(_ html: String, _ form: Article.Form = .rendered) throws -> XLIFF.File {
  try Extractor(segmenter: try makeSegmenter()).extract(Sample("test", Array(html.utf8), form).article)
}

/// The units of `html`, codes as `{1}` and `{/1}`; those of another field than the text with the field before them.
func units(_ html: String, _ form: Article.Form = .rendered) throws -> [String] {
  try extracted(html, form).units.map { unit in
    (unit.name == "content" ? "" : "\(unit.name ?? ""): ") + unit.sourceContent.shown
  }
}

/// `html` with `target` as the target of its first unit, whose codes may stand in it as `{1}` and `{/1}`.
func merged(_ html: String, _ form: Article.Form = .rendered, first target: String) throws -> String {
  let article = Sample("test", Array(html.utf8), form).article
  let segmenter = try makeSegmenter()
  var file = try Extractor(segmenter: segmenter).extract(article)
  file.units[0].translate(into: target)
  let merged = try Merger(segmenter: segmenter).merge(article, with: file)
  return String(decoding: merged.article.content, as: UTF8.self)
}

extension XLIFF.Unit {
  /// Makes the unit one segment with `target`, in which `{1}` and `{/1}` are codes of the source.
  mutating func translate(into target: String, state: XLIFF.State? = .translated) {
    let source = sourceContent
    parts = [
      XLIFF.Part(.segment, id: "s1", state: state, source: source, target: XLIFF.Content(shown: target, like: source))
    ]
  }
}

extension XLIFF.Content {
  /// Content written as `shown` writes it; its codes are those of `source`.
  init(shown: String, like source: XLIFF.Content) {
    self.init()
    var rest = shown[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      text += rest[..<open].utf8
      let name = rest[rest.index(after: open)..<close]
      let id = name.drop { $0 == "/" }
      let isEnd = name.hasPrefix("/")
      let known = source.codes.first { code in
        code.id == id && (code.kind == .spanEnd || code.kind == .endCode) == isEnd
      }
      var code = known ?? XLIFF.InlineElement(.standaloneCode, at: 0, id: String(id))
      code.offset = text.count
      elements.append(code)
      rest = rest[rest.index(after: close)...]
    }
    text += rest.utf8
  }
}
