// Several files for one article, and units that came back with less, or with another text, than was sent out.
import Interchange
import Testing
import UnicodeText

@testable import WordPressFilter

@Suite struct ReturnedFilesTests {
  private let article = Article(
    id: "7", form: .rendered,
    content: Array("<p>One <b>is</b> here. Two is there. Three is gone.</p><p>Four.</p>".utf8), file: "a", line: 1)

  private func merge(_ files: [XLIFF.File]) throws -> (html: String, merged: MergedArticle) {
    let merged = try Merger(segmenter: try makeSegmenter()).merge(article, with: files)
    return (String(decoding: merged.article.content, as: UTF8.self), merged)
  }

  /// The article's file, changed.
  private func file(_ change: (inout XLIFF.File) -> Void = { _ in }) throws -> XLIFF.File {
    var file = try Extractor(segmenter: try makeSegmenter()).extract(article)
    change(&file)
    return file
  }

  private func segment(_ unit: inout XLIFF.Unit, _ number: Int, _ target: String) {
    let index = unit.parts.indices.filter { unit.parts[$0].kind == .segment }[number]
    unit.parts[index].target = XLIFF.Content(target)
  }

  // MARK: Several files

  @Test func aLaterFileWithoutATranslationTakesNoneAway() throws {
    let full = try file { segment(&$0.units[1], 0, "Vier.") }
    let empties = try file { $0.units[1].parts[0].target = XLIFF.Content() }
    let proposals = try file {
      $0.units[1].parts[0].target = XLIFF.Content("Four.")
      $0.units[1].parts[0].state = .initial
    }
    for later in [empties, proposals, try file()] {
      let result = try merge([full, later])
      #expect(result.html.hasSuffix("<p>Vier.</p>"))
      #expect(result.merged.outcomes.count == 4)
      #expect(result.merged.count(.applied) == 1 && result.merged.count(.unchanged) == 3)
      #expect(result.merged.translatedSegments == 1)
    }
  }

  @Test func theLastTranslationThatCanBeUsedIsTaken() throws {
    let first = try file { segment(&$0.units[1], 0, "Vier.") }
    let second = try file { segment(&$0.units[1], 0, "Vier!") }
    let broken = try file { file in
      file.units[1].parts[0].target = XLIFF.Content(
        text: Array("Vier?".utf8), elements: [.init(.standaloneCode, at: 0, id: "9")])
    }
    let result = try merge([first, second, broken])
    #expect(result.html.hasSuffix("<p>Vier!</p>"))
    #expect(result.merged.outcomes.map(\.kind) == [.unchanged, .unchanged, .unchanged, .applied, .unchanged, .refused])
    #expect(result.merged.outcomes.map(\.file) == [0, 0, 1, 1, 2, 2])
    #expect(result.merged.outcomes[1].reason == "the translation of another file is taken")
  }

  // MARK: Parts of a unit

  @Test func aSegmentThatIsMissingKeepsItsSource() throws {
    let result = try merge([
      try file { file in
        segment(&file.units[0], 1, "Twee.")
        file.units[0].parts.removeLast(2)
      }
    ])
    #expect(result.html == "<p>One <b>is</b> here. Twee. Three is gone.</p><p>Four.</p>")
    #expect(result.merged.translatedSegments == 1 && result.merged.segments == 4)
    #expect(result.merged.outcomes[0].kind == .applied)
  }

  @Test func onlyTheSecondSegmentCameBack() throws {
    let result = try merge([
      try file { file in
        segment(&file.units[0], 1, "Twee.")
        file.units[0].parts = [file.units[0].parts[2]]
      }
    ])
    #expect(result.html == "<p>One <b>is</b> here. Twee. Three is gone.</p><p>Four.</p>")
  }

  @Test func anotherTextIsRefused() throws {
    let result = try merge([
      try file { file in
        file.units[1].parts[0].source = XLIFF.Content("Quite another text.")
        segment(&file.units[1], 0, "Een heel andere tekst.")
      }
    ])
    #expect(result.html.hasSuffix("<p>Four.</p>"))
    #expect(result.merged.outcomes[1].kind == .refused)
    #expect(result.merged.outcomes[1].reason?.contains("not the text of the article") == true)
  }

  @Test func whiteSpaceThatAToolChangedInTheSourceIsNoOtherText() throws {
    let result = try merge([
      try file { file in
        file.units[1].parts[0].source = XLIFF.Content("\u{A0}Four .\n")
        segment(&file.units[1], 0, "Vier.")
      }
    ])
    #expect(result.html.hasSuffix("<p>Vier.</p>"))
  }

  // MARK: Size

  /// As many codes as a unit can hold must not be looked for one by one; a minute is far more than any machine needs.
  @Test(.timeLimit(.minutes(1)))
  func manyCodesAndBracketsTakeNoLongerThanTheirNumber() throws {
    let html = "<p>" + String(repeating: "<b>x</b> y <i>z.</i> ", count: 20_000) + "</p>"
    let brackets = "<p>" + String(repeating: "[", count: 100_000) + "a &amp; b</p>"
    for content in [html, brackets] {
      var article = article
      article.content = Array(content.utf8)
      var file = try Extractor(segmenter: try makeSegmenter()).extract(article)
      for index in file.units[0].parts.indices where file.units[0].parts[index].kind == .segment {
        var target = file.units[0].parts[index].source
        target.text = target.text.map { $0 == 0x79 ? 0x59 : $0 }
        target.text.append(0x21)
        file.units[0].parts[index].target = target
      }
      let merged = try Merger(segmenter: try makeSegmenter()).merge(article, with: file)
      #expect(merged.count(.applied) == 1)
      #expect(merged.article.content.count >= content.utf8.count)
    }
  }
}
