// Custom fields, and keys inside of what is JSON.
internal import XMLStream

extension RulesReader {
  /// WPML's `style`: how large a box its editor shows.
  private enum Style: String, CaseIterable { case line, textarea, visual }

  /// How a value is written: `encoding`.
  private enum Encoding: String, CaseIterable { case json }

  /// `custom-fields`.
  func readFields(_ section: RuleElement, into sections: inout Sections) throws(XMLError) {
    for element in section.children("custom-field") {
      guard !element.text.isEmpty else {
        throw error(element, "<custom-field> names no field", remedy: "write the field's name between its tags")
      }
      // A field without an action is one that nobody has decided on: it is copied, as every field without a rule is.
      let action = element["action"] ?? TextRules.Action.copy.rawValue
      guard let known = TextRules.Action(rawValue: action), known != .replace else {
        throw error(
          element, "action=\"\(action)\" is not understood", remedy: "write translate, copy, copy-once or ignore")
      }
      var rule = FieldRule(pattern: NamePattern(element.text), action: known)
      if element.own("action") == "replace" { rule.action = .replace }
      let style: Style? = try word(element["style"], "style", of: element)
      let encoding: Encoding? = try word(element["encoding"], "encoding", of: element)
      let syntax: FieldRule.Syntax? = try word(element.own("syntax"), "o:syntax", of: element)
      rule.syntax = syntax ?? (encoding == .json ? .json : style == .visual ? .content : .inline)
      rule.name = element.own("name")
      if let name = rule.name, !Self.isNameToken(name) {
        throw error(element, "o:name=\"\(name)\" is no XML name token", remedy: "write letters, digits, - . and _")
      }
      rule.label = element["label"]
      if let length = element.own("max-length") {
        guard let length = Int(length), length > 0 else {
          throw error(
            element, "o:max-length=\"\(length)\" is no number of characters", remedy: "write a number above 0")
        }
        rule.maximumLength = length
      }
      rule.beside = element.own("beside").map { NamePattern($0) }
      rule.isOnlyProse = try flag(element.own("prose"), "o:prose", of: element) ?? false
      sections.fields.append(rule)
    }
  }

  /// The rules of the keys in `element`.
  func keys(in element: RuleElement) throws(XMLError) -> [KeyRule] {
    var rules: [KeyRule] = []
    for child in element.children("key") { rules.append(try key(child)) }
    return KeyRule.merged(rules, over: [])
  }

  private func key(_ element: RuleElement) throws(XMLError) -> KeyRule {
    let name = try name(of: element)
    var rule = KeyRule(pattern: NamePattern(name))
    switch element["search-method"] {
    case nil, "wildcards": break
    case "regex":
      guard let expression = NameExpression(name) else {
        throw error(element, "\"\(name)\" is no regular expression", remedy: "mend it")
      }
      rule.pattern = .expression(expression)
    case let other?:
      throw error(element, "search-method=\"\(other)\" is not understood", remedy: "write wildcards or regex")
    }
    rule.children = try keys(in: element)
    rule.label = element["label"]
    let encoding: Encoding? = try word(element["encoding"], "encoding", of: element)
    let syntax: KeyRule.Syntax? = try word(element.own("syntax"), "o:syntax", of: element)
    switch element["type"] {
    // What is no text: addresses, and numbers of posts, terms and files.
    case "link", "post-ids", "taxonomy-ids", "media-ids", "media-url", "media-link": rule.content = .kept
    case nil, "text":
      rule.content = encoding == .json ? .json : rule.children.isEmpty ? .text(syntax ?? .html) : .kept
    case let other?:
      throw error(element, "type=\"\(other)\" is not understood", remedy: "write type=\"link\", or leave it out")
    }
    // JSON of which no key is named: every string in it.
    if rule.content == .json, rule.children.isEmpty { rule.children = [KeyRule(pattern: NamePattern("*"))] }
    if try flag(element.own("translate"), "o:translate", of: element) == false { rule.content = .kept }
    rule.isRepeatedInHTML = try flag(element.own("in-html"), "o:in-html", of: element) ?? false
    rule.shownBy = element.own("shown-by").map { Array($0.utf8) }
    rule.childArray = element.own("children").map { Array($0.utf8) }
    rule.beside = element.own("beside").map { NamePattern($0) }
    rule.isOnlyProse = try flag(element.own("prose"), "o:prose", of: element) ?? false
    return rule
  }

  private static func isNameToken(_ name: String) -> Bool {
    !name.isEmpty
      && name.utf8.allSatisfy { byte in
        byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == 0x2D || byte == 0x2E || byte == 0x5F
      }
  }
}
