/// Native codes of 1.2 as 2.x has them: the code itself is original data, which needs no display text that repeats it, and
/// halves that nest in one content are one spanning code.
struct ShownData {
  private var bytes: [String: [UInt8]] = [:]

  /// The data of a unit or a candidate.
  init(_ data: [XLIFF.OriginalData]) {
    for datum in data { bytes[datum.id] = datum.bytes }
  }

  /// Makes a content's native codes fit.
  func adapt(_ content: inout XLIFF.Content) {
    guard content.elements.contains(where: \.isNative) else { return }
    var spans = content.elements
    for index in spans.indices where spans[index].isNative && !spans[index].isIsolated {
      switch spans[index].kind {
      case .startCode: spans[index].kind = .spanStart
      case .endCode: spans[index].kind = .spanEnd
      default: break
      }
    }
    var nesting = XLIFF.Nesting()
    nesting.match(spans)
    for index in content.elements.indices where content.elements[index].isNative {
      let element = content.elements[index]
      if let reference = element.dataReference, let display = element.display,
        bytes[reference].map({ display.utf8.elementsEqual($0) }) ?? false
      {
        content.elements[index].display = nil
      }
      guard nesting.partner[index] >= 0 else { continue }
      content.elements[index].kind = spans[index].kind
    }
  }
}
