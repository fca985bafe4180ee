import Corpus
import FoundationEssentials
import Testing

@Suite struct CorpusWriterTests {
  private static let examples =
    #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined()
    + "/Examples/clinic/articles"

  private func inNewFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.path + "/corpus-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  @Test func writesTheSameBytesTwice() throws {
    let (articles, fingerprint) = try ExampleArticle.read(folder: Self.examples)
    let recipe = CorpusManifest.Recipe(posts: 10, seed: 3, examples: fingerprint)
    try inNewFolder { folder in
      let first = try CorpusWriter.write(recipe, articles: articles, to: folder)
      let bytes = try Data(contentsOf: URL(fileURLWithPath: folder + "/posts.ndjson"))
      let second = try CorpusWriter.write(recipe, articles: articles, to: folder)
      #expect(first == second)
      #expect(try Data(contentsOf: URL(fileURLWithPath: folder + "/posts.ndjson")) == bytes)
      #expect(CorpusManifest(folder: folder) == first)
      #expect(first.sourceBytes == bytes.count)
      let files = try FileManager.default.contentsOfDirectory(atPath: folder + "/html").sorted()
      #expect(files.first == "00001.html" && files.count == 10)
      let sizes = try files.map { try Data(contentsOf: URL(fileURLWithPath: folder + "/html/" + $0)).count }
      #expect(sizes.reduce(0, +) == first.htmlBytes)
      let sample = try Data(contentsOf: URL(fileURLWithPath: folder + "/sample.ndjson"))
      #expect(bytes.starts(with: sample) && sample.split(separator: 0x0A).count == 2)
    }
  }

  @Test func leavesAFolderOfOthersAlone() throws {
    let articles = try ExampleArticle.read(folder: Self.examples).articles
    try inNewFolder { folder in
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try Data("mine".utf8).write(to: URL(fileURLWithPath: folder + "/letter.txt"))
      #expect(throws: CorpusError.self) {
        _ = try CorpusWriter.write(
          CorpusManifest.Recipe(posts: 1, seed: 1, examples: ""), articles: articles, to: folder)
      }
      #expect(FileManager.default.fileExists(atPath: folder + "/letter.txt"))
    }
  }
}
