// html5lib's tokenizer suite, read from beside the checkout; its README there says what the fields mean.
import Foundation
import HTMLTokens
import TestSupport

/// One case of the suite in one of its initial states.
struct TokenizerCase: Sendable {
  var file: String
  var description: String
  /// The initial state, as the standard calls it.
  var state: String
  var lastStartTag: String
  var input: [UInt8]
  var expected: [StandardToken]

  /// A tokenizer in the case's initial state, or nil where the state is none we know.
  var tokenizer: HTMLTokenizer? {
    let mode: HTMLTokenizer.TextMode
    switch state {
    case "Data state": mode = .data
    case "RCDATA state": mode = .rcdata
    case "RAWTEXT state": mode = .rawtext
    case "Script data state": mode = .scriptData
    case "PLAINTEXT state": mode = .plaintext
    case "CDATA section state": mode = .cdataSection
    default: return nil
    }
    return HTMLTokenizer(mode: mode, appropriateEndTag: lastStartTag)
  }

  /// What our tokenizer makes of the input, said in the standard's tokens.
  func tokens(from start: HTMLTokenizer) -> [StandardToken] {
    var tokenizer = start
    let text = StandardText(bytes: input)
    var tokens: [StandardToken] = []
    while true {
      let mode = tokenizer.mode
      guard let token = tokenizer.next(in: input.span) else { return tokens }
      let keepsNUL = mode == .data || mode == .cdataSection
      switch token.kind {
      case .characters: tokens.append(characters: text.text(token.range, references: .inText, keepsNUL: keepsNUL))
      case .rawCharacters: tokens.append(characters: text.text(token.range, keepsNUL: keepsNUL))
      case .startTag:
        tokens.append(startTag(token, text))
        // The suite knows no tree builder, which alone switches to another state after a start tag.
        tokenizer.mode = .data
      case .endTag: tokens.append(.endTag(name: text.name(token.name)))
      case .comment: tokens.append(.comment(text.text(token.content)))
      case .doctype: tokens.append(StandardDoctype.token(of: token, in: input))
      case .dropped: break
      }
    }
  }

  private func startTag(_ token: HTMLToken, _ text: StandardText) -> StandardToken {
    var attributes: [[UInt8]: [UInt8]] = [:]
    var scanner = HTMLAttributeScanner(of: token)
    while let attribute = scanner.next(in: input.span) {
      let name = text.name(attribute.name)
      // Of attributes with one name the first counts.
      guard attributes[name] == nil else { continue }
      attributes[name] = text.text(attribute.value, references: .inAttribute)
    }
    return .startTag(name: text.name(token.name), attributes: attributes, isSelfClosing: token.isSelfClosing)
  }
}

extension TokenizerCase {
  /// The suite's files, or none where it is absent.
  static let files: [URL] = {
    guard let folder = TestFiles.shared("data/html5lib/tokenizer"),
      let files = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    else { return [] }
    return files.filter { $0.pathExtension == "test" }.sorted { $0.path < $1.path }
  }()

  /// The cases of `file`.
  static func cases(of file: URL) throws -> [TokenizerCase] {
    let suite = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any]
    var cases: [TokenizerCase] = []
    for test in suite?["tests"] as? [[String: Any]] ?? [] {
      let text = SuiteText(isDoubleEscaped: test["doubleEscaped"] as? Bool ?? false)
      guard let description = test["description"] as? String, let input = test["input"] as? String,
        let output = test["output"] as? [[Any]]
      else { throw UnreadableCase(file: file.lastPathComponent, index: cases.count) }
      let expected = try output.reduce(into: [StandardToken]()) { tokens, token in
        guard let token = text.token(token) else {
          throw UnreadableCase(file: file.lastPathComponent, index: cases.count)
        }
        tokens.append(token)
      }
      for state in test["initialStates"] as? [String] ?? ["Data state"] {
        cases.append(
          TokenizerCase(
            file: file.lastPathComponent, description: description, state: state,
            lastStartTag: test["lastStartTag"] as? String ?? "", input: text.bytes(input), expected: expected))
      }
    }
    return cases
  }

  /// A case that does not have the form its README gives.
  struct UnreadableCase: Error {
    var file: String
    var index: Int
  }
}
