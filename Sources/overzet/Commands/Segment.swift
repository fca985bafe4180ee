internal import ArgumentParser
internal import Pipeline

/// `overzet segment`.
struct Segment: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Cuts paragraphs into sentences.",
    discussion:
      "Reads a paragraph a line from standard input; writes its sentences, one a line, and an empty line after each.")

  @Option(name: .long, help: "The language of the text, a BCP 47 tag.")
  var locale: String

  func run() throws {
    try Command.run {
      let segments = try LineTools.segments(in: Project(), locale: locale)
      try Terminal.eachLine { line in
        for sentence in try segments(line) { Terminal.buffer(sentence) }
        Terminal.buffer([])
      }
      return .done
    }
  }
}
