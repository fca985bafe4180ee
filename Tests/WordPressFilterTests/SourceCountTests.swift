// How much there is to translate, as a file says it in its head.
import Interchange
import Testing

@testable import WordPressFilter

@Suite struct SourceCountTests {
  private static let html = """
    <p>One two. Don't stop<br>here.</p><p>One two.</p><p>One <b>two</b>.</p><p>One <b>two</b>.</p><p>&nbsp;é x</p>
    """

  @Test func countsAreThoseOfTheSegments() throws {
    let file = try extracted(Self.html)
    let counts = ["units", "segments", "words", "characters", "repetitions"].map { file.metadatum($0) }
    // One two. | Don't stop here. | One two. | One two. | One two. | é x; the second and the fourth repeat.
    #expect(counts == ["5", "6", "13", "51", "2"])
  }

  @Test(arguments: XLIFF.Version.allCases)
  func filesSayThem(version: XLIFF.Version) throws {
    let stream = UnitStream(version: version, from: "en", to: "nl")
    let extractor = Extractor(segmenter: try makeSegmenter())
    // The second article's counts are its own, and a file without units has them too.
    for (html, words) in [(Self.html, 13), ("<p>One two.</p>", 2), ("", 0)] {
      _ = try extractor.extract(Sample("test", Array(html.utf8), .raw).article, to: stream)
      #expect(stream.counts.words == words)
      var bytes: [UInt8] = []
      stream.drain { bytes = Array($0) }
      let file = try #require(try XLIFF.Reader.read(bytes: bytes, fileName: "test").files.first)
      #expect(file.metadatum("words") == String(words))
      #expect(file.metadatum("post-id") == "1")
      if version == .v1_2 { #expect(file.header12 == [stream.counts.header12]) }
    }
  }

  @Test func manySegmentsAreTold() throws {
    let html = (0..<2_000).map { "<p>Text \($0 % 1_500)</p>" }.joined()
    #expect(try extracted(html).metadatum("repetitions") == "500")
  }
}
