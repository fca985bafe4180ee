// From a target back to bytes: text is escaped, codes are the bytes that stood in the source.
internal import HTMLTokens
internal import Interchange

/// Makes the edits that put targets in the place of one unit's parts, in the order in which these stand.
struct SegmentEdit {
  private let location: UnitLocation
  /// What the pieces are ranges of, and the edits.
  private let bytes: [UInt8]
  /// Edits of attributes in tags, ascending: those inside a code are made where the code is written.
  private let nested: [Edit]

  /// Indices of the pieces of codes, by their numbers: of ends that have a start, and of all others.
  private var ends: [Int: Int] = [:]
  private var starts: [Int: Int] = [:]

  /// How far the way through the pieces has come.
  private var piece = 0
  private var raw: Int
  /// Bytes of the piece's decoded text that have been passed, where it is a text.
  private var decoded = 0

  init(location: UnitLocation, bytes: [UInt8], nested: [Edit]) {
    self.location = location
    self.bytes = bytes
    self.nested = nested
    raw = location.pieces.first?.range.lowerBound ?? 0
    for (index, piece) in location.pieces.enumerated() where piece.kind != .text {
      if piece.kind == .end, piece.partner >= 0 { ends[piece.number] = index } else { starts[piece.number] = index }
    }
  }

  /// The edit that makes `change`, which must not lie before the one of the last call.
  mutating func edit(for change: UnitTranslation.Change) -> Edit {
    let lower = rawOffset(change.start.text, change.start.piece)
    let upper = rawOffset(change.end.text, change.end.piece)
    var replacement = encoded(change.target, before: upper < bytes.count ? bytes[upper] : nil)
    // A value without quotes can't be empty: what follows would become the value.
    if replacement.isEmpty, location.encoding == .attribute(quote: 0) { replacement = [0x22, 0x22] }
    return Edit(lower..<max(lower, upper), replacement)
  }

  /// Where, in `bytes`, the place lies that is `text` bytes into the unit's text and before piece `index`.
  private mutating func rawOffset(_ text: Int, _ index: Int) -> Int {
    while piece < location.pieces.count {
      let current = location.pieces[piece]
      if current.kind == .text {
        guard current.textOffset < text else { break }
        let start = decoded == 0 ? current.range.lowerBound : raw
        let passed = TextDecoding.advance(
          from: start, by: text - current.textOffset - decoded, bytes.span, end: current.range.upperBound,
          inAttribute: location.encoding.isAttribute)
        raw = passed.raw
        decoded += passed.decoded
        guard raw == current.range.upperBound else { break }
      } else {
        guard piece < index else { break }
        raw = current.range.upperBound
      }
      piece += 1
      decoded = 0
    }
    return raw
  }

  /// The bytes of a target in this location, `next` behind it.
  private func encoded(_ target: XLIFF.Content, before next: UInt8?) -> [UInt8] {
    var output: [UInt8] = []
    var at = 0
    for element in target.elements where element.kind.isCode {
      let code = piece(for: element)?.range
      location.encoding.append(target.text[at..<element.offset], before: code.map { bytes[$0.lowerBound] }, to: &output)
      at = element.offset
      if let code { append(code, to: &output) }
    }
    location.encoding.append(target.text[at...], before: next, to: &output)
    return output
  }

  /// Appends the bytes of a code, with the edits of its attributes made.
  private func append(_ range: Range<Int>, to output: inout [UInt8]) {
    var low = 0
    var high = nested.count
    while low < high {
      let middle = (low + high) / 2
      if nested[middle].range.lowerBound < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    var at = range.lowerBound
    while low < nested.count, nested[low].range.upperBound <= range.upperBound {
      output += bytes[at..<nested[low].range.lowerBound]
      output += nested[low].replacement
      at = nested[low].range.upperBound
      low += 1
    }
    output += bytes[at..<range.upperBound]
  }

  /// The piece whose code an inline element stands for.
  private func piece(for element: XLIFF.InlineElement) -> Piece? {
    let isEnd = element.kind == .spanEnd || element.kind == .endCode
    guard let number = Int(element.id), let index = (isEnd ? ends : starts)[number] else { return nil }
    return location.pieces[index]
  }
}
