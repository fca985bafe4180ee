// A block of a post, varied already, before it is written in one form or another.

/// What a post's content is made of. Texts are HTML of inline elements.
enum Block {
  case paragraph([UInt8])
  case heading(level: Int, [UInt8])
  case list(isOrdered: Bool, [Item])
  case table(header: [[UInt8]], rows: [[[UInt8]]], caption: [UInt8]?)
  case image(Image)
  case quote([UInt8], cite: [UInt8])
  case separator
  case button(label: [UInt8], address: String)
  case embed(address: String)
  case gallery([Image])
  case questions([Question])

  /// An item of a list, with the list inside it.
  struct Item {
    var text: [UInt8]
    var nested: [[UInt8]]
  }

  /// An image of the media library.
  struct Image {
    var id: Int
    var alternative: [UInt8]
    var caption: [UInt8]?
  }

  /// A question of a FAQ.
  struct Question {
    var id: Int
    var question: [UInt8]
    var answer: [UInt8]
  }

  /// Every text that a reader sees, one block-level element or attribute each.
  var texts: [[UInt8]] {
    switch self {
    case .paragraph(let text), .heading(_, let text), .button(let text, _): [text]
    case .list(_, let items): items.flatMap { [$0.text] + $0.nested }
    case .table(let header, let rows, let caption): header + rows.flatMap(\.self) + (caption.map { [$0] } ?? [])
    case .image(let image): image.texts
    case .gallery(let images): images.flatMap(\.texts)
    case .quote(let text, let cite): [text, cite]
    case .questions(let questions): questions.flatMap { [$0.question, $0.answer] }
    case .separator, .embed: []
    }
  }
}

extension Block.Image {
  fileprivate var texts: [[UInt8]] { [alternative] + (caption.map { [$0] } ?? []) }
}
