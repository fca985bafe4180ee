// What Okapi finds in its own test pages beside what we find: the ordered texts of all units, codes stripped and white space
// collapsed. Okapi's files lie beside the checkout.
import Foundation
import Interchange
import TestSupport
import Testing

@testable import WordPressFilter

@Suite struct OkapiPairTests {
  /// How our units differ from Okapi's in a file, and why they shall.
  private struct Difference {
    /// Units that both have, cut elsewhere: how many of ours stand for how many of Okapi's, with the same text in all.
    var ours = 0
    var okapis = 0
    /// Texts that only we find.
    var more: [String] = []
    var reason: String
  }

  private static let differences: [String: Difference] = [
    "324.html": Difference(
      ours: 15, okapis: 1, reason: "two line breaks in a row end a unit here, and are codes in Okapi's"),
    "ExcludeIncludeTest.html": Difference(
      ours: 1, okapis: 4,
      reason:
        "`exclude` and `include` are elements that HTML does not know, so inline; Okapi reads that file by rules for it"
    ),
    "TeacherXpress.htm": Difference(
      more: ["Go", "Go"], reason: "the value of a submit button is what people read on it; Okapi leaves it out"),
    "simple_subscript.html": Difference(
      ours: 1, okapis: 2, reason: "`</pub>` ends nothing, as in HTML; in Okapi it ends the unit"),
  ]

  @Test(.enabled(if: TestFiles.shared("data/okapi-html-pairs") != nil, "shared/data is not beside this checkout"))
  func texts() throws {
    let folder = try #require(TestFiles.shared("data/okapi-html-pairs"))
    var count = 0
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
    where name.hasSuffix(".html") || name.hasSuffix(".htm") {
      count += 1
      let (own, gold) = try Self.texts(name, in: folder)
      let expected = Self.differences[name]
      var inserted: [String] = []
      var removed: [String] = []
      let difference = own.difference(from: gold)
      for case .insert(_, let text, _) in difference.insertions { inserted.append(text) }
      for case .remove(_, let text, _) in difference.removals { removed.append(text) }
      for text in expected?.more ?? [] {
        let index = try #require(inserted.firstIndex(of: text), "\(name): \(text)")
        inserted.remove(at: index)
      }
      #expect(inserted.count == expected?.ours ?? 0, "\(name): \(inserted)")
      #expect(removed.count == expected?.okapis ?? 0, "\(name): \(removed)")
      #expect(inserted.joined(separator: " ") == removed.joined(separator: " "), "\(name)")
    }
    #expect(count >= 34)
  }

  private static func texts(_ name: String, in folder: URL) throws -> (own: [String], gold: [String]) {
    let html = try TestFiles.bytes(folder.appendingPathComponent(name))
    let file = try Extractor(segmenter: try makeSegmenter()).extract(Sample(name, html, .page).article)
    let xliff = try TestFiles.bytes(folder.appendingPathComponent(name + ".xliff"))
    let gold = try XLIFF.Reader.read(bytes: xliff, fileName: name).files.flatMap(\.units)
    return (inOkapisOrder(file.units).compactMap { collapsed($0) }, gold.compactMap { collapsed($0, isOkapis: true) })
  }

  /// Our units in the order in which Okapi gives them: the text of an attribute before the text that its tag stands in.
  private static func inOkapisOrder(_ units: [XLIFF.Unit]) -> [XLIFF.Unit] {
    let places = Dictionary(units.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { one, _ in one })
    var isMoved = [Bool](repeating: false, count: units.count)
    var ordered: [XLIFF.Unit] = []
    for (index, unit) in units.enumerated() where !isMoved[index] {
      for place in unit.sourceContent.codes.flatMap(\.subFlows).compactMap({ places[$0] }) {
        ordered.append(units[place])
        isMoved[place] = true
      }
      ordered.append(unit)
    }
    return ordered
  }

  /// The text without codes, its white space as single spaces; nil where nothing is left. What is in `code` and what is an
  /// address is no text of ours, so it is taken out of Okapi's.
  private static func collapsed(_ unit: XLIFF.Unit, isOkapis: Bool = false) -> String? {
    let content = unit.sourceContent
    var text: [UInt8] = []
    var at = 0
    var depth = 0
    for code in content.codes {
      if depth == 0 { text += content.text[at..<code.offset] }
      at = code.offset
      let data = unit.originalData.first { $0.id == code.dataReference }.map {
        String(decoding: $0.bytes, as: UTF8.self)
      }
      if isOkapis, code.kind == .spanStart || code.kind == .startCode, data?.hasPrefix("<code") == true { depth += 1 }
      if isOkapis, code.kind == .spanEnd || code.kind == .endCode, data?.hasPrefix("</code") == true { depth -= 1 }
    }
    if depth == 0 { text += content.text[at...] }
    var plain = String(decoding: text, as: UTF8.self)
    if isOkapis { plain.replace(/https?:\/\/[^\s<>"]+[^\s<>".,)]/, with: "") }
    let words = plain.split { $0 == " " || $0.isNewline || $0 == "\t" }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }
}
