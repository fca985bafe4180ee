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
  let core: String
  var frames: [Frame] = []
  let log: MessageLog

  var elementWords: [ElementWord] = []
  var attributeWords: [AttributeWord] = []

  /// Of the current start tag: the position of each attribute, or -1; the numbers of words that attributes are.
  var positions = [Int16](repeating: -1, count: AttributeWord.total)
  var numbers = [Int16](repeating: 0, count: AttributeWord.total)
  var present: [AttributeWord] = []
  /// Whether the current start tag has attributes of unknown namespaces.
  var hasForeignAttributes = false
  /// Whether it has attributes of modules.
  var hasModuleAttributes = false
  /// Whether any of them is ITS's.
  var hasITSAttributes = false

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

  // MARK: Names

  /// Gives each name of the document its word, once.
  mutating func number(_ names: [XMLName]) {
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
