// What an extraction has to say for people: what looks like text and was left out, and copies that differ. A class, for one
// article: the scanners that read an attribute's HTML are copies of the one that reads the article.

/// Remarks on one article, in its order, not endlessly many. For one thread.
final class ExtractionRemarks {
  /// How many texts are named one by one; of others the number is said.
  private static let most = 20
  /// How much of a text is shown, in characters.
  private static let shown = 40

  private var named: [String] = []
  private var known: Set<String> = []
  private var others = 0

  /// The remarks, as sentences for people.
  var texts: [String] { others == 0 ? named : named + ["and \(others) more of the same kind"] }

  /// Says that a text was not extracted, for no rule names it.
  /// - Parameters:
  ///   - place: `wp:acme/box attribute "heading"`.
  ///   - text: HTML.
  func addNotExtracted(_ place: String, _ text: [UInt8]) {
    add("not extracted: \(place) (\"\(Self.shortened(text))\")")
  }

  /// Says that a field was left alone, for it is one stored value and no text.
  func addNotExtracted(_ place: String, _ data: StoredData) { add("not extracted: \(place) is \(data.rawValue)") }

  /// Says that a rule takes a text out.
  func addExcluded(_ place: String, _ text: [UInt8]) {
    add("excluded by rule: \(place) (\"\(Self.shortened(text))\")")
  }

  /// Says that an attribute, which by its rule repeats the HTML, has another text than that.
  func addCopiesDiffer(_ place: String, _ text: [UInt8]) {
    add("blocks.copies-differ: \(place) (\"\(Self.shortened(text))\") is not what the block shows: each keeps its own")
  }

  /// Says that an array that should repeat a text doesn't.
  func addUnmatchedArray(_ place: String) {
    add("blocks.copies-differ: \(place) is not the text that it should repeat: it keeps the source's")
  }

  private func add(_ remark: String) {
    guard known.count < 10_000, known.insert(remark).inserted else { return }
    if named.count < Self.most { named.append(remark) } else { others += 1 }
  }

  /// The begin of a text, without tags, on one line.
  private static func shortened(_ text: [UInt8]) -> String {
    var plain: [UInt8] = []
    var isTag = false
    for byte in text.prefix(4000) {
      if byte == 0x3C { isTag = true }
      if !isTag { plain.append(byte < 0x20 ? 0x20 : byte) }
      if byte == 0x3E { isTag = false }
    }
    let whole = String(decoding: plain, as: UTF8.self)
    let characters = whole.drop { $0 == " " }
    return characters.count > shown ? characters.prefix(shown) + "…" : String(characters)
  }
}
