// The excerpt that WordPress makes of a post that has none: rebuilt from the translation, never translated.

/// Automatic excerpts, as WordPress's `wp_trim_excerpt()` makes them.
package enum Excerpt {
  /// What WordPress writes after an excerpt that it had to cut.
  package static let more = " [&hellip;]"

  /// The excerpt for `html`, the post's *rendered* content: the first 55 words without markup, and ` [&hellip;]` where
  /// there are more. Character references stay as they are written; there is no `<p>` around it.
  ///
  /// Words end at space, TAB, LF and CR; U+00A0 and U+202F are inside words. WordPress leaves blocks out that it does not
  /// expect text in (images, buttons, plug-ins' blocks), which rendered content doesn't show any more; footnote marks are
  /// left out as it does. In languages without spaces (Japanese) WordPress counts characters; this does not.
  /// - Parameter words: how many words are kept.
  package static func automatic(fromRendered html: [UInt8], words: Int = 55) -> [UInt8] {
    // The words are at the beginning, and stripping goes by what stands before: of a long post the first part will do,
    // as soon as it has one word more.
    var length = max(words * 12, 512)
    while length < html.count {
      let start = Array(html[..<length])
      if holdsWhatReachesOn(start) { break }
      let (excerpt, isCut) = firstWords(words, ofRendered: start)
      if isCut { return excerpt }
      length *= 2
    }
    return firstWords(words, ofRendered: html).excerpt
  }

  /// The excerpt for `html`, and whether there are more words than that.
  private static func firstWords(_ words: Int, ofRendered html: [UInt8]) -> (excerpt: [UInt8], isCut: Bool) {
    let text = TagStripper.strippedAll(escapingSectionEnds(in: withoutFootnoteMarks(html)))
    var result: [UInt8] = []
    var left = words
    for word in text.split(whereSeparator: { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }) {
      if left == 0 { return (result + Array(more.utf8), true) }
      if !result.isEmpty { result.append(0x20) }
      result += word
      left -= 1
    }
    return (result, false)
  }

  /// Whether there is markup that takes text away as far as its end: `<script`, `<style`, `<sup`.
  private static func holdsWhatReachesOn(_ html: [UInt8]) -> Bool {
    var index = 0
    while index + 3 < html.count {
      if html[index] == UInt8(ascii: "<"), html[index + 1] | 0x20 == UInt8(ascii: "s") {
        switch (html[index + 2] | 0x20, html[index + 3] | 0x20) {
        case (UInt8(ascii: "c"), UInt8(ascii: "r")), (UInt8(ascii: "t"), UInt8(ascii: "y")),
          (UInt8(ascii: "u"), UInt8(ascii: "p")):
          return true
        default: break
        }
      }
      index += 1
    }
    return false
  }

  /// Without `<sup data-fn="…" class="fn"><a href="…" id="…">1</a></sup>`, the footnote marks of the block editor.
  private static func withoutFootnoteMarks(_ html: [UInt8]) -> [UInt8] {
    let (start, end) = (Array("<sup data-fn=\"".utf8), Array("</sup>".utf8))
    var result: [UInt8] = []
    result.reserveCapacity(html.count)
    var position = 0
    while position < html.count {
      if html[position] == UInt8(ascii: "<"), html[position...].starts(with: start) {
        var close = position + start.count
        while close < html.count, !html[close...].starts(with: end) { close += 1 }
        // A mark that is never closed ends the search: nor would another be.
        guard close < html.count else { return result + html[position...] }
        position = close + end.count
        continue
      }
      result.append(html[position])
      position += 1
    }
    return result
  }

  /// `]]>` as `]]&gt;`, which WordPress does for the sake of feeds.
  private static func escapingSectionEnds(in html: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(html.count)
    for byte in html {
      if byte == UInt8(ascii: ">"), result.suffix(2).elementsEqual("]]".utf8) {
        result += "&gt;".utf8
      } else {
        result.append(byte)
      }
    }
    return result
  }
}
