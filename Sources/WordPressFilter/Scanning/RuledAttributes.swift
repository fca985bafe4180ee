// Attributes of tags that a block's rule names by an XPath, as `//div[@data-title]/@data-title`. Paths need to know the
// elements around a tag, which the scanner does not keep: where a block has such a rule its HTML is looked through once
// before it is scanned, and all others cost nothing.
internal import HTMLTokens
internal import JSONTokens

/// Where the values of such attributes stand in a field.
struct RuledAttributes {
  /// Offsets of their first bytes.
  private var values: Set<Int> = []
  /// How far the field has been looked through.
  private var end = 0
  /// How many elements around a tag a path may name: what nests deeper is broken.
  private static let deepest = 64

  /// What an attribute whose value stands at `range` is, if a rule names it.
  func attribute(at range: Range<Int>) -> ReadableAttribute? {
    !values.isEmpty && values.contains(range.lowerBound) ? .ruled : nil
  }

  /// Forgets all: another field begins.
  mutating func removeAll() { self = RuledAttributes() }

  /// A block around a tag.
  private struct Block {
    var paths: [XPathExpression.Path]
    /// How many elements stand around the block.
    var depth: Int
  }

  /// Looks through the block that `comment` begins, and the blocks in it.
  mutating func find(from comment: BlockComment, _ rules: TextRules, in bytes: Span<UInt8>) {
    guard comment.attributes.upperBound >= end else { return }
    let start = max(comment.attributes.upperBound, comment.name.upperBound)
    let rest = bytes.extracting(start..<bytes.count)
    var tokenizer = HTMLTokenizer()
    var elements: [HTMLToken] = []
    var blocks = [Block(paths: rules.block(bytes, comment.name)?.attributes ?? [], depth: 0)]
    while !blocks.isEmpty, let token = tokenizer.next(in: rest) {
      switch token.kind {
      case .comment:
        guard let inner = BlockComment(rest, token.content) else { continue }
        switch inner.kind {
        case .opening:
          blocks.append(Block(paths: rules.block(rest, inner.name)?.attributes ?? [], depth: elements.count))
        case .closing: blocks.removeLast()
        case .selfClosing: continue
        }
      case .startTag:
        if let block = blocks.last, !block.paths.isEmpty, !token.content.isEmpty {
          let around = Array(elements[min(block.depth, elements.count)...].suffix(Self.deepest)) + [token]
          for path in block.paths { add(path, around, in: rest, from: start) }
        }
        if !token.element.isVoid, !token.isSelfClosing { elements.append(token) }
      case .endTag:
        let last = elements.count - 1
        if let open = stride(from: last, through: max(last - Self.deepest, 0), by: -1).first(where: {
          rest.sameName(elements[$0].name, token.name)
        }) {
          elements.removeSubrange(open...)
        }
      default: continue
      }
    }
    end = start + tokenizer.position
  }

  /// Adds the attributes of the last of `elements` that `path` names.
  private mutating func add(
    _ path: XPathExpression.Path, _ elements: [HTMLToken], in bytes: Span<UInt8>, from start: Int
  ) {
    guard case .attribute(let name, let predicate) = path.result, let tag = elements.last,
      path.steps.isEmpty || Self.matches(path.steps[...], elements[...], in: bytes)
    else { return }
    var scanner = HTMLAttributeScanner(of: tag)
    while let found = scanner.next(in: bytes) {
      guard !found.value.isEmpty, name.map({ bytes.isName($0, found.name) }) ?? true,
        predicate.map({ Self.holds($0, ofAttribute: found, in: bytes) }) ?? true
      else { continue }
      values.insert(start + found.value.lowerBound)
    }
  }

  /// Whether the last of `elements` is what `steps` name.
  private static func matches(
    _ steps: ArraySlice<XPathExpression.Step>, _ elements: ArraySlice<HTMLToken>, in bytes: Span<UInt8>
  ) -> Bool {
    guard let step = steps.last else { return elements.isEmpty }
    guard let element = elements.last, step.name.map({ bytes.isName($0, element.name) }) ?? true,
      step.predicate.map({ holds($0, of: element, in: bytes) }) ?? true
    else { return false }
    let before = steps.dropLast()
    guard step.isDescendant else { return matches(before, elements.dropLast(), in: bytes) }
    guard !before.isEmpty else { return true }
    var around = elements.dropLast()
    while !around.isEmpty {
      if matches(before, around, in: bytes) { return true }
      around = around.dropLast()
    }
    return false
  }

  private static func holds(_ predicate: XPathExpression.Predicate, of tag: HTMLToken, in bytes: Span<UInt8>) -> Bool {
    switch predicate {
    case .and(let one, let other): return holds(one, of: tag, in: bytes) && holds(other, of: tag, in: bytes)
    case .or(let one, let other): return holds(one, of: tag, in: bytes) || holds(other, of: tag, in: bytes)
    case .not(let inner): return !holds(inner, of: tag, in: bytes)
    case .isElement(let name): return bytes.isName(name, tag.name)
    case .has(let name): return value(.attribute(name), of: tag, in: bytes) != nil
    case .equals(let subject, let text): return value(subject, of: tag, in: bytes) == text
    case .contains(let subject, let text):
      return value(subject, of: tag, in: bytes).map { $0.contains(text) } ?? false
    case .hasWord(let subject, let word):
      return value(subject, of: tag, in: bytes).map { $0.split { $0 <= 0x20 }.contains { Array($0) == word } } ?? false
    case .begins(let subject, let text): return value(subject, of: tag, in: bytes)?.starts(with: text) ?? false
    }
  }

  /// A test of an attribute itself: by its name.
  private static func holds(
    _ predicate: XPathExpression.Predicate, ofAttribute attribute: HTMLAttribute, in bytes: Span<UInt8>
  ) -> Bool {
    switch predicate {
    case .and(let one, let other):
      return holds(one, ofAttribute: attribute, in: bytes) && holds(other, ofAttribute: attribute, in: bytes)
    case .or(let one, let other):
      return holds(one, ofAttribute: attribute, in: bytes) || holds(other, ofAttribute: attribute, in: bytes)
    case .not(let inner): return !holds(inner, ofAttribute: attribute, in: bytes)
    case .equals(.name, let text): return bytes.isName(text, attribute.name)
    case .begins(.name, let text): return bytes.array(attribute.name).starts(with: text)
    case .contains(.name, let text): return bytes.array(attribute.name).contains(text)
    default: return false
    }
  }

  /// What a test looks at: the first attribute of that name, as HTML has it.
  private static func value(_ subject: XPathExpression.Subject, of tag: HTMLToken, in bytes: Span<UInt8>) -> [UInt8]? {
    guard case .attribute(let name) = subject else { return bytes.array(tag.name) }
    var scanner = HTMLAttributeScanner(of: tag)
    while let found = scanner.next(in: bytes) {
      if bytes.isName(name, found.name) { return bytes.array(found.value) }
    }
    return nil
  }
}

extension Span where Element == UInt8 {
  /// Whether `name`, in lower case, stands at `range` in any case.
  fileprivate func isName(_ name: [UInt8], _ range: Range<Int>) -> Bool {
    guard name.count == range.count else { return false }
    for index in 0..<name.count where lowercasedASCII(self[range.lowerBound + index]) != name[index] { return false }
    return true
  }
}
