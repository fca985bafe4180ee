// Tools that indent XML do so in targets too. No segment of ours begins or ends with white space, which belongs to the skeleton or
// to the gaps between segments; what a target has more of it at its edges is theirs.
internal import Interchange

extension XLIFF.Unit {
  /// The unit without the white space that indenting has put at the edges of targets: what holds a line break, and at the
  /// unit's own edges any, where the source has none.
  func withoutIndentation() -> XLIFF.Unit {
    var unit = self
    let segments = parts.indices.filter { parts[$0].kind == .segment && parts[$0].target != nil }
    for index in segments {
      guard let target = parts[index].target else { continue }
      let source = parts[index].source
      var (leading, trailing) = (target.leadingSpace, target.trailingSpace)
      if !source.leadingSpace.isEmpty || index != 0 && !target.breaksLine(in: leading) { leading = 0..<0 }
      let isLast = index == parts.count - 1
      if !source.trailingSpace.isEmpty || !isLast && !target.breaksLine(in: trailing) {
        trailing = target.text.count..<target.text.count
      }
      if leading.isEmpty, trailing.isEmpty { continue }
      unit.parts[index].target = target.cut(to: leading.upperBound..<max(leading.upperBound, trailing.lowerBound))
    }
    return unit
  }
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
