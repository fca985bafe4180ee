// What a translator sees where a code stands: short, and without angle brackets, which would look like text to be escaped.
internal import HTMLTokens

/// Readable text for codes.
enum CodeDisplay {
  private static let longest = 60

  /// The display text of `piece`: `[strong]`, `[/strong]`, `[img face.webp]`, a shortcode as it stands.
  static func text(of piece: Piece, in bytes: Span<UInt8>) -> String {
    var text: [UInt8] = []
    append(piece, in: bytes, to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// Appends the same as UTF-8.
  static func append(_ piece: Piece, in bytes: Span<UInt8>, to text: inout [UInt8]) {
    switch piece.element {
    case .img: text.append(contentsOf: image(piece, in: bytes).utf8)
    case .unknown: text.append(contentsOf: unknown(piece, in: bytes).utf8)
    default:
      text.append(0x5B)
      if piece.kind == .end { text.append(0x2F) }
      for index in piece.name { text.append(lowercasedASCII(bytes[index])) }
      text.append(0x5D)
    }
  }

  /// An image by the last part of its address.
  private static func image(_ piece: Piece, in bytes: Span<UInt8>) -> String {
    var tokenizer = HTMLTokenizer()
    let tag = bytes.extracting(piece.range)
    guard let token = tokenizer.next(in: tag), let source = token.attribute("src", in: tag) else { return "[img]" }
    var start = source.value.upperBound
    while start > source.value.lowerBound, tag[start - 1] != 0x2F { start -= 1 }
    return "[img \(shortened(tag, start..<source.value.upperBound))]"
  }

  /// A shortcode or an address stands as it is; of another tag the name is shown.
  private static func unknown(_ piece: Piece, in bytes: Span<UInt8>) -> String {
    guard !piece.range.isEmpty, bytes[piece.range.lowerBound] == 0x3C else { return shortened(bytes, piece.range) }
    guard !piece.name.isEmpty else { return "[code]" }
    return "[\(piece.kind == .end ? "/" : "")\(shortened(bytes, piece.name))]"
  }

  private static func shortened(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
    var part: [UInt8] = []
    for index in range.prefix(longest) {
      part.append(bytes[index] < 0x20 || bytes[index] == 0x3C ? 0x20 : bytes[index])
    }
    let text = String(decoding: part, as: UTF8.self)
    return range.count > longest ? text.trimmingReplacement + "…" : text
  }
}

extension String {
  /// The text without a last character that a cut has left incomplete.
  fileprivate var trimmingReplacement: String {
    last == "\u{FFFD}" ? String(dropLast()) : self
  }
}
