// The kinds of codes, annotations and states in the words of 1.2, from and to those of 2.x. What one version has no
// word for goes over as it is: into 2.x behind the prefix `xliff12:`, into 1.2 behind `x-`, so that it can come back.

extension XLIFF {
  /// The prefix under which a word of 1.2 stands in a 2.x `subType`, `subState` or annotation type.
  static let prefix12 = "xliff12:"

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
    if subType.hasPrefix(prefix12) { return String(subType.dropFirst(prefix12.count)) }
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
        if tail.first == "-" && tail.contains(":") { return (type, String(tail.dropFirst())) }
      }
    }
    return ("other", prefix12 + ctype)
  }

  /// The 1.2 `mrk/@mtype` of an annotation.
  static func mtype(type: String?, translate: Bool?) -> String {
    switch type ?? "generic" {
    case "generic": return translate == false ? "protected" : "x-generic"
    case "term": return "term"
    case let type where type.hasPrefix(prefix12): return String(type.dropFirst(prefix12.count))
    case let type: return "x-" + type
    }
  }

  /// An annotation's type and `translate` from a 1.2 `mrk/@mtype`.
  static func annotation(ofMtype mtype: String) -> (type: String, translate: Bool?) {
    switch mtype {
    case "protected": return ("generic", false)
    case "term": return ("term", nil)
    case "x-generic", "x-comment": return (String(mtype.dropFirst(2)), nil)
    case let mtype where mtype.hasPrefix("x-") && mtype.contains(":"): return (String(mtype.dropFirst(2)), nil)
    default: return (prefix12 + mtype, nil)
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
