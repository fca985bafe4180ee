// What the examples say, by what it is in an article.

/// The texts of the examples' top-level blocks.
package struct PhrasePool {
  /// A table: its head, its rows, its caption.
  struct Table {
    var header: [Phrase]
    var rows: [[Phrase]]
    var caption: Phrase?
  }

  private(set) var titles: [Phrase] = []
  private(set) var headings: [Phrase] = []
  private(set) var sentences: [Phrase] = []
  /// Sentences that end in a colon: a list or a table follows.
  private(set) var leads: [Phrase] = []
  private(set) var items: [Phrase] = []
  private(set) var tables: [Table] = []
  private(set) var captions: [Phrase] = []
  private(set) var alternatives: [Phrase] = []
  private(set) var quotes: [(text: Phrase, cite: Phrase)] = []
  private(set) var questions: [(question: Phrase, answer: Phrase)] = []
  private(set) var descriptions: [Phrase] = []

  /// The pool of the articles given.
  /// - Throws: `CorpusError` where an article holds nothing of a kind that posts are made of.
  package init(articles: [ExampleArticle]) throws(CorpusError) {
    for article in articles {
      titles.append(Phrase(Array(article.title.utf8)))
      if !article.description.isEmpty { descriptions.append(Phrase(Array(article.description.utf8))) }
      for element in Element.outermost(of: Array(article.rendered.utf8)) { add(element) }
    }
    let counts = [
      ("headings", headings.count), ("paragraphs", sentences.count), ("lists", items.count), ("tables", tables.count),
      ("figures", alternatives.count), ("quotes", quotes.count), ("questions", questions.count), ("leads", leads.count),
      ("captions", captions.count), ("descriptions", descriptions.count),
    ]
    if let missing = counts.first(where: { $0.1 == 0 }) {
      throw CorpusError(
        path: "Examples/clinic/articles", problem: "no article has \(missing.0)",
        remedy: "the corpus is made from all examples: restore them")
    }
  }

  private mutating func add(_ element: Element) {
    switch element.name {
    case "p":
      if element.inner.has("<figure", at: 0) || element.inner.has("<div", at: 0) {
        element.all("figure").forEach { add($0) }
      } else {
        add(paragraph: element.inner)
      }
    case "h2", "h3": headings.append(Phrase(element.inner))
    case "ul", "ol": items += element.all("li").map { Phrase($0.inner.trimmed) }
    case "figure":
      if let table = element.all("table").first { add(table: table, of: element) }
      alternatives += element.all("img").compactMap { $0.attribute("alt") }.map { Phrase($0) }
      captions += element.all("figcaption").map { Phrase($0.inner) }
    case "blockquote":
      guard let text = element.all("p").first, let cite = element.all("cite").first else { return }
      quotes.append((Phrase(text.inner), Phrase(cite.inner)))
    case "div":
      let asked = element.all("h3")
      let answers = element.all("p")
      for (question, answer) in zip(asked, answers) where asked.count == answers.count {
        questions.append((Phrase(question.inner), Phrase(answer.inner)))
      }
    default: break
    }
  }

  private mutating func add(paragraph: [UInt8]) {
    // A comment, an address that stands alone, a postal address: no sentences.
    guard !paragraph.has("<!--", at: 0), paragraph.first("<br", from: 0) == nil, paragraph.contains(0x20),
      !paragraph.has("<a class", at: 0)
    else { return }
    for sentence in Phrase.sentences(of: paragraph) {
      if sentence.bytes.last == 0x3A { leads.append(sentence) } else { sentences.append(sentence) }
    }
  }

  private mutating func add(table: Element, of figure: Element) {
    let rows = table.all("tr").map { row in row.all("td").map { Phrase($0.inner) } }.filter { !$0.isEmpty }
    let header = table.all("th").map { Phrase($0.inner) }
    guard !rows.isEmpty, !header.isEmpty else { return }
    tables.append(Table(header: header, rows: rows, caption: figure.all("figcaption").first.map { Phrase($0.inner) }))
  }
}
