internal import ArgumentParser
internal import Pipeline

/// `overzet terms`.
struct Terms: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Finds the terms of a glossary in lines of text.",
    discussion: """
      Reads lines from standard input and writes a line of JSON for each: \
      [{"concept","term","start","end","text","rule"}], offsets in Unicode code points of the line.
      """)

  @Option(name: .long, help: "The language of the text, a BCP 47 tag.")
  var locale: String

  @Option(name: .long, help: ArgumentHelp("TBX glossaries. Default: those of overzet.yml.", valueName: "PATH"))
  var glossary: [String] = []

  func run() throws {
    try Command.run {
      let project = try Project()
      let finder = try TermFinder(
        glossary: GlossaryLoader.load(glossary, project: project), locale: locale, project: project)
      try Terminal.eachLine { line in Terminal.buffer(try finder.json(line)) }
      return .done
    }
  }
}
