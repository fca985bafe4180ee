// What the job has done, so that it does nothing twice.
internal import Foundation

/// The memory of the batch job between two runs: `work/ledger.json`. All of it can be lost: the next run then does its work
/// again, with the same results.
struct Ledger: Codable, Equatable {
  /// The layout of this file.
  var version = 1
  /// Per `<locale>/<post id>`: the source's hash that its XLIFF was made of.
  var extracted: [String: String] = [:]
  /// Per `<locale>/<post id>`: what its post was made of.
  var merged: [String: Merged] = [:]

  /// What a post was made of, and what came of it.
  struct Merged: Codable, Equatable {
    /// SHA-256 of article, translations and glossary, one after another.
    var inputs: String
    var segments: Int
    var translatedSegments: Int
    var findings: Int
    /// Units that could not be used.
    var troubles: Int
  }

  /// The ledger at `path`; an empty one where there is none yet.
  /// - Throws: `Failure` where it can't be read.
  init(path: String) throws(Failure) {
    self.init()
    guard InputFiles.exists(path) else { return }
    let bytes = try InputFiles.read(path)
    do {
      self = try JSONDecoder().decode(Ledger.self, from: Data(bytes))
    } catch {
      throw Failure(
        file: path, problem: "this is no ledger of the job", remedy: "delete it: the next run makes it anew")
    }
  }

  /// An empty ledger.
  init() {}

  /// Writes the ledger to `path`.
  func write(to path: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try OutputFile.write([UInt8](try encoder.encode(self)), to: path)
  }
}
