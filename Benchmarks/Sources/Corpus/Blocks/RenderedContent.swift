// Content as WordPress serves it to readers: `content.rendered`.

/// Writes blocks as `the_content` leaves them.
enum RenderedContent {
  /// Appends one block, with the blank lines that WordPress leaves where block comments stood.
  static func write(_ block: Block, to html: inout [UInt8]) {
    html.write(html.isEmpty ? "\n" : "\n\n\n\n")
    switch block {
    case .paragraph(let text): html.write(element: "p", text)
    case .heading(let level, let text): html.write(element: "h\(level)", " class=\"wp-block-heading\"", text)
    case .list(let isOrdered, let items): write(items, isOrdered: isOrdered, to: &html)
    case .table(let header, let rows, let caption):
      html.write("<figure class=\"wp-block-table\">")
      html.write(tableHeader: header, rows: rows)
      html.write(caption: caption)
      html.write("</figure>")
    case .image(let image): write(image, to: &html)
    case .quote(let text, let cite):
      html.write("<blockquote class=\"wp-block-quote is-layout-flow wp-block-quote-is-layout-flow\">\n")
      html.write(element: "p", text)
      html.write("\n")
      html.write(element: "cite", cite)
      html.write("</blockquote>")
    case .separator: html.write("<hr class=\"wp-block-separator has-alpha-channel-opacity\"/>")
    case .button(let label, let address):
      html.write("<div class=\"wp-block-buttons is-layout-flex wp-block-buttons-is-layout-flex\">\n")
      html.write("<div class=\"wp-block-button\">")
      html.write(element: "a", " class=\"wp-block-button__link wp-element-button\" href=\"\(address)\"", label)
      html.write("</div>\n</div>")
    case .embed(let address):
      html.write("<figure class=\"wp-block-embed is-type-video\"><div class=\"wp-block-embed__wrapper\">\n")
      html.write(
        "<iframe width=\"500\" height=\"281\" src=\"\(address)?feature=oembed&#038;rel=0\" allowfullscreen></iframe>")
      html.write("\n</div></figure>")
    case .gallery(let images):
      html.write("<figure class=\"wp-block-gallery has-nested-images columns-3 is-cropped\">\n")
      for image in images {
        write(image, to: &html)
        html.write("\n")
      }
      html.write("</figure>")
    case .questions(let questions): write(questions, to: &html)
    }
  }

  private static func write(_ items: [Block.Item], isOrdered: Bool, to html: inout [UInt8]) {
    let name = isOrdered ? "ol" : "ul"
    html.write("<\(name) class=\"wp-block-list\">\n")
    for (index, item) in items.enumerated() {
      html.write(index == 0 ? "<li>" : "\n\n\n\n<li>")
      html.write(item.text)
      if !item.nested.isEmpty {
        html.write("\n<ul class=\"wp-block-list\">\n")
        for text in item.nested {
          html.write(element: "li", text)
          html.write("\n")
        }
        html.write("</ul>\n")
      }
      html.write("</li>")
    }
    html.write("\n</\(name)>")
  }

  private static func write(_ image: Block.Image, to html: inout [UInt8]) {
    let large = Address.upload(image.id, "-1024x683")
    html.write("<figure class=\"wp-block-image size-large\"><img loading=\"lazy\" decoding=\"async\" width=\"1024\"")
    html.write(" height=\"683\" src=\"\(large)\" alt=\"")
    html.write(image.alternative)
    html.write(
      "\" class=\"wp-image-\(image.id)\" srcset=\"\(large) 1024w, \(Address.upload(image.id, "-300x200")) 300w\"")
    html.write(" sizes=\"auto, (max-width: 1024px) 100vw, 1024px\" />")
    html.write(caption: image.caption)
    html.write("</figure>")
  }

  private static func write(_ questions: [Block.Question], to html: inout [UInt8]) {
    html.write("<div id=\"rank-math-faq\" class=\"rank-math-block\">\n<div class=\"rank-math-list\">\n")
    for question in questions {
      html.write("<div id=\"faq-question-\(question.id)\" class=\"rank-math-list-item\">\n")
      html.write(element: "h3", " class=\"rank-math-question\"", question.question)
      html.write("\n<div class=\"rank-math-answer\">\n\n")
      html.write(element: "p", question.answer)
      html.write("\n\n</div>\n</div>\n")
    }
    html.write("</div>\n</div>")
  }
}
