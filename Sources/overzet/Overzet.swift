// The program: parses a command line, calls the pipeline, prints, and ends with 0 (done and clean), 1 (findings),
// 2 (could not do it) or 64 (wrong usage). No rule of the work itself is here.
internal import ArgumentParser

/// `overzet`.
@main
struct Overzet: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "overzet",
    abstract: "Carries WordPress articles through translation.",
    discussion: """
      Takes articles out of WordPress into XLIFF, holds their terms to a glossary, takes the translators' files back, and \
      puts every localized post together again with the right slug, canonical and links.

      Results go to standard output, everything else to standard error. Exit codes: 0 done and clean, 1 findings, \
      2 could not do it, 64 wrong usage.
      """,
    version: "0.1.0",
    subcommands: [
      Run.self, Extract.self, Import.self, Merge.self, Validate.self, Convert.self, Check.self, Terms.self, Pseudo.self,
      Segment.self, SlugCommand.self,
    ])
}
