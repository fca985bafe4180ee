extension XLIFF {
  /// Finds which starts and ends in a content nest as XML elements do, so that they can be written as `pc`, `mrk`, `g`.
  /// Keeps its arrays from one content to the next.
  struct Nesting {
    /// For each element the index of its other half where the two nest; else -1. Of the last content given to `match`.
    private(set) var partner: [Int] = []
    private var open: [Int] = []

    /// Pairs the spans and marks of `elements`; with `markers` the `sm`/`em` pairs too, for 1.2, which has only `mrk`.
    ///
    /// Where two pairs cross, the one that was opened last gives way: `<b><i></b></i>` keeps b.
    mutating func match(_ elements: [InlineElement], markers: Bool = false) {
      partner.removeAll(keepingCapacity: true)
      open.removeAll(keepingCapacity: true)
      for index in elements.indices {
        partner.append(-1)
        switch elements[index].kind {
        case .spanStart, .markStart: open.append(index)
        case .startMarker where markers: open.append(index)
        case .spanEnd: close(index, .spanStart, elements)
        case .markEnd: close(index, .markStart, elements)
        case .endMarker where markers: close(index, .startMarker, elements)
        case .standaloneCode, .startCode, .endCode, .startMarker, .endMarker: continue
        }
      }
    }

    private mutating func close(_ index: Int, _ start: InlineElement.Kind, _ elements: [InlineElement]) {
      let id = elements[index].id
      guard let depth = open.lastIndex(where: { elements[$0].kind == start && elements[$0].id == id }) else { return }
      partner[index] = open[depth]
      partner[open[depth]] = index
      open.removeSubrange(depth...)
    }
  }
}
