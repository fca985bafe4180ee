// What an element's codes say of themselves in XLIFF: their type, their preview, and what may be done with them.
internal import HTMLTokens
internal import Interchange

extension HTMLElement {
  /// XLIFF's `type` and `subType` of a code for this element (XLIFF 2.1, 4.3.1); `subType` empty where there is none.
  var codeType: (type: StaticString, subType: StaticString) {
    switch self {
    case .b, .strong: ("fmt", "xlf:b")
    case .i, .em: ("fmt", "xlf:i")
    case .u: ("fmt", "xlf:u")
    case .br: ("fmt", "xlf:lb")
    case .a: ("link", "")
    case .img: ("image", "")
    case .q: ("quote", "")
    case .sub: ("fmt", "html:sub")
    case .sup: ("fmt", "html:sup")
    case .small: ("fmt", "html:small")
    case .s, .strike, .del: ("fmt", "html:del")
    case .mark: ("fmt", "html:mark")
    case .span: ("fmt", "html:span")
    default: ("other", "")
    }
  }

  /// The element that previews a pair of codes for this one, or a code by itself that is empty in HTML; empty where the format
  /// style module (XLIFF 2.1, 5.3) lists none.
  var codeFormat: StaticString {
    switch self {
    case .a: "a"
    case .b: "b"
    case .bdo: "bdo"
    case .big: "big"
    case .br: "br"
    case .cite: "cite"
    case .del: "del"
    case .em: "em"
    case .i: "i"
    case .img: "img"
    case .label: "label"
    case .q: "q"
    case .s: "s"
    case .samp: "samp"
    case .small: "small"
    case .span: "span"
    case .strike: "strike"
    case .strong: "strong"
    case .sub: "sub"
    case .sup: "sup"
    case .tt: "tt"
    case .u: "u"
    default: ""
    }
  }

  /// The element that previews a unit whose text is this one's; empty where there is none.
  var unitFormat: StaticString {
    switch self {
    case .h1: "h1"
    case .h2: "h2"
    case .h3: "h3"
    case .h4: "h4"
    case .h5: "h5"
    case .h6: "h6"
    case .p: "p"
    case .li: "li"
    case .td: "td"
    case .th: "th"
    case .caption, .figcaption: "caption"
    case .blockquote: "blockquote"
    case .dt: "dt"
    case .dd: "dd"
    case .pre: "pre"
    case .button: "button"
    case .legend: "legend"
    case .title: "title"
    case .center: "center"
    case .div: "div"
    default: ""
    }
  }

  /// Whether it is one of several parts whose order carries meaning: a ruby's readings, what a browser is to choose from.
  fileprivate var isOrderedPart: Bool {
    switch self {
    case .rb, .rp, .rt, .rtc, .source, .track, .param, .area: true
    default: false
    }
  }
}

/// What the attributes of a code's tag say of it. They are read once for all that asks.
struct TagAttributes {
  /// The first `href`, `src` and `alt`; empty where there is none.
  var href = 0..<0
  var source = 0..<0
  var alternative = 0..<0

  /// Those of `piece`, where anybody asks for them: of a link or an image.
  init(of piece: Piece, in bytes: Span<UInt8>) {
    // A tag without attributes is two bytes longer than its name.
    guard piece.range.count > piece.name.count + 2, piece.element == .img || piece.partner >= 0 && piece.kind == .start,
      piece.element == .img || piece.element == .a
    else { return }
    var scanner = HTMLAttributeScanner(from: piece.name.upperBound)
    while scanner.advance(in: bytes) {
      switch scanner.name.count {
      case 3 where source.isEmpty && bytes.hasName("src", scanner.name): source = scanner.value
      case 3 where alternative.isEmpty && bytes.hasName("alt", scanner.name): alternative = scanner.value
      case 4 where href.isEmpty && bytes.hasName("href", scanner.name): href = scanner.value
      default: break
      }
    }
  }
}

extension Piece {
  /// What a translator may do with this code (Documentation/decisions/0012): move it, unless its order carries meaning. Each
  /// comes back once, or its unit is refused.
  var hints: XLIFF.EditingHints { element.isOrderedPart ? [] : .reorder }

  /// Appends the plain text that stands for this code where text is counted or searched (`equiv`): a line feed for a line
  /// break, an address or a placeholder as it is; nothing for markup.
  func appendEquivalent(in bytes: Span<UInt8>, to text: inout [UInt8]) {
    if element == .br { return text.append(0x0A) }
    guard element == .unknown, kind == .standalone, name.isEmpty, !range.isEmpty, range.count <= 200 else { return }
    let first = bytes[range.lowerBound]
    guard first > 0x20, first != 0x3C, first != 0x5B, first != 0x26, first != 0x5C else { return }
    bytes.extracting(range).withUnsafeBufferPointer { text.append(contentsOf: $0) }
  }

  /// The element that previews this code; empty where there is none.
  var format: StaticString {
    // Half a pair shows nothing.
    partner >= 0 || element == .br || element == .img ? element.codeFormat : ""
  }

  /// Appends the attributes that its preview needs, as `fs:subFs` writes them: `href,…` of a link, `src,…` and `alt,…` of an
  /// image; pairs parted by a backslash, which like the comma is escaped by one.
  func appendFormatAttributes(_ attributes: TagAttributes, in bytes: Span<UInt8>, to text: inout [UInt8]) {
    if element == .a {
      append("href,", attributes.href, in: bytes, to: &text)
    } else if element == .img {
      append("src,", attributes.source, in: bytes, to: &text)
      append("alt,", attributes.alternative, in: bytes, to: &text)
    }
  }

  private func append(_ name: StaticString, _ value: Range<Int>, in bytes: Span<UInt8>, to text: inout [UInt8]) {
    guard !value.isEmpty, value.count <= Self.longestValue else { return }
    if !text.isEmpty { text.append(0x5C) }
    name.withUTF8Buffer { text.append(contentsOf: $0) }
    let start = text.count
    TextDecoding.append(bytes, value, inAttribute: true, to: &text)
    var at = start
    while at < text.count {
      if text[at] == 0x2C || text[at] == 0x5C {
        text.insert(0x5C, at: at)
        at += 1
      }
      at += 1
    }
  }

  /// A longer value, such as an image's data, previews nothing.
  private static let longestValue = 1000
}
