// Where units end and begin, element by element: the HTML standard's tree decides, built or not.
import Interchange
import Testing

@testable import WordPressFilter

@Suite struct UnitStructureTests {
  /// <https://html.spec.whatwg.org/multipage/syntax.html#optional-tags>
  @Test(arguments: [
    ("<p>a<p>b<div>c</div>d", ["a", "b", "c", "d"]),
    ("<ul><li>a<li>b<ul><li>c<li>d</ul>e<li>f</ul>g", ["a", "b", "c", "d", "e", "f", "g"]),
    ("<dl><dt>a<dd>b<dt>c<dd>d</dl>", ["a", "b", "c", "d"]),
    (
      "<table><caption>a<thead><tr><th>b<th>c<tbody><tr><td>d<td>e<tr><td>f<tfoot><tr><td>g</table>h",
      ["a", "b", "c", "d", "e", "f", "g", "h"]
    ),
    (
      "<select><optgroup label=\"A\"><option>a<option label=B>b</select>",
      ["content.label: A", "a", "b", "content.label: B"]
    ),
    ("<p>a<ruby>b<rp>(<rt>c<rp>)</ruby>d", ["a{1}b{2}({3}c{4}){/1}d"]),
    ("<p>a<ruby><rb>b</rb><rt>c</rt></ruby>d", ["a{1}{2}b{/2}{3}c{/3}{/1}d"]),
  ])
  func impliedEnds(html: String, expected: [String]) throws {
    #expect(try units(html) == expected)
  }

  @Test(arguments: [
    ("<div>a<ul><li>b</li></ul>c</div>", ["a", "b", "c"]), ("<td>a<div>b</div>c</td>", ["a", "b", "c"]),
    ("<blockquote>a<p>b</p>c<cite>d</cite></blockquote>", ["a", "b", "c{1}d{/1}"]),
    ("<figure>a<img src=x>b<figcaption>c</figcaption></figure>", ["a{1}b", "c"]),
    ("<details>a<summary>b</summary>c</details>", ["a", "b", "c"]),
    (
      "<fieldset><legend>a</legend><label>b <input placeholder=c></label></fieldset>",
      ["a", "{1}b {2}{/1}", "content.placeholder: c"]
    ),
    ("<form>a<button>b</button><textarea>c</textarea></form>", ["a", "b", "c"]),
    ("<div>a<button><b>b</b> c</button> d</div>", ["a", "{1}b{/1} c", "d"]),
    ("a<hr>b<address>c</address>d", ["a", "b", "c", "d"]),
  ])
  func textDirectlyInBlocks(html: String, expected: [String]) throws {
    #expect(try units(html) == expected)
  }

  /// Two line breaks in a row part units as paragraphs do; one is a code.
  @Test(arguments: [
    ("a<br>b", ["a{1}b"]), ("a<br><br>b", ["a", "b"]), ("a<br />\n <BR>b<br>c", ["a", "b{1}c"]),
    ("a<br><br><br>b", ["a", "b"]), ("<br><br>a<br><br>", ["a"]), ("a<br>x<br>b", ["a{1}x{2}b"]),
    ("<b>a<br><br>b</b>", ["a", "b"]), ("x <b>a<br><br>b</b> y", ["x {1}a", "b{1} y"]),
    ("a<br><!-- c --><br>b", ["a{1}{2}{3}b"]),
  ])
  func lineBreaks(html: String, expected: [String]) throws {
    #expect(try units(html) == expected)
  }

  @Test(arguments: [
    ("<p>a <b>b <i>c</b> d</i> e</p>", ["a {1}b {2}c{/1} d{/2} e"]), ("<p>a <b>b<p>c</b> d", ["a {1}b", "c{1} d"]),
    ("<b>a<p>b</p>c</b>", ["a", "b", "c"]), ("<p>a</b> b", ["a{1} b"]),
  ])
  func inlineElementsThatCrossOrNeverEnd(html: String, expected: [String]) throws {
    #expect(try units(html) == expected)
  }

  @Test(arguments: [
    ("<p>a <video><track label=\"b\"><p>c</p></video> d", ["a", "content.label: b", "c", "d"]),
    ("<figure><audio src=x>a</audio><figcaption>b</figcaption></figure>", ["{1}a{/1}", "b"]),
    ("a <object><param name=x value=y>b</object> c", ["a {1}{2}b{/1} c"]), ("a <canvas>b</canvas> c", ["a {1}b{/1} c"]),
    ("a <iframe title=\"b\">c</iframe> d", ["a {1} d", "content.title: b"]), ("<noscript>a</noscript>", ["a"]),
    ("<map name=m><area alt=\"a\"><area alt=\"b\"></map>", ["alt: a", "alt: b"]),
    ("<math><mi>a</mi><mtext>b</mtext></math>", []),
    (
      "a <svg aria-label=\"b\"><desc>c</desc><path d=x /><text x=1>d <tspan>e</tspan></text></svg> f",
      ["a {1} f", "content.aria-label: b", "c", "d {1}e{/1}"]
    ),
    ("<svg><g><title>a</title><style>b</style></g></svg>", ["a"]),
    ("<svg translate=no><title>a</title></svg><svg><title translate=no>b</title></svg>", []),
    ("<svg><text>a <a title=\"b\">c</a></text></svg>", ["a {1}c{/1}", "content.title: b"]),
  ])
  func embeddedContent(html: String, expected: [String]) throws {
    #expect(try units(html) == expected)
  }

  @Test(arguments: [
    ("<table summary=\"a\"><th abbr=\"b\">c</th></table>", ["content.summary: a", "c", "content.abbr: b"]),
    ("<p summary=a abbr=b label=c value=d content=e>f</p>", ["f"]),
    (
      "<input type=button value=a><input type=SUBMIT value=b><input type=reset value=c>",
      ["content.value: a", "content.value: b", "content.value: c"]
    ),
    ("<input type=hidden value=a><input value=b><input type=text value=c>", []),
    (
      "<p aria-description=a aria-placeholder=b aria-roledescription=c aria-valuetext=d title=e data-label=f>g</p>",
      [
        "g", "content.aria-description: a", "content.aria-placeholder: b", "content.aria-roledescription: c",
        "content.aria-valuetext: d", "content.title: e",
      ]
    ),
    (
      "<title>a</title><meta name=description content=\"b\"><meta property=\"og:title\" content=\"c\">",
      ["a", "content.meta: b", "content.meta: c"]
    ),
    ("<meta name=viewport content=\"a\"><meta charset=utf-8><meta property=\"og:url\" content=b>", []),
    ("<meta content=\"a\" name=\"Twitter:Description\">", ["content.meta: a"]),
  ])
  func attributesThatPeopleRead(html: String, expected: [String]) throws {
    #expect(try units(html) == expected)
  }

  @Test(arguments: [
    ("<div class=notranslate><p>a</p>", []), ("<div><span translate=no>a</div><p>b</p>", ["b"]),
    ("<p>a <b translate=no>b</p><p>c</p>", ["a", "c"]), ("<p translate=\"no\">a<p>b", ["b"]),
    ("<div><p translate=no>a</div>b", ["b"]), ("<p translate=no>a", []),
    ("<ul><li class=notranslate>a<ul><li>b<li>c</ul>d<li>e</ul>f", ["e", "f"]),
    ("<ul><li translate=no>a</p>b</ul>c", ["c"]), ("<dl><dt translate=no>a<dd>b</dl>", ["b"]),
    (
      "<table><tr><td translate=no>a<table><tr><td>b</table><td>c<tr translate=no><td>d<td>e<tr><td>f</table>",
      ["c", "f"]
    ),
    ("<select><option translate=no>a<option>b</select>", ["b"]),
    ("<p>a <ruby>b<rt translate=no>c</ruby> d", ["a {1}b{2}{/1} d"]),
    ("<p its-translate=\"no\">a</p><p its:translate='no'>b</p><p its:translate=yes>c</p>", ["c"]),
    ("<p>a <span translate=no>b <b translate=yes>c</b> d</span> e</p>", ["a {1} e", "c"]),
    (
      "<div translate=no>a<p translate=yes title=t>b <i translate=no>c</i> d</p>e</div>f",
      ["b {1} d", "content.title: t", "f"]
    ),
    ("<div translate=no><i translate=yes><b>a<span translate=no></div>b</span>", ["a", "b"]),
  ])
  func whatIsNotTranslated(html: String, expected: [String]) throws {
    #expect(try units(html) == expected)
  }

  /// What WordPress's own blocks hold that have no HTML of a paragraph.
  @Test(arguments: [
    ("<!-- wp:html --><span>a</span> b<!-- /wp:html -->", ["{1}a{/1} b"]),
    ("<!-- wp:shortcode -->[note a=\"b\"]c[/note]<!-- /wp:shortcode -->", ["{1}c{/1}"]),
    ("<!-- wp:more --><!--more--><!-- /wp:more --><!-- wp:nextpage --><!--nextpage--><!-- /wp:nextpage -->a", ["a"]),
    ("a<!--more Read on-->b<!--nextpage-->c", ["a", "Read on", "b", "c"]),
    ("<!-- wp:freeform -->a<p>b</p><!-- /wp:freeform -->c", ["a", "b", "c"]),
    ("<!-- wp:block {\"ref\":12} /--><!-- wp:pattern {\"slug\":\"theme/hero\"} /--><!-- wp:archives /-->", []),
    ("a<!-- wp:block {\"ref\":12} /-->b", ["a", "b"]),
  ])
  func blocks(html: String, expected: [String]) throws {
    #expect(try units(html, .raw) == expected)
  }

  @Test func textInsideACodeIsTranslatedThere() throws {
    let html =
      "<p>a <svg><title>b</title><text>c <a title=\"d\">e</a></text></svg> f <i translate=no>g <b translate=yes>h</b></i></p>"
    let article = Sample("islands", Array(html.utf8), .rendered).article
    let file = try extracted(html).translated(Pseudotranslation.of)
    let merged = try Merger(segmenter: try makeSegmenter()).merge(article, with: file).article
    #expect(
      String(decoding: merged.content, as: UTF8.self)
        == "<p>ａ <svg><title>ｂ</title><text>ｃ <a title=\"ｄ\">ｅ</a></text></svg> ｆ <i translate=no>g <b translate=yes>ｈ</b></i></p>"
    )
    #expect(file.units[0].sourceContent.codes.first?.subFlows.count == 3)
  }
}
