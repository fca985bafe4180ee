import Interchange
import Testing

@testable import Checks

@Suite struct InlineCodesTests {
  private typealias Element = XLIFF.InlineElement

  private let strong = [
    Element(.spanStart, at: 0, id: "1", display: "<strong>", canDelete: false),
    Element(.spanEnd, at: 4, id: "1", display: "</strong>", canDelete: false),
  ]
  private let image = Element(.standaloneCode, at: 5, id: "2", display: "[image: laser]", canDelete: false)

  private func unit(_ source: [Element], _ targets: [Element]?...) -> XLIFF.Unit {
    XLIFF.Unit(
      id: "u1",
      parts: targets.enumerated().map { index, elements in
        XLIFF.Part(
          .segment, id: "s\(index + 1)", state: .translated,
          source: XLIFF.Content(text: Array("acne text".utf8), elements: index == 0 ? source : []),
          target: elements.map { XLIFF.Content(text: Array("acne tekst".utf8), elements: $0) })
      })
  }

  private func findings(_ unit: XLIFF.Unit) throws -> [Finding] {
    try CheckBench.findings([unit], checks: [InlineCodesCheck()])
  }

  @Test func theSameCodesAreFine() throws {
    #expect(try findings(unit(strong + [image], strong + [image])) == [])
    #expect(try findings(unit(strong + [image], [], [image] + strong)) == [])
    #expect(try findings(unit(strong, nil)) == [])
  }

  @Test func aMissingCodeIsNamed() throws {
    let findings = try findings(unit(strong + [image], strong))
    #expect(findings.map(\.text) == ["[image: laser]"])
    let finding = try #require(findings.first)
    #expect(finding.severity == .error && finding.side == .source && finding.start == 5 && finding.end == 5)
    #expect(finding.message == "[image: laser] is missing in the translation: put it back")
  }

  @Test func halfAPairIsMissing() throws {
    #expect(try findings(unit(strong, [strong[0]])).map(\.text) == ["</strong>"])
  }

  @Test func anExtraCodeIsNamed() throws {
    let extra = Element(.standaloneCode, at: 0, id: "9", display: "<br>")
    let findings = try findings(unit(strong, [extra] + strong))
    #expect(findings.map(\.text) == ["<br>"] && findings.map(\.side) == [.target])
  }

  @Test func crossedPairsAreNamed() throws {
    func pairs(_ order: [(Element.Kind, String)]) -> [Element] {
      order.enumerated().map { Element($1.0, at: $0, id: $1.1, display: "<\($1.1)>") }
    }
    let good = pairs([(.startCode, "a"), (.startCode, "b"), (.endCode, "b"), (.endCode, "a")])
    let crossed = pairs([(.startCode, "a"), (.startCode, "b"), (.endCode, "a"), (.endCode, "b")])
    #expect(try findings(unit(good, good)) == [])
    let findings = try findings(unit(good, crossed))
    #expect(findings.count == 1 && findings.allSatisfy { $0.severity == .error && $0.message.contains("crosses") })
  }
}
