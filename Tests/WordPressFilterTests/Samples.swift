// What the laws are proved on: bytes of one field, given a name that a failure can be found by.
import Foundation
import TestSupport
import Testing
import UnicodeText

@testable import WordPressFilter

/// One input of a law.
struct Sample: Sendable, CustomTestStringConvertible {
  var name: String
  var article: Article

  var testDescription: String { name }

  /// An article whose content is `content`.
  init(_ name: String, _ content: [UInt8], _ form: Article.Form) {
    self.name = name
    article = Article(id: "1", form: form, content: content, file: name, line: 1)
  }

  init(_ name: String, article: Article) {
    self.name = name
    self.article = article
  }
}

/// Where samples come from; third-party ones lie beside the checkout or are absent.
enum Samples {
  /// Each file of `folder` (below the shared folder) whose name ends as `accepts` wants it.
  static func files(_ folder: String, _ form: Article.Form, _ accepts: (String) -> Bool) throws -> [Sample] {
    guard let url = TestFiles.shared(folder) else { return [] }
    let names = try FileManager.default.contentsOfDirectory(atPath: url.path).filter(accepts).sorted()
    return try names.map { Sample($0, try TestFiles.bytes(url.appendingPathComponent($0)), form) }
  }

  /// Block markup as WordPress and Gutenberg test their parsers with it.
  static func blocks(_ folder: String) throws -> [Sample] {
    try files(folder, .raw) { $0.hasSuffix(".html") && !$0.hasSuffix(".server.html") }
  }

  /// `#data` of each test of html5lib's tree construction.
  static func html5lib(_ form: Article.Form) throws -> [Sample] {
    let folder = "data/html5lib/tree-construction"
    guard let url = TestFiles.shared(folder) else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: url.path).filter { $0.hasSuffix(".dat") }.sorted()
      .flatMap { name in
        let bytes = try TestFiles.bytes(url.appendingPathComponent(name))
        return inputs(ofTreeConstruction: bytes).enumerated().map { Sample("\(name)/\($0 + 1)", $1, form) }
      }
  }

  private static func inputs(ofTreeConstruction bytes: [UInt8]) -> [[UInt8]] {
    var inputs: [[UInt8]] = []
    var input: [[UInt8]]?
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.elementsEqual("#data".utf8) {
        input = []
      } else if line.elementsEqual("#errors".utf8) {
        if let lines = input { inputs.append(Array(lines.joined(separator: [0x0A]))) }
        input = nil
      } else {
        input?.append(Array(line))
      }
    }
    return inputs
  }

  /// The `content:encoded` of each item of an export. Only CDATA is looked for: a test needs no XML reader for that.
  static func wxr(_ file: String) throws -> [Sample] {
    guard let url = TestFiles.shared(file) else { return [] }
    let text = String(decoding: try TestFiles.bytes(url), as: UTF8.self)
    return text.components(separatedBy: "<content:encoded>").dropFirst().enumerated().compactMap { index, part in
      guard let start = part.range(of: "<![CDATA["), let end = part.range(of: "]]></content:encoded>") else {
        return nil
      }
      let content = Array(part[start.upperBound..<end.lowerBound].utf8)
      return content.isEmpty ? nil : Sample("item \(index + 1)", content, .raw)
    }
  }

  /// All posts of the files in `Examples/clinic/articles`.
  static func clinic() throws -> [Sample] {
    let folder = TestFiles.repository.appendingPathComponent("Examples/clinic/articles")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".json") }
    return try names.sorted().flatMap { name in
      var source = try ArticleSource(path: folder.appendingPathComponent(name).path)
      var samples: [Sample] = []
      while let record = try source.next() { samples.append(Sample(name, article: try record.article())) }
      return samples
    }
  }

  /// Our own fixtures for the fuzzers: seeds, and inputs that have broken a law once. The first byte says how they are read.
  static func own() throws -> [Sample] {
    try ["Fuzzing/Seeds", "Tests/Fixtures/fuzz"].flatMap { folder in
      let url = TestFiles.repository.appendingPathComponent(folder)
      return try FileManager.default.contentsOfDirectory(atPath: url.path).filter { !$0.hasSuffix(".md") }.sorted().map
      {
        let bytes = try TestFiles.bytes(url.appendingPathComponent($0))
        let form: Article.Form = [.raw, .rendered, .page][Int((bytes.first ?? 0) & 3) % 3]
        return Sample($0, Array(bytes.dropFirst()), form)
      }
    }
  }

  /// The article that the project was begun for.
  static func real() throws -> [Sample] {
    guard let url = TestFiles.shared("seed/post-24931.json") else { return [] }
    return [Sample("post-24931", article: try Article(json: try TestFiles.bytes(url), file: "seed", line: 1))]
  }
}

/// A segmenter as English texts get one.
func makeSegmenter() throws -> Segmenter {
  Segmenter(breaker: try SentenceBreaker(locale: "en", abbreviations: ["Dr.", "e.g.", "i.e.", "No. #", "vs."]))
}
