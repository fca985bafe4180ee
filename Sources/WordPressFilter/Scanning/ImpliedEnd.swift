// Elements whose end tags may be left out, and what ends them then:
// <https://html.spec.whatwg.org/multipage/syntax.html#optional-tags>.
internal import HTMLTokens

/// How an element ends that needs no end tag.
struct ImpliedEnd {
  /// Start tags that end it.
  private let isEnded: (HTMLElement) -> Bool
  /// Elements whose own content ends nothing outside of them.
  private let containers: [HTMLElement]

  /// Whether the end of a paragraph around it ends it.
  private var isInParagraph = false

  /// The rule for `element`, or nil where it needs an end tag.
  init?(of element: HTMLElement) {
    switch element {
    case .p: self.init([.button, .object, .table], \.endsParagraph)
    case .li: self.init([.ul, .ol, .menu, .dir], { $0 == .li })
    case .dt, .dd: self.init([.dl], { $0 == .dt || $0 == .dd })
    case .td, .th: self.init([.table], { $0 == .td || $0 == .th || $0 == .tr || $0.isRowGroup })
    case .tr: self.init([.table], { $0 == .tr || $0.isRowGroup })
    case .tbody, .thead, .tfoot: self.init([.table], \.isRowGroup)
    case .caption, .colgroup: self.init([.table], { $0 == .tr || $0 == .colgroup || $0.isRowGroup })
    case .option: self.init([.select], { $0 == .option || $0 == .optgroup || $0 == .hr })
    case .optgroup: self.init([.select], { $0 == .optgroup || $0 == .hr })
    case .rb, .rt, .rtc, .rp: self.init([.ruby], { $0 == .rb || $0 == .rt || $0 == .rtc || $0 == .rp })
    case .body, .html, .head: self.init([], { element == .head && $0 == .body })
    default: return nil
    }
  }

  /// How an element ends that should have an end tag and has none.
  static var ofUnclosed: ImpliedEnd {
    var rule = ImpliedEnd([], { _ in false })
    rule.isInParagraph = true
    return rule
  }

  private init(_ containers: [HTMLElement], _ isEnded: @escaping (HTMLElement) -> Bool) {
    self.containers = containers
    self.isEnded = isEnded
  }

  /// The tokenizer where the element ends that `token` begins: behind its end tag, or before what implies its end, be that an
  /// element's begin, the end of one around it, of the block that WordPress keeps it in, or the end of the bytes.
  func end(of token: HTMLToken, _ tokenizer: HTMLTokenizer, in bytes: Span<UInt8>) -> HTMLTokenizer {
    var open: [HTMLElement] = []
    var counts = [Int](repeating: 0, count: 256)
    var ahead = tokenizer
    var blocks = 0
    while true {
      let before = ahead
      guard let next = ahead.next(in: bytes) else { return ahead }
      let element = next.element
      switch next.kind {
      case .comment:
        guard let block = BlockComment(bytes, next.content) else { continue }
        if block.kind == .closing, blocks == 0 { return before }
        blocks += block.kind == .opening ? 1 : block.kind == .closing ? -1 : 0
      case .startTag where element != .unknown && !next.isEndedByItself:
        if containers.allSatisfy({ counts[Int($0.rawValue)] == 0 }), isEnded(element) { return before }
        open.append(element)
        counts[Int(element.rawValue)] += 1
      case .startTag:
        if isEnded(element), containers.allSatisfy({ counts[Int($0.rawValue)] == 0 }) { return before }
      case .endTag where counts[Int(element.rawValue)] > 0:
        while let last = open.popLast() {
          counts[Int(last.rawValue)] -= 1
          if last == element { break }
        }
      case .endTag where element == token.element: return ahead
      // A `</p>` of no paragraph makes an empty one and ends nothing.
      case .endTag
      where (element.flow == .block || element == .ruby) && (element != .p || isInParagraph)
        && !element.isVoid:
        return before
      default: break
      }
    }
  }
}

extension HTMLElement {
  fileprivate var isRowGroup: Bool { self == .tbody || self == .thead || self == .tfoot }

  /// Whether its start tag ends a `p` (13.2.6.4.7, "close a p element").
  fileprivate var endsParagraph: Bool {
    switch self {
    case .address, .article, .aside, .blockquote, .center, .dd, .details, .dialog, .dir, .div, .dl, .dt, .fieldset,
      .figcaption, .figure, .footer, .form, .h1, .h2, .h3, .h4, .h5, .h6, .header, .hgroup, .hr, .li, .listing, .main,
      .menu, .nav, .ol, .p, .plaintext, .pre, .search, .section, .summary, .table, .ul, .xmp:
      true
    default: false
    }
  }
}
