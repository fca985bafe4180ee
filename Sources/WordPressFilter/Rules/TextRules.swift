// What of an article holds text is data: `wpml-config.xml`, as WordPress plug-ins ship it for WPML, with our own defaults in
// `rules/`. Documentation/rules.md says what is understood of it.
package import XMLStream

/// The rules of what holds text. Built once, then shared by all threads.
package struct TextRules: Sendable {
  /// What becomes of a meta field in the translated post.
  package enum Action: String, Sendable, Equatable {
    /// Its text is a unit.
    case translate
    /// It is the same in every language.
    case copy
    /// The same, but only until somebody changes it.
    case copyOnce = "copy-once"
    /// A translation keeps its own: the source's is not put into it.
    case ignore
    /// It is the source's own address: a copy of it in a translation takes that out of the search engines.
    case replace
  }

  /// A file of rules beyond the defaults.
  package struct Overlay: Sendable, Equatable {
    /// The file's name, without its folder.
    package var name: String
    /// Of its bytes, eight hexadecimal digits.
    package var hash: String
  }

  /// By a field's key.
  private var fields: [String: FieldRule] = [:]
  /// Those with `*` in their names; the last file's come first.
  private var fieldPatterns: [FieldRule] = []
  /// By a block's name without `core/`.
  private var blocks = ByteTable<BlockRule>()
  /// By what stands before the `/` of a block's name.
  private var namespaces = ByteTable<BlockRule>()
  /// For all blocks (`type="*"`).
  private var anyBlock: BlockRule?
  private var shortcodes = ByteTable<ShortcodeRule>()
  /// By Elementor's `widgetType`: the rules of a widget's settings.
  private var widgets = ByteTable<[KeyRule]>()
  /// The files beyond the defaults, in their order.
  package private(set) var overlays: [Overlay] = []

  /// No rules at all: nothing but titles, contents and excerpts is text.
  package init() {}

  /// Lays the rules of a file over these.
  /// - Parameters:
  ///   - bytes: a `wpml-config.xml`.
  ///   - file: its path, for errors.
  ///   - isDefault: whether it is one of ours; another is named in the XLIFF that is made with it.
  /// - Throws: `XMLError` where it is not XML, not of this vocabulary, or says what is not understood here.
  package mutating func add(_ bytes: [UInt8], file: String, isDefault: Bool) throws(XMLError) {
    let sections = try RulesReader(file: file).read(bytes)
    for rule in sections.fields {
      if case .exact(let name) = rule.pattern { fields[String(decoding: name, as: UTF8.self)] = rule }
    }
    let patterns = sections.fields.filter { !$0.pattern.isExact }
    fieldPatterns.removeAll { old in patterns.contains { $0.pattern == old.pattern } }
    // `*` may be for everything, so it is asked last.
    fieldPatterns =
      (patterns + fieldPatterns).filter { !$0.pattern.isAny } + (patterns + fieldPatterns).filter(\.pattern.isAny)
    for (name, keys) in sections.fieldKeys { lay(keys, onField: name) }
    for (name, rule) in sections.blocks { lay(rule, onBlock: name) }
    for (name, rule) in sections.shortcodes { shortcodes[name] = rule }
    for (name, rules) in sections.widgets { widgets[name] = KeyRule.merged(rules, over: widgets[name] ?? []) }
    guard !isDefault else { return }
    let name = file.split(separator: "/").last.map(String.init) ?? file
    overlays.append(Overlay(name: name, hash: String(SourceHash(of: bytes).description.prefix(8))))
  }

  /// The files beyond the defaults as an XLIFF file's metadata names them; nil where there are none.
  package var fingerprint: String? {
    guard !overlays.isEmpty else { return nil }
    return overlays.map { "\($0.name) \($0.hash)" }.joined(separator: ", ")
  }

  private mutating func lay(_ keys: [KeyRule], onField name: String) {
    var rule = fields[name] ?? FieldRule(pattern: .exact(Array(name.utf8)), action: .translate)
    rule.keys = KeyRule.merged(keys, over: rule.keys)
    rule.syntax = .json
    if rule.action == .copy { rule.action = .translate }
    fields[name] = rule
  }

  private mutating func lay(_ rule: BlockRule, onBlock type: String) {
    var name = Array(type.utf8)
    if name == [0x2A] {
      var all = anyBlock ?? BlockRule()
      all.lay(rule)
      anyBlock = all
      return
    }
    if name.suffix(2) == [0x2F, 0x2A] { name.removeLast(2) }
    guard name.contains(0x2F) else {
      var whole = namespaces[name] ?? BlockRule()
      whole.lay(rule)
      namespaces[name] = whole
      return
    }
    if name.starts(with: "core/".utf8) { name.removeFirst(5) }
    var own = blocks[name] ?? BlockRule()
    own.lay(rule)
    blocks[name] = own
  }
}

// MARK: - Asking

extension TextRules {
  /// The rule of the block whose name, as its comment has it, stands at `range`; nil where there is none at all.
  func block(_ bytes: Span<UInt8>, _ range: Range<Int>) -> BlockRule? {
    var slash = range.lowerBound
    while slash < range.upperBound, bytes[slash] != 0x2F { slash += 1 }
    let isCore = slash == range.upperBound || bytes.holds("core", in: range.lowerBound..<slash)
    let name = isCore && slash < range.upperBound ? slash + 1..<range.upperBound : range
    if let own = blocks.value(of: bytes, name) { return own }
    if !isCore, let whole = namespaces.value(of: bytes, range.lowerBound..<slash) { return whole }
    return anyBlock
  }

  /// The rules of the shortcode whose name stands at `range`.
  package func shortcode(_ bytes: Span<UInt8>, _ range: Range<Int>) -> ShortcodeRule? {
    shortcodes.value(of: bytes, range)
  }

  /// The rules for the settings of a widget of Elementor's.
  func widget(_ type: [UInt8]) -> [KeyRule]? { widgets[type] }

  /// The rule of the meta field `key`.
  /// - Parameter sibling: the text of the field of that name beside it.
  func field(_ key: String, sibling: (String) -> [UInt8]?) -> FieldRule? {
    if let rule = fields[key] { return rule }
    guard !fieldPatterns.isEmpty else { return nil }
    let name = Array(key.utf8)
    for rule in fieldPatterns where rule.pattern.matches(name) {
      guard let beside = rule.beside else { return rule }
      if let other = sibling("_" + key), beside.matches(other) { return rule }
    }
    return nil
  }

  /// What is done with the meta field `key`, whatever stands beside it.
  package func action(for key: String) -> Action { field(key) { _ in nil }?.action ?? .copy }
}

extension TextRules {
  /// Puts into each block's rule what its namespace and `*` add to it; to be called when all files have been added, before
  /// anything is asked.
  package func completed() -> TextRules {
    var rules = self
    rules.anyBlock = anyBlock?.completed(by: nil)
    for (name, rule) in namespaces.entries { rules.namespaces[name] = rule.completed(by: anyBlock) }
    for (name, rule) in blocks.entries {
      let namespace = name.firstIndex(of: 0x2F).flatMap { rules.namespaces[Array(name[..<$0])] }
      rules.blocks[name] = rule.completed(by: namespace ?? anyBlock)
    }
    return rules
  }
}
