// Inputs on which a tokenizer that looks ahead, or goes back, takes the square of their length.
import HTMLTokens
import Testing

struct LinearTimeTests {
  /// Sizes grow fourfold up to 1 MB. A linear tokenizer takes seconds at most in a debug build for the largest; one
  /// that is not goes beyond the limit before the sizes get long, so that the test fails instead of never ending.
  @Test(arguments: [
    "<", "<a ", "<a b=", "<a b=\"", "<!--", "<!-- -", "<!--<!--", "<!", "<!doctype \"", "<?", "</", "</a ", "&", "&#",
    "&#1",
    "&amp", "&CounterClockwiseContourIntegra", "<script><!--<script>", "<script></scrip", "<title></titl", "<style></",
    "<svg>", "<svg><![CDATA[", "<svg><![CDATA[]]>", "]]", "<a/", "<a ==", "-",
  ])
  func timeGrowsWithTheInput(piece: String) {
    let clock = ContinuousClock()
    for size in [4_096, 16_384, 65_536, 262_144, 1_048_576] {
      var bytes: [UInt8] = []
      while bytes.count < size { bytes += Array(piece.utf8) }
      let took = clock.measure {
        #expect(brokenLaw(bytes, HTMLTokenizer()) == nil)
      }
      #expect(took < .seconds(10), "\(size) bytes of \(piece) took \(took)")
      guard took < .seconds(10) else { return }
    }
  }
}
