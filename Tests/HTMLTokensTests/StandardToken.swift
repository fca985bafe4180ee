// The tokens of the HTML standard, as html5lib's suite expects them: names folded, references decoded, text joined.

/// A token as the standard's tokenizer emits it. Texts are bytes of UTF-8 in which, as in the suite, a surrogate may
/// stand alone; `String` could not hold those.
enum StandardToken: Equatable {
  case doctype(name: [UInt8]?, publicIdentifier: [UInt8]?, systemIdentifier: [UInt8]?, isCorrect: Bool)
  case startTag(name: [UInt8], attributes: [[UInt8]: [UInt8]], isSelfClosing: Bool)
  case endTag(name: [UInt8])
  case comment([UInt8])
  case characters([UInt8])
}

extension StandardToken: CustomStringConvertible {
  var description: String {
    func text(_ bytes: [UInt8]?) -> String {
      bytes.map { String(decoding: $0, as: UTF8.self).debugDescription } ?? "nil"
    }
    switch self {
    case .doctype(let name, let publicIdentifier, let systemIdentifier, let isCorrect):
      return "doctype \(text(name)) \(text(publicIdentifier)) \(text(systemIdentifier)) \(isCorrect)"
    case .startTag(let name, let attributes, let isSelfClosing):
      let list = attributes.map { "\(text($0.key))=\(text($0.value))" }.sorted().joined(separator: " ")
      return "start \(text(name)) \(list)\(isSelfClosing ? " /" : "")"
    case .endTag(let name): return "end \(text(name))"
    case .comment(let data): return "comment \(text(data))"
    case .characters(let data): return "characters \(text(data))"
    }
  }
}

extension [StandardToken] {
  /// Appends text, joined to the text before it, as the suite's README asks.
  mutating func append(characters: [UInt8]) {
    if case .characters(let before) = last {
      self[count - 1] = .characters(before + characters)
    } else if !characters.isEmpty {
      append(.characters(characters))
    }
  }
}
