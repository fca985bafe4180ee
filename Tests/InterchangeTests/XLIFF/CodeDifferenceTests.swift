import Interchange
import Testing

/// Contents in short: `<1>` and `</1>` are a pair's halves, `{2}` stands alone, `{3<2}` is a copy of 2 named 3.
private func content(_ markup: String, canDelete: Bool = true, canCopy: Bool = true) -> XLIFF.Content {
  var content = XLIFF.Content()
  var rest = markup[...]
  while let first = rest.first {
    if first == "<" || first == "{", let close = rest.firstIndex(where: { $0 == ">" || $0 == "}" }) {
      var name = String(rest[rest.index(after: rest.startIndex)..<close])
      var kind = XLIFF.InlineElement.Kind.standaloneCode
      var display = "[\(name)]"
      var copyOf: String?
      if first == "<" {
        kind = name.hasPrefix("/") ? .spanEnd : .spanStart
        display = "<\(name)>"
        if name.hasPrefix("/") { name.removeFirst() }
      } else if let arrow = name.firstIndex(of: "<") {
        copyOf = String(name[name.index(after: arrow)...])
        name = String(name[..<arrow])
      }
      content.elements.append(
        .init(
          kind, at: content.text.count, id: name, display: display, canCopy: canCopy, canDelete: canDelete,
          copyOf: copyOf))
      rest = rest[rest.index(after: close)...]
    } else {
      content.text += Array(String(first).utf8)
      rest = rest.dropFirst()
    }
  }
  return content
}

private func difference(_ source: String, _ target: String, canDelete: Bool = true, canCopy: Bool = true)
  -> XLIFF.CodeDifference
{
  .init(source: [content(source, canDelete: canDelete, canCopy: canCopy)], target: [content(target)])
}

@Suite struct CodeDifferenceTests {
  @Test(
    arguments: [
      ("a", "b", ""), ("a<1>b</1>{2}", "{2}<1>c</1>", ""), ("<1>a<2>b</2></1>", "<2>a<1>b</1></2>", ""),
      ("a<1>b</1>", "ab", "<1> is missing; </1> is missing"), ("a<1>b</1>", "a<1>b", "</1> is missing"),
      ("a{1}", "a{1}{2}", "[2] is not in the source"), ("a{1}", "a{1}b{1}c{1}", "[1] is there twice"),
      ("a{1}", "a{1}b{2<1}", "[1] is there twice"), ("a{1}", "a{1}b{2<9}", "[2<9] is not in the source"),
      ("<1>a</1><2>b</2>", "<1>a<2>b</1></2>", "<1> crosses another code"),
      ("<1>a</1>", "</1>a<1>", "</1> crosses another code"), ("<1>a<2>b</1></2>", "<1>a<2>b</1></2>", ""),
    ])
  func whatChangedIsNamed(source: String, target: String, expected: String) {
    let difference = difference(source, target)
    #expect(difference.description == expected)
    #expect(difference.isEmpty == expected.isEmpty)
  }

  @Test func permissionFollowsTheHints() {
    #expect(difference("a<1>b</1>", "ab").isPermitted)
    #expect(!difference("a<1>b</1>", "a<1>b").isPermitted, "half a pair")
    #expect(!difference("a<1>b</1>", "ab", canDelete: false).isPermitted)
    #expect(difference("a{1}", "a{1}{1}").isPermitted)
    #expect(!difference("a{1}", "a{1}{1}", canCopy: false).isPermitted)
    #expect(!difference("a", "a{1}").isPermitted)
  }

  @Test func codesMayMoveBetweenSegmentsAndBecomeHalves() {
    let unit = XLIFF.Unit(
      id: "u",
      parts: [
        .init(.segment, source: content("a<1>b</1>"), target: content("a")),
        .init(.segment, source: content("c"), target: content("{2}c")),
        .init(.segment, source: content("{2}d")),
      ])
    var target = content("<1>x</1>")
    target.elements[0].kind = .startCode
    target.elements[1].kind = .endCode
    var moved = unit
    moved.parts[1].target = target
    // The third segment has no target, so its own code is where it was.
    #expect(XLIFF.CodeDifference(moved).isEmpty)
    #expect(XLIFF.CodeDifference(unit).missing.map(\.display) == ["<1>", "</1>"])
    #expect(XLIFF.CodeDifference(unit).duplicated.map(\.display) == ["[2]"])
  }

  @Test func codesWithoutDisplayTextAreStillNamed() {
    let codes: [XLIFF.InlineElement] = [
      .init(.spanStart, at: 0, id: "1", display: "<b>", type: "fmt"), .init(.spanEnd, at: 1, id: "1"),
      .init(.standaloneCode, at: 1, id: "2", type: "image"),
    ]
    let difference = XLIFF.CodeDifference(source: [.init(text: [0x61], elements: codes)], target: [.init("a")])
    #expect(difference.description == "<b> is missing; the end of <b> is missing; image 2 is missing")
  }
}
