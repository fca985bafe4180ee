// Where in an article a unit stands, in words.
internal import Interchange

/// What a translator is told of the place of a unit: what it is, the headings above it, and in which field and which block of
/// the post it stands, as in `table cell, under: Day by Day (content, core/table)`.
struct UnitPlace {
  /// The note's category.
  static let category: StaticString = "location"
  /// What stands between the label and the headings.
  static let under: StaticString = ", under: "

  /// What the text is, such as `paragraph`.
  var label: String
  /// The headings above, outermost first, UTF-8; empty where there are none.
  var path: [UInt8]
  /// The field and the block, as ` (content, core/table)`, UTF-8; empty where the label says it all.
  var ending: [UInt8]
  /// What else there is to say.
  private(set) var more: [XLIFF.Note] = []

  /// A place without more to say.
  init(label: String, path: [UInt8], ending: [UInt8]) {
    self.label = label
    self.path = path
    self.ending = ending
  }

  /// Adds a note of another category.
  mutating func append(_ note: XLIFF.Note) { more.append(note) }

  /// The same as a value of the model.
  var notes: [XLIFF.Note] {
    var text = label
    if !path.isEmpty { text += "\(Self.under)\(String(decoding: path, as: UTF8.self))" }
    text += String(decoding: ending, as: UTF8.self)
    return [XLIFF.Note(category: "\(Self.category)", text)] + more
  }
}

/// The headings above the text that is being read.
struct HeadingPath {
  /// All of them as a translator sees them, UTF-8.
  private var path: [UInt8] = []
  /// The open headings, outermost first: the level of each, and where `path` ends without it.
  private var open: [(level: Int, start: Int)] = []

  /// The most characters of one heading.
  private static let longest = 80

  /// Forgets all headings.
  mutating func removeAll() { leave(level: 1) }

  /// A heading of `level` begins: what stood under the last one of its level is over.
  mutating func leave(level: Int) {
    while let last = open.last, last.level >= level {
      path.removeSubrange(last.start...)
      open.removeLast()
    }
  }

  /// A heading of `level`, 1 to 6, stands above all that follows, and takes the place of those of its level and below.
  mutating func set(level: Int, _ text: [UInt8]) {
    leave(level: level)
    open.append((level, path.count))
    if !path.isEmpty { path.append(contentsOf: " › ".utf8) }
    // No more bytes are no more characters, which take longer to count.
    guard text.count > Self.longest else { return path.append(contentsOf: text) }
    let title = String(decoding: text, as: UTF8.self)
    path.append(contentsOf: (title.count > Self.longest ? title.prefix(Self.longest) + "…" : title).utf8)
  }

  /// All of them, UTF-8, outermost first.
  var titles: [UInt8] { path }
}
