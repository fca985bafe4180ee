// The markup of a field, looked at by tokens alone: what extraction calls a unit plays no part here.
import HTMLTokens

@testable import WordPressFilter

enum Markup {
  private static let readable: Set<String> = ["alt", "title", "aria-label", "placeholder"]

  /// How the tags, comments and raw texts of `after` differ from those of `before`. Readable attributes and the attributes of
  /// blocks that hold text may.
  static func differences(_ before: [UInt8], _ after: [UInt8]) -> [String] {
    let left = skeleton(of: before)
    let right = skeleton(of: after)
    guard left != right else { return [] }
    for (one, other) in zip(left, right) where one != other {
      return ["markup: \(String(decoding: other, as: UTF8.self)) instead of \(String(decoding: one, as: UTF8.self))"]
    }
    return ["markup: \(right.count) tokens instead of \(left.count)"]
  }

  /// Each token that is no text, less what people read of it.
  private static func skeleton(of bytes: [UInt8]) -> [[UInt8]] {
    var tokens: [[UInt8]] = []
    var tokenizer = HTMLTokenizer()
    while let token = tokenizer.next(in: bytes.span) {
      switch token.kind {
      case .characters: continue
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
        } else if bytes[token.content].starts(with: "more ".utf8) {
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
    var seen: Set<String> = []
    var scanner = HTMLAttributeScanner(of: token)
    while let attribute = scanner.next(in: bytes.span) {
      let name = String(decoding: bytes[attribute.name], as: UTF8.self).lowercased()
      if readable.contains(name), seen.insert(name).inserted, !attribute.value.isEmpty {
        values.append(attribute.value)
      }
    }
    return values
  }

  /// Texts and readable attributes in which an ASCII letter is left, outside of what the rules exclude.
  static func untranslated(_ bytes: [UInt8], bareBracketsAreText: Bool) -> [String] {
    var found: [String] = []
    var tokenizer = HTMLTokenizer()
    while let token = tokenizer.next(in: bytes.span) {
      switch token.kind {
      case .characters:
        let text = visible(token.range, bytes, bareBracketsAreText: bareBracketsAreText)
        if hasLetter(text) { found.append("untranslated: \(String(decoding: text, as: UTF8.self))") }
      case .startTag:
        let isKept = token.isKept(in: bytes)
        if !isKept {
          for value in readableValues(of: token, bytes) {
            var text: [UInt8] = []
            TextDecoding.append(bytes.span, value, inAttribute: true, to: &text)
            if hasLetter(text) { found.append("untranslated attribute: \(String(decoding: text, as: UTF8.self))") }
          }
        }
        if isKept || token.element.flow == .opaque, let end = end(of: token, tokenizer, bytes) { tokenizer = end }
      default: continue
      }
    }
    return found
  }

  private static func hasLetter(_ text: [UInt8]) -> Bool {
    text.contains { ($0 | 0x20) &- 0x61 < 26 }
  }

  /// The text of `range` without shortcodes and addresses, its references decoded.
  private static func visible(_ range: Range<Int>, _ bytes: [UInt8], bareBracketsAreText: Bool) -> [UInt8] {
    var text: [UInt8] = []
    var start = range.lowerBound
    var at = start
    while at < range.upperBound {
      var code: Range<Int>?
      if bytes[at] == 0x5B {
        code = Shortcode(bytes.span, at: at, end: range.upperBound, bareBracketsAreText: bareBracketsAreText)?.range
      } else if bytes[at] == 0x3A {
        code = WebAddress.range(around: at, from: start, in: bytes.span, end: range.upperBound)
      }
      guard let code else {
        at += 1
        continue
      }
      TextDecoding.append(bytes.span, start..<code.lowerBound, inAttribute: false, to: &text)
      at = code.upperBound
      start = at
    }
    TextDecoding.append(bytes.span, start..<range.upperBound, inAttribute: false, to: &text)
    return text
  }

  /// The tokenizer behind the end of the element that `token` begins; nil where it is never closed.
  private static func end(of token: HTMLToken, _ tokenizer: HTMLTokenizer, _ bytes: [UInt8]) -> HTMLTokenizer? {
    if token.element.isVoid || token.isSelfClosing && (token.element == .svg || token.element == .math) {
      return tokenizer
    }
    let name = String(decoding: bytes[token.name], as: UTF8.self).lowercased()
    var ahead = tokenizer
    var depth = 1
    while let next = ahead.next(in: bytes.span) {
      let isForeign = next.element == .svg || next.element == .math
      guard next.kind == .startTag && !(next.isSelfClosing && isForeign) || next.kind == .endTag,
        String(decoding: bytes[next.name], as: UTF8.self).lowercased() == name
      else { continue }
      depth += next.kind == .startTag ? 1 : -1
      if depth == 0 { return ahead }
    }
    return nil
  }
}

extension HTMLToken {
  /// Whether an attribute of this tag keeps translators away.
  fileprivate func isKept(in bytes: [UInt8]) -> Bool {
    var scanner = HTMLAttributeScanner(of: self)
    while let attribute = scanner.next(in: bytes.span) {
      let name = String(decoding: bytes[attribute.name], as: UTF8.self).lowercased()
      let value = String(decoding: bytes[attribute.value], as: UTF8.self)
      if name == "translate" || name == "its-translate", value.lowercased() == "no" { return true }
      if name == "class", value.split(whereSeparator: \.isWhitespace).contains("notranslate") { return true }
    }
    return false
  }
}
