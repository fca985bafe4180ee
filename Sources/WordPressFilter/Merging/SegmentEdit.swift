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

  /// Indices of the pieces of codes, by their numbers, -1 where there is none: of ends that have a start, and of all
  /// others. Empty where there are no codes.
  private var ends: [Int] = []
  private var starts: [Int] = []

  /// How far the way through the pieces has come, and how many of them were codes.
  private var piece = 0
  private var codes = 0
  private var raw: Int
  /// Bytes of the piece's decoded text that have been passed, where it is a text.
  private var decoded = 0

  init(location: UnitLocation, bytes: [UInt8], nested: [Edit]) {
    self.location = location
    self.bytes = bytes
    self.nested = nested
    raw = location.pieces.first?.range.lowerBound ?? 0
    indexCodes()
  }

  private mutating func indexCodes() {
    let pieces = location.pieces
    var highest = 0
    for index in pieces.indices where pieces[index].kind != .text { highest = max(highest, pieces[index].number) }
    guard highest > 0 else { return }
    ends = [Int](repeating: -1, count: highest + 1)
    starts = ends
    for index in pieces.indices where pieces[index].kind != .text {
      if pieces[index].kind == .end, pieces[index].partner >= 0 {
        ends[pieces[index].number] = index
      } else {
        starts[pieces[index].number] = index
      }
    }
  }

  /// The edit that makes `change`, which must not lie before the one of the last call.
  mutating func edit(for change: UnitTranslation.Change) -> Edit {
    let lower = rawOffset(of: change.start)
    let upper = rawOffset(of: change.end)
    var replacement = encoded(change.target, before: upper < bytes.count ? bytes[upper] : nil)
    // A value without quotes can't be empty: what follows would become the value.
    if replacement.isEmpty, location.encoding.isUnquotedValue { replacement = [0x22, 0x22] }
    return Edit(lower..<max(lower, upper), replacement)
  }

  /// Where, in `bytes`, `place` lies.
  private mutating func rawOffset(of place: UnitTranslation.Place) -> Int {
    while piece < location.pieces.count {
      let current = location.pieces[piece]
      if current.kind == .text {
        guard current.textOffset < place.text else { break }
        let start = decoded == 0 ? current.range.lowerBound : raw
        let passed = TextDecoding.advance(
          from: start, by: place.text - current.textOffset - decoded, bytes.span, end: current.range.upperBound,
          inAttribute: location.encoding.isAttribute)
        raw = passed.raw
        decoded += passed.decoded
        guard raw == current.range.upperBound else { break }
      } else {
        guard codes < place.codes else { break }
        codes += 1
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
    output.reserveCapacity(target.text.count)
    var at = 0
    // By index: elements are large, and none is copied.
    for index in target.elements.indices where target.elements[index].kind.isCode {
      let code = code(of: target.elements[index])
      let offset = target.elements[index].offset
      append(target.text[at..<offset], before: code.map { bytes[$0.lowerBound] }, to: &output)
      at = offset
      if let code { append(code, to: &output) }
    }
    append(target.text[at...], before: next, to: &output)
    return output
  }

  /// Appends text so that it can't be markup; most has nothing that could be, and is copied.
  private func append(_ text: ArraySlice<UInt8>, before next: UInt8?, to output: inout [UInt8]) {
    if location.encoding.isUnquotedValue {
      location.encoding.append(text, before: next, to: &output)
    } else if text.withUnsafeBufferPointer({ $0.contains(where: Self.mayBeMarkup) }) {
      location.encoding.append(text, before: next, to: &output)
    } else {
      output.append(contentsOf: text)
    }
  }

  /// Whether there is an encoding but that of values without quotes which writes `byte` otherwise than as itself.
  @inline(__always)
  private static func mayBeMarkup(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x0A, 0x22, 0x26, 0x27, 0x3C, 0x3E, 0x5B, 0x5C, 0x5D: true
    default: false
    }
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

  /// The bytes of the code that an inline element stands for.
  private func code(of element: borrowing XLIFF.InlineElement) -> Range<Int>? {
    let isEnd = element.kind == .spanEnd || element.kind == .endCode
    guard let number = Int(element.id), starts.indices.contains(number) else { return nil }
    let index = isEnd ? ends[number] : starts[number]
    return index < 0 ? nil : location.pieces[index].range
  }
}
