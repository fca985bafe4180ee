// Writing a phrase anew: other words, other numbers, other markup, the marks as the post writes them.

/// Writes variations of phrases for one post.
struct PhraseWriter {
  let typography: Typography

  /// A variation of `phrase`.
  /// - Parameter hasMarkup: whether inline elements may be put around words; the phrase's own stay.
  func text(_ phrase: Phrase, hasMarkup: Bool, random: inout SplitMix64) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(phrase.bytes.count + 64)
    for piece in phrase.pieces {
      switch piece {
      case .kept(let range): text.append(contentsOf: phrase.bytes[range])
      case .word(let range, let group, let isCapitalised, let isFree):
        let isKept = random.oneIn(2)
        var word = isKept ? Array(phrase.bytes[range]) : random.pick(WordGroups.words[group]) ?? []
        if isCapitalised, let first = word.first { word[0] = first & 0xDF }
        if hasMarkup, isFree, random.oneIn(16) {
          write(markedUp: word, to: &text, random: &random)
        } else {
          text.write(word)
        }
      case .number(let range): write(number: phrase.bytes[range], to: &text, random: &random)
      case .numberSpace(let isNarrow):
        if isNarrow || random.oneIn(4) {
          text.write(random.oneIn(6) ? Array("\u{A0}".utf8) : typography.narrowSpace)
        } else {
          text.append(0x20)
        }
      case .hyphen: text.write(typography.hyphen)
      case .apostrophe: text.write(typography.apostrophe)
      case .quote(let isOpening): text.write(isOpening ? typography.openingQuote : typography.closingQuote)
      case .dash(let isLong): text.write(isLong ? typography.longDash : typography.shortDash)
      case .ampersand: text.write("&amp;")
      case .and: text.write(random.oneIn(16) ? "&amp;" : "and")
      }
    }
    return text
  }

  private func write(markedUp word: [UInt8], to text: inout [UInt8], random: inout SplitMix64) {
    switch random.below(12) {
    case 0...3: text.write("<strong>" + String(decoding: word, as: UTF8.self) + "</strong>")
    case 4...6: text.write("<em>" + String(decoding: word, as: UTF8.self) + "</em>")
    case 7...9:
      text.write("<a href=\"\(Address.article(random.below(900)))\">")
      text.write(word)
      text.write("</a>")
    case 10:
      text.write("<a href=\"https://literature.example/?q=skin&#038;page=\(random.within(1...99))\" rel=\"noopener\">")
      text.write("<strong>" + String(decoding: word, as: UTF8.self) + "</strong></a>")
    default:
      text.write(word)
      text.write("<sup>\(random.within(1...9))</sup>")
    }
  }

  /// As many digits, others half the time; a number never begins with 0 unless it did.
  private func write(number: ArraySlice<UInt8>, to text: inout [UInt8], random: inout SplitMix64) {
    guard random.oneIn(2) else {
      text.append(contentsOf: number)
      return
    }
    for (index, digit) in number.enumerated() {
      let isLeading = index == 0 && digit != 0x30
      text.append(0x30 + UInt8(isLeading ? random.within(1...9) : random.below(10)))
    }
  }
}

/// Addresses on the site that does not exist.
enum Address {
  static let site = "https://www.lindenhofkliniek.example"
  private static let slugs = [
    "sun-protection", "boxcar-scars", "first-visit", "chemical-peels", "microneedling", "laser-treatment", "acne-scars",
    "after-care", "mole-check",
  ]

  /// The address of an article.
  static func article(_ number: Int) -> String {
    "\(site)/en/skin-advice/\(slugs[number % slugs.count])-\(number)/"
  }

  /// The address of an uploaded file.
  static func upload(_ number: Int, _ size: String) -> String {
    "\(site)/wp-content/uploads/2026/0\(number % 9 + 1)/photo-\(number)\(size).jpg"
  }
}
