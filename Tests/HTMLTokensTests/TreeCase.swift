// html5lib's tree construction suite, as far as a tokenizer without a tree can be held to it: the comments of each
// document and the content of the elements that switch the tokenizer's state. Both show where markup was taken for text
// or text for markup.
import Foundation
import HTMLTokens
import TestSupport

/// One case of the suite.
struct TreeCase: Sendable {
  var name: String
  var input: [UInt8]
  /// What the standard's tree holds.
  var expected: Outline
  /// Whether the input is read with scripting on, or as the content of an element whose content is not HTML's markup.
  var isNotOurs: Bool

  /// Comments, and elements with their text, each list in the order of its texts: the tree builder moves elements
  /// about.
  struct Outline: Equatable, Sendable {
    var comments: [String] = []
    var texts: [String] = []

    var sorted: Outline { Outline(comments: comments.sorted(), texts: texts.sorted()) }
  }

  private static let textElements: Set<String> = [
    "script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes", "plaintext",
  ]

  /// What our tokens hold.
  var outline: Outline {
    var outline = Outline()
    var tokenizer = HTMLTokenizer()
    let text = StandardText(bytes: input)
    func string(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
    var open: String?
    while let token = tokenizer.next(in: input.span) {
      switch token.kind {
      case .startTag:
        if let element = open { outline.texts.append("\(element):") }
        open = tokenizer.mode == .data ? nil : string(text.name(token.name))
      case .characters, .rawCharacters:
        guard let element = open else { continue }
        var content = string(text.text(token.range, references: token.kind == .characters ? .inText : .none))
        // The tree builder drops a newline right behind this start tag.
        if element == "textarea", content.first == "\n" { content.removeFirst() }
        outline.texts.append("\(element):\(content)")
        open = nil
      case .endTag, .dropped:
        if let element = open { outline.texts.append("\(element):") }
        open = nil
      case .comment: outline.comments.append(string(text.text(token.content)))
      case .doctype: break
      }
    }
    if let element = open { outline.texts.append("\(element):") }
    return outline.sorted
  }
}

extension TreeCase {
  /// The cases of one `.dat` file.
  static func cases(of file: URL) throws -> [TreeCase] {
    let lines = try TestFiles.bytes(file).split(separator: 0x0A, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    var cases: [TreeCase] = []
    var sections: [String: [String]] = [:]
    var section = ""
    func close() {
      guard let data = sections["#data"] else { return }
      let context = sections["#document-fragment"]?.first ?? ""
      cases.append(
        TreeCase(
          name: "\(file.lastPathComponent) case \(cases.count + 1)", input: Array(data.joined(separator: "\n").utf8),
          expected: outline(ofTree: sections["#document"] ?? []).sorted,
          isNotOurs: sections["#script-on"] != nil || textElements.contains(context)
            || ["svg ", "math "].contains { context.hasPrefix($0) }))
      sections = [:]
    }
    let headings: Set<String> = [
      "#errors", "#new-errors", "#document-fragment", "#script-off", "#script-on", "#document",
    ]
    for line in lines {
      if line == "#data", section != "#data" {
        close()
        section = line
        sections[line] = []
      } else if headings.contains(line) {
        section = line
        sections[line] = []
      } else {
        sections[section]?.append(line)
      }
    }
    close()
    return cases
  }

  /// Reads the suite's dump of a tree: two spaces a level, texts in quotes, comments as HTML writes them.
  private static func outline(ofTree lines: [String]) -> Outline {
    var outline = Outline()
    var nodes: [String] = []
    for line in lines {
      if line.hasPrefix("| ") || nodes.isEmpty { nodes.append(line) } else { nodes[nodes.count - 1] += "\n" + line }
    }
    var open: (element: String, indent: Int)?
    for node in nodes where node.hasPrefix("| ") {
      let indent = node.dropFirst(2).prefix { $0 == " " }.count
      var text = String(node.dropFirst(2 + indent))
      while text.last == "\n" { text.removeLast() }
      if let (element, depth) = open, text.hasPrefix("\""), indent == depth + 2 {
        outline.texts.append("\(element):\(text.dropFirst().dropLast())")
        open = nil
        continue
      }
      // An attribute stands between an element and its text.
      if let (_, depth) = open, indent == depth + 2, !text.hasPrefix("<") { continue }
      if let (element, _) = open { outline.texts.append("\(element):") }
      open = nil
      if text.hasPrefix("<!-- ") {
        outline.comments.append(String(text.dropFirst(5).dropLast(4)))
      } else if text.hasPrefix("<"), textElements.contains(String(text.dropFirst().dropLast())) {
        open = (String(text.dropFirst().dropLast()), indent)
      }
    }
    if let (element, _) = open { outline.texts.append("\(element):") }
    return outline
  }
}
