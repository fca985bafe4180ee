// How an element takes part in text: a rule of ours over the names of the HTML standard.
internal import HTMLTokens

/// What an element does to the text around it.
enum ElementFlow {
  /// It ends the unit before it and begins another, as do the elements that browsers show as blocks.
  case block
  /// It is a code within a unit.
  case inline
  /// It and all that is in it is one code: nothing in it is text for a translator.
  case opaque
}

extension HTMLElement {
  /// How this element takes part in text. Unknown ones are inline, as browsers have it.
  var flow: ElementFlow {
    switch self {
    case .unknown, .a, .abbr, .acronym, .area, .audio, .b, .bdi, .bdo, .big, .br, .canvas, .cite, .data, .del, .dfn,
      .em, .embed, .font, .i, .img, .input, .ins, .kbd, .label, .map, .mark, .meter, .nobr, .object, .output, .param,
      .picture, .progress, .q, .rb, .rp, .rt, .rtc, .ruby, .s, .samp, .small, .source, .span, .strike, .strong, .sub,
      .sup, .time, .track, .tt, .u, .var, .video, .wbr:
      .inline
    // A browser of today shows nothing of what stands in `iframe`, `noembed` and `noframes`.
    case .code, .iframe, .math, .noembed, .noframes, .script, .style, .svg, .template:
      .opaque
    default: .block
    }
  }

  /// The level of a heading, 1 to 6, or nil.
  var headingLevel: Int? {
    switch self {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .h4: 4
    case .h5: 5
    case .h6: 6
    default: nil
    }
  }

  /// What a translator is told that the text in this element is.
  var label: String {
    switch self {
    case .h1: "heading 1"
    case .h2: "heading 2"
    case .h3: "heading 3"
    case .h4: "heading 4"
    case .h5: "heading 5"
    case .h6: "heading 6"
    case .p: "paragraph"
    case .li: "list item"
    case .td: "table cell"
    case .th: "table heading"
    case .figcaption, .caption: "caption"
    case .blockquote: "quotation"
    case .dt: "term of a list"
    case .dd: "description in a list"
    case .summary: "summary"
    case .button: "button"
    case .pre: "preformatted text"
    case .title: "title"
    default: "text"
    }
  }
}
