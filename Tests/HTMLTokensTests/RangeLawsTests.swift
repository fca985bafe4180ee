// Law 1: bytes are the truth. The inputs lie beside the checkout; where they are absent, the tests that need them are
// skipped.
import HTMLTokens
import TestSupport
import Testing

struct RangeLawsTests {
  @Test(.enabled(if: !TestInputs.all.isEmpty, "needs third-party HTML"))
  func tokensConcatenateToTheInput() {
    for input in TestInputs.all {
      #expect(brokenLaw(input.bytes, input.tokenizer) == nil, "\(input.name)")
    }
    print(
      """
      range laws: \(TestInputs.tokenizerSuite.count) tokenizer cases, \
      \(TestInputs.treeConstruction.count) tree construction cases, \(TestInputs.documents.count) documents
      """)
    #expect(TestInputs.tokenizerSuite.isEmpty || TestInputs.tokenizerSuite.count >= 5_186)
    #expect(TestInputs.treeConstruction.isEmpty || TestInputs.treeConstruction.count >= 770)
  }

  /// 20,000 inputs made from those by flipping, cutting and splicing; the seed makes each run the same.
  @Test(.enabled(if: !TestInputs.all.isEmpty, "needs third-party HTML"))
  func mutationsKeepTheLaw() {
    var generator = SeededGenerator(state: 20_260)
    let groups = [TestInputs.tokenizerSuite, TestInputs.treeConstruction, TestInputs.documents].filter { !$0.isEmpty }
    for number in 0..<20_000 {
      var bytes = part(of: groups, &generator)
      for _ in 0...generator.below(4) { mutate(&bytes, groups, &generator) }
      let tokenizer = tokenizer(&generator)
      let problem = brokenLaw(bytes, tokenizer)
      #expect(problem == nil, "mutation \(number) in \(tokenizer.mode): \(bytes.debugText)")
    }
  }

  /// Inputs of markup's own characters reach states that mutations of good HTML seldom do.
  @Test func randomMarkupKeepsTheLaw() {
    let pieces = [
      "<", ">", "/", "!", "-", "--", "<!--", "-->", "--!>", "=", "\"", "'", " ", "\n", "a", "A", "&", "&amp", ";", "#",
      "x",
      "]]>", "<![CDATA[", "<svg>", "</svg>", "<math/>", "<script>", "</script>", "<style>", "</style ", "<title>",
      "</title>",
      "<!doctype", "<?", "</", "<plaintext>", "\u{0}", "é", "\r", "<textarea", "<xmp>", "</xmp/",
    ].map { Array($0.utf8) }
    var generator = SeededGenerator(state: 7)
    for number in 0..<20_000 {
      let bytes = (0..<generator.below(24)).flatMap { _ in pieces[generator.below(pieces.count)] }
      let problem = brokenLaw(bytes, tokenizer(&generator))
      #expect(problem == nil, "random input \(number): \(bytes.debugText)")
    }
  }

  private func tokenizer(_ generator: inout SeededGenerator) -> HTMLTokenizer {
    let modes: [HTMLTokenizer.TextMode] = [
      .data, .data, .data, .rcdata, .rawtext, .scriptData, .plaintext, .cdataSection,
    ]
    let elements = ["script", "title", "style", ""]
    return HTMLTokenizer(
      mode: modes[generator.below(modes.count)], appropriateEndTag: elements[generator.below(elements.count)])
  }

  /// At most 1,000 bytes of one input.
  private func part(of groups: [[TestInput]], _ generator: inout SeededGenerator) -> [UInt8] {
    let group = groups[generator.below(groups.count)]
    let bytes = group[generator.below(group.count)].bytes
    guard !bytes.isEmpty else { return [] }
    let start = bytes.count > 1_000 ? generator.below(bytes.count) : 0
    return Array(bytes[start..<min(bytes.count, start + 1_000)])
  }

  private func mutate(_ bytes: inout [UInt8], _ groups: [[TestInput]], _ generator: inout SeededGenerator) {
    let at = bytes.isEmpty ? 0 : generator.below(bytes.count)
    switch generator.below(3) {
    case 0 where !bytes.isEmpty: bytes[at] ^= 1 << UInt8(generator.below(8))
    case 1: bytes.removeSubrange(at..<min(bytes.count, at + generator.below(20)))
    default:
      let other = part(of: groups, &generator)
      let length = min(other.count, generator.below(80))
      bytes.insert(contentsOf: other[..<length], at: at)
    }
  }
}
