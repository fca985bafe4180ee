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
    // By the byte: there is such a note for each term of a unit.
    var bytes: [UInt8] = []
    add("term", entry.term.text, to: &bytes)
    add("term source", entry.term.source, to: &bytes)
    for translation in entry.translations {
      add("translation", translation.text, to: &bytes)
      add("translation source", translation.source, to: &bytes)
      add("translation at", translation.reference, to: &bytes)
      add("translation id", translation.id, to: &bytes)
    }
    add("definition", entry.definition?.text, to: &bytes)
    add("definition source", entry.definition?.source, to: &bytes)
    add("at", entry.reference, to: &bytes)
    add("id", entry.id, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends a line, where there is a value: a line feed in it is `\n`, a backslash two.
  private static func add(_ key: StaticString, _ value: String?, to bytes: inout [UInt8]) {
    guard let value else { return }
    if !bytes.isEmpty { bytes.append(0x0A) }
    bytes.append(contentsOf: UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount))
    bytes.append(0x3A)
    bytes.append(0x20)
    for byte in value.utf8 {
      if byte == 0x5C || byte == 0x0A { bytes.append(0x5C) }
      bytes.append(byte == 0x0A ? 0x6E : byte)
    }
  }

  /// The entry that a note says; nil where it is another note.
  static func entry(_ note: XLIFF.Note) -> XLIFF.GlossaryEntry? {
    guard note.category == category, note.priority == nil else { return nil }
    var text = note.text
    return text.withUTF8 { entry($0) }
  }

  private static func entry(_ bytes: UnsafeBufferPointer<UInt8>) -> XLIFF.GlossaryEntry? {
    var entry = XLIFF.GlossaryEntry(term: .init(""))
    var start = 0
    while start <= bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      guard let colon = bytes[start..<end].firstIndex(of: 0x3A), colon + 1 < end, bytes[colon + 1] == 0x20,
        start > 0 || spells(bytes[..<colon], "term"),
        take(bytes[start..<colon], unescaped(bytes[(colon + 2)..<end]), into: &entry)
      else { return nil }
      start = end + 1
    }
    return entry
  }

  /// Takes a line in; false where it says nothing of an entry.
  private static func take(
    _ key: Slice<UnsafeBufferPointer<UInt8>>, _ value: String, into entry: inout XLIFF.GlossaryEntry
  ) -> Bool {
    let last = entry.translations.count - 1
    if spells(key, "term") {
      entry.term.text = value
    } else if spells(key, "term source") {
      entry.term.source = value
    } else if spells(key, "translation") {
      entry.translations.append(.init(value))
    } else if spells(key, "translation source"), last >= 0 {
      entry.translations[last].source = value
    } else if spells(key, "translation at"), last >= 0 {
      entry.translations[last].reference = value
    } else if spells(key, "translation id"), last >= 0 {
      entry.translations[last].id = value
    } else if spells(key, "definition") {
      entry.definition = .init(value)
    } else if spells(key, "definition source"), entry.definition != nil {
      entry.definition?.source = value
    } else if spells(key, "at") {
      entry.reference = value
    } else if spells(key, "id") {
      entry.id = value
    } else {
      return false
    }
    return true
  }

  private static func spells(_ key: Slice<UnsafeBufferPointer<UInt8>>, _ word: StaticString) -> Bool {
    key.elementsEqual(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
  }

  private static func unescaped(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    guard bytes.contains(0x5C) else { return String(decoding: bytes, as: UTF8.self) }
    var result: [UInt8] = []
    var isEscaped = false
    for byte in bytes {
      if isEscaped {
        result.append(byte == 0x6E ? 0x0A : byte)
        isEscaped = false
      } else if byte == 0x5C {
        isEscaped = true
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
