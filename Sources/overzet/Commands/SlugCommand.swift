internal import ArgumentParser
internal import Pipeline

/// `overzet slug`.
struct SlugCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "slug",
    abstract: "Makes slugs of titles, as WordPress's sanitize_title does.",
    discussion:
      "Reads a title a line from standard input and writes its slug. An empty line is a title without a letter.")

  @Option(name: .long, help: "The language of the site, a BCP 47 tag.")
  var locale: String

  func run() throws {
    try Command.run {
      let slug = try LineTools.slug(in: Project(), locale: locale)
      try Terminal.eachLine { line in Terminal.buffer(try slug(line)) }
      return .done
    }
  }
}
