// The kinds of codes, annotations and states in the words of 1.2, from and to those of 2.x. What one version has no
// word for goes over as it is: into 2.x behind the prefix `xliff12:`, into 1.2 behind `x-`, so that it can come back.

extension XLIFF {
  /// The prefix under which a word of 1.2 stands in a 2.x `subType`, `subState` or annotation type.
  static let prefix12 = "xliff12:"

  /// A word of 1.2 as 2.x has it, where a colon and white space would not do.
  static func word(of12 word: String) -> String {
    var result = prefix12
    for scalar in word.unicodeScalars {
      switch scalar {
      case "%", ":", " ", "\t", "\n", "\r": result += "%" + String(scalar.value + 0x100, radix: 16).dropFirst()
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The word of 1.2 that stands behind the prefix.
  static func word(of2 word: String) -> String {
    let rest = word.dropFirst(prefix12.count)
    guard rest.contains("%") else { return String(rest) }
    var result = ""
    var pieces = rest.split(separator: "%", omittingEmptySubsequences: false)[...]
    result += pieces.removeFirst()
    for piece in pieces {
      if let value = UInt8(piece.prefix(2), radix: 16) { result.unicodeScalars.append(Unicode.Scalar(value)) }
      result += piece.dropFirst(2)
    }
    return result
  }

  /// The 1.2 `ctype` (its schema: AttrType_InlineDelimiters, AttrType_InlinePlaceholders) of a 2.x type and subType, or
  /// nil.
  /// - Parameter isPlaceholder: whether it is for `x` or `ph`, whose predefined values differ from those of `g`, `bx`,
  ///   `bpt`.
  static func ctype(type: String?, subType: String?, isPlaceholder: Bool) -> String? {
    switch (type, subType) {
    case (nil, nil): return nil
    case ("fmt", "xlf:b") where !isPlaceholder: return "bold"
    case ("fmt", "xlf:i") where !isPlaceholder: return "italic"
    case ("fmt", "xlf:u") where !isPlaceholder: return "underlined"
    case ("link", nil) where !isPlaceholder: return "link"
    case ("fmt", "xlf:lb") where isPlaceholder: return "lb"
    case ("fmt", "xlf:pb") where isPlaceholder: return "pb"
    case ("image", nil) where isPlaceholder: return "image"
    default: break
    }
    guard let subType else { return "x-" + (type ?? "other") }
    if subType.hasPrefix(prefix12) { return word(of2: subType) }
    return "x-\(type ?? "other")-\(subType)"
  }

  /// The 2.x type and subType of a 1.2 `ctype`.
  static func type(ofCtype ctype: String) -> (type: String, subType: String?) {
    switch ctype {
    case "bold": return ("fmt", "xlf:b")
    case "italic": return ("fmt", "xlf:i")
    case "underlined": return ("fmt", "xlf:u")
    case "lb": return ("fmt", "xlf:lb")
    case "pb": return ("fmt", "xlf:pb")
    case "link": return ("link", nil)
    case "image": return ("image", nil)
    default: break
    }
    if ctype.hasPrefix("x-") {
      let rest = ctype.dropFirst(2)
      for type in ["fmt", "ui", "quote", "link", "image", "other"] where rest.hasPrefix(type) {
        if rest.count == type.count { return (type, nil) }
        let tail = rest.dropFirst(type.count)
        // A subType is `prefix:value`; anything else is another tool's own ctype.
        if tail.first == "-" && isUserDefined(tail.dropFirst()) { return (type, String(tail.dropFirst())) }
      }
    }
    return ("other", word(of12: ctype))
  }

  /// The `ctype` of a code of which only its preview is known.
  static func ctype(of style: FormatStyle) -> String { htmlCtype + style.element }

  /// The preview's element of such a `ctype`.
  static func formatStyle(ofCtype ctype: String) -> String? {
    ctype.hasPrefix(htmlCtype) && ctype.count > htmlCtype.count ? String(ctype.dropFirst(htmlCtype.count)) : nil
  }

  private static let htmlCtype = "x-html-"

  /// The 1.2 `state-qualifier` of a candidate's target by the candidate's type (XLIFF 2.1, 5.1.6.10; 1.2, `state-qualifier`).
  static func qualifier(ofMatchType type: String?) -> String? {
    qualifiers.first { $0.type == type }?.qualifier
  }

  /// The type of a candidate by the `state-qualifier` of its target; nil for one that 2.x has no word for.
  static func matchType(ofQualifier qualifier: String) -> String? {
    qualifiers.first { $0.qualifier == qualifier }?.type
  }

  private static let qualifiers: [(type: String, qualifier: String)] = [
    ("tm", "leveraged-tm"), ("mt", "leveraged-mt"), ("tb", "leveraged-glossary"), ("idm", "id-match"),
    ("icm", "exact-match"), ("am", "x-am"), ("other", "x-other"),
  ]

  /// Whether `word` is `prefix:value`, as 2.x wants the types of users (XLIFF 2.1, 4.3.1, `type`).
  static func isUserDefined(_ word: some StringProtocol) -> Bool {
    let parts = word.split(separator: ":", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { !$0.isEmpty && !$0.contains(where: \.isWhitespace) }
  }

  /// What a code that keeps its place says, which is to say which one begins the row (XLIFF 2.1, 4.3.1, `canReorder`).
  static func canReorder(isFirst: Bool) -> String { isFirst ? "firstNo" : "no" }

  /// What the writer says where a 1.2 file has no `datatype` of its own: our texts are HTML.
  static let defaultDatatype = "html"
  /// The key of our header note that holds the id that a file has in 2.x.
  static let fileIDKey = "file-id"

  /// The 1.2 `mrk/@mtype` of an annotation.
  static func mtype(type: String?, translate: Bool?) -> String {
    switch type ?? "generic" {
    case "generic": return translate == false ? "protected" : "x-generic"
    case "term": return "term"
    case let type where type.hasPrefix(prefix12): return word(of2: type)
    case let type: return "x-" + type
    }
  }

  /// An annotation's type and `translate` from a 1.2 `mrk/@mtype`.
  static func annotation(ofMtype mtype: String) -> (type: String, translate: Bool?) {
    switch mtype {
    case "protected": return ("generic", false)
    case "term": return ("term", nil)
    case "x-generic", "x-comment": return (String(mtype.dropFirst(2)), nil)
    case let mtype where mtype.hasPrefix("x-") && isUserDefined(mtype.dropFirst(2)):
      return (String(mtype.dropFirst(2)), nil)
    default: return (word(of12: mtype), nil)
    }
  }

  /// The 1.2 `target/@state`. A target in state `initial` is there but nobody has vouched for it: `needs-translation`;
  /// `signed-off` is what 1.2 calls "changes are reviewed and approved".
  static func state12(_ state: State) -> String {
    switch state {
    case .initial: "needs-translation"
    case .translated: "translated"
    case .reviewed: "signed-off"
    case .final: "final"
    }
  }

  /// State and subState of a 1.2 `target/@state`. What needs review has been translated; what needs adaptation has not
  /// been, or not wholly; a tool's own state says nothing that we know.
  static func state(of12 state: String) -> (state: State?, subState: String?) {
    switch state {
    case "needs-translation": (.initial, nil)
    case "translated": (.translated, nil)
    case "signed-off": (.reviewed, nil)
    case "final": (.final, nil)
    case "new", "needs-adaptation", "needs-l10n": (.initial, prefix12 + state)
    case "needs-review-translation", "needs-review-adaptation", "needs-review-l10n": (.translated, prefix12 + state)
    default: (nil, prefix12 + state)
    }
  }
}
