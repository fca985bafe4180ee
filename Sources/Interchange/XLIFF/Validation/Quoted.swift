/// Values in messages.
enum Quoted {
  /// The value in quotation marks, cut where it is long, line ends and control characters as `?`.
  static func text(_ value: String) -> String {
    let shown = value.prefix(60).map { character in
      character.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F } ? "?" : String(character)
    }
    return "“\(shown.joined())\(value.count > 60 ? "…" : "")”"
  }
}
