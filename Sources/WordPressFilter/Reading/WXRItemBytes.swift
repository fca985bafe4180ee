// libxml2's push parser and CDATA do not go together well: it leaves line ends in it as they are, and of a section whose end it
// does not see it takes 300 bytes a call, so that a long one costs time by the square and fails at 10 MB. Both are mended in
// the bytes that it is given; what they mean stays the same.

/// The bytes of an item as the parser takes them.
enum WXRItemBytes {
  /// A section longer than this is given in several: less than what the parser is handed at once (`XMLReader`).
  private static let longest = 1 << 14

  /// `bytes` with every line end as a line feed (XML 1.0, 2.11) and no long CDATA section.
  static func parsable(_ bytes: [UInt8]) -> [UInt8] {
    let lines = withLineFeeds(bytes)
    return lines.count > longest ? withShortSections(lines) : lines
  }

  private static func withLineFeeds(_ bytes: [UInt8]) -> [UInt8] {
    let span = bytes.span
    guard var at = span.firstOffset(of: 0x0D, from: 0) else { return bytes }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var copied = 0
    while true {
      output += bytes[copied..<at]
      copied = at + 1
      // Of CRLF the line feed stays.
      if copied == bytes.count || bytes[copied] != 0x0A { output.append(0x0A) }
      guard let next = span.firstOffset(of: 0x0D, from: copied) else { return output + bytes[copied...] }
      at = next
    }
  }

  private static func withShortSections(_ bytes: [UInt8]) -> [UInt8] {
    let span = bytes.span
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / longest * 12)
    var copied = 0
    var at = 0
    while let begin = span.firstOffset(of: 0x3C, from: at) {
      at = begin + 1
      if span.begins("<!--", at: begin) { at = span.end(of: "-->", from: begin + 4) ?? bytes.count }
      guard span.begins("<![CDATA[", at: begin) else { continue }
      // A section without an end is the parser's to refuse.
      guard let end = span.end(of: "]]>", from: begin + 9) else { break }
      at = begin + 9
      while end - at > longest {
        at += longest
        // A character is never cut: its later bytes are 10xxxxxx.
        while bytes[at] & 0xC0 == 0x80 { at -= 1 }
        guard at < end - 3 else { break }
        output += bytes[copied..<at]
        output += "]]><![CDATA[".utf8
        copied = at
      }
      at = end
    }
    return output + bytes[copied...]
  }
}
