// Telling text for readers from settings. Documentation/rules.md states the test; it only ever decides what is said to be
// left out, and, where a rule asks for it, which of a site's own fields are text.

/// Whether a text looks as if it were written for readers.
enum Prose {
  /// Last words of keys that name text.
  private static let textWords: Set<String> = [
    "title", "label", "heading", "headline", "text", "caption", "description", "desc", "content", "subtitle",
    "subheading", "message", "placeholder", "summary", "question", "answer", "quote", "cite", "citation", "alt",
    "tooltip", "note", "excerpt", "subject", "body", "tagline", "slogan", "intro", "byline", "copy",
  ]

  /// Words in keys of what is never text, however it reads.
  private static let otherWords: Set<String> = [
    "class", "classes", "css", "style", "styles", "font", "color", "colour", "url", "href", "link", "src", "slug",
    "icon",
    "svg", "anchor", "id", "ids", "uid", "shadow", "gradient", "filter", "transition", "animation", "html", "script",
    "shortcode",
    "date", "time", "timezone", "path", "file", "mime", "hash", "token", "nonce", "key", "position", "align",
    "alignment",
    "size", "sizes", "template", "query", "ref", "type", "layout", "code", "schema", "json", "lock", "email",
  ]

  /// Whether `text` looks like prose under `key`, of which `isTextKey` counts as a key that names text.
  static func isProse(_ text: [UInt8], key: [UInt8]) -> Bool {
    guard text.count > 1, text.count < 1 << 20, !isOtherKind(text) else { return false }
    let words = keyWords(key)
    guard !words.contains(where: otherWords.contains) else { return false }
    let namesText = words.last.map(textWords.contains) ?? false
    let shape = Shape(text)
    if shape.longestRun >= 3 { return true }
    let isSentence = shape.hasCapital || shape.hasNonASCII || shape.endsSentence
    if shape.longestRun == 2 { return isSentence || namesText }
    return namesText && shape.longestRun == 1 && shape.beginsWithCapital && !shape.isIdentifier
  }

  /// Whether `text` is an address, markup without text, a colour, JSON, PHP's serialization: no prose whatever is in it.
  private static func isOtherKind(_ text: [UInt8]) -> Bool {
    let span = text.span
    var start = 0
    while start < text.count, text[start] <= 0x20 { start += 1 }
    guard start < text.count else { return true }
    let isOneWord = !text[start...].contains { $0 <= 0x20 }
    switch text[start] {
    case 0x7B: return true  // {
    case 0x5B: return text.last == 0x5D  // [
    case 0x23, 0x2F: return isOneWord  // # /
    case 0x61, 0x4F, 0x73, 0x69, 0x62, 0x64, 0x4E:  // PHP: a: O: s: i: b: d: N;
      if start + 1 < text.count, text[start + 1] == 0x3A, start + 2 < text.count, text[start + 2] &- 0x30 < 10 {
        return true
      }
    case 0x3C:  // <
      if ["<svg", "<script", "<style", "<iframe", "<?xml"].contains(where: { text[start...].starts(with: $0.utf8) }) {
        return true
      }
    default: break
    }
    if isOneWord, span.contains("://") || text.contains(0x40) { return true }
    return span.contains("var(--") || span.contains("rgba(") || span.contains("!important")
  }

  /// The words of a key: `buttonText`, `button_text` and `button-text` are *button* and *text*.
  private static func keyWords(_ key: [UInt8]) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    var wasLower = false
    func end() {
      if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
      word.removeAll()
    }
    for byte in key {
      let isUpper = byte &- 0x41 < 26
      let isLetter = (byte | 0x20) &- 0x61 < 26
      if !isLetter || isUpper && wasLower { end() }
      if isLetter { word.append(byte | 0x20) }
      wasLower = isLetter && !isUpper
    }
    end()
    return words
  }

  /// What there is of words in a text.
  private struct Shape {
    /// The most words in a row, parted by one space, in which there are only letters.
    var longestRun = 0
    var hasCapital = false
    var hasNonASCII = false
    var endsSentence = false
    var beginsWithCapital = false
    /// Whether a capital stands in the middle of a word, as in a name that programs use.
    var isIdentifier = false

    init(_ text: [UInt8]) {
      var run = 0
      var letters = 0
      var isWord = true
      var isTag = false
      var hasBegun = false
      for index in 0...text.count {
        let byte = index < text.count ? text[index] : 0x20
        if isTag {
          if byte == 0x3E { isTag = false }
          continue
        }
        if byte == 0x3C, index + 1 < text.count, text[index + 1] == 0x2F || (text[index + 1] | 0x20) &- 0x61 < 26 {
          isTag = true
          continue
        }
        if byte <= 0x20 {
          if isWord, letters >= 2 {
            run += 1
            longestRun = max(longestRun, run)
          } else if letters != 1 || !isWord {
            run = 0
          }
          (letters, isWord) = (0, true)
          continue
        }
        let isUpper = byte &- 0x41 < 26
        if isUpper || byte &- 0x61 < 26 || byte >= 0x80 {
          if isUpper {
            if letters == 0 { hasCapital = true } else { isIdentifier = true }
          }
          if !hasBegun { beginsWithCapital = isUpper || byte >= 0xC3 }
          hasBegun = true
          if byte >= 0x80 { hasNonASCII = true }
          letters += 1
        } else if byte == 0x2E || byte == 0x2C || byte == 0x21 || byte == 0x3F || byte == 0x3A || byte == 0x3B {
          // Behind a word it ends that; within one (`example.org`) it makes it another thing.
          let next = index + 1 < text.count ? text[index + 1] : 0x20
          if next > 0x20, next != 0x3C, next != 0x22 { isWord = false }
          if byte == 0x2E || byte == 0x21 || byte == 0x3F, next <= 0x20 { endsSentence = true }
        } else if byte != 0x27, byte != 0x22, byte != 0x28, byte != 0x29, byte != 0x2D, byte != 0x26 {
          isWord = false
        } else if byte == 0x2D, letters > 0, !hasCapital, !hasNonASCII {
          // `is-style-rounded`; but `Follow-up` is a word.
          isWord = false
        }
      }
    }
  }
}
