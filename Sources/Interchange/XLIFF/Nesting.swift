extension XLIFF {
  /// Finds which starts and ends in a content nest as XML elements do, so that they can be written as `pc`, `mrk`, `g`.
  /// Keeps its arrays from one content to the next.
  struct Nesting {
    /// For each element the index of its other half where the two nest; else -1. Of the last content given to `match`.
    private(set) var partner: [Int] = []
    private var open: [Int] = []
    /// Of a content of very many elements: where in `open` a start of that kind and id stands, or stood.
    private var depths: [Key: [Int]] = [:]

    private struct Key: Hashable {
      var kind: InlineElement.Kind
      var id: String
    }

    /// From so many elements on looking them up pays.
    private static let many = 64

    /// Pairs the spans and marks of `elements`; with `markers` the `sm`/`em` pairs too, for 1.2, which has only `mrk`.
    ///
    /// Where two pairs cross, the one that was opened last gives way: `<b><i></b></i>` keeps b.
    mutating func match(_ elements: [InlineElement], markers: Bool = false) {
      partner.removeAll(keepingCapacity: true)
      open.removeAll(keepingCapacity: true)
      depths = [:]
      for index in elements.indices {
        partner.append(-1)
        switch elements[index].kind {
        case .spanStart, .markStart: begin(index, elements)
        case .startMarker where markers: begin(index, elements)
        case .spanEnd: close(index, .spanStart, elements)
        case .markEnd: close(index, .markStart, elements)
        case .endMarker where markers: close(index, .startMarker, elements)
        case .standaloneCode, .startCode, .endCode, .startMarker, .endMarker: continue
        }
      }
    }

    private mutating func begin(_ index: Int, _ elements: [InlineElement]) {
      if elements.count > Self.many {
        depths[Key(kind: elements[index].kind, id: elements[index].id), default: []].append(open.count)
      }
      open.append(index)
    }

    private mutating func close(_ index: Int, _ start: InlineElement.Kind, _ elements: [InlineElement]) {
      let id = elements[index].id
      guard let depth = depth(of: start, id, elements) else { return }
      partner[index] = open[depth]
      partner[open[depth]] = index
      open.removeSubrange(depth...)
    }

    /// Where in `open` the last start of that kind and id stands.
    private mutating func depth(of start: InlineElement.Kind, _ id: String, _ elements: [InlineElement]) -> Int? {
      let isIt = { (index: Int) in elements[index].kind == start && elements[index].id == id }
      guard elements.count > Self.many else { return open.lastIndex(where: isIt) }
      // Those behind a pair that has closed are gone.
      while let depth = depths[Key(kind: start, id: id)]?.popLast() {
        if depth < open.count, isIt(open[depth]) { return depth }
      }
      return nil
    }
  }
}
