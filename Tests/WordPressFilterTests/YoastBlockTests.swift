// Yoast's blocks with the markup that Yoast writes: the text stands there three times.
import Interchange
import Testing

@testable import WordPressFilter

@Suite struct YoastBlockTests {
  private let faq = """
    <!-- wp:yoast/faq-block {"questions":[{"id":"faq-question-1","question":["What is a peel?"],"answer":["A ",\
    {"type":"strong","props":{"children":["mild"]}}," acid."],"jsonQuestion":"What is a peel?",\
    "jsonAnswer":"A \\u003cstrong\\u003emild\\u003c/strong\\u003e acid."}]} -->
    <div class="schema-faq wp-block-yoast-faq-block"><div class="schema-faq-section" id="faq-question-1">\
    <strong class="schema-faq-question">What is a peel?</strong> <p class="schema-faq-answer">A <strong>mild</strong> \
    acid.</p> </div> </div>
    <!-- /wp:yoast/faq-block -->
    """

  /// `html` with each target in the place of the unit whose source it is given for.
  private func merged(_ html: String, _ targets: [String: String]) throws -> String {
    let article = Sample("yoast", Array(html.utf8), .raw).article
    let segmenter = try makeSegmenter()
    var file = try Extractor(segmenter: segmenter).extract(article)
    for index in file.units.indices {
      if let target = targets[file.units[index].sourceContent.shown] { file.units[index].translate(into: target) }
    }
    let merged = try Merger(segmenter: segmenter).merge(article, with: file)
    #expect(merged.count(.applied) == targets.count)
    return String(decoding: merged.article.content, as: UTF8.self)
  }

  @Test func oneUnitFeedsAllThree() throws {
    #expect(try units(faq, .raw) == ["{1}What is a peel?{/1}", "A {1}mild{/1} acid."])
    let merged = try merged(
      faq, ["{1}What is a peel?{/1}": "{1}Wat is \"R&D\" <5?{/1}", "A {1}mild{/1} acid.": "{1}Mild{/1} zuur."])
    let expected =
      faq
      .replacing(
        "\"question\":[\"What is a peel?\"]", with: "\"question\":[\"Wat is \\u0022R\\u0026D\\u0022 \\u003c5?\"]"
      )
      .replacing(
        "\"jsonQuestion\":\"What is a peel?\"",
        with: "\"jsonQuestion\":\"Wat is \\u0022R\\u0026amp;D\\u0022 \\u0026lt;5?\""
      )
      .replacing(">What is a peel?<", with: ">Wat is \"R&amp;D\" &lt;5?<")
      .replacing(
        "[\"A \",{\"type\":\"strong\",\"props\":{\"children\":[\"mild\"]}},\" acid.\"]",
        with: "[{\"type\":\"strong\",\"props\":{\"children\":[\"Mild\"]}},\" zuur.\"]"
      )
      .replacing(
        "A \\u003cstrong\\u003emild\\u003c/strong\\u003e acid.",
        with: "\\u003cstrong\\u003eMild\\u003c/strong\\u003e zuur."
      )
      .replacing("A <strong>mild</strong> acid.", with: "<strong>Mild</strong> zuur.")
    #expect(merged == expected)
  }

  /// The array keeps its bytes where its text is not that of the other copies.
  @Test func anArrayOfAnotherTextKeepsItsBytes() throws {
    let other = faq.replacing("[\"A \",", with: "[\"An \",")
    let merged = try merged(other, ["A {1}mild{/1} acid.": "{1}Mild{/1} zuur."])
    #expect(merged.contains("[\"An \",{\"type\":\"strong\",\"props\":{\"children\":[\"mild\"]}},\" acid.\"]"))
    #expect(merged.contains("<strong>Mild</strong> zuur."))
  }

  /// The codes inside have other numbers in the attribute, where the pair around them is missing.
  @Test func codesInsideTheWrapperKeepTheirPlaces() throws {
    let html = """
      <!-- wp:yoast/how-to-block {"steps":[{"name":["Use ",{"type":"em"}],"jsonName":"Use \\u003cem\\u003eno\\u003c/em\\u003e \
      \\u003ccode\\u003ex\\u003c/code\\u003e soap. Rinse \\u003cb\\u003eit\\u003c/b\\u003e."}]} -->
      <li><strong class="n">Use <em>no</em> <code>x</code> soap. Rinse <b>it</b>.</strong> </li><!-- /wp:yoast/how-to-block -->
      """
    #expect(try units(html, .raw) == ["{1}Use {2}no{/2} {3} soap. Rinse {4}it{/4}.{/1}"])
    let merged = try merged(
      html,
      [
        "{1}Use {2}no{/2} {3} soap. Rinse {4}it{/4}.{/1}":
          "{1}Spoel {4}het{/4} {3} af. Gebruik {2}geen{/2} zeep.{/1}"
      ])
    #expect(
      merged.contains(
        "\"Spoel \\u003cb\\u003ehet\\u003c/b\\u003e \\u003ccode\\u003ex\\u003c/code\\u003e af. Gebruik "
          + "\\u003cem\\u003egeen\\u003c/em\\u003e zeep.\""))
    #expect(
      merged.contains(
        "<strong class=\"n\">Spoel <b>het</b> <code>x</code> af. Gebruik <em>geen</em> zeep.</strong> </li>"))
  }

  /// Each segment changes for itself where the file has the same segments as the article.
  @Test(arguments: [0, 2])
  func oneSentenceOfTwo(part: Int) throws {
    let html = """
      <!-- wp:yoast/faq-block {"questions":[{"jsonQuestion":"One \\u003cb\\u003ea\\u003c/b\\u003e. Two b."}]} -->
      <strong>One <b>a</b>. Two b.</strong><!-- /wp:yoast/faq-block -->
      """
    let article = Sample("yoast", Array(html.utf8), .raw).article
    let segmenter = try makeSegmenter()
    var file = try Extractor(segmenter: segmenter).extract(article)
    #expect(file.units.count == 1)
    let source = file.units[0].parts[part].source
    file.units[0].parts[part].target = XLIFF.Content(
      shown: source.shown.replacing("One", with: "Een").replacing("Two", with: "Twee"), like: source)
    let merged = try Merger(segmenter: segmenter).merge(article, with: file).article
    let (old, new) = part == 0 ? ("One", "Een") : ("Two", "Twee")
    #expect(String(decoding: merged.content, as: UTF8.self) == html.replacing(old, with: new))
  }

  /// The pair may as well stand in the attribute only; the edit stays inside it.
  @Test func theAttributeMayHaveTheWrapper() throws {
    let html = """
      <!-- wp:rank-math/faq-block {"questions":[{"title":"\\u003cb\\u003e\\u003ci\\u003eQ\\u003c/i\\u003e\\u003c/b\\u003e"}]} -->
      <h3><i>Q</i></h3><!-- /wp:rank-math/faq-block -->
      """
    #expect(try units(html, .raw) == ["{1}Q{/1}"])
    #expect(
      try merged(html, ["{1}Q{/1}": "{1}V{/1}?"]).contains(
        "\\u003cb\\u003e\\u003ci\\u003eV?\\u003c/i\\u003e\\u003c/b\\u003e"))
  }

  /// The same text may stand there with and without a pair around it: each goes with its like.
  @Test func theSamePairCountsMore() throws {
    let html = """
      <!-- wp:rank-math/faq-block {"questions":[{"title":"Q","content":"\\u003cb\\u003eQ\\u003c/b\\u003e"}]} -->
      <p><b>Q</b></p><h3>Q</h3><!-- /wp:rank-math/faq-block -->
      """
    let merged = try merged(html, ["{1}Q{/1}": "{1}A{/1}", "Q": "V"])
    #expect(merged.contains("{\"title\":\"V\",\"content\":\"\\u003cb\\u003eA\\u003c/b\\u003e\"}"))
  }

  @Test(arguments: [
    // Another code, a code elsewhere, white space that only the pair keeps.
    ("<b>A</b> b", "<p><i>A</i> b</p>", ["{1}A{/1} b", "content.attribute: {1}A{/1} b"]),
    ("A b", "<p><i>A</i> b</p>", ["{1}A{/1} b", "content.attribute: A b"]),
    ("<b> Q</b>", "<p><i> Q</i></p>", ["{1} Q{/1}", "content.attribute: {1} Q{/1}"]),
  ])
  func whatDiffersStaysTwoUnits(attribute: String, html: String, expected: [String]) throws {
    let title = attribute.replacing("<", with: "\\u003c").replacing(">", with: "\\u003e")
    let content = """
      <!-- wp:rank-math/faq-block {"questions":[{"title":"\(title)"}]} -->\(html)<!-- /wp:rank-math/faq-block -->
      """
    #expect(try units(content, .raw) == expected)
  }

  /// The array goes with the attribute where no HTML repeats either.
  @Test(arguments: [
    ("[\"A & b\"]", "\"A \\u0026amp; b\"", "[\"C\"]", "\"C\""), ("[\"A\"]", "\"B\"", "[\"A\"]", "\"C\""),
    ("[\"A\",\"A\"]", "\"A\"", "[\"A\",\"A\"]", "\"C\""), ("\"A\"", "\"A\"", "\"A\"", "\"C\""),
    ("[{\"a\":\"A\"}]", "\"A\"", "[{\"a\":\"A\"}]", "\"C\""), ("[]", "\"A\"", "[]", "\"C\""),
  ])
  func theArrayAlone(array: String, json: String, newArray: String, newJSON: String) throws {
    let html = "<!-- wp:yoast/how-to-block {\"description\":\(array),\"jsonDescription\":\(json)} /-->"
    #expect(
      try WordPressFilterTests.merged(html, .raw, first: "C")
        == "<!-- wp:yoast/how-to-block {\"description\":\(newArray),\"jsonDescription\":\(newJSON)} /-->")
  }
}
