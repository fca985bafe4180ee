// A unit while it is being found: pieces of text and markup as ranges over the bytes they stand in. One draft is used for
// all units of an article, so that finding a unit costs no memory of its own.
internal import HTMLTokens

/// A stretch of a unit's bytes.
struct Piece {
  /// What it is.
  enum Kind: UInt8 {
    case text
    /// An inline element's start tag, or the begin of a paired shortcode.
    case start
    case end
    /// A code by itself.
    case standalone
  }

  var kind: Kind
  var element: HTMLElement = .unknown
  /// Whether a text has character references in it.
  var hasReferences = false
  /// What `settle` finds: a pair that another pair crosses, or that stands in too many others for a file to nest it.
  var isCrossed = false
  /// Bytes of the host: the field, or a decoded block attribute.
  var range: Range<Int>
  /// A tag's or shortcode's name; empty where it has none.
  var name: Range<Int> = 0..<0
  /// The index of the piece that this start or end belongs to, -1 where there is none.
  var partner = -1
  /// Where among the draft's `subFlows` the units stand that hold this code's own texts (an image's alt).
  var subFlows = 0..<0

  /// What `settle` finds: where the piece begins in the unit's text, in bytes.
  var textOffset = 0
  /// What `settle` finds: the code's number within its unit, from 1; 0 for text.
  var number = 0
}

/// The pieces of the unit that is being found.
struct UnitDraft {
  /// In the order of the bytes.
  private(set) var pieces: [Piece] = []
  /// What `settle` finds: the unit's text, references decoded.
  private(set) var text: [UInt8] = []
  /// Ids of the units that hold the text of codes.
  private(set) var subFlows: [String] = []
  /// Indices of start pieces that no end has been found for.
  private var open: [Int] = []

  /// How far back an end tag looks for its start. Beyond that it counts as unpaired: markup that nests deeper is broken, and
  /// the search stays linear.
  private static let deepest = 64

  /// So many pairs inside each other are written as elements inside each other; XML parsers bound that (libxml2 at 256).
  private static let deepestSpan = 100

  /// Whether nothing has been found yet.
  var isEmpty: Bool { pieces.isEmpty }

  /// Forgets all pieces.
  mutating func removeAll() {
    // Most units have neither codes nor anything before them; emptying what is empty takes its time too.
    if !pieces.isEmpty { pieces.removeAll(keepingCapacity: true) }
    if !text.isEmpty { text.removeAll(keepingCapacity: true) }
    if !open.isEmpty { open.removeAll(keepingCapacity: true) }
    if !subFlows.isEmpty { subFlows.removeAll() }
  }

  /// Appends text of the host.
  mutating func appendText(_ range: Range<Int>, hasReferences: Bool) {
    guard !range.isEmpty else { return }
    pieces.append(Piece(kind: .text, hasReferences: hasReferences, range: range))
  }

  /// Appends a code by itself.
  mutating func appendStandalone(_ range: Range<Int>, element: HTMLElement = .unknown, name: Range<Int> = 0..<0) {
    pieces.append(Piece(kind: .standalone, element: element, range: range, name: name))
  }

  /// Names the unit that holds the text of the code appended last.
  mutating func setSubFlow(_ id: String) {
    guard !pieces.isEmpty else { return }
    let last = pieces.count - 1
    if pieces[last].subFlows.isEmpty { pieces[last].subFlows = subFlows.count..<subFlows.count }
    subFlows.append(id)
    pieces[last].subFlows = pieces[last].subFlows.lowerBound..<subFlows.count
  }

  /// Appends the begin of a paired code.
  mutating func appendStart(_ range: Range<Int>, element: HTMLElement, name: Range<Int>) {
    open.append(pieces.count)
    pieces.append(Piece(kind: .start, element: element, range: range, name: name))
  }

  /// Appends the end of a paired code and finds its begin: the nearest open one of the same name.
  mutating func appendEnd(_ range: Range<Int>, element: HTMLElement, name: Range<Int>, in bytes: Span<UInt8>) {
    var piece = Piece(kind: .end, element: element, range: range, name: name)
    let last = open.count - 1
    if let found = stride(from: last, to: max(last - Self.deepest, -1), by: -1).first(where: { index in
      let start = pieces[open[index]]
      return start.element == element && (element != .unknown || bytes.sameName(start.name, name))
    }) {
      piece.partner = open[found]
      pieces[open[found]].partner = pieces.count
      open.remove(at: found)
    }
    pieces.append(piece)
  }

  /// Takes the white space and the codes off both ends, decodes the text and numbers the codes.
  /// - Parameters:
  ///   - bytes: the host of the ranges.
  ///   - inAttribute: references are decoded as an attribute's value has them.
  /// - Returns: whether there is anything to translate: a character that can be seen.
  mutating func settle(in bytes: Span<UInt8>, inAttribute: Bool = false) -> Bool {
    guard let first = pieces.firstIndex(where: { $0.kind == .text && hasInk($0, bytes) }),
      let last = pieces.lastIndex(where: { $0.kind == .text && hasInk($0, bytes) })
    else { return false }
    trim(first: first, last: last, in: bytes)
    decode(bytes, inAttribute: inAttribute)
    guard isVisible else { return false }
    number()
    return true
  }

  /// Whether a text has a byte that is no white space, nor a reference to it.
  private func hasInk(_ piece: Piece, _ bytes: Span<UInt8>) -> Bool {
    for index in piece.range where !isHTMLSpace(bytes[index]) {
      return bytes[index] != 0x26 || !TextDecoding.ink(in: bytes, piece.range).isEmpty
    }
    return false
  }

  /// Takes off what stands before the first text and behind the last, as far as no pair is torn by that.
  private mutating func trim(first: Int, last: Int, in bytes: Span<UInt8>) {
    var lower = 0
    var reach = -1
    for index in 0..<first {
      reach = max(reach, pieces[index].partner)
      if reach <= index { lower = index + 1 }
    }
    var upper = pieces.count
    reach = pieces.count
    for index in stride(from: pieces.count - 1, to: last, by: -1) {
      if pieces[index].partner >= 0 { reach = min(reach, pieces[index].partner) }
      if reach >= index { upper = index }
    }
    if lower == first {
      while isHTMLSpace(bytes[pieces[first].range.lowerBound]) {
        pieces[first].range = pieces[first].range.lowerBound + 1..<pieces[first].range.upperBound
      }
      if bytes[pieces[first].range.lowerBound] == 0x26 {
        let ink = TextDecoding.ink(in: bytes, pieces[first].range)
        pieces[first].range = ink.lowerBound..<pieces[first].range.upperBound
      }
    }
    if upper == last + 1 {
      while isHTMLSpace(bytes[pieces[last].range.upperBound - 1]) {
        pieces[last].range = pieces[last].range.lowerBound..<pieces[last].range.upperBound - 1
      }
      if pieces[last].hasReferences, TextDecoding.endsInReference(bytes, pieces[last].range) {
        let ink = TextDecoding.ink(in: bytes, pieces[last].range)
        pieces[last].range = pieces[last].range.lowerBound..<ink.upperBound
      }
    }
    pieces.removeSubrange(upper...)
    guard lower > 0 else { return }
    pieces.removeSubrange(..<lower)
    for index in pieces.indices where pieces[index].partner >= 0 { pieces[index].partner -= lower }
  }

  private mutating func decode(_ bytes: Span<UInt8>, inAttribute: Bool) {
    if !text.isEmpty { text.removeAll(keepingCapacity: true) }
    for index in pieces.indices {
      pieces[index].textOffset = text.count
      guard pieces[index].kind == .text else { continue }
      if pieces[index].hasReferences {
        TextDecoding.append(bytes, pieces[index].range, inAttribute: inAttribute, to: &text)
      } else {
        let part = bytes.extracting(pieces[index].range)
        part.withUnsafeBufferPointer { text.append(contentsOf: $0) }
      }
    }
  }

  /// Whether a character stands in the text that is neither white space nor invisible.
  private var isVisible: Bool {
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte < 0x80 {
        if byte > 0x20, byte != 0x7F { return true }
        index += 1
      } else if byte == 0xC2, index + 1 < text.count, text[index + 1] == 0xA0 || text[index + 1] == 0xAD {
        index += 2  // U+00A0, U+00AD
      } else if byte == 0xE2, index + 2 < text.count, text[index + 1] == 0x80,
        text[index + 2] <= 0x8F || text[index + 2] == 0xAF
      {
        index += 3  // U+2000 to U+200F, U+202F
      } else if byte == 0xEF, index + 2 < text.count, text[index + 1] == 0xBB, text[index + 2] == 0xBF {
        index += 3  // U+FEFF
      } else {
        return true
      }
    }
    return false
  }

  /// Numbers the codes from 1 in the order of their begins and finds the pairs that cross others.
  private mutating func number() {
    var next = 1
    if !open.isEmpty { open.removeAll(keepingCapacity: true) }
    for index in pieces.indices where pieces[index].kind != .text {
      let partner = pieces[index].partner
      if pieces[index].kind == .end, partner >= 0 {
        pieces[index].number = pieces[partner].number
        if open.last == partner {
          open.removeLast()
        } else if let position = open.lastIndex(of: partner) {
          open.remove(at: position)
          pieces[index].isCrossed = true
          pieces[partner].isCrossed = true
        }
        continue
      }
      pieces[index].number = next
      next += 1
      guard pieces[index].kind == .start, partner >= 0 else { continue }
      if open.count < Self.deepestSpan {
        open.append(index)
      } else {
        pieces[index].isCrossed = true
        pieces[partner].isCrossed = true
      }
    }
  }
}

extension Span where Element == UInt8 {
  /// Whether the same ASCII name stands in both ranges, in any case.
  func sameName(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    guard left.count == right.count else { return false }
    for index in 0..<left.count
    where lowercasedASCII(self[left.lowerBound + index]) != lowercasedASCII(self[right.lowerBound + index]) {
      return false
    }
    return true
  }
}
