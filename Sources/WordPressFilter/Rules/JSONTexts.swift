// Finding the texts in JSON: down the tree of its values, and down that of the rules beside it.
internal import JSONTokens

/// A string in JSON.
struct JSONText {
  var source: JSONSource
  /// The string; with `isArray` the array of a rich text's children.
  var node: Int
  /// nil: no rule is for it, but it looks like prose.
  var rule: KeyRule?
  /// The array in the same object that repeats the text.
  var childArray: Int?
  /// The string in the same object that repeats the text.
  var copy: Int?
  var isArray = false
  /// The names on the way to it, as in `questions > title`.
  var path: String

  /// Whether its object says that the HTML does not show it.
  var isHidden = false

  /// The string itself.
  var text: [UInt8] { isArray ? [] : source.string(at: node) }
}

/// Walks through one JSON text.
struct JSONTexts {
  private var found: [JSONText] = []
  private var path: [[UInt8]] = []
  /// Whether texts that no rule is for are looked for too.
  private let findsUnruled: Bool
  private let isOnlyProse: Bool

  private init(findsUnruled: Bool, onlyProse: Bool) {
    self.findsUnruled = findsUnruled
    isOnlyProse = onlyProse
  }

  /// The texts of `source` by `rules`, in its order.
  /// - Parameters:
  ///   - findsUnruled: those that look like prose and have no rule are among them.
  ///   - onlyProse: of those with a rule only such as look like prose.
  ///   - key: the name of what holds the JSON.
  static func all(
    in source: JSONSource, rules: [KeyRule], findsUnruled: Bool = true, onlyProse: Bool = false, key: [UInt8] = []
  ) -> [JSONText] {
    var texts = JSONTexts(findsUnruled: findsUnruled, onlyProse: onlyProse)
    if source.document.nodes[0].kind == .string {
      texts.visit(0, in: source, rules.first(where: \.pattern.isAny), key: key)
    } else {
      let root = KeyRule(pattern: .exact([]), content: .kept, children: rules)
      texts.visit(0, in: source, rules.isEmpty ? nil : root, key: key)
    }
    return texts.found
  }

  /// The texts in Elementor's JSON: settings of widgets by the widgets' rules.
  static func elementor(in source: JSONSource, _ rules: TextRules, findsUnruled: Bool) -> [JSONText] {
    var texts = JSONTexts(findsUnruled: findsUnruled, onlyProse: false)
    texts.elements(0, in: source, rules)
    return texts.found
  }

  private mutating func elements(_ list: Int, in source: JSONSource, _ rules: TextRules) {
    for element in source.document.elements(of: list) where source.document.nodes[element].kind == .object {
      let type =
        source.member(Array("widgetType".utf8), of: element) ?? source.member(Array("elType".utf8), of: element)
      let name = type.map { source.string(at: $0) } ?? []
      if let settings = source.member(Array("settings".utf8), of: element),
        source.document.nodes[settings].kind == .object
      {
        path.append(name)
        self.object(settings, in: source, rules.widget(name) ?? [])
        path.removeLast()
      }
      if let inner = source.member(Array("elements".utf8), of: element) { elements(inner, in: source, rules) }
    }
  }

  private mutating func object(_ object: Int, in source: JSONSource, _ rules: [KeyRule]) {
    let members = source.document.members(of: object)
    // What repeats another member goes with that, or by itself where that is missing; never with two.
    var arrays: [[UInt8]] = []
    var taken: Set<Int> = []
    for rule in rules {
      guard let name = rule.childArray, case .exact(let own) = rule.pattern else { continue }
      arrays.append(name)
      guard source.member(own, of: object) == nil, let copy = source.member(name, of: object),
        taken.insert(copy).inserted
      else { continue }
      switch source.document.nodes[copy].kind {
      case .array: found.append(JSONText(source: source, node: copy, rule: rule, isArray: true, path: shownPath(name)))
      case .string: visit(copy, in: source, rule, under: name)
      default: break
      }
    }
    for (key, value) in members {
      let name = source.string(at: key)
      guard !arrays.contains(name) else { continue }
      let rule = rules.first { rule in
        guard rule.pattern.matches(name) else { return false }
        guard let beside = rule.beside else { return true }
        return source.member([0x5F] + name, of: object).map { beside.matches(source.string(at: $0)) } ?? false
      }
      let before = found.count
      visit(value, in: source, rule, under: name)
      if let rule { addCopy(of: before, to: object, in: source, rule, &taken) }
      if let shown = rule?.shownBy.flatMap({ source.member($0, of: object) }),
        source.document.nodes[shown].kind == .false
      {
        for index in before..<found.count { found[index].isHidden = true }
      }
    }
  }

  /// Finds the member of `object` that repeats the text which `rule` has just been for, found as number `index`: it goes with
  /// that, and is a text of its own where there is none. None in `taken` goes twice.
  private mutating func addCopy(
    of index: Int, to object: Int, in source: JSONSource, _ rule: KeyRule, _ taken: inout Set<Int>
  ) {
    guard rule.pattern.isExact, let name = rule.childArray, let copy = source.member(name, of: object),
      taken.insert(copy).inserted
    else { return }
    let isAlone = found.count == index + 1
    switch source.document.nodes[copy].kind {
    case .array where isAlone: found[index].childArray = copy
    case .string where isAlone: found[index].copy = copy
    case .string: visit(copy, in: source, rule, under: name)
    default: break
    }
  }

  private mutating func visit(_ node: Int, in source: JSONSource, _ rule: KeyRule?, under name: [UInt8]) {
    path.append(name)
    visit(node, in: source, rule, key: name)
    path.removeLast()
  }

  private mutating func visit(_ node: Int, in source: JSONSource, _ rule: KeyRule?, key: [UInt8]) {
    if rule == nil, !findsUnruled { return }
    if let rule, rule.content == .kept, rule.children.isEmpty { return }
    switch source.document.nodes[node].kind {
    case .string: string(node, in: source, rule, key: key)
    case .object: object(node, in: source, rulesInside(rule))
    case .array:
      let element = rule?.children.first(where: \.pattern.isAny)
      for index in source.document.elements(of: node) {
        if let element, element.beside == nil {
          visit(index, in: source, element, key: key)
        } else {
          visit(index, in: source, rule, key: key)
        }
      }
    default: break
    }
  }

  /// The rules of an object's members, where `rule` is for the object.
  private func rulesInside(_ rule: KeyRule?) -> [KeyRule] {
    guard let rule else { return [] }
    // A leaf `*` is for all that is in it, however deep.
    return rule.children.isEmpty && rule.pattern.isAny ? [rule] : rule.children
  }

  private mutating func string(_ node: Int, in source: JSONSource, _ rule: KeyRule?, key: [UInt8]) {
    guard let rule, rule.content != .kept else {
      guard findsUnruled, source.document.nodes[node].range.count > 1,
        Prose.isProse(source.string(at: node), key: key)
      else { return }
      found.append(JSONText(source: source, node: node, path: shownPath()))
      return
    }
    if rule.content == .json {
      guard let inner = JSONSource(in: source, node) else { return string(node, in: source, nil, key: key) }
      visit(0, in: inner, KeyRule(pattern: .exact([]), content: .kept, children: rule.children), key: key)
      return
    }
    let text = source.string(at: node)
    guard !Self.isAddress(text), !(isOnlyProse || rule.isOnlyProse) || Prose.isProse(text, key: key) else { return }
    found.append(JSONText(source: source, node: node, rule: rule, path: shownPath()))
  }

  /// Whether a text is a link's target and nothing else.
  private static func isAddress(_ text: [UInt8]) -> Bool {
    guard let first = text.first, !text.contains(where: { $0 <= 0x20 }) else { return false }
    return first == 0x23 || first == 0x2F || text.span.contains("://") || text.starts(with: "mailto:".utf8)
      || text.starts(with: "tel:".utf8)
  }

  private func shownPath(_ last: [UInt8]? = nil) -> String {
    (path + (last.map { [$0] } ?? [])).map { String(decoding: $0, as: UTF8.self) }.joined(separator: " > ")
  }
}
