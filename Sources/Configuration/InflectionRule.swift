// One rule of a paradigm. The notation, as it stands in locale.yml:
//
//     context_ending -> form form …
//
// Small letters stand for themselves, a capital for one of its class (`V` a vowel, `K` a consonant, as the locale defines
// them), `^` for the beginning of the word, `*` after a class for any number of it, a digit in the ending for what the
// first, second, … class of the ending held. The context stays; the ending is replaced by each form. In a form a digit
// again repeats what a class held; `+s` adds to the word as it is; `{open}en` adds to a stem; `(ge){stem}t` puts `ge` before
// it unless the word has an inseparable prefix; `-` is nothing at all.

/// How the words with a certain ending make their forms.
package struct InflectionRule: Sendable, Equatable {
  /// Letters and classes before the ending, left as they are.
  private var context: [Element]
  /// Whether the context begins where the word does.
  private var isAnchored: Bool
  /// What the forms replace.
  private var ending: [Element]
  /// What the rule makes, in the order of the file.
  private var forms: [Form]

  /// One place of a pattern.
  private enum Element: Sendable, Equatable {
    case letter(Unicode.Scalar)
    case anyOf([[Unicode.Scalar]])
    case anyNumberOf([[Unicode.Scalar]])
    case sameAs(Int)
  }

  /// One form of the right-hand side.
  private struct Form: Sendable, Equatable {
    enum Base: Sendable, Equatable {
      case word
      case stem(String)
      case context
    }
    enum Piece: Sendable, Equatable {
      case letter(Unicode.Scalar)
      case capture(Int)
    }
    var prefix: String = ""
    var base: Base
    var pieces: [Piece] = []
  }

  /// Why a rule can't be read.
  struct SyntaxError: Error {
    var reason: String
  }

  /// The names of the stems that the forms use.
  package var stems: [String] {
    forms.compactMap { if case .stem(let name) = $0.base { name } else { nil } }
  }
}

// MARK: - Applying

extension InflectionRule {
  /// The forms of `word`, or nil where its ending is another.
  /// - Parameters:
  ///   - word: small letters.
  ///   - joins: what becomes of a prefix's last letters and a stem's first.
  ///   - takesPrefix: whether forms such as `(ge){stem}t` get their prefix.
  ///   - stem: the stems of a name.
  package func forms(
    of word: [Unicode.Scalar], joins: [Inflection.Spelling] = [], takesPrefix: Bool = true,
    stem: (String) -> [[Unicode.Scalar]] = { _ in [] }
  ) -> [[Unicode.Scalar]]? {
    for start in stride(from: word.count, through: 0, by: -1) {
      var captures: [[Unicode.Scalar]] = []
      guard let end = Self.match(ending[...], word, start, &captures), end == word.count else { continue }
      guard matchesContext(context[...], word, start) else { continue }
      return forms.flatMap { form -> [[Unicode.Scalar]] in
        let suffix = form.pieces.flatMap { piece -> [Unicode.Scalar] in
          switch piece {
          case .letter(let letter): [letter]
          case .capture(let number): number < captures.count ? captures[number] : []
          }
        }
        let bases: [[Unicode.Scalar]] =
          switch form.base {
          case .word: [word]
          case .context: [Array(word[..<start])]
          case .stem(let name): stem(name)
          }
        return bases.map { base in
          (takesPrefix ? Self.joined(form.prefix, base, joins) : base) + suffix
        }
      }
    }
    return nil
  }

  /// `prefix` before `base`, with the joint smoothed.
  private static func joined(
    _ prefix: String, _ base: [Unicode.Scalar], _ joins: [Inflection.Spelling]
  ) -> [Unicode.Scalar] {
    let prefix = Array(prefix.unicodeScalars)
    for join in joins where !prefix.isEmpty && join.first.unicodeScalars.count == prefix.count + 1 {
      if let first = base.first, Array(join.first.unicodeScalars) == prefix + [first] {
        return Array(join.second.unicodeScalars) + base.dropFirst()
      }
    }
    return prefix + base
  }

  /// Matches `elements` forwards from `position`; returns where they end.
  private static func match(
    _ elements: ArraySlice<Element>, _ word: [Unicode.Scalar], _ position: Int, _ captures: inout [[Unicode.Scalar]]
  ) -> Int? {
    guard let element = elements.first else { return position }
    let rest = elements.dropFirst()
    switch element {
    case .letter(let letter):
      guard position < word.count, word[position] == letter else { return nil }
      return match(rest, word, position + 1, &captures)
    case .sameAs(let number):
      guard number < captures.count, word[position...].starts(with: captures[number]) else { return nil }
      return match(rest, word, position + captures[number].count, &captures)
    case .anyOf(let groups):
      for group in groups where word[position...].starts(with: group) {
        let kept = captures
        captures.append(group)
        if let end = match(rest, word, position + group.count, &captures), end == word.count { return end }
        captures = kept
      }
      return nil
    case .anyNumberOf:
      // The reader refuses a repeat in an ending.
      return nil
    }
  }

  /// Whether `elements` stand right before `end`.
  private func matchesContext(_ elements: ArraySlice<Element>, _ word: [Unicode.Scalar], _ end: Int) -> Bool {
    guard let element = elements.last else { return !isAnchored || end == 0 }
    let rest = elements.dropLast()
    switch element {
    case .letter(let letter):
      return end > 0 && word[end - 1] == letter && matchesContext(rest, word, end - 1)
    case .anyOf(let groups):
      return groups.contains { group in
        word[..<end].reversed().starts(with: group.reversed()) && matchesContext(rest, word, end - group.count)
      }
    case .anyNumberOf(let groups):
      if matchesContext(rest, word, end) { return true }
      return groups.contains { group in
        word[..<end].reversed().starts(with: group.reversed()) && matchesContext(elements, word, end - group.count)
      }
    case .sameAs:
      return false
    }
  }
}

// MARK: - Reading

extension InflectionRule {
  /// Reads the notation above.
  init(_ text: String, letters: [Character: [[Unicode.Scalar]]]) throws(SyntaxError) {
    guard let arrow = text.firstRange(of: "->") else { throw SyntaxError(reason: "it has no `->`") }
    let pattern = text[..<arrow.lowerBound].filter { $0 != " " }
    let sides = pattern.split(separator: "_", omittingEmptySubsequences: false)
    guard sides.count == 2 else { throw SyntaxError(reason: "its left side needs one `_`") }
    isAnchored = sides[0].first == "^"
    context = try Self.elements(sides[0].drop { $0 == "^" }, letters, repeats: true)
    ending = try Self.elements(sides[1], letters, repeats: false)
    let classes = ending.count { if case .anyOf = $0 { true } else { false } }
    forms = []
    for word in text[arrow.upperBound...].split(separator: " ") {
      forms.append(try Self.form(word, classes: classes))
    }
    guard !forms.isEmpty else { throw SyntaxError(reason: "it makes no form") }
  }

  private static func elements(
    _ text: Substring, _ letters: [Character: [[Unicode.Scalar]]], repeats: Bool
  ) throws(SyntaxError) -> [Element] {
    var elements: [Element] = []
    for character in text {
      if character == "*" {
        guard repeats, case .anyOf(let groups)? = elements.popLast() else {
          throw SyntaxError(reason: "`*` stands only after a class of letters, and before the `_`")
        }
        elements.append(.anyNumberOf(groups))
      } else if let number = character.wholeNumberValue {
        guard !repeats, number > 0 else { throw SyntaxError(reason: "`\(number)` stands only after the `_`, from 1") }
        elements.append(.sameAs(number - 1))
      } else if character.isASCII, character.isUppercase {
        guard let groups = letters[character] else {
          throw SyntaxError(reason: "there is no class of letters `\(character)`")
        }
        elements.append(.anyOf(groups))
      } else {
        elements += character.unicodeScalars.map { .letter($0) }
      }
    }
    return elements
  }

  private static func form(_ word: Substring, classes: Int) throws(SyntaxError) -> Form {
    var rest = word
    var form = Form(base: .context)
    if rest.first == "(" {
      guard let close = rest.firstIndex(of: ")") else { throw SyntaxError(reason: "`(` isn't closed") }
      form.prefix = String(rest[rest.index(after: rest.startIndex)..<close])
      rest = rest[rest.index(after: close)...]
    }
    if rest.first == "+" {
      form.base = .word
      rest = rest.dropFirst()
    } else if rest.first == "{" {
      guard let close = rest.firstIndex(of: "}") else { throw SyntaxError(reason: "`{` isn't closed") }
      form.base = .stem(String(rest[rest.index(after: rest.startIndex)..<close]))
      rest = rest[rest.index(after: close)...]
    } else if rest == "-" {
      rest = ""
    }
    for character in rest {
      if let number = character.wholeNumberValue {
        guard number > 0, number <= classes else {
          throw SyntaxError(reason: "`\(word)` names a class that its ending doesn't have")
        }
        form.pieces.append(.capture(number - 1))
      } else {
        form.pieces += character.unicodeScalars.map { .letter($0) }
      }
    }
    return form
  }
}
