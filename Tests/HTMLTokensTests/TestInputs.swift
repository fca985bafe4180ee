// HTML of many makers, read from beside the checkout: what the laws are tried on.
import Foundation
import HTMLTokens
import TestSupport

/// One input with the tokenizer that is to read it.
struct TestInput: Sendable {
  var name: String
  var bytes: [UInt8]
  var tokenizer: HTMLTokenizer
}

/// The inputs that lie beside the checkout; each list is empty where its folder is absent.
enum TestInputs {
  /// Every input of html5lib's tokenizer suite, in its initial states.
  static let tokenizerSuite: [TestInput] = TokenizerCase.files.flatMap { file in
    ((try? TokenizerCase.cases(of: file)) ?? []).compactMap { test in
      test.tokenizer.map {
        TestInput(name: "\(test.file): \(test.description)", bytes: test.input, tokenizer: $0)
      }
    }
  }

  /// The `#data` of every case of html5lib's tree construction suite.
  static let treeConstruction: [TestInput] = files("data/html5lib/tree-construction", ["dat"]).flatMap { file in
    split(file.bytes).enumerated().map {
      TestInput(name: "\(file.name) case \($0.offset + 1)", bytes: $0.element, tokenizer: HTMLTokenizer())
    }
  }

  /// Posts and pages: block fixtures of WordPress and Gutenberg, Okapi's HTML, a WXR export read as if it were HTML.
  static let documents: [TestInput] =
    files("data/wordpress/block-fixtures", ["html"]) + files("data/gutenberg", ["html"])
    + files("data/okapi-html-pairs", ["html", "htm"]) + files("data/wxr/theme-unit-test", ["xml"])

  static let all = tokenizerSuite + treeConstruction + documents

  private static func files(_ folder: String, _ extensions: Set<String>) -> [TestInput] {
    guard let folder = TestFiles.shared(folder),
      let files = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    else { return [] }
    return files.filter { extensions.contains($0.pathExtension) }.sorted { $0.path < $1.path }.compactMap { file in
      (try? TestFiles.bytes(file)).map {
        TestInput(name: file.lastPathComponent, bytes: $0, tokenizer: HTMLTokenizer())
      }
    }
  }

  /// The lines between each `#data` and the `#errors` behind it, without the last newline.
  private static func split(_ file: [UInt8]) -> [[UInt8]] {
    var cases: [[UInt8]] = []
    var open: [[UInt8]]?
    for line in file.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init) {
      if line == Array("#data".utf8), open == nil {
        open = []
      } else if line == Array("#errors".utf8), let lines = open {
        cases.append(Array(lines.joined(separator: [0x0A])))
        open = nil
      } else {
        open?.append(line)
      }
    }
    return cases
  }
}
