// Content as the block editor saves it: `content.raw` with block comments.

/// Writes blocks with the comments that hold their attributes.
enum BlockContent {
  /// Appends one block.
  static func write(_ block: Block, to html: inout [UInt8]) {
    if !html.isEmpty { html.write("\n\n") }
    switch block {
    case .paragraph(let text): wrap("paragraph", "", &html) { $0.write(element: "p", text) }
    case .heading(let level, let text):
      wrap("heading", level == 2 ? "" : "{\"level\":\(level)} ", &html) {
        $0.write(element: "h\(level)", " class=\"wp-block-heading\"", text)
      }
    case .list(let isOrdered, let items): write(items, isOrdered: isOrdered, to: &html)
    case .table(let header, let rows, let caption):
      wrap("table", "", &html) { html in
        html.write("<figure class=\"wp-block-table\">")
        html.write(tableHeader: header, rows: rows)
        html.write(caption: caption)
        html.write("</figure>")
      }
    case .image(let image): write(image, to: &html)
    case .quote(let text, let cite):
      wrap("quote", "", &html) { html in
        html.write("<blockquote class=\"wp-block-quote\">")
        wrap("paragraph", "", &html) { $0.write(element: "p", text) }
        html.write(element: "cite", cite)
        html.write("</blockquote>")
      }
    case .separator:
      wrap("separator", "", &html) { $0.write("<hr class=\"wp-block-separator has-alpha-channel-opacity\"/>") }
    case .button(let label, let address):
      wrap("buttons", "", &html) { html in
        html.write("<div class=\"wp-block-buttons\">")
        wrap("button", "", &html) { html in
          html.write("<div class=\"wp-block-button\">")
          html.write(element: "a", " class=\"wp-block-button__link wp-element-button\" href=\"\(address)\"", label)
          html.write("</div>")
        }
        html.write("</div>")
      }
    case .embed(let address):
      wrap("embed", "{\"url\":\"\(address)\",\"type\":\"video\",\"responsive\":true} ", &html) { html in
        html.write(
          "<figure class=\"wp-block-embed is-type-video\"><div class=\"wp-block-embed__wrapper\">\n\(address)\n")
        html.write("</div></figure>")
      }
    case .gallery(let images):
      wrap("gallery", "{\"columns\":3,\"linkTo\":\"none\"} ", &html) { html in
        html.write("<figure class=\"wp-block-gallery has-nested-images columns-3 is-cropped\">")
        for image in images { write(image, to: &html) }
        html.write("</figure>")
      }
    case .questions(let questions): write(questions, to: &html)
    }
  }

  private static func wrap(
    _ name: String, _ attributes: String, _ html: inout [UInt8], _ body: (inout [UInt8]) -> Void
  ) {
    html.write("<!-- wp:\(name) \(attributes)-->\n")
    body(&html)
    html.write("\n<!-- /wp:\(name) -->")
  }

  private static func write(_ items: [Block.Item], isOrdered: Bool, to html: inout [UInt8]) {
    let name = isOrdered ? "ol" : "ul"
    wrap("list", isOrdered ? "{\"ordered\":true} " : "", &html) { html in
      html.write("<\(name) class=\"wp-block-list\">")
      for (index, item) in items.enumerated() {
        if index > 0 { html.write("\n\n") }
        wrap("list-item", "", &html) { html in
          html.write("<li>")
          html.write(item.text)
          if !item.nested.isEmpty {
            write(item.nested.map { Block.Item(text: $0, nested: []) }, isOrdered: false, to: &html)
          }
          html.write("</li>")
        }
      }
      html.write("</\(name)>")
    }
  }

  private static func write(_ image: Block.Image, to html: inout [UInt8]) {
    wrap("image", "{\"id\":\(image.id),\"sizeSlug\":\"large\",\"linkDestination\":\"none\"} ", &html) { html in
      html.write(
        "<figure class=\"wp-block-image size-large\"><img src=\"\(Address.upload(image.id, "-1024x683"))\" alt=\"")
      html.write(image.alternative)
      html.write("\" class=\"wp-image-\(image.id)\"/>")
      html.write(caption: image.caption)
      html.write("</figure>")
    }
  }

  /// The questions twice, as Rank Math saves them: as attributes and as HTML.
  private static func write(_ questions: [Block.Question], to html: inout [UInt8]) {
    var attributes = Array("{\"questions\":[".utf8)
    for (index, question) in questions.enumerated() {
      attributes.write(index == 0 ? "" : ",")
      attributes.write("{\"id\":\"faq-question-\(question.id)\",\"title\":")
      attributes.write(blockAttribute: question.question)
      attributes.write(",\"content\":")
      attributes.write(blockAttribute: question.answer)
      attributes.write(",\"visible\":true}")
    }
    attributes.write("]} ")
    wrap("rank-math/faq-block", String(decoding: attributes, as: UTF8.self), &html) { html in
      html.write("<div class=\"wp-block-rank-math-faq-block\">")
      for question in questions {
        html.write("<div class=\"rank-math-faq-item\">")
        html.write(element: "h3", " class=\"rank-math-question\"", question.question)
        html.write(element: "div", " class=\"rank-math-answer\"", question.answer)
        html.write("</div>")
      }
      html.write("</div>")
    }
  }
}
