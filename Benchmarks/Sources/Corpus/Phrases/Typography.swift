// How one site writes what others write in another way: with characters, with references, with neither.

/// The habits of a post. Each is the bytes of one mark.
struct Typography {
  private(set) var hyphen: [UInt8] = Array("-".utf8)
  private(set) var apostrophe: [UInt8] = Array("'".utf8)
  private(set) var openingQuote: [UInt8] = Array("\"".utf8)
  private(set) var closingQuote: [UInt8] = Array("\"".utf8)
  private(set) var shortDash: [UInt8] = Array("–".utf8)
  private(set) var longDash: [UInt8] = Array("—".utf8)
  private(set) var narrowSpace: [UInt8] = Array("\u{202F}".utf8)

  /// The habits of a post of `form`: WordPress turns straight quotes and dashes into references when it renders a post.
  init(form: Post.Form, random: inout SplitMix64) {
    if random.below(5) < 2 { hyphen = Array("\u{2011}".utf8) }
    if random.oneIn(4) { narrowSpace = Array("&nbsp;".utf8) }
    let isReferenced = form == .rendered && random.below(3) < 2
    if isReferenced {
      apostrophe = Array("&#8217;".utf8)
      openingQuote = Array("&#8220;".utf8)
      closingQuote = Array("&#8221;".utf8)
      shortDash = Array("&#8211;".utf8)
      longDash = Array("&#8212;".utf8)
    } else if random.oneIn(2) || form == .rendered {
      apostrophe = Array("’".utf8)
      openingQuote = Array("“".utf8)
      closingQuote = Array("”".utf8)
    }
  }
}
