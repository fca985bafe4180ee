// The fields of an article that are looked at for text.

/// A part of an article that is looked at for text.
struct ArticleField {
  /// What the bytes of a field are.
  enum Syntax {
    /// HTML with blocks and shortcodes.
    case content
    /// HTML within one paragraph.
    case inline
    /// Text for a search engine's page: entities may occur, tags may not.
    case plain
    /// JSON: the texts are strings in it, by these rules.
    case json([KeyRule], onlyProse: Bool)
    /// The JSON in which Elementor keeps a page.
    case elementor

    /// Whether shortcodes are run in it.
    var isContent: Bool { if case .content = self { true } else { false } }
    /// Whether tags are read in it.
    var isHTML: Bool { if case .inline = self { true } else { isContent } }
  }

  /// Where the bytes go back to.
  enum Place: Equatable {
    case title, content, excerpt
    /// The text of the meta field at that index.
    case metaText(Int)
    /// Its whole value, which is JSON.
    case metaValue(Int)
    /// The value, which is JSON, of the field at that index of ACF's.
    case advancedField(Int)
  }

  /// Begins the unit ids and names the field in XLIFF: an NMTOKEN.
  let name: String
  /// What a translator is told that it is.
  let label: String
  let place: Place
  let syntax: Syntax
  let bytes: [UInt8]
  /// The most characters that search engines show of it, where that is known.
  var maximumLength: Int?
}

extension TextRules {
  /// The fields of `article` that are looked at for text, in the order in which a translator reads them.
  func fields(of article: Article) -> [ArticleField] {
    var fields: [ArticleField] = []
    if !article.title.isEmpty {
      fields.append(
        ArticleField(name: "title", label: "title", place: .title, syntax: .inline, bytes: article.title))
    }
    if StoredData(article.content) == nil {
      fields.append(
        ArticleField(name: "content", label: "content", place: .content, syntax: .content, bytes: article.content))
    }
    if article.hasOwnExcerpt, StoredData(article.excerpt) == nil {
      fields.append(
        ArticleField(name: "excerpt", label: "excerpt", place: .excerpt, syntax: .content, bytes: article.excerpt))
    }
    for index in article.meta.indices {
      guard let rule = rule(ofMeta: index, in: article), rule.action == .translate,
        let field = Self.field(article.meta[index], at: index, rule)
      else { continue }
      fields.append(field)
    }
    for (index, field) in article.advancedFields.enumerated() {
      guard let rule = self.field("acf", sibling: { _ in nil }), rule.action == .translate else { break }
      var named = rule
      named.pattern = .exact(Array(field.key.utf8))
      fields.append(
        ArticleField(
          name: named.unitName(of: field.key).replacing("meta.", with: "acf.", maxReplacements: 1),
          label: "field \(field.key)", place: .advancedField(index),
          syntax: .json([KeyRule(pattern: NamePattern("*"))], onlyProse: true), bytes: field.json))
    }
    return fields
  }

  /// The rule of the meta field at `index`.
  func rule(ofMeta index: Int, in article: Article) -> FieldRule? {
    field(article.meta[index].key) { name in article.meta.first { $0.key == name }?.text }
  }

  private static func field(_ meta: Article.MetaField, at index: Int, _ rule: FieldRule) -> ArticleField? {
    let name = rule.unitName(of: meta.key)
    let label = rule.label ?? "field \(meta.key)"
    if rule.syntax == .json || rule.syntax == .elementor {
      let keys = rule.keys.isEmpty ? [KeyRule(pattern: NamePattern("*"))] : rule.keys
      let syntax: ArticleField.Syntax =
        rule.syntax == .elementor ? .elementor : .json(keys, onlyProse: rule.isOnlyProse)
      let place: ArticleField.Place = meta.text == nil ? .metaValue(index) : .metaText(index)
      let bytes = meta.text ?? meta.json
      return bytes.isEmpty ? nil : ArticleField(name: name, label: label, place: place, syntax: syntax, bytes: bytes)
    }
    // A list or an object: every string in it.
    if meta.text == nil, meta.json.first == 0x5B || meta.json.first == 0x7B {
      return ArticleField(
        name: name, label: label, place: .metaValue(index),
        syntax: .json([KeyRule(pattern: NamePattern("*"))], onlyProse: rule.isOnlyProse), bytes: meta.json)
    }
    guard let text = meta.text, !text.isEmpty, StoredData(text) != .php,
      !rule.isOnlyProse || Prose.isProse(text, key: Array(meta.key.utf8))
    else { return nil }
    let syntax: ArticleField.Syntax =
      switch rule.syntax {
      case .content: .content
      case .inline: .inline
      default: .plain
      }
    return ArticleField(
      name: name, label: label, place: .metaText(index), syntax: syntax, bytes: text,
      maximumLength: rule.maximumLength)
  }

  /// The text of the first field of `article` that is translated as `name`, whichever plug-in's it is, and not empty.
  fileprivate func text(named name: String, of article: Article) -> [UInt8]? {
    article.meta.indices.first { index in
      rule(ofMeta: index, in: article)?.name == name && article.meta[index].text?.isEmpty == false
    }.flatMap { article.meta[$0].text }
  }
}

extension Article {
  /// What the SEO plug-in shows to search engines as the title; as it is stored, references and all.
  package func seoTitle(_ rules: TextRules) -> [UInt8]? { rules.text(named: "seo-title", of: self) }
  /// What it shows as the description.
  package func seoDescription(_ rules: TextRules) -> [UInt8]? { rules.text(named: "seo-description", of: self) }
}

extension TextRules {
  /// Says of each field of `article` that looks like prose and that no rule names, and of each that is no text though its
  /// place or its rule says so.
  func remark(onFieldsOf article: Article, to remarks: ExtractionRemarks) {
    if let data = StoredData(article.content) { remarks.addNotExtracted("content", data) }
    if article.hasOwnExcerpt, let data = StoredData(article.excerpt) { remarks.addNotExtracted("excerpt", data) }
    for (index, meta) in article.meta.enumerated() {
      let key = Array(meta.key.utf8)
      if let rule = rule(ofMeta: index, in: article) {
        if rule.action == .translate, rule.syntax != .json, rule.syntax != .elementor, !rule.isOnlyProse,
          let text = meta.text, StoredData(text) == .php
        {
          remarks.addNotExtracted("meta field \"\(meta.key)\"", .php)
        }
      } else if let text = meta.text {
        if StoredData(text) == .php {
          if StoredData.holdsProse(text, key: key) { remarks.addNotExtracted("meta field \"\(meta.key)\"", .php) }
        } else if Prose.isProse(text, key: key) {
          remarks.addNotExtracted("meta field \"\(meta.key)\"", text)
        }
      } else {
        remark(onValue: meta.json, "meta field \"\(meta.key)\"", to: remarks)
      }
    }
  }

  private func remark(onValue json: [UInt8], _ place: String, to remarks: ExtractionRemarks) {
    guard let source = JSONSource(json) else { return }
    for found in JSONTexts.all(in: source, rules: []) where found.rule == nil {
      remarks.addNotExtracted("\(place) > \"\(found.path)\"", found.text)
    }
  }
}
