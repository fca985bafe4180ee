// A page of HTML as an article: all of it is content.
internal import HTMLTokens

extension Article {
  /// The page that `html` is. Its id is the name of its file, without folder and ending.
  init(html: [UInt8], file: String) {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    let stem = name == "<stdin>" ? "stdin" : name.lastIndex(of: ".").map { name[..<$0] } ?? name[...]
    self.init(id: stem.isEmpty ? "page" : String(stem), form: .page, content: html, file: file, line: 1)
    type = "page"
  }

  /// The title of the post, or of a page what its `title` element holds; HTML.
  package var displayTitle: [UInt8] {
    guard form == .page else { return title }
    var tokenizer = HTMLTokenizer()
    var isInside = false
    while let token = tokenizer.next(in: content.span) {
      if isInside { return token.kind == .characters ? Array(content[token.range]) : [] }
      isInside = token.kind == .startTag && token.element == .title
    }
    return []
  }
}
