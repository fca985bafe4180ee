// The laws on articles that nobody would write: pieces of markup thrown together, each from a seed that its failure names.
import TestSupport
import Testing

@testable import WordPressFilter

@Suite struct MutationLawTests {
  /// 5,000 articles in batches, so that all cores take part.
  @Test(arguments: 0..<20)
  func mutations(batch: Int) throws {
    var laws = try Laws()
    laws.singleSegments = 3
    for seed in batch * 250..<(batch + 1) * 250 {
      let violations = try laws.violations(Self.sample(seed: seed))
      #expect(violations.isEmpty, "seed \(seed)")
    }
  }

  /// The article of `seed`.
  static func sample(seed: Int) -> Sample {
    var random = SeededGenerator(state: UInt64(seed))
    let form: Article.Form = [.raw, .rendered, .page][random.below(3)]
    var article = Article(
      id: "1", form: form, content: html(&random, pieces: 1 + random.below(40)), file: "seed \(seed)", line: 1)
    if random.below(3) == 0 { article.title = html(&random, pieces: 1 + random.below(6)) }
    if random.below(4) == 0 {
      article.excerpt = html(&random, pieces: 1 + random.below(10))
      article.hasOwnExcerpt = true
    }
    if random.below(2) == 0 {
      let text = plain(&random, pieces: 1 + random.below(10))
      article.meta = [Article.MetaField(key: "rank_math_description", text: text, json: [])]
      article.setMeta("rank_math_description", text)
    }
    return Sample("seed \(seed)", article: article)
  }

  private static func html(_ random: inout SeededGenerator, pieces: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<pieces { bytes += snippets[random.below(snippets.count)].utf8 }
    // Now and then a few bytes go, which tears tags, comments and references apart. Only ASCII goes: the rest stays UTF-8.
    for _ in 0..<random.below(4) where !bytes.isEmpty {
      let at = random.below(bytes.count)
      if bytes[at] < 0x80 { bytes.remove(at: at) }
    }
    return bytes
  }

  private static func plain(_ random: inout SeededGenerator, pieces: Int) -> [UInt8] {
    (0..<pieces).flatMap { _ in Array(plainSnippets[random.below(plainSnippets.count)].utf8) }
  }

  private static let plainSnippets = [
    "Scars", " ", " & ", "&amp;", "&nbsp;", "AT&T", "%title%", "%%sep%%", "100%", "<b>", "\"", "'", "é", "\u{202F}",
    "&#8209;",
    "[x]", "\u{1}", "&copy", "&", "#", ";", "&lt;",
  ]

  static let snippets = [
    "Acne heals. ", "Does it? Yes! ", "scar", " ", "\n", "\n\n", "\r\n", "\t", ". ", "Dr. Who said so. ", "。", "é",
    "\u{2011}",
    "\u{202F}", "\u{A0}", "\u{AD}", "\u{0}", "\u{1}", "\u{C}", "\u{2028}", "\u{FFFF}", "😀",
    "&amp;", "&lt;", "&gt;", "&nbsp;", "&#8209;", "&#x20;", "&#10;", "&hellip;", "&unknown;", "&", "&#", "&copy",
    "&#0;", "&#1;",
    "&NotEqualTilde;", "&#91;gallery&#93;", "&#91;", "<", ">", "\"", "'", "=",
    "<p>", "</p>", "<div class=\"a\">", "</div>", "<ul><li>", "</li>", "</ul>", "<td>", "<h2>", "</h2>", "<hr>", "<br>",
    "<br />",
    "<b>", "</b>", "<i>", "</i>", "<strong>", "</strong>", "<em class=x>", "</em>", "<a href=\"/x\" title=\"Read on\">",
    "</a>",
    "<span>", "</span>", "<SPAN>", "<x-y>", "</x-y>", "<x-y/>", "</>", "</ >", "<!>", "<?php echo ?>", "<!-- note -->",
    "<!--",
    "-->", "<!--more-->", "<!DOCTYPE html>",
    "<img src=a.png alt=\"A face\">", "<img alt='It\"s' title=tip>", "<img alt=face src=x>",
    "<img alt=\"\" alt=\"second\">",
    "<img alt=\"A. B &amp; C. Done.\">", "<input placeholder=\"Your name\" aria-label=Name>",
    "<span translate=\"no\">", "<p class=\"a notranslate\">", "<code>", "</code>", "<script>", "</script>",
    "<style>a{}</style>",
    "<svg><title>T</title><g aria-label=\"drawn\"><text>Label <tspan>two</tspan></text></g></svg>", "<text>", "</text>",
    "<i translate=no>Brand <b translate=yes title=tip>text</b> Co</i>", "<p translate=\"no\">", "<span translate=yes>",
    "<video><track label=Captions>old</video>", "<table summary=\"Sums\">", "<input type=submit value=Send>",
    "<option label=one>", "<li its:translate=no>", "<span lang=\"en\" dir=\"ltr\">", "<br><br>",
    "<svg/>", "<svg>", "</svg>", "<textarea>", "</textarea>", "<title>", "</title>",
    "<pre>",
    "</pre>", "<plaintext>", "<math>", "<![CDATA[x]]>", "<noscript>", "<iframe>", "<template>",
    "[gallery]", "[gallery ids=\"1,2\"]", "[caption id=\"a\" width=\"3\"]", "[/caption]", "[x a=\"b\"]", "[/x]",
    "[[x]]", "[sic]",
    "[1]", "[see the note below]", "[", "]", "[x y=", "https://example.org/a?b=c&d=e", "http://x", "://",
    "<!-- wp:paragraph -->", "<!-- /wp:paragraph -->", "<!-- wp:x /-->", "<!-- wp:group {\"a\":1} -->",
    "<!-- wp:rank-math/faq-block {\"questions\":[{\"title\":\"scar\",\"content\":\"Acne \\u003cb\\u003eheals\\u003c/b\\u003e.\"}]} -->",
    "<!-- wp:yoast/faq-block {\"questions\":[{\"jsonQuestion\":\"Is it? Yes\",\"jsonAnswer\":\"A \\u003cimg alt=\\u0022face\\u0022\\u003e b\"}]} -->",
    "<!-- wp:rank-math/howto-block {\"description\":\"scar\"} /-->", "<!-- /wp:rank-math/faq-block -->",
    "<!-- wp:rank-math/faq-block {broken} -->",
  ]
}
