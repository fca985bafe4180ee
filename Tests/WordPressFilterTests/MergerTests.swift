// What becomes of the units of a returned file, and that what was translated is in the post.
import Interchange
import Testing

@testable import WordPressFilter

@Suite struct MergerTests {
  private let html = "<p>One. Two.</p><p>See <b>this</b> and <i>that</i>.</p><p>Last <img alt=\"face\" src=x> one.</p>"
  private let segmenter: Segmenter
  private let article: Article
  private let file: XLIFF.File

  init() throws {
    segmenter = try makeSegmenter()
    article = Sample("test", Array(html.utf8), .rendered).article
    file = try Extractor(segmenter: segmenter).extract(article)
  }

  private func merge(_ change: (inout XLIFF.File) -> Void) throws -> (html: String, merged: MergedArticle) {
    var returned = file
    change(&returned)
    let merged = try Merger(segmenter: segmenter).merge(article, with: returned)
    let sum = UnitOutcome.Kind.allCases.reduce(0) { $0 + merged.count($1) }
    #expect(sum == returned.units.count, "every unit of the file has one outcome")
    return (String(decoding: merged.article.content, as: UTF8.self), merged)
  }

  @Test func allOutcomesAtOnce() throws {
    let (text, merged) = try merge { file in
      file.units[0].line = 7
      file.units[1].translate(into: "Zie dit.")
      file.units[2].translate(into: "Laatste {1}.")
      file.units.append(XLIFF.Unit(id: "content-00000000-1", parts: file.units[0].parts, line: 9))
    }
    #expect(merged.outcomes.map(\.kind) == [.unchanged, .refused, .applied, .unchanged, .unknown])
    #expect(merged.outcomes.map(\.line) == [7, 0, 0, 0, 9])
    #expect(merged.outcomes[1].reason?.contains("[b] is missing") == true)
    #expect(text == html.replacing("Last <img alt=\"face\" src=x> one.", with: "Laatste <img alt=\"face\" src=x>."))
    #expect((merged.translatedSegments, merged.segments) == (1, 5))
    #expect(!merged.isComplete && merged.absentUnits.isEmpty)
  }

  @Test func aUnitOfAnEditedSourceIsStale() throws {
    let (text, merged) = try merge { file in
      file.metadata.removeAll { $0.key == Extractor.Key.sourceHash }
      file.metadata.append(XLIFF.Metadatum(Extractor.Key.sourceHash, "sha256:other"))
      file.units[0].id = "content-00000000-1"
      file.units[0].translate(into: "Een.")
      file.units[1].id = "someone"
    }
    #expect(merged.outcomes.map(\.kind) == [.stale, .unknown, .unchanged, .unchanged])
    #expect(merged.absentUnits.count == 2)
    #expect(text == html)
  }

  @Test func aUnitThatStandsTwiceIsAppliedOnce() throws {
    let (text, merged) = try merge { file in
      file.units[0].translate(into: "Een.")
      var second = file.units[0]
      second.translate(into: "Twee.")
      file.units.append(second)
    }
    #expect(merged.outcomes.map(\.kind) == [.applied, .unchanged, .unchanged, .unchanged, .refused])
    #expect(text == html.replacing("One. Two.", with: "Een."))
  }

  @Test(arguments: [XLIFF.State.initial, nil])
  func whatIsNoTranslation(state: XLIFF.State?) throws {
    let (text, merged) = try merge { $0.units[0].translate(into: state == nil ? "" : "Voorstel", state: state) }
    #expect(merged.outcomes[0].kind == .unchanged)
    #expect(text == html)
  }

  @Test func anEmptyTargetThatIsTranslatedTakesTheTextAway() throws {
    let (text, merged) = try merge { $0.units[0].translate(into: "", state: .final) }
    #expect(merged.outcomes[0].kind == .applied)
    #expect(text == html.replacing("One. Two.", with: ""))
  }

  @Test func oneSegmentOfTwo() throws {
    let (text, merged) = try merge { $0.units[0].parts[2].target = XLIFF.Content("Twee.") }
    #expect(text == html.replacing("Two.", with: "Twee."))
    #expect((merged.translatedSegments, merged.outcomes[0].kind) == (1, .applied))
  }

  @Test func joinedSegments() throws {
    let (text, merged) = try merge { $0.units[0].translate(into: "Een en twee.") }
    #expect(text == html.replacing("One. Two.", with: "Een en twee."))
    #expect(merged.translatedSegments == 2)
  }

  @Test func splitSegments() throws {
    let (text, merged) = try merge { file in
      file.units[2].parts = [
        XLIFF.Part(.segment, source: XLIFF.Content("Last"), target: XLIFF.Content("Laatste")),
        XLIFF.Part(.ignorable, source: XLIFF.Content(shown: " {1} ", like: file.units[2].sourceContent)),
        XLIFF.Part(.segment, source: XLIFF.Content("one."), target: XLIFF.Content("hier.")),
      ]
    }
    #expect(
      text == html.replacing("Last <img alt=\"face\" src=x> one.", with: "Laatste <img alt=\"face\" src=x> hier."))
    #expect((merged.translatedSegments, merged.outcomes[2].kind) == (1, .applied))
  }

  /// A tool may take a code or white space out of the only segment.
  @Test func aSegmentThatLeftItsCodeBehind() throws {
    let (text, _) = try merge { file in
      let source = file.units[2].sourceContent
      file.units[2].parts = [
        XLIFF.Part(.ignorable, source: XLIFF.Content(shown: "Last {1} ", like: source)),
        XLIFF.Part(.segment, source: XLIFF.Content("one."), target: XLIFF.Content("hier.")),
      ]
    }
    #expect(text == html.replacing("one.", with: "hier."))
  }

  /// A code that has moved from the gap into a sentence is there once.
  @Test func aCodeThatMovedOutOfTheGap() throws {
    let html = "<p>One.<br>Two.</p>"
    let article = Sample("test", Array(html.utf8), .rendered).article
    var file = try Extractor(segmenter: segmenter).extract(article)
    let source = file.units[0].sourceContent
    file.units[0].parts = [
      XLIFF.Part(.segment, source: XLIFF.Content("One."), target: XLIFF.Content("Een.")),
      XLIFF.Part(
        .segment, source: XLIFF.Content(shown: "{1}Two.", like: source),
        target: XLIFF.Content(shown: "{1}Twee.", like: source)),
    ]
    let merged = try Merger(segmenter: segmenter).merge(article, with: file)
    #expect(String(decoding: merged.article.content, as: UTF8.self) == "<p>Een.<br>Twee.</p>")
  }

  @Test func reorderedTargets() throws {
    let (text, _) = try merge { file in
      file.units[0].parts[0].target = XLIFF.Content("Een.")
      file.units[0].parts[0].order = 3
      file.units[0].parts[2].target = XLIFF.Content("Twee.")
      file.units[0].parts[2].order = 1
    }
    #expect(text == html.replacing("One. Two.", with: "Twee. Een."))
  }

  @Test(arguments: [
    ("Zie {2}dat{/2} en {1}dit{/1}.", UnitOutcome.Kind.applied), ("Zie {1}{/1}{2}{/2}", .applied),
    ("Zie {1}{2}dit{/2}{/1}.", .applied), ("Zie {1}dit{/1} en dat.", .refused), ("Zie {1}dit en {2}dat{/2}.", .refused),
    ("Zie {1}dit{/1} {2}en{/2} {3}.", .refused), ("Zie {1}dit{/1} {1}en{/1} {2}{/2}.", .refused),
    ("Zie {1}dit {2}en{/1} dat{/2}.", .refused), ("Zie {/1}dit{1} {2}en{/2}", .refused),
  ])
  func codesOfTheTarget(target: String, expected: UnitOutcome.Kind) throws {
    let (text, merged) = try merge { file in
      file.units[0].translate(into: "Een.")
      file.units[1].translate(into: target)
    }
    #expect(merged.outcomes[1].kind == expected)
    #expect((merged.outcomes[1].reason == nil) == (expected == .applied))
    #expect(text.hasPrefix("<p>Een.</p>"), "the rest is applied")
    if expected == .refused { #expect(text == html.replacing("One. Two.", with: "Een.")) }
  }

  @Test func codesMoveWithTheirBytes() throws {
    let (text, _) = try merge { $0.units[1].translate(into: "{2}dat{/2} en {1}dit{/1}") }
    #expect(text.contains("<p><i>dat</i> en <b>dit</b></p>"))
  }

  /// The alt stands inside a code of the sentence: both are edited, in any order of the codes.
  @Test func anAltWithinATranslatedSentence() throws {
    let (text, merged) = try merge { file in
      file.units[2].translate(into: "{1} is het laatste.")
      file.units[3].translate(into: "gezicht")
    }
    #expect(merged.count(.applied) == 2)
    #expect(text.hasSuffix("<p><img alt=\"gezicht\" src=x> is het laatste.</p>"))
    let (alone, _) = try merge { $0.units[3].translate(into: "gezicht") }
    #expect(alone == html.replacing("face", with: "gezicht"))
  }

  @Test func aRefusedSentenceStillGetsItsAlt() throws {
    let (text, merged) = try merge { file in
      file.units[2].translate(into: "geen code")
      file.units[3].translate(into: "gezicht")
    }
    #expect(merged.outcomes.map(\.kind) == [.unchanged, .unchanged, .refused, .applied])
    #expect(text == html.replacing("face", with: "gezicht"))
  }

  @Test func aPartialFileNamesWhatItLacks() throws {
    let (_, merged) = try merge { $0.units.removeFirst(2) }
    #expect(merged.absentUnits == file.units.prefix(2).map(\.id))
    #expect(merged.outcomes.count == 2)
  }
}
