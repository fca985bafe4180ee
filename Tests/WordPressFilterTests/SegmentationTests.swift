// Sentences, the gaps between them, and which codes go where.
import Interchange
import Testing

@testable import WordPressFilter

@Suite struct SegmentationTests {
  /// The parts of the first unit: segments as they are, gaps in `‹›`.
  private func parts(_ html: String) throws -> [String] {
    try extracted("<p>\(html)</p>").units[0].parts.map { part in
      part.kind == .segment ? part.source.shown : "‹\(part.source.shown)›"
    }
  }

  @Test(arguments: [
    ("One. Two! Three?", ["One.", "‹ ›", "Two!", "‹ ›", "Three?"]),
    ("One.\n  Two.", ["One.", "‹\n  ›", "Two."]),
    ("Dr. Who said so.", ["Dr. Who said so."]),
    ("<b>One.</b> Two.", ["{1}One.{/1}", "‹ ›", "Two."]),
    ("One. <b>Two.</b>", ["One.", "‹ ›", "{1}Two.{/1}"]),
    ("<b>One.</b> <i>Two.</i>", ["{1}One.{/1}", "‹ ›", "{2}Two.{/2}"]),
    ("One.<br>Two.", ["One.", "‹{1}›", "Two."]),
    ("One.<br> Two.", ["One.", "‹{1} ›", "Two."]),
    ("One. <img src=x> Two.", ["One.", "‹ {1} ›", "Two."]),
    ("A <b>b. C</b> d.", ["A {1}b.", "‹ ›", "C{/1} d."]),
    ("<b>One. Two.</b>", ["{1}One.", "‹ ›", "Two.{/1}"]),
    ("<b>One. </b>Two.", ["{1}One. {/1}", "Two."]),
    ("line one<br>line two", ["line one{1}line two"]),
  ])
  func partsOfAUnit(html: String, expected: [String]) throws {
    #expect(try parts(html) == expected)
  }

  @Test func aPairOverTwoSentencesIsStartAndEnd() throws {
    let codes = try extracted("<p>A <b>b. C</b> <i>d</i>.</p>").units[0].parts.flatMap(\.source.codes)
    #expect(codes.map(\.kind) == [.startCode, .endCode, .spanStart, .spanEnd])
    #expect(codes.map(\.id) == ["1", "1", "2", "2"])
  }

  @Test func segmentsAreNumbered() throws {
    let parts = try extracted("<p>One. Two. Three.</p>").units[0].parts
    #expect(parts.map(\.id) == ["s1", "", "s2", "", "s3"])
    #expect(parts.allSatisfy { $0.target == nil && $0.state == nil })
  }

  /// The parts joined are the unit, for any text.
  @Test func nothingIsLostBetweenParts() throws {
    for sample in try Samples.clinic() + Samples.real() {
      for unit in try Extractor(segmenter: try makeSegmenter()).extract(sample.article).units {
        #expect(unit.parts.first?.kind == .segment && unit.parts.last?.kind == .segment)
        for part in unit.parts where part.kind == .segment {
          #expect(part.source.plainText.trimmingPrefix { $0 == " " || $0 == "\n" }.isEmpty == false, "\(unit.id)")
        }
      }
    }
  }
}
