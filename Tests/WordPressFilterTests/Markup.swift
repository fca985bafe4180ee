// The markup of a field, looked at by tokens alone: what extraction calls a unit plays no part here.
import HTMLTokens

@testable import WordPressFilter

enum Markup {
  /// What shortcodes are read as, where they are.
  struct Reading {
    /// WordPress has run those it knows.
    var isRendered: Bool
    var bareBracketsAreText: Bool

    init(_ article: Article, _ field: ArticleField) {
      isRendered = article.form != .raw
      bareBracketsAreText = isRendered || !field.syntax.isContent
    }

    /// The shortcode at the `[` at `offset` of a text, which may reach beyond the text's end where tags stand in its values.
    func shortcode(at offset: Int, end: Int, isWithin: Bool = false, in bytes: [UInt8]) -> Range<Int>? {
      var reach = end
      if !isRendered, !isWithin, let bracket = bytes[offset...].prefix(1 << 12).firstIndex(of: 0x5D) {
        reach = max(bracket + 1, end)
      }
      return Shortcode(
        bytes.span, at: offset, end: end, reach: reach, bareBracketsAreText: bareBracketsAreText)?.range
    }

    /// The part of a text token before a shortcode that reaches beyond it, and that shortcode's end.
    func cut(_ range: Range<Int>, in bytes: [UInt8]) -> (text: Range<Int>, end: Int)? {
      var at = range.lowerBound
      while at < range.upperBound {
        guard bytes[at] == 0x5B, let code = shortcode(at: at, end: range.upperBound, in: bytes) else {
          at += 1
          continue
        }
        if code.upperBound > range.upperBound { return (range.lowerBound..<at, code.upperBound) }
        at = code.upperBound
      }
      return nil
    }
  }

  /// How the tags, comments and raw texts of `after` differ from those of `before`. Readable attributes and the attributes of
  /// blocks that hold text may.
  static func differences(_ before: [UInt8], _ after: [UInt8], _ reading: Reading) -> [String] {
    let left = skeleton(of: before, reading)
    let right = skeleton(of: after, reading)
    guard left != right else { return [] }
    for (one, other) in zip(left, right) where one != other {
      return ["markup: \(String(decoding: other, as: UTF8.self)) instead of \(String(decoding: one, as: UTF8.self))"]
    }
    return ["markup: \(right.count) tokens instead of \(left.count)"]
  }

  /// Each token that is no text, less what people read of it.
  private static func skeleton(of bytes: [UInt8], _ reading: Reading) -> [[UInt8]] {
    var tokens: [[UInt8]] = []
    var tokenizer = HTMLTokenizer()
    while let token = tokenizer.next(in: bytes.span) {
      switch token.kind {
      case .characters:
        guard let (text, end) = reading.cut(token.range, in: bytes) else { continue }
        // Its values may be texts.
        tokens.append(bytes[text.upperBound..<end].prefix { $0 != 0x20 } + [0x5D])
        tokenizer.skip(to: end)
      case .startTag:
        var own: [UInt8] = []
        var at = token.range.lowerBound
        for value in readableValues(of: token, bytes) {
          own += bytes[at..<value.lowerBound]
          at = value.upperBound
        }
        tokens.append(own + bytes[at..<token.range.upperBound])
      case .comment:
        if let block = BlockComment(bytes.span, token.content),
          TextRules.defaults.block(bytes.span, block.name)?.hasText == true
        {
          tokens.append(Array(bytes[token.range.lowerBound..<block.name.upperBound]))
        } else if bytes[token.content].starts(with: "more".utf8) {
          tokens.append(Array("<!--more".utf8))
        } else {
          tokens.append(Array(bytes[token.range]))
        }
      default: tokens.append(Array(bytes[token.range]))
      }
    }
    return tokens
  }

  /// The values of attributes that people read; of repeated ones HTML has only the first.
  private static func readableValues(of token: HTMLToken, _ bytes: [UInt8]) -> [Range<Int>] {
    var values: [Range<Int>] = []
    var seen: Set<ReadableAttribute> = []
    var scanner = HTMLAttributeScanner(of: token)
    while let attribute = scanner.next(in: bytes.span) {
      guard let readable = ReadableAttribute(attribute.name, of: token, in: bytes.span), seen.insert(readable).inserted
      else { continue }
      if !attribute.value.isEmpty { values.append(attribute.value) }
    }
    return values
  }

  /// Texts and readable attributes in which an ASCII letter is left, outside of what `Exclusion` names.
  static func untranslated(_ bytes: [UInt8], _ reading: Reading) -> [String] {
    var found: [String] = []
    walk(HTMLTokenizer(), bytes, .everything, reading, &found)
    return found
  }

  /// What of a stretch of HTML is for readers.
  private enum Part {
    case everything
    /// In a drawing: its titles, descriptions and labels.
    case drawnText
    /// In what is not translated: what is marked to be translated all the same.
    case exceptions
  }

  private static func walk(
    _ start: HTMLTokenizer, _ bytes: [UInt8], _ part: Part, _ reading: Reading, _ found: inout [String]
  ) {
    var tokenizer = start
    var ends = ElementEnds()
    var shown: (name: String, depth: Int)?
    while let token = tokenizer.next(in: bytes.span) {
      let isShown = part == .everything || shown != nil
      let name = String(decoding: bytes[token.name], as: UTF8.self).lowercased()
      let translates = token.kind == .startTag ? ContentScanner.translates(token, in: bytes.span) : nil
      var isPassedOver = false
      switch token.kind {
      case .characters where isShown:
        let (text, end) = visible(token.range, bytes, reading)
        tokenizer.skip(to: end)
        if hasLetter(text) { found.append("untranslated: \(String(decoding: text, as: UTF8.self))") }
      case .startTag:
        let begins = part == .drawnText ? ["title", "desc", "text"].contains(name) : translates == true
        if translates != false, isShown || part == .drawnText || begins {
          for value in readableValues(of: token, bytes) {
            let text = visible(value, bytes, reading, inAttribute: true).text
            if hasLetter(text) { found.append("untranslated attribute: \(String(decoding: text, as: UTF8.self))") }
          }
        }
        if isShown, translates == false || token.element.flow == .opaque,
          let end = ends.end(of: token, tokenizer, isKept: translates == false, in: bytes.span)
        {
          if part == .everything, translates == false || token.element == .svg {
            walk(
              tokenizer, Array(bytes[..<end.position]), translates == false ? .exceptions : .drawnText,
              reading, &found)
          }
          tokenizer = end
          isPassedOver = end.position > token.range.upperBound
        } else if !isShown, begins, translates != false, !token.element.isVoid,
          !(token.isSelfClosing && part == .drawnText)
        {
          shown = (name, 0)
        }
      default: break
      }
      if let (open, depth) = shown, name == open, !isPassedOver, !token.isEndedByItself {
        let change = token.kind == .endTag ? -1 : token.isSelfClosing && part == .drawnText ? 0 : 1
        shown = depth + change > 0 ? (open, depth + change) : nil
      }
    }
  }

  private static func hasLetter(_ text: [UInt8]) -> Bool {
    text.contains { ($0 | 0x20) &- 0x61 < 26 }
  }

  /// The text of `range` without shortcodes and addresses, its references decoded, and where its last shortcode ends, which
  /// may be behind it.
  private static func visible(
    _ range: Range<Int>, _ bytes: [UInt8], _ reading: Reading, inAttribute: Bool = false
  ) -> (text: [UInt8], end: Int) {
    var text: [UInt8] = []
    var start = range.lowerBound
    var at = start
    while at < range.upperBound {
      var code: Range<Int>?
      if bytes[at] == 0x5B, !(inAttribute && reading.bareBracketsAreText) {
        code = reading.shortcode(at: at, end: range.upperBound, isWithin: inAttribute, in: bytes)
      } else if bytes[at] == 0x3A, !inAttribute {
        code = WebAddress.range(around: at, from: start, in: bytes.span, end: range.upperBound)
      }
      guard let code else {
        at += 1
        continue
      }
      TextDecoding.append(bytes.span, start..<code.lowerBound, inAttribute: inAttribute, to: &text)
      at = code.upperBound
      start = at
    }
    if start < range.upperBound {
      TextDecoding.append(bytes.span, start..<range.upperBound, inAttribute: inAttribute, to: &text)
    }
    return (text, start)
  }
}
