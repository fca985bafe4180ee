// `1 million` and 1,000,000 are one number.
internal import Configuration

extension NumberToken {
  /// Gives 1000000 to the 1 of `1 million`.
  static func markPowers(_ tokens: inout [NumberToken], _ text: [UInt8], _ profile: LocaleProfile) {
    guard !profile.powersOfTen.isEmpty else { return }
    for index in tokens.indices {
      guard let value = tokens[index].value else { continue }
      for (word, power) in profile.powersOfTen
      where isFollowed(by: [word], text, tokens[index].range.upperBound) {
        tokens[index].alternatives.append(shifted(value, by: power))
      }
    }
  }

  /// `value`, a number with a full stop for its decimals, times ten to the `power`, which must not be negative.
  static func shifted(_ value: String, by power: Int) -> String {
    let parts = value.split(separator: ".", omittingEmptySubsequences: false)
    let decimals = parts.count > 1 ? parts[1] : ""
    guard decimals.count > power else {
      return trimmed(parts[0] + decimals + String(repeating: "0", count: power - decimals.count))
    }
    return "\(trimmed(parts[0] + decimals.prefix(power))).\(decimals.dropFirst(power))"
  }
}
