internal import ArgumentParser

/// `--jobs` of commands that work on many articles.
struct JobsOption: ParsableArguments {
  @Option(name: .long, help: "How many articles or files to work on side by side. Default: one a core.")
  var jobs: Int?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs \(jobs): name a number from 1 on.") }
  }
}
