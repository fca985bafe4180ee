// Markup out of text as PHP's strip_tags() and WordPress's wp_strip_all_tags() take it out. This is no HTML parser and
// must not become one: slugs and excerpts have to come out as WordPress makes them, malformed markup included.

/// Strips markup from text, byte for byte as PHP does.
enum TagStripper {
  private enum State { case text, tag, declaration, instruction, comment }

  /// `strip_tags($text)` without allowed tags.
  static func stripped(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var state = State.text
    var quote: UInt8 = 0
    var depth = 0
    for (index, byte) in text.enumerated() where byte != 0 {
      let previous = index > 0 ? text[index - 1] : 0
      switch (state, byte) {
      case (.text, UInt8(ascii: "<")):
        // `a < b` is no tag.
        if index + 1 < text.count, isSpace(text[index + 1]) { result.append(byte) } else { state = .tag }
      case (.text, _):
        result.append(byte)
      case (.comment, UInt8(ascii: ">")):
        if previous == UInt8(ascii: "-"), index > 1, text[index - 2] == UInt8(ascii: "-") {
          (state, quote) = (.text, 0)
        }
      case (.comment, _):
        break
      case (.tag, UInt8(ascii: "<")) where quote == 0:
        if index + 1 < text.count, !isSpace(text[index + 1]) { depth += 1 }
      case (_, UInt8(ascii: ">")):
        if depth > 0 {
          depth -= 1
        } else if quote == 0, state != .instruction || previous == UInt8(ascii: "?") {
          state = .text
        }
      case (_, UInt8(ascii: "\"")), (_, UInt8(ascii: "'")):
        if state == .tag || previous != UInt8(ascii: "\\") {
          if quote == 0 { quote = byte } else if quote == byte { quote = 0 }
        }
      case (.tag, UInt8(ascii: "!")) where previous == UInt8(ascii: "<"):
        state = .declaration
      case (.tag, UInt8(ascii: "?")) where previous == UInt8(ascii: "<"):
        state = .instruction
      case (.declaration, UInt8(ascii: "-")):
        if previous == UInt8(ascii: "-"), index > 1, text[index - 2] == UInt8(ascii: "!") { state = .comment }
      default:
        break
      }
    }
    return result
  }

  /// `wp_strip_all_tags($text)`: scripts and styles with what is in them, all other tags, white space at both ends.
  static func strippedAll(_ text: [UInt8]) -> [UInt8] {
    trimmed(stripped(withoutScripts(text)))
  }

  /// Without what matches `<(script|style)[^>]*?>.*?</\1>`, in any case.
  private static func withoutScripts(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    // Once no end tag is left, none is looked for again: that keeps a text full of start tags linear.
    var unclosed: Set<String> = []
    var position = 0
    while position < text.count {
      if text[position] == UInt8(ascii: "<"),
        let name = ["script", "style"].first(where: { hasPrefix($0, in: text, at: position + 1) }),
        !unclosed.contains(name)
      {
        if let end = scriptEnd(name, in: text, from: position) {
          position = end
          continue
        }
        unclosed.insert(name)
      }
      result.append(text[position])
      position += 1
    }
    return result
  }

  private static func scriptEnd(_ name: String, in text: [UInt8], from start: Int) -> Int? {
    guard var position = text[start...].firstIndex(of: UInt8(ascii: ">")) else { return nil }
    while let open = text[position...].firstIndex(of: UInt8(ascii: "<")) {
      if hasPrefix("/\(name)>", in: text, at: open + 1) { return open + name.utf8.count + 3 }
      position = open + 1
    }
    return nil
  }

  private static func hasPrefix(_ prefix: String, in text: [UInt8], at start: Int) -> Bool {
    guard text.count - start >= prefix.utf8.count else { return false }
    return zip(prefix.utf8, text[start...]).allSatisfy { $0 == ($1 &- 0x41 < 26 ? $1 | 0x20 : $1) }
  }

  /// PHP's `trim()`: space, TAB, LF, CR, NUL, VT.
  private static func trimmed(_ text: [UInt8]) -> [UInt8] {
    func isTrimmed(_ byte: UInt8) -> Bool { byte == 0 || (isSpace(byte) && byte != 0x0C) }
    guard let first = text.firstIndex(where: { !isTrimmed($0) }), let last = text.lastIndex(where: { !isTrimmed($0) })
    else { return [] }
    return Array(text[first...last])
  }

  /// C's `isspace()`.
  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 0x09 < 5 }
}
