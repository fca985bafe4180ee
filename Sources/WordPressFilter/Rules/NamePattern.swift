// Names in rules: as they are, with `*` for any characters, or a regular expression (`search-method="regex"`).

/// What a name must look like.
enum NamePattern: Sendable {
  /// Just this name.
  case exact([UInt8])
  /// `*` stands for any characters, or none; letters of ASCII match in any case.
  case wildcards([UInt8])
  case expression(NameExpression)

  /// The pattern that a name in a rule is: one with `*` has wildcards.
  init(_ name: String) {
    let bytes = Array(name.utf8)
    self = bytes.contains(0x2A) ? .wildcards(bytes) : .exact(bytes)
  }

  /// Whether the pattern is `*`, which every name matches.
  var isAny: Bool { if case .wildcards([0x2A]) = self { true } else { false } }

  /// Whether `name` matches.
  func matches(_ name: [UInt8]) -> Bool {
    switch self {
    case .exact(let own): own == name
    case .wildcards(let pattern): Self.matches(pattern, name)
    case .expression(let expression): expression.matches(name)
    }
  }

  /// Greedy matching with one point to go back to: linear in the product of the lengths at worst.
  private static func matches(_ pattern: [UInt8], _ name: [UInt8]) -> Bool {
    var (at, next) = (0, 0)
    var star: (pattern: Int, name: Int)?
    while next < name.count {
      if at < pattern.count, pattern[at] == 0x2A {
        star = (at, next)
        at += 1
      } else if at < pattern.count, folded(pattern[at]) == folded(name[next]) {
        at += 1
        next += 1
      } else if let last = star {
        star = (last.pattern, last.name + 1)
        at = last.pattern + 1
        next = last.name + 1
      } else {
        return false
      }
    }
    return pattern[at...].allSatisfy { $0 == 0x2A }
  }

  private static func folded(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
}

extension NamePattern: Equatable {
  static func == (left: NamePattern, right: NamePattern) -> Bool {
    switch (left, right) {
    case (.exact(let own), .exact(let other)), (.wildcards(let own), .wildcards(let other)): own == other
    case (.expression(let own), .expression(let other)): own.source == other.source
    default: false
    }
  }
}

/// A regular expression for names, as PHP writes them: `/^title_\d+$/i`.
///
/// Unchecked because `Regex` does not say that it is sendable; it is not changed after it was made, and the program that it
/// is lowered to on its first use is stored atomically.
final class NameExpression: @unchecked Sendable {
  /// As the rules have it.
  let source: String
  private let expression: Regex<AnyRegexOutput>

  /// The expression that `source` writes, with delimiters and flags or without; nil where it is none.
  init?(_ source: String) {
    self.source = source
    var pattern = source
    var ignoresCase = false
    if let delimiter = source.first, "/#~@".contains(delimiter), let end = source.lastIndex(of: delimiter),
      end > source.startIndex
    {
      let flags = source[source.index(after: end)...]
      guard flags.allSatisfy({ "iu".contains($0) }) else { return nil }
      ignoresCase = flags.contains("i")
      pattern = String(source[source.index(after: source.startIndex)..<end])
    }
    guard let expression = try? Regex(pattern) else { return nil }
    self.expression = ignoresCase ? expression.ignoresCase() : expression
  }

  /// Whether it is found in `name`.
  func matches(_ name: [UInt8]) -> Bool {
    String(decoding: name, as: UTF8.self).firstMatch(of: expression) != nil
  }
}
