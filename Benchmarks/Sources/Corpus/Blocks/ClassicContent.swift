// Content as the classic editor saved it: `content.raw` without block comments and without `<p>`.

/// Writes blocks as classic posts hold them: blank lines part paragraphs, shortcodes stand for the rest.
enum ClassicContent {
  /// Appends one block.
  static func write(_ block: Block, to html: inout [UInt8]) {
    if !html.isEmpty { html.write("\n\n") }
    switch block {
    case .paragraph(let text): html.write(text)
    case .heading(let level, let text): html.write(element: "h\(level)", text)
    case .list(let isOrdered, let items): write(items, isOrdered: isOrdered, to: &html)
    case .table(let header, let rows, _): html.write(tableHeader: header, rows: rows)
    case .image(let image): write(image, to: &html)
    case .quote(let text, let cite):
      html.write("<blockquote>")
      html.write(text)
      html.write("\n\n")
      html.write(element: "cite", cite)
      html.write("</blockquote>")
    case .separator: html.write("<hr />")
    case .button(let label, let address):
      html.write("<a class=\"button\" href=\"\(address)\">")
      html.write(label)
      html.write("</a>")
    case .embed(let address): html.write("[embed]\(address)[/embed]")
    case .gallery(let images):
      html.write("[gallery ids=\"\(images.map { String($0.id) }.joined(separator: ","))\" columns=\"3\" link=\"file\"]")
    case .questions(let questions):
      for (index, question) in questions.enumerated() {
        if index > 0 { html.write("\n\n") }
        html.write(element: "h3", question.question)
        html.write("\n\n")
        html.write(question.answer)
      }
    }
  }

  private static func write(_ items: [Block.Item], isOrdered: Bool, to html: inout [UInt8]) {
    let name = isOrdered ? "ol" : "ul"
    html.write("<\(name)>\n")
    for item in items {
      html.write(" \t<li>")
      html.write(item.text)
      if !item.nested.isEmpty {
        html.write("\n<ul>\n")
        for text in item.nested {
          html.write(" \t<li>")
          html.write(text)
          html.write("</li>\n")
        }
        html.write("</ul>\n")
      }
      html.write("</li>\n")
    }
    html.write("</\(name)>")
  }

  private static func write(_ image: Block.Image, to html: inout [UInt8]) {
    if image.caption != nil {
      html.write("[caption id=\"attachment_\(image.id)\" align=\"aligncenter\" width=\"800\"]")
    }
    html.write("<img class=\"size-large wp-image-\(image.id)\" src=\"\(Address.upload(image.id, "-800x533"))\" alt=\"")
    html.write(image.alternative)
    html.write("\" width=\"800\" height=\"533\" />")
    if let caption = image.caption {
      html.write(" ")
      html.write(caption)
      html.write("[/caption]")
    }
  }
}
