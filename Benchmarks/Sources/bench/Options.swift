// The command line. Few options, no library: this package has no dependencies.

/// What `bench` is asked to do.
struct Options {
  var isCorpusOnly = false
  var isHelp = false
  /// The folder whose files are to be tokenized, and nothing else.
  var tokenized: String?
  /// What is to be done with an XLIFF file, and nothing else.
  var xliffWork: XLIFFCommand?
  var posts = 5000
  var seed: UInt64 = 1
  var runs = 3
  var xliffBytes = 150_000_000
  var overzet: String?
  var corpus: String?
  var stages: [String] = []
  var json: String?

  static let help = """
    USAGE: bench [corpus] [options]

    Measures each stage of Overzet on a corpus that it makes, in turn with xmllint --html --noout over the same HTML, and work
    on large XLIFF files in turn with xmllint --stream --noout on the same file.
    `bench corpus` only makes the corpus; `bench tokenize DIR` only tokenizes all files of a folder.

    `bench read FILE` reads an XLIFF file; `bench write FILE OUT BYTES` reads its beginning and writes that many bytes;
    `bench join DIR OUT VERSION BYTES` puts all files of a folder into one of that many bytes.

      --posts N         posts of the corpus (default: 5000, about 70 MB of HTML)
      --seed N          another corpus of that size (default: 1)
      --corpus DIR      where it lies (default: Benchmarks/corpus); made anew when it is another
      --runs N          runs of each command; the median counts (default: 3)
      --stages LIST     of tokenize,extract-one-core,extract,pseudo,check,merge,read-2.1,read-1.2,write-2.1,
                        write-1.2,validate-2.1,validate-1.2,copy-2.1,copy-1.2,convert-2.1,convert-1.2 (default: all)
      --xliff-bytes N   size of the XLIFF files that are read, written, validated and converted (default: 150000000)
      --overzet PATH    the program (default: .build/release/overzet of the repository)
      --json FILE       every run, for programs
    """

  /// - Throws: `UsageError` where an argument is unknown or has no value that makes sense.
  init(_ arguments: [String]) throws(UsageError) {
    var rest = arguments[...]
    if rest.first == "corpus" {
      isCorpusOnly = true
      rest = rest.dropFirst()
    } else if rest.first == "tokenize" {
      rest = rest.dropFirst()
      guard let folder = rest.popFirst() else { throw UsageError(description: "tokenize needs a folder: see --help") }
      tokenized = folder
    }
    if let command = try XLIFFCommand(&rest) {
      xliffWork = command
      return
    }
    while let name = rest.popFirst() {
      if name == "--help" || name == "-h" {
        isHelp = true
        continue
      }
      guard Self.names.contains(name) else { throw UsageError(description: "there is no option \(name): see --help") }
      guard let value = rest.popFirst() else { throw UsageError(description: "\(name) needs a value: see --help") }
      try set(name, value)
    }
  }

  private static let names = [
    "--posts", "--seed", "--corpus", "--runs", "--stages", "--overzet", "--json", "--xliff-bytes",
  ]

  private mutating func set(_ name: String, _ value: String) throws(UsageError) {
    switch name {
    case "--posts": posts = try Self.count(name, value, upTo: 1_000_000)
    case "--xliff-bytes": xliffBytes = try Self.count(name, value, upTo: 100_000_000_000)
    case "--runs": runs = try Self.count(name, value, upTo: 1000)
    case "--seed":
      guard let number = UInt64(value) else { throw UsageError(description: "--seed \(value): write a whole number") }
      seed = number
    case "--corpus": corpus = value
    case "--overzet": overzet = value
    case "--json": json = value
    default: stages = value.split(separator: ",").map(String.init)
    }
  }

  private static func count(_ name: String, _ value: String, upTo most: Int) throws(UsageError) -> Int {
    guard let number = Int(value), (1...most).contains(number) else {
      throw UsageError(description: "\(name) \(value): write a number from 1 to \(most)")
    }
    return number
  }
}

/// A command line that makes no sense.
struct UsageError: Error, CustomStringConvertible {
  var description: String
}
