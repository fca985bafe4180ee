// Makes the forms of a term, by its language's paradigms (Configuration/Inflection.swift). More forms than a language has do
// no harm: what nobody writes is found nowhere. So where a rule can't know (is a syllable stressed?), it makes both.
package import Configuration
package import Interchange

/// The forms of a language's terms.
package struct Inflector: Sendable {
  private let inflection: Inflection?

  /// One form of a term.
  package struct Form: Hashable, Sendable {
    /// As it is written, in small letters.
    package var text: String
    /// A word that must follow in the same clause: `in` for `smeert`, of `insmeren`.
    package var particle: String?
  }

  /// The inflector of a language; one without paradigms makes no forms.
  package init(_ profile: LocaleProfile) {
    inflection = profile.inflection
  }

  /// The forms of `term` besides the term itself, in a fixed order and each once.
  /// - Parameter partOfSpeech: of the term, or of its head where it has several words; without one it counts as a noun.
  package func forms(of term: String, partOfSpeech: TBX.PartOfSpeech?) -> [Form] {
    guard let inflection, !Self.isAcronym(term) else { return [] }
    let partOfSpeech = (partOfSpeech ?? .noun).rawValue
    let words = term.lowercased().split(separator: " ").map(String.init)
    guard !words.isEmpty else { return [] }
    let head = headIndex(of: words, partOfSpeech, inflection.heads)
    var forms = bent(words[head], partOfSpeech, inflection)
    if words.count > 1 { forms = phrases(words, head: head, forms: forms, inflection) }
    forms += (forms + [Form(text: words.joined(separator: " "))]).flatMap { respelled($0, inflection.spellings) }
    var seen: Set = [Form(text: term.lowercased())]
    return forms.filter { seen.insert($0).inserted }
  }

  /// Whether `term` is written in capitals only, as TCA or SPF 30: it isn't bent, and is looked for in capitals only.
  package static func isAcronym(_ term: String) -> Bool {
    var capitals = 0
    for scalar in term.unicodeScalars where scalar.properties.isAlphabetic {
      guard scalar.properties.isUppercase else { return false }
      capitals += 1
    }
    return capitals > 0
  }

  private func headIndex(of words: [String], _ partOfSpeech: String, _ heads: Inflection.Heads) -> Int {
    if heads.first.contains(partOfSpeech) { return 0 }
    let preposition = words.indices.dropFirst().first { heads.before.contains(words[$0]) }
    return (preposition ?? words.count) - 1
  }

  /// The whole term with each form of its head; where the words before it take forms too, with those and without.
  private func phrases(_ words: [String], head: Int, forms: [Form], _ inflection: Inflection) -> [Form] {
    let after = words[(head + 1)...]
    let plain = Array(words[..<head])
    let attributive = plain.map { word in
      inflection.paradigms.filter(\.isAttributive).lazy
        .flatMap { paradigm in self.forms(of: word, in: paradigm, inflection) }.first ?? word
    }
    let bases = attributive == plain ? [plain] : [plain, attributive]
    return bases.flatMap { base in
      ([Form(text: words[head])] + forms).map { form in
        Form(text: (base + [form.text] + after).joined(separator: " "), particle: form.particle)
      }
    }
  }

  /// The forms of one word; of the part after its last hyphen, where it has one.
  private func bent(_ word: String, _ partOfSpeech: String, _ inflection: Inflection) -> [Form] {
    if let hyphen = word.lastIndex(of: "-"), word.index(after: hyphen) < word.endIndex {
      let start = word.index(after: hyphen)
      return bent(String(word[start...]), partOfSpeech, inflection).map { form in
        Form(text: word[..<start] + form.text, particle: form.particle)
      }
    }
    var made: [Form] = []
    let prefix = partOfSpeech == "verb" ? separablePrefix(of: word, inflection.verbs) : nil
    let base = prefix.map { String(word.dropFirst($0.count)) }
    for paradigm in inflection.paradigms where paradigm.partsOfSpeech.contains(partOfSpeech) {
      made += forms(of: word, in: paradigm, inflection).map { Form(text: $0) }
      guard let prefix, let base else { continue }
      let parted = forms(of: base, in: paradigm, inflection)
      made += parted.map { Form(text: prefix + $0) }
      if paradigm.isFinite { made += parted.map { Form(text: $0, particle: prefix) } }
    }
    if let prefix, let base, let marker = inflection.verbs.infinitiveMarker {
      made.append(Form(text: "\(prefix) \(marker) \(base)"))
    }
    return made
  }

  private func separablePrefix(of verb: String, _ verbs: Inflection.Verbs) -> String? {
    // Shorter than five letters, what is left is no verb: `innen`.
    verbs.separable.filter { verb.hasPrefix($0) && verb.count - $0.count >= 5 }.max { $0.count < $1.count }
  }

  private func forms(of word: String, in paradigm: Inflection.Paradigm, _ inflection: Inflection) -> [String] {
    let scalars = Array(word.unicodeScalars)
    let takesPrefix = !inflection.verbs.inseparable.contains { word.hasPrefix($0) && word.count - $0.count >= 4 }
    for rule in paradigm.rules {
      let forms = rule.forms(of: scalars, joins: inflection.verbs.joins, takesPrefix: takesPrefix) { name in
        inflection.stems[name]?.lazy.compactMap { $0.forms(of: scalars) }.first ?? []
      }
      if let forms { return forms.map(Self.text) }
    }
    return []
  }

  /// `form` in the other spelling, one way and the other.
  private func respelled(_ form: Form, _ spellings: [Inflection.Spelling]) -> [Form] {
    var (there, back) = (form, form)
    let bytes = Array(form.text.utf8)
    for spelling in spellings {
      if Self.contains(bytes, spelling.first) {
        there.text.replace(spelling.first, with: spelling.second)
      } else if Self.contains(bytes, spelling.second) {
        back.text.replace(spelling.second, with: spelling.first)
      }
    }
    return [there, back].filter { $0 != form }
  }

  /// Whether `bytes` have `part` in them: every form is asked for every spelling, and strings are slow to look in.
  private static func contains(_ bytes: [UInt8], _ part: String) -> Bool {
    guard let first = part.utf8.first, bytes.count >= part.utf8.count else { return false }
    return (0...bytes.count - part.utf8.count).contains { start in
      bytes[start] == first && bytes[start...].starts(with: part.utf8)
    }
  }

  private static func text(_ scalars: [Unicode.Scalar]) -> String {
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars)
    return text
  }
}
