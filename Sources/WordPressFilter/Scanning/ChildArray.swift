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
  /// What the HTML was made of, in its order.
  private let parts: [Part]

  /// A stretch of the HTML and the JSON that stands for it.
  private struct Part {
    enum Kind { case text, start, end, standalone }

    var kind: Kind
    var range: Range<Int>
    /// Of an element: what stands before its children, behind them, or all of it.
    var json: [UInt8] = []
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
    range = source.fieldOffset(outer.lowerBound + 1)..<source.fieldOffset(outer.upperBound - 1)
  }

  /// Makes HTML of children.
  private struct Reader {
    let source: JSONSource
    var bytes: [UInt8] = []
    var parts: [Part] = []
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
      let inner = source.member(Array("props".utf8), of: node).flatMap { source.member(Array("children".utf8), of: $0) }
      let isEmpty = inner.map { source.document.nodes[$0].kind == .null || isEmptyArray($0) } ?? true
      if isEmpty {
        let isVoid = HTMLElement(named: String(decoding: name, as: UTF8.self)).isVoid
        tag(isVoid ? .standalone : .start, name, Array(source.bytes[whole]), own)
        if !isVoid { tag(.end, name, [], own) }
        return true
      }
      guard let inner else { return false }
      let list = source.document.nodes[inner].range
      let isString = source.document.nodes[inner].kind == .string
      let head = source.bytes[whole.lowerBound..<(isString ? list.lowerBound - 1 : list.lowerBound)] + [0x5B]
      let tail = [0x5D] + source.bytes[(isString ? list.upperBound + 1 : list.upperBound)..<whole.upperBound]
      tag(.start, name, Array(head), own)
      guard children(inner) else { return false }
      tag(.end, name, Array(tail), own)
      return true
    }

    private func isEmptyArray(_ node: Int) -> Bool {
      source.document.nodes[node].kind == .array && source.document.nodes[node].next == node + 1
    }

    private mutating func tag(_ kind: Part.Kind, _ name: [UInt8], _ json: [UInt8], _ element: Int) {
      let start = bytes.count
      bytes += (kind == .end ? [0x3C, 0x2F] : [0x3C]) + name + [0x3E]
      parts.append(Part(kind: kind, range: start..<bytes.count, json: json, element: element))
    }
  }
}

// MARK: - Writing

extension ChildArray {
  /// What stands between the brackets once the unit's text is `target`.
  /// - Parameter pieces: the unit's pieces here, numbered as the target's codes are.
  /// - Returns: nil where elements would cross, which the array has no way to say.
  func json(of target: XLIFF.Content, _ pieces: [Piece]) -> [UInt8]? {
    guard let first = pieces.first, let last = pieces.last else { return nil }
    var writer = Writer()
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
      case .start: writer.start(part.json, part.element)
      case .end: writer.end(part.json, part.element)
      case .standalone: writer.standalone(part.json)
      }
    }
  }

  /// Puts strings and objects together.
  private struct Writer {
    /// Text that waits for what follows it: strings beside each other are one.
    var text: [UInt8] = []
    private var output: [UInt8] = []
    private var open: [Int] = []
    private var needsComma = false
    private var isCrossed = false

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

    mutating func start(_ json: [UInt8], _ element: Int) {
      separate()
      if needsComma { output.append(0x2C) }
      output += json
      open.append(element)
      needsComma = false
    }

    mutating func end(_ json: [UInt8], _ element: Int) {
      separate()
      if open.popLast() != element { isCrossed = true }
      output += json
      needsComma = true
    }

    mutating func standalone(_ json: [UInt8]) {
      separate()
      if needsComma { output.append(0x2C) }
      output += json
      needsComma = true
    }

    mutating func finish() -> [UInt8]? {
      separate()
      return isCrossed || !open.isEmpty ? nil : output
    }
  }
}
