// A localized post as a page by itself, to be read before it is published.

extension Post {
  /// A page of HTML: the post with its title, language, canonical address and description. It is for people to look at; a
  /// theme is not in it.
  /// - Parameters:
  ///   - seoTitle, description: as they stand in the SEO plug-in's fields; character references in them are kept.
  package func page(seoTitle: [UInt8]?, description: [UInt8]?) -> [UInt8] {
    var html: [UInt8] = []
    func add(_ text: String) { html += text.utf8 }
    add("<!DOCTYPE html>\n<html lang=\"")
    html += Self.escaped([UInt8](language.utf8))
    add("\">\n<head>\n<meta charset=\"utf-8\">\n<title>")
    html += Self.escaped(seoTitle ?? title)
    add("</title>\n")
    if let canonical {
      add("<link rel=\"canonical\" href=\"")
      html += Self.escaped([UInt8](canonical.utf8))
      add("\">\n")
    }
    if let description {
      add("<meta name=\"description\" content=\"")
      html += Self.escaped(description)
      add("\">\n")
    }
    add("</head>\n<body>\n<article>\n<h1>")
    html += title
    add("</h1>\n")
    html += content
    add("\n</article>\n</body>\n</html>\n")
    return html
  }

  /// Without what could be markup in a title or an attribute; references stay references.
  private static func escaped(_ text: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    for byte in text {
      switch byte {
      case 0x22: output += "&quot;".utf8
      case 0x3C: output += "&lt;".utf8
      case 0x3E: output += "&gt;".utf8
      default: output.append(byte)
      }
    }
    return output
  }
}
