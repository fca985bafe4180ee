// Terms marked in sources, and that the marks disturb nothing: neither the text, nor the codes, nor the way back.
import Interchange
import TestSupport
import Testing
import UnicodeText

@testable import WordPressFilter

/// Finds some words and phrases, as a glossary's matcher would.
final class SampleAnnotator: SourceAnnotator {
  let phrases: [(text: String, concept: Int)]
  let entries: [XLIFF.GlossaryEntry]

  init(_ phrases: [(text: String, concept: Int)] = [("acne scars", 0), ("acne", 1), ("Laser", 2), ("Laser", 3)]) {
    self.phrases = phrases
    entries = phrases.map { text, concept in
      XLIFF.GlossaryEntry(
        id: "c-\(concept)", term: .init(text), translations: [.init("t-\(text)"), .init("u")],
        definition: concept == 1 ? nil : .init("what \(text) & co. is", source: "g.tbx"))
    }
  }

  func terms(in text: [UInt8]) throws(ICUError) -> [SourceTerm] {
    var terms: [SourceTerm] = []
    for start in text.indices {
      for (place, phrase) in phrases.enumerated() where text[start...].starts(with: phrase.text.utf8) {
        terms.append(SourceTerm(range: start..<start + phrase.text.utf8.count, entry: place, concept: phrase.concept))
      }
    }
    return terms
  }
}

@Suite struct SourceMarkTests {
  private func file(
    _ html: String, _ version: XLIFF.Version, isPrefilled: Bool = false, annotator: SampleAnnotator? = SampleAnnotator()
  ) throws -> XLIFF.File {
    var options = UnitStream.Options()
    options.annotator = annotator
    options.isPrefilled = isPrefilled
    let stream = UnitStream(version: version, from: "en", to: "nl", options: options)
    let extractor = Extractor(segmenter: try makeSegmenter())
    _ = try extractor.extract(Sample("test", Array(html.utf8), .raw).article, to: stream)
    var bytes: [UInt8] = []
    stream.drain { bytes = Array($0) }
    return try #require(try XLIFF.Reader.read(bytes: bytes, fileName: "test").files.first)
  }

  /// The unit's sources, marks as `«1…»` and where they don't nest as `‹1…›`, codes as `{1}`.
  private func shown(_ unit: XLIFF.Unit) -> String {
    unit.parts.map(\.source).map { content in
      var shown = ""
      var at = 0
      for element in content.elements {
        shown += String(decoding: content.text[at..<element.offset], as: UTF8.self)
        at = element.offset
        let number = element.id.drop { $0 == "m" }
        let sign =
          switch element.kind {
          case .markStart: "«\(number)"
          case .markEnd: "»"
          case .startMarker: "‹\(number)"
          case .endMarker: "›"
          case .spanEnd, .endCode: "{/\(element.id)}"
          default: "{\(element.id)}"
          }
        shown += sign
      }
      return shown + String(decoding: content.text[at...], as: UTF8.self)
    }.joined(separator: "|")
  }

  @Test(arguments: [
    ("acne", "«1acne»"), ("My acne scars, acne.", "My «1acne scars», «2acne»."), ("acne acne", "«1acne» «2acne»"),
    ("<b>acne</b> x", "{1}«1acne»{/1} x"), ("x <b>acne</b> scars y", "x «1{1}acne{/1} scars» y"),
    ("x acne <b>scars</b> y", "x «1acne {1}scars{/1}» y"), ("x <b>acne scars</b>", "x {1}«1acne scars»{/1}"),
    ("x <b>my acne</b> scars", "x {1}my ‹1acne{/1} scars›"), ("acne <b>scars here</b>", "‹1acne {1}scars› here{/1}"),
    ("a<b>c</b>ne", "«1a{1}c{/1}ne»"), ("a<br>cne", "«1a{1}cne»"), ("ac<b>ne x</b> acne", "‹1ac{1}ne› x{/1} «2acne»"),
    ("<i><b>acne</b> scars</i>", "{1}«1{2}acne{/2} scars»{/1}"),
    ("<i>x <b>acne</b></i> scars", "{1}x {2}‹1acne{/2}{/1} scars›"),
    ("Laser one. Laser <b>two. Three</b>.", "«1Laser» one.| |«2Laser» {1}two.| |Three{/1}."),
    ("x &amp; acne", "x & «1acne»"),
    ("no terms", "no terms"),
  ])
  func marksStandAroundTerms(html: String, expected: String) throws {
    let unit = try file("<p>\(html)</p>", .v2_1).units[0]
    #expect(shown(unit) == expected)
    // 1.2 has the same marks but for those that don't nest.
    let plain = expected.replacing(#/‹[0-9]|›/#, with: "")
    #expect(
      shown(try file("<p>\(html)</p>", .v1_2).units[0]).replacing(#/«[0-9]/#, with: "«")
        == plain.replacing(#/«[0-9]/#, with: "«"))
  }

  @Test func theGlossaryStandsBesideTheUnit() throws {
    let unit = try file("<p>Laser and acne and acne</p>", .v2_1).units[0]
    // Two concepts share the first mark; a concept that stands there twice has one entry.
    #expect(unit.glossary.map(\.id) == ["c-2", "c-3", "c-1"])
    #expect(unit.glossary.map(\.reference) == ["#m1", "#m1", "#m2"])
    #expect(unit.glossary[0].translations.map(\.text) == ["t-Laser", "u"])
    #expect(unit.glossary[0].definition?.source == "g.tbx")
    let marks = unit.parts[0].source.elements.filter { $0.kind == .markStart }
    #expect(marks.map(\.type) == ["term", "term", "term"])
    #expect(marks.map(\.value) == ["what Laser & co. is", nil, nil])
    #expect(try file("<p>Nothing</p>", .v2_1).units[0].glossary == [])
  }

  @Test func theGlossaryIsANoteIn12() throws {
    let unit = try file("<p>My acne</p>", .v1_2).units[0]
    #expect(unit.glossary.map(\.term.text) == ["acne"])
    #expect(unit.glossary[0].translations.map(\.text) == ["t-acne", "u"])
    #expect(unit.parts[0].source.elements.first?.value == "t-acne, u")
  }

  /// With terms or without: the same ids, texts, segments and codes, however the markup lies.
  @Test(arguments: XLIFF.Version.allCases)
  func marksChangeNothingElse(version: XLIFF.Version) throws {
    let pieces = [
      "<b>", "</b>", "<i>", "</i>", "<br>", "<p>", "</p>", "<a href=x>", "</a>", "<img src=a alt=acne>", "[x]", "[/x]",
      "One. ",
      "acne", " ", "scars", "Laser", "acne scars", "é", "<h2>", "</h2>", "<!-- c -->", "https://a.example ",
    ]
    var generator = SeededGenerator(state: 11)
    var marks = 0
    for _ in 0..<300 {
      let html = generator.text(of: pieces, upTo: 24)
      let plain = try file(html, version, annotator: nil)
      for isPrefilled in [false, true] {
        let marked = try file(html, version, isPrefilled: isPrefilled)
        #expect(marked.units.map(\.id) == plain.units.map(\.id))
        for (own, other) in zip(marked.units, plain.units) {
          #expect(own.parts.map(\.kind) == other.parts.map(\.kind), "\(html)")
          for (part, bare) in zip(own.parts, other.parts) {
            #expect(part.source.text == bare.source.text && part.source.codes == bare.source.codes, "\(html)")
            if part.kind == .segment { #expect(part.target == (isPrefilled ? bare.source : nil), "\(html)") }
            marks += part.source.elements.count { $0.kind == .markStart || $0.kind == .startMarker }
          }
        }
      }
    }
    #expect(marks > 100)
  }

  /// A file with terms that comes back untouched changes no byte, and a translation without marks arrives whole.
  @Test(arguments: XLIFF.Version.allCases)
  func marksDoNotComeBack(version: XLIFF.Version) throws {
    let html = "<p>x <b>my acne</b> scars. Laser <i>acne</i>!</p><p>acne <a href=x>scars</a></p>"
    let article = Sample("test", Array(html.utf8), .raw).article
    let merger = Merger(segmenter: try makeSegmenter())
    for isPrefilled in [false, true] {
      let untouched = try merger.merge(article, with: file(html, version, isPrefilled: isPrefilled))
      #expect(untouched.article.content == article.content)
      #expect(untouched.outcomes.allSatisfy { $0.kind == .unchanged })
    }
    for keepsMarks in [false, true] {
      let translated = try file(html, version).translated { source in
        Pseudotranslation.of(keepsMarks ? source : XLIFF.Content(text: source.text, elements: source.codes))
      }
      let returned = try #require(try translated.exchanged(in: version))
      let merged = try merger.merge(article, with: returned)
      #expect(merged.outcomes.allSatisfy { $0.kind == .applied }, "\(merged.outcomes)")
      let expected = try merger.merge(
        article, with: file(html, version, annotator: nil).translated(Pseudotranslation.of))
      #expect(merged.article.content == expected.article.content)
    }
  }

  @Test func prefilledFilesSaySo() throws {
    for version in XLIFF.Version.allCases {
      let prefilled = try file("<p>One. <b>Two</b>.</p>", version, isPrefilled: true)
      #expect(prefilled.metadatum("prefilled") == "yes")
      let segments = prefilled.units[0].parts.filter { $0.kind == .segment }
      #expect(segments.map(\.state) == [.initial, .initial])
      #expect(segments.allSatisfy { !$0.isTranslated })
      #expect(segments.first?.subState == (version == .v1_2 ? "xliff12:new" : nil))
      #expect(try file("<p>One</p>", version).metadatum("prefilled") == nil)
    }
  }
}
