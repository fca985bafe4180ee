// Blocks, shortcodes and Elementor's widgets.
internal import XMLStream

extension RulesReader {
  /// A `gutenberg-block`.
  func block(_ element: RuleElement) throws(XMLError) -> (type: String, rule: BlockRule) {
    guard let type = element["type"], !type.isEmpty else {
      throw error(element, "<gutenberg-block> has no type", remedy: "write its name: type=\"plug-in/block\"")
    }
    var rule = BlockRule()
    rule.isTranslated = try flag(element["translate"], "translate", of: element) ?? true
    for child in element.children {
      switch child.name {
      case "key": continue
      case "xpath":
        let paths: [XPathExpression.Path]
        do {
          paths = try XPathExpression.parse(child.text)
        } catch {
          // Without an attribute in it, it could only name elements, which add nothing.
          guard child.text.contains("@") || child.text.contains("attribute::") else { continue }
          throw self.error(
            child, "the XPath \(child.text) is not understood at \"\(error.rest)\": \(error.problem)",
            remedy: "write it with the steps that Documentation/rules.md lists")
        }
        // The text of elements is found anyway, and a link is none.
        guard child["type"] == nil || child["type"] == "text" else { continue }
        rule.attributes += paths.filter { $0.result.isAttribute }
      default:
        throw error(
          child, "<\(child.name)> in a <gutenberg-block> is not understood", remedy: "write <key> and <xpath> elements")
      }
    }
    rule.keys = try keys(in: element)
    return (type, rule)
  }

  /// A `shortcode`.
  func shortcode(_ element: RuleElement) throws(XMLError) -> (name: [UInt8], rule: ShortcodeRule) {
    guard let tag = element.children("tag").first, !tag.text.isEmpty else {
      throw error(element, "<shortcode> has no <tag>", remedy: "write the shortcode's name as <tag>name</tag>")
    }
    var rule = ShortcodeRule()
    rule.ignoresContent = try flag(tag["ignore-content"], "ignore-content", of: tag) ?? false
    rule.isBlock = try flag(tag.own("block"), "o:block", of: tag) ?? false
    rule.contentEncoding = ShortcodeRule.Encoding(named: tag["encoding"])
    rule.contentEncodingName = tag["encoding"]
    // A shortcode whose content is an address or numbers has no text in it.
    if let type = tag["type"], type != "text" { rule.ignoresContent = true }
    for attribute in element.children("attributes").flatMap({ $0.children("attribute") }) {
      guard !attribute.text.isEmpty else {
        throw error(attribute, "<attribute> names no attribute", remedy: "write its name between the tags")
      }
      rule.attributes.append(
        ShortcodeRule.Attribute(
          name: Array(attribute.text.lowercased().utf8),
          encoding: ShortcodeRule.Encoding(named: attribute["encoding"]), encodingName: attribute["encoding"],
          isText: attribute["type"].map { $0 == "text" } ?? true, label: attribute["label"]))
    }
    return (Array(tag.text.utf8), rule)
  }

  /// A `widget` of Elementor's.
  func widget(_ element: RuleElement) throws(XMLError) -> (name: [UInt8], rules: [KeyRule]) {
    var rules: [KeyRule] = []
    for child in element.children {
      switch child.name {
      case "fields": rules += try fields(in: child)
      case "fields-in-item":
        guard let items = child["items_of"], !items.isEmpty else {
          throw error(child, "<fields-in-item> says not of what", remedy: "write its items_of attribute")
        }
        // `outer>inner` names items in items.
        var keys = try fields(in: child)
        for name in items.split(separator: ">").reversed() {
          keys = [KeyRule(pattern: .exact(Array(name.utf8)), content: .kept, children: keys)]
        }
        rules += keys
      // What a class of PHP finds, no file can say; fields beside it hold all the same.
      case "integration-class", "integration-classes": continue
      default:
        throw error(
          child, "<\(child.name)> in a <widget> is not understood", remedy: "write <fields> and <fields-in-item>")
      }
    }
    var merged: [KeyRule] = []
    for rule in rules { merged = KeyRule.merged([rule], over: merged) }
    return (Array(try name(of: element).utf8), merged)
  }

  private func fields(in element: RuleElement) throws(XMLError) -> [KeyRule] {
    var rules: [KeyRule] = []
    for field in element.children("field") {
      guard !field.text.isEmpty else {
        throw error(field, "<field> names no setting", remedy: "write its name between the tags")
      }
      var rule = KeyRule(pattern: .exact(Array(field.text.utf8)))
      rule.label = field["type"]
      switch field["editor_type"] {
      case nil, "LINE", "AREA": rule.content = .text(.line)
      case "VISUAL": rule.content = .text(.html)
      case "LINK", "MEDIA": rule.content = .kept
      case let other?:
        throw error(
          field, "editor_type=\"\(other)\" is not understood", remedy: "write LINE, AREA, VISUAL, LINK or MEDIA")
      }
      if let parent = field["key_of"] {
        rule = KeyRule(pattern: .exact(Array(parent.utf8)), content: .kept, children: [rule])
      }
      rules.append(rule)
    }
    return rules
  }
}
