// Numbers in words, as data: part of the `numbers` of locales/<tag>/locale.yml.

extension LocaleProfile {
  /// Takes over what `numbers` says of words.
  /// - Parameter file: the path that errors name.
  /// - Throws: `ConfigurationError` where a value is of the wrong kind, or a power of ten out of 0 to 30.
  mutating func readNumberWords(_ numbers: YAMLReader, file: String) throws {
    numberWords = try numbers.strings("words") ?? []
    ordinalSuffixes = try numbers.strings("ordinals") ?? []
    if let equivalents = try numbers.mapping("equivalents") {
      for word in equivalents.keys { numberEquivalents[word] = try equivalents.strings(word) ?? [] }
    }
    if let powers = try numbers.mapping("powers") {
      for word in powers.keys {
        guard let power = try powers.int(word) else { continue }
        guard 0...30 ~= power else {
          throw ConfigurationError(
            file: file, line: powers.line(of: word), problem: "`\(word)` is no power of ten from 0 to 30",
            remedy: "write the number of zeros: 6 for a million")
        }
        powersOfTen[word] = power
      }
    }
  }
}
