// 1.2 has terms (`mrk mtype="term"`) but no place for their translations and definitions. A note about the source can say
// them to people, and line by line so that the entry can be read back:
//
//     term: acne scar
//     translation: acnelitteken
//     definition: a scar that acne leaves
//     at: #m1

/// A glossary entry as the text of a 1.2 `<note from="glossary" annotates="source">`.
enum GlossaryNote {
  static let category = "glossary"

  /// The note's text.
  static func text(of entry: XLIFF.GlossaryEntry) -> String {
    var lines: [String] = []
    func add(_ key: String, _ value: String?) {
      guard let value else { return }
      lines.append("\(key): \(value.replacing("\\", with: "\\\\").replacing("\n", with: "\\n"))")
    }
    add("term", entry.term.text)
    add("term source", entry.term.source)
    for translation in entry.translations {
      add("translation", translation.text)
      add("translation source", translation.source)
      add("translation at", translation.reference)
      add("translation id", translation.id)
    }
    add("definition", entry.definition?.text)
    add("definition source", entry.definition?.source)
    add("at", entry.reference)
    add("id", entry.id)
    return lines.joined(separator: "\n")
  }

  /// The entry that a note says; nil where it is another note.
  static func entry(_ note: XLIFF.Note) -> XLIFF.GlossaryEntry? {
    guard note.category == category, note.text.hasPrefix("term: "), note.priority == nil else { return nil }
    var entry = XLIFF.GlossaryEntry(term: .init(""))
    for line in note.text.split(separator: "\n", omittingEmptySubsequences: false) {
      guard let colon = line.firstIndex(of: ":"), line[colon...].hasPrefix(": ") else { return nil }
      let value = unescaped(line[line.index(colon, offsetBy: 2)...])
      let last = entry.translations.count - 1
      switch line[..<colon] {
      case "term": entry.term.text = value
      case "term source": entry.term.source = value
      case "translation": entry.translations.append(.init(value))
      case "translation source" where last >= 0: entry.translations[last].source = value
      case "translation at" where last >= 0: entry.translations[last].reference = value
      case "translation id" where last >= 0: entry.translations[last].id = value
      case "definition": entry.definition = .init(value)
      case "definition source" where entry.definition != nil: entry.definition?.source = value
      case "at": entry.reference = value
      case "id": entry.id = value
      default: return nil
      }
    }
    return entry
  }

  private static func unescaped(_ text: Substring) -> String {
    var result = ""
    var isEscaped = false
    for character in text {
      if isEscaped {
        result.append(character == "n" ? "\n" : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        result.append(character)
      }
    }
    return result
  }
}
