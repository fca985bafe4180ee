// Codes within a unit: paired, numbered from 1, trimmed at the ends.
import Interchange
import Testing

@testable import WordPressFilter

@Suite struct InlineCodeTests {
  private func kinds(_ html: String) throws -> [String] {
    try extracted(html).units.flatMap(\.parts).flatMap(\.source.codes).map { "\($0.kind)\($0.id)" }
  }

  @Test(arguments: [
    ("<p>a <b>b</b> c</p>", ["spanStart1", "spanEnd1"]),
    ("<p>a <b>b <i>c</i></b> d</p>", ["spanStart1", "spanStart2", "spanEnd2", "spanEnd1"]),
    ("<p>a <b>b <i>c</b> d</i> e</p>", ["startCode1", "spanStart2", "endCode1", "spanEnd2"]),
    ("<p>a <b>b</p>", ["standaloneCode1"]),
    ("<p>a </b>b</p>", ["standaloneCode1"]),
    ("<p>a <B>b</b> c</p>", ["spanStart1", "spanEnd1"]),
    ("<p>a <x-y>b</x-Y> c</p>", ["spanStart1", "spanEnd1"]),
    ("<p>a <x-y/>b <br>c</p>", ["standaloneCode1", "standaloneCode2"]),
    ("<p>a <b>b</b> c</p><p>d <i>e</i> f</p>", ["spanStart1", "spanEnd1", "spanStart1", "spanEnd1"]),
    ("<p>a <b><b>b</b> c</p>", ["standaloneCode1", "spanStart2", "spanEnd2"]),
    ("<p>One <b>two. Three</b> four.</p>", ["startCode1", "endCode1"]),
  ])
  func pairs(html: String, expected: [String]) throws {
    #expect(try kinds(html) == expected)
  }

  @Test(arguments: [
    ("<p><br>text<br> </p>", ["text"]),
    ("<p> <a name=x></a> text</p>", ["text"]),
    ("<p><b>whole</b></p>", ["{1}whole{/1}"]),
    ("<p><b> spaced </b></p>", ["{1} spaced {/1}"]),
    ("<p><img src=x> <b>a</b> b <br></p>", ["{1}a{/1} b"]),
    ("<p><b></b>a<i></i></p>", ["a"]),
    ("<p><b>a</b><br></p>", ["{1}a{/1}"]),
    ("<p></b>a<i></p>", ["a"]),
    ("<p><b><br></b></p>", []),
    ("<p><b><br>a</b></p>", ["{1}{2}a{/1}"]),
  ])
  func trimming(html: String, expected: [String]) throws {
    #expect(try units(html) == expected)
  }

  @Test func dataAndDisplay() throws {
    let unit = try extracted("<p>a <strong class=\"x\">b</strong> <strong class=\"x\">c</strong> d</p>").units[0]
    #expect(
      unit.originalData.map { String(decoding: $0.bytes, as: UTF8.self) } == ["<strong class=\"x\">", "</strong>"])
    #expect(unit.sourceContent.codes.map(\.dataReference) == ["d1", "d2", "d1", "d2"])
    #expect(unit.sourceContent.codes.map(\.display) == ["[strong]", "[/strong]", "[strong]", "[/strong]"])
    #expect(unit.sourceContent.codes.first?.subType == "xlf:b")
    #expect(unit.parts.allSatisfy { !$0.source.plainText.contains("<") })
  }

  @Test func manyCodesInOneUnit() throws {
    let html = "<p>a" + String(repeating: "<b>b</b>", count: 3_000) + "</p>"
    let file = try extracted(html)
    #expect(file.units[0].sourceContent.codes.last?.id == "3000")
  }
}
