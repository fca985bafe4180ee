// Where in an article a unit stands, in words.
internal import Interchange

/// The headings above the text that is being read.
struct HeadingPath {
  private var texts = [String](repeating: "", count: 6)
  private var path = ""
  private var lastLabel = ""
  private var lastNotes: [XLIFF.Note] = []

  /// The most characters of one heading.
  private static let longest = 80

  /// Forgets all headings.
  mutating func removeAll() {
    guard !path.isEmpty else { return }
    self = HeadingPath()
  }

  /// A heading of `level` begins: what stood under the last one of its level is over.
  mutating func leave(level: Int) {
    guard texts[(level - 1)...].contains(where: { !$0.isEmpty }) else { return }
    for index in (level - 1)..<6 { texts[index] = "" }
    join()
  }

  /// A heading of `level`, 1 to 6, stands above all that follows, and takes the place of those of its level and below.
  mutating func set(level: Int, _ text: [UInt8]) {
    let title = String(decoding: text, as: UTF8.self)
    // No more bytes are no more characters, which take longer to count.
    texts[level - 1] =
      text.count > Self.longest && title.count > Self.longest ? title.prefix(Self.longest) + "…" : title
    for index in level..<6 { texts[index] = "" }
    join()
  }

  private mutating func join() {
    path = texts.filter { !$0.isEmpty }.joined(separator: " › ")
    lastNotes = []
  }

  /// A note of `label`, and of the headings above where there are any. Units in a row that have the same share one.
  mutating func notes(_ label: String) -> [XLIFF.Note] {
    if label == lastLabel, !lastNotes.isEmpty { return lastNotes }
    lastLabel = label
    lastNotes = [XLIFF.Note(category: "location", path.isEmpty ? label : "\(label), under: \(path)")]
    return lastNotes
  }
}
