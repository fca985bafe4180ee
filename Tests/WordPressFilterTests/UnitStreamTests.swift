// Units that are written straight from bytes are the same, byte for byte, as those that are values first.
import Interchange
import TestSupport
import Testing

@testable import WordPressFilter

@Suite struct UnitStreamTests {
  private func stream(_ version: XLIFF.Version) -> UnitStream { UnitStream(version: version, from: "en", to: "nl") }

  /// What `stream` holds of `article`.
  private func streamed(_ article: Article, _ stream: UnitStream) throws -> String {
    _ = try Extractor(segmenter: try makeSegmenter()).extract(article, to: stream)
    var bytes: [UInt8] = []
    stream.drain { bytes = Array($0) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func written(_ article: Article, _ version: XLIFF.Version) throws -> String {
    var file = try Extractor(segmenter: try makeSegmenter()).extract(article)
    if version == .v1_2 {
      var counts = SourceCounts()
      counts.units = file.units.count
      let value = { (key: String) in file.metadatum(key).flatMap { Int($0) } ?? -1 }
      (counts.segments, counts.words) = (value("segments"), value("words"))
      (counts.characters, counts.repetitions) = (value("characters"), value("repetitions"))
      file.header12 = [counts.header12]
    }
    let document = XLIFF.Document(version: version, sourceLanguage: "en", targetLanguage: "nl", files: [file])
    return String(decoding: XLIFF.Writer.bytes(of: document), as: UTF8.self)
  }

  @Test(arguments: XLIFF.Version.allCases)
  func articlesAreWrittenAlike(version: XLIFF.Version) throws {
    // One stream for all: what an article leaves behind must not reach the next.
    let stream = stream(version)
    for sample in try Samples.clinic() {
      #expect(try streamed(sample.article, stream) == written(sample.article, version), "\(sample.name)")
    }
  }

  @Test(arguments: [
    "", "<p></p>", "Text", "<p>One. Two! Three?</p>", "<p>A <b>b <i>c</b> d</i> e</p>", "<p>A <b>b. C</b> d.</p>",
    "<p><b></b>A<br>b<br/> c</p>", "<p>A & b &lt; &#1; \u{1} \u{FFFE} \"q\" é💊</p>",
    "<h2>One</h2><p>Two</p><h3>A &amp; &lt;b&gt;</h3><li>Three</li><h2>Four</h2><p>Five</p>",
    "<p>See <a href='x' title='T'>this <img src='/a/b.webp' alt='Face'> and</a> <img alt='Two' src=x></p>",
    "<p>[caption id=1]x[/caption] [note a=b] [b]x[/b] https://example.org/a?b=c. End</p>",
    "<p>A <!-- c --> b <script>x</script> <CODE>y</CODE> <x-y z='&amp;'>w</x-y> </b></p>",
    "<p><i>1</i> <i>2</i> <i>3</i> <i>4</i> <i>5</i> <i>6</i> <b class=\"<>\">7</b> <b class=\"<>\">8</b> x</p>",
    "<!-- wp:rank-math/faq-block {\"questions\":[{\"title\":\"Q?\",\"content\":\"A.\"}]} --><p>Q?</p><!-- /wp:x -->",
  ])
  func markupIsWrittenAlike(html: String) throws {
    for form in [Article.Form.raw, .rendered, .page] {
      var article = Sample("test", Array(html.utf8), form).article
      article.meta = [
        Article.MetaField(key: "rank_math_title", text: Array("A title & more".utf8), json: Array("\"\"".utf8))
      ]
      for version in XLIFF.Version.allCases {
        #expect(try streamed(article, stream(version)) == written(article, version))
      }
    }
  }

  @Test func anyMarkupIsWrittenAlike() throws {
    let pieces = [
      "<b>", "</b>", "<i>", "</i>", "<br>", "<p>", "</p>", "<a href=x>", "</a>", "<img src=a alt=b>", "[x]", "[/x]",
      "One. ", "Two", " ", "&amp;", "&#1;", "\n", "é", "<h2>", "</h2>", "<!-- c -->", "https://a.example ",
    ]
    var generator = SeededGenerator(state: 7)
    let stream = stream(.v2_1)
    for _ in 0..<400 {
      let html = generator.text(of: pieces, upTo: 24)
      let article = Sample("test", Array(html.utf8), .raw).article
      #expect(try streamed(article, stream) == written(article, .v2_1), "\(html)")
    }
  }

  @Test func unitsAndSegmentsAreCounted() throws {
    for version in [XLIFF.Version.v1_2, .v2_1] {
      let stream = stream(version)
      for _ in 0..<2 {
        _ = try streamed(Sample("test", Array("<p>One. Two.</p><p>Three</p>".utf8), .raw).article, stream)
        #expect((stream.counts.units, stream.counts.segments) == (2, 3))
      }
    }
  }
}

@Suite struct TextRunTests {
  /// Every byte at every place of a word, among neighbours that set other bits: the eight-byte scan must miss none.
  @Test func everyByteIsFoundAtEveryPlace() {
    for byte in UInt8.min...UInt8.max {
      for place in 0..<17 {
        for neighbour: UInt8 in [0x20, 0x27, 0x3B, 0x5A, 0x61, 0x80, 0xFF] {
          var bytes = [UInt8](repeating: neighbour, count: 17)
          bytes[place] = byte
          let isMark = byte < 0x20 || byte == 0x26 || byte == 0x3A || byte == 0x5B
          #expect(TextRun.end(in: bytes.span, from: 0, to: 17) == (isMark ? place : 17))
          #expect(TextRun.reference(in: bytes.span, from: 0, to: 17) == (byte == 0x26 ? place : 17))
          #expect(TextRun.end(in: bytes.span, from: place, to: place) == place)
        }
      }
    }
  }
}
