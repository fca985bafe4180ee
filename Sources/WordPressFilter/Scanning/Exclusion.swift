// What readers may see and translators do not get: the one list of it. Documentation/extraction.md holds the same list.
internal import HTMLTokens

/// Something of an article that is no text for a translator.
package struct Exclusion: Sendable, Equatable {
  /// What it is, as it stands in the article.
  package var what: String
  /// Why nobody translates it.
  package var reason: String
  /// The elements that are left out whole; empty where it is no element.
  var elements: Set<HTMLElement> = []

  /// All that is left out of units, beside markup itself.
  package static let all: [Exclusion] = [
    Exclusion(what: "`script`, `style`, `template`", reason: "no text", elements: [.script, .style, .template]),
    Exclusion(what: "`code`", reason: "what a computer reads", elements: [.code]),
    Exclusion(what: "`math`", reason: "formulas are the same in every language", elements: [.math]),
    Exclusion(
      what: "`svg`, but for its `title`, `desc`, `text` and `aria-label`; `foreignObject` in it too",
      reason: "shapes and styles", elements: [.svg]),
    Exclusion(what: "`xmp`, `plaintext`", reason: "obsolete; what they hold is no HTML"),
    Exclusion(
      what: "what stands inside `iframe`, `noembed`, `noframes`", reason: "no browser of today shows it",
      elements: [.iframe, .noembed, .noframes]),
    Exclusion(
      what: "`translate=\"no\"`, `its-translate=\"no\"`, `class=\"notranslate\"`, but for `translate=\"yes\"` inside",
      reason: "the author says so"),
    Exclusion(what: "addresses (`https://…`) in a text", reason: "they lead nowhere when they are changed"),
    Exclusion(
      what: "shortcodes, but for the text that a pair encloses and the attributes that rules name",
      reason: "WordPress reads them"),
    Exclusion(
      what: "comments, but for the words of `<!--more …-->` and the attributes of blocks that rules name",
      reason: "no reader sees them"),
    Exclusion(
      what: "attributes, but for those that people read", reason: "what programs read: addresses, classes, `data-…`"),
    Exclusion(what: "`%title%`, `%%sep%%` in fields of SEO plug-ins", reason: "the plug-in puts a text there"),
  ]

  /// The elements that are left out whole.
  static let elements = all.reduce(into: Set<HTMLElement>()) { $0.formUnion($1.elements) }
}
