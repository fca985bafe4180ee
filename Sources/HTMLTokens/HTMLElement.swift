// The elements of HTML by name: <https://html.spec.whatwg.org/multipage/indices.html#elements-3>, obsolete ones
// included.

/// An element that HTML defines, known by its tag's name.
@usableFromInline
package enum HTMLElement: UInt8, CaseIterable, Sendable {
  /// A name that HTML does not define, such as a custom element's.
  case unknown
  case a, abbr, acronym, address, area, article, aside, audio, b, base, basefont, bdi, bdo, bgsound, big, blockquote
  case body, br, button, canvas, caption, center, cite, code, col, colgroup, data, dd, del, details, dfn, dialog
  case dir, div, dl, dt, em, embed, fieldset, figcaption, figure, font, footer, form, frame, frameset, h1, h2, h3
  case h4, h5, h6, head, header, hgroup, hr, html, i, iframe, img, input, ins, kbd, label, legend, li, link, listing
  case main, map, mark, math, menu, meta, meter, nav, nobr, noembed, noframes, noscript, object, ol, optgroup
  case option, output, p, param, picture, plaintext, pre, progress, q, rb, rp, rt, rtc, ruby, s, samp, script
  case search, section, select, small, source, span, strike, strong, style, sub, summary, sup, svg, table, tbody, td
  case template, textarea, tfoot, th, thead, time, title, tr, track, tt, u, ul, `var`, video, wbr, xmp
}

extension HTMLElement {
  /// Whether both are the same. What the compiler derives is no more, but can't be inlined in other modules.
  @inlinable @inline(__always)
  package static func == (left: HTMLElement, right: HTMLElement) -> Bool {
    unsafeBitCast(left, to: UInt8.self) == unsafeBitCast(right, to: UInt8.self)
  }

  /// The element whose name stands at `name` in `bytes`, in any case.
  /// - Parameter names: `HTMLElement.names`.
  @inline(__always)
  init(named bytes: Span<UInt8>, _ name: Range<Int>, _ names: NameTable) {
    guard name.count <= 10 else {
      self = .unknown
      return
    }
    var key = NameKey()
    if name.count < 8 {
      // Up to seven bytes stand in the low half, as nearly all names do.
      for index in name { key.low = key.low << 8 | UInt64(lowercasedASCII(bytes[index])) }
    } else {
      for index in name { key.append(lowercasedASCII(bytes[index])) }
    }
    self = names.element(of: key)
  }

  /// The element of that name, given in lower case.
  package init(named name: String) {
    var key = NameKey()
    for byte in name.utf8 { key.append(byte) }
    self = name.utf8.count <= 10 ? Self.names.element(of: key) : .unknown
  }

  /// `svg` and `math`, inside which HTML's own text modes don't hold.
  package var isForeignRoot: Bool { self == .svg || self == .math }

  /// Elements whose start tag ends `svg` and `math` (13.2.6.5, the parsing of tokens in foreign content); `font` does
  /// so only with certain attributes.
  var leavesForeignContent: Bool {
    switch self {
    case .b, .big, .blockquote, .body, .br, .center, .code, .dd, .div, .dl, .dt, .em, .embed, .h1, .h2, .h3, .h4, .h5,
      .h6, .head, .hr, .i, .img, .li, .listing, .menu, .meta, .nobr, .ol, .p, .pre, .ruby, .s, .small, .span, .strong,
      .strike, .sub, .sup, .table, .tt, .u, .ul, .var:
      true
    default: false
    }
  }

  /// Elements that have no end tag (13.1.2, void elements, and the obsolete ones that the tree builder treats alike).
  package var isVoid: Bool {
    switch self {
    case .area, .base, .basefont, .bgsound, .br, .col, .embed, .frame, .hr, .img, .input, .link, .meta, .param,
      .source, .track, .wbr:
      true
    default: false
    }
  }

  /// The state that the tokenizer is switched to after this element's start tag.
  var textMode: HTMLTokenizer.TextMode {
    switch self {
    case .title, .textarea: .rcdata
    case .style, .xmp, .iframe, .noembed, .noframes: .rawtext
    case .script: .scriptData
    case .plaintext: .plaintext
    default: .data
    }
  }

  static let names = NameTable()

  /// Up to ten bytes of a name as a number, so that a look-up compares no text. A one before the first byte tells a
  /// name from the same name behind NULs.
  struct NameKey: Equatable {
    var low: UInt64 = 1
    var high: UInt32 = 0

    mutating func append(_ byte: UInt8) {
      high = high << 8 | UInt32(truncatingIfNeeded: low >> 56)
      low = low << 8 | UInt64(byte)
    }

    var slot: Int {
      Int(truncatingIfNeeded: ((low ^ UInt64(high) &* 0x9E37_79B9) &* 0x9E37_79B9_7F4A_7C15) >> 54)
    }
  }

  /// All names in an open hash table of 1,024 slots, about an eighth of them taken. Made once and never freed: memory that
  /// nobody counts references to can be read by all threads without one waiting for another.
  struct NameTable: @unchecked Sendable {
    private let keys: UnsafePointer<NameKey>
    private let elements: UnsafePointer<HTMLElement>

    init() {
      let keys = UnsafeMutablePointer<NameKey>.allocate(capacity: 1024)
      let elements = UnsafeMutablePointer<HTMLElement>.allocate(capacity: 1024)
      keys.initialize(repeating: NameKey(), count: 1024)
      elements.initialize(repeating: .unknown, count: 1024)
      for element in HTMLElement.allCases where element != .unknown {
        var key = NameKey()
        for byte in String(describing: element).utf8 { key.append(byte) }
        var slot = key.slot
        while elements[slot] != .unknown { slot = (slot + 1) & 1023 }
        keys[slot] = key
        elements[slot] = element
      }
      self.keys = UnsafePointer(keys)
      self.elements = UnsafePointer(elements)
    }

    func element(of key: NameKey) -> HTMLElement {
      var slot = key.slot
      while elements[slot] != .unknown {
        if keys[slot] == key { return elements[slot] }
        slot = (slot + 1) & 1023
      }
      return .unknown
    }
  }
}
