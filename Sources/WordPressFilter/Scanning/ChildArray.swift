// Yoast keeps a rich text a second time, as React's children: an array of strings without markup, and of an object for each
// element, `{"type":"strong","props":{"children":["mild"]}}`. Read as HTML it is compared with the text that it repeats;
// once that is translated it is written anew, its objects taken over as they are.
internal import HTMLTokens
internal import Interchange
internal import JSONTokens

/// An array of a rich text's children.
final class ChildArray: Sendable {
  /// The children as HTML: tags without attributes, `&` and `<` as references.
  let bytes: [UInt8]
  /// What stands between the array's brackets, in the field.
  let range: Range<Int>
  /// The strings that are values of readable attributes, in the order of their elements.
  let values: [(attribute: ReadableAttribute, value: DecodedAttribute)]
  /// What the HTML was made of, in its order.
  private let parts: [Part]

  /// The attributes that people read on elements of a rich text; React names them as HTML does.
  static let readable: [ReadableAttribute] = [.alt, .title, .ariaLabel]

  /// A stretch of the HTML and the JSON that stands for it.
  private struct Part {
    enum Kind { case text, start, end, standalone }

    var kind: Kind
    var range: Range<Int>
    /// Of an element: what stands before its children, behind them, or all of it.
    var json: [UInt8] = []
    /// Where that begins in the field.
    var place = 0
    /// Tells elements apart.
    var element = 0
  }

  /// The array at `node`; nil where it holds what is no child of a rich text.
  init?(_ source: JSONSource, _ node: Int) {
    var reader = Reader(source: source)
    let outer = source.document.nodes[node].range
    guard source.document.nodes[node].kind == .array, reader.children(node) else { return nil }
    bytes = reader.bytes
    parts = reader.parts
    values = reader.values
    range = source.fieldOffset(outer.lowerBound + 1)..<source.fieldOffset(outer.upperBound - 1)
  }

  /// Makes HTML of children.
  private struct Reader {
    let source: JSONSource
    var bytes: [UInt8] = []
    var parts: [Part] = []
    var values: [(attribute: ReadableAttribute, value: DecodedAttribute)] = []
    private var elements = 0

    init(source: JSONSource) { self.source = source }

    /// Reads an array of children, or a string that is the only one; says whether it is one.
    mutating func children(_ node: Int) -> Bool {
      switch source.document.nodes[node].kind {
      case .string: text(source.string(at: node))
      case .array:
        for child in source.document.elements(of: node) {
          switch source.document.nodes[child].kind {
          case .string: text(source.string(at: child))
          case .object: guard element(child) else { return false }
          default: return false
          }
        }
      default: return false
      }
      return true
    }

    private mutating func text(_ text: [UInt8]) {
      let start = bytes.count
      TextEncoding.html.append(text[...], to: &bytes)
      parts.append(Part(kind: .text, range: start..<bytes.count))
    }

    private mutating func element(_ node: Int) -> Bool {
      guard let type = source.member(Array("type".utf8), of: node), source.document.nodes[type].kind == .string else {
        return false
      }
      let name = source.string(at: type)
      guard let first = name.first, (first | 0x20) &- 0x61 < 26, name.allSatisfy(TextDecoding.isAlphanumeric) else {
        return false
      }
      elements += 1
      let own = elements
      let whole = source.document.nodes[node].range
      let properties = source.member(Array("props".utf8), of: node)
      let inner = properties.flatMap { source.member(Array("children".utf8), of: $0) }
      for attribute in ChildArray.readable {
        guard let properties, let value = source.member(Array("\(attribute.name)".utf8), of: properties),
          source.document.nodes[value].kind == .string
        else { continue }
        values.append((attribute, source.attribute(at: value)))
      }
      let isEmpty = inner.map { source.document.nodes[$0].kind == .null || isEmptyArray($0) } ?? true
      if isEmpty {
        let isVoid = HTMLElement(named: String(decoding: name, as: UTF8.self)).isVoid
        tag(isVoid ? .standalone : .start, name, whole, own)
        if !isVoid { tag(.end, name, whole.upperBound..<whole.upperBound, own) }
        return true
      }
      guard let inner else { return false }
      let list = source.document.nodes[inner].range
      let isString = source.document.nodes[inner].kind == .string
      // What is a single string becomes an array of one: nothing else can hold a text with elements in it.
      let head = whole.lowerBound..<(isString ? list.lowerBound - 1 : list.lowerBound + 1)
      let tail = (isString ? list.upperBound + 1 : list.upperBound - 1)..<whole.upperBound
      tag(.start, name, head, own, isString ? [0x5B] : [])
      guard children(inner) else { return false }
      tag(.end, name, tail, own, isString ? [0x5D] : [])
      return true
    }

    private func isEmptyArray(_ node: Int) -> Bool {
      source.document.nodes[node].kind == .array && source.document.nodes[node].next == node + 1
    }

    /// Appends a tag.
    /// - Parameters:
    ///   - json: what of the source stands for it.
    ///   - bracket: what is put behind that of a start, or before that of an end.
    private mutating func tag(
      _ kind: Part.Kind, _ name: [UInt8], _ json: Range<Int>, _ element: Int, _ bracket: [UInt8] = []
    ) {
      let start = bytes.count
      bytes += (kind == .end ? [0x3C, 0x2F] : [0x3C]) + name + [0x3E]
      let own = Array(source.bytes[json])
      parts.append(
        Part(
          kind: kind, range: start..<bytes.count, json: kind == .end ? bracket + own : own + bracket,
          place: source.fieldOffset(json.lowerBound) - (kind == .end ? bracket.count : 0), element: element))
    }
  }
}

// MARK: - Writing

extension ChildArray {
  /// What stands between the brackets once the unit's text is `target`.
  /// - Parameters:
  ///   - pieces: the unit's pieces here, numbered as the target's codes are.
  ///   - nested: edits of the field inside of objects here.
  /// - Returns: nil where elements would cross, which the array has no way to say.
  func json(of target: XLIFF.Content, _ pieces: [Piece], nested: [Edit]) -> [UInt8]? {
    guard let first = pieces.first, let last = pieces.last else { return nil }
    var writer = Writer(nested: nested)
    write(0..<first.range.lowerBound, to: &writer)
    var at = 0
    var starts: [Int: Piece] = [:]
    var ends: [Int: Piece] = [:]
    for piece in pieces where piece.kind != .text {
      if piece.kind == .end, piece.partner >= 0 { ends[piece.number] = piece } else { starts[piece.number] = piece }
    }
    for code in target.elements where code.kind.isCode {
      writer.text += target.text[at..<code.offset]
      at = code.offset
      let isEnd = code.kind == .spanEnd || code.kind == .endCode
      // A pair that only the HTML has around the text is not among the pieces.
      guard let number = Int(code.id), let piece = (isEnd ? ends : starts)[number] else { continue }
      write(piece.range, to: &writer)
    }
    writer.text += target.text[at...]
    write(last.range.upperBound..<bytes.count, to: &writer)
    return writer.finish()
  }

  /// Writes what stands for a stretch of the HTML.
  private func write(_ range: Range<Int>, to writer: inout Writer) {
    var low = 0
    var high = parts.count
    while low < high {
      let middle = (low + high) / 2
      if parts[middle].range.upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    for part in parts[low...].prefix(while: { $0.range.lowerBound < range.upperBound }) {
      switch part.kind {
      case .text:
        let bytes = bytes
        TextDecoding.append(bytes.span, part.range.clamped(to: range), inAttribute: false, to: &writer.text)
      case .start: writer.start(part)
      case .end: writer.end(part)
      case .standalone: writer.standalone(part)
      }
    }
  }

  /// Puts strings and objects together.
  private struct Writer {
    /// Edits of the field, ascending.
    let nested: [Edit]
    /// Text that waits for what follows it: strings beside each other are one.
    var text: [UInt8] = []
    private var output: [UInt8] = []
    private var open: [Int] = []
    private var needsComma = false
    private var isCrossed = false

    init(nested: [Edit]) { self.nested = nested }

    private mutating func separate() {
      if !text.isEmpty {
        if needsComma { output.append(0x2C) }
        output.append(0x22)
        JSONString.appendBlockAttribute(text, to: &output)
        output.append(0x22)
        text.removeAll()
        needsComma = true
      }
    }

    /// Appends what stands for a part, with the edits in it made.
    private mutating func append(_ part: Part) {
      var low = 0
      var high = nested.count
      while low < high {
        let middle = (low + high) / 2
        if nested[middle].range.lowerBound < part.place { low = middle + 1 } else { high = middle }
      }
      var at = 0
      for edit in nested[low...] {
        let range = edit.range.lowerBound - part.place..<edit.range.upperBound - part.place
        guard range.lowerBound <= part.json.count else { break }
        guard range.lowerBound >= at, range.upperBound <= part.json.count else { continue }
        output += part.json[at..<range.lowerBound]
        output += edit.replacement
        at = range.upperBound
      }
      output += part.json[at...]
    }

    mutating func start(_ part: Part) {
      separate()
      if needsComma { output.append(0x2C) }
      append(part)
      open.append(part.element)
      needsComma = false
    }

    mutating func end(_ part: Part) {
      separate()
      if open.popLast() != part.element { isCrossed = true }
      append(part)
      needsComma = true
    }

    mutating func standalone(_ part: Part) {
      separate()
      if needsComma { output.append(0x2C) }
      append(part)
      needsComma = true
    }

    mutating func finish() -> [UInt8]? {
      separate()
      return isCrossed || !open.isEmpty ? nil : output
    }
  }
}
