// Checks what the tables say, tag by tag: which element stands where, how often and in which order, which attributes it has
// and what they may be. What the tables can't say is up to the constraints, which look at the current tag through this.
internal import XMLStream

/// The open elements of a document and its current start tag.
struct StructureCheck {
  /// Which rules hold for what is in an element.
  enum Scope: UInt8 {
    /// XLIFF's own structure and text.
    case core
    /// An element of a module, where it belongs.
    case module
    /// Core elements in a translation candidate.
    case candidate
    /// An extension of somebody's own.
    case foreign
    /// Anything in places where the standard asks no more of it than that what is known is right by itself: in a skeleton,
    /// in a module's extension points, in what is misplaced.
    case lax
  }

  /// An open element.
  struct Frame {
    var word: ElementWord
    var scope: Scope
    /// The place of the child last met, and the places met so far.
    var place: UInt8 = 0
    var seen: UInt32 = 0
    /// The modules' elements met so far that may be there only once.
    var modules: UInt16 = 0
    /// Whether there was an element in it, or text other than white space; whether there was anything.
    var hasContent = false
    var isEmpty = true
    var hasStrayText = false
    /// The `xml:lang` that holds, in lower case and hashed; 0 where there is none.
    var language: UInt64 = 0
    var its = ITSScope()
  }

  let grammar: Grammar
  /// The namespace of the core elements.
  private let core: String
  private(set) var frames: [Frame] = []
  let log: MessageLog

  private var elementWords: [ElementWord] = []
  private var attributeWords: [AttributeWord] = []

  /// Of the current start tag: the position of each attribute, or -1; the numbers of words that attributes are.
  private var positions = [Int16](repeating: -1, count: AttributeWord.total)
  private var numbers = [Int16](repeating: 0, count: AttributeWord.total)
  private var present: [AttributeWord] = []
  /// Whether the current start tag has attributes of unknown namespaces.
  private(set) var hasForeignAttributes = false
  /// Whether it has attributes of modules.
  private(set) var hasModuleAttributes = false
  /// Whether any of them is ITS's.
  private(set) var hasITSAttributes = false

  /// A check at the start of a document.
  init(grammar: Grammar, core: String, log: MessageLog) {
    self.grammar = grammar
    self.core = core
    self.log = log
  }

  // MARK: Events

  /// Takes a start tag: `frames.last` is its element then.
  mutating func start(_ xml: XMLReader) -> ElementWord {
    let index = xml.nameIndex
    if index >= elementWords.count { number(xml.names) }
    let word = elementWords[index]
    var frame = Frame(word: word, scope: .core)
    if let parent = frames.indices.last {
      frame.scope = place(word, in: parent, xml)
      frame.language = frames[parent].language
      frame.its = frames[parent].its
    }
    readAttributes(of: word, frame.scope, xml)
    frames.append(frame)
    return word
  }

  /// Takes a text.
  mutating func text(_ xml: XMLReader) {
    guard let top = frames.indices.last else { return }
    frames[top].isEmpty = false
    let word = frames[top].word
    let shape = grammar.shapes[Int(word.rawValue)]
    guard !shape.holdsText, shape.isKnown else {
      frames[top].hasContent = true
      return
    }
    if !shape.isEmpty, xml.textIsBlank { return }
    frames[top].hasContent = true
    if frames[top].hasStrayText { return }
    frames[top].hasStrayText = true
    log.add(.textMisplaced, "there is text in <\(word.name)>, which holds none", line: xml.line)
  }

  /// Takes an end tag.
  /// - Returns: the element that ended.
  mutating func end(_ xml: XMLReader) -> Frame? {
    guard let frame = frames.popLast() else { return nil }
    let missing = grammar.shapes[Int(frame.word.rawValue)].required & ~frame.seen
    if missing != 0 { reportMissing(missing, in: frame.word, line: xml.line) }
    return frame
  }

  // MARK: The current start tag

  /// Whether the current start tag has that attribute.
  @inline(__always)
  func has(_ attribute: AttributeWord) -> Bool { positions[Int(attribute.rawValue)] >= 0 }

  /// Which of its type's words the attribute's value is, from 0; nil where it is not there or of no word.
  @inline(__always)
  func number(of attribute: AttributeWord) -> Int16? {
    let number = numbers[Int(attribute.rawValue)]
    return has(attribute) && number >= 0 ? number : nil
  }

  /// The attribute's value.
  func string(_ attribute: AttributeWord, _ xml: XMLReader) -> String? {
    has(attribute) ? xml.attributeValue(Int(positions[Int(attribute.rawValue)])) : nil
  }

  /// Lends the value's bytes, without the white space around them; nil where there is no such attribute.
  func withBytes<Result>(
    _ attribute: AttributeWord, _ xml: XMLReader, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result? {
    let position = positions[Int(attribute.rawValue)]
    guard position >= 0 else { return nil }
    return try xml.withAttributeBytes(Int(position)) { try body(Lexical.trimmed($0)) }
  }

  /// The value's hash, by which ids are compared; nil where there is no such attribute.
  func hash(_ attribute: AttributeWord, _ xml: XMLReader) -> UInt64? {
    withBytes(attribute, xml) { Hash.of($0) }
  }

  /// Sets the `xml:lang` that holds in the current element.
  mutating func setLanguage(_ language: UInt64) { frames[frames.count - 1].language = language }

  /// What of ITS holds in the current element.
  var its: ITSScope {
    get { frames[frames.count - 1].its }
    set { frames[frames.count - 1].its = newValue }
  }

  // MARK: Attributes

  private mutating func readAttributes(of word: ElementWord, _ scope: Scope, _ xml: XMLReader) {
    for attribute in present { positions[Int(attribute.rawValue)] = -1 }
    present.removeAll(keepingCapacity: true)
    hasForeignAttributes = false
    hasModuleAttributes = false
    hasITSAttributes = false
    let row = Int(word.rawValue) * AttributeWord.total
    let count = xml.attributeCount
    let isKnown = grammar.shapes[Int(word.rawValue)].isKnown
    for position in 0..<count {
      let index = xml.attributeNameIndex(position)
      if index >= attributeWords.count { number(xml.names) }
      let attribute = attributeWords[index]
      if attribute == .foreign { hasForeignAttributes = true }
      if attribute.isOfModule {
        hasModuleAttributes = true
        if attribute.isOfITS { hasITSAttributes = true }
      }
      if isKnown {
        var type = grammar.attributes[row + Int(attribute.rawValue)]
        if type == 0 {
          misplaced(attribute, at: position, word, xml)
          type = grammar.globalTypes[Int(attribute.rawValue)]
        }
        if type > 0 {
          let number = xml.withAttributeBytes(position) { grammar.types[Int(type) - 1].number(of: $0) }
          numbers[Int(attribute.rawValue)] = number ?? -1
          if number == nil { reportValue(attribute, grammar.types[Int(type) - 1], at: position, word, xml) }
        }
      }
      if attribute != .foreign, attribute != .unlisted {
        positions[Int(attribute.rawValue)] = Int16(truncatingIfNeeded: position)
        present.append(attribute)
      }
    }
    guard isKnown else { return }
    for attribute in grammar.elements[Int(word.rawValue)].requiredAttributes where !has(attribute) {
      log.add(.attributeMissing, "<\(word.name)> has no \(attribute.name)", line: xml.line)
    }
  }

  private mutating func reportValue(
    _ attribute: AttributeWord, _ type: ValueType, at position: Int, _ word: ElementWord, _ xml: XMLReader
  ) {
    let value = Quoted.text(xml.attributeValue(position))
    let rule: ValidationRule
    switch (attribute, type) {
    case (_, .language): rule = .languageTag
    case (.hex, _): rule = .cpHex
    case (.id, _), (.`xml:id`, _): rule = .idForm
    case (.version, _) where word == .xliff: rule = .xliffVersion
    case (.`fs:fs`, _): rule = .fsValue
    default: rule = .attributeValue
    }
    log.add(rule, "\(attribute.name)=\(value) on <\(word.name)> is not \(type.wanted)", line: xml.line)
  }

  /// Looks at an attribute that the table of `word` does not list.
  private mutating func misplaced(
    _ attribute: AttributeWord, at position: Int, _ word: ElementWord, _ xml: XMLReader
  ) {
    let name = xml.attributeName(position)
    let prefix = grammar.prefixes[Int(word.rawValue)]
    let isOwn =
      name.namespace.isEmpty || KnownNamespace.prefix(of: name.namespace, core: core) == prefix
    let isXML = name.namespace == XMLName.xmlNamespace
    let isAllowed: Bool
    switch grammar.shapes[Int(word.rawValue)].otherAttributes {
    case .nothing: isAllowed = false
    case .anything:
      if isOwn {
        log.add(.attributeUnlisted, "<\(word.name)> knows no attribute \(name.localName)", line: xml.line)
      }
      isAllowed = true
    // A module's attributes stand on the core's elements only where the module says so.
    case .other: isAllowed = !isOwn && (isXML || attribute == .foreign || !prefix.isEmpty)
    case .otherButXML: isAllowed = !isOwn && !isXML && attribute == .foreign
    }
    if !isAllowed {
      let shown = attribute == .foreign || attribute == .unlisted ? name.localName : attribute.name
      log.add(.attributeMisplaced, "<\(word.name)> may not have the attribute \(shown)", line: xml.line)
    }
  }

  // MARK: Elements

  /// Finds the place of `word` in the element at `parent`.
  /// - Returns: the scope that holds in it.
  private mutating func place(_ word: ElementWord, in parent: Int, _ xml: XMLReader) -> Scope {
    let outer = frames[parent]
    frames[parent].hasContent = true
    frames[parent].isEmpty = false
    let shape = grammar.shapes[Int(outer.word.rawValue)]
    guard shape.isKnown else {
      // In an extension all is allowed.
      return outer.scope == .foreign && word == .foreign ? .foreign : .lax
    }
    var place = grammar.places[Int(outer.word.rawValue) * ElementWord.total + Int(word.rawValue)]
    if shape.takesAny { return .lax }
    let isOther = isOfOtherNamespace(word, than: outer.word)
    if isOther, shape.otherPlace != Grammar.none, place == Grammar.none || place < outer.place {
      place = shape.otherPlace
    }
    guard place != Grammar.none else {
      log.add(
        .elementMisplaced, "<\(shown(word, xml))> may not be in <\(outer.word.name)>", line: xml.line)
      return .lax
    }
    if isOther, place == shape.otherPlace, !isAllowed(word, in: parent, xml) { return .lax }
    let bit: UInt32 = 1 << UInt32(place)
    if place < outer.place {
      log.add(
        .elementOrder,
        "<\(shown(word, xml))> in <\(outer.word.name)> comes too late: it stands before \(names(at: outer.place, in: outer.word))",
        line: xml.line)
    } else {
      if shape.single & bit != 0, outer.seen & bit != 0 {
        log.add(
          .elementCount, "there is more than one \(names(at: place, in: outer.word)) in <\(outer.word.name)>",
          line: xml.line)
      }
      let between = shape.required & ~outer.seen & (bit - 1)
      if between != 0 {
        reportMissing(between, in: outer.word, line: xml.line)
        frames[parent].seen |= between
      }
      frames[parent].place = place
    }
    frames[parent].seen |= bit
    return scope(of: word, in: outer)
  }

  private func scope(of word: ElementWord, in outer: Frame) -> Scope {
    if outer.word == .skeleton || outer.scope == .lax { return .lax }
    if !word.isNamed { return outer.scope == .core && word == .foreign ? .foreign : .lax }
    let isModule = grammar.families[Int(word.rawValue)] != 0
    switch outer.scope {
    case .core: return isModule ? .module : .core
    case .module: return isModule ? .module : outer.word == .`mtc:match` ? .candidate : .lax
    case .candidate: return isModule ? .lax : .candidate
    case .foreign, .lax: return .lax
    }
  }

  /// Whether a module's element may stand in an extension point of the core, and whether it may again.
  private mutating func isAllowed(_ word: ElementWord, in parent: Int, _ xml: XMLReader) -> Bool {
    let outer = frames[parent]
    guard outer.scope != .lax, let modules = grammar.elements[Int(outer.word.rawValue)].modules else { return true }
    if word == .foreign { return true }
    if word == .unlistedInModule {
      log.add(
        .elementUnlisted, "<\(xml.name.localName)> is no element of \(xml.name.namespace)", line: xml.line)
      return false
    }
    guard modules.contains(word) else {
      log.add(.moduleMisplaced, "<\(word.name)> may not be in <\(outer.word.name)>", line: xml.line)
      return false
    }
    if let number = grammar.elements[Int(outer.word.rawValue)].singleModules.firstIndex(of: word) {
      let bit: UInt16 = 1 << UInt16(number)
      if outer.modules & bit != 0 {
        log.add(
          .moduleCount, "there is more than one <\(word.name)> in <\(outer.word.name)>", line: xml.line)
      }
      frames[parent].modules |= bit
    }
    return true
  }

  private func isOfOtherNamespace(_ word: ElementWord, than parent: ElementWord) -> Bool {
    switch word {
    case .foreign: true
    case .unlisted: false
    case .unlistedInModule: grammar.families[Int(parent.rawValue)] == 0
    default: grammar.families[Int(word.rawValue)] != grammar.families[Int(parent.rawValue)]
    }
  }

  private func reportMissing(_ missing: UInt32, in word: ElementWord, line: Int) {
    for place in grammar.elements[Int(word.rawValue)].places.indices where missing & (1 << UInt32(place)) != 0 {
      log.add(.elementMissing, "<\(word.name)> has no \(names(at: UInt8(place), in: word))", line: line)
    }
  }

  private func names(at place: UInt8, in word: ElementWord) -> String {
    grammar.elements[Int(word.rawValue)].places[Int(place)].map {
      $0 == "other" ? "elements of other namespaces" : "<\($0)>"
    }.joined(separator: " or ")
  }

  private func shown(_ word: ElementWord, _ xml: XMLReader) -> String {
    word.isNamed ? word.name : xml.name.localName
  }

  // MARK: Names

  /// Gives each name of the document its word, once.
  private mutating func number(_ names: [XMLName]) {
    for name in names[elementWords.count...] {
      elementWords.append(elementWord(name))
      attributeWords.append(attributeWord(name))
    }
  }

  private func elementWord(_ name: XMLName) -> ElementWord {
    if name.namespace == core {
      let word = ElementWord.byName[name.localName] ?? .unlisted
      return isKnown(word) && !name.localName.contains(":") ? word : .unlisted
    }
    guard grammar.hasModules, let prefix = KnownNamespace.prefix(of: name.namespace, core: core), prefix != "xml" else {
      return .foreign
    }
    let word = ElementWord.byName["\(prefix):\(name.localName)"] ?? .unlistedInModule
    // ITS has elements of its own that XLIFF does not take up and does not forbid.
    return word == .unlistedInModule && prefix == "its" ? .foreign : word
  }

  private func isKnown(_ word: ElementWord) -> Bool { grammar.shapes[Int(word.rawValue)].isKnown }

  private func attributeWord(_ name: XMLName) -> AttributeWord {
    if name.namespace.isEmpty { return AttributeWord.byName[name.localName] ?? .unlisted }
    guard let prefix = KnownNamespace.prefix(of: name.namespace, core: core), !prefix.isEmpty,
      prefix == "xml" || grammar.hasModules
    else { return name.namespace == core ? .unlisted : .foreign }
    let word = AttributeWord.byName["\(prefix):\(name.localName)"]
    return word ?? (prefix == "its" || prefix == "xml" ? .foreign : .unlisted)
  }
}
