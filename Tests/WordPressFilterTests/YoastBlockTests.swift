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
    ("[\"A\",\"A\"]", "\"A\"", "[\"A\",\"A\"]", "\"C\""), ("\"A\"", "\"A\"", "\"C\"", "\"C\""),
    ("[{\"a\":\"A\"}]", "\"A\"", "[{\"a\":\"A\"}]", "\"C\""), ("[]", "\"A\"", "[]", "\"C\""),
  ])
  func theArrayAlone(array: String, json: String, newArray: String, newJSON: String) throws {
    let html = "<!-- wp:yoast/how-to-block {\"description\":\(array),\"jsonDescription\":\(json)} /-->"
    #expect(
      try WordPressFilterTests.merged(html, .raw, first: "C")
        == "<!-- wp:yoast/how-to-block {\"description\":\(newArray),\"jsonDescription\":\(newJSON)} /-->")
  }

  /// Elements in elements, a string that is the only child, an image with its alt, in another order than before.
  @Test func anArrayIsWrittenAnew() throws {
    let html = """
      <!-- wp:yoast/faq-block {"questions":[{"jsonQuestion":"Q","question":["Q"],"answer":[" See ",{"type":"a","props":\
      {"href":"/x","children":["this ",{"type":"em","props":{"children":"page"}}]},"key":null},{"type":"br","props":\
      {"children":[]}},{"type":"img","props":{"alt":"Face","src":"/f.png"}}," \\u0026 rest. "],"jsonAnswer":"See \
      \\u003ca href=\\u0022/x\\u0022\\u003ethis \\u003cem\\u003epage\\u003c/em\\u003e\\u003c/a\\u003e\\u003cbr\\u003e\\u003cimg \
      alt=\\u0022Face\\u0022\\u003e \\u0026amp; rest."}]} --><strong>Q</strong><p>See <a href="/x">this <em>page</em></a><br>\
      <img alt="Face"> &amp; rest.</p><!-- /wp:yoast/faq-block -->
      """
    let source = "See {1}this {2}page{/2}{/1}{3}{4} & rest."
    #expect(try units(html, .raw) == ["{1}Q{/1}", source, "alt: Face"])
    let merged = try merged(
      html, [source: "Rest {4} & {1}{2}deze{/2} \"pagina\"{/1}.{3}", "Face": "Het \"gezicht\""])
    #expect(
      merged.contains(
        #""answer":[" Rest ",{"type":"img","props":{"alt":"Het \u0022gezicht\u0022","src":"/f.png"}}," \u0026 ","#
          + #"{"type":"a","props":{"href":"/x","children":[{"type":"em","props":{"children":["deze"]}}," \u0022pagina\u0022"]},"#
          + #""key":null},".",{"type":"br","props":{"children":[]}}," "],"#))
    let onlyAlt = try self.merged(html, ["Face": "Hoofd"])
    #expect(onlyAlt == html.replacing("Face", with: "Hoofd"))
    #expect(try Laws().violations(Sample("yoast", Array(html.utf8), .raw)) == [])
  }

  /// Without the attribute that holds HTML the array alone is the copy of what the block shows.
  @Test func theArrayWithoutItsAttribute() throws {
    let html = """
      <!-- wp:yoast/how-to-block {"steps":[{"name":["Use ",{"type":"em","props":{"children":["no"]}}," soap"]}]} -->\
      <li><strong>Use <em>no</em> soap</strong></li><!-- /wp:yoast/how-to-block -->
      """
    #expect(try units(html, .raw) == ["{1}Use {2}no{/2} soap{/1}"])
    let merged = try merged(html, ["{1}Use {2}no{/2} soap{/1}": "{1}Gebruik {2}geen{/2} zeep{/1}"])
    #expect(
      merged
        == html.replacing("Use", with: "Gebruik").replacing("no<", with: "geen<").replacing("\"no\"", with: "\"geen\"")
        .replacing("soap", with: "zeep"))
    #expect(try Laws().violations(Sample("yoast", Array(html.utf8), .raw)) == [])
  }

  // MARK: Strings in the place of arrays

  private static let shown = """
    <div class="schema-faq wp-block-yoast-faq-block"><div class="schema-faq-section" id="q1"><strong \
    class="schema-faq-question">Where is it?</strong> <p class="schema-faq-answer">See <a href="/x" title="A tip">this \
    page</a> now. <img alt="Face"></p> </div> </div>
    <!-- /wp:yoast/faq-block -->
    """
  private static let answer =
    #"See \u003ca href=\u0022/x\u0022 title=\u0022A tip\u0022\u003ethis page\u003c/a\u003e now. \u003cimg alt=\u0022Face\u0022\u003e"#

  /// One unit feeds the string, `json…` where it is there, and the HTML.
  @Test(arguments: [
    #""question":"Where is it?","answer":"ANSWER""#,
    #""question":"Where is it?","answer":"ANSWER","jsonQuestion":"Where is it?","jsonAnswer":"ANSWER""#,
    #""jsonQuestion":"\u003cem\u003eWhere is it?\u003c/em\u003e","jsonAnswer":"ANSWER","question":"Where is it?","answer":"ANSWER""#,
    #""question":"Where is it?","answer":"ANSWER","jsonQuestion":"","jsonAnswer":null"#,
  ])
  func stringsInThePlaceOfArrays(members: String) throws {
    let html =
      "<!-- wp:yoast/faq-block {\"questions\":[{\"id\":\"q1\","
      + members.replacing("ANSWER", with: Self.answer) + ",\"images\":[]}]} -->\n" + Self.shown
    let shown = try units(html, .raw)
    #expect(
      shown.filter { !$0.contains("Face") && !$0.contains("tip") } == [
        "{1}Where is it?{/1}", "See {1}this page{/1} now.",
      ])
    #expect(shown.count == 4 && !shown.contains { $0.contains("attribute:") })
    let merged = try merged(
      html,
      [
        "{1}Where is it?{/1}": "{1}Waar?{/1}", "See {1}this page{/1} now.": "Zie nu {1}deze \"pagina\"{/1}.",
        "Face": "Gezicht", "A tip": "Een wenk",
      ])
    let expected =
      html.replacing("Where is it?", with: "Waar?").replacing("Face", with: "Gezicht").replacing(
        "A tip", with: "Een wenk"
      )
      .replacing("See <a", with: "Zie nu <a").replacing("this page</a> now.", with: "deze \"pagina\"</a>.")
      .replacing(#"See \u003ca"#, with: #"Zie nu \u003ca"#)
      .replacing(#"this page\u003c/a\u003e now."#, with: #"deze \u0022pagina\u0022\u003c/a\u003e."#)
    #expect(merged == expected)
    #expect(try Laws().violations(Sample("yoast", Array(html.utf8), .raw)) == [])
  }

  @Test func stringsOfAHowTo() throws {
    let html = """
      <!-- wp:yoast/how-to-block {"steps":[{"id":"s1","name":"Rinse.","text":"Use \\u003cem\\u003eno\\u003c/em\\u003e soap.",\
      "jsonName":"Rinse.","jsonText":"Use \\u003cem\\u003eno\\u003c/em\\u003e soap."}],"description":"Be quick."} -->
      <div><p class="schema-how-to-description">Be quick.</p><ol><li><strong>Rinse.</strong> <p>Use <em>no</em> soap.</p></li>\
      </ol></div><!-- /wp:yoast/how-to-block -->
      """
    #expect(try units(html, .raw) == ["Be quick.", "{1}Rinse.{/1}", "Use {1}no{/1} soap."])
    let merged = try merged(
      html,
      [
        "Be quick.": "Snel.", "{1}Rinse.{/1}": "{1}Spoel.{/1}", "Use {1}no{/1} soap.": "Neem {1}geen{/1} zeep.",
      ])
    #expect(
      merged
        == html.replacing("Be quick.", with: "Snel.").replacing("Rinse.", with: "Spoel.").replacing(
          "Use ", with: "Neem "
        )
        .replacing(">no<", with: ">geen<").replacing("003eno\\", with: "003egeen\\").replacing("soap", with: "zeep"))
  }

  /// Of two different texts each is a unit; the one that the block shows goes with that.
  @Test(arguments: [("Where is it?", "Where?"), ("Where?", "Where is it?")])
  func aStringOfAnotherText(json: String, string: String) throws {
    let html = """
      <!-- wp:yoast/faq-block {"questions":[{"question":"\(string)","jsonQuestion":"\(json)"}]} -->
      <strong>Where is it?</strong><!-- /wp:yoast/faq-block -->
      """
    let file = try extracted(html, .raw)
    #expect(file.units.map(\.sourceContent.shown) == ["{1}Where is it?{/1}", "Where?"])
    #expect(file.units.last?.notes.contains { $0.category == "blocks.copies-differ" } == true)
    let merged = try merged(html, ["{1}Where is it?{/1}": "{1}Waar is het?{/1}", "Where?": "Waar?"])
    #expect(merged == html.replacing("Where is it?", with: "Waar is het?").replacing("Where?", with: "Waar?"))
  }

  /// What JSON has twice is edited once.
  @Test func membersThatStandThereTwice() throws {
    let html = """
      <!-- wp:yoast/faq-block {"questions":[{"question":"Q a","jsonQuestion":"Q a","question":"Q a","jsonQuestion":"Q a"}]} -->
      <strong>Q a</strong><!-- /wp:yoast/faq-block -->
      """
    #expect(try Laws().violations(Sample("yoast", Array(html.utf8), .raw)) == [])
    #expect(try self.merged(html, ["{1}Q a{/1}": "{1}V b{/1}"]).contains("\"question\":\"V b\",\"json"))
  }

  /// A link's title in an array takes the translation of the tag's, with the attribute that holds HTML and without it.
  @Test(arguments: [
    #","jsonAnswer":"See \u003ca title=\u0022A tip\u0022\u003ethis\u003c/a\u003e"}"#,
    #","jsonAnswer":"See \u003ca\u003ethis\u003c/a\u003e"}"#, #","jsonAnswer":""}"#, "}",
  ])
  func aTitleInAnArray(json: String) throws {
    let html = """
      <!-- wp:yoast/faq-block {"questions":[{"answer":["See ",{"type":"a","props":{"href":"/x","title":"A tip",\
      "children":["this"]}}]\(json)]} -->
      <p>See <a href="/x" title="A tip">this</a></p><!-- /wp:yoast/faq-block -->
      """
    #expect(try units(html, .raw) == ["See {1}this{/1}", "content.title: A tip"])
    #expect(try merged(html, ["A tip": "Een wenk"]) == html.replacing("A tip", with: "Een wenk"))
    let both = try merged(html, ["A tip": "Een \"wenk\"", "See {1}this{/1}": "Zie {1}dit{/1}"])
    #expect(
      both.contains(
        #"["Zie ",{"type":"a","props":{"href":"/x","title":"Een \u0022wenk\u0022","children":["dit"]}}]"#), "\(both)")
    #expect(try Laws().violations(Sample("yoast", Array(html.utf8), .raw)) == [])
  }
}
