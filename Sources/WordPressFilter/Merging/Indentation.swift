// Tools that indent XML do so in targets too. No segment of ours begins or ends with white space, which belongs to the skeleton or
// to the gaps between segments; what a target has more of it at its edges is theirs.
internal import Interchange

extension XLIFF.Unit {
  /// The unit without the white space that indenting has put into it, where `original` is as it was sent out: at the edges of
  /// targets whose sources have none there, what holds a line break, and at the unit's own edges any. Sources that differ from
  /// the original's in nothing else are these again.
  func withoutIndentation(like original: XLIFF.Unit) -> XLIFF.Unit {
    var unit = self
    unit.restoreSources(of: original)
    for index in parts.indices where parts[index].kind == .segment {
      guard let target = parts[index].target else { continue }
      var (leading, trailing) = (target.leadingSpace, target.trailingSpace)
      if leading.isEmpty, trailing.isEmpty { continue }
      let source = unit.parts[index].source
      let isFirst = index == 0
      let isLast = index == parts.count - 1
      if !source.leadingSpace.isEmpty || !isFirst && !target.breaksLine(in: leading) { leading = 0..<0 }
      if !source.trailingSpace.isEmpty || !isLast && !target.breaksLine(in: trailing) {
        trailing = target.text.count..<target.text.count
      }
      if leading.isEmpty, trailing.isEmpty { continue }
      unit.parts[index].target = target.cut(to: leading.upperBound..<max(leading.upperBound, trailing.lowerBound))
    }
    return unit
  }

  /// Takes the original's sources where each part has the same text but for white space.
  private mutating func restoreSources(of original: XLIFF.Unit) {
    guard parts.count == original.parts.count else { return }
    var changed: [Int] = []
    for index in parts.indices {
      guard parts[index].kind == original.parts[index].kind else { return }
      let (own, theirs) = (parts[index].source, original.parts[index].source)
      if own.text == theirs.text { continue }
      guard Self.ink(own) == Self.ink(theirs), own.codes.map(\.id) == theirs.codes.map(\.id) else { return }
      changed.append(index)
    }
    for index in changed {
      parts[index].source = original.parts[index].source
      if parts[index].kind == .ignorable { parts[index].target = nil }
    }
  }

  private static func ink(_ content: XLIFF.Content) -> [UInt8] { content.text.filter { !XLIFF.isSpace($0) } }
}

extension XLIFF.Content {
  /// The white space before the first code and the first other character.
  fileprivate var leadingSpace: Range<Int> {
    let limit = elements.first { $0.kind.isCode }?.offset ?? text.count
    return 0..<(text[..<limit].firstIndex { !XLIFF.isSpace($0) } ?? limit)
  }

  /// The white space behind the last code and the last other character.
  fileprivate var trailingSpace: Range<Int> {
    let limit = elements.last { $0.kind.isCode }?.offset ?? 0
    return (text[limit...].lastIndex { !XLIFF.isSpace($0) }.map { $0 + 1 } ?? limit)..<text.count
  }

  fileprivate func breaksLine(in range: Range<Int>) -> Bool { text[range].contains(0x0A) }

  fileprivate func cut(to range: Range<Int>) -> XLIFF.Content {
    var content = XLIFF.Content(text: Array(text[range]))
    content.elements = elements.map { element in
      var element = element
      element.offset = min(max(0, element.offset - range.lowerBound), content.text.count)
      return element
    }
    return content
  }
}
