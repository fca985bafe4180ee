// The program: finds the repository, sees to the corpus, measures, prints. Ends with 0 when every stage ran, 1 when one
// did not, 2 when nothing could be measured, 64 at wrong usage.
internal import Corpus
internal import FoundationEssentials
internal import Glibc
internal import Measurement

/// `bench`.
@main
struct Bench {
  static func main() {
    do {
      let options = try Options(Array(CommandLine.arguments.dropFirst()))
      if options.isHelp {
        print(Options.help)
      } else if let folder = options.tokenized {
        let (tokens, attributes) = try Tokenizing.run(folder: folder)
        print("\(tokens) tokens, \(attributes) attributes")
      } else if let work = options.xliffWork {
        print(try work.run())
      } else {
        let bench = try Bench(options)
        exit(try options.isCorpusOnly ? bench.makeCorpus() : bench.measure())
      }
    } catch let error as UsageError {
      note("bench: \(error)")
      exit(64)
    } catch {
      note("bench: \(error)")
      exit(2)
    }
  }

  private let options: Options
  /// The folder of the repository.
  private let root: String
  private let corpus: String

  private init(_ options: Options) throws {
    self.options = options
    root = try Self.repository()
    corpus = options.corpus.map(Self.absolute) ?? root + "/Benchmarks/corpus"
  }

  private func articles() throws -> (articles: [ExampleArticle], recipe: CorpusManifest.Recipe) {
    let (articles, fingerprint) = try ExampleArticle.read(folder: root + "/Examples/clinic/articles")
    return (articles, CorpusManifest.Recipe(posts: options.posts, seed: options.seed, examples: fingerprint))
  }

  private func makeCorpus() throws -> Int32 {
    let (articles, recipe) = try articles()
    print(try CorpusWriter.write(recipe, articles: articles, to: corpus).summary)
    return 0
  }

  /// The corpus is made by a process of its own: what this one holds is counted to those that it starts.
  private func ensureCorpus() throws -> CorpusManifest {
    let (_, recipe) = try articles()
    if let manifest = CorpusManifest(folder: corpus), manifest.recipe == recipe { return manifest }
    Self.note("making \(recipe.posts) posts in \(corpus)")
    let errors = FileManager.default.temporaryDirectory.path + "/overzet-bench-\(getpid()).txt"
    defer { unlink(errors) }
    let arguments = ["corpus", "--posts", "\(recipe.posts)", "--seed", "\(recipe.seed)", "--corpus", corpus]
    _ = try ChildProcess(program: "/proc/self/exe", arguments: arguments, folder: root, errorFile: errors).run()
    guard let manifest = CorpusManifest(folder: corpus) else {
      throw CorpusError(path: corpus, problem: "was not made", remedy: "try `bench corpus` to see why")
    }
    return manifest
  }

  private func measure() throws -> Int32 {
    let (stages, xliffStages) = try stages()
    let overzet = options.overzet.map(Self.absolute) ?? root + "/.build/release/overzet"
    guard access(overzet, X_OK) == 0 else {
      throw CorpusError(
        path: overzet, problem: "is no program",
        remedy: "build it with `swift build -c release --product overzet`, or name it with --overzet")
    }
    let manifest = try ensureCorpus()
    var report = Report(machine: Machine(), corpus: manifest.summary)
    let session = Session(
      root: root, overzet: overzet, corpus: corpus, runs: options.runs, htmlBytes: manifest.htmlBytes,
      samplePosts: manifest.samplePosts, sampleHTMLBytes: manifest.sampleHTMLBytes, note: Self.note)
    let before = (clock: ChildProcess.now(), machine: Machine.busySeconds, own: ChildProcess.ownSeconds)
    if !stages.isEmpty { report.rows = session.measure(stages) }
    report.xliffRows =
      XLIFFSession(
        root: root, overzet: overzet, source: "\(corpus)/sample.ndjson", folder: "\(corpus)/xliff", runs: options.runs,
        bytes: options.xliffBytes, note: Self.note
      ).measure(xliffStages)
    let others = Machine.busySeconds - before.machine - (ChildProcess.ownSeconds - before.own)
    report.coresOfOthers = max(0, others / (ChildProcess.now() - before.clock))
    report.loadAtEnd = Machine.loadAverages
    report.floorBytes = ChildProcess.ownPeakBytes
    print(report.text)
    if let json = options.json { try report.json().write(to: URL(fileURLWithPath: Self.absolute(json))) }
    return (report.rows + report.xliffRows).contains { $0.problem != nil } ? 1 : 0
  }

  /// What is to be measured: what was named, or all.
  private func stages() throws(UsageError) -> ([Stage], [XLIFFStage]) {
    if options.stages.isEmpty { return (Stage.allCases, XLIFFStage.all) }
    var stages: [Stage] = []
    var xliffStages: [XLIFFStage] = []
    for name in options.stages {
      if let stage = Stage(rawValue: name) {
        stages.append(stage)
      } else if let stage = XLIFFStage.all.first(where: { $0.name == name }) {
        xliffStages.append(stage)
      } else {
        let names = Stage.allCases.map(\.rawValue) + XLIFFStage.all.map(\.name)
        throw UsageError(description: "there is no stage \(name): \(names.joined(separator: ", "))")
      }
    }
    return (stages, xliffStages)
  }

  /// The nearest folder at or above the current one that holds the examples.
  private static func repository() throws -> String {
    var path = FileManager.default.currentDirectoryPath
    while !path.isEmpty {
      if FileManager.default.fileExists(atPath: path + "/Examples/clinic/articles") { return path }
      path = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
    }
    throw CorpusError(
      path: "Examples/clinic/articles", problem: "is in no folder at or above this one",
      remedy: "run this inside the repository")
  }

  private static func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
  }

  /// Writes a line to standard error.
  private static func note(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    _ = write(2, bytes, bytes.count)
  }
}
