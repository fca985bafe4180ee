// What a user can try on a line of text by itself.
internal import Configuration
internal import Publication
internal import UnicodeText

/// Makers of functions from a line to its result.
package enum LineTools {
  /// Cuts a line of text into sentences, without the white space between them.
  package static func segments(in project: Project, locale: String) throws -> ([UInt8]) throws -> [[UInt8]] {
    let breaker = try project.sentenceBreaker(for: locale)
    return { line in
      var ends: [Int] = []
      try breaker.sentenceEnds(of: line.span, into: &ends)
      var start = 0
      return ends.compactMap { end in
        defer { start = end }
        let sentence = line[start..<end].trimmingSpace()
        return sentence.isEmpty ? nil : Array(sentence)
      }
    }
  }

  /// Makes a slug of a title.
  package static func slug(in project: Project, locale: String) throws -> ([UInt8]) throws -> [UInt8] {
    let profile = try project.locale(locale)
    return { title in [UInt8](try Slug.sanitized(title: title, wordPressLocale: profile.wordPressLocale).utf8) }
  }
}

extension ArraySlice where Element == UInt8 {
  /// Without the ASCII white space at both ends.
  fileprivate func trimmingSpace() -> ArraySlice<UInt8> {
    let isSpace = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
    let trimmed = drop(while: isSpace)
    return trimmed.prefix((trimmed.lastIndex { !isSpace($0) } ?? trimmed.startIndex - 1) - trimmed.startIndex + 1)
  }
}
